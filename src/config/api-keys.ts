/** API keys: what they look like, what each may do, and whether one that was sent is among them. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** `search`: read. `ingest`: write documents. `admin`: metrics and reports, and all of the others. */
export const SCOPES = ['search', 'ingest', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

export interface ApiKey {
  scopes: readonly Scope[];
  /** SHA-256 of the secret: all are of one length, and a dump of the memory's settings shows no secret. */
  digest: Buffer;
}

/** Fewer characters can be guessed. */
const SHORTEST = 16;

/**
 * Keys as they are written in `LISAN_API_KEYS`: `scope[+scope]:secret`, separated by commas. `undefined` where that is
 * not what the text is.
 */
export function parseKeys(text: string): readonly ApiKey[] | undefined {
  const keys: ApiKey[] = [];
  for (const part of text.split(',').filter((some) => some.trim() !== '')) {
    const found = /^\s*([a-z+]+):([\w.~+/=-]+)\s*$/.exec(part);
    const scopes = found?.[1]?.split('+') ?? [];
    const known = scopes.filter((scope): scope is Scope => (SCOPES as readonly string[]).includes(scope));
    if (found === null || known.length !== scopes.length || found[2]!.length < SHORTEST) return undefined;
    keys.push({ scopes: known, digest: digestOf(found[2]!) });
  }
  return keys;
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The key with this secret. Takes the same time whichever key it is, and whether it is one. */
export function keyOfSecret(keys: readonly ApiKey[], secret: string): ApiKey | undefined {
  const digest = digestOf(secret);
  let found: ApiKey | undefined;
  for (const key of keys) if (timingSafeEqual(key.digest, digest)) found = key;
  return found;
}

export function allows({ scopes }: ApiKey, scope: Scope): boolean {
  return scopes.includes(scope) || scopes.includes('admin');
}

/** Whether something is asked for only with a key: writing always, the rest where a key was set for it. */
export function isGuarded(keys: readonly ApiKey[], scope: Scope): boolean {
  return scope === 'ingest' || keys.some(({ scopes }) => scopes.includes(scope));
}

/** Scopes that no key has. */
export function missingScopes(keys: readonly ApiKey[], scopes: readonly Scope[]): Scope[] {
  return scopes.filter((scope) => !keys.some((key) => allows(key, scope)));
}
