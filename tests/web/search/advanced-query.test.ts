/** The advanced form as a query, and a query as what the form begins with. */
import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/search/query/parser.ts';
import {
  type AdvancedFields,
  NO_FIELDS,
  plainWords,
  queryOf,
} from '../../../src/web/search/advanced-query.ts';

const fields = (given: Partial<AdvancedFields>): AdvancedFields => ({ ...NO_FIELDS, ...given });

test.each([
  [{}, '', 'nothing'],
  [{ all: '  Lavrov   Syria ' }, 'Lavrov Syria', 'all words'],
  [{ phrase: 'foreign  minister' }, '"foreign minister"', 'a phrase'],
  [{ any: 'Moscow Ankara' }, 'Moscow OR Ankara', 'any word'],
  [{ none: 'Astana Doha' }, '-Astana -Doha', 'none of the words'],
  [
    { all: 'a', phrase: 'b c', any: 'd e', none: 'f', where: 'title' },
    'title:a title:"b c" title:d OR title:e -f',
    'everything, in the title',
  ],
  [{ all: '"a" -b (c) OR', phrase: 'd "e" f' }, 'a b c "d e f"', 'signs of the query language are no words'],
] as const)('%j: %s', (given, query, why) => expect(queryOf(fields(given)), why).toBe(query));

test('the service reads the query as the form means it', () => {
  const { root } = parseQuery(queryOf(fields({ all: 'a', phrase: 'b c', any: 'd e', none: 'f' })));
  expect(root).toMatchObject({
    type: 'and',
    children: [
      { type: 'word', text: 'a' },
      { type: 'phrase', text: 'b c' },
      {
        type: 'or',
        children: [
          { type: 'word', text: 'd' },
          { type: 'word', text: 'e' },
        ],
      },
      { type: 'not', child: { type: 'word', text: 'f' } },
    ],
  });
});

test.each([
  ['Lavrov Syria ', 'Lavrov Syria'],
  ['AK-47', 'AK-47'],
  ['"a b"', undefined],
  ['a -b', undefined],
  ['a OR b', undefined],
  ['lang:tr', undefined],
])('%j is the words %j', (q, words) => expect(plainWords(q)).toBe(words));
