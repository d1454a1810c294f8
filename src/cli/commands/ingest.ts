/** `lisan ingest`: reads files into the archive and updates the index, once or as long as a folder is watched. */
import { LisanError } from '../../common/errors.ts';
import type { ReadProblem } from '../../common/types.ts';
import { type IngestReport, ingest } from '../../ingest/ingest.ts';
import { WatchedFolder } from '../../ingest/watch-folder.ts';
import type { Service } from '../../service/service.ts';
import { Progress } from '../progress.ts';
import { reportLine, updateOrWait } from './reindex.ts';

export interface IngestCommand {
  /** Update the index afterwards. */
  index: boolean;
  json: boolean;
  signal: AbortSignal;
}

/** Reads the paths and updates the index. @returns whether records were skipped. @throws as `reindex` does. */
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
  if (index && !signal.aborted) await updateIndex(service, signal);
  return done.skipped > 0;
}

/** Ingests the files in a folder and those that arrive, until the signal; a failed reindex is retried with the next files. */
export async function ingestWatching(
  service: Service,
  folder: string,
  command: IngestCommand,
): Promise<boolean> {
  let skipped = false;
  let outdated = true;
  for await (const files of new WatchedFolder(folder).arrivals(command.signal)) {
    if (files.length > 0) {
      skipped = (await ingestOnce(service, files, { ...command, index: false })) || skipped;
      outdated = true;
    }
    if (!command.index || !outdated || command.signal.aborted) continue;
    try {
      await updateIndex(service, command.signal);
      outdated = false;
    } catch (thrown) {
      if (!(thrown instanceof LisanError)) throw thrown;
      console.error(
        `lisan: ${thrown.message} The documents are stored; the index is updated with the next files.`,
      );
    }
  }
  return skipped;
}

async function updateIndex(service: Service, signal: AbortSignal): Promise<void> {
  try {
    const report = await updateOrWait(service, signal);
    console.error(report === undefined ? 'index up to date: another process updated it' : reportLine(report));
  } catch (thrown) {
    if (!(thrown instanceof LisanError) || thrown.code === 'interrupted') throw thrown;
    const { code, message, remedy, status, cause } = thrown;
    throw new LisanError({
      code,
      status,
      cause,
      message: `The documents are stored, but the index is out of date: ${message}`,
      remedy: `${remedy} The next \`lisan reindex\` updates it.`,
    });
  }
}

function ingestLine({ read, added, changed, unchanged, skipped, problems }: IngestReport): string {
  return `${read} read: ${added} added, ${changed} changed, ${unchanged} unchanged; ${skipped} skipped, ${problems.length - skipped} with remarks`;
}

function problemLine({ file, line, effect, reason }: ReadProblem): string {
  return `${file}:${line}: ${effect}: ${reason}`;
}
