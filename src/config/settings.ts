/**
 * Every setting, in one table: variable, default, description, check. No other file reads the environment. The README's
 * table is generated from `SETTINGS`; a test fails if they differ.
 */
import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { LisanError } from '../common/errors.ts';
import { ANALYSIS_LIMITS, limitsText, readLimits } from './analysis-limits.ts';
import { parseKeys } from './api-keys.ts';

export interface Setting<T> {
  readonly variable: string;
  /** Used if the variable is unset or empty. */
  readonly fallback: string;
  readonly help: string;
  /** What is allowed; completes "… must be". */
  readonly allowed: string;
  /** The values, for the README, unless `help` says it all. */
  readonly values?: string;
  /** The value, or `undefined` if the text is not allowed. */
  readonly read: (text: string) => T | undefined;
  /** The value is never shown, not even a wrong one. */
  readonly secret?: true;
}

export const ENGINE_NAMES = ['sqlite', 'meilisearch', 'opensearch'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** See `src/meaning/prefixes.ts`. */
export const PREFIX_STYLES = ['auto', 'e5', 'input_type', 'none'] as const;

const text = (value: string): string => value;
const folder = (value: string): string | undefined =>
  existsSync(value) && !statSync(value).isDirectory() ? undefined : resolve(value);
const optionalFile = (value: string): string | undefined =>
  value === '' ? '' : existsSync(value) ? resolve(value) : undefined;

type Check<T> = Pick<Setting<T>, 'allowed' | 'values' | 'read'>;

function oneOf<T extends string>(names: readonly T[]): Check<T> {
  return {
    allowed: `one of ${names.join(', ')}`,
    read: (value) => names.find((name) => name === value),
  };
}

function wholeNumber(least: number, most: number): Check<number> {
  return {
    allowed: `a whole number from ${least} to ${most}`,
    values: `Range: ${least} to ${most}.`,
    read: (value) => {
      const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
      return number >= least && number <= most ? number : undefined;
    },
  };
}

/** Reader threads at most with `auto`: more of them cost more memory than they save time. */
const MOST_READERS = 4;

function readers(value: string): number | undefined {
  if (value === 'auto') return Math.min(MOST_READERS, availableParallelism());
  return wholeNumber(0, 64).read(value);
}

/** The canonical name of a time zone. */
function timeZone(value: string): string | undefined {
  try {
    const timeZone = value === 'auto' ? undefined : value;
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function httpUrl(value: string): string | undefined {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) ? value.replace(/\/+$/, '') : undefined;
}

/** A folder that is there, or an address without a password, which would end up in messages and logs. */
function embedder(value: string): string | undefined {
  if (value === '') return '';
  if (/^https?:/i.test(value))
    return httpUrls(value)?.length === 1 && !value.includes(',') ? value : undefined;
  return existsSync(value) && statSync(value).isDirectory() ? resolve(value) : undefined;
}

/** Addresses separated by commas, duplicates removed. Passwords are refused: they would end up in messages and logs. */
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

/** An address of the service without a slash at the end, `''` for none. */
function publicUrl(value: string): string | undefined {
  const url = URL.parse(value);
  if (value === '') return '';
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.search + url.hash === ''
    ? value.replace(/\/+$/, '')
    : undefined;
}

function smtpUrl(value: string): string | undefined {
  const url = URL.parse(value);
  return value === '' || (url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '')
    ? value
    : undefined;
}

/** `alerts@news.example`, with or without a name: `News <alerts@news.example>`. */
const sender = (value: string): string | undefined =>
  value === '' || /^(?:[\p{L}\p{N} .'-]{1,60} <[\w.+-]+@[\w.-]+>|[\w.+-]+@[\w.-]+)$/u.test(value)
    ? value
    : undefined;

/** A path that ends with a slash. */
function basePath(value: string): string | undefined {
  const path = value.endsWith('/') ? value : `${value}/`;
  return /^\/(?:[\w-][\w.-]*\/)*$/.test(path) ? path : undefined;
}

function hostnames(value: string): readonly string[] | undefined {
  const listed = value
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
  return listed.every((part) => /^(?:\*|[\w.-]+)$/.test(part)) ? listed : undefined;
}

/** Most facets that can be declared, and the longest name of a field in UTF-16 code units. */
const MAX_DECLARED_FACETS = 8;
const MAX_FIELD_NAME_UNITS = 64;

/** Names of fields, each once, from `fields.desk,fields.geo.country`. */
function declaredFacets(value: string): readonly string[] | undefined {
  const names = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const fields = [...new Set(names.map((name) => /^fields\.(\S.*)$/su.exec(name)?.[1] ?? ''))];
  const allowed = fields.every((name) => name !== '' && name.length <= MAX_FIELD_NAME_UNITS);
  return allowed && fields.length <= MAX_DECLARED_FACETS ? fields : undefined;
}

export const SETTINGS = {
  host: {
    variable: 'LISAN_HOST',
    fallback: '127.0.0.1',
    help: 'Address that the service listens on.',
    allowed: 'a host name or an address',
    read: (value) => (/^[\w.:-]+$/.test(value) ? value : undefined),
  },
  port: {
    variable: 'LISAN_PORT',
    fallback: '3000',
    help: 'Port that the service listens on; 0 picks a free one.',
    ...wholeNumber(0, 65535),
  },
  keys: {
    variable: 'LISAN_API_KEYS',
    fallback: '',
    help: 'API keys as `scope:secret` or `scope+scope:secret`, separated by commas; secrets have at least 16 characters. Writing always needs a key with the scope `ingest`. Searching and metrics need one as soon as any key has the scope `search` or `admin`. `admin` may do everything.',
    allowed:
      'scope:secret or scope+scope:secret, separated by commas, with secrets of at least 16 characters',
    read: parseKeys,
    secret: true,
  },
  rateLimit: {
    variable: 'LISAN_RATE_LIMIT',
    fallback: '600',
    help: 'Requests per minute of one address, counted separately for each key; 0 means no limit. Requests from this machine and to /health are not limited.',
    ...wholeNumber(0, 1_000_000),
  },
  readers: {
    variable: 'LISAN_READERS',
    fallback: 'auto',
    help: 'Threads that run searches and reads: `auto` (one per processor, at most 4) or 0 to 64. Each takes 150 to 250 MiB. With 0 the thread that accepts requests runs them itself.',
    allowed: 'auto or a whole number from 0 to 64',
    read: readers,
  },
  waiting: {
    variable: 'LISAN_WAITING',
    fallback: '100',
    help: 'Requests that may wait for a thread, each for at most 5 s; further ones get 503 with Retry-After.',
    ...wholeNumber(0, 100_000),
  },
  base: {
    variable: 'LISAN_BASE',
    fallback: '/',
    help: 'Path under which the service answers, like `/archive/`: the page, the API, feeds and cookies. A proxy in front must pass it on.',
    allowed: 'a path like /archive/ of letters, digits, dots, hyphens and underscores',
    read: basePath,
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
    help: 'Origins whose pages may call the API from a browser (CORS), like `https://news.example`, separated by commas.',
    allowed: 'origins like https://news.example, separated by commas',
    read: origins,
  },
  frames: {
    variable: 'LISAN_EMBED',
    fallback: '',
    help: 'Origins whose pages may show the search page in a frame, separated by commas.',
    allowed: 'origins like https://news.example, separated by commas',
    read: origins,
  },
  hostnames: {
    variable: 'LISAN_HOSTNAMES',
    fallback: '',
    help: 'Host names under which the service answers, beside addresses and names of this machine; `*` is any. Not needed if searching requires a key.',
    allowed: 'host names without a port, separated by commas, or *',
    read: hostnames,
  },
  hstsSeconds: {
    variable: 'LISAN_HSTS_SECONDS',
    fallback: '0',
    help: 'Seconds for which browsers must use HTTPS for this host name (Strict-Transport-Security); 0 sends no such header.',
    ...wholeNumber(0, 63_072_000),
  },
  data: {
    variable: 'LISAN_DATA',
    fallback: './var',
    help: 'Folder of the archive and of the embedded index. It is created if it does not exist.',
    allowed: 'a folder',
    read: folder,
  },
  engine: {
    variable: 'LISAN_ENGINE',
    fallback: 'sqlite',
    help: 'Search engine: `sqlite` is embedded, `meilisearch` and `opensearch` need a server.',
    ...oneOf(ENGINE_NAMES),
  },
  meilisearchUrl: {
    variable: 'LISAN_MEILISEARCH_URL',
    fallback: 'http://127.0.0.1:7700',
    help: 'URL of the Meilisearch server, for `LISAN_ENGINE=meilisearch`.',
    allowed: 'an http or https URL',
    read: httpUrl,
  },
  meilisearchKey: {
    variable: 'LISAN_MEILISEARCH_KEY',
    fallback: '',
    help: 'Meilisearch API key; the rights it needs are listed below.',
    allowed: 'a Meilisearch API key',
    read: text,
  },
  opensearchUrls: {
    variable: 'LISAN_OPENSEARCH_URL',
    fallback: 'http://127.0.0.1:9200',
    help: 'URLs of OpenSearch nodes, separated by commas, for `LISAN_ENGINE=opensearch`. If one does not answer, the next is used.',
    allowed: 'http or https URLs without user and password, separated by commas',
    read: httpUrls,
  },
  opensearchUser: {
    variable: 'LISAN_OPENSEARCH_USER',
    fallback: '',
    help: 'OpenSearch user. It needs all rights on the indexes `LISAN_OPENSEARCH_INDEX-*` and on index templates.',
    allowed: 'a name',
    read: text,
  },
  opensearchPassword: {
    variable: 'LISAN_OPENSEARCH_PASSWORD',
    fallback: '',
    help: "That user's password.",
    allowed: 'a password',
    read: text,
  },
  opensearchIndex: {
    variable: 'LISAN_OPENSEARCH_INDEX',
    fallback: 'lisan',
    help: 'Prefix of the names of the OpenSearch indexes, and alias of the live one. Use a different one for each archive: lower-case letters, digits and underscores, a letter first.',
    allowed: 'lower-case letters, digits and underscores, a letter first',
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
    help: 'Replicas of every shard: the number of nodes that may fail. Takes effect with the next `lisan reindex --full`.',
    ...wholeNumber(0, 20),
  },
  opensearchWait: {
    variable: 'LISAN_OPENSEARCH_WAIT_SECONDS',
    fallback: '15',
    help: 'Seconds that a request waits for an OpenSearch cluster that lost a node, a third of it if no node answers. A read ends after 30 s in any case.',
    ...wholeNumber(0, 3600),
  },
  entities: {
    variable: 'LISAN_ENTITIES',
    fallback: '',
    help: 'Your own gazetteer file (JSON Lines), merged over the built-in one.',
    allowed: 'a file that exists',
    read: optionalFile,
  },
  across: {
    variable: 'LISAN_ACROSS',
    fallback: 'off',
    help: 'Whether a search also finds translations of its words, unless it says so itself with `across`: `on` or `off`.',
    ...oneOf(['on', 'off'] as const),
  },
  terms: {
    variable: 'LISAN_TERMS',
    fallback: '',
    help: 'Your own terms in several languages (tab-separated), which come before the built-in ones; docs/across.md has the format.',
    allowed: 'a file that exists',
    read: optionalFile,
  },
  embedder: {
    variable: 'LISAN_EMBEDDER',
    fallback: '',
    help: 'Sentence model for search by meaning: a folder with a model in ONNX format, or the URL of a server with OpenAI’s `/v1/embeddings` ([docs/meaning.md](docs/meaning.md)). Without one, words alone are searched.',
    allowed: 'a folder that exists, or an http or https URL without user and password',
    read: embedder,
  },
  embedderModel: {
    variable: 'LISAN_EMBEDDER_MODEL',
    fallback: 'multilingual-e5-small',
    help: 'Name of the model that the server of `LISAN_EMBEDDER` is asked for. With another one, all vectors are made again.',
    allowed: 'the name of a model',
    read: text,
  },
  embedderKey: {
    variable: 'LISAN_EMBEDDER_KEY',
    fallback: '',
    help: 'Key that is sent to the server of `LISAN_EMBEDDER`, as `Authorization: Bearer …`.',
    allowed: 'a key of visible ASCII characters',
    read: (value) => (/^[\x21-\x7e]*$/.test(value) ? value : undefined),
    secret: true,
  },
  embedderPrefix: {
    variable: 'LISAN_EMBEDDER_PREFIX',
    fallback: 'auto',
    help: 'How the model is told what a text is: `e5` (`query: ` or `passage: ` before it), `input_type` (a field of the request), `none`, or `auto`: what the model’s folder says, and `e5` if its name has e5 in it.',
    ...oneOf(PREFIX_STYLES),
  },
  hybrid: {
    variable: 'LISAN_HYBRID',
    fallback: '0.5',
    help: 'Weight of meaning in the order of hits, where a search does not say it with `hybrid`: from 0, words alone, to 1, meaning alone. Without `LISAN_EMBEDDER` it has no effect.',
    allowed: 'a number from 0 to 1',
    read: (value) =>
      /^(?:0|1|[01]?\.\d{1,6})$/.test(value) && Number(value) <= 1 ? Number(value) : undefined,
  },
  names: {
    variable: 'LISAN_NAMES',
    fallback: 'listed',
    help: 'Which names become entities: `listed`, those of the gazetteer, or `all`, also those that are recognised in articles by how they are written and what stands beside them. After a change the index is built again.',
    ...oneOf(['listed', 'all'] as const),
  },
  limits: {
    variable: 'LISAN_LIMITS',
    fallback: limitsText(ANALYSIS_LIMITS),
    help: 'How much of one article is indexed and marked: title and single passages in UTF-16 code units, the others in number. The text is stored whole; answers and the page say `truncated` where it was cut. What is left out is as by default. After a change the index is built again.',
    allowed: 'limits like words=500000,passages=50000 from 10 to 5000000',
    read: readLimits,
  },
  timezone: {
    variable: 'LISAN_TIMEZONE',
    fallback: 'auto',
    help: 'Time zone that decides on which day an article with a time was published, for `date:`, `from`, `to`, months and the page: an IANA name like `Europe/Istanbul`, or `auto` for the zone of this machine. After a change the index is built again.',
    allowed: 'auto or an IANA time zone like Europe/Istanbul',
    read: timeZone,
  },
  facets: {
    variable: 'LISAN_FACETS',
    fallback: '',
    help: 'Up to 8 fields that can be filtered by and are counted, like `fields.desk`, separated by commas. After a change the index is built again.',
    allowed: 'at most 8 names like fields.desk, separated by commas',
    read: declaredFacets,
  },
  sources: {
    variable: 'LISAN_SOURCES',
    fallback: '',
    help: 'List of feeds, news sitemaps and pages for `lisan fetch`, one address a line ([docs/fetch.md](docs/fetch.md)).',
    allowed: 'a file that exists',
    read: optionalFile,
  },
  fetchMinutes: {
    variable: 'LISAN_FETCH_MINUTES',
    fallback: '30',
    help: 'Minutes between two visits to a source with `lisan fetch --watch`, where the list does not say otherwise.',
    ...wholeNumber(1, 43_200),
  },
  fetchContact: {
    variable: 'LISAN_FETCH_CONTACT',
    fallback: '',
    help: 'Address of a page or of mail, by which those who are fetched from can reach you; part of User-Agent.',
    allowed: 'at most 200 characters of ASCII without brackets',
    read: (value) => (/^[\x21-\x27\x2a-\x7e]{0,200}$/.test(value) ? value : undefined),
  },
  fetchPrivate: {
    variable: 'LISAN_FETCH_PRIVATE',
    fallback: 'refused',
    help: 'Whether `lisan fetch` connects to addresses that are not on the public internet: `refused` or `allowed`.',
    ...oneOf(['refused', 'allowed'] as const),
  },
  publicUrl: {
    variable: 'LISAN_PUBLIC_URL',
    fallback: '',
    help: 'Address under which readers reach the service, with its base path, like `https://news.example/archive`; links in alerts begin with it.',
    allowed: 'an http or https URL without user, query and fragment',
    read: publicUrl,
  },
  smtpUrl: {
    variable: 'LISAN_SMTP_URL',
    fallback: '',
    help: 'Mail server that sends alerts, like `smtps://user:password@mail.example:465` or `smtp://mail.example:587`. Without it, `LISAN_MAIL_FROM` and `LISAN_PUBLIC_URL` no alerts by mail are offered ([docs/alerts.md](docs/alerts.md)).',
    allowed: 'an smtp or smtps URL',
    read: smtpUrl,
    secret: true,
  },
  mailFrom: {
    variable: 'LISAN_MAIL_FROM',
    fallback: '',
    help: 'Sender of alerts: `alerts@news.example`, or with a name `News archive <alerts@news.example>`.',
    allowed: 'an address, or a name of letters and digits followed by <address>',
    read: sender,
  },
  maxAlerts: {
    variable: 'LISAN_ALERTS',
    fallback: '1000',
    help: 'Most alerts of the archive; with 0 none can be added.',
    ...wholeNumber(0, 100_000),
  },
  alertsPrivate: {
    variable: 'LISAN_ALERTS_PRIVATE',
    fallback: 'refused',
    help: 'Whether webhooks of alerts may be at addresses that are not on the public internet: `refused` or `allowed`.',
    ...oneOf(['refused', 'allowed'] as const),
  },
  queries: {
    variable: 'LISAN_QUERIES',
    fallback: 'kept',
    help: 'Query texts: `kept` in the log and, for `lisan report`, in `LISAN_DATA`, or `redacted`, so that searches are only counted.',
    ...oneOf(['kept', 'redacted'] as const),
  },
  queriesDays: {
    variable: 'LISAN_QUERIES_DAYS',
    fallback: '90',
    help: 'Days that counts of queries are kept for `lisan report`, today included.',
    ...wholeNumber(1, 3650),
  },
  verifyDays: {
    variable: 'LISAN_VERIFY_DAYS',
    fallback: '7',
    help: 'Days after which a running service verifies archive and index again, in the background at up to 20 MiB per second; 0 leaves it to `lisan verify`.',
    ...wholeNumber(0, 3650),
  },
  slow: {
    variable: 'LISAN_SLOW_MS',
    fallback: '500',
    help: 'Searches that take at least this many milliseconds are logged as slow, with their parsed query; 0 logs every search.',
    ...wholeNumber(0, 600_000),
  },
  log: {
    variable: 'LISAN_LOG',
    fallback: 'info',
    help: 'Lowest level that is logged, as JSON lines to stderr.',
    values: `One of ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
    ...oneOf(LOG_LEVELS),
  },
} satisfies Record<string, Setting<unknown>>;

type Read<S> = S extends { read: (value: string) => infer T } ? Exclude<T, undefined> : never;
export type Config = { readonly [K in keyof typeof SETTINGS]: Read<(typeof SETTINGS)[K]> };

/**
 * Reads and checks all settings.
 * @throws LisanError `invalid_setting`, with the variable, its value (unless it is secret) and what is allowed.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const config: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(SETTINGS)) {
    const given = environment[setting.variable] || setting.fallback;
    const value = setting.read(given);
    if (value === undefined) {
      throw new LisanError({
        code: 'invalid_setting',
        message: `${setting.variable} is ${'secret' in setting ? 'malformed' : JSON.stringify(given)}; it must be ${setting.allowed}.`,
        remedy: `Set ${setting.variable} to ${setting.allowed}, or unset it${setting.fallback && ` to use ${setting.fallback}`}.`,
      });
    }
    config[name] = value;
  }
  return config as Config;
}
