/**
 * Meilisearch 1.x behind the port. One index for each build, `lisan-<generation>`. Meilisearch answers with ids;
 * forward indexes and frequencies are in lisan's docstore next to the archive. `meilisearch-query.ts` explains how terms are
 * stored and candidates are found.
 */

import type { Settings } from 'meilisearch';
import { LisanError } from '../../common/errors.ts';
import type { Config } from '../../config/settings.ts';
import type { CandidateRequest, Engine, Index, PartialWay, WeightedClause } from '../engine.ts';
import { matchingTerms, postingsOf } from '../expected-matches.ts';
import { byFacet } from '../facets.ts';
import type { IndexRecord } from '../index-record.ts';
import { type Change, MeilisearchServer, OLDEST } from './meilisearch-http.ts';
import {
  foundIn,
  LAYOUT,
  partialSearchFor,
  SETTINGS,
  searchFor,
  toDocument,
  WINDOW_DOCUMENTS,
} from './meilisearch-query.ts';
import {
  DocStoreFolder,
  type FoundIds,
  keyOfId,
  portions,
  RemoteIndex,
  type RemoteStore,
} from './remote-index.ts';

/** Approximate characters of terms per request; Meilisearch accepts 100 MB. */
const PAYLOAD_CHARACTERS = 10_000_000;

/** Share of the candidates that may match in part although there are enough that match. */
const PARTIAL_SHARE = 0.25;

export class MeilisearchEngine implements Engine {
  readonly name = 'meilisearch';
  readonly layout = LAYOUT;
  readonly #url: string;
  readonly #server: MeilisearchServer;
  readonly #docStores: DocStoreFolder;

  constructor({
    meilisearchUrl,
    meilisearchKey,
    data,
  }: Pick<Config, 'meilisearchUrl' | 'meilisearchKey' | 'data'>) {
    this.#url = meilisearchUrl;
    this.#server = new MeilisearchServer(meilisearchUrl, meilisearchKey);
    this.#docStores = new DocStoreFolder(data);
  }

  async check(): Promise<void> {
    const version = await this.#version();
    if (version === undefined) return;
    const [major, minor] = version.split('.').map(Number);
    if (major === OLDEST[0] && minor! >= OLDEST[1]) return;
    throw new LisanError({
      code: 'engine_version',
      message: `Meilisearch at ${this.#url} is version ${version}.`,
      remedy: `Use a 1.x release from ${OLDEST.join('.')} on.`,
      status: 503,
    });
  }

  async open(generation: string, create: boolean): Promise<Index> {
    const store = new MeilisearchStore(uidOf(generation), this.#server);
    // The docstore is created last: if it exists, the creation of the index was complete.
    if (create) await this.#create(uidOf(generation));
    const docStore = this.#docStores.open(generation, create);
    try {
      if (!create) await store.count();
    } catch (thrown) {
      docStore.close();
      throw thrown;
    }
    return new RemoteIndex(generation, store, docStore, create);
  }

  async remove(generation: string): Promise<void> {
    try {
      await this.#server.finish([(client) => client.deleteIndex(uidOf(generation))]);
    } catch (thrown) {
      if (!(thrown instanceof LisanError) || thrown.code !== 'index_missing') throw thrown;
    }
    this.#docStores.remove(generation);
  }

  async close(): Promise<void> {}

  /** `undefined` if the key has no access, as one for certain indexes only. */
  async #version(): Promise<string | undefined> {
    try {
      return await this.#server.ask((client) => client.getVersion(), versionOf);
    } catch (thrown) {
      if (!(thrown instanceof LisanError) || thrown.code !== 'engine_key') throw thrown;
      // An invalid key fails here too.
      await this.#server.ask(
        (client) => client.tasks.getTasks({ limit: 1 }),
        () => undefined,
      );
      return undefined;
    }
  }

  /** Creates an index, or applies the settings to an existing one. */
  async #create(uid: string): Promise<void> {
    if (!(await this.#has(uid)))
      await this.#server.finish([(client) => client.createIndex(uid, { primaryKey: 'key' })]);
    await this.#server.finish([
      (client) => client.index(uid).updateSettings(SETTINGS as unknown as Settings),
    ]);
  }

  async #has(uid: string): Promise<boolean> {
    try {
      await new MeilisearchStore(uid, this.#server).count();
      return true;
    } catch (thrown) {
      if (thrown instanceof LisanError && thrown.code === 'index_missing') return false;
      throw thrown;
    }
  }
}

class MeilisearchStore implements RemoteStore {
  readonly window = WINDOW_DOCUMENTS;
  readonly #uid: string;
  readonly #server: MeilisearchServer;

  constructor(uid: string, server: MeilisearchServer) {
    this.#uid = uid;
    this.#server = server;
  }

  async find(request: CandidateRequest, most: number): Promise<FoundIds> {
    const search = searchFor(this.#uid, request, most);
    return this.#server.ask(search, (answer) => foundIn(answer, this.#uid, request));
  }

  /** Two searches at once: Meilisearch counts facets over all that it finds. Documents that match all clauses come first. */
  async findPartial(
    request: CandidateRequest,
    clauses: readonly WeightedClause[],
    way: PartialWay,
  ): Promise<FoundIds> {
    const groups = clauses.map(({ terms }) => matchingTerms(terms));
    const none: FoundIds = {
      ids: [],
      total: { value: 0, relation: 'eq' },
      facets: byFacet(() => [], request.facets),
    };
    const matching = groups.some((terms) => terms.length === 0)
      ? none
      : this.find(
          { ...request, mode: 'all', groups: groups.map((terms) => terms.map(({ term }) => term)) },
          Math.min(...groups.map(postingsOf)),
        );
    if (way.share >= 1) return matching;
    const search = partialSearchFor(this.#uid, request, clauses, way);
    const inPart = search && this.#server.ask(search, (answer) => foundIn(answer, this.#uid, request));
    const [all, some] = await Promise.all([matching, inPart]);
    if (some === undefined) return all;
    const left = Math.max(request.limit - all.ids.length, way.few ? 0 : request.limit * PARTIAL_SHARE);
    const added = some.ids.slice(0, left);
    return { ...all, ids: [...all.ids.slice(0, request.limit - added.length), ...added] };
  }

  async write(records: readonly IndexRecord[], deleted: readonly string[]): Promise<void> {
    const sized = records.map((record) => ({
      record,
      size: record.terms.reduce((sum, term) => sum + term.length + 3, 0),
    }));
    const changes = portions(sized, PAYLOAD_CHARACTERS).map(
      (some): Change =>
        (client) =>
          client.index(this.#uid).addDocuments(some.map(({ record }) => toDocument(record))),
    );
    if (deleted.length > 0)
      changes.unshift((client) => client.index(this.#uid).deleteDocuments(deleted.map(keyOfId)));
    await this.#server.finish(changes);
  }

  async count(): Promise<number> {
    return this.#server.ask(
      (client) => client.index(this.#uid).getStats(),
      (answer) => {
        const { numberOfDocuments } = answer as { numberOfDocuments?: unknown };
        if (typeof numberOfDocuments !== 'number') throw new TypeError('it has no numberOfDocuments');
        return numberOfDocuments;
      },
    );
  }
}

const uidOf = (generation: string): string => `lisan-${generation}`;

function versionOf(answer: unknown): string {
  const { pkgVersion } = answer as { pkgVersion?: unknown };
  if (typeof pkgVersion !== 'string') throw new TypeError('it has no version');
  return pkgVersion;
}
