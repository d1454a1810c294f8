/**
 * Writes tests/fixtures/golden/records.json, the digests of what is indexed of a fixed corpus: `node scripts/golden-records.ts`.
 * Run it after a deliberate change of the analysis, together with raising `ANALYSIS_VERSION`. The corpus has the words of
 * every language and articles with entities; the gazetteer beside it is fixed, because a changed gazetteer has its own
 * part in the fingerprint.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { analyzerFor } from '../src/analysis/languages/registry.ts';
import { UTC } from '../src/common/time-zone.ts';
import type { StoredArticle } from '../src/common/types.ts';
import { annotate } from '../src/document/annotate.ts';
import { loadGazetteer } from '../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../src/entities/tagger/tagger.ts';
import { batchOfArticles } from '../src/indexing/batch-builder.ts';
import { ANALYSIS_VERSION } from '../src/indexing/fingerprint.ts';
import { recordOf } from '../src/indexing/record.ts';

const FOLDER = new URL('../tests/fixtures/golden/', import.meta.url);
export const GOLDEN_FILE = new URL('records.json', FOLDER);

export interface GoldenRecords {
  analysisVersion: number;
  /** Digests by article: of its record, and of the batch that holds it alone. */
  articles: Record<string, string>;
  /** Digests by language: of the forms of its words. */
  words: Record<string, string>;
}

/** What the code makes of the corpus now. */
export function goldenRecords(): GoldenRecords {
  const tagger = new Tagger(loadGazetteer(fileURLToPath(new URL('gazetteer', FOLDER))));
  const articles: Record<string, string> = {};
  const words: Record<string, string> = {};
  for (const { lang, ...article } of corpus()) {
    articles[article.id] = digestOf([
      recordOf(article, annotate(article, tagger), UTC),
      batchOfArticles([article], tagger, UTC),
    ]);
    if (lang === undefined) continue;
    const analyzer = analyzerFor(lang);
    words[lang] = digestOf(
      article.body.split('\n').map((word) => {
        const { exact, folded, stem, root, hashes, stop } = analyzer.forms(word);
        return [exact, folded, stem, root, hashes, stop];
      }),
    );
  }
  return { analysisVersion: ANALYSIS_VERSION, articles, words };
}

/** `lang`: of a list of words, one a line. */
function corpus(): (StoredArticle & { lang?: string })[] {
  const lines = readFileSync(new URL('articles.jsonl', FOLDER), 'utf8').trimEnd().split('\n');
  return lines.map((line) => ({ ...JSON.parse(line), revision: 1, sequence: 1, deleted: false }));
}

function digestOf(value: unknown): string {
  const plain = (_: string, inner: unknown): unknown => {
    if (inner instanceof Map || inner instanceof Set) return [...inner];
    if (ArrayBuffer.isView(inner))
      return Buffer.from(inner.buffer, inner.byteOffset, inner.byteLength).toString('hex');
    return inner;
  };
  return createHash('sha256').update(JSON.stringify(value, plain)).digest('hex').slice(0, 16);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(GOLDEN_FILE, `${JSON.stringify(goldenRecords(), null, 2)}\n`);
