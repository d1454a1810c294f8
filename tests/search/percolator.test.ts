/** Percolation finds among given documents what a strict search finds among them. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storePins } from '../../src/search/pins/pin-list.ts';
import type { SearchRequest } from '../../src/search/searcher.ts';
import { SAMPLE_FOLDER } from '../../src/service/service.ts';
import { type TestService, testService } from '../support/service.ts';

let service: TestService;
let ids: string[];
beforeAll(async () => {
  service = testService();
  await service.read(SAMPLE_FOLDER);
  ids = service.archive.changesAfter(0, 1000).map(({ id }) => id);
});
afterAll(() => service.remove());

const REQUEST: Omit<SearchRequest, 'q'> = {
  ...{ limit: 1000, offset: 0, sort: 'newest', match: 'all', facets: [], explain: false, language: 'en' },
};

async function both(q: string, among: readonly string[], more: Partial<SearchRequest> = {}) {
  const request = { ...REQUEST, q, ...more };
  const { hits } = await service.searcher.search({ ...request, relax: [] });
  const percolator = await service.searcher.percolator(among);
  const { documents } = await percolator.matching(request);
  const searched = hits.map(({ id }) => id).filter((id) => among.includes(id));
  return { searched: searched.toSorted(), percolated: documents.map(({ id }) => id).toSorted() };
}

test.each([
  ['', 'everything'],
  ['Lavrov', 'a name in every script'],
  ['"foreign minister"', 'a phrase'],
  ['"minister foreign"~3', 'words close together'],
  ['Lavrov -Fidan', 'without a word'],
  ['-Lavrov', 'only without'],
  ['Astana OR Damascus', 'alternatives'],
  ['(Astana OR Şam) AND Lavrov', 'a group'],
  ['minist*', 'words that begin so'],
  ['ministr~1', 'words within an edit'],
  ['title:Lavrov', 'a field'],
  ['lang:ar', 'a language'],
  ['Lavrov lang:tr', 'a language and a word'],
  ['Lavrov OR lang:tr', 'a filter beside words, which is read as words'],
  ['entity:person-sergey-lavrov', 'an entity'],
  ['Lavrov date:2024-11', 'a month'],
  ['source:"Steppe Wire"', 'a source'],
  ['Suriye dışişleri bakanı', 'several words'],
  ['the', 'a stop word alone'],
  ['?!', 'nothing that can be searched'],
  ['qwxzv', 'a word that no article has'],
])('%s: %s', async (q) => {
  const { searched, percolated } = await both(q, ids);
  expect(percolated).toEqual(searched);
  const some = ids.filter((_, index) => index % 3 === 0);
  const few = await both(q, some);
  expect(few.percolated).toEqual(few.searched);
});

test.each([
  ['exact', { match: 'exact' }],
  ['across', { across: true }],
  ['no names', { names: false }],
  ['days', { days: { from: '2024-11-01' } }],
  ['a filter', { filter: { facet: 'lang', values: ['ru'] } }],
] as const)('as asked: %s', async (_, more) => {
  const { searched, percolated } = await both('Lavrov', ids, more);
  expect(searched.length).toBeGreaterThan(0);
  expect(percolated).toEqual(searched);
});

test('any combination of words and operators', async () => {
  const word = fc.constantFrom(
    'Lavrov',
    'Фидан',
    'أستانا',
    'bakan',
    'minister',
    'Suriye',
    '"dışişleri bakanı"',
    'lang:en',
    'qwxzv',
  );
  const query = fc
    .array(fc.tuple(fc.constantFrom('', '-', 'OR ', 'AND '), word), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([operator, part]) => operator + part).join(' '));
  await fc.assert(
    fc.asyncProperty(query, async (q) => {
      const { searched, percolated } = await both(q, ids);
      expect(percolated, q).toEqual(searched);
    }),
    { numRuns: 60 },
  );
});

test('hits have the marks of the search, the newest first, and near-duplicates are collapsed', async () => {
  const percolator = await service.searcher.percolator(ids);
  const { hits } = await percolator.matching({ ...REQUEST, q: 'Lavrov' });
  const [hit] = await hits(3);
  const searched = await service.searcher.search({ ...REQUEST, q: 'Lavrov', relax: [] });
  expect(hit).toEqual(searched.hits.find(({ id }) => id === hit!.id));
  expect(hit!.highlights.body.some(({ marks }) => marks.length > 0)).toBe(true);
});

test('what editors hide for a query is not found for it', async () => {
  const asked = { ...REQUEST, q: 'Lavrov', pins: 'place' } as const;
  const percolator = await service.searcher.percolator(ids);
  const found = async () => (await percolator.matching(asked)).documents.map(({ id }) => id);
  const [first, ...others] = await found();
  storePins(service.archive, [{ query: 'lavrov', pinned: [], hidden: [first!] }]);
  expect(await found()).toEqual(others);
  storePins(service.archive, [], { replace: true });
});

test('an article that is not in the index is checked as those that are', async () => {
  const percolator = await service.searcher.percolator([]);
  const { documents, matchesArticle } = await percolator.matching({ ...REQUEST, q: 'Lavrov lang:tr' });
  expect(documents).toEqual([]);
  const article = { title: 'Dışişleri', body: "Lavrov Ankara'ya geldi ve bakanla görüştü.", keywords: [] };
  expect(matchesArticle(article)).toBe(true);
  expect(matchesArticle({ ...article, body: 'Bakan Ankara’ya geldi ve görüştü.' })).toBe(false);
});
