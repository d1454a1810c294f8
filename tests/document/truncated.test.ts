/** Articles that exceed the limits of the analysis: what fits is indexed and marked, the rest is said to be left out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article, StoredArticle } from '../../src/common/types.ts';
import { ANALYSIS_LIMITS, readLimits } from '../../src/config/analysis-limits.ts';
import { annotate } from '../../src/document/annotate.ts';
import { ForwardIndex } from '../../src/document/forward-index.ts';
import { encodeForwardIndex } from '../../src/document/forward-index-writer.ts';
import { truncatedParts } from '../../src/document/truncated.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from '../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../src/entities/tagger/tagger.ts';
import { hashesOf } from '../../src/search/ranking/matches.ts';
import { TokenRestorer } from '../../src/search/results/restored-tokens.ts';
import { type Running, running } from '../support/running-service.ts';

const LIMITS = {
  ...{ title: 40, passage: 60, keywords: 10, passages: 30, words: 60, mentions: 10, marks: 15 },
};
const lines = (count: number, line: string): string => new Array(count).fill(line).join('\n');

interface Case {
  what: string;
  article: Partial<Article>;
  truncated?: string[];
  /** Found by this word, and not by that one. */
  found: string;
  lost?: string;
}
const CASES: readonly Case[] = [
  {
    what: 'an ordinary article',
    article: { title: 'Okapi', body: 'Zebra.\n\n', keywords: ['x'] },
    found: 'zebra',
  },
  {
    what: 'a long title',
    article: { title: `okapi ${'quagga '.repeat(8)}tapir`, body: 'Zebra' },
    ...{ truncated: ['title'], found: 'zebra quagga', lost: 'tapir' },
  },
  {
    what: 'a long title of one word',
    article: { title: `okapi${'x'.repeat(100)}`, body: 'Zebra' },
    ...{ truncated: ['title'], found: 'zebra' },
  },
  {
    what: 'many keywords',
    article: { keywords: Array.from({ length: 12 }, (_, n) => `word${n}`), body: 'Zebra' },
    ...{ truncated: ['keywords'], found: 'word9 zebra', lost: 'word10' },
  },
  {
    what: 'many passages',
    article: { body: `${lines(30, 'okapi')}\ntapir` },
    ...{ truncated: ['body'], found: 'okapi', lost: 'tapir' },
  },
  {
    what: 'many words in one passage',
    article: { body: `${lines(6, `quagga ${'okapi '.repeat(9)}`)}\ntapir` },
    ...{ truncated: ['body'], found: 'quagga', lost: 'tapir' },
  },
  {
    what: 'words that end in the middle of a passage',
    article: { body: `${lines(5, 'a b c d e f g h i j')}\nk l m n okapi p q r zebra t tapir v` },
    ...{ truncated: ['body'], found: 'okapi zebra', lost: 'tapir' },
  },
  {
    what: 'a long passage is cut into several, and nothing is lost',
    article: { body: `${'okapi '.repeat(25)}tapir` },
    found: 'tapir',
  },
  {
    what: 'many mentions',
    article: { body: lines(12, 'Lavrov') },
    ...{ truncated: ['mentions'], found: 'lavrov' },
  },
  {
    what: 'many words in further fields',
    article: { body: 'Zebra', authors: Array.from({ length: 1200 }, (_, n) => `Name${n}`) },
    ...{ truncated: ['fields'], found: 'zebra' },
  },
  {
    what: 'exactly as many words as may be',
    article: { body: lines(6, 'a b c d e f g h i tapir') },
    found: 'tapir',
  },
];

let api: Running;
beforeAll(async () => {
  const text = Object.entries(LIMITS)
    .map(([name, value]) => `${name}=${value}`)
    .join(',');
  api = await running({ LISAN_LIMITS: text });
  await api.service.fill(
    CASES.map(({ article }, n) => ({ id: `c${n}`, title: '', body: '', keywords: [], ...article })),
  );
});
afterAll(() => api.end());

describe.each(CASES.map((each, n) => ({ ...each, id: `c${n}` })))('$what', (each) => {
  const { id, article, truncated, found, lost } = each;

  test('hits, the document and its marks say what is left out', async () => {
    const { hits } = await api.service.ask(found, { limit: 100 });
    expect(hits.find((hit) => hit.id === id)?.truncated).toEqual(truncated);
    const { body } = await api.ask(`/api/documents/${id}`);
    expect([body.truncated, body.title, body.body]).toEqual([
      truncated,
      article.title ?? '',
      article.body ?? '',
    ]);
    const { body: marked } = await api.ask(`/api/documents/${id}/marks?q=${encodeURIComponent(found)}`);
    for (const part of truncated ?? []) expect(marked.truncated).toContain(part);
  });

  test('what fits is found, the rest is not', async () => {
    const ids = async (q: string) =>
      (await api.service.ask(q, { limit: 100, relax: [] })).hits.map((hit) => hit.id);
    expect(await ids(found)).toContain(id);
    if (lost !== undefined) expect(await ids(lost)).not.toContain(id);
  });

  test('passages restored from the index are those of a new analysis', async () => {
    const { tagger, archive, searcher } = api.service;
    const stored = archive.get(id) as StoredArticle;
    const passages = annotate(stored, tagger);
    const clauses = await searcher.clausesOf({ q: `${found} okapi`, match: 'all' });
    const restorer = new TokenRestorer(hashesOf(clauses), () => undefined, tagger.limits);
    const restored = restorer.passages(stored, new ForwardIndex(encodeForwardIndex(passages)));
    expect(restored?.map(({ start, end, field }) => [field, start, end])).toEqual(
      passages.map(({ start, end, field }) => [field, start, end]),
    );
    expect(truncatedParts(stored, passages, tagger.limits)).toEqual(truncated ?? []);
  });
});

test('marks of one article are bounded, and it is said', async () => {
  const { body } = await api.ask('/api/documents/c4/marks?q=okapi');
  expect([body.marks.length, body.truncated]).toEqual([LIMITS.marks, ['body', 'marks']]);
});

test('an index made with other limits is built again', async () => {
  const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
  expect(new Tagger(gazetteer).limits).toEqual(ANALYSIS_LIMITS);
  const { indexFingerprint } = await import('../../src/indexing/fingerprint.ts');
  const { zone, analysis, engine, config } = api.service;
  expect(indexFingerprint(gazetteer, engine.layout, zone, config.facets, config.names)).not.toBe(analysis);
  expect(indexFingerprint(gazetteer, engine.layout, zone, config.facets, config.names, LIMITS)).toBe(
    analysis,
  );
});

test.each([
  ['words=500000', { ...ANALYSIS_LIMITS, words: 500_000 }],
  ['words=20, title=10', { ...ANALYSIS_LIMITS, words: 20, title: 10 }],
  ['words=9', undefined],
  ['words=5000001', undefined],
  ['letters=20', undefined],
  ['constructor=20', undefined],
  ['', undefined],
])('%j as a setting', (text, limits) => expect(readLimits(text)).toEqual(limits));
