/**
 * OpenSearch behind the port, through its official client, for archives that outgrow one machine. One index for each
 * build, `lisan-<generation>`, made from an index template; the alias `lisan` names the live one to people and tools.
 *
 * Terms are ready-made and stored by the whitespace analyzer; BM25 selects the candidates. OpenSearch answers with ids;
 * forward indexes and frequencies are in lisan's docstore next to the archive. A response is complete or an error: a shard
 * that does not answer is requested from another node and never left out.
 */
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client, errors } from '@opensearch-project/opensearch';
import { LisanError, messageOf } from '../../common/errors.ts';
import type { Config } from '../../config/settings.ts';
import type { CandidateRequest, Engine, Index, PartialWay, WeightedClause } from '../engine.ts';
import type { IndexRecord } from '../index-record.ts';
import {
  facetsOf,
  idsOf,
  LAYOUT,
  MAPPINGS,
  PAGED_HITS,
  type PartialAnswer,
  partialBody,
  preferenceOf,
  type SearchAnswer,
  searchBody,
  toDocument,
} from './opensearch-query.ts';
import {
  DocStoreFolder,
  type FoundIds,
  indexMissing,
  keyOfId,
  portions,
  RemoteIndex,
  type RemoteStore,
} from './remote-index.ts';

/** Milliseconds a node may take to answer: a search; indexing or creating an index. */
const SEARCH_TIMEOUT_MS = 10_000;
const WRITE_TIMEOUT_MS = 120_000;
/** Characters of terms per request; OpenSearch accepts 100 MB. */
const BULK_CHARACTERS = 4_000_000;
/** Tries of what a busy cluster, or one that lost a node, turned away; the pause doubles from 250 ms to 8 s. */
const BULK_TRIES = 7;
/** Oldest release that this was run on. */
const OLDEST = [2, 19];

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
  | 'opensearchWait'
>;
/** The client, loaded by the first who needs it: it takes a tenth of a second, which other engines need not wait for. */
const require = createRequire(import.meta.url);
const library = (): typeof import('@opensearch-project/opensearch') =>
  require('@opensearch-project/opensearch');

type Ask = <T>(request: (client: Client) => Promise<T>) => Promise<T>;

export class OpenSearchEngine implements Engine {
  readonly name = 'opensearch';
  readonly layout = LAYOUT;
  readonly #client: Client;
  readonly #settings: OpenSearchSettings;
  readonly #docStores: DocStoreFolder;
  /** Milliseconds that a request waits for a cluster to heal: to notice a dead node, choose a manager, promote copies. */
  readonly #patience: number;

  constructor(settings: OpenSearchSettings) {
    const { opensearchUrls, opensearchUser: username, opensearchPassword: password } = settings;
    this.#settings = settings;
    this.#patience = settings.opensearchWait * 1000;
    this.#docStores = new DocStoreFolder(settings.data);
    this.#client = new (library().Client)({
      nodes: [...opensearchUrls],
      ...(username !== '' && { auth: { username, password } }),
      requestTimeout: SEARCH_TIMEOUT_MS,
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
    const index = this.#indexOf(generation);
    // The document store is made last: where it is there the making of the index was not cut off.
    if (create) await this.#create(index);
    const docStore = this.#docStores.open(generation, create);
    if (!create && !(await this.#aliases()).has(index)) {
      docStore.close();
      throw indexMissing(`OpenSearch has no index ${index}.`);
    }
    const store = new OpenSearchStore(index, this.#settings, (request) => this.#ask(request));
    return new RemoteIndex(generation, store, docStore, create);
  }

  async remove(generation: string): Promise<void> {
    const index = this.#indexOf(generation);
    await this.#ask((client) =>
      client.indices.delete({ index, ignore_unavailable: true }, { requestTimeout: WRITE_TIMEOUT_MS }),
    );
    this.#docStores.remove(generation);
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
          max_result_window: PAGED_HITS,
          // Every batch refreshes when it is written; this is for a copy that took over in between.
          refresh_interval: '1s',
        },
        mappings: MAPPINGS,
      },
    };
    const options = { requestTimeout: WRITE_TIMEOUT_MS };
    await this.#ask((client) => client.indices.putIndexTemplate({ name, body: template as object }, options));
    await this.#ask(async (client) => {
      try {
        await client.indices.create({ index }, options);
      } catch (thrown) {
        // It is there from a run that was killed, or from a request whose answer was lost.
        if (!(thrown instanceof library().errors.ResponseError) || reasonOf(thrown).type !== EXISTS)
          throw thrown;
      }
    });
  }

  /** The indexes of all builds and the aliases of each. */
  #aliases(): Promise<Map<string, string[]>> {
    return this.#ask(async (client) => {
      const { body } = await client.indices.getAlias({ index: `${this.#settings.opensearchIndex}-*` });
      return new Map(Object.entries(body).map(([name, held]) => [name, Object.keys(held.aliases ?? {})]));
    });
  }

  /** Moves the alias to the live build, in one step, where it is not there yet. */
  async setLive(generation: string): Promise<void> {
    const index = this.#indexOf(generation);
    const alias = this.#settings.opensearchIndex;
    const aliases = await this.#aliases();
    const holders = [...aliases].filter(([, names]) => names.includes(alias)).map(([name]) => name);
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

  get #where(): string {
    return this.#settings.opensearchUrls.join(', ');
  }

  /**
   * Runs a request and reads its answer. A node that goes away takes with it what it was about to answer, so the same
   * is asked again until the others have noticed: every request may be made twice.
   * @throws LisanError for whatever goes wrong in either, and where the cluster does not heal in time.
   */
  async #ask<T>(request: (client: Client) => Promise<T>): Promise<T> {
    const begun = performance.now();
    /** When the last answer of any kind came. */
    let answered = begun;
    for (let wait = 50; ; wait = Math.min(wait * 2, 1000)) {
      try {
        return await request(this.#client);
      } catch (thrown) {
        const now = performance.now();
        const silent = !(thrown instanceof library().errors.ResponseError);
        if (!silent) answered = now;
        const end = Math.min(begun + this.#patience, silent ? answered + this.#silence : Infinity);
        if (passingFailure(thrown) === undefined || now + wait > end) throw translated(thrown, this.#where);
      }
      // The client would leave a node that was away alone for a minute, though it be the only one that is back.
      const { connectionPool } = this.#client;
      for (const connection of connectionPool.connections) connectionPool.markAlive(connection);
      await pause(wait);
    }
  }

  /** Milliseconds to wait while no node answers at all; 0 if there is only one node. */
  get #silence(): number {
    return this.#settings.opensearchUrls.length > 1 ? this.#patience / 3 : 0;
  }
}

class OpenSearchStore implements RemoteStore {
  readonly window = 200;
  readonly #index: string;
  readonly #spread: boolean;
  readonly #ask: Ask;

  constructor(index: string, { opensearchShards }: OpenSearchSettings, ask: Ask) {
    this.#index = index;
    // The scores of several shards are to be made of common frequencies.
    this.#spread = opensearchShards > 1;
    this.#ask = ask;
  }

  async find(request: CandidateRequest): Promise<FoundIds> {
    return this.#search(searchBody(request), preferenceOf(request), (answer: SearchAnswer) => ({
      ids: idsOf(answer),
      total: { value: answer.hits.total.value, relation: answer.hits.total.relation },
      facets: facetsOf(request.facets, answer),
    }));
  }

  async findPartial(
    request: CandidateRequest,
    clauses: readonly WeightedClause[],
    way: PartialWay,
  ): Promise<FoundIds> {
    const read = ({ hits, aggregations: { matching } }: PartialAnswer): FoundIds => ({
      ids: idsOf({ hits }),
      total: { value: matching.doc_count, relation: 'eq' },
      facets: facetsOf(request.facets, { aggregations: matching }),
    });
    return this.#search(partialBody(request, clauses, way), preferenceOf(request), read);
  }

  async write(records: readonly IndexRecord[], deleted: readonly string[]): Promise<void> {
    const operations: Operation[] = [
      ...deleted.map((id) => ({ lines: [{ delete: { _id: keyOfId(id) } }], size: 1 })),
      ...records.map((record) => ({
        lines: [{ index: { _id: keyOfId(record.id) } }, toDocument(record)],
        size: record.terms.reduce((sum, term) => sum + term.length + 1, 0),
      })),
    ];
    for (const some of portions(operations, BULK_CHARACTERS)) await this.#write(some);
  }

  async count(): Promise<number> {
    return this.#search(
      { size: 0, track_total_hits: true },
      'count',
      ({ hits }: SearchAnswer) => hits.total.value,
    );
  }

  async #search<A, T>(body: object, preference: string, read: (answer: A) => T): Promise<T> {
    return this.#ask(async (client) => {
      const answer = await client.search({
        index: this.#index,
        body,
        preference,
        allow_partial_search_results: false,
        search_type: this.#spread ? 'dfs_query_then_fetch' : 'query_then_fetch',
      });
      return read(answer.body as unknown as A);
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
          { requestTimeout: WRITE_TIMEOUT_MS },
        );
        return answer.body.items.flatMap((item, position) => {
          const { status, error } = (item.index ?? item.delete)!;
          const operation = operations[position]!;
          if (error === undefined) return [];
          return { operation, status, type: error.type, reason: error.reason ?? error.type };
        });
      } catch (thrown) {
        const failure = passingFailure(thrown);
        if (failure === undefined) throw thrown;
        return operations.map((operation) => ({ operation, ...failure }));
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

const EXISTS = 'resource_already_exists_exception';
const BUSY = 429;
/** Stands for a node that went away before it answered. */
const LOST = 503;
/** Statuses that a cluster answers with while it is busy or heals; 500 where a node went away in the midst of it. */
const PASSING = [BUSY, 500, 502, 503, 504];
/**
 * A search that some shards answered and others did not, whatever its status: a node that ended between its two phases
 * leaves 404, no such search. What is wrong with a search itself is wrong for all shards.
 */
const IN_PART = { type: 'search_phase_execution_exception', reason: 'Partial shards failure' };
/** Statuses that say the server has no room. */
const FULL = [413, BUSY, 507];

/** A failure of a whole request that may have passed by the next try: doing the same again changes nothing. */
function passingFailure(thrown: unknown): Omit<Failure, 'operation'> | undefined {
  if (thrown instanceof library().errors.ResponseError) {
    const { statusCode: status } = thrown;
    const failure = { status, ...reasonOf(thrown) };
    return mayPass(failure) ? failure : undefined;
  }
  const lost =
    thrown instanceof library().errors.ConnectionError ||
    thrown instanceof library().errors.NoLivingConnectionsError;
  return lost ? { status: LOST, type: '', reason: messageOf(thrown) } : undefined;
}

function mayPass({ status, type, reason }: Omit<Failure, 'operation'>): boolean {
  return PASSING.includes(status) || (type === IN_PART.type && reason === IN_PART.reason);
}

function translated(thrown: unknown, where: string): LisanError {
  if (thrown instanceof LisanError) return thrown;
  if (thrown instanceof library().errors.TimeoutError) {
    return new LisanError({
      code: 'engine_slow',
      message: `OpenSearch at ${where} did not answer in time.`,
      remedy: 'Look at the load of the nodes and try again.',
      status: 503,
      cause: thrown,
    });
  }
  if (thrown instanceof library().errors.ResponseError) {
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
  if (type === 'index_not_found_exception')
    return indexMissing(`OpenSearch has no such index: ${reason}.`, cause);
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
  if (mayPass({ status, type, reason }) || type === '') return unreachable(where, reason, cause);
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
    message: `OpenSearch at ${where} is unreachable or gave an unreadable answer: ${reason}.`,
    remedy:
      'Start the server, or correct LISAN_OPENSEARCH_URL. Documents are kept; `lisan reindex` catches up.',
    status: 503,
    cause,
  });
}
