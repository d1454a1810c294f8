/** `lisan reindex`, and the reindex that ends an ingest. */
import { AnalysisPool } from '../../indexing/analysis-pool.ts';
import { type ReindexOptions, type ReindexReport, reindex } from '../../indexing/reindex.ts';
import type { Service } from '../../service/service.ts';
import { Progress } from '../progress.ts';

const OUTCOMES: Readonly<Record<ReindexReport['outcome'], string>> = {
  level: 'index level',
  built: 'built a new index and switched to it',
  rolledBack: 'went back to the index before',
};

/** Runs a reindex with progress on stderr. @throws as `reindex` does. */
export async function runReindex(
  { archive, engine, tagger, analysis, config }: Service,
  options: Omit<ReindexOptions, 'analysis' | 'analysts' | 'onProgress'>,
): Promise<ReindexReport> {
  const progress = new Progress('indexed');
  const analysts = new AnalysisPool(config.entities);
  try {
    return await reindex(archive, engine, tagger, {
      ...options,
      analysis,
      analysts,
      onProgress: (done, total) => progress.update(done, total),
    });
  } finally {
    progress.end();
    await analysts.close();
  }
}

/** One line for a person: to stderr after an ingest, to stdout where it is the result. */
export function reportLine({
  outcome,
  resumed,
  retagged,
  indexed,
  deleted,
  documents,
  outdated,
  seconds,
}: ReindexReport): string {
  const rate = Math.round((indexed + deleted) / Math.max(seconds, 0.001));
  return [
    `${OUTCOMES[outcome]}${resumed ? ', going on with a run that was stopped' : ''}: `,
    retagged > 0 ? `${retagged} retagged, ` : '',
    `${indexed} indexed, ${deleted} deleted, ${documents} documents, ${seconds.toFixed(1)} s, ${rate}/s`,
    outdated
      ? '\nIt was made by another version of the analysis: start that lisan, or the next start makes the index anew.'
      : '',
  ].join('');
}
