/** Near-duplicates: which articles are, how they are shown, and that totals count documents. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/common/types.ts';
import { annotate } from '../../src/document/annotate.ts';
import { DocumentWords } from '../../src/document/document-words.ts';
import { ForwardIndex } from '../../src/document/forward-index.ts';
import { encodeForwardIndex } from '../../src/document/forward-index-writer.ts';
import {
  bandsOf,
  mostResemblance,
  NEARLY_THE_SAME,
  resemblance,
  shinglesOf,
  shinglesOfNumbered,
} from '../../src/document/minhash.ts';
import { hasValues } from '../../src/engines/conditions.ts';
import { moreLikeThis } from '../../src/search/more-like-this.ts';
import { collapse } from '../../src/search/ranking/collapse.ts';
import type { SearchRequest } from '../../src/search/searcher.ts';
import { type TestService, testService } from '../support/service.ts';

const COPY = [
  'The foreign ministers of the two countries met in the capital on Tuesday to discuss the reopening of the border crossing near the river.',
  'Both sides agreed that the committee of experts would meet again next month, according to a statement that was read after the talks.',
  'Residents of the villages on the eastern bank have waited eleven years for the bridge, which was closed when the fighting began.',
].join('\n');
const OTHER = [
  'Farmers in the southern valley say that the harvest of oranges was the poorest since the drought twelve winters ago.',
  'The cooperative has asked the ministry for loans without interest and for cheaper water from the new canal.',
].join('\n');

const article = (id: string, title: string, body: string, more: Partial<Article> = {}): Article => ({
  id,
  title,
  body,
  keywords: [],
  ...more,
});

/** Agency copy as outlets print it, and other articles. */
const CORPUS: readonly Article[] = [
  article('agency', 'Ministers meet over border', COPY, { source: 'Agency', publishedAt: '2024-03-05' }),
  article('daily', 'Border talks held in capital', `${COPY}\nWith reports from our correspondent.`, {
    source: 'Daily',
  }),
  article('evening', 'Talks on the crossing', COPY.replace('Tuesday', 'Tuesday evening').toUpperCase(), {
    source: 'Evening',
  }),
  article('farm', 'Poor harvest of oranges near the border', OTHER, { source: 'Daily' }),
  article('short-1', 'Border', 'The border is closed today.'),
  article('short-2', 'Border', 'The border is closed today.'),
];

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill(CORPUS);
});
afterAll(() => service.remove());

const search = (q: string, more: Partial<SearchRequest> = {}) => service.ask(q, { collapse: true, ...more });

describe('search', () => {
  test('collapses the copies of one text into one hit and counts them', async () => {
    const { hits, total, partial, collapsed } = await search('border crossing committee');
    expect(hits.filter(({ id }) => ['agency', 'daily', 'evening'].includes(id))).toHaveLength(1);
    expect(hits[0]).toMatchObject({ duplicates: 2 });
    expect(collapsed).toBe(2);
    expect(total).toEqual({ value: 3, relation: 'eq' });
    expect(total.value + partial).toBe(hits.length + collapsed);
  });

  test('shows all copies on request', async () => {
    const { hits, total, partial, collapsed } = await search('border crossing committee', {
      collapse: false,
    });
    expect(hits.map(({ id }) => id)).toEqual(expect.arrayContaining(['agency', 'daily', 'evening']));
    expect([collapsed, total.value + partial]).toEqual([0, hits.length]);
  });

  test.each(['relevance', 'newest', 'oldest'] as const)(
    'pages of %s hold every hit once and none twice',
    async (sort) => {
      const all = (await search('', { sort })).hits.map(({ id }) => id);
      expect(all).toHaveLength(4);
      const paged: string[] = [];
      for (let offset = 0; offset < 6; offset++)
        paged.push(...(await search('', { sort, offset, limit: 1 })).hits.map(({ id }) => id));
      expect(paged).toEqual(all);
    },
  );

  test('counts only the copies that pass a filter', async () => {
    const { hits } = await search('border crossing', { filter: hasValues('source', ['Daily', 'Agency']) });
    expect(hits[0]).toMatchObject({ duplicates: 1 });
  });

  test('does not collapse short texts, which are similar by chance', async () => {
    const { hits } = await search('closed today');
    expect(hits.map(({ id }) => id)).toEqual(expect.arrayContaining(['short-1', 'short-2']));
  });
});

test('similar articles do not include copies of the article', async () => {
  const hits = await moreLikeThis(service, { id: 'agency', limit: 10, language: 'en' });
  expect(hits.map(({ id }) => id)).not.toContain('daily');
});

test('an index finds the copies of a document, also after changes and a full reindex', async () => {
  const own = testService();
  const copies = async (id: string) => [...(await (await own.live.current()).duplicates(id, 10))].sort();
  await own.fill(CORPUS);
  expect(await copies('agency')).toEqual(['daily', 'evening']);
  await own.fill([article('daily', 'Oranges', OTHER)]);
  expect(await copies('agency'), 'a changed text leaves').toEqual(['evening']);
  expect(await copies('daily'), 'and joins another').toEqual(['farm']);
  own.archive.delete('agency');
  await own.level();
  expect(await copies('evening'), 'a deleted document is nobody’s copy').toEqual([]);
  await own.fill([article('agency', 'Ministers meet over border', COPY)]);
  expect(await copies('evening')).toEqual(['agency']);
  await own.level(true);
  expect([await copies('evening'), await copies('farm')]).toEqual([['agency'], ['daily']]);
  await own.remove();
});

function shinglesOfText(body: string): Int32Array {
  const passages = annotate(article('x', 'title', body) as never, service.tagger);
  const shingles = shinglesOf(new ForwardIndex(encodeForwardIndex(passages)));
  const words = new DocumentWords();
  expect(shinglesOfNumbered(words.add(passages), words.table), 'in a batch').toEqual(shingles);
  return shingles;
}

describe('shingles', () => {
  test.each([
    [COPY, COPY.toUpperCase(), 1, 'case is no difference'],
    [COPY, OTHER, 0, 'two articles'],
    ['a b c d', 'a b c', 0, 'too short for a shingle'],
  ])('%# resemblance', (a, b, expected, why) => {
    expect(resemblance(shinglesOfText(a), shinglesOfText(b)), why).toBeCloseTo(expected, 1);
  });

  test('equal texts share every band; resemblance is symmetric and from 0 to 1', () => {
    const words = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 0, maxLength: 60 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [first, second] = [a, b].map((some) => shinglesOfText(some.map((n) => `word${n}x`).join(' ')));
        const share = resemblance(first!, second!);
        expect(share).toBe(resemblance(second!, first!));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(bandsOf(first!)).toEqual(bandsOf(Int32Array.of(...first!, ...first!).reverse()));
        expect(mostResemblance(first!, second!)).toBeGreaterThanOrEqual(share);
      }),
      { numRuns: 100 },
    );
  });

  test('most texts that share nearly all shingles have a band in common', () => {
    let found = 0;
    for (let round = 0; round < 100; round++) {
      const words = Array.from({ length: 200 }, (_, n) => `w${(n * 7919 + round * 104729) % 5003}`);
      const changed = words.with(100, 'other').with(40, 'changed');
      const [a, b] = [words, changed].map((some) => shinglesOfText(some.join(' ')));
      expect(resemblance(a!, b!)).toBeGreaterThan(NEARLY_THE_SAME);
      if (bandsOf(a!).some((band) => bandsOf(b!).includes(band))) found++;
    }
    expect(found).toBeGreaterThanOrEqual(95);
  });
});

test('collapsing keeps the order and loses nothing', () => {
  const documents = fc.array(
    fc.record({ id: fc.uuid(), cluster: fc.option(fc.integer({ min: 1, max: 4 })) }),
  );
  fc.assert(
    fc.property(documents, (all) => {
      const { shown, collapsed } = collapse(
        all,
        all.map(({ cluster }) => cluster ?? undefined),
      );
      expect(shown.reduce((sum, { duplicates }) => sum + 1 + duplicates, 0)).toBe(all.length);
      expect(collapsed).toBe(all.length - shown.length);
      expect(shown.map(({ document }) => document.id)).toEqual(
        all.map(({ id }) => id).filter((id) => shown.some(({ document }) => document.id === id)),
      );
    }),
  );
});

test('a reader finds clusters that were made after it was opened, and of documents that were there before', async () => {
  const own = testService();
  try {
    await own.fill([article('first', 'Ministers meet', COPY)]);
    const { generation } = own.archive.liveIndex('sqlite')!;
    const reader = await own.engine.open(generation, false);
    const clusters = async () => {
      const all = ['first', 'second', 'third'];
      const found = await reader.clusters(all);
      return all.filter((_, place) => found[place] !== undefined);
    };
    expect(await clusters()).toEqual([]);
    await own.fill([article('second', 'Talks', COPY)]);
    expect(await clusters()).toEqual(['first', 'second']);
    await own.fill([article('third', 'Crossing', COPY), article('first', 'Harvest', OTHER)]);
    expect(await clusters()).toEqual(['second', 'third']);
    await reader.close();
  } finally {
    await own.remove();
  }
});
