/** The index that answers searches: opened once, and opened anew when a reindex has switched to another build. */
import type { Archive } from './archive.ts';
import type { Engine, Index } from './engines/engine.ts';
import { LisanError } from './errors.ts';

export class LiveIndex {
  readonly #archive: Archive;
  readonly #engine: Engine;
  #open: Index | undefined;

  constructor(archive: Archive, engine: Engine) {
    this.#archive = archive;
    this.#engine = engine;
  }

  /** The live index. @throws LisanError `index_missing` before the first reindex, or what the engine says. */
  async current(): Promise<Index> {
    const entry = this.#archive.liveIndex(this.#engine.name);
    if (entry === undefined) {
      throw new LisanError({
        code: 'index_missing',
        message: `There is no index of the engine ${this.#engine.name} yet.`,
        remedy: 'Run `lisan reindex`.',
        status: 503,
      });
    }
    if (this.#open?.generation !== entry.generation) {
      const before = this.#open;
      this.#open = await this.#engine.open(entry.generation, false);
      await before?.close();
    }
    return this.#open;
  }

  async close(): Promise<void> {
    await this.#open?.close();
    this.#open = undefined;
  }
}
