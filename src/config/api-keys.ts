/** API keys: their format, their scopes, and the lookup of a key that a client sent. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** `search`: read. `ingest`: write documents. `admin`: metrics, reports and everything else. */
export const SCOPES = ['search', 'ingest', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

export interface ApiKey {
  scopes: readonly Scope[];
  /** SHA-256 of the secret: all digests have the same length, and a memory dump of the settings shows no secret. */
  digest: Buffer;
}

/** Shorter secrets can be guessed. */
const MIN_SECRET_LENGTH = 16;

/**
 * Parses `LISAN_API_KEYS`: `scope[+scope]:secret`, separated by commas. `undefined` if the text is malformed.
 */
export function parseKeys(text: string): readonly ApiKey[] | undefined {
  const keys: ApiKey[] = [];
  for (const part of text.split(',').filter((some) => some.trim() !== '')) {
    const found = /^\s*([a-z+]+):([\w.~+/=-]+)\s*$/.exec(part);
    const scopes = found?.[1]?.split('+') ?? [];
    const known = scopes.filter((scope): scope is Scope => (SCOPES as readonly string[]).includes(scope));
    if (found === null || known.length !== scopes.length || found[2]!.length < MIN_SECRET_LENGTH)
      return undefined;
    keys.push({ scopes: known, digest: digestOf(found[2]!) });
  }
  return keys;
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The key with this secret, in constant time for every secret. */
export function keyOfSecret(keys: readonly ApiKey[], secret: string): ApiKey | undefined {
  const digest = digestOf(secret);
  let found: ApiKey | undefined;
  for (const key of keys) if (timingSafeEqual(key.digest, digest)) found = key;
  return found;
}

export function allows({ scopes }: ApiKey, scope: Scope): boolean {
  return scopes.includes(scope) || scopes.includes('admin');
}

/** Whether a scope requires a key for reading: `ingest` always, the others if any key has them. */
export function isGuarded(keys: readonly ApiKey[], scope: Scope): boolean {
  return scope === 'ingest' || keys.some(({ scopes }) => scopes.includes(scope));
}

/** Those of the scopes that no key has. */
export function missingScopes(keys: readonly ApiKey[], scopes: readonly Scope[]): Scope[] {
  return scopes.filter((scope) => !keys.some((key) => allows(key, scope)));
}
