/**
 * The words that are used as names in a document store, by the keys of their sounds (`phonetic-keys.ts`): lists of words in
 * segments. A list has the first `NAMES_PER_KEY` of a key in order of their bytes; only very short keys have more.
 *
 * A list is its words as UTF-8 with line feeds between them. In memory they are strings of one unit for each byte
 * (`latin1`), whose order is that of the bytes.
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
      const list =
        holders.length === 1
          ? listAt(holders[0]!.page, holders[0]!.at)
          : bytesOf(together(holders.map(({ page, at }) => wordsOf(page, at))));
      pages.add(key, list);
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
    const places = this.#lists.places(wideTermHash(key));
    const [only] = places;
    if (only === undefined) return '';
    if (places.length === 1) return textOf(listAt(only.page, only.at));
    return textOf(bytesOf(together(places.map(({ page, at }) => wordsOf(page, at)))));
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
  for (const [key, words] of [...byKey].sort((a, b) => a[0] - b[0]))
    pages.add(key, bytesOf(together([words])));
  pages.flush();
  return images.image();
}

const textOf = ({ buffer, byteOffset, length }: Uint8Array, encoding?: BufferEncoding): string =>
  Buffer.from(buffer, byteOffset, length).toString(encoding);

const wordsOf = (page: ListPage, at: number): string[] => textOf(listAt(page, at), 'latin1').split('\n');

/** The first words of lists, each once. */
const together = (lists: readonly (readonly string[])[]): string[] =>
  [...new Set(lists.flat())].sort().slice(0, NAMES_PER_KEY);

const bytesOf = (words: readonly string[]): Uint8Array => Buffer.from(words.join('\n'), 'latin1');
