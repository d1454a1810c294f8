/**
 * Brings alerts up to date after the index: finds what came in since the last time, and delivers it. Finding and
 * delivering are independent, so that a slow mail server delays neither the index nor other alerts for long.
 */
import type { Logger } from 'pino';
import type { Alert } from '../archive/alert.ts';
import type { Archive } from '../archive/archive.ts';
import { messageOf } from '../common/errors.ts';
import { allows, isGuarded } from '../config/api-keys.ts';
import type { Config } from '../config/settings.ts';
import type { AlertStore } from './alert-store.ts';
import type { Delivered, Delivery } from './delivery.ts';
import { CONFIRMATION_MS } from './limits.ts';
import { ownerOf } from './tokens.ts';

/** Alerts that are looked at together: one read of the index. */
const ALERTS_PER_READ = 100;
/** Messages that are sent at the same time. */
const CONCURRENT_MESSAGES = 4;

export interface RunnerParts {
  archive: Archive;
  /** Name of the engine. */
  engine: string;
  keys: Config['keys'];
  store: AlertStore;
  delivery: Delivery;
  log: Logger;
  now: () => number;
}

/** What a run did, in numbers of messages; `found`: articles, each for an alert. */
export type AlertReport = Record<Exclude<Delivered, 'nothing'> | 'found', number>;

export class AlertRunner {
  readonly #parts: RunnerParts;
  #stopped = false;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** Ends a run after the read or the message that is under way. */
  stop(): void {
    this.#stopped = true;
  }

  /** @throws LisanError if archive or index cannot be used; what was done until then stays. */
  async run(): Promise<AlertReport> {
    const report = { found: await this.find(), sent: 0, dropped: 0, failed: 0 };
    return { ...report, ...(await this.deliver()) };
  }

  /** Looks at the changes that the index has and the alerts have not seen. @returns how many articles were found. */
  async find(): Promise<number> {
    const { archive, engine, store, now } = this.#parts;
    const forgotten = new Date(now() - CONFIRMATION_MS);
    const unconfirmed = archive.alerts.list().filter(({ state }) => state === 'unconfirmed');
    if (unconfirmed.some(({ madeAt }) => madeAt < forgotten.toISOString()))
      await store.removeUnconfirmed(forgotten);
    const last = archive.liveIndex(engine)?.position ?? 0;
    let found = 0;
    for (let groups = this.#behind(last); groups.length > 0 && !this.#stopped; groups = this.#behind(last))
      for (const alerts of groups) {
        if (this.#stopped) break;
        const from = alerts[0]!.position;
        const result = await store.find({ alerts: alerts.map(searched), from, last });
        const ids = alerts.map(({ id }) => id);
        await store.found(ids, from, result);
        found += result.articles.length;
        for (const { id, reason } of result.invalid)
          this.#parts.log.warn({ alert: id, reason }, 'an alert was stopped');
      }
    return found;
  }

  /** Sends the messages that are due. */
  async deliver(): Promise<Omit<AlertReport, 'found'>> {
    const { archive, delivery, log } = this.#parts;
    const report = { sent: 0, dropped: 0, failed: 0 };
    const waiting = this.#active().filter(({ id }) => archive.alerts.countWaiting(id) > 0);
    const errors: unknown[] = [];
    const work = async (): Promise<void> => {
      for (let alert = waiting.shift(); alert !== undefined && !this.#stopped; alert = waiting.shift()) {
        try {
          const outcome = await delivery.deliver(alert);
          if (outcome !== 'nothing') report[outcome]++;
          if (outcome === 'failed')
            log.warn(
              { alert: alert.id, reason: archive.alerts.get(alert.id)?.failure },
              'an alert was not delivered',
            );
        } catch (thrown) {
          errors.push(thrown);
          log.warn({ alert: alert.id, reason: messageOf(thrown) }, 'an alert could not be prepared');
        }
      }
    };
    await Promise.all(Array.from({ length: CONCURRENT_MESSAGES }, work));
    if (errors.length > 0) throw errors[0];
    return report;
  }

  /** Alerts that lack changes, in groups that lack the same. */
  #behind(last: number): Alert[][] {
    const groups = Map.groupBy(
      this.#active().filter(({ position }) => position < last),
      ({ position }) => position,
    );
    return [...groups.values()].flatMap((alerts) =>
      Array.from({ length: Math.ceil(alerts.length / ALERTS_PER_READ) }, (_, part) =>
        alerts.slice(part * ALERTS_PER_READ, (part + 1) * ALERTS_PER_READ),
      ),
    );
  }

  #active(): Alert[] {
    const { archive, keys } = this.#parts;
    const mayFollow = followers(keys);
    return archive.alerts.list().filter((alert) => alert.state === 'active' && mayFollow(alert));
  }
}

const searched = ({ id, search, language, confirmedAt }: Alert) => ({ id, search, language, confirmedAt });

/** Whether the owner of an alert may search: one whose key is gone may not, nor may nobody where a key is needed. */
export function followers(keys: Config['keys']): (alert: Pick<Alert, 'owner'>) => boolean {
  const guarded = isGuarded(keys, 'search');
  const owners = new Set(keys.filter((key) => !guarded || allows(key, 'search')).map(ownerOf));
  return ({ owner }) => (owner === '' ? !guarded : owners.has(owner));
}
