/**
 * The inverted lists of the embedded engine: for every term the documents that have it, each with the term's impact
 * there (Anh & Moffat 2002): the part of BM25 that depends on term and document, in a byte. A search adds impacts up
 * and never looks at a document that has none of its terms.
 *
 * A list is pairs of a varint, the step from the document before, and the impact. Documents are numbered in the order
 * in which they came, so lists of later runs follow those of earlier ones.
 */
import type { Statements } from '../database.ts';
import type { IndexRecord } from './engine.ts';
import { type Entry, Runs, runsSchema } from './runs.ts';
import { writeVarint } from './varint.ts';

/** Parameters of BM25, as FTS5 and Lucene have them. */
const SATURATION = 1.2;
const LENGTH_NORMALISATION = 0.75;
/**
 * Terms of a document that is neither long nor short. Impacts of all batches must be made with the same measure, so it
 * is fixed: that of the news the ranker was set with.
 */
const MEAN_LENGTH = 400;
/** Largest impact. */
export const FULL_IMPACT = 255;

export const LISTS_SCHEMA = runsSchema('lists');

export class Lists {
  readonly #runs: Runs;
  #batch = new Batch();

  /** `isGone`: whether a document was struck out since it was listed; merging leaves it out. */
  constructor(statements: Statements, isGone: (number: number) => boolean) {
    this.#runs = new Runs(statements, 'lists', (values) => merged(values, isGone));
  }

  reload(): void {
    this.#runs.reload();
  }

  forget(): void {
    this.#batch = new Batch();
    this.#runs.forget();
  }

  /** Notes the terms of a document; `settle` writes them. Numbers rise. */
  enter(number: number, terms: IndexRecord['terms']): void {
    this.#batch.enter(number, terms);
  }

  /** Writes what was entered. Inside a transaction. */
  settle(): void {
    const batch = this.#batch;
    this.#batch = new Batch();
    if (!batch.isEmpty) this.#runs.add(batch.entries(MEAN_LENGTH));
  }

  mergeAll(): void {
    this.#runs.mergeAll();
  }

  /** The parts of a term's list, those of the lowest documents first. */
  of(term: string): Uint8Array[] {
    return this.#runs.values(termKey(term));
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

/** Terms and documents of one batch. */
class Batch {
  /** Term -> its number in the batch. */
  readonly #terms = new Map<string, number>();
  /** Of each term: the last document it was seen in, and where that occurrence is in the arrays below. */
  readonly #lastDocument: number[] = [];
  readonly #lastPlace: number[] = [];
  readonly #sizes: number[] = [];
  /** Of each pair of a document and a term in it, in order of documents. */
  readonly #termOf: number[] = [];
  readonly #documentOf: number[] = [];
  readonly #counts: number[] = [];
  readonly #lengths = new Map<number, number>();

  get isEmpty(): boolean {
    return this.#termOf.length === 0;
  }

  enter(document: number, terms: IndexRecord['terms']): void {
    this.#lengths.set(document, terms.length);
    for (const term of terms) {
      let number = this.#terms.get(term);
      if (number === undefined) {
        number = this.#terms.size;
        this.#terms.set(term, number);
        this.#lastDocument.push(-1);
        this.#lastPlace.push(0);
        this.#sizes.push(0);
      }
      if (this.#lastDocument[number] === document) {
        this.#counts[this.#lastPlace[number]!]!++;
        continue;
      }
      this.#lastDocument[number] = document;
      this.#lastPlace[number] = this.#termOf.length;
      this.#sizes[number]!++;
      this.#termOf.push(number);
      this.#documentOf.push(document);
      this.#counts.push(1);
    }
  }

  *entries(meanLength: number): Generator<Entry> {
    const starts = new Uint32Array(this.#sizes.length + 1);
    this.#sizes.forEach((size, number) => {
      starts[number + 1] = starts[number]! + size;
    });
    const places = new Uint32Array(this.#termOf.length);
    const next = starts.slice();
    this.#termOf.forEach((number, place) => {
      places[next[number]!++] = place;
    });
    const keys = [...this.#terms.keys()].map((term, number) => ({ key: termKey(term), number }));
    keys.sort((a, b) => a.key - b.key);
    let bytes = new Uint8Array(1 << 16);
    let end = 0;
    for (const { key, number } of keys) {
      const size = this.#sizes[number]! * 6;
      if (end + size > bytes.length) {
        bytes = new Uint8Array(Math.max(1 << 16, size));
        end = 0;
      }
      const begin = end;
      let before = 0;
      for (let i = starts[number]!; i < starts[number + 1]!; i++) {
        const place = places[i]!;
        const document = this.#documentOf[place]!;
        end = writeVarint(bytes, end, document - before);
        bytes[end++] = impactOf(this.#counts[place]!, this.#lengths.get(document)! / meanLength);
        before = document;
      }
      yield [key, bytes.subarray(begin, end)];
    }
  }
}

/** `length` in mean lengths. */
function impactOf(count: number, length: number): number {
  const norm = SATURATION * (1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * length);
  return Math.max(1, Math.round((FULL_IMPACT * count) / (count + norm)));
}

/** One list out of parts that follow each other, without the documents that are gone. */
function merged(parts: readonly Uint8Array[], isGone: (number: number) => boolean): Uint8Array | undefined {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 5, 0));
  let end = 0;
  let before = 0;
  for (const part of parts) {
    let document = 0;
    for (let at = 0; at < part.length; ) {
      let step = 0;
      let shift = 0;
      let byte = part[at++]!;
      while (byte > 127) {
        step |= (byte & 127) << shift;
        shift += 7;
        byte = part[at++]!;
      }
      document += step | (byte << shift);
      const impact = part[at++]!;
      if (isGone(document)) continue;
      end = writeVarint(bytes, end, document - before);
      bytes[end++] = impact;
      before = document;
    }
  }
  return end === 0 ? undefined : bytes.subarray(0, end);
}

/** 53 bits of a term: cyrb53 (bryc, public domain). Two of ten million terms meet in one of 180 archives. */
export function termKey(term: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < term.length; i++) {
    const unit = term.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
