/** State of archive and index, with articles that need attention. */
import { Link } from '../app/link.tsx';
import { useTranslator } from '../i18n/translator-context.ts';
import { type State, useLoaded } from './admin-api.ts';
import { Answered } from './answered.tsx';
import { useTexts } from './texts-context.ts';

const GIGABYTE = 1e9;

export function StateSection() {
  const texts = useTexts();
  const loaded = useLoaded<State>('/api/state');
  return (
    <Answered loaded={loaded}>
      {(state) => (
        <>
          <Figures state={state} />
          <Documents
            title={texts.state.setAside}
            entries={state.setAside.documents.map(({ id, reason, since }) => ({
              id,
              at: since,
              why: reason,
            }))}
            count={state.setAside.count}
          />
          <Documents
            title={texts.state.damaged}
            entries={state.damaged.documents.map(({ id, noticedAt }) => ({ id, at: noticedAt, why: '' }))}
            count={state.damaged.count}
          />
          <Tasks state={state} />
          <button type="button" onClick={loaded.reload}>
            {texts.state.refresh}
          </button>
        </>
      )}
    </Answered>
  );
}

function Figures({ state }: { state: State }) {
  const translator = useTranslator();
  const { state: labels } = useTexts();
  const { health, lastUpdate, verified, disk, takedowns, lostPins } = state;
  const number = (value: number): string => translator.number(value, 1);
  const moment = useMoment();
  const facts: [string, string][] = [
    [labels.documents, number(health.documents)],
    [labels.indexed, number(health.indexed)],
    [labels.lag, number(health.lag)],
    [labels.engine, health.engine],
    [
      labels.lastUpdate,
      lastUpdate === null
        ? labels.noUpdate
        : translator.text(labels.updateFigures, {
            at: moment(lastUpdate.at),
            indexed: number(lastUpdate.indexed),
            deleted: number(lastUpdate.deleted),
          }),
    ],
    [
      labels.verified,
      verified === null
        ? labels.neverVerified
        : verified.problems.length === 0
          ? translator.text(labels.intact, { at: moment(verified.at) })
          : `${moment(verified.at)}: ${verified.problems.join('; ')}`,
    ],
    [
      labels.disk,
      translator.text(labels.diskFree, {
        free: number(disk.freeBytes / GIGABYTE),
        total: number(disk.totalBytes / GIGABYTE),
      }),
    ],
    [labels.setAside, number(state.setAside.count)],
    [labels.damaged, number(state.damaged.count)],
    [labels.takedowns, number(takedowns)],
    [labels.lostPins, number(lostPins)],
  ];
  return (
    <>
      {health.outdated && <p>{labels.outdated}</p>}
      {health.updating !== undefined && (
        <p>
          {translator.text(labels.updating, {
            done: number(health.updating.done),
            total: number(health.updating.total),
          })}
        </p>
      )}
      {health.failure !== undefined && (
        <div class="notice error">
          <h2>{labels.failure}</h2>
          <p lang="en" dir="ltr">
            {health.failure.reason} {health.failure.remedy}
          </p>
        </div>
      )}
      <dl class="admin-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface Concern {
  id: string;
  at: string;
  why: string;
}

function Documents({ title, entries, count }: { title: string; entries: Concern[]; count: number }) {
  const translator = useTranslator();
  const moment = useMoment();
  if (count === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="admin-list">
        {entries.map(({ id, at, why }) => (
          <li key={id}>
            <Link to={{ view: 'article', id, q: '' }}>
              <bdi>{id}</bdi>
            </Link>
            <span>{moment(at)}</span>
            {why !== '' && (
              <span lang="en" dir="ltr">
                {why}
              </span>
            )}
          </li>
        ))}
      </ul>
      {count > entries.length && <p>… {translator.number(count - entries.length)}</p>}
    </section>
  );
}

function Tasks({ state: { tasks } }: { state: State }) {
  const { state: labels } = useTexts();
  const moment = useMoment();
  if (tasks.length === 0) return null;
  return (
    <section>
      <h2>{labels.tasks}</h2>
      <ul class="admin-list">
        {tasks.map(({ uid, type, status, enqueuedAt, error }) => (
          <li key={uid}>
            <span>{moment(enqueuedAt)}</span>
            <span lang="en" dir="ltr">
              {type} {status} {error}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Writes an instant as the language does. */
export function useMoment(): (instant: string) => string {
  const { language, timezone } = useTranslator();
  const format = new Intl.DateTimeFormat(language, {
    calendar: 'gregory',
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: timezone,
  });
  return (instant) => format.format(new Date(instant));
}
