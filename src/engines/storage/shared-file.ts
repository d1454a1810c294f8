/** Reads and writes of a file that other connections write to, too. */
import type { DatabaseSync } from 'node:sqlite';
import { FileIdentity } from '../../common/file-identity.ts';
import { type Statements, transaction } from '../../common/sqlite.ts';
import { FileMissing, indexBroken } from '../index-broken.ts';

/** Ways of `SharedFile.read`. */
export const UNCHECKED = { checked: false };
/** For what is read from the file alone: nothing of it need be remembered. */
export const UNREMEMBERED = { remembered: false };

export class SharedFile {
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  readonly #reload: () => void;
  readonly #identity: FileIdentity;
  /** SQLite's number of the state that was read; another connection's write changes it. */
  #version: number | undefined;
  /** Writes by this connection, which do not change SQLite's number. */
  #writes = 0;

  /** `reload` is called, inside of a transaction, where what is remembered of the file is no longer what it holds. */
  constructor(database: DatabaseSync, statements: Statements, reload: () => void) {
    this.#database = database;
    this.#identity = new FileIdentity(database.location() ?? '');
    this.#statements = statements;
    this.#reload = reload;
  }

  /**
   * Reads one state of the file, whatever is written meanwhile. With `checked`, it must still be the file that was opened.
   * A search reads its words unchecked and its documents checked: checking takes as long as reading a word. With
   * `remembered`, what is remembered of the file is brought up to that state first.
   */
  read<T>(work: () => T, options?: { checked?: boolean; remembered?: boolean }): T {
    try {
      return this.#readOnce(work, options);
    } catch (thrown) {
      if (!(thrown instanceof FileMissing)) throw thrown;
      return this.#readOnce(work, options);
    }
  }

  /** See `Index.state`. */
  state(): string {
    return this.read(() => `${this.#version} ${this.#writes}`, UNCHECKED);
  }

  #readOnce<T>(work: () => T, { checked = true, remembered = true } = {}): T {
    this.#statements.prepare('BEGIN').run();
    try {
      if (checked) this.#requireSameFile();
      if (remembered) this.#refresh();
      return work();
    } finally {
      this.#statements.prepare('COMMIT').run();
    }
  }

  /** Writes all of it or, where `work` throws, nothing. */
  write(work: () => void): void {
    try {
      this.#statements.guard(() =>
        transaction(this.#database, () => {
          this.#refresh();
          work();
        }),
      );
      this.#writes++;
      const problem = this.#identity.problemWithContent();
      if (problem !== undefined) throw indexBroken(`The index ${this.#database.location()} ${problem}.`);
    } catch (thrown) {
      this.#version = undefined;
      throw thrown;
    }
  }

  /** An index that was replaced and removed is still read until the searches that use it end. */
  #requireSameFile(): void {
    const problem = this.#identity.problem();
    if (problem !== undefined && !this.#identity.isMissing)
      throw indexBroken(`The index ${this.#database.location()} ${problem}.`);
  }

  #refresh(): void {
    // The first statement of a transaction begins its state, and this one too.
    const version = Number(this.#statements.prepare('PRAGMA data_version').get()?.data_version);
    if (version === this.#version) return;
    this.#reload();
    this.#version = version;
  }
}
