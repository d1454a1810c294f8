/** `GET /api/state`: what those who run the archive want to know at a glance, as `lisan status` and `lisan doctor` say it. */
import { statfsSync } from 'node:fs';
import { z } from 'zod';
import { described } from '../../answers/passage.ts';
import { readSetAside } from '../../indexing/set-aside.ts';
import { lastVerification } from '../../indexing/verification.ts';
import { pinsIn } from '../../search/pins/pin-list.ts';
import { TASK_STATES } from '../../service/task-log.ts';
import { listTasksWrite } from '../meilisearch/writes.ts';
import { healthAnswer, healthOf } from './health.ts';
import { json, type Route } from './route.ts';
import { WRITE_ERRORS } from './write.ts';

/** Documents and problems that are listed; all are counted. */
const MAX_LISTED = 100;
const MAX_TASKS = 10;

const count = z.int().min(0);
const instant = z.string().meta(described('ISO 8601 instant.'));

const answer = z
  .strictObject({
    health: healthAnswer,
    lastUpdate: z
      .strictObject({
        at: instant,
        outcome: z
          .enum(['updated', 'built', 'rolledBack'])
          .meta(described('Changes were applied, a new index took over, or the one before did.')),
        indexed: count,
        deleted: count,
        retagged: count.meta(described('Documents whose entities were looked up again.')),
      })
      .nullable()
      .meta(described('The last update of the index since the service started.')),
    verified: z
      .strictObject({
        at: instant,
        rows: count,
        problems: z.array(z.string()).max(MAX_LISTED),
      })
      .nullable()
      .meta(described('The last complete verification of everything that is stored.')),
    setAside: z.strictObject({
      count,
      documents: z
        .array(z.strictObject({ id: z.string(), reason: z.string(), since: instant }))
        .meta(described(`Documents that could not be indexed, at most ${MAX_LISTED}.`)),
    }),
    damaged: z.strictObject({
      count,
      documents: z
        .array(z.strictObject({ id: z.string(), noticedAt: instant }))
        .meta(described(`Documents whose stored text is damaged, at most ${MAX_LISTED}.`)),
    }),
    takedowns: count,
    lostPins: count.meta(described('Queries with pinned or hidden articles that the archive does not have.')),
    disk: z.strictObject({ freeBytes: z.number(), totalBytes: z.number() }),
    tasks: z
      .array(
        z.strictObject({
          uid: count,
          type: z.string(),
          status: z.enum(TASK_STATES),
          enqueuedAt: instant,
          error: z.string().nullable(),
        }),
      )
      .meta(described("The last writes of Meilisearch's clients, the newest first.")),
  })
  .meta({ id: 'State' });

export const state: Route = {
  method: 'get',
  path: '/api/state',
  summary: 'Report the state of archive and index, with documents that need attention.',
  scope: 'admin',
  changes: true,
  parameters: z.strictObject({}),
  answer: json('The state.', answer),
  errors: WRITE_ERRORS,
  handler: (context) => async (_request, response) => {
    const { archive, live, maintenance, writes, config } = context;
    const health = await healthOf(context);
    const setAside = [...readSetAside(await live.current()).values()];
    const damaged = archive.damaged();
    const last = lastVerification(archive);
    const { tasks } = await writes.run(listTasksWrite, { filter: {}, limit: MAX_TASKS, from: undefined });
    const { bavail, bsize, blocks } = statfsSync(config.data);
    response.setHeader('Cache-Control', 'no-store');
    response.json({
      health,
      lastUpdate: maintenance.lastUpdate ?? null,
      verified: last === undefined ? null : verifiedOf(last),
      setAside: {
        count: setAside.length,
        documents: setAside.slice(0, MAX_LISTED).map(({ id, reason, since }) => ({ id, reason, since })),
      },
      damaged: { count: damaged.length, documents: damaged.slice(0, MAX_LISTED) },
      takedowns: archive.takedowns().length,
      lostPins: pinsIn(archive).filter(({ missing }) => missing.length > 0).length,
      disk: { freeBytes: bavail * bsize, totalBytes: blocks * bsize },
      tasks: tasks.map(({ uid, type, status, enqueuedAt, error }) => ({
        ...{ uid, type, status, enqueuedAt },
        error: error?.message ?? null,
      })),
    } satisfies z.infer<typeof answer>);
  },
};

function verifiedOf({
  at,
  rows,
  documents,
  archive,
  index,
}: NonNullable<ReturnType<typeof lastVerification>>): z.infer<typeof answer>['verified'] {
  const problems = [...documents, ...archive, ...(index === undefined ? [] : [index])];
  return { at, rows, problems: problems.slice(0, MAX_LISTED) };
}
