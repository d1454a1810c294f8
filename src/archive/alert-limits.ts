/** How many alerts there may be, and how many mails may ask for confirmation; checked in the transaction that adds one. */
import { createHash } from 'node:crypto';
import { LisanError } from '../common/errors.ts';
import type { Alert, NewAlert } from './alert.ts';

export interface AlertLimits {
  ofAll: number;
  /** Of one API key, and of one address of mail. */
  ofOwner: number;
  ofAddress: number;
  /** Confirmations to one address, and to all, each within a time. */
  toAddress: { most: number; withinMs: number };
  toAll: { most: number; withinMs: number };
}

/** A confirmation that was asked for: a digest of the address, and when, in milliseconds since 1970. */
export type Confirmation = readonly [digest: string, at: number];

/** @throws LisanError `too_many_alerts`. */
export function requireRoom(
  all: readonly Alert[],
  { owner, channel, target }: NewAlert,
  limits: AlertLimits,
): void {
  const address = target.toLowerCase();
  const ofOwner = owner === '' ? 0 : all.filter((alert) => alert.owner === owner).length;
  const ofAddress =
    channel === 'mail' ? all.filter((alert) => alert.target.toLowerCase() === address).length : 0;
  if (all.length < limits.ofAll && ofOwner < limits.ofOwner && ofAddress < limits.ofAddress) return;
  throw new LisanError({
    code: 'too_many_alerts',
    message: 'There are as many alerts as are allowed.',
    remedy: 'Remove one first.',
    status: 409,
  });
}

/**
 * The confirmations of late with one more to an address. They are counted also where the alert is removed again, so that
 * nobody can have an address written to by making and removing alerts.
 * @throws LisanError `too_many_confirmations`.
 */
export function withConfirmation(
  known: readonly Confirmation[],
  target: string,
  { toAddress, toAll }: AlertLimits,
  now: number,
): Confirmation[] {
  const digest = createHash('sha256').update(target.toLowerCase()).digest('base64url');
  // What is noted for later was noted before the clock was set back.
  const since =
    (ms: number) =>
    ([, at]: Confirmation): boolean =>
      at > now - ms && at <= now;
  const kept = known.filter(since(Math.max(toAddress.withinMs, toAll.withinMs)));
  const ofAddress = kept.filter(([other]) => other === digest).filter(since(toAddress.withinMs));
  if (ofAddress.length < toAddress.most && kept.filter(since(toAll.withinMs)).length < toAll.most)
    return [...kept, [digest, now]];
  throw new LisanError({
    code: 'too_many_confirmations',
    message: 'No more mails that ask for confirmation can be sent now.',
    remedy: 'Confirm those that were sent, or try again tomorrow.',
    status: 429,
    retryAfter: Math.ceil(toAll.withinMs / 1000),
  });
}
