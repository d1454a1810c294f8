/**
 * Counts by 32-bit key, kept as runs of what each batch added to them and took from them.
 * A page is keys in ascending order, then the same number of counts; both 32-bit, little-endian.
 */
import type { Statements } from '../../common/sqlite.ts';
import { mergeByKey } from './merge.ts';
import {
  type Format,
  type Page,
  type SegmentImage,
  SegmentImages,
  Segments,
  segmentsSchema,
} from './segments.ts';

export const keyFrequenciesSchema = segmentsSchema;

/** Keys of a page. */
const PAGE_KEYS = 1000;

interface CountPage extends Page {
  keys: Int32Array;
  counts: Int32Array;
}

const FORMAT: Format<CountPage> = {
  read(buffer) {
    const size = buffer.byteLength >>> 3;
    return { keys: new Int32Array(buffer, 0, size), counts: new Int32Array(buffer, size * 4, size) };
  },
  merge(segments, write) {
    const pages = new CountPages(write);
    mergeByKey(segments, (key, holders) => {
      let sum = 0;
      for (const { page, at } of holders) sum += page.counts[at]!;
      if (sum !== 0) pages.add(key, sum);
    });
    pages.flush();
  },
};

export class KeyFrequencies {
  readonly #runs: Segments<CountPage>;

  constructor(statements: Statements, name: string) {
    this.#runs = new Segments(statements, name, FORMAT);
  }

  reload(): void {
    this.#runs.reload();
  }

  reset(): void {
    this.#runs.reset();
  }

  /** Adds to counts, or takes from them. Inside a transaction. */
  add(changes: SegmentImage): void {
    this.#runs.add(changes);
  }

  of(key: number): number {
    let sum = 0;
    for (const { page, at } of this.#runs.places(key)) sum += page.counts[at]!;
    return sum;
  }

  forceMerge(): void {
    this.#runs.forceMerge();
  }
}

/** The run of changes to counts: keys in rising order, each once, and what is added to the count of each. */
export function countsImage(keys: Int32Array, changes: Int32Array): SegmentImage {
  const images = new SegmentImages();
  const pages = new CountPages(images.write);
  for (let at = 0; at < keys.length; at++) if (changes[at] !== 0) pages.add(keys[at]!, changes[at]!);
  pages.flush();
  return images.image();
}

/** Fills pages in order of keys. */
class CountPages {
  readonly #write: (firstKey: number, bytes: Uint8Array) => void;
  readonly #keys = new Int32Array(PAGE_KEYS);
  readonly #counts = new Int32Array(PAGE_KEYS);
  #size = 0;

  constructor(write: (firstKey: number, bytes: Uint8Array) => void) {
    this.#write = write;
  }

  add(key: number, count: number): void {
    if (this.#size === PAGE_KEYS) this.flush();
    this.#keys[this.#size] = key;
    this.#counts[this.#size++] = count;
  }

  flush(): void {
    const size = this.#size;
    if (size === 0) return;
    const numbers = new Int32Array(size * 2);
    numbers.set(this.#keys.subarray(0, size));
    numbers.set(this.#counts.subarray(0, size), size);
    this.#write(this.#keys[0]!, new Uint8Array(numbers.buffer));
    this.#size = 0;
  }
}
