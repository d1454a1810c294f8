/**
 * All settings in one table: variable, default, help, validation. The only file that reads the environment.
 * The README's table is generated from `SETTINGS`; a test fails if they differ.
 */
import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { LisanError } from '../common/errors.ts';
import { parseKeys } from './api-keys.ts';

export interface Setting<T> {
  readonly variable: string;
  /** Used if the variable is unset or empty. */
  readonly fallback: string;
  readonly help: string;
  /** Allowed values, in words that complete "… must be". */
  readonly allowed: string;
  /** The value, or `undefined` if the text is not allowed. */
  readonly read: (text: string) => T | undefined;
  /** True if the value must never be shown, even an invalid one. */
  readonly secret?: true;
}

export const ENGINE_NAMES = ['sqlite', 'meilisearch', 'opensearch'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const text = (value: string): string => value;
const folder = (value: string): string | undefined =>
  existsSync(value) && !statSync(value).isDirectory() ? undefined : resolve(value);
const optionalFile = (value: string): string | undefined =>
  value === '' ? '' : existsSync(value) ? resolve(value) : undefined;

function oneOf<T extends string>(names: readonly T[]): Pick<Setting<T>, 'allowed' | 'read'> {
  return { allowed: `one of ${names.join(', ')}`, read: (value) => names.find((name) => name === value) };
}

function wholeNumber(least: number, most: number): Pick<Setting<number>, 'allowed' | 'read'> {
  return {
    allowed: `a whole number from ${least} to ${most}`,
    read: (value) => {
      const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
      return number >= least && number <= most ? number : undefined;
    },
  };
}

/** Most reading threads chosen by `auto`: more need more memory than they save time. */
const MOST_READERS = 4;

function readers(value: string): number | undefined {
  if (value === 'auto') return Math.min(MOST_READERS, availableParallelism());
  return wholeNumber(0, 64).read(value);
}

function httpUrl(value: string): string | undefined {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) ? value.replace(/\/+$/, '') : undefined;
}

/** Comma-separated URLs without duplicates. A password in a URL is refused: it would appear in messages and logs. */
function httpUrls(value: string): readonly string[] | undefined {
  const urls = value.split(',').map((part) => httpUrl(part.trim()));
  const allowed = urls.filter((url) => url !== undefined && URL.parse(url)?.username === '') as string[];
  return allowed.length === urls.length ? [...new Set(allowed)] : undefined;
}

function origins(value: string): readonly string[] | undefined {
  const listed = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return listed.every((part) => URL.parse(part)?.origin === part) ? listed : undefined;
}

export const SETTINGS = {
  host: {
    variable: 'LISAN_HOST',
    fallback: '127.0.0.1',
    help: 'Address the service listens on.',
    allowed: 'a host name or IP address',
    read: (value) => (/^[\w.:-]+$/.test(value) ? value : undefined),
  },
  port: {
    variable: 'LISAN_PORT',
    fallback: '3000',
    help: 'Port the service listens on; 0 chooses a free one.',
    ...wholeNumber(0, 65535),
  },
  keys: {
    variable: 'LISAN_API_KEYS',
    fallback: '',
    help: 'API keys. Writing requires a key with the scope `ingest`. As soon as any key has the scope `search` (`admin`), searching (metrics) requires a key. `admin` includes the other scopes.',
    allowed:
      'a comma-separated list of scope:secret or scope+scope:secret, with secrets of at least 16 characters',
    read: parseKeys,
    secret: true,
  },
  rateLimit: {
    variable: 'LISAN_RATE_LIMIT',
    fallback: '600',
    help: 'Requests per minute for each key, or for each address without a key; 0 disables the limit. Requests from this machine are not limited.',
    ...wholeNumber(0, 1_000_000),
  },
  readers: {
    variable: 'LISAN_READERS',
    fallback: 'auto',
    help: 'Worker threads for searching; `auto` is one per processor, at most 4. Each needs 150 to 250 MiB. With 0 the main thread searches.',
    allowed: 'auto or a whole number from 0 to 64',
    read: readers,
  },
  waiting: {
    variable: 'LISAN_WAITING',
    fallback: '100',
    help: 'Requests that may wait for a worker thread, at most 5 s each; further requests get 503 with Retry-After.',
    ...wholeNumber(0, 100_000),
  },
  proxies: {
    variable: 'LISAN_PROXIES',
    fallback: '0',
    help: 'Number of reverse proxies in front of the service whose X-Forwarded-For is trusted.',
    ...wholeNumber(0, 10),
  },
  origins: {
    variable: 'LISAN_ORIGINS',
    fallback: '',
    help: 'Origins whose pages may call the API from a browser (CORS).',
    allowed: 'a comma-separated list of origins such as https://news.example',
    read: origins,
  },
  data: {
    variable: 'LISAN_DATA',
    fallback: './var',
    help: 'Folder of the archive and the embedded index; created if missing.',
    allowed: 'the path of a folder',
    read: folder,
  },
  engine: {
    variable: 'LISAN_ENGINE',
    fallback: 'sqlite',
    help: 'Search engine: sqlite is embedded; meilisearch and opensearch need a server.',
    ...oneOf(ENGINE_NAMES),
  },
  meilisearchUrl: {
    variable: 'LISAN_MEILISEARCH_URL',
    fallback: 'http://127.0.0.1:7700',
    help: 'Meilisearch server, for LISAN_ENGINE=meilisearch.',
    allowed: 'an http or https URL',
    read: httpUrl,
  },
  meilisearchKey: {
    variable: 'LISAN_MEILISEARCH_KEY',
    fallback: '',
    help: 'Meilisearch API key; the permissions it needs are listed below.',
    allowed: 'any text',
    read: text,
  },
  opensearchUrls: {
    variable: 'LISAN_OPENSEARCH_URL',
    fallback: 'http://127.0.0.1:9200',
    help: 'OpenSearch nodes, for LISAN_ENGINE=opensearch. If one does not answer, the next is tried.',
    allowed: 'a comma-separated list of http or https URLs without user and password',
    read: httpUrls,
  },
  opensearchUser: {
    variable: 'LISAN_OPENSEARCH_USER',
    fallback: '',
    help: 'OpenSearch user with all permissions on the indexes `LISAN_OPENSEARCH_INDEX-*` and on index templates.',
    allowed: 'any text',
    read: text,
  },
  opensearchPassword: {
    variable: 'LISAN_OPENSEARCH_PASSWORD',
    fallback: '',
    help: 'Password of that user.',
    allowed: 'any text',
    read: text,
  },
  opensearchIndex: {
    variable: 'LISAN_OPENSEARCH_INDEX',
    fallback: 'lisan',
    help: 'Prefix of the OpenSearch index names, and alias of the live index. Use a different one for each archive.',
    allowed: 'a lower-case letter, then lower-case letters, digits and underscores',
    read: (value) => (/^[a-z][a-z0-9_]{0,99}$/.test(value) ? value : undefined),
  },
  opensearchShards: {
    variable: 'LISAN_OPENSEARCH_SHARDS',
    fallback: '1',
    help: 'Primary shards of an OpenSearch index. Takes effect with the next `lisan reindex --full`.',
    ...wholeNumber(1, 1024),
  },
  opensearchReplicas: {
    variable: 'LISAN_OPENSEARCH_REPLICAS',
    fallback: '1',
    help: 'Replicas of each shard: the number of nodes that may fail. Takes effect with the next `lisan reindex --full`.',
    ...wholeNumber(0, 20),
  },
  entities: {
    variable: 'LISAN_ENTITIES',
    fallback: '',
    help: 'Your own gazetteer (a JSONL file), merged over the built-in one.',
    allowed: 'the path of an existing file',
    read: optionalFile,
  },
  queries: {
    variable: 'LISAN_QUERIES',
    fallback: 'kept',
    help: 'Whether search terms are kept in the log of slow searches and, for `lisan report`, in LISAN_DATA, or redacted, so that only the number of searches is recorded.',
    ...oneOf(['kept', 'redacted'] as const),
  },
  slow: {
    variable: 'LISAN_SLOW_MS',
    fallback: '500',
    help: 'Searches that take at least this many milliseconds are logged, with the parsed query; 0 logs every search.',
    ...wholeNumber(0, 600_000),
  },
  log: {
    variable: 'LISAN_LOG',
    fallback: 'info',
    help: 'Minimum level of log messages, which are written to stderr as JSON lines.',
    ...oneOf(LOG_LEVELS),
  },
} satisfies Record<string, Setting<unknown>>;

type Read<S> = S extends { read: (value: string) => infer T } ? Exclude<T, undefined> : never;
export type Config = { readonly [K in keyof typeof SETTINGS]: Read<(typeof SETTINGS)[K]> };

/**
 * Reads and validates all settings.
 * @throws LisanError `invalid_setting` with the variable, its value (unless secret) and the allowed values.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const config: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(SETTINGS)) {
    const given = environment[setting.variable] || setting.fallback;
    const value = setting.read(given);
    if (value === undefined) {
      throw new LisanError({
        code: 'invalid_setting',
        message: `${setting.variable} is ${'secret' in setting ? 'invalid' : JSON.stringify(given)}; it must be ${setting.allowed}.`,
        remedy: `Set ${setting.variable} to ${setting.allowed}, or unset it to use the default (${setting.fallback || 'none'}).`,
      });
    }
    config[name] = value;
  }
  return config as Config;
}
