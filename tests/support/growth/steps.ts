/** The steps that a text goes through, each alone: what it does must not grow faster than the text. */
import { tokenize } from '../../../src/analysis/tokenizer.ts';
import { escapeHtml } from '../../../src/common/html.ts';
import type { StoredArticle } from '../../../src/common/types.ts';
import { xmlText } from '../../../src/common/xml.ts';
import { annotate } from '../../../src/document/annotate.ts';
import { ForwardIndex } from '../../../src/document/forward-index.ts';
import { encodeForwardIndex } from '../../../src/document/forward-index-writer.ts';
import { entityIdsByHash } from '../../../src/entities/packed/layered-entities.ts';
import {
  type Formatting,
  formatted,
  markedTexts,
  matchesPosition,
  toMeilisearchDocument,
} from '../../../src/http/meilisearch/format.ts';
import { ALL_NAMES } from '../../../src/http/meilisearch/names.ts';
import { batchOfArticles } from '../../../src/indexing/batch-builder.ts';
import { recordOf } from '../../../src/indexing/record.ts';
import { readEntry } from '../../../src/ingest/formats/feed.ts';
import { readHtml } from '../../../src/ingest/formats/html.ts';
import { readText } from '../../../src/ingest/formats/plain-text.ts';
import { parseLooseJson } from '../../../src/ingest/json-value.ts';
import { readRecord } from '../../../src/ingest/record.ts';
import { xmlItems } from '../../../src/ingest/xml-items.ts';
import { hashesOf } from '../../../src/search/ranking/matches.ts';
import { highlight } from '../../../src/search/results/highlighter.ts';
import { marksOf } from '../../../src/search/results/marks.ts';
import { TokenRestorer } from '../../../src/search/results/restored-tokens.ts';
import { summaryOf } from '../../../src/search/results/summary.ts';
import { testService } from '../service.ts';

const FORMATTING: Formatting = {
  highlighted: ALL_NAMES,
  cropped: new Map([['*', 10]]),
  preTag: '<em>',
  postTag: '</em>',
  cropMarker: '…',
};

/** Prepares a step on a text, so that only the step itself is counted. */
export type Step = (text: string) => () => unknown;

/** Steps by name. `query`: words that texts are searched for. */
export async function textSteps(): Promise<{
  steps: Readonly<Record<string, Step>>;
  close(): Promise<void>;
}> {
  const service = testService();
  const { tagger, zone, gazetteer, searcher } = service;
  await service.fill([{ id: 'a', title: 'council', body: '', keywords: [] }]);
  const clauses = await searcher.clausesOf({
    q: 'council ateşkes المجلس Erdoğan Lavrov İstanbul a ab 1',
    across: true,
    match: 'any',
  } as never);
  const ids = entityIdsByHash(gazetteer);
  const restorer = new TokenRestorer(hashesOf(clauses), (hash) => ids.get(hash));
  const articleOf = (text: string): StoredArticle => ({
    id: 'a',
    revision: 1,
    sequence: 1,
    deleted: false,
    title: text.slice(0, 200),
    body: text,
    keywords: text.split(/\s+/).filter(Boolean),
  });
  /** A step on an article and its annotation, which is made before. */
  const annotated =
    (step: (article: StoredArticle, passages: ReturnType<typeof annotate>) => unknown): Step =>
    (text) => {
      const article = articleOf(text);
      const passages = annotate(article, tagger);
      return () => step(article, passages);
    };
  const steps: Record<string, Step> = {
    words: (text) => () => tokenize(text, () => {}),
    annotation: (text) => () => annotate(articleOf(text), tagger),
    'index record': annotated((article, passages) => recordOf(article, passages, zone, [])),
    batch: (text) => () => batchOfArticles([articleOf(text)], tagger, zone, []),
    'restored words': (text) => {
      const article = articleOf(text);
      const forwardIndex = new ForwardIndex(encodeForwardIndex(annotate(article, tagger)));
      return () => restorer.passages(article, forwardIndex);
    },
    highlights: annotated((article, passages) => highlight(article, passages, clauses)),
    marks: annotated((article, passages) => marksOf(article, passages, clauses, 'body')),
    summary: annotated((article, passages) => summaryOf(article, passages, gazetteer, 'en', tagger.limits)),
    'marks of Meilisearch': annotated((article, passages) => {
      const marks = markedTexts(article, passages, clauses);
      formatted(toMeilisearchDocument(article, passages, zone), marks, FORMATTING);
      return matchesPosition(article, marks);
    }),
    escaping: (text) => () => [escapeHtml(text), xmlText(text)],
    'plain text': (text) => () => [...readText(text, 'a.txt')],
    record: (text) => () => [
      ...readRecord({ title: 'A', body: text, keywords: text.slice(0, 1000) }, 'a', 1),
    ],
    JSON: (text) => () => {
      try {
        parseLooseJson(text);
      } catch {
        // Not JSON.
      }
    },
    'web page': (text) => () => [...readHtml(`<html><body><article><p>${text}</p></article>`, 'a.html')],
    feed: (text) => async () => {
      const xml = `<rss><channel><item><title>a</title><description>${text}</description></item></channel></rss>`;
      try {
        for await (const item of xmlItems(chunksOf(xml), (name) => name === 'item'))
          if ('element' in item) [...readEntry(item, 'a.rss')];
      } catch {
        // Nested too deeply, or no XML.
      }
    },
  };
  return { steps, close: () => service.remove() };
}

async function* chunksOf(text: string): AsyncGenerator<string> {
  yield text;
}
