/** `lisan ingest`: files into the archive, then the index level; once, or for as long as a folder is watched. */
import { LisanError } from '../../common/errors.ts';
import type { ReadProblem } from '../../common/types.ts';
import { type IngestReport, ingest } from '../../ingest/ingest.ts';
import { WatchedFolder } from '../../ingest/watch-folder.ts';
import type { Service } from '../../service/service.ts';
import { Progress } from '../progress.ts';
import { reportLine, runReindex } from './reindex.ts';

export interface IngestCommand {
  /** Bring the index level afterwards. */
  index: boolean;
  json: boolean;
  signal: AbortSignal;
}

/** Reads the paths and brings the index level. @returns true where records were skipped. @throws what a reindex does. */
export async function ingestOnce(
  service: Service,
  paths: readonly string[],
  { index, json, signal }: IngestCommand,
): Promise<boolean> {
  const progress = new Progress('read');
  const done = await ingest(service.archive, paths, {
    signal,
    onProblem: (problem) => progress.line(problemLine(problem)),
    onProgress: ({ problems: _, ...stored }) => {
      if (json) console.log(JSON.stringify(stored));
      progress.update(stored.read);
    },
  });
  progress.end();
  console.log(json ? JSON.stringify(done) : ingestLine(done));
  if (index && !signal.aborted) await level(service, signal);
  return done.skipped > 0;
}

/** Ingests what lies in a folder and what is put there, until the signal; a failed reindex is tried again with the next files. */
export async function ingestWatching(
  service: Service,
  folder: string,
  command: IngestCommand,
): Promise<boolean> {
  let skipped = false;
  let behind = true;
  for await (const files of new WatchedFolder(folder).arrivals(command.signal)) {
    if (files.length > 0) {
      skipped = (await ingestOnce(service, files, { ...command, index: false })) || skipped;
      behind = true;
    }
    if (!command.index || !behind || command.signal.aborted) continue;
    try {
      await level(service, command.signal);
      behind = false;
    } catch (thrown) {
      if (!(thrown instanceof LisanError)) throw thrown;
      console.error(`lisan: ${thrown.message} The documents are kept; it is tried again.`);
    }
  }
  return skipped;
}

async function level(service: Service, signal: AbortSignal): Promise<void> {
  try {
    console.error(reportLine(await runReindex(service, { signal })));
  } catch (thrown) {
    if (!(thrown instanceof LisanError) || thrown.code === 'interrupted') throw thrown;
    const { code, message, remedy, status, cause } = thrown;
    throw new LisanError({
      code,
      status,
      cause,
      message: `The documents are in the archive, but the index is not level with it: ${message}`,
      remedy: `${remedy} The next \`lisan reindex\` catches up.`,
    });
  }
}

function ingestLine({ read, added, changed, unchanged, skipped, problems }: IngestReport): string {
  return `${read} read: ${added} added, ${changed} changed, ${unchanged} unchanged; ${skipped} skipped, ${problems.length - skipped} with remarks`;
}

function problemLine({ file, line, effect, reason }: ReadProblem): string {
  return `${file}:${line}: ${effect}: ${reason}`;
}
