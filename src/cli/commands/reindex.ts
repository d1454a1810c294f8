/** `lisan reindex`, and the reindex that ends an ingest. */
import { setTimeout } from 'node:timers/promises';
import { LisanError } from '../../common/errors.ts';
import { AnalysisPool } from '../../indexing/analysis-pool.ts';
import {
  interrupted,
  lag,
  type ReindexOptions,
  type ReindexReport,
  reindex,
} from '../../indexing/reindex.ts';
import type { Service } from '../../service/service.ts';
import { Progress } from '../progress.ts';

/** How often the state of a process that updates the index is looked at. */
const POLL_INTERVAL_MS = 500;

const OUTCOMES: Readonly<Record<ReindexReport['outcome'], string>> = {
  updated: 'index up to date',
  built: 'built a new index and switched to it',
  rolledBack: 'switched back to the previous index',
};

/** Ids of damaged documents that are printed. */
const DAMAGED_SHOWN = 20;

/** Runs a reindex with progress on stderr. @throws as `reindex` does. */
export async function runReindex(
  { archive, engine, tagger, zone, analysis, config }: Service,
  options: Omit<ReindexOptions, 'analysis' | 'analysts' | 'zone' | 'onProgress'>,
): Promise<ReindexReport> {
  const progress = new Progress('indexed');
  const analysts = new AnalysisPool(config);
  try {
    return await reindex(archive, engine, tagger, {
      ...options,
      zone,
      declared: config.facets,
      analysis,
      analysts,
      onProgress: (done, total) => progress.update(done, total),
    });
  } finally {
    progress.end();
    await analysts.close();
  }
}

/**
 * Updates the index, or waits while another process does: it takes in what is in the archive, and if it ends before, this
 * process takes over. @returns `undefined` if the other process did it all. @throws as `reindex` does, but for
 * `already_running`.
 */
export async function updateOrWait(
  service: Service,
  signal: AbortSignal,
): Promise<ReindexReport | undefined> {
  const { archive, engine, analysis } = service;
  const progress = new Progress('indexed by another process');
  const behind = (): number => archive.countAfter(archive.liveIndex(engine.name)?.position ?? 0);
  let total: number | undefined;
  try {
    for (;;) {
      try {
        return await runReindex(service, { signal });
      } catch (thrown) {
        if (!(thrown instanceof LisanError) || thrown.code !== 'already_running') throw thrown;
        if (total === undefined)
          progress.line(`lisan: ${thrown.message} Waiting until the index is up to date.`);
      }
      const { changes, outdated } = lag(archive, engine.name, analysis);
      if (changes === 0 && !outdated) return undefined;
      total ??= behind();
      progress.update(Math.max(0, total - behind()), total);
      await setTimeout(POLL_INTERVAL_MS, undefined, { signal }).catch(() => {});
      if (signal.aborted) throw interrupted();
    }
  } finally {
    progress.end();
  }
}

/** The report as one line: to stderr after an ingest, to stdout if it is the result of the command. */
export function reportLine({
  outcome,
  resumed,
  retagged,
  indexed,
  deleted,
  setAside,
  documents,
  outdated,
  reason,
  damaged = [],
  seconds,
}: ReindexReport): string {
  const rate = Math.round((indexed + deleted) / Math.max(seconds, 0.001));
  return [
    `${OUTCOMES[outcome]}${resumed ? ', resumed an interrupted run' : ''}: `,
    retagged > 0 ? `${retagged} retagged, ` : '',
    `${indexed} indexed, ${deleted} deleted, ${documents} documents, ${seconds.toFixed(1)} s, ${rate}/s`,
    reason === undefined ? '' : `\nThe index was not as it should be. ${reason}`,
    damaged.length === 0
      ? ''
      : `\n${damaged.length} damaged in the archive, and not indexed: ${damaged.slice(0, DAMAGED_SHOWN).join(', ')}${damaged.length > DAMAGED_SHOWN ? ' …' : ''}`,
    setAside.length > 0
      ? `\n${setAside.length} documents could not be indexed and were set aside; \`lisan doctor\` lists them.`
      : '',
    outdated
      ? '\nAnother version of the analysis made this index: use that version of lisan, or the next start builds a new index.'
      : '',
  ].join('');
}
