/** Merges segments: visits their keys in rising order, each with the segments that have it. */
import type { Page, SegmentReader } from './segments.ts';

/** A place in a segment; `key` is infinite after the last. */
export class MergeCursor<P extends Page> {
  readonly #reader: SegmentReader<P>;
  #page: P | undefined;
  at = -1;
  key = Number.NEGATIVE_INFINITY;

  constructor(reader: SegmentReader<P>) {
    this.#reader = reader;
    this.#page = reader.next();
    this.advance();
  }

  /** The page that the key is in, at place `at`. */
  get page(): P {
    return this.#page!;
  }

  /** See `Segments.add`. */
  get base(): number {
    return this.#reader.base;
  }

  advance(): void {
    if (this.#page !== undefined && ++this.at === this.#page.keys.length) {
      this.#page = this.#reader.next();
      this.at = 0;
    }
    this.key = this.#page === undefined ? Number.POSITIVE_INFINITY : this.#page.keys[this.at]!;
  }
}

/** Calls `visit` for each key with the cursors at it, in the order of the segments. The list is reused. */
export function mergeByKey<P extends Page>(
  readers: readonly SegmentReader<P>[],
  visit: (key: number, holders: readonly MergeCursor<P>[]) => void,
): void {
  const cursors = readers.map((reader) => new MergeCursor(reader));
  const holders: MergeCursor<P>[] = [];
  for (;;) {
    let key = Number.POSITIVE_INFINITY;
    for (const cursor of cursors) if (cursor.key < key) key = cursor.key;
    if (key === Number.POSITIVE_INFINITY) return;
    holders.length = 0;
    for (const cursor of cursors) if (cursor.key === key) holders.push(cursor);
    visit(key, holders);
    for (const cursor of holders) cursor.advance();
  }
}
