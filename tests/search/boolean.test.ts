/** What a query with operators finds is what a look at every document finds. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Article, Field } from '../../src/common/types.ts';
import { FIELDS } from '../../src/common/types.ts';
import { type TestService, testService } from '../support/service.ts';

/** Words of no language, so that none is a form of another. */
const WORDS = ['zorbat', 'quixel', 'vondruk', 'mulbex', 'gharpo', 'tevlink'] as const;
const SOURCES = ['AA', 'Reuters', '24'] as const;
const YEARS = ['2022', '2023', '2024'] as const;

const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));
const CORPUS: readonly Article[] = fc
  .sample(
    fc.record(
      {
        title: text,
        // Two passages at most: phrases do not cross them.
        body: fc.array(text, { minLength: 1, maxLength: 2 }).map((lines) => lines.join('\n')),
        keywords: fc.array(text, { maxLength: 2 }),
        source: fc.constantFrom(...SOURCES),
        publishedAt: fc.constantFrom(...YEARS).map((year) => `${year}-06-15`),
      },
      { requiredKeys: ['title', 'body', 'keywords'] },
    ),
    { numRuns: 60, seed: 23 },
  )
  .map((article, number) => ({ ...article, id: `d${number}` }));

/** A query as a person types it, and the documents that it means. */
interface Case {
  q: string;
  means: (article: Article) => boolean;
}

const passages = (article: Article, field?: Field): string[][] =>
  FIELDS.filter((name) => field === undefined || name === field)
    .flatMap((name) => (name === 'keywords' ? article.keywords : article[name].split('\n')))
    .map((line) => line.split(' '));
const has = (article: Article, word: string, field?: Field): boolean =>
  passages(article, field).some((words) => words.includes(word));
const hasPhrase = (article: Article, phrase: readonly string[], slop: number): boolean =>
  passages(article).some((words) =>
    words.some((_, start) => {
      const window = words.slice(start, start + phrase.length + slop);
      if (slop === 0) return phrase.every((word, at) => window[at] === word);
      // Each word of the phrase needs a place of its own.
      return phrase.every(
        (word) =>
          window.filter((other) => other === word).length >= phrase.filter((other) => other === word).length,
      );
    }),
  );

const word = fc.constantFrom(...WORDS);
const leaves: fc.Arbitrary<Case> = fc.oneof(
  { weight: 4, arbitrary: word.map((w): Case => ({ q: w, means: (article) => has(article, w) })) },
  fc
    .tuple(fc.constantFrom(...FIELDS), word)
    .map(([field, w]): Case => ({ q: `${field}:${w}`, means: (article) => has(article, w, field) })),
  fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 0, 1, 3)).map(
    ([phrase, slop]): Case => ({
      q: `"${phrase.join(' ')}"${slop === 0 ? '' : `~${slop}`}`,
      means: (article) => hasPhrase(article, phrase, slop),
    }),
  ),
  word.map((w): Case => ({ q: `${w.slice(0, 3)}*`, means: (article) => has(article, w) })),
);
const filters: fc.Arbitrary<Case> = fc.oneof(
  fc
    .constantFrom(...SOURCES)
    .map((source): Case => ({ q: `source:${source}`, means: (article) => article.source === source })),
  fc.constantFrom(...YEARS).map(
    (year): Case => ({
      q: `date:${year}`,
      means: (article) => article.publishedAt?.startsWith(year) === true,
    }),
  ),
);
const groups = (leaf: fc.Arbitrary<Case>): fc.Arbitrary<Case> =>
  fc.letrec<{ query: Case }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.tuple(fc.constantFrom(' ', ' AND '), fc.array(tie('query'), { minLength: 2, maxLength: 3 })).map(
        ([between, parts]): Case => ({
          q: `(${parts.map(({ q }) => q).join(between)})`,
          means: (article) => parts.every(({ means }) => means(article)),
        }),
      ),
      fc.tuple(fc.constantFrom(' OR ', ' | '), fc.array(tie('query'), { minLength: 2, maxLength: 3 })).map(
        ([between, parts]): Case => ({
          q: `(${parts.map(({ q }) => q).join(between)})`,
          means: (article) => parts.some(({ means }) => means(article)),
        }),
      ),
      fc
        .tuple(fc.constantFrom('-', 'NOT '), tie('query'))
        .map(([not, { q, means }]): Case => ({ q: `${not}(${q})`, means: (article) => !means(article) })),
    ),
  })).query;
/** Words with filters beside them, which may be alternatives of each other. */
const queries = fc.tuple(groups(leaves), fc.option(groups(filters), { nil: undefined })).map(
  ([words, filter]): Case =>
    filter === undefined
      ? words
      : {
          q: `${words.q} ${filter.q}`,
          means: (article) => words.means(article) && filter.means(article),
        },
);

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill(CORPUS);
});
afterAll(() => service.remove());

test.each(['relevance', 'newest'] as const)(
  'hits, total and facets of a query with operators, sorted by %s',
  async (sort) => {
    await fc.assert(
      fc.asyncProperty(queries, async ({ q, means }) => {
        const { hits, total, partial, facets } = await service.ask(q, {
          limit: 100,
          sort,
          relax: [],
          facets: ['source', 'date'],
        });
        const expected = CORPUS.filter(means);
        expect(hits.map(({ id }) => id).sort(), q).toEqual(expected.map(({ id }) => id!).sort());
        expect(total, q).toEqual({ value: expected.length, relation: 'eq' });
        expect(partial).toBe(0);
        for (const { missing, similar } of hits) expect([...missing, ...similar]).toEqual([]);
        for (const source of SOURCES) {
          const count = facets.source?.find(({ value }) => value === source)?.count ?? 0;
          expect(count, `${q}: ${source}`).toBe(
            expected.filter((article) => article.source === source).length,
          );
        }
        const months = facets.date?.reduce((sum, { count }) => sum + count, 0);
        expect(months, q).toBe(expected.filter(({ publishedAt }) => publishedAt !== undefined).length);
      }),
      { numRuns: 300 },
    );
  },
  120_000,
);

test('a stop word with an operator of its own is required', async () => {
  const q = '((von* von*) zorbat)';
  const { hits } = await service.ask(q, { limit: 100, relax: [] });
  const expected = CORPUS.filter((article) => has(article, 'vondruk') && has(article, 'zorbat'));
  expect(hits.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id!).sort());
});

test('pages of a query with operators have no holes and no repeats', async () => {
  const q = '(zorbat OR "quixel vondruk") -title:mulbex';
  const whole = (await service.ask(q, { limit: 100 })).hits.map(({ id }) => id);
  expect(whole.length).toBeGreaterThan(10);
  const paged: string[] = [];
  for (let offset = 0; offset < whole.length; offset += 7)
    paged.push(...(await service.ask(q, { offset, limit: 7 })).hits.map(({ id }) => id));
  expect(paged).toEqual(whole);
});

/** 1,005 documents have the words, of which 5 have them as a phrase. */
test('if more documents than are checked may match, the total is a lower bound', async () => {
  const own = testService();
  try {
    const filler = Array.from({ length: 1000 }, (_, n) => ({
      id: `f${n}`,
      title: '',
      body: 'quixel and zorbat',
      keywords: [],
      publishedAt: '2020-01-01',
    }));
    const phrases = Array.from({ length: 5 }, (_, n) => ({
      id: `p${n}`,
      title: '',
      body: 'zorbat quixel',
      keywords: [],
      publishedAt: '2024-01-01',
    }));
    await own.fill([...filler, ...phrases]);
    const { total } = await own.ask('"zorbat quixel"', { sort: 'newest' });
    expect(total).toEqual({ value: 5, relation: 'gte' });
  } finally {
    await own.remove();
  }
});
