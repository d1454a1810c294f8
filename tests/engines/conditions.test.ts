/** What the lists and dates of a request become. */
import { expect, test } from 'vitest';
import { allOf, type Condition, EVERY_DOCUMENT, filterOf } from '../../src/engines/conditions.ts';

const LANG: Condition = { facet: 'lang', values: ['ar', 'tr'] };
const SINCE: Condition = { published: { from: 5 } };

test.each<[Parameters<typeof filterOf>[0], Condition, string]>([
  [{}, EVERY_DOCUMENT, 'nothing is asked for'],
  [{ lang: [], source: [] }, EVERY_DOCUMENT, 'an empty list filters nothing'],
  [{ lang: ['ar', 'tr'] }, LANG, 'any of the languages'],
  [
    { entity: ['a', 'b'] },
    {
      all: [
        { facet: 'entity', values: ['a'] },
        { facet: 'entity', values: ['b'] },
      ],
    },
    'every one of the entities',
  ],
  [{ lang: ['ar', 'tr'], from: 5 }, { all: [LANG, SINCE] }, 'both'],
])('%j: %s', (given, expected, _why) => {
  expect(filterOf(given)).toEqual(expected);
});

test('conditions are joined without nesting', () => {
  expect(allOf(EVERY_DOCUMENT, allOf(LANG, SINCE), { not: LANG })).toEqual({
    all: [LANG, SINCE, { not: LANG }],
  });
  expect(allOf(EVERY_DOCUMENT, LANG)).toEqual(LANG);
});
