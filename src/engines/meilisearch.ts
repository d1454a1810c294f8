/**
 * Meilisearch 1.x behind the port, through its official client. One index for each build, `lisan-<generation>`.
 *
 * Terms are stored as a filterable list and found by filters, which are exact boolean logic: charabia, Meilisearch's
 * tokeniser, never sees them (it would cut ال off and take Arabic for Persian), and neither typo tolerance nor prefix
 * search applies. Meilisearch answers with ids; postings and frequencies are in lisan's ledger beside the archive.
 *
 * A filter gives no order, so where more documents match than are asked for the window is put together from the
 * narrowest questions: all ideas, then all but one, then pairs and single ones, the rarest first.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import {
  type EnqueuedTaskPromise,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
  type MultiSearchParams,
  type MultiSearchQuery,
  type Settings,
} from 'meilisearch';
import { type DatabaseKind, openDatabase, transaction } from '../database.ts';
import { LisanError, messageOf } from '../errors.ts';
import type {
  CandidateRequest,
  Candidates,
  Engine,
  EngineSettings,
  Facet,
  Filter,
  Index,
  IndexRecord,
  NameWord,
  SimilarWord,
  Statistics,
  VocabularyWord,
} from './engine.ts';
import { LEDGER_SCHEMA, Ledger } from './ledger.ts';

/** Milliseconds a search may take, and a task of the server. */
const SEARCH_TIMEOUT = 10_000;
const TASK_TIMEOUT = 600_000;
/** Oldest release with everything that is used here. */
const OLDEST = [1, 10];
/** Ideas that narrower questions are made of; of a longer query the rarest. */
const COMBINED = 5;

const SETTINGS: Settings = {
  // Nothing is searched as text: see above.
  searchableAttributes: [],
  displayedAttributes: ['id'],
  filterableAttributes: ['terms', 'lang', 'entity', 'source', 'publishedAt'],
  sortableAttributes: ['publishedAt'],
  rankingRules: ['sort'],
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  faceting: { maxValuesPerFacet: 1000 },
  pagination: { maxTotalHits: 1_000_000 },
};

const LEDGER: DatabaseKind = {
  applicationId: 0x6c697333,
  version: 1,
  synchronous: 'normal',
  remedy: 'Delete the file and run `lisan reindex --full`.',
  schema: LEDGER_SCHEMA,
};

/** A document as Meilisearch holds it. `key` is its primary key, made of characters that Meilisearch allows. */
interface StoredDocument {
  key: string;
  id: string;
  terms: string[];
  lang: readonly string[];
  entity: readonly string[];
  source: string | null;
  publishedAt: number | null;
}

export class MeilisearchEngine implements Engine {
  readonly name = 'meilisearch';
  readonly #client: Meilisearch;
  readonly #url: string;
  readonly #folder: string;

  constructor({
    meilisearchUrl,
    meilisearchKey,
    data,
  }: Pick<EngineSettings, 'meilisearchUrl' | 'meilisearchKey' | 'data'>) {
    this.#url = meilisearchUrl;
    this.#folder = data;
    this.#client = new Meilisearch({ host: meilisearchUrl, apiKey: meilisearchKey, timeout: SEARCH_TIMEOUT });
  }

  async check(): Promise<void> {
    const { pkgVersion } = await this.#ask(() => this.#client.getVersion());
    const [major = 0, minor = 0] = pkgVersion.split('.').map(Number);
    if (major === OLDEST[0] && minor >= OLDEST[1]!) return;
    throw new LisanError({
      code: 'engine_version',
      message: `Meilisearch at ${this.#url} is version ${pkgVersion}.`,
      remedy: `Use a 1.x release from ${OLDEST.join('.')} on.`,
      status: 503,
    });
  }

  async open(generation: string, create: boolean): Promise<Index> {
    const uid = uidOf(generation);
    const file = this.#ledgerFile(generation);
    if (create) {
      await this.#finish(() => this.#client.createIndex(uid, { primaryKey: 'key' }));
      await this.#finish(() => this.#client.index(uid).updateSettings(SETTINGS));
    } else if (!existsSync(file)) {
      throw new LisanError({
        code: 'index_missing',
        message: `The ledger ${file} of the index ${uid} is missing.`,
        remedy: 'Run `lisan reindex --full`.',
        status: 503,
      });
    }
    mkdirSync(this.#folder, { recursive: true });
    const ask = <T>(request: () => Promise<T>): Promise<T> => this.#ask(request);
    const finish = (request: () => EnqueuedTaskPromise): Promise<void> => this.#finish(request);
    return new MeilisearchIndex(generation, this.#client, openDatabase(file, LEDGER), ask, finish);
  }

  async remove(generation: string): Promise<void> {
    try {
      await this.#finish(() => this.#client.deleteIndex(uidOf(generation)));
    } catch (thrown) {
      if (!(thrown instanceof LisanError) || thrown.code !== 'index_missing') throw thrown;
    }
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.#ledgerFile(generation) + suffix, { force: true });
  }

  async close(): Promise<void> {}

  #ledgerFile(generation: string): string {
    return join(this.#folder, `ledger-${generation}.db`);
  }

  async #ask<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (thrown) {
      throw translated(thrown, this.#url);
    }
  }

  /** Sends a request that the server works off later, and waits until it has. */
  async #finish(request: () => EnqueuedTaskPromise): Promise<void> {
    const task = await this.#ask(() => request().waitTask({ timeout: TASK_TIMEOUT, interval: 20 }));
    if (task.status === 'succeeded') return;
    throw refusal(
      task.error?.code ?? 'unknown',
      task.error?.message ?? `task ${task.uid} ended as ${task.status}`,
    );
  }
}

class MeilisearchIndex implements Index {
  readonly generation: string;
  readonly #client: Meilisearch;
  readonly #database: DatabaseSync;
  readonly #ledger: Ledger;
  readonly #ask: <T>(request: () => Promise<T>) => Promise<T>;
  readonly #finish: (request: () => EnqueuedTaskPromise) => Promise<void>;

  constructor(
    generation: string,
    client: Meilisearch,
    database: DatabaseSync,
    ask: <T>(request: () => Promise<T>) => Promise<T>,
    finish: (request: () => EnqueuedTaskPromise) => Promise<void>,
  ) {
    this.generation = generation;
    this.#client = client;
    this.#database = database;
    this.#ledger = new Ledger(database);
    this.#ask = ask;
    this.#finish = finish;
  }

  async candidates(request: CandidateRequest): Promise<Candidates> {
    const { groups, mode, sort, offset, limit, facets } = request;
    const whole: MultiSearchQuery = {
      ...this.#query(filterOf(request)),
      facets: [...facets],
      offset,
      limit,
      ...(sort !== 'relevance' && { sort: [`publishedAt:${sort === 'newest' ? 'desc' : 'asc'}`] }),
    };
    const narrower = sort === 'relevance' && offset === 0 && mode === 'any' ? combinations(groups) : [];
    const questions = narrower.map((some) => ({
      ...this.#query(filterOf({ ...request, groups: some, mode: 'all' })),
      limit,
    }));
    const { results } = await this.#ask(() =>
      this.#client.multiSearch<MultiSearchParams, StoredDocument>({ queries: [whole, ...questions] }),
    );
    const [all, ...rest] = results;
    const ids = new Set([...rest, all!].flatMap(({ hits }) => hits.map(({ id }) => id)));
    return {
      candidates: this.#ledger.candidates([...ids].slice(0, limit)),
      total: { value: all!.estimatedTotalHits ?? ids.size, relation: 'eq' },
      facets: facetsOf(facets, all!.facetDistribution ?? {}),
    };
  }

  async statistics(): Promise<Statistics> {
    return this.#ledger.statistics();
  }

  async frequencies(keys: readonly number[]): Promise<Map<number, number>> {
    return this.#ledger.frequencies(keys);
  }

  async completions(prefix: string, limit: number): Promise<VocabularyWord[]> {
    return this.#ledger.completions(prefix, limit);
  }

  async similar(word: string, budget: number): Promise<SimilarWord[]> {
    return this.#ledger.similar(word, budget);
  }

  async names(keys: readonly string[]): Promise<NameWord[]> {
    return this.#ledger.names(keys);
  }

  /** The server first, the ledger when it has confirmed: a run that is killed between them is repeated whole. */
  async apply(records: readonly IndexRecord[], deleted: readonly string[]): Promise<void> {
    const index = this.#client.index<StoredDocument>(uidOf(this.generation));
    if (records.length > 0) await this.#finish(() => index.addDocuments(records.map(toDocument)));
    if (deleted.length > 0) await this.#finish(() => index.deleteDocuments(deleted.map(keyOfId)));
    try {
      transaction(this.#database, () => {
        for (const id of [...deleted, ...records.map((record) => record.id)]) this.#ledger.strike(id);
        for (const record of records) this.#ledger.enter(record);
        this.#ledger.settle();
      });
    } catch (thrown) {
      this.#ledger.discard();
      throw thrown;
    }
  }

  async count(): Promise<number> {
    const { numberOfDocuments } = await this.#ask(() =>
      this.#client.index(uidOf(this.generation)).getStats(),
    );
    return numberOfDocuments;
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #query(filter: string[][] | string[]): MultiSearchQuery {
    return { indexUid: uidOf(this.generation), q: '', filter, attributesToRetrieve: ['id'] };
  }
}

const uidOf = (generation: string): string => `lisan-${generation}`;

/** Ids may hold anything; Meilisearch's keys letters, digits, hyphens and underscores only. */
const keyOfId = (id: string): string => createHash('sha256').update(id).digest('base64url');

function toDocument({ id, terms, languages, entities, source, publishedAt }: IndexRecord): StoredDocument {
  return {
    key: keyOfId(id),
    id,
    terms: [...new Set(terms)],
    lang: languages,
    entity: entities,
    source: source ?? null,
    publishedAt: publishedAt ?? null,
  };
}

/** A quoted string of the filter language: the value is data whatever it holds. */
const quote = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const anyOf = (attribute: string, values: readonly string[]): string =>
  `${attribute} IN [${values.map(quote).join(', ')}]`;

/** Conditions that must all hold. */
function filterOf({
  groups,
  mode,
  excluded,
  filter,
}: Pick<CandidateRequest, 'groups' | 'mode' | 'excluded' | 'filter'>): string[] {
  const conditions =
    mode === 'all' ? groups.map((terms) => anyOf('terms', terms)) : [anyOf('terms', groups.flat())];
  if (excluded.length > 0) conditions.push(`NOT ${anyOf('terms', excluded)}`);
  return [
    ...(groups.length > 0 || mode === 'all' ? conditions : conditions.slice(1)),
    ...restrictions(filter),
  ];
}

function restrictions({ languages = [], entities = [], sources = [], from, before }: Filter): string[] {
  return [
    ...(languages.length > 0 ? [anyOf('lang', languages)] : []),
    ...entities.map((entity) => anyOf('entity', [entity])),
    ...(sources.length > 0 ? [anyOf('source', sources)] : []),
    ...(from !== undefined ? [`publishedAt >= ${from}`] : []),
    ...(before !== undefined ? [`publishedAt < ${before}`] : []),
  ];
}

/** All ideas, all but one, pairs and single ones: the narrowest questions first. */
function combinations(groups: CandidateRequest['groups']): CandidateRequest['groups'][] {
  const some = groups.slice(0, COMBINED);
  const butOne = some.length > 3 ? some.map((_, left) => some.filter((_group, index) => index !== left)) : [];
  const pairs = some.flatMap((first, index) => some.slice(index + 1).map((second) => [first, second]));
  return [groups, ...butOne, ...pairs, ...some.map((group) => [group])];
}

function facetsOf(
  facets: readonly Facet[],
  distribution: Record<string, Record<string, number>>,
): Candidates['facets'] {
  return Object.fromEntries(
    facets.map((facet) => {
      const counts = Object.entries(distribution[facet] ?? {});
      return [facet, Object.fromEntries(counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))];
    }),
  );
}

/** Statuses that say the server has no room or no time. */
const FULL = [408, 413, 429, 503, 507];

function translated(thrown: unknown, url: string): LisanError {
  if (thrown instanceof LisanError) return thrown;
  if (thrown instanceof MeilisearchTaskTimeOutError || thrown instanceof MeilisearchRequestTimeOutError) {
    return new LisanError({
      code: 'engine_slow',
      message: `Meilisearch at ${url} did not answer in time.`,
      remedy: 'Look at the load of the server and try again.',
      status: 503,
      cause: thrown,
    });
  }
  if (thrown instanceof MeilisearchApiError) {
    const { status } = thrown.response;
    const code = thrown.cause?.code ?? '';
    if (FULL.includes(status)) {
      return new LisanError({
        code: 'engine_full',
        message: `Meilisearch at ${url} takes nothing more now (${status} ${code}).`,
        remedy: 'Free disk or memory of the server, then run `lisan reindex`.',
        status: 503,
        cause: thrown,
      });
    }
    return refusal(code || `status ${status}`, thrown.message, thrown);
  }
  return new LisanError({
    code: 'engine_unreachable',
    message: `Meilisearch at ${url} gives no answer that can be read: ${messageOf(thrown)}.`,
    remedy:
      'Start the server, or correct LISAN_MEILISEARCH_URL. Documents are kept; `lisan reindex` catches up.',
    status: 503,
    cause: thrown,
  });
}

/** The server understood and said no. */
function refusal(code: string, message: string, cause?: unknown): LisanError {
  if (code === 'index_not_found') {
    return new LisanError({
      code: 'index_missing',
      message: 'Meilisearch does not have the index.',
      remedy: 'Run `lisan reindex --full`.',
      status: 503,
      cause,
    });
  }
  const key = /api_key|authorization/.test(code);
  return new LisanError({
    code: key ? 'engine_key' : 'engine_refused',
    message: key ? 'Meilisearch refuses the API key.' : `Meilisearch refused: ${message} (${code}).`,
    remedy: key
      ? 'Set LISAN_MEILISEARCH_KEY to a key with the rights that the README lists.'
      : "Read the server's log.",
    status: 503,
    cause,
  });
}
