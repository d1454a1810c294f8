/**
 * Names that are none: ordinary words as queries against the articles given as distractors. The file is a TSV with the
 * columns form, lemma and part of speech (as of Universal Dependencies); forms that are never PROPN are asked, each
 * once, and those of which a shown hit has a mark of the kind `name` are counted.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readConfig } from '../../src/config/settings.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { openService, type Service } from '../../src/service/service.ts';
import { store } from './systems.ts';

export interface FalseNamesResult {
  file: string;
  queries: number;
  marked: number;
  perThousand: number;
  /** The words that were marked, so that a reader can tell names and loan words from mistakes. */
  words: string;
}

const SHOWN = 3;

/** One result for each file, all against the same throw-away archive. */
export async function* measureFalseNames(
  files: readonly string[],
  { distractors, engine, limit }: { distractors: readonly string[]; engine: string; limit?: number },
): AsyncGenerator<FalseNamesResult> {
  const folder = mkdtempSync(join(tmpdir(), 'lisan-evaluate-'));
  const service = openService(
    readConfig({ ...process.env, LISAN_DATA: folder, LISAN_LOG: 'warn', LISAN_ENGINE: engine }),
  );
  try {
    await store(service, distractors);
    await reindex(service.archive, service.engine, service.tagger, { analysis: service.analysis });
    for (const file of files) yield await measure(file, service, limit);
    for (const { generation } of service.archive.indexes(service.engine.name))
      await service.engine.remove(generation);
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  file: string,
  { searcher }: Service,
  limit = Number.POSITIVE_INFINITY,
): Promise<FalseNamesResult> {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [form: string, lemma: string, tag: string]);
  const proper = new Set(rows.filter(([, , tag]) => tag === 'PROPN').map(([form]) => form));
  const words = [...new Set(rows.map(([form]) => form))].filter((form) => !proper.has(form));
  const every = Math.max(1, Math.floor(words.length / limit));
  const asked = words.filter((_, i) => i % every === 0).slice(0, limit);
  const marked: string[] = [];
  for (const q of asked) {
    const { hits } = await searcher.search({
      q,
      limit: SHOWN,
      offset: 0,
      sort: 'relevance',
      match: 'all',
      facets: [],
      explain: false,
      language: 'en',
    });
    const marks = hits.flatMap(({ highlights: { title, body } }) =>
      [...(title === null ? [] : [title]), ...body].flatMap((passage) =>
        passage.marks
          .filter(({ kind }) => kind === 'name')
          .map(({ start, end }) => passage.text.slice(start - passage.start, end - passage.start)),
      ),
    );
    if (marks.length > 0) marked.push(`${q}=${marks[0]}`);
  }
  return {
    file: basename(file),
    queries: asked.length,
    marked: marked.length,
    perThousand: (marked.length / Math.max(1, asked.length)) * 1000,
    words: marked.join(' '),
  };
}
