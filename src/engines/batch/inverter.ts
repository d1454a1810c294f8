/**
 * Inverts documents with their terms into the posting lists of one batch. Terms (by key) and documents are numbered within
 * the batch, so this needs no index and can run on any thread.
 */
import { roomFor, withRoom } from '../../common/room.ts';
import { B, K1, lengthNorm } from '../bm25.ts';
import { KeyIds } from '../storage/key-ids.ts';
import { PostingsWriter } from '../storage/posting-pages.ts';
import { orderOf } from '../storage/radix-order.ts';
import { type SegmentImage, SegmentImages } from '../storage/segments.ts';

/**
 * Mean length of a document in terms. Impacts of all batches must be comparable, so it is fixed: the mean of the news on
 * which the ranker was tuned.
 */
const MEAN_LENGTH_TERMS = 400;
/** Largest impact. */
export const FULL_IMPACT = 255;

/** What is kept of a term: the last document it was seen in, the place of that pair, the documents that have it. */
const LAST_DOCUMENT = 0;
const LAST_PLACE = 1;
const SIZE = 2;
const TERM = 4;
const FEWEST_TERMS = 1 << 12;

export class Inverter {
  readonly #numbers: KeyIds;
  /** By term, `TERM` integers each: see `LAST_DOCUMENT`, `LAST_PLACE`, `SIZE`. */
  #terms: Int32Array<ArrayBuffer>;
  /** For each pair of a document and a term in it, in order of documents. */
  #termOf = new Uint32Array(1 << 14);
  #documentOf = new Uint32Array(1 << 14);
  #counts = new Uint32Array(1 << 14);
  #pairs = 0;
  readonly #lengths: number[] = [];

  /** `expected`: terms for which there is room at once; there may be more. */
  constructor(expected = 0) {
    this.#numbers = new KeyIds(expected);
    this.#terms = new Int32Array(roomFor(expected, FEWEST_TERMS) * TERM);
  }

  /** Number of terms. */
  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a term, by its key (`wideKeyOf`). */
  number(key: number): number {
    const before = this.#numbers.size;
    const number = this.#numbers.of(key);
    if (number < before) return number;
    this.#terms = withRoom(this.#terms, (number + 1) * TERM);
    this.#terms[number * TERM + LAST_DOCUMENT] = -1;
    return number;
  }

  /** Begins the next document. */
  begin(): void {
    this.#lengths.push(0);
  }

  /** Adds `times` occurrences of a term, by its number, to the document. */
  count(term: number, times: number): void {
    const document = this.#lengths.length - 1;
    this.#lengths[document]! += times;
    const terms = this.#terms;
    const at = term * TERM;
    if (terms[at + LAST_DOCUMENT] === document) {
      this.#counts[terms[at + LAST_PLACE]!]! += times;
      return;
    }
    const place = this.#pairs++;
    if (place === this.#termOf.length) {
      this.#termOf = withRoom(this.#termOf, place + 1);
      this.#documentOf = withRoom(this.#documentOf, place + 1);
      this.#counts = withRoom(this.#counts, place + 1);
    }
    terms[at + LAST_DOCUMENT] = document;
    terms[at + LAST_PLACE] = place;
    terms[at + SIZE]!++;
    this.#termOf[place] = term;
    this.#documentOf[place] = document;
    this.#counts[place] = times;
  }

  /** The posting lists; documents are numbered from 0. */
  image(): SegmentImage {
    const terms = this.#numbers.size;
    const places = this.#placesByTerm(terms);
    const { keys } = this.#numbers;
    const images = new SegmentImages();
    const lists = new PostingsWriter(images.write);
    let start: number;
    const ends = this.#ends(terms);
    for (const term of orderOf(keys)) {
      start = ends[term]! - this.#terms[term * TERM + SIZE]!;
      lists.begin(keys[term]!);
      for (let i = start; i < ends[term]!; i++) {
        const place = places[i]!;
        const document = this.#documentOf[place]!;
        lists.add(document, impactOf(this.#counts[place]!, this.#lengths[document]! / MEAN_LENGTH_TERMS));
      }
      lists.end();
    }
    lists.flush();
    return images.image();
  }

  #ends(terms: number): Uint32Array {
    const ends = new Uint32Array(terms);
    let end = 0;
    for (let term = 0; term < terms; term++) {
      end += this.#terms[term * TERM + SIZE]!;
      ends[term] = end;
    }
    return ends;
  }

  /** Positions of the pairs, in order of terms, then documents. */
  #placesByTerm(terms: number): Uint32Array {
    const next = this.#ends(terms);
    const places = new Uint32Array(this.#pairs);
    for (let place = this.#pairs - 1; place >= 0; place--) {
      const term = this.#termOf[place]!;
      next[term]!--;
      places[next[term]!] = place;
    }
    return places;
  }
}

/** `length` is relative to the mean length. */
function impactOf(count: number, length: number): number {
  return Math.max(1, Math.round((FULL_IMPACT * count) / (count + K1 * lengthNorm(length, B))));
}
