/**
 * The inverted lists of the embedded engine: for every term the documents that have it, each with the term's impact
 * there (Anh & Moffat 2002): the part of BM25 that depends on term and document, in a byte. A search adds impacts up
 * and never looks at a document that has none of its terms. Documents are numbered in the order in which they came, so
 * lists of later segments follow those of earlier ones.
 */

import { wideTermHash } from '../../analysis/hash.ts';
import type { Statements } from '../../common/sqlite.ts';
import { type PostingPage, PostingsWriter, postingsAt, readPostingPage } from '../storage/posting-pages.ts';
import {
  type Format,
  type SegmentImage,
  type SegmentReader,
  Segments,
  segmentsSchema,
} from '../storage/segments.ts';

export const INVERTED_INDEX_SCHEMA = segmentsSchema('lists');

/** A part of a term's list; its documents count from `base`. */
export interface PostingList {
  postings: Uint8Array;
  base: number;
}

export class InvertedIndex {
  readonly #segments: Segments<PostingPage>;

  /** `isDeleted`: whether a document was struck out since it was listed; merging leaves it out. */
  constructor(statements: Statements, isDeleted: (number: number) => boolean) {
    this.#segments = new Segments(statements, 'lists', formatOf(isDeleted));
  }

  reload(): void {
    this.#segments.reload();
  }

  reset(): void {
    this.#segments.reset();
  }

  /** Adds the lists of a batch whose documents are numbered from `base` on. Inside a transaction. */
  add(batch: SegmentImage, base: number): void {
    this.#segments.add(batch, base);
  }

  forceMerge(): void {
    this.#segments.forceMerge();
  }

  /** The parts of a term's list, those of the lowest documents first. */
  postingLists(term: string): PostingList[] {
    return this.#segments
      .places(wideTermHash(term))
      .map(({ page, at, base }) => ({ postings: postingsAt(page, at), base }));
  }
}

/** Number of documents of a list's part: the last byte of a varint is below 128, and an impact follows. */
export function lengthOf(list: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < list.length; at += 2) {
    while (list[at]! > 127) at++;
    count++;
  }
  return count;
}

function formatOf(isDeleted: (number: number) => boolean): Format<PostingPage> {
  return {
    read: readPostingPage,
    merge(runs, write) {
      const lists = new PostingsWriter(write);
      const cursors = runs.map((run) => new Cursor(run));
      for (;;) {
        let key = Number.POSITIVE_INFINITY;
        for (const cursor of cursors) if (cursor.key < key) key = cursor.key;
        if (key === Number.POSITIVE_INFINITY) break;
        lists.begin(key);
        for (const cursor of cursors) if (cursor.key === key) cursor.take(lists, isDeleted);
        lists.end();
      }
      lists.flush();
    },
  };
}

/** Stands at a list of a run; its key is infinite after the last. */
class Cursor {
  readonly #run: SegmentReader<PostingPage>;
  #page: PostingPage | undefined;
  #at = -1;
  key = Number.NEGATIVE_INFINITY;

  constructor(run: SegmentReader<PostingPage>) {
    this.#run = run;
    this.#page = run.next();
    this.#advance();
  }

  /** Copies the list's documents that are not gone; goes on to the next list. */
  take(to: PostingsWriter, isDeleted: (number: number) => boolean): void {
    const { lists, ends } = this.#page!;
    const end = ends[this.#at]!;
    let document = this.#run.base;
    for (let at = this.#at === 0 ? 0 : ends[this.#at - 1]!; at < end; ) {
      let step = 0;
      let shift = 0;
      let byte = lists[at++]!;
      while (byte > 127) {
        step |= (byte & 127) << shift;
        shift += 7;
        byte = lists[at++]!;
      }
      document += step | (byte << shift);
      const impact = lists[at++]!;
      if (!isDeleted(document)) to.add(document, impact);
    }
    this.#advance();
  }

  #advance(): void {
    if (this.#page !== undefined && ++this.#at === this.#page.keys.length) {
      this.#page = this.#run.next();
      this.#at = 0;
    }
    this.key = this.#page === undefined ? Number.POSITIVE_INFINITY : this.#page.keys[this.#at]!;
  }
}
