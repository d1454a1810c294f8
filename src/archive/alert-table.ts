/**
 * The alerts of the archive, and the articles that were found for them. An article is found once for an alert; every
 * step of a message is a transaction of its own, so that a process that ends between two of them repeats nothing.
 */
import { randomBytes } from 'node:crypto';
import { DAMAGED_CHECKSUM, rowChecksum } from '../common/row-checksum.ts';
import type { Statement } from '../common/sqlite.ts';
import type { Alert, AlertState, Channel, FoundArticle, NewAlert } from './alert.ts';
import { type AlertLimits, type Confirmation, requireRoom, withConfirmation } from './alert-limits.ts';
import { ALERT_ARTICLE_COLUMNS, ALERT_COLUMNS } from './schema.ts';
import type { Row } from './stored-row.ts';

/** An alert whose search is not valid any more. */
export interface InvalidAlert {
  id: string;
  reason: string;
}

/** Articles that an alert is known to have told: the oldest are forgotten beyond it. */
const MAX_TOLD = 10_000;
/** After this time the sender of a message is taken to have ended. */
const CLAIM_MS = 600_000;

const PLACES = ALERT_COLUMNS.split(',')
  .map(() => '?')
  .join(', ');

/** Setting of the archive: the confirmations that were asked for of late. */
const CONFIRMATIONS = 'alertConfirmations';
/** Most articles of one message; further ones wait for the next. */
const MAX_PER_MESSAGE = 10_000;
/** No retry is later than this: one that seems to be was planned before the clock was set back. */
const MAX_PAUSE_MS = 86_400_000;

/** A message that is being sent. */
export interface Claimed {
  /** As it is with the claim. */
  alert: Alert;
  delivery: string;
  articles: string[];
}

/** Whether it is less than a time ago. A moment in the future was noted before the clock was set back. */
const isWithin = (time: number, since: number, now: number): boolean => now >= since && now < since + time;

/** How a try to deliver a message ended. `retry`: to try again at that time. `stop`: it never will work. */
export type Outcome =
  | { end: 'sent'; at: number }
  | { end: 'retry'; nextAt: number; failure: string }
  | { end: 'stop'; failure: string };

export class AlertTable {
  readonly #prepare: (sql: string) => Statement;
  readonly #transaction: <T>(work: () => T) => T;

  constructor(prepare: (sql: string) => Statement, transaction: <T>(work: () => T) => T) {
    this.#prepare = prepare;
    this.#transaction = transaction;
  }

  /** Alerts in order of creation. Damaged ones are left out: their target could be another's. */
  list(): Alert[] {
    return this.#prepare('SELECT * FROM alerts ORDER BY made_at, id').all().filter(isIntact).map(toAlert);
  }

  get(id: string): Alert | undefined {
    const row = this.#prepare('SELECT * FROM alerts WHERE id = ?').get(id);
    return row !== undefined && isIntact(row) ? toAlert(row) : undefined;
  }

  /** Ids of the alerts whose rows are not as they were written. */
  damaged(): string[] {
    const rows = this.#prepare('SELECT * FROM alerts ORDER BY id').all();
    return rows.filter((row) => !isIntact(row)).map(({ id }) => String(id));
  }

  /**
   * `position`: changes up to it are not looked at. One that needs no confirmation is active at once.
   * @throws LisanError `too_many_alerts`, `too_many_confirmations`.
   */
  add(
    alert: NewAlert,
    position: number,
    confirmed: boolean,
    limits?: AlertLimits,
    now: Date = new Date(),
  ): Alert {
    const added: Alert = {
      ...alert,
      // It is typed as an argument of a command: it does not begin as an option does.
      id: randomBytes(8).toString('hex'),
      madeAt: now.toISOString(),
      confirmedAt: confirmed ? now.toISOString() : null,
      position,
      state: confirmed ? 'active' : 'unconfirmed',
      delivery: null,
      claimedAt: null,
      attempts: 0,
      nextAt: 0,
      sentAt: null,
      uncertain: 0,
      failure: null,
    };
    return this.#transaction(() => {
      if (limits !== undefined) {
        requireRoom(this.list(), alert, limits);
        if (!confirmed) this.#countConfirmation(alert.target, limits, now);
      }
      this.#store(added);
      return added;
    });
  }

  /** Makes an alert active whose recipient has agreed. False if there is none; true again if it was confirmed before. */
  confirm(id: string, position: number, now = new Date()): boolean {
    return this.#transaction(() => {
      const alert = this.get(id);
      if (alert === undefined) return false;
      if (alert.state === 'unconfirmed')
        this.#store({ ...alert, state: 'active', confirmedAt: now.toISOString(), position });
      return true;
    });
  }

  /** Lets a stopped alert go on; what it could not deliver waits again. */
  resume(id: string): boolean {
    return this.#transaction(() => {
      const alert = this.get(id);
      if (alert?.state !== 'stopped') return false;
      this.#store({ ...alert, state: 'active', attempts: 0, nextAt: 0, failure: null });
      return true;
    });
  }

  /** Removes an alert and everything that was found for it. */
  remove(id: string): boolean {
    return this.#transaction(() => {
      this.#prepare('DELETE FROM alert_articles WHERE alert = ?').run(id);
      return this.#prepare('DELETE FROM alerts WHERE id = ?').run(id).changes === 1;
    });
  }

  /** Removes alerts that were made before and never confirmed. */
  removeUnconfirmed(before: Date): number {
    return this.#transaction(() =>
      Number(
        this.#prepare(`DELETE FROM alerts WHERE state = 'unconfirmed' AND made_at < ?`).run(
          before.toISOString(),
        ).changes,
      ),
    );
  }

  /**
   * Records what was found for alerts between two changes. Alerts that another process has moved on meanwhile are left
   * alone, and articles that were found before are not found again. `invalid`: alerts whose search is not valid any
   * more, which stop.
   */
  found(
    alerts: readonly string[],
    from: number,
    {
      to,
      articles,
      invalid,
    }: { to: number; articles: readonly FoundArticle[]; invalid: readonly InvalidAlert[] },
  ): void {
    this.#transaction(() => {
      for (const id of alerts) {
        const alert = this.get(id);
        if (alert === undefined || alert.position !== from) continue;
        for (const article of articles) {
          if (article.alert !== id) continue;
          this.#prepare(
            `INSERT OR IGNORE INTO alert_articles (${ALERT_ARTICLE_COLUMNS}, checksum) VALUES (?1, ?2, NULL, 0, row_checksum(?1, ?2, NULL, 0))`,
          ).run(id, article.document);
        }
        const reason = invalid.find((each) => each.id === id)?.reason;
        if (reason === undefined) this.#store({ ...alert, position: to });
        else this.#store({ ...alert, state: 'stopped', failure: reason });
        this.#forget(id);
      }
    });
  }

  /** Number of articles that wait for a message, or are in one that has not arrived. */
  countWaiting(id: string): number {
    return Number(
      this.#prepare('SELECT count(*) AS n FROM alert_articles WHERE alert = ? AND told = 0').get(id)?.n,
    );
  }

  /** Whether an article was found for an alert before. */
  isFound({ alert, document }: FoundArticle): boolean {
    return (
      this.#prepare('SELECT 1 FROM alert_articles WHERE alert = ? AND document = ?').get(alert, document) !==
      undefined
    );
  }

  /**
   * Begins to send what waits, if its time has come, or a message again that failed; the articles of a message stay the
   * same. A message whose sender ended without a word is not sent again: it counts as uncertain. `undefined` if there is
   * nothing to send now, or if somebody else sends it.
   */
  claim(id: string, now: number): Claimed | undefined {
    return this.#transaction(() => {
      let alert = this.get(id);
      if (alert === undefined || alert.state !== 'active') return undefined;
      if (alert.claimedAt !== null) {
        if (isWithin(CLAIM_MS, alert.claimedAt, now)) return undefined;
        this.#tell(id, alert.delivery);
        alert = {
          ...alert,
          ...{ delivery: null, sentAt: alert.claimedAt, claimedAt: null, attempts: 0, nextAt: 0 },
          uncertain: alert.uncertain + 1,
        };
        this.#store(alert);
      }
      const { sentAt, intervalMinutes, nextAt } = alert;
      const early =
        alert.delivery === null
          ? sentAt !== null && isWithin(intervalMinutes * 60_000, sentAt, now)
          : now < nextAt && nextAt < now + MAX_PAUSE_MS;
      if (early) return undefined;
      const delivery = alert.delivery ?? randomBytes(12).toString('base64url');
      if (alert.delivery === null)
        this.#prepare(
          `UPDATE alert_articles SET delivery = ?1, checksum = row_checksum(alert, document, ?1, 0)
           WHERE rowid IN (SELECT rowid FROM alert_articles WHERE alert = ?2 AND told = 0 ORDER BY rowid LIMIT ${MAX_PER_MESSAGE})`,
        ).run(delivery, id);
      const articles = this.#prepare(
        'SELECT document FROM alert_articles WHERE alert = ? AND delivery = ? AND told = 0 ORDER BY rowid',
      )
        .all(id, delivery)
        .map(({ document }) => String(document));
      if (articles.length === 0) return undefined;
      const claimed = { ...alert, delivery, claimedAt: now, attempts: alert.attempts + 1 };
      this.#store(claimed);
      return { alert: claimed, delivery, articles };
    });
  }

  /** Records how a try ended. Nothing if the message is no longer the one under way. */
  settle(id: string, delivery: string, outcome: Outcome): void {
    this.#transaction(() => {
      const alert = this.get(id);
      if (alert === undefined || alert.delivery !== delivery) return;
      if (outcome.end === 'sent') {
        this.#tell(id, delivery);
        this.#store({
          ...alert,
          ...{ delivery: null, claimedAt: null, attempts: 0, nextAt: 0, sentAt: outcome.at, failure: null },
        });
        return;
      }
      const { failure } = outcome;
      this.#store(
        outcome.end === 'retry'
          ? { ...alert, claimedAt: null, nextAt: outcome.nextAt, failure }
          : { ...alert, claimedAt: null, state: 'stopped', failure },
      );
    });
  }

  /** The message had nothing left to tell: its articles were deleted, or no longer match. */
  drop(id: string, delivery: string): void {
    this.#transaction(() => {
      const alert = this.get(id);
      if (alert === undefined || alert.delivery !== delivery) return;
      this.#tell(id, delivery);
      this.#store({ ...alert, delivery: null, claimedAt: null, attempts: 0, nextAt: 0 });
    });
  }

  /**
   * Puts the intact row of a copy in the place of a damaged alert. What is damaged of its articles counts as told: they
   * are not told again.
   */
  replaceDamaged(row: Row | undefined): boolean {
    if (row === undefined || !isIntact(row)) return false;
    this.#transaction(() => this.#store(toAlert(row)));
    return true;
  }

  /** Articles of alerts whose rows are damaged count as told. @returns how many there were. */
  repairArticles(): number {
    return this.#transaction(() =>
      Number(
        this.#prepare(
          `UPDATE alert_articles SET delivery = NULL, told = 1, checksum = row_checksum(alert, document, NULL, 1)
           WHERE checksum <> row_checksum(${ALERT_ARTICLE_COLUMNS})`,
        ).run().changes,
      ),
    );
  }

  #countConfirmation(target: string, limits: AlertLimits, now: Date): void {
    const kept = this.#prepare('SELECT value FROM settings WHERE name = ?').get(CONFIRMATIONS)?.value;
    const known = JSON.parse(String(kept ?? '[]')) as Confirmation[];
    const after = withConfirmation(known, target, limits, now.getTime());
    this.#prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)').run(CONFIRMATIONS, JSON.stringify(after));
  }

  #tell(id: string, delivery: string | null): void {
    this.#prepare(
      `UPDATE alert_articles SET told = 1, checksum = row_checksum(alert, document, delivery, 1) WHERE alert = ? AND delivery = ?`,
    ).run(id, delivery);
  }

  #forget(id: string): void {
    this.#prepare(
      `DELETE FROM alert_articles WHERE alert = ?1 AND told = 1 AND rowid <= (
         SELECT rowid FROM alert_articles WHERE alert = ?1 ORDER BY rowid DESC LIMIT 1 OFFSET ${MAX_TOLD})`,
    ).run(id);
  }

  #store(alert: Alert): void {
    const values = valuesOf(alert);
    this.#prepare(`INSERT OR REPLACE INTO alerts (${ALERT_COLUMNS}, checksum) VALUES (${PLACES}, ?)`).run(
      ...values,
      rowChecksum(...values),
    );
  }
}

/** In the order of `ALERT_COLUMNS`. */
function valuesOf(alert: Alert): (string | number | null)[] {
  return [
    ...[alert.id, alert.owner, alert.channel, alert.target, alert.name, alert.search, alert.language],
    ...[alert.intervalMinutes, alert.secret, alert.madeAt, alert.confirmedAt, alert.position, alert.state],
    ...[alert.delivery, alert.claimedAt, alert.attempts, alert.nextAt, alert.sentAt, alert.uncertain],
    alert.failure,
  ];
}

function toAlert(row: Row): Alert {
  const text = (value: unknown): string | null => (value === null ? null : String(value));
  const number = (value: unknown): number | null => (value === null ? null : Number(value));
  return {
    id: String(row.id),
    owner: String(row.owner),
    channel: row.channel as Channel,
    target: String(row.target),
    name: String(row.name),
    search: String(row.search),
    language: String(row.language),
    intervalMinutes: Number(row.interval_minutes),
    secret: String(row.secret),
    madeAt: String(row.made_at),
    confirmedAt: text(row.confirmed_at),
    position: Number(row.position),
    state: row.state as AlertState,
    delivery: text(row.delivery),
    claimedAt: number(row.claimed_at),
    attempts: Number(row.attempts),
    nextAt: Number(row.next_at),
    sentAt: number(row.sent_at),
    uncertain: Number(row.uncertain),
    failure: text(row.failure),
  };
}

function isIntact(row: Row): boolean {
  const values = ALERT_COLUMNS.split(', ').map((column) => row[column] as string);
  return row.checksum !== DAMAGED_CHECKSUM && rowChecksum(...values) === row.checksum;
}
