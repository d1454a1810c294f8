/** Brings an index level with the archive, batch by batch; the archive notes every batch that the engine has. */
import { annotate } from './annotate.ts';
import type { Archive } from './archive.ts';
import type { Index } from './engines/engine.ts';
import type { Tagger } from './entities/tagger.ts';
import { LisanError } from './errors.ts';
import { recordOf } from './record.ts';

/** Documents handed to the engine at once. */
const BATCH = 500;

export interface FillingOptions {
  onProgress?: (done: number, total: number) => void;
  /** Called before each batch; what it throws ends the filling. */
  beforeBatch: () => void;
}

export class Filling {
  /** Sequence of the last change that is in the index. */
  position: number;
  indexed = 0;
  deleted = 0;
  readonly #archive: Archive;
  readonly #engine: string;
  readonly #index: Index;
  readonly #tagger: Tagger;
  readonly #options: FillingOptions;

  constructor(
    archive: Archive,
    engine: string,
    index: Index,
    position: number,
    tagger: Tagger,
    options: FillingOptions,
  ) {
    this.#archive = archive;
    this.#engine = engine;
    this.#index = index;
    this.position = position;
    this.#tagger = tagger;
    this.#options = options;
  }

  /**
   * Goes on until nothing is left. After each batch `followed`, another index, gets one of what it lacks; where that
   * fails it is left as it is, because this index is to replace it.
   */
  async run(followed?: Filling): Promise<void> {
    const before = this.indexed + this.deleted;
    const total = this.#archive.countAfter(this.position);
    let other = followed;
    while (await this.batch()) {
      const done = this.indexed + this.deleted - before;
      this.#options.onProgress?.(done, Math.max(total, done));
      try {
        await other?.batch();
      } catch (thrown) {
        if (!(thrown instanceof LisanError) || ['interrupted', 'lease_lost'].includes(thrown.code))
          throw thrown;
        other = undefined;
      }
    }
  }

  /** Brings the next changes in. False where there were none. */
  async batch(): Promise<boolean> {
    this.#options.beforeBatch();
    const changes = this.#archive.changesAfter(this.position, BATCH);
    if (changes.length === 0) return false;
    const present = changes.filter((article) => !article.deleted);
    const gone = changes.filter((article) => article.deleted);
    await this.#index.apply(
      present.map((article) => recordOf(article, annotate(article, this.#tagger))),
      gone.map(({ id }) => id),
    );
    this.position = changes.at(-1)!.sequence;
    this.#archive.setPosition(this.#engine, this.#index.generation, this.position);
    this.indexed += present.length;
    this.deleted += gone.length;
    return true;
  }
}
