/** Limits of alerts. `LISAN_ALERTS` limits how many there are of all. */
import type { AlertLimits } from '../archive/alert-limits.ts';

const MINUTE_MS = 60_000;

/** Times between two messages that can be chosen, in minutes: a quarter of an hour, an hour, a day, a week. */
export const INTERVALS_MINUTES = [15, 60, 1440, 10_080] as const;
export type IntervalMinutes = (typeof INTERVALS_MINUTES)[number];

/** Confirmation mails to one address within a day. */
export const MAX_CONFIRMATIONS_PER_ADDRESS = 3;

/** `ofAll`: see `LISAN_ALERTS`. */
export const limitsOf = (ofAll: number): AlertLimits => ({
  ofAll,
  ofOwner: 100,
  ofAddress: 20,
  toAddress: { most: MAX_CONFIRMATIONS_PER_ADDRESS, withinMs: 24 * 60 * MINUTE_MS },
  toAll: { most: 60, withinMs: 60 * MINUTE_MS },
});

/** An alert that is not confirmed by then is removed. */
export const CONFIRMATION_MS = 48 * 60 * MINUTE_MS;

/** Longest name of an alert, parameters of its search, and address, in UTF-16 code units. */
export const MAX_NAME_UNITS = 100;
export const MAX_SEARCH_UNITS = 2000;
export const MAX_TARGET_UNITS = 254;
export const MAX_URL_UNITS = 1000;

/** Articles that a message shows; of the others it tells how many there are. */
export const MAX_SHOWN = 20;

/** A message that fails is tried again after this time, doubled each time, up to the longest; then the alert stops. */
export const FIRST_RETRY_MS = MINUTE_MS;
export const LONGEST_RETRY_MS = 6 * 60 * MINUTE_MS;
export const MAX_ATTEMPTS = 10;

/** When a message is tried again after so many tries. `random`: from 0 to 1; spreads those that failed together. */
export function retryAfterMs(attempts: number, random: number): number {
  const doubled = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1));
  return Math.round(doubled * (0.5 + random / 2));
}
