/**
 * Which documents have nearly the same text. Part of the docstore: a new document is compared with those that share a band
 * with it, and joins the cluster of the most similar one.
 */
import { LRUCache } from 'lru-cache';
import { termHash } from '../../analysis/hash.ts';
import { rowChecksum } from '../../common/row-checksum.ts';
import type { Statement, Statements } from '../../common/sqlite.ts';
import type { ForwardIndex } from '../../document/forward-index.ts';
import {
  bandsOf,
  mostResemblance,
  NEARLY_THE_SAME,
  resemblance,
  shinglesOf,
  shinglesOfNumbered,
} from '../../document/minhash.ts';
import type { DocStoreBatch } from '../batch/batch.ts';
import { eachForwardIndex } from '../batch/forward-indexes.ts';
import { requireIntact } from '../index-broken.ts';

export const NEAR_DUPLICATES_SCHEMA = `
  CREATE TABLE bands (
    band INTEGER, number INTEGER, checksum INTEGER NOT NULL, PRIMARY KEY (band, number)
  ) WITHOUT ROWID;
  CREATE TABLE members (number INTEGER PRIMARY KEY, cluster INTEGER NOT NULL, checksum INTEGER NOT NULL);
  CREATE INDEX members_of_cluster ON members (cluster);
  CREATE TABLE clusters (last INTEGER NOT NULL, checksum INTEGER NOT NULL);
  INSERT INTO clusters VALUES (0, row_checksum(0));`;

/** Documents considered per band; a band has many only if they all have the same text. */
const DOCUMENTS_PER_BAND = 4;

/** Documents whose shingles are kept, some 2 KB each. */
const COMPARED = 1024;

/** Bits of the filter of bands: with six million bands (a million articles), one lookup in eleven is a false positive. */
const BAND_FILTER_BITS = 2 ** 26;
/** Of the filter of members, 512 KiB: with 100,000 of them one lookup in forty is. */
const MEMBER_FILTER_BITS = 2 ** 22;

/** Bloom filter of keys that are hashes themselves, as bands are (Bloom 1970, one hash). `size`: bits, a power of two. */
class HashFilter {
  readonly #bits: Int32Array;
  readonly #mask: number;

  constructor(size: number) {
    this.#bits = new Int32Array(size / 32);
    this.#mask = size - 1;
  }

  add(hash: number): void {
    this.#bits[(hash & this.#mask) >>> 5]! |= 1 << (hash & 31);
  }

  mayHave(hash: number): boolean {
    return (this.#bits[(hash & this.#mask) >>> 5]! & (1 << (hash & 31))) !== 0;
  }
}

/** Filter for an index whose bands are unknown: everything may exist. */
const EVERY_BAND = { add: () => {}, mayHave: () => true };

export class NearDuplicates {
  readonly #statements: Statements;
  readonly #forwardIndexOf: (number: number) => ForwardIndex;
  /** Of the bands. */
  #filter: Pick<HashFilter, 'add' | 'mayHave'> | undefined;
  /** Of the ids of all documents that share a cluster, and the number of the last one. Those of deleted ones stay. */
  readonly #members = new HashFilter(MEMBER_FILTER_BITS);
  #lastMember = 0;
  #hasAllMembers = false;
  /** By number, which no other document gets later. Few documents are compared with many others. */
  readonly #compared = new LRUCache<number, Int32Array>({ max: COMPARED });

  /** `forwardIndexOf`: of a document that exists. */
  constructor(statements: Statements, forwardIndexOf: (number: number) => ForwardIndex) {
    this.#statements = statements;
    this.#forwardIndexOf = forwardIndexOf;
  }

  /** Must be called after another connection wrote or a transaction was rolled back. */
  reload(): void {
    this.#filter = undefined;
    this.#compared.clear();
    this.#hasAllMembers = false;
  }

  /** Adds the documents of a batch; the first one has the number `first`. Inside a transaction. */
  add(first: number, { bands, bandEnds, forwardIndexes }: DocStoreBatch): void {
    this.#filter ??= this.#isEmpty() ? new HashFilter(BAND_FILTER_BITS) : EVERY_BAND;
    this.#hasAllMembers = false;
    const batch = new Map<number, number[]>();
    const documents = [...eachForwardIndex(forwardIndexes)];
    const read = (number: number): Int32Array | undefined =>
      number < first
        ? this.#readShingles(number)
        : shinglesOfNumbered(documents[number - first]!, forwardIndexes);
    let begin = 0;
    bandEnds.forEach((end, place) => {
      const number = first + place;
      const own = bands.subarray(begin, end);
      begin = end;
      const twin = this.#mostAlike(number, this.#sharing(own, batch), read);
      for (const band of own) {
        const before = batch.get(band);
        if (before === undefined) batch.set(band, [number]);
        else if (before.at(-1) !== number) before.push(number);
        this.#filter!.add(band);
      }
      if (twin !== undefined) this.#join(number, twin);
    });
    // In the order of the table.
    const rows = [...batch].sort((a, b) => a[0] - b[0]);
    const values = rows.flatMap(([band, numbers]) =>
      numbers.flatMap((number) => [band, number, rowChecksum(band, number)]),
    );
    this.#statements.insert('INSERT INTO bands VALUES', 3, values);
  }

  /** Deletes a document. Inside a transaction. */
  delete(number: number, forwardIndex: ForwardIndex): void {
    this.#compared.delete(number);
    for (const band of bandsOf(shinglesOf(forwardIndex)))
      this.#prepare('DELETE FROM bands WHERE band = ? AND number = ?').run(band, number);
    this.#prepare('DELETE FROM members WHERE number = ?').run(number);
  }

  /** See `Index.clusters`. */
  clusters(ids: readonly string[]): (number | undefined)[] {
    this.#readMembers();
    // Few have one, and a look at a map of strings costs more than the filter.
    const isPossible = ids.map((id) => this.#members.mayHave(hashOfId(id)));
    const possible = ids.filter((_, place) => isPossible[place]);
    if (possible.length === 0) return ids.map(() => undefined);
    const rows = this.#prepare(
      `SELECT ${MEMBER} FROM json_each(?) JOIN documents ON documents.id = value JOIN members USING (number)`,
    ).all(JSON.stringify(possible));
    for (const row of rows) requireIntactMember(row);
    const clusters = new Map(rows.map((row) => [String(row.id), Number(row.cluster)]));
    return ids.map((id, place) => (isPossible[place] ? clusters.get(id) : undefined));
  }

  /** A document joins a cluster when it is added, and then a document before it may have become a member, too. */
  #readMembers(): void {
    if (this.#hasAllMembers) return;
    const rows = this.#prepare(
      `SELECT ${MEMBER} FROM members JOIN documents USING (number) WHERE cluster IN (SELECT cluster FROM members WHERE number > ?)`,
    ).all(this.#lastMember);
    for (const row of rows) {
      requireIntactMember(row);
      this.#members.add(hashOfId(String(row.id)));
      this.#lastMember = Math.max(this.#lastMember, Number(row.number));
    }
    this.#hasAllMembers = true;
  }

  /** Up to `limit` other documents of a document's cluster, by id, in order of entry. */
  of(id: string, limit: number): string[] {
    return this.#prepare(
      `SELECT other.*, fellow.cluster, fellow.checksum AS cluster_checksum FROM documents JOIN members USING (number)
         JOIN members AS fellow ON fellow.cluster = members.cluster AND fellow.number <> members.number
         JOIN documents AS other ON other.number = fellow.number
       WHERE documents.id = ? ORDER BY other.number LIMIT ?`,
    )
      .all(id, limit)
      .map((row) => {
        requireIntactMember(row);
        return String(row.id);
      });
  }

  /** Earlier documents that share a band, including those of the batch. */
  #sharing(bands: Int32Array, batch: ReadonlyMap<number, readonly number[]>): Set<number> {
    const seen = new Set<number>();
    const find = this.#prepare('SELECT * FROM bands WHERE band = ? LIMIT ?');
    for (const band of bands) {
      if (!this.#filter!.mayHave(band)) continue;
      const earlier = find.all(band, DOCUMENTS_PER_BAND).map(numberOfBand);
      for (const number of [...earlier, ...(batch.get(band) ?? [])].slice(0, DOCUMENTS_PER_BAND))
        seen.add(number);
    }
    return seen;
  }

  /** The most similar of the other documents, if one is similar enough. `read`: shingles of a document, if there is one. */
  #mostAlike(
    number: number,
    others: ReadonlySet<number>,
    read: (number: number) => Int32Array | undefined,
  ): number | undefined {
    if (others.size === 0) return undefined;
    const shingles = this.#shingles(number, read)!;
    let best: number | undefined;
    let most = NEARLY_THE_SAME;
    for (const other of others) {
      const theirs = this.#shingles(other, read);
      if (theirs === undefined || mostResemblance(shingles, theirs) < most) continue;
      const alike = resemblance(shingles, theirs);
      if (alike >= most) {
        most = alike;
        best = other;
      }
    }
    return best;
  }

  #join(number: number, twin: number): void {
    const cluster = this.#clusterOf(twin) ?? this.#newCluster(twin);
    this.#prepare('INSERT INTO members VALUES (?1, ?2, row_checksum(?1, ?2))').run(number, cluster);
  }

  #isEmpty(): boolean {
    return this.#prepare('SELECT 1 FROM bands LIMIT 1').get() === undefined;
  }

  /** Shingles of a document; `undefined` if there is none. */
  #shingles(number: number, read: (number: number) => Int32Array | undefined): Int32Array | undefined {
    const known = this.#compared.get(number) ?? read(number);
    if (known !== undefined) this.#compared.set(number, known);
    return known;
  }

  #readShingles(number: number): Int32Array | undefined {
    const exists = this.#prepare('SELECT 1 FROM documents WHERE number = ?').get(number) !== undefined;
    return exists ? shinglesOf(this.#forwardIndexOf(number)) : undefined;
  }

  #clusterOf(number: number): number | undefined {
    const row = this.#prepare('SELECT * FROM members WHERE number = ?').get(number);
    if (row === undefined) return undefined;
    requireIntact('members', row.checksum, row.number, row.cluster);
    return Number(row.cluster);
  }

  /** A cluster number that was never used before. */
  #newCluster(founder: number): number {
    const row = this.#prepare('SELECT * FROM clusters').get();
    requireIntact('clusters', row?.checksum, row?.last);
    const cluster = Number(row?.last) + 1;
    this.#prepare('UPDATE clusters SET last = ?1, checksum = row_checksum(?1)').run(cluster);
    this.#prepare('INSERT INTO members VALUES (?1, ?2, row_checksum(?1, ?2))').run(founder, cluster);
    return cluster;
  }

  #prepare(sql: string): Statement {
    return this.#statements.prepare(sql);
  }
}

/** What `requireIntactMember` needs of a document and its membership. */
const MEMBER =
  'documents.id, documents.number, documents.checksum, cluster, members.checksum AS cluster_checksum';

const hashOfId = (id: string): number => termHash(id, 'exact');

function numberOfBand({ band, number, checksum }: Record<string, unknown>): number {
  requireIntact('bands', checksum, band, number);
  return Number(number);
}

/** @throws LisanError `index_broken` if the document or its membership is damaged. */
function requireIntactMember(row: Record<string, unknown>): void {
  requireIntact('documents', row.checksum, row.number, row.id);
  requireIntact('members', row.cluster_checksum, row.number, row.cluster);
}
