/** `GET /health`: whether search works, how far the index is, and what keeps it from getting there. */
import type { RequestHandler } from 'express';
import { LisanError } from '../../common/errors.ts';
import { lag } from '../../indexing/reindex.ts';
import type { AppContext } from '../context.ts';

export function health({ archive, engine, live, analysis, upkeep, readPool }: AppContext): RequestHandler {
  return async (_request, response) => {
    // An archive that is gone takes nothing in and cannot be read again, whatever the open files still answer.
    archive.checkPlace();
    try {
      const index = await live.current();
      const { changes, outdated } = lag(archive, engine.name, analysis);
      const { progress, failure } = upkeep;
      response.json({
        // The word that Meilisearch's clients wait for.
        status: 'available',
        engine: engine.name,
        documents: archive.count(),
        indexed: await index.count(),
        lag: changes,
        outdated,
        reading: { threads: readPool.threads, underWay: readPool.underWay, waiting: readPool.waiting },
        ...(progress !== undefined && { upkeep: progress }),
        ...(failure !== undefined && { failure }),
      });
    } catch (thrown) {
      throw explained(thrown, upkeep.failure);
    }
  };
}

/** Where the index is being made and that fails, why it does. */
function explained(thrown: unknown, failure: AppContext['upkeep']['failure']): unknown {
  if (!(thrown instanceof LisanError) || thrown.code !== 'index_rebuilding' || failure === undefined)
    return thrown;
  return new LisanError({
    code: 'index_failing',
    message: `${thrown.message} That failed: ${failure.reason}`,
    remedy: failure.remedy || 'Look into the log.',
    status: 503,
    retryAfter: failure.retryAfter,
    cause: thrown,
  });
}
