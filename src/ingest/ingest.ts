/** Pipeline: files -> articles -> archive. What it reports as stored is on disk. */
import type { Archive, PutCounts } from '../archive/archive.ts';
import { identityOf } from '../archive/document-id.ts';
import { messageOf } from '../common/errors.ts';
import type { Article, ReadProblem, ReadResult } from '../common/types.ts';
import type { ReadOptions } from './read-options.ts';
import { readPath } from './read-path.ts';
import { RunIdentities } from './run-identities.ts';
import { UnusedFields } from './unused-fields.ts';

/** Articles stored in one transaction, and UTF-16 code units of their bodies from which on fewer are. */
const BATCH_SIZE = 500;
const BATCH_LENGTH = 32 * 1024 * 1024;
/** Problems kept in the report; all of them are counted and passed to `onProblem`. */
const MAX_PROBLEMS_KEPT = 1000;

export interface IngestReport extends PutCounts {
  /** Articles that were read. */
  read: number;
  /** Articles that were taken down and are refused. */
  refused: number;
  /** Records that were left out. */
  skipped: number;
  /** Remarks on records that were stored. */
  remarks: number;
  /** The first 1,000 problems, of records left out and of remarks. */
  problems: ReadProblem[];
}

export interface IngestOptions extends ReadOptions {
  onProblem?: (problem: ReadProblem) => void;
  /** Called after each batch that was stored. */
  onProgress?: (report: IngestReport) => void;
  /** Stops reading; what was read is stored. */
  signal?: AbortSignal;
  /** Ids of stored documents, in order; may repeat. */
  onStored?: (ids: readonly string[]) => void;
}

/** Reads files and folders into the archive. A record that cannot be read is reported and does not stop the rest. */
export async function ingest(
  archive: Archive,
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<IngestReport> {
  async function* results(): AsyncGenerator<ReadResult> {
    for (const path of paths) yield* readPath(path, options);
  }
  return ingestResults(archive, results(), paths[0] ?? '', options);
}

/** As `ingest`, of what a reader yields. `place`: names a result that does not say which file it is from. */
export async function ingestResults(
  archive: Archive,
  results: AsyncIterable<ReadResult>,
  place: string,
  { onProblem, onProgress, onStored, signal }: IngestOptions = {},
): Promise<IngestReport> {
  const report: IngestReport = {
    read: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
    skipped: 0,
    remarks: 0,
    problems: [],
  };
  const identities = new RunIdentities();
  const unused = new UnusedFields();
  /** Revision of a document that was read again, and is older than the current one unless that follows. */
  const earlier = new Map<string, number>();
  let batch: Article[] = [];
  let length = 0;
  const note = (problem: ReadProblem): void => {
    if (problem.effect === 'skipped') report.skipped++;
    else report.remarks++;
    if (report.problems.length < MAX_PROBLEMS_KEPT) report.problems.push(problem);
    onProblem?.(problem);
  };
  const store = (): void => {
    const stored = archive.put(batch, { deferEarlier: true });
    report.added += stored.added;
    report.changed += stored.changed;
    report.unchanged += stored.unchanged + stored.earlier.length;
    report.refused += stored.refused.length;
    const deferred = new Map(stored.earlier.map(({ index, revision }) => [index, revision]));
    stored.ids.forEach((id, index) => {
      const revision = deferred.get(index);
      if (revision === undefined) earlier.delete(id);
      else earlier.set(id, revision);
    });
    onStored?.(stored.ids);
    batch = [];
    length = 0;
    onProgress?.(report);
  };
  const storedUnder = (id: string): Article | undefined => {
    const waiting = batch.findLast((article) => identityOf(article) === id);
    if (waiting !== undefined) return waiting;
    try {
      return archive.get(id);
    } catch {
      // A damaged document is replaced by what is read now.
      return undefined;
    }
  };
  for await (const result of results) {
    if (signal?.aborted) break;
    if ('problem' in result) {
      note(result.problem);
      continue;
    }
    const file = result.file ?? place;
    for (const problem of unused.add(file, result.unused)) note(problem);
    report.read++;
    const { article, problem } = identities.resolve({ ...result, file }, storedUnder);
    if (problem !== undefined) note(problem);
    if (article === undefined) continue;
    batch.push(article);
    length += article.body.length;
    if (batch.length >= BATCH_SIZE || length >= BATCH_LENGTH) store();
  }
  if (batch.length > 0) store();
  for (const problem of unused.rest()) note(problem);
  if (!signal?.aborted) restoreEarlier(archive, earlier, report, note);
  return report;
}

/** Documents whose earlier revision was the last that was read of them: that revision is the newest now. */
function restoreEarlier(
  archive: Archive,
  earlier: ReadonlyMap<string, number>,
  report: IngestReport,
  note: (problem: ReadProblem) => void,
): void {
  for (const [id, revision] of earlier) {
    try {
      if (!archive.restoreRevision(id, revision)) continue;
      report.changed++;
      report.unchanged--;
    } catch (thrown) {
      note({
        file: id,
        line: 1,
        effect: 'kept',
        reason: `its revision was not restored: ${messageOf(thrown)}`,
      });
    }
  }
}
