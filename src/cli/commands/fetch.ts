/** `lisan fetch`: reads feeds, news sitemaps and pages from the web into the archive, once or by a schedule. */
import { setTimeout as pause } from 'node:timers/promises';
import { LisanError } from '../../common/errors.ts';
import { VERSION } from '../../common/version.ts';
import { FetchState, type SourceState } from '../../ingest/fetch/fetch-state.ts';
import type { Clock } from '../../ingest/fetch/host-turns.ts';
import { ROBOT } from '../../ingest/fetch/robots.ts';
import { SourceFetcher, type SourceReport } from '../../ingest/fetch/source-fetcher.ts';
import { type FetchedSource, readSourceList, sourceOf } from '../../ingest/fetch/source-list.ts';
import { Visitor } from '../../ingest/fetch/visitor.ts';
import { removeSample } from '../../ingest/sample.ts';
import { fetchStateFile, type Service } from '../../service/service.ts';
import { problemLine, updateIndex } from './ingest.ts';

export interface FetchCommand {
  /** Addresses of the command line, instead of those of the list. */
  addresses: readonly string[];
  /** Fetch the pages behind the items of all sources. */
  full: boolean;
  /** Go on by the schedule until the signal. */
  watch: boolean;
  index: boolean;
  json: boolean;
  signal: AbortSignal;
  /** Replaced by tests. */
  clock?: Clock;
}

/** Sources that are visited at once; one host is only ever asked for one thing. */
const MAX_VISITS = 4;
/** With `--watch`, the list of sources is read again at least so often. */
const MAX_SLEEP_MS = 60_000;

const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await pause(milliseconds, undefined, signal && { signal }).catch(() => {});
  },
};

/** @returns whether a source failed. @throws LisanError `no_sources`, or as `reindex` does. */
export async function fetchSources(service: Service, command: FetchCommand): Promise<boolean> {
  const { config } = service;
  const { signal, clock = CLOCK } = command;
  const state = new FetchState(fetchStateFile(config));
  const visitor = new Visitor(
    { agent: agentOf(config.fetchContact), allowPrivate: config.fetchPrivate === 'allowed', signal },
    clock,
  );
  const fetcher = new SourceFetcher({
    ...{ archive: service.archive, state, visitor, clock },
    onProblem: (problem) => console.error(problemLine(problem)),
    onStored: (ids) => removeSample(service.archive, ids),
  });
  let failed = false;
  let outdated = false;
  let sources = sourcesOf(service, command);
  try {
    do {
      const due = sources.filter((source) => !command.watch || dueAt(service, state, source) <= clock.now());
      const reports = await visitAll(fetcher, due, signal, ({ stored, ...report }) => {
        const counts = stored && withoutProblems(stored);
        console.log(
          command.json
            ? JSON.stringify({ ...report, ...counts })
            : reportLine({ ...report, ...(stored && { stored }) }),
        );
      });
      failed ||= reports.some(({ outcome }) => outcome === 'failed');
      outdated ||= reports.some(({ stored }) => stored !== undefined && stored.added + stored.changed > 0);
      if (command.index && outdated && !signal.aborted) {
        await orSay(command.watch, () => updateIndex(service, signal));
        outdated = false;
      }
      if (!command.watch || signal.aborted) break;
      // The list may have changed meanwhile; with one that is wrong the last one goes on.
      await orSay(true, async () => {
        sources = sourcesOf(service, command);
      });
      const next = sources.reduce(
        (least, source) => Math.min(least, dueAt(service, state, source)),
        Infinity,
      );
      await clock.sleep(Math.min(MAX_SLEEP_MS, Math.max(1_000, next - clock.now())), signal);
    } while (!signal.aborted);
  } finally {
    state.close();
  }
  return failed;
}

/** Does the work; with `going` an error is said and does not end the command. */
async function orSay(going: boolean, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!going || !(thrown instanceof LisanError) || thrown.code === 'interrupted') throw thrown;
    console.error(`lisan: ${thrown.message}`);
  }
}

/** The health of a source, for `lisan status`. */
export function sourceLine({
  url,
  succeededAt,
  failures,
  reason,
  notBefore,
  articles,
  missingPages,
}: SourceState & { url: string }): string {
  const time = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  return [
    `${url}: ${articles} articles`,
    succeededAt === undefined ? 'never read' : `read ${time(succeededAt)} UTC`,
    ...(missingPages > 0 ? [`${missingPages} pages missing`] : []),
    ...(failures > 0 ? [`failed ${failures} times: ${reason}`] : []),
    ...(failures > 0 && notBefore !== undefined ? [`next try after ${time(notBefore)} UTC`] : []),
  ].join('; ');
}

function agentOf(contact: string): string {
  return `${ROBOT}/${VERSION} (${contact === '' ? '' : `+${contact}; `}news archive search)`;
}

/** @throws LisanError `no_sources`, or what is wrong with the list. */
function sourcesOf({ config }: Service, { addresses, full }: FetchCommand): FetchedSource[] {
  const sources =
    addresses.length > 0
      ? addresses.map((address) => sourceOf(address, [], 'the command line'))
      : config.sources === ''
        ? []
        : readSourceList(config.sources);
  if (sources.length === 0) {
    throw new LisanError({
      code: 'no_sources',
      message: 'There is nothing to fetch.',
      remedy: 'Give addresses, or set LISAN_SOURCES to a file with one address a line.',
    });
  }
  return sources.map((source) => (full ? { ...source, full } : source));
}

/** When a source is to be visited next. */
function dueAt(
  { config }: Service,
  state: FetchState,
  { url, everyMinutes = config.fetchMinutes }: FetchedSource,
): number {
  const { visitedAt, notBefore = 0 } = state.source(url);
  return visitedAt === 0 ? 0 : Math.max(visitedAt + everyMinutes * 60_000, notBefore);
}

async function visitAll(
  fetcher: SourceFetcher,
  sources: readonly FetchedSource[],
  signal: AbortSignal,
  onReport: (report: SourceReport) => void,
): Promise<SourceReport[]> {
  const reports: SourceReport[] = [];
  const waiting = [...sources];
  const visit = async (): Promise<void> => {
    for (let source = waiting.shift(); source !== undefined && !signal.aborted; source = waiting.shift()) {
      try {
        const report = await fetcher.fetch(source, signal);
        reports.push(report);
        onReport(report);
      } catch (thrown) {
        if (!signal.aborted) throw thrown;
      }
    }
  };
  await Promise.all(Array.from({ length: MAX_VISITS }, visit));
  return reports;
}

const withoutProblems = ({ problems: _, ...counts }: NonNullable<SourceReport['stored']>) => counts;

function reportLine({ url, outcome, reason, stored, pages, missingPages }: SourceReport): string {
  if (stored === undefined) return `${url}: ${outcome}${reason === undefined ? '' : `: ${reason}`}`;
  const { added, changed, unchanged, skipped } = stored;
  const behind = pages + missingPages === 0 ? '' : `; ${pages} pages fetched, ${missingPages} missing`;
  return `${url}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${skipped} skipped${behind}`;
}
