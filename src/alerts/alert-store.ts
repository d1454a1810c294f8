/** What finding and delivering need of the archive and the index. A service does it on its threads, a command here. */
import type { Alert, FoundArticle } from '../archive/alert.ts';
import type { Claimed, InvalidAlert, Outcome } from '../archive/alert-table.ts';
import type { AlertHits } from './mail-text.ts';

/** Which changes are looked at, for which alerts. */
export interface FindRequest {
  alerts: readonly Pick<Alert, 'id' | 'search' | 'language' | 'confirmedAt'>[];
  /** The change after which to begin; the alerts have all been brought up to it. */
  from: number;
  /** The last change that the index has. */
  last: number;
}

export interface Found {
  /** The last change that was looked at. */
  to: number;
  articles: FoundArticle[];
  /** Alerts whose search is not valid any more, with the reason. */
  invalid: InvalidAlert[];
}

export interface AlertStore {
  find(request: FindRequest): Promise<Found>;
  /** The hits of a message: those of the articles that are still there and still match. */
  hits(alert: Alert, articles: readonly string[]): Promise<AlertHits>;
  found(alerts: readonly string[], from: number, found: Found): Promise<void>;
  claim(id: string, now: number): Promise<Claimed | undefined>;
  settle(id: string, delivery: string, outcome: Outcome): Promise<void>;
  drop(id: string, delivery: string): Promise<void>;
  removeUnconfirmed(before: Date): Promise<void>;
}
