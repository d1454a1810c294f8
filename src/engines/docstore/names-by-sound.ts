/**
 * The words that are used as names in a document store, by the keys of their sounds (`phonetic-keys.ts`): lists of words in
 * segments. A list has the first `NAMES_PER_KEY` of a key in order of their bytes; only very short keys have more.
 *
 * A list is its words as UTF-8 with line feeds between them. Words that are not in a list yet are strings of one unit for
 * each byte (`latin1`), whose order is that of the bytes.
 */
import { wideTermHash } from '../../analysis/hash.ts';
import type { Statements } from '../../common/sqlite.ts';
import { keptNameKeys } from '../../entities/transliteration/phonetic-keys.ts';
import { type ListPage, ListPages, listAt, readListPage } from '../storage/list-pages.ts';
import { mergeByKey } from '../storage/merge.ts';
import {
  type Format,
  type SegmentImage,
  SegmentImages,
  Segments,
  segmentsSchema,
} from '../storage/segments.ts';

export const NAMES_SCHEMA = segmentsSchema('names');

const NAMES_PER_KEY = 2000;

const FORMAT: Format<ListPage> = {
  read: readListPage,
  merge(segments, write) {
    const pages = new ListPages(write);
    mergeByKey(segments, (key, holders) => {
      pages.add(key, together(holders.map(({ page, at }) => listAt(page, at))));
    });
    pages.flush();
  },
};

export class NamesBySound {
  readonly #lists: Segments<ListPage>;

  constructor(statements: Statements) {
    this.#lists = new Segments(statements, 'names', FORMAT);
  }

  reload(): void {
    this.#lists.reload();
  }

  reset(): void {
    this.#lists.reset();
  }

  /** Adds words (exact forms); those that are there already stay as they are. Inside a transaction. */
  add(names: Iterable<string>): void {
    this.#lists.add(imageOf(names));
  }

  /** The words of a key, with line feeds between them; none is the empty text. */
  of(key: string): string {
    const lists = this.#lists.places(wideTermHash(key)).map(({ page, at }) => listAt(page, at));
    return lists.length === 0 ? '' : textOf(together(lists));
  }

  forceMerge(): void {
    this.#lists.forceMerge();
  }
}

function imageOf(names: Iterable<string>): SegmentImage {
  const byKey = new Map<number, string[]>();
  for (const name of names) {
    const word = Buffer.from(name).toString('latin1');
    for (const kept of keptNameKeys(name)) {
      const key = wideTermHash(kept);
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [word]);
      else known.push(word);
    }
  }
  const images = new SegmentImages();
  const pages = new ListPages(images.write);
  for (const key of Float64Array.from(byKey.keys()).sort()) pages.add(key, listOf(byKey.get(key)!));
  pages.flush();
  return images.image();
}

function textOf({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString();
}

/** The list of some words, in strings of a unit for each byte. */
function listOf(words: readonly string[]): Uint8Array {
  const distinct = words.length === 1 ? words : [...new Set(words)].sort().slice(0, NAMES_PER_KEY);
  return Buffer.from(distinct.join('\n'), 'latin1');
}

/** The first words of lists, at least one, each once. */
const together = (lists: readonly Uint8Array[]): Uint8Array => lists.reduce(merged);

/** The first words of two lists, each once. */
function merged(a: Uint8Array, b: Uint8Array): Uint8Array {
  const list = Buffer.allocUnsafe(a.length + b.length + 1);
  let end = 0;
  const add = (from: Uint8Array, start: number, wordEnd: number): void => {
    if (end > 0) list[end++] = LINE_FEED;
    for (let at = start; at < wordEnd; at++) list[end++] = from[at]!;
  };
  for (let [atA, atB, words] = [0, 0, 0]; words < NAMES_PER_KEY; words++) {
    if (atA >= a.length && atB >= b.length) break;
    const [endA, endB] = [wordEndIn(a, atA), wordEndIn(b, atB)];
    const order = atA >= a.length ? 1 : atB >= b.length ? -1 : compared(a, atA, endA, b, atB, endB);
    if (order <= 0) add(a, atA, endA);
    else add(b, atB, endB);
    if (order <= 0) atA = endA + 1;
    if (order >= 0) atB = endB + 1;
  }
  return list.subarray(0, end);
}

const LINE_FEED = 0x0a;

function wordEndIn(list: Uint8Array, start: number): number {
  const end = list.indexOf(LINE_FEED, start);
  return end === -1 ? list.length : end;
}

/** Below 0 if the word `a[atA, endA)` comes before `b[atB, endB)`, 0 if they are the same. */
function compared(
  a: Uint8Array,
  atA: number,
  endA: number,
  b: Uint8Array,
  atB: number,
  endB: number,
): number {
  const shared = Math.min(endA - atA, endB - atB);
  for (let at = 0; at < shared; at++) {
    const difference = a[atA + at]! - b[atB + at]!;
    if (difference !== 0) return difference;
  }
  return endA - atA - (endB - atB);
}
