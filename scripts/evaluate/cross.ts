/**
 * Search across languages: questions of one language over the paragraphs of another, whose relevant ids are the same.
 * Only questions in which an entity is recognised count. Each is asked with entities and without them, over one index.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyzerFor } from '../../src/analysis/languages/registry.ts';
import type { Article } from '../../src/common/types.ts';
import { readConfig } from '../../src/config/settings.ts';
import { PrefixLookup } from '../../src/entities/gazetteer/prefix-lookup.ts';
import { Tagger } from '../../src/entities/tagger/tagger.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { Searcher } from '../../src/search/searcher.ts';
import { openService } from '../../src/service/service.ts';
import { readLines } from './lines.ts';

const LANGUAGES = ['ar', 'tr', 'en', 'ru'];
const DEPTH = 10;

export interface CrossResult {
  questions: string;
  paragraphs: string;
  /** Questions that hold a name. */
  named: number;
  /** Of these, how many have the paragraph among the first ten, as a share, with entities and without. */
  with: number;
  without: number;
}

/** Every pair of two languages, then all of them together. */
export async function measureCross(data: string): Promise<CrossResult[]> {
  const results: CrossResult[] = [];
  for (const language of LANGUAGES) results.push(...(await measureOver(data, language)));
  const named = results.reduce((sum, result) => sum + result.named, 0);
  const mean = (share: (result: CrossResult) => number): number =>
    results.reduce((sum, result) => sum + share(result) * result.named, 0) / Math.max(1, named);
  const all = { questions: 'all', paragraphs: 'others', named };
  return [
    ...results,
    { ...all, with: mean((result) => result.with), without: mean((result) => result.without) },
  ];
}

async function measureOver(data: string, paragraphs: string): Promise<CrossResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lisan-cross-'));
  const service = openService(readConfig({ LISAN_DATA: folder, LISAN_LOG: 'warn' }));
  try {
    const { archive, engine, live, tagger, lookup, gazetteer, zone, analysis } = service;
    const articles: Article[] = [];
    for await (const { id, title = '', text } of readLines<{ id: string; title?: string; text: string }>(
      join(data, `xquad-${paragraphs}`, 'docs.jsonl'),
    ))
      articles.push({ id, title, body: text, keywords: [] });
    archive.put(articles);
    await reindex(archive, engine, tagger, { analysis });
    const none = { entities: new Map(), warnings: [] };
    const nobody = { tagger: new Tagger(none), lookup: new PrefixLookup(none) };
    const parts = { archive, live, engine: engine.name, gazetteer, zone, analysis };
    const searchers = [new Searcher({ ...parts, tagger, lookup }), new Searcher({ ...parts, ...nobody })];
    const results: CrossResult[] = [];
    for (const questions of LANGUAGES.filter((language) => language !== paragraphs)) {
      let named = 0;
      const found = [0, 0];
      for await (const { text, relevant } of readLines<{ text: string; relevant: string[] }>(
        join(data, `xquad-${questions}`, 'queries.jsonl'),
      )) {
        if (tagger.recognise(analyzerFor(questions).tokens(text), text).length === 0) continue;
        named++;
        for (const [index, searcher] of searchers.entries()) {
          const ids = await firstOf(searcher, text);
          if (relevant.some((id) => ids.includes(id))) found[index]!++;
        }
      }
      const [withEntities, without] = found.map((count) => count / Math.max(1, named));
      results.push({ questions, paragraphs, named, with: withEntities!, without: without! });
    }
    return results;
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstOf(searcher: Searcher, q: string): Promise<string[]> {
  const { documents } = await searcher.find({
    q,
    limit: DEPTH,
    offset: 0,
    sort: 'relevance',
    match: 'all',
    facets: [],
    explain: false,
    language: 'en',
  });
  return documents.map(({ id }) => id);
}
