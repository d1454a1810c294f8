/** Articles into the archive and out of it, by a program that uses lisan as a library. */

import type { PutResult } from '../archive/archive.ts';
import type { Article, ReadProblem, StoredArticle } from '../common/types.ts';
import type { ReindexReport } from '../indexing/reindex.ts';
import { type IngestOptions, type IngestReport, ingest as ingestPaths } from '../ingest/ingest.ts';
import { readRecord } from '../ingest/record.ts';
import { removeSample } from '../ingest/sample.ts';
import type { Service } from '../service/service.ts';
import { reindex } from './reindex.ts';

/** A record as a line of JSON Lines has it: `title` or `body` (or `text`) is needed. */
export interface ArticleRecord {
  /** A stable id. Without one, it is made of `url`, or of the content. */
  id?: string | number;
  title?: string;
  body?: string;
  url?: string;
  source?: string;
  /** ISO 8601 date or instant. */
  publishedAt?: string;
  keywords?: readonly string[];
  [other: string]: unknown;
}

export interface AddReport extends Omit<PutResult, 'earlier'> {
  /** Records that were left out, and parts of records that were not understood; `line` counts the records from 1. */
  problems: ReadProblem[];
}

/**
 * Stores articles and updates the index. An article that is there with the same content changes nothing; with other
 * content it becomes a new revision. When the promise resolves, the articles are on disk and are found.
 * @throws LisanError as `reindex` does; the articles are stored all the same.
 * @example
 * import { addArticles, openService } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * const { added, ids } = await addArticles(service, [
 *   { id: 'aa-1', title: 'Lavrov Astana’da', body: 'Rusya Dışişleri Bakanı Lavrov’dan açıklama.', source: 'AA' },
 * ]);
 * console.log(added, ids); // 1 [ 'aa-1' ]
 * await service.close();
 */
export async function addArticles(service: Service, records: readonly ArticleRecord[]): Promise<AddReport> {
  const articles: Article[] = [];
  const problems: ReadProblem[] = [];
  records.forEach((record, index) => {
    for (const result of readRecord(record, 'addArticles', index + 1, { typed: true })) {
      if ('article' in result) articles.push(result.article);
      else problems.push(result.problem);
    }
  });
  const { earlier: _, ...stored } = service.archive.put(articles);
  removeSample(service.archive, stored.ids);
  await reindex(service);
  return { ...stored, problems };
}

/**
 * Reads files and folders of any supported format into the archive and updates the index. What cannot be read is
 * reported in `problems` and does not stop the rest.
 * @throws LisanError as `reindex` does; the articles are stored all the same.
 * @example
 * import { ingest, openService } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * const { read, added, skipped } = await ingest(service, ['data/sample']);
 * console.log(added === read, skipped); // true 0
 * await service.close();
 */
export async function ingest(
  service: Service,
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<IngestReport & { index: ReindexReport }> {
  const report = await ingestPaths(service.archive, paths, options);
  return { ...report, index: await reindex(service) };
}

/**
 * The stored article, as it was read; `undefined` if there is none with this id.
 * @example
 * import { addArticles, getArticle, openService } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * await addArticles(service, [{ id: '7', title: 'Москва', body: 'Переговоры в Москве.' }]);
 * console.log(getArticle(service, '7')?.body); // Переговоры в Москве.
 * await service.close();
 */
export function getArticle(service: Service, id: string): StoredArticle | undefined {
  return service.archive.get(id);
}

/**
 * Deletes an article with its revisions and updates the index. Resolves to false if there is none with this id.
 * @throws LisanError as `reindex` does; the article is deleted all the same.
 * @example
 * import { addArticles, deleteArticle, openService } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * await addArticles(service, [{ id: '7', title: 'Ankara', body: 'Kabine toplandı.' }]);
 * console.log(await deleteArticle(service, '7'), await deleteArticle(service, '7')); // true false
 * await service.close();
 */
export async function deleteArticle(service: Service, id: string): Promise<boolean> {
  if (!service.archive.delete(id)) return false;
  await reindex(service);
  return true;
}
