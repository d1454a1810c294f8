/** `GET /health`: whether search works, how far behind the index is, and why. */
import { z } from 'zod';
import { described } from '../../answers/passage.ts';
import { LisanError } from '../../common/errors.ts';
import { lag } from '../../indexing/reindex.ts';
import type { AppContext } from '../context.ts';
import { json, type Route } from './route.ts';

const count = z.int().min(0);

export const healthAnswer = z
  .strictObject({
    status: z.literal('available').meta(described('The status that Meilisearch clients expect.')),
    engine: z.string(),
    documents: count.meta(described('In the archive.')),
    indexed: count.meta(described('In the index.')),
    lag: count.meta(described('Changes that the index lacks.')),
    outdated: z.boolean().meta(described('True if another version of the analysis built the index.')),
    reading: z
      .strictObject({ threads: count, underWay: count, waiting: count })
      .meta(described('Worker threads, and requests that run or wait.')),
    updating: z
      .strictObject({ done: count, total: count })
      .optional()
      .meta(described('Progress of the current index update, in documents.')),
    failure: z
      .strictObject({ code: z.string(), reason: z.string(), remedy: z.string(), retryAfter: z.number() })
      .optional()
      .meta(described('Why the last update of the index failed; `retryAfter` in seconds.')),
  })
  .meta({ id: 'Health' });

export const health: Route = {
  method: 'get',
  path: '/health',
  summary: 'Report whether search works and how far the index is behind.',
  scope: 'open',
  parameters: z.strictObject({}),
  answer: json('Search works.', healthAnswer),
  handler: (context) => async (_request, response) => {
    response.json(await healthOf(context));
  },
};

async function healthOf({
  archive,
  engine,
  live,
  analysis,
  maintenance,
  readPool,
}: AppContext): Promise<z.infer<typeof healthAnswer>> {
  // Open files still answer when the archive was moved away, but nothing can be written or read again.
  archive.checkPlace();
  const { progress, failure } = maintenance;
  try {
    const index = await live.current();
    const { changes, outdated } = lag(archive, engine.name, analysis);
    return {
      status: 'available',
      engine: engine.name,
      documents: archive.count(),
      indexed: await index.count(),
      lag: changes,
      outdated,
      reading: { threads: readPool.threads, underWay: readPool.underWay, waiting: readPool.waiting },
      ...(progress !== undefined && { updating: progress }),
      ...(failure !== undefined && { failure }),
    };
  } catch (thrown) {
    throw explained(thrown, failure);
  }
}

/** If the index is being rebuilt and that fails, the reason. */
function explained(thrown: unknown, failure: AppContext['maintenance']['failure']): unknown {
  if (!(thrown instanceof LisanError) || thrown.code !== 'index_rebuilding' || failure === undefined)
    return thrown;
  return new LisanError({
    code: 'index_failing',
    message: `${thrown.message} That failed: ${failure.reason}`,
    remedy: failure.remedy || 'See the log.',
    status: 503,
    retryAfter: failure.retryAfter,
    cause: thrown,
  });
}
