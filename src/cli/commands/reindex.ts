/** `lisan reindex`, and the reindex that ends an ingest. */
import { AnalysisPool } from '../../indexing/analysis-pool.ts';
import { type ReindexOptions, type ReindexReport, reindex } from '../../indexing/reindex.ts';
import type { Service } from '../../service/service.ts';
import { Progress } from '../progress.ts';

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
      analysis,
      analysts,
      onProgress: (done, total) => progress.update(done, total),
    });
  } finally {
    progress.end();
    await analysts.close();
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
