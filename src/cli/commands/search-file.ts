/** `lisan search --file`: a list of queries in, a table of their hits out. A stopped run is resumed. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { LisanError } from '../../common/errors.ts';
import { searchBatchQuery } from '../../search/batch/batch.ts';
import { BATCH_HEAD, batchRows, queriesOf } from '../../search/batch/batch-table.ts';
import type { Service } from '../../service/service.ts';
import { Progress } from '../progress.ts';

export interface FileSearch {
  /** The list of queries; `-` is the standard input. */
  file: string;
  /** The table; the standard output without it. */
  out?: string | undefined;
  /** Hits of each query. */
  limit: number;
}

/** What a stopped run leaves beside its table. */
interface State {
  /** Of the list of queries. */
  digest: string;
  /** Queries whose hits are in the table, and its size then, in bytes. */
  done: number;
  bytes: number;
}

const stateFile = (out: string): string => `${out}.part`;

/** Returns how many queries failed. @throws LisanError `invalid_batch`, `batch_exists`, or from the engine. */
export async function searchFile(
  { searcher }: Service,
  { file, out, limit }: FileSearch,
  signal: AbortSignal,
): Promise<{ searched: number; failed: number; stopped: boolean }> {
  const queries = queriesOf(readFileSync(file === '-' ? 0 : file, 'utf8'));
  const digest = createHash('sha256').update(JSON.stringify(queries)).digest('hex');
  let done = out === undefined ? 0 : begin(out, digest);
  if (out === undefined) process.stdout.write(BATCH_HEAD);
  const progress = new Progress('queries');
  let failed = 0;
  const first = done;
  try {
    for (; done < queries.length && !signal.aborted; done++) {
      const query = { position: done + 1, query: queries[done]! };
      const result = await searchBatchQuery(searcher, query, { ...REQUEST, limit });
      if (result.error !== undefined) failed++;
      if (out === undefined) process.stdout.write(batchRows(result));
      else {
        appendFileSync(out, batchRows(result));
        keep(out, { digest, done: done + 1, bytes: statSync(out).size });
      }
      progress.update(done + 1, queries.length);
    }
  } finally {
    progress.end();
  }
  const stopped = done < queries.length;
  if (out !== undefined && !stopped) rmSync(stateFile(out), { force: true });
  return { searched: done - first, failed, stopped };
}

const REQUEST = { sort: 'relevance', match: 'all', collapse: true, language: 'en' } as const;

/** Begins a table, or goes on with that of a stopped run; how many queries it has. @throws LisanError `batch_exists`. */
function begin(out: string, digest: string): number {
  if (!existsSync(out)) {
    writeFileSync(out, `\uFEFF${BATCH_HEAD}`);
    keep(out, { digest, done: 0, bytes: statSync(out).size });
    return 0;
  }
  const state = existsSync(stateFile(out))
    ? (JSON.parse(readFileSync(stateFile(out), 'utf8')) as State)
    : undefined;
  if (state?.digest !== digest) {
    throw new LisanError({
      code: 'batch_exists',
      message:
        state === undefined
          ? `${out} already exists.`
          : `${out} has the hits of a stopped run with another list of queries.`,
      remedy: 'Choose another name, or remove that file.',
      status: 409,
    });
  }
  truncateSync(out, state.bytes);
  return state.done;
}

const keep = (out: string, state: State): void => writeFileSync(stateFile(out), JSON.stringify(state));
