/**
 * How far an index is, recorded in the index itself, in the transaction of each batch. The archive records the same after
 * each batch (`IndexEntry`), so that an index file that is older than the archive believes, or another one, is noticed.
 */
import type { Statements } from '../../common/sqlite.ts';
import type { AppliedState, BatchStep } from '../engine.ts';
import { indexBroken, requireIntact } from '../index-broken.ts';

export const APPLIED_STATE_SCHEMA = `
  CREATE TABLE applied (
    generation TEXT PRIMARY KEY,
    position INTEGER NOT NULL DEFAULT 0,
    digest TEXT NOT NULL DEFAULT '',
    previous_position INTEGER NOT NULL DEFAULT 0,
    previous_digest TEXT NOT NULL DEFAULT '',
    documents INTEGER NOT NULL DEFAULT 0,
    checksum INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;`;

export class AppliedStateTable {
  readonly #statements: Statements;
  readonly #generation: string;

  /** @throws LisanError `index_broken` if the file is not of this build. */
  constructor(statements: Statements, generation: string, create: boolean) {
    this.#statements = statements;
    this.#generation = generation;
    if (create) {
      const { n } = statements.prepare('SELECT count(*) AS n FROM applied').get()!;
      if (n === 0) {
        statements.prepare('INSERT INTO applied (generation) VALUES (?)').run(generation);
        this.#seal();
      }
    }
    this.read();
  }

  /** @throws LisanError `index_broken`. */
  read(): AppliedState {
    const row = this.#statements.prepare('SELECT * FROM applied WHERE generation = ?').get(this.#generation);
    if (row === undefined) throw otherBuild(this.#generation);
    requireIntact('applied', row.checksum, ...Object.values(row).slice(0, -1));
    return {
      position: Number(row.position),
      digest: String(row.digest),
      previous: { position: Number(row.previous_position), digest: String(row.previous_digest) },
      documents: Number(row.documents),
    };
  }

  /**
   * Records a batch and how many documents there are after it. Inside the transaction of the batch. `step` is missing
   * for documents that are written again without a change of the archive.
   * @throws LisanError `index_broken` if the index is not where the step begins.
   */
  record(documents: number, step: BatchStep | undefined): void {
    const { position, digest } = this.read();
    if (step !== undefined && (step.from.position !== position || step.from.digest !== digest))
      throw indexBroken(
        `The index ${this.#generation} holds the changes up to ${position}, not those up to ${step.from.position}.`,
      );
    const { from, to } = step ?? {};
    if (from === undefined || to === undefined) {
      this.#statements
        .prepare('UPDATE applied SET documents = ? WHERE generation = ?')
        .run(documents, this.#generation);
      this.#seal();
      return;
    }
    this.#statements
      .prepare(
        `UPDATE applied SET position = ?, digest = ?, previous_position = ?, previous_digest = ?, documents = ?
         WHERE generation = ?`,
      )
      .run(to.position, to.digest, from.position, from.digest, documents, this.#generation);
    this.#seal();
  }

  #seal(): void {
    this.#statements
      .prepare(
        `UPDATE applied SET checksum =
           row_checksum(generation, position, digest, previous_position, previous_digest, documents)`,
      )
      .run();
  }
}

function otherBuild(generation: string): Error {
  return indexBroken(`The file of the index ${generation} belongs to another index, or to none.`);
}
