/** `lisan ingest`: reads files into the archive and updates the index, once or as long as a folder is watched. */
import { identityOf } from '../../archive/document-id.ts';
import { LisanError } from '../../common/errors.ts';
import type { ReadProblem } from '../../common/types.ts';
import { keepMap, keptMap, parseMapEntry } from '../../ingest/field-map-setting.ts';
import { type IngestReport, ingest } from '../../ingest/ingest.ts';
import type { ReadOptions } from '../../ingest/read-options.ts';
import { readPath } from '../../ingest/read-path.ts';
import { removeSample } from '../../ingest/sample.ts';
import { WatchedFolder } from '../../ingest/watch-folder.ts';
import type { Service } from '../../service/service.ts';
import { Progress } from '../progress.ts';
import { reportLine, updateOrWait } from './reindex.ts';

export interface IngestCommand {
  /** Update the index afterwards. */
  index: boolean;
  json: boolean;
  signal: AbortSignal;
  /** Look at a watched folder at intervals, for network file systems. */
  poll?: boolean;
  /** As given on the command line: `title=headline`. Replaces what is kept for the path. */
  map?: readonly string[] | undefined;
  reading?: ReadOptions;
}

/** Articles that `--dry-run` shows. */
const DRY_RUN_ARTICLES = 5;
/** Characters of a text that `--dry-run` shows. */
const DRY_RUN_LENGTH = 200;

/** Reads the paths and updates the index. @returns whether records were skipped. @throws as `reindex` does. */
export async function ingestOnce(
  service: Service,
  paths: readonly string[],
  command: IngestCommand,
): Promise<boolean> {
  const { index, json, signal } = command;
  const progress = new Progress('read');
  let skipped = false;
  for (const { paths: group, options } of groupsOf(service, paths, command)) {
    const done = await ingest(service.archive, group, {
      ...options,
      signal,
      onProblem: (problem) => progress.line(problemLine(problem)),
      onProgress: ({ problems: _, ...stored }) => {
        if (json) console.log(JSON.stringify(stored));
        progress.update(stored.read);
      },
      onStored: (ids) => {
        const removed = removeSample(service.archive, ids);
        if (removed > 0) progress.line(`removed ${removed} sample articles`);
      },
    });
    progress.end();
    console.log(json ? JSON.stringify(done) : ingestLine(done));
    skipped ||= done.skipped > 0;
  }
  if (index && !signal.aborted) await updateIndex(service, signal);
  return skipped;
}

/** Shows what the first records become, as JSON on stdout; nothing is stored. @returns whether records were skipped. */
export async function dryRun(
  service: Service,
  paths: readonly string[],
  command: IngestCommand,
): Promise<boolean> {
  let skipped = false;
  let shown = 0;
  for (const { paths: group, options } of groupsOf(service, paths, command, false)) {
    for (const path of group) {
      for await (const result of readPath(path, options)) {
        if ('problem' in result) {
          console.error(problemLine(result.problem));
          skipped ||= result.problem.effect === 'skipped';
          continue;
        }
        const { article, file, line, unused } = result;
        const short = Object.entries(article).map(([name, value]) => [name, shortened(value)]);
        const seen = {
          file,
          line,
          document: identityOf(article),
          article: Object.fromEntries(short),
          unused,
        };
        console.log(JSON.stringify(seen, null, 2));
        if (++shown === DRY_RUN_ARTICLES) break;
      }
      if (shown === DRY_RUN_ARTICLES) break;
    }
  }
  console.error(`dry run: ${shown} articles shown, nothing was stored`);
  return skipped;
}

/** Paths that are read with the same map: that of the command line, else the one that is kept for a path. */
function groupsOf(
  { archive }: Service,
  paths: readonly string[],
  { map, reading = {} }: IngestCommand,
  keep = true,
): { paths: readonly string[]; options: ReadOptions }[] {
  if (map !== undefined) {
    const given = Object.fromEntries(map.map(parseMapEntry));
    if (keep) for (const path of paths) keepMap(archive, path, given);
    return [{ paths, options: { ...reading, map: given } }];
  }
  const kept = paths.map((path) => ({ path, map: keptMap(archive, path) }));
  const plain = kept.filter(({ map: own }) => Object.keys(own).length === 0).map(({ path }) => path);
  const mapped = kept.filter(({ map: own }) => Object.keys(own).length > 0);
  for (const { path, map: own } of mapped) {
    const entries = Object.entries(own).map((entry) => entry.join('='));
    console.error(`lisan: ${path}: using --map ${entries.join(' --map ')} as last time`);
  }
  return [
    ...(plain.length > 0 ? [{ paths: plain, options: reading }] : []),
    ...mapped.map(({ path, map: own }) => ({ paths: [path], options: { ...reading, map: own } })),
  ];
}

/** Ingests the files in a folder and those that arrive, until the signal; a failed reindex is retried with the next files. */
export async function ingestWatching(
  service: Service,
  folder: string,
  command: IngestCommand,
): Promise<boolean> {
  let skipped = false;
  let outdated = true;
  const [group] = groupsOf(service, [folder], command);
  const reading = { ...command.reading, ...group?.options };
  const watched = new WatchedFolder(folder, { poll: command.poll ?? false });
  for await (const files of watched.arrivals(command.signal)) {
    if (files.length > 0) {
      const options = { ...command, reading, map: undefined, index: false };
      skipped = (await ingestOnce(service, files, options)) || skipped;
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

/** @throws LisanError that says that the documents are stored. */
export async function updateIndex(service: Service, signal: AbortSignal): Promise<void> {
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

function ingestLine({ read, added, changed, unchanged, refused, skipped, remarks }: IngestReport): string {
  const taken = refused > 0 ? `, ${refused} refused (taken down)` : '';
  return `${read} read: ${added} added, ${changed} changed, ${unchanged} unchanged${taken}; ${skipped} skipped, ${remarks} with remarks`;
}

export function problemLine({ file, line, effect, reason }: ReadProblem): string {
  return `${file}:${line}: ${effect}: ${reason}`;
}

function shortened(value: unknown): unknown {
  return typeof value === 'string' && value.length > DRY_RUN_LENGTH
    ? `${value.slice(0, DRY_RUN_LENGTH).toWellFormed()}… (${value.length} characters)`
    : value;
}
