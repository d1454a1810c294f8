/**
 * The inverted lists of the embedded engine: for every term the documents that have it, each with the term's impact
 * there (Anh & Moffat 2002): the part of BM25 that depends on term and document, in a byte. A search adds impacts up
 * and never looks at a document that has none of its terms. Documents are numbered in the order in which they came, so
 * lists of later runs follow those of earlier ones.
 */

import { wideKeyOf } from '../../analysis/hash.ts';
import type { Statements } from '../../common/sqlite.ts';
import { type ListPage, ListWriter, listAt, readListPage } from '../storage/posting-pages.ts';
import { type Format, type RunImage, type RunReader, Runs, runsSchema } from '../storage/sorted-runs.ts';

export const LISTS_SCHEMA = runsSchema('lists');

/** A part of a term's list; its documents count from `base`. */
export interface ListPart {
  list: Uint8Array;
  base: number;
}

export class Lists {
  readonly #runs: Runs<ListPage>;

  /** `isGone`: whether a document was struck out since it was listed; merging leaves it out. */
  constructor(statements: Statements, isGone: (number: number) => boolean) {
    this.#runs = new Runs(statements, 'lists', formatOf(isGone));
  }

  reload(): void {
    this.#runs.reload();
  }

  forget(): void {
    this.#runs.forget();
  }

  /** Adds the lists of a batch whose documents are numbered from `base` on. Inside a transaction. */
  add(batch: RunImage, base: number): void {
    this.#runs.add(batch, base);
  }

  mergeAll(): void {
    this.#runs.mergeAll();
  }

  /** The parts of a term's list, those of the lowest documents first. */
  of(term: string): ListPart[] {
    return this.#runs.places(wideKeyOf(term)).map(({ page, at, base }) => ({ list: listAt(page, at), base }));
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

function formatOf(isGone: (number: number) => boolean): Format<ListPage> {
  return {
    read: readListPage,
    merge(runs, write) {
      const lists = new ListWriter(write);
      const cursors = runs.map((run) => new Cursor(run));
      for (;;) {
        let key = Number.POSITIVE_INFINITY;
        for (const cursor of cursors) if (cursor.key < key) key = cursor.key;
        if (key === Number.POSITIVE_INFINITY) break;
        lists.begin(key);
        for (const cursor of cursors) if (cursor.key === key) cursor.take(lists, isGone);
        lists.end();
      }
      lists.flush();
    },
  };
}

/** Stands at a list of a run; its key is infinite after the last. */
class Cursor {
  readonly #run: RunReader<ListPage>;
  #page: ListPage | undefined;
  #at = -1;
  key = Number.NEGATIVE_INFINITY;

  constructor(run: RunReader<ListPage>) {
    this.#run = run;
    this.#page = run.next();
    this.#advance();
  }

  /** Copies the list's documents that are not gone; goes on to the next list. */
  take(to: ListWriter, isGone: (number: number) => boolean): void {
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
      if (!isGone(document)) to.add(document, impact);
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
