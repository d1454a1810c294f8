/**
 * Tokens in the links of mails: which alert, what for, until when, and a signature (HMAC-SHA-256) with a secret of the
 * archive. Whoever has the mail can use them; nobody can make them.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Archive } from '../archive/archive.ts';
import type { ApiKey } from '../config/api-keys.ts';

/** Setting of the archive. */
const SECRET = 'alertSecret';
const SECRET_BYTES = 32;

export type Purpose = 'confirm' | 'end';

/** The secret of the archive that signs tokens; it is made when it is first needed. */
export function alertSecret(archive: Archive): string {
  return (
    archive.setting(SECRET) ??
    archive.settingMadeOnce(SECRET, () => randomBytes(SECRET_BYTES).toString('base64url'))
  );
}

/** `expiresAt`: milliseconds since 1970; 0 for a token that does not expire. */
export function tokenOf(secret: string, purpose: Purpose, alert: string, expiresAt: number): string {
  const said = `${alert}.${expiresAt.toString(36)}`;
  return `${said}.${signatureOf(secret, purpose, said)}`;
}

/** The alert of a token; `expired`, or `undefined` for one that was not made here for this purpose. */
export function alertOfToken(
  secret: string,
  purpose: Purpose,
  token: string,
  now: number,
): { alert: string } | 'expired' | undefined {
  const [, alert, until, signature] = /^([\w-]{16})\.([0-9a-z]{1,11})\.([\w-]{43})$/.exec(token) ?? [];
  if (alert === undefined) return undefined;
  const wanted = signatureOf(secret, purpose, `${alert}.${until}`);
  if (!timingSafeEqual(Buffer.from(wanted), Buffer.from(signature!))) return undefined;
  const expiresAt = Number.parseInt(until!, 36);
  return expiresAt !== 0 && expiresAt < now ? 'expired' : { alert };
}

function signatureOf(secret: string, purpose: Purpose, said: string): string {
  return createHmac('sha256', secret).update(`${purpose} ${said}`).digest('base64url');
}

/** Names a key as the owner of alerts, without holding it. */
export function ownerOf({ digest }: ApiKey): string {
  return createHash('sha256').update('lisan alert owner ').update(digest).digest('base64url');
}
