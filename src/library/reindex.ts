/** Updating of the index by a program that uses lisan as a library. */
import { AnalysisPool } from '../indexing/analysis-pool.ts';
import { type ReindexOptions, type ReindexReport, reindex as run } from '../indexing/reindex.ts';
import type { Service } from '../service/service.ts';

/**
 * Updates the index with what changed in the archive. With `full`, or if another version of the analysis made the
 * index, a new one is built beside it and takes over when it is complete and verified; searches go on meanwhile.
 * @throws LisanError `already_running` if another process updates the index, `verification_failed`, `interrupted`, or
 * an error of the engine.
 * @example
 * import { openService, reindex } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * const { outcome, documents } = await reindex(service, { full: true });
 * console.log(outcome, documents); // built 0
 * await service.close();
 */
export async function reindex(
  { archive, engine, tagger, zone, analysis, config }: Service,
  options: Pick<ReindexOptions, 'full' | 'rollback' | 'onProgress' | 'signal'> = {},
): Promise<ReindexReport> {
  const analysts = new AnalysisPool(config);
  try {
    return await run(archive, engine, tagger, {
      ...options,
      zone,
      declared: config.facets,
      analysis,
      analysts,
    });
  } finally {
    await analysts.close();
  }
}
