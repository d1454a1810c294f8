/** Pipeline: files -> articles -> archive. What it reports as stored is on disk. */
import type { Archive, PutResult } from '../archive/archive.ts';
import type { Article, ReadProblem } from '../common/types.ts';
import { readPath } from './read-path.ts';

/** Articles stored in one transaction. */
const BATCH = 500;

export interface IngestReport extends PutResult {
  /** Articles that were read. */
  read: number;
  /** Records that were left out. */
  skipped: number;
  problems: ReadProblem[];
}

export interface IngestOptions {
  onProblem?: (problem: ReadProblem) => void;
  /** Called after every batch that was stored. */
  onProgress?: (report: IngestReport) => void;
  /** Ends the reading after the batch under way; what was stored stays. */
  signal?: AbortSignal;
}

/** Problems kept in the report; all of them are counted and handed to `onProblem`. */
const PROBLEMS_KEPT = 1000;

/** Reads files and folders into the archive. A record that cannot be read is reported and does not stop the rest. */
export async function ingest(
  archive: Archive,
  paths: readonly string[],
  { onProblem, onProgress, signal }: IngestOptions = {},
): Promise<IngestReport> {
  const report: IngestReport = { read: 0, added: 0, changed: 0, unchanged: 0, skipped: 0, problems: [] };
  let batch: Article[] = [];
  const store = (): void => {
    const stored = archive.put(batch);
    report.added += stored.added;
    report.changed += stored.changed;
    report.unchanged += stored.unchanged;
    batch = [];
    onProgress?.(report);
  };
  for (const path of paths) {
    for await (const result of readPath(path)) {
      if (signal?.aborted) break;
      if ('article' in result) {
        report.read++;
        batch.push(result.article);
        if (batch.length >= BATCH) store();
        continue;
      }
      if (result.problem.effect === 'skipped') report.skipped++;
      if (report.problems.length < PROBLEMS_KEPT) report.problems.push(result.problem);
      onProblem?.(result.problem);
    }
  }
  if (batch.length > 0) store();
  return report;
}
