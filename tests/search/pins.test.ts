/** Pinned and hidden articles: what editors put first for a query, and what they leave out. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type PinRule,
  pinLine,
  pinsIn,
  pinsOfLines,
  removePins,
  storePins,
} from '../../src/search/pins/pin-list.ts';
import type { SearchRequest } from '../../src/search/searcher.ts';
import { type TestService, testService } from '../support/service.ts';

const DAYS = 24;
/** Articles about rain, the first the newest; every third in Turkish, and one without the word. */
const articles = [
  ...Array.from({ length: DAYS }, (_, n) => ({
    id: `rain-${n}`,
    title: n % 3 === 0 ? `Yağmur haberi ${n}` : `Rain report number ${n}`,
    body: n % 3 === 0 ? 'Şehre rain yağdı, deniyor burada.' : `Heavy rain fell on the hills of region ${n}.`,
    source: n % 2 === 0 ? 'Even Daily' : 'Odd Daily',
    publishedAt: `2024-03-${String(DAYS - n).padStart(2, '0')}`,
    keywords: [],
  })),
  { id: 'guide', title: 'Flood guide', body: 'What to do when rivers rise.', keywords: [], source: 'Guide' },
];

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill(articles);
});
afterAll(() => service.remove());
afterEach(() => {
  for (const { id } of pinsIn(service.archive)) removePins(service.archive, id);
});

const rule = (given: Partial<PinRule>): PinRule => ({ query: 'rain', pinned: [], hidden: [], ...given });
const pin = (...rules: Partial<PinRule>[]): void => {
  storePins(service.archive, rules.map(rule));
};
const ask = (q: string, more: Partial<SearchRequest> = {}) => service.ask(q, { pins: 'place', ...more });
const idsOf = async (q: string, more: Partial<SearchRequest> = {}): Promise<string[]> =>
  (await ask(q, more)).hits.map(({ id }) => id);

test('pinned articles come first in their order, and say so; what they lack is told', async () => {
  const before = await ask('rain', { facets: ['source'] });
  pin({ pinned: ['guide', 'rain-20'] });
  const after = await ask('rain', { facets: ['source'] });
  expect(after.hits.slice(0, 3).map(({ id, pinned, score }) => [id, pinned, score === null])).toEqual([
    ['guide', true, true],
    ['rain-20', true, true],
    [before.hits[0]!.id, undefined, false],
  ]);
  expect(after.hits[0]!.missing).toEqual(['rain']);
  expect(after.hits[1]!.missing).toEqual([]);
  expect(after.total.value).toBe(before.total.value + 1);
  expect(after.facets.source).toEqual(
    expect.arrayContaining([...before.facets.source!, { value: 'Guide', count: 1 }]),
  );
  expect(after.hidden).toBe(0);
});

test('hidden articles are in no page, total, facet or order, and their number is told', async () => {
  const before = await ask('rain', { facets: ['source', 'date'] });
  pin({ hidden: ['rain-1', 'rain-2', 'rain-3'] });
  const after = await ask('rain', { facets: ['source', 'date'] });
  expect([after.hidden, after.total.value]).toEqual([3, before.total.value - 3]);
  const count = (answer: typeof before, value: string) =>
    answer.facets.source!.find((each) => each.value === value)!.count;
  expect(count(after, 'Odd Daily')).toBe(count(before, 'Odd Daily') - 2);
  expect(after.facets.date).toEqual([{ value: '2024-03', count: before.total.value - 3 }]);
  for (const sort of ['relevance', 'newest', 'oldest'] as const) {
    const ids = await idsOf('rain', { sort, limit: 100 });
    expect(ids).toHaveLength(DAYS - 3);
    expect(ids.filter((id) => /^rain-[123]$/.test(id))).toEqual([]);
  }
});

describe.each(['relevance', 'newest'] as const)('pages by %s', (sort) => {
  test.each([1, 3, 7, 20])('of %i hits have every hit once', async (limit) => {
    pin({ pinned: ['guide', 'rain-23'], hidden: ['rain-0', 'rain-5', 'rain-22'] });
    const whole = await idsOf('rain', { sort, limit: 100 });
    expect(new Set(whole).size).toBe(whole.length);
    const paged: string[] = [];
    for (let offset = 0; offset <= whole.length; offset += limit)
      paged.push(...(await idsOf('rain', { sort, limit, offset })));
    expect(paged).toEqual(whole);
    const { total } = await ask('rain', { sort });
    expect(total.value).toBe(whole.length);
  });
});

test('pages beyond those that are ranked have every hit once, too', async () => {
  const hail = Array.from({ length: 230 }, (_, n) => ({
    id: `hail-${String(n).padStart(3, '0')}`,
    title: `Hail ${n}`,
    body: n % 2 === 0 ? 'Hail fell.' : `Hail and more hail fell on field number ${n} of the plain.`,
    keywords: [],
  }));
  await service.fill(hail);
  const before = await ask('hail', { limit: 100 });
  const last = await idsOf('hail', { limit: 100, offset: 200 });
  const hidden = [before.hits[4]!.id, last[5]!, last.at(-1)!];
  pin({ query: 'hail', pinned: ['guide', last[7]!], hidden });
  const paged: string[] = [];
  for (let offset = 0; offset < 240; offset += 30)
    paged.push(...(await idsOf('hail', { limit: 30, offset })));
  const { total } = await ask('hail');
  expect([paged.length, new Set(paged).size, total.value]).toEqual([228, 228, 228]);
  expect(paged.filter((id) => hidden.includes(id))).toEqual([]);
});

test.each<[what: string, q: string, more: Partial<SearchRequest>, first: string, why: string]>([
  ['another case', 'RAIN', {}, 'guide', 'the query is normalised'],
  ['space', '  rain ', {}, 'guide', 'the query is normalised'],
  ['another query', 'heavy rain', {}, 'rain', 'its words are others'],
  ['an operator', 'rain OR snow', {}, 'rain', 'operators are no plain words'],
  ['a phrase', '"rain"', {}, 'rain', 'neither are phrases'],
  ['a filter typed', 'rain lang:en', {}, 'rain', 'nor filters'],
  ['order of date', 'rain', { sort: 'newest' }, 'rain', 'a date has no place at the top'],
  ['hide alone', 'rain', { pins: 'hide' }, 'rain', 'as with strict'],
  ['a filter that it meets', 'rain', { filter: { facet: 'lang', values: ['en'] } }, 'guide', 'it is English'],
  [
    'a filter that it fails',
    'rain',
    { filter: { facet: 'lang', values: ['tr'] } },
    'rain',
    'it is not Turkish',
  ],
  ['days', 'rain', { days: { from: '2024-01-01' } }, 'rain', 'it has no date'],
])('%s: %s %j begins with %s, as %s', async (_what, q, more, first) => {
  pin({ pinned: ['guide'] });
  const [id] = await idsOf(q, more);
  expect(id!.startsWith(first)).toBe(true);
});

test('a rule for the language of readers holds for them alone', async () => {
  pin({ pinned: ['rain-20'] }, { pinned: ['guide'], lang: 'tr' });
  expect((await idsOf('rain', { language: 'tr' }))[0]).toBe('guide');
  expect((await idsOf('rain', { language: 'ru' }))[0]).toBe('rain-20');
});

test('a change takes effect at once, and without being asked nothing is pinned', async () => {
  pin({ pinned: ['guide'] });
  expect((await service.ask('rain')).hits[0]!.id).not.toBe('guide');
  expect((await idsOf('rain'))[0]).toBe('guide');
  pin({ pinned: ['rain-20'] });
  expect(pinsIn(service.archive)).toHaveLength(1);
  expect((await idsOf('rain'))[0]).toBe('rain-20');
});

test('copies of a pinned article are collapsed into it', async () => {
  const body = 'The dam above the valley is full after a week of rain, and the gates will be opened at noon.';
  await service.fill([
    { id: 'copy-a', title: 'Dam is full', body, keywords: [], publishedAt: '2024-02-01' },
    { id: 'copy-b', title: 'Dam is full', body, keywords: [], publishedAt: '2024-02-02' },
  ]);
  pin({ query: 'dam', pinned: ['copy-a'] });
  const { hits, collapsed, total } = await ask('dam', { collapse: true });
  expect(hits.map(({ id, duplicates }) => [id, duplicates])).toEqual([['copy-a', 1]]);
  expect([total.value, collapsed]).toEqual([2, 1]);
});

test('articles that are gone drop out, and the rule says so', async () => {
  await service.fill([{ id: 'soon-gone', title: 'Storm', body: 'A storm came.', keywords: [] }]);
  pin({ pinned: ['soon-gone', 'guide'], hidden: ['never-there'] });
  expect((await idsOf('rain')).slice(0, 2)).toEqual(['soon-gone', 'guide']);
  service.archive.takeDown('soon-gone', 'a court order');
  await service.level();
  expect((await idsOf('rain'))[0]).toBe('guide');
  expect(pinsIn(service.archive)[0]!.missing).toEqual(['soon-gone', 'never-there']);
});

test('a file of rules is what it was after import and export', () => {
  const lines = [
    '{"query":"rain","pinned":["guide"],"hidden":[]}',
    '{"query":"وقف إطلاق النار","lang":"ar","pinned":[],"hidden":["rain-1"]}',
  ];
  storePins(service.archive, pinsOfLines(`${lines.join('\r\n\n')}\n`));
  expect(pinsIn(service.archive).map(pinLine)).toEqual(lines);
  storePins(service.archive, pinsOfLines('{"query":"snow","pinned":["guide"]}'), { replace: true });
  expect(pinsIn(service.archive).map(({ query }) => query)).toEqual(['snow']);
});

test.each([
  ['{"query":"rain"}', 'Nothing is pinned'],
  ['{"query":"","pinned":["a"]}', 'no query of plain words'],
  ['{"query":"rain -snow","pinned":["a"]}', 'no query of plain words'],
  ['{"query":"title:rain","pinned":["a"]}', 'no query of plain words'],
  ['{"query":"rain*","pinned":["a"]}', 'no query of plain words'],
  ['{"query":"rain","lang":"xx","pinned":["a"]}', '"xx" is no language'],
  ['{"query":"rain","pinned":["a"],"hidden":["a"]}', '"a" is pinned and hidden'],
  ['{"query":"rain","pinned":"a"}', 'lists of ids'],
  [`{"query":"rain","pinned":${JSON.stringify([...'abcdefghijk'])}}`, 'at most 10 pinned'],
  [`{"query":"${'rain '.repeat(60)}","pinned":["a"]}`, 'at most 256 characters'],
  ['{"query":"ok","pinned":["a"]}\nrain', 'Line 2'],
])('%s is refused: %s', (text, reason) => {
  expect(() => pinsOfLines(text)).toThrow(reason);
});
