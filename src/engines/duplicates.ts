/**
 * Which documents have nearly the same text. Part of the ledger: a document is compared with those that share a band
 * with it when it is entered, and joins the cluster of the one that is most like it.
 */
import type { Statement, Statements } from '../database.ts';
import { decodePostings, type Postings } from '../postings.ts';
import { bandsOf, NEARLY_THE_SAME, resemblance, shinglesOf } from '../shingles.ts';
import type { Prepared } from './prepared.ts';

export const DUPLICATES_SCHEMA = `
  CREATE TABLE bands (band INTEGER, number INTEGER, PRIMARY KEY (band, number)) WITHOUT ROWID;
  CREATE TABLE members (number INTEGER PRIMARY KEY, cluster INTEGER NOT NULL);
  CREATE INDEX members_of_cluster ON members (cluster);
  CREATE TABLE clusters (last INTEGER NOT NULL);
  INSERT INTO clusters VALUES (0);`;

/** Documents of one band that are looked at; many have the same one only where all are the same text. */
const SEEN = 4;

export class Duplicates {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /** Enters the documents of a batch, whose postings are stored, the first of them as number `first`. Inside a transaction. */
  enter(first: number, { bands, bandEnds }: Prepared): void {
    const insert = this.#prepare('INSERT OR IGNORE INTO bands VALUES (?, ?)');
    let begin = 0;
    bandEnds.forEach((end, place) => {
      const own = bands.subarray(begin, end);
      begin = end;
      const number = first + place;
      const twin = this.#mostAlike(number, own);
      for (const band of own) insert.run(band, number);
      if (twin === undefined) return;
      const cluster = this.#clusterOf(twin) ?? this.#newCluster(twin);
      this.#prepare('INSERT INTO members VALUES (?, ?)').run(number, cluster);
    });
  }

  /** Strikes a document out. Inside a transaction. */
  strike(number: number, postings: Postings): void {
    for (const band of bandsOf(shinglesOf(postings)))
      this.#prepare('DELETE FROM bands WHERE band = ? AND number = ?').run(band, number);
    this.#prepare('DELETE FROM members WHERE number = ?').run(number);
  }

  /** The cluster of each of the documents that has one. */
  clusters(ids: readonly string[]): Map<string, number> {
    const rows = this.#prepare(
      `SELECT documents.id AS id, cluster FROM json_each(?) JOIN documents ON documents.id = value JOIN members USING (number)`,
    ).all(JSON.stringify(ids));
    return new Map(rows.map((row) => [String(row.id), Number(row.cluster)]));
  }

  /** Up to `limit` other documents of a document's cluster, by id, in order of entry. */
  of(id: string, limit: number): string[] {
    return this.#prepare(
      `SELECT other.id AS id FROM documents JOIN members USING (number)
         JOIN members AS fellow ON fellow.cluster = members.cluster AND fellow.number <> members.number
         JOIN documents AS other ON other.number = fellow.number
       WHERE documents.id = ? ORDER BY other.number LIMIT ?`,
    )
      .all(id, limit)
      .map((row) => String(row.id));
  }

  /** The document most like one of those before, if one is like it at all. */
  #mostAlike(number: number, bands: Int32Array): number | undefined {
    const seen = new Set<number>();
    const find = this.#prepare('SELECT number FROM bands WHERE band = ? LIMIT ?');
    for (const band of bands) for (const { number } of find.all(band, SEEN)) seen.add(Number(number));
    if (seen.size === 0) return undefined;
    const shingles = this.#shingles(number)!;
    let best: number | undefined;
    let most = NEARLY_THE_SAME;
    for (const other of seen) {
      const others = this.#shingles(other);
      if (others === undefined) continue;
      const alike = resemblance(shingles, others);
      if (alike >= most) {
        most = alike;
        best = other;
      }
    }
    return best;
  }

  /** Of a document that is there. */
  #shingles(number: number): Set<number> | undefined {
    const row = this.#prepare('SELECT postings FROM documents WHERE number = ?').get(number);
    return row && shinglesOf(decodePostings(row.postings as Uint8Array));
  }

  #clusterOf(number: number): number | undefined {
    const cluster = this.#prepare('SELECT cluster FROM members WHERE number = ?').get(number)?.cluster;
    return cluster === undefined ? undefined : Number(cluster);
  }

  /** Numbers of documents are used again, those of clusters never. */
  #newCluster(founder: number): number {
    const cluster = Number(this.#prepare('UPDATE clusters SET last = last + 1 RETURNING last').get()?.last);
    this.#prepare('INSERT INTO members VALUES (?, ?)').run(founder, cluster);
    return cluster;
  }

  #prepare(sql: string): Statement {
    return this.#statements.prepare(sql);
  }
}
