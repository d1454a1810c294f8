/**
 * The inverted index of the embedded engine: for each term a list of postings, documents with the term's impact there
 * (Anh & Moffat 2002): the part of BM25 that depends on term and document, in a byte. A search adds impacts and reads no
 * document without any of its terms. Documents are numbered in order of arrival, so the postings of later segments
 * follow those of earlier ones.
 */

import { wideTermHash } from '../../analysis/hash.ts';
import type { Statements } from '../../common/sqlite.ts';
import { type ListPage, listAt, readListPage } from '../storage/list-pages.ts';
import { mergeByKey } from '../storage/merge.ts';
import { PostingReader, PostingsWriter } from '../storage/posting-pages.ts';
import { type Format, type SegmentImage, Segments, segmentsSchema } from '../storage/segments.ts';

export const INVERTED_INDEX_SCHEMA = segmentsSchema('postings');

/** The postings of a term in one segment; documents count from `base`. */
export interface PostingList {
  postings: Uint8Array;
  base: number;
}

export class InvertedIndex {
  readonly #segments: Segments<ListPage>;

  /** `isDeleted`: whether a document was deleted since; merging leaves its postings out. */
  constructor(statements: Statements, isDeleted: (number: number) => boolean) {
    this.#segments = new Segments(statements, 'postings', formatOf(isDeleted));
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
      .map(({ page, at, base }) => ({ postings: listAt(page, at), base }));
  }
}

function formatOf(isDeleted: (number: number) => boolean): Format<ListPage> {
  return {
    read: readListPage,
    merge(segments, write) {
      const merged = new PostingsWriter(write);
      mergeByKey(segments, (key, holders) => {
        merged.begin(key);
        for (const { page, at, base } of holders) {
          const postings = new PostingReader(listAt(page, at), base);
          while (postings.next())
            if (!isDeleted(postings.document)) merged.add(postings.document, postings.impact);
        }
        merged.end();
      });
      merged.flush();
    },
  };
}
