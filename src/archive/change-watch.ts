/** Tells when a database has changed, so that what was read of it is kept until then. */
import { setImmediate } from 'node:timers';
import type { Statements } from '../common/sqlite.ts';

/**
 * Changes by this connection are seen at once; those by others when the event loop comes round, and after `look`: a search
 * asks for what it depends on a dozen times, and one statement tells for all of them whether they are as they were.
 */
export class ChangeWatch {
  readonly #statements: Statements;
  /** Counts the changes that were seen. */
  #version = 0;
  #byOthers: unknown;
  #byThis = 0;
  #hasLooked = false;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  /**
   * What `read` gives, read again after a change only. `read` depends on nothing but the database. Not to be called within a
   * transaction, which may be rolled back.
   */
  keep<T>(read: () => T): () => T {
    let kept: { version: number; value: T } | undefined;
    return () => {
      const version = this.#current();
      if (kept?.version !== version) kept = { version, value: read() };
      return kept.value;
    };
  }

  /** What `make` makes of a text of the database, made again only when the text is another. Else as `keep`. */
  keepMade<T>(textOf: () => string, make: (text: string) => T): () => T {
    let made: { text: string; value: T } | undefined;
    return this.keep(() => {
      const text = textOf();
      if (made?.text !== text) made = { text, value: make(text) };
      return made.value;
    });
  }

  /** Looks for changes by others now. */
  look(): void {
    const byOthers = this.#statements.prepare('PRAGMA data_version').get()?.data_version;
    if (byOthers !== this.#byOthers) this.#version++;
    this.#byOthers = byOthers;
    if (this.#hasLooked) return;
    this.#hasLooked = true;
    setImmediate(() => {
      this.#hasLooked = false;
    });
  }

  #current(): number {
    if (!this.#hasLooked) this.look();
    if (this.#byThis !== this.#statements.writes) this.#version++;
    this.#byThis = this.#statements.writes;
    return this.#version;
  }
}
