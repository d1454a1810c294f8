/** An alert: a search whose new articles somebody is told of, by mail or at an address of a program. */

export const CHANNELS = ['mail', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `unconfirmed`: its recipient has not agreed yet. `stopped`: it could not be delivered; nothing is sent any more. */
export type AlertState = 'unconfirmed' | 'active' | 'stopped';

/** What an alert is made with. */
export interface NewAlert {
  /** `ownerOf` of an API key; empty for an alert that is nobody's but its recipient's. */
  owner: string;
  channel: Channel;
  /** Address of mail, or the URL of a webhook. */
  target: string;
  name: string;
  /** Parameters of the API, as in an address: `q=Lavrov&lang=tr`. */
  search: string;
  /** Code of an interface language. */
  language: string;
  /** Least time between two messages. */
  intervalMinutes: number;
  /** Signs the messages of a webhook; empty for mail. */
  secret: string;
}

export interface Alert extends NewAlert {
  id: string;
  /** ISO 8601 instants. */
  madeAt: string;
  /** Null until its recipient has agreed. */
  confirmedAt: string | null;
  /** Sequence of the last change of the archive that was looked at. */
  position: number;
  state: AlertState;
  /** The message that was begun and is not known to have arrived; null if there is none. */
  delivery: string | null;
  /** Since when somebody is sending it; null if nobody is. Milliseconds since 1970, as those below. */
  claimedAt: number | null;
  /** Tries of that message. */
  attempts: number;
  /** Not tried before. */
  nextAt: number;
  sentAt: number | null;
  /** Messages of which nobody knows whether they arrived: the sender ended meanwhile. */
  uncertain: number;
  /** Why the last try failed; null if it did not. */
  failure: string | null;
}

/** An article that was found for an alert. */
export interface FoundArticle {
  alert: string;
  document: string;
}
