/** API keys: their format, their scopes, and the check of a secret that a client sent. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** `search`: read. `ingest`: write documents. `admin`: metrics and reports, and all of the others. */
export const SCOPES = ['search', 'ingest', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

export interface ApiKey {
  scopes: readonly Scope[];
  /** SHA-256 of the secret: equal lengths allow comparison in constant time, and a memory dump shows no secret. */
  digest: Buffer;
}

/** Minimum length of a secret; shorter ones can be guessed. */
const SHORTEST_SECRET = 16;

/**
 * Parses `LISAN_API_KEYS`: comma-separated `scope[+scope]:secret`. `undefined` if the text is invalid.
 */
export function parseKeys(text: string): readonly ApiKey[] | undefined {
  const keys: ApiKey[] = [];
  for (const part of text.split(',').filter((some) => some.trim() !== '')) {
    const found = /^\s*([a-z+]+):([\w.~+/=-]+)\s*$/.exec(part);
    const scopes = found?.[1]?.split('+') ?? [];
    const known = scopes.filter((scope): scope is Scope => (SCOPES as readonly string[]).includes(scope));
    if (found === null || known.length !== scopes.length || found[2]!.length < SHORTEST_SECRET)
      return undefined;
    keys.push({ scopes: known, digest: digestOf(found[2]!) });
  }
  return keys;
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The key with this secret, if any. The time does not depend on which key matches, or whether one does. */
export function keyOfSecret(keys: readonly ApiKey[], secret: string): ApiKey | undefined {
  const digest = digestOf(secret);
  let found: ApiKey | undefined;
  for (const key of keys) if (timingSafeEqual(key.digest, digest)) found = key;
  return found;
}

export function allows({ scopes }: ApiKey, scope: Scope): boolean {
  return scopes.includes(scope) || scopes.includes('admin');
}

/** Whether a key is required: always for writing, otherwise if a key with that scope is configured. */
export function isGuarded(keys: readonly ApiKey[], scope: Scope): boolean {
  return scope === 'ingest' || keys.some(({ scopes }) => scopes.includes(scope));
}

/** Scopes that no key has. */
export function missingScopes(keys: readonly ApiKey[], scopes: readonly Scope[]): Scope[] {
  return scopes.filter((scope) => !keys.some((key) => allows(key, scope)));
}
