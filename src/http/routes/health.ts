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
    meaning: z
      .strictObject({
        model: z.string().nullable(),
        documents: count.meta(described('That are embedded.')),
        vectors: count,
        pending: count.meta(described('Changes that are not embedded yet.')),
        refused: count.meta(described('Documents whose text the model refused.')),
        passagesPerSecond: z.number().nullable(),
        failure: z.strictObject({ code: z.string(), reason: z.string(), remedy: z.string() }).optional(),
      })
      .optional()
      .meta(described('Search by meaning, if there is an embedder whose thread has begun.')),
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
  handler: (context) => {
    const state = new HealthState(context);
    return async (_request, response) => {
      response.json(await state.current());
    };
  },
};

type Health = z.infer<typeof healthAnswer>;

/** How long a request waits for the state; then the last known one is the answer. */
const MAX_WAIT_MS = 40;

/** The state of the service, which is looked at again for each request but never by two at once. */
class HealthState {
  readonly #context: AppContext;
  #look: Promise<Health> | undefined;
  #last: (() => Health) | undefined;

  constructor(context: AppContext) {
    this.#context = context;
  }

  /** @throws LisanError that says why the service cannot search. */
  async current(): Promise<Health> {
    this.#look ??= healthOf(this.#context).finally(() => {
      this.#look = undefined;
    });
    const look = this.#look.then(
      (health) => () => health,
      (thrown: unknown) => (): Health => {
        throw thrown;
      },
    );
    void look.then((state) => {
      this.#last = state;
    });
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), MAX_WAIT_MS));
    const state = (await Promise.race([look, late])) ?? this.#last;
    if (state === undefined) throw unknownHealth();
    return state();
  }
}

function unknownHealth(): LisanError {
  return new LisanError({
    code: 'health_unknown',
    message: 'The state of the index is not known yet.',
    remedy: 'Ask again after Retry-After.',
    status: 503,
    retryAfter: 1,
  });
}

export async function healthOf({
  archive,
  engine,
  live,
  analysis,
  maintenance,
  readPool,
  meaningThread,
}: AppContext): Promise<Health> {
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
      ...(meaningThread?.state !== undefined && { meaning: meaningThread.state }),
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
