/**
 * OpenSearch behind the port, through its official client, for archives that outgrow one machine. One index for each
 * build, `lisan-<generation>`, made from an index template; the alias `lisan` names the live one to people and tools.
 *
 * Terms come ready and are stored by the whitespace analyser; BM25 cuts the ranker's window. OpenSearch answers with
 * ids; postings and frequencies are in lisan's ledger beside the archive. An answer is whole or an error: a shard
 * that does not answer is asked for on another node and never left out.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, errors } from '@opensearch-project/opensearch';
import type { Config } from '../config.ts';
import { type DatabaseKind, openDatabase, transaction } from '../database.ts';
import { LisanError, messageOf } from '../errors.ts';
import type {
  CandidateRequest,
  Candidates,
  Engine,
  Index,
  IndexRecord,
  NameWord,
  SimilarWord,
  Statistics,
  VocabularyWord,
} from './engine.ts';
import { LEDGER_SCHEMA, Ledger } from './ledger.ts';
import {
  facetsOf,
  idsOf,
  keyOfId,
  MAPPINGS,
  PAGED,
  preferenceOf,
  type SearchAnswer,
  searchBody,
  toDocument,
} from './opensearch-query.ts';

/** Milliseconds a node may be silent: in a search, and while it indexes or makes an index. */
const SEARCH_TIMEOUT = 10_000;
const WRITE_TIMEOUT = 120_000;
/** Characters of terms sent at once; OpenSearch takes 100 MB. */
const BULK_SIZE = 4_000_000;
/** Tries of what a busy cluster, or one that lost a node, turned away; the pause doubles from 250 ms to 8 s. */
const BULK_TRIES = 7;
/** Oldest release that this was run on. */
const OLDEST = [2, 19];

const LEDGER: DatabaseKind = {
  applicationId: 0x6c697334,
  version: 1,
  synchronous: 'normal',
  remedy: 'Delete the file and run `lisan reindex --full`.',
  schema: LEDGER_SCHEMA,
};

/** What the engine is made from; see the settings of the same names. */
export type OpenSearchSettings = Pick<
  Config,
  | 'data'
  | 'opensearchUrls'
  | 'opensearchUser'
  | 'opensearchPassword'
  | 'opensearchIndex'
  | 'opensearchShards'
  | 'opensearchReplicas'
>;
type Ask = <T>(request: (client: Client) => Promise<T>) => Promise<T>;

export class OpenSearchEngine implements Engine {
  readonly name = 'opensearch';
  readonly #client: Client;
  readonly #settings: OpenSearchSettings;

  constructor(settings: OpenSearchSettings) {
    const { opensearchUrls, opensearchUser: username, opensearchPassword: password } = settings;
    this.#settings = settings;
    this.#client = new Client({
      nodes: [...opensearchUrls],
      ...(username !== '' && { auth: { username, password } }),
      requestTimeout: SEARCH_TIMEOUT,
      // Every node once more than the one that failed.
      maxRetries: opensearchUrls.length,
    });
  }

  async check(): Promise<void> {
    const { distribution, number } = await this.#ask(async (client) => {
      const { version } = (await client.info()).body;
      return { distribution: version.distribution, number: String(version.number) };
    });
    const [major = 0, minor = 0] = number.split('.').map(Number);
    const old = major < OLDEST[0]! || (major === OLDEST[0] && minor < OLDEST[1]!);
    if (distribution === 'opensearch' && !old) return;
    throw new LisanError({
      code: 'engine_version',
      message: `The server at ${this.#where} is ${distribution ?? 'not OpenSearch, but version'} ${number}.`,
      remedy: `Use OpenSearch ${OLDEST.join('.')} or newer.`,
      status: 503,
    });
  }

  async open(generation: string, create: boolean): Promise<Index> {
    const file = this.#ledgerFile(generation);
    if (create) {
      await this.#create(this.#indexOf(generation));
    } else if (existsSync(file)) {
      await this.#switchTo(this.#indexOf(generation));
    } else {
      throw missing(`The ledger ${file} of the index ${this.#indexOf(generation)} is missing.`);
    }
    mkdirSync(this.#settings.data, { recursive: true });
    return new OpenSearchIndex(
      generation,
      this.#indexOf(generation),
      this.#settings.opensearchShards > 1,
      openDatabase(file, LEDGER),
      (request) => this.#ask(request),
    );
  }

  async remove(generation: string): Promise<void> {
    const index = this.#indexOf(generation);
    await this.#ask((client) =>
      client.indices.delete({ index, ignore_unavailable: true }, { requestTimeout: WRITE_TIMEOUT }),
    );
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.#ledgerFile(generation) + suffix, { force: true });
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #create(index: string): Promise<void> {
    const { opensearchIndex: name, opensearchShards, opensearchReplicas } = this.#settings;
    const template = {
      index_patterns: [`${name}-*`],
      template: {
        settings: {
          number_of_shards: opensearchShards,
          number_of_replicas: opensearchReplicas,
          max_result_window: PAGED,
          // Every batch refreshes when it is written; this is for a copy that took over in between.
          refresh_interval: '1s',
        },
        mappings: MAPPINGS,
      },
    };
    const options = { requestTimeout: WRITE_TIMEOUT };
    await this.#ask((client) => client.indices.putIndexTemplate({ name, body: template as object }, options));
    await this.#ask((client) => client.indices.create({ index }, options));
  }

  /** Moves the alias to the build that searches are opened on, in one step, where it is not there yet. */
  async #switchTo(index: string): Promise<void> {
    const alias = this.#settings.opensearchIndex;
    const aliases = await this.#ask(async (client) =>
      Object.entries((await client.indices.getAlias({ index: `${alias}-*` })).body).map(
        ([name, held]) => [name, Object.keys(held.aliases ?? {})] as const,
      ),
    );
    if (!aliases.some(([name]) => name === index)) throw missing(`OpenSearch has no index ${index}.`);
    const holders = aliases.filter(([, names]) => names.includes(alias)).map(([name]) => name);
    if (holders.length === 1 && holders[0] === index) return;
    const actions = [
      ...holders.map((holder) => ({ remove: { index: holder, alias } })),
      { add: { index, alias } },
    ];
    await this.#ask((client) => client.indices.updateAliases({ body: { actions } }));
  }

  #indexOf(generation: string): string {
    return `${this.#settings.opensearchIndex}-${generation}`;
  }

  #ledgerFile(generation: string): string {
    return join(this.#settings.data, `ledger-${generation}.db`);
  }

  get #where(): string {
    return this.#settings.opensearchUrls.join(', ');
  }

  /** Runs a request and reads its answer; whatever goes wrong in either is told as a LisanError. */
  async #ask<T>(request: (client: Client) => Promise<T>): Promise<T> {
    try {
      return await request(this.#client);
    } catch (thrown) {
      throw translated(thrown, this.#where);
    }
  }
}

class OpenSearchIndex implements Index {
  readonly generation: string;
  readonly #index: string;
  readonly #spread: boolean;
  readonly #database: DatabaseSync;
  readonly #ledger: Ledger;
  readonly #ask: Ask;

  /** `spread`: the index has several shards, whose scores are to be made of common frequencies. */
  constructor(generation: string, index: string, spread: boolean, database: DatabaseSync, ask: Ask) {
    this.generation = generation;
    this.#index = index;
    this.#spread = spread;
    this.#database = database;
    this.#ledger = new Ledger(database);
    this.#ask = ask;
  }

  async candidates(request: CandidateRequest): Promise<Candidates> {
    const found = await this.#search(searchBody(request), preferenceOf(request), (answer) => ({
      ids: idsOf(answer),
      total: answer.hits.total,
      facets: facetsOf(request.facets, answer),
    }));
    return {
      candidates: this.#ledger.candidates(found.ids),
      total: { value: found.total.value, relation: found.total.relation },
      facets: found.facets,
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
    const last = Number(this.#database.prepare('SELECT max(number) AS n FROM documents').get()?.n ?? 0);
    const operations: Operation[] = [
      ...deleted.map((id) => ({ lines: [{ delete: { _id: keyOfId(id) } }], size: 1 })),
      ...records.map((record, position) => ({
        lines: [{ index: { _id: keyOfId(record.id) } }, toDocument(record, last + position + 1)],
        size: record.terms.reduce((sum, term) => sum + term.length + 1, 0),
      })),
    ];
    for (const some of portions(operations)) await this.#write(some);
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
    return this.#search({ size: 0, track_total_hits: true }, 'count', ({ hits }) => hits.total.value);
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #search<T>(body: object, preference: string, read: (answer: SearchAnswer) => T): Promise<T> {
    return this.#ask(async (client) => {
      const answer = await client.search({
        index: this.#index,
        body,
        preference,
        allow_partial_search_results: false,
        search_type: this.#spread ? 'dfs_query_then_fetch' : 'query_then_fetch',
      });
      return read(answer.body as unknown as SearchAnswer);
    });
  }

  /** Writes until every operation is confirmed. @throws LisanError of the first one that is refused for good. */
  async #write(operations: readonly Operation[]): Promise<void> {
    let left = operations;
    for (let tries = 1; ; tries++) {
      const failed = await this.#bulk(left);
      if (failed.length === 0) return;
      const refused = failed.find(({ status }) => !PASSING.includes(status));
      if (refused !== undefined || tries === BULK_TRIES) {
        const { status, type, reason } = refused ?? failed[0]!;
        const message = `${failed.length} of ${left.length} changes, the first one because of ${reason}`;
        throw refusal(status, type, message, `index ${this.#index}`);
      }
      left = failed.map(({ operation }) => operation);
      await pause(250 * 2 ** (tries - 1));
    }
  }

  /** Sends operations and gives those that failed, each with its reason. */
  #bulk(operations: readonly Operation[]): Promise<Failure[]> {
    return this.#ask(async (client) => {
      const body = operations.flatMap(({ lines }) => lines);
      try {
        const answer = await client.bulk(
          { index: this.#index, refresh: true, body },
          { requestTimeout: WRITE_TIMEOUT },
        );
        return answer.body.items.flatMap((item, position) => {
          const { status, error } = (item.index ?? item.delete)!;
          const operation = operations[position]!;
          if (error === undefined) return [];
          return { operation, status, type: error.type, reason: error.reason ?? error.type };
        });
      } catch (thrown) {
        if (!(thrown instanceof errors.ResponseError) || thrown.statusCode !== BUSY) throw thrown;
        return operations.map((operation) => ({ operation, status: BUSY, ...reasonOf(thrown) }));
      }
    });
  }
}

/** One change of a bulk request. */
interface Operation {
  lines: object[];
  /** Characters, about. */
  size: number;
}

interface Failure {
  operation: Operation;
  status: number;
  type: string;
  reason: string;
}

/** Operations in runs of at most `BULK_SIZE` characters, or of one operation that is larger. */
function portions(operations: readonly Operation[]): Operation[][] {
  const all: Operation[][] = [];
  let room = 0;
  for (const operation of operations) {
    if (room < operation.size) {
      all.push([]);
      room = BULK_SIZE;
    }
    all.at(-1)!.push(operation);
    room -= operation.size;
  }
  return all;
}

const BUSY = 429;
/** Statuses that a cluster answers with while it is busy or heals. */
const PASSING = [BUSY, 502, 503, 504];
/** Statuses that say the server has no room. */
const FULL = [413, BUSY, 507];

function translated(thrown: unknown, where: string): LisanError {
  if (thrown instanceof LisanError) return thrown;
  if (thrown instanceof errors.TimeoutError) {
    return new LisanError({
      code: 'engine_slow',
      message: `OpenSearch at ${where} did not answer in time.`,
      remedy: 'Look at the load of the nodes and try again.',
      status: 503,
      cause: thrown,
    });
  }
  if (thrown instanceof errors.ResponseError) {
    const { type, reason } = reasonOf(thrown);
    return refusal(thrown.statusCode, type, reason, where, thrown);
  }
  return unreachable(where, messageOf(thrown), thrown);
}

/** Why a request failed; without a type where a proxy in between answered in words of its own. */
function reasonOf({ body, statusCode }: InstanceType<typeof errors.ResponseError>): {
  type: string;
  reason: string;
} {
  const { type = '', reason = type } = (body?.error ?? {}) as { type?: string; reason?: string };
  return { type, reason: reason || `status ${statusCode}` };
}

/** The server understood and said no. */
function refusal(status: number, type: string, reason: string, where: string, cause?: unknown): LisanError {
  if (type === 'index_not_found_exception') return missing(`OpenSearch has no such index: ${reason}.`, cause);
  const blocked = type === 'cluster_block_exception';
  if (status === 401 || (status === 403 && !blocked)) {
    return new LisanError({
      code: 'engine_key',
      message: `OpenSearch at ${where} refuses the user (${reason}).`,
      remedy:
        'Set LISAN_OPENSEARCH_USER and LISAN_OPENSEARCH_PASSWORD to a user with the rights the README lists.',
      status: 503,
      cause,
    });
  }
  if (FULL.includes(status) || (status === 403 && blocked)) {
    return new LisanError({
      code: 'engine_full',
      message: `OpenSearch at ${where} takes nothing more now (${status}): ${reason}.`,
      remedy: 'Free disk or memory of the nodes or add one, then run `lisan reindex`.',
      status: 503,
      cause,
    });
  }
  if (PASSING.includes(status) || type === '') return unreachable(where, reason, cause);
  return new LisanError({
    code: 'engine_refused',
    message: `OpenSearch at ${where} refused: ${reason} (${type}).`,
    remedy: "Read the server's log.",
    status: 503,
    cause,
  });
}

function unreachable(where: string, reason: string, cause: unknown): LisanError {
  return new LisanError({
    code: 'engine_unreachable',
    message: `OpenSearch at ${where} gives no answer that can be read: ${reason}.`,
    remedy:
      'Start the server, or correct LISAN_OPENSEARCH_URL. Documents are kept; `lisan reindex` catches up.',
    status: 503,
    cause,
  });
}

function missing(message: string, cause?: unknown): LisanError {
  return new LisanError({
    code: 'index_missing',
    message,
    remedy: 'Run `lisan reindex --full`.',
    status: 503,
    cause,
  });
}
