/** The vectors of all documents in memory, and the exact scan over them. About 400 bytes a vector of 384 values. */
import { LisanError } from '../common/errors.ts';
import { type DotProducts, dotProducts, type Memory, newMemory } from './dot-products.ts';
import { type QuantisedVectors, quantised } from './quantised.ts';

/** The instructions work on so many bytes at a time. */
const LANE_BYTES = 16;
const PAGE_BYTES = 65_536;
/** 4 GiB. */
const MOST_PAGES = 65_536;
/** Vectors whose products are computed with one call. */
const ROWS_PER_CALL = 4096;
/** Rows that the tables have room for at first. */
const FIRST_ROWS = 1024;

/** How near each document is to a query. To be read before the matrix changes. */
export interface Scan {
  /** Number of documents that have vectors. */
  documents: number;
  /** Mean over all documents of the cosine of their nearest passage, and the standard deviation. */
  mean: number;
  deviation: number;
  /** The nearest documents, the nearest first; of equal ones in order of id. */
  nearest(count: number): Near[];
  /** The given document; `undefined` if it has no vectors. */
  of(id: string): Near | undefined;
}

export interface Near {
  id: string;
  /** Cosine of its nearest passage, from -1 to 1. */
  similarity: number;
  /** Which of `leadingPassages` that is. */
  passage: number;
}

export class VectorMatrix {
  readonly dimensions: number;
  readonly #rowBytes: number;
  /** The query is at 0, products of one call after it, vectors from `#base` on. */
  readonly #out: number;
  readonly #base: number;
  readonly #memory: Memory;
  readonly #dot: DotProducts;
  /** Of each row: document, passage, and scale. A free row has the document -1. */
  #documentOf = new Int32Array(FIRST_ROWS);
  #passageOf = new Uint8Array(FIRST_ROWS);
  #scales = new Float32Array(FIRST_ROWS);
  #rows = 0;
  readonly #freeRows: number[] = [];
  readonly #ids: (string | undefined)[] = [];
  readonly #freeNumbers: number[] = [];
  readonly #documents = new Map<string, { number: number; rows: number[] }>();

  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.#rowBytes = Math.ceil(dimensions / LANE_BYTES) * LANE_BYTES;
    this.#out = this.#rowBytes;
    this.#base = this.#out + ROWS_PER_CALL * 4;
    this.#memory = newMemory(Math.ceil(this.#base / PAGE_BYTES), MOST_PAGES);
    this.#dot = dotProducts(this.#memory);
  }

  /** Number of documents. */
  get documents(): number {
    return this.#documents.size;
  }

  /** Number of vectors. */
  get vectors(): number {
    return this.#rows - this.#freeRows.length;
  }

  /** Adds or replaces a document. @throws LisanError `vectors_full`. */
  set(id: string, { scales, values }: QuantisedVectors): void {
    this.delete(id);
    const number = this.#freeNumbers.pop() ?? this.#ids.length;
    this.#ids[number] = id;
    const rows: number[] = [];
    for (let passage = 0; passage < scales.length; passage++) {
      const row = this.#freeRows.pop() ?? this.#newRow();
      const vector = values.subarray(passage * this.dimensions, (passage + 1) * this.dimensions);
      new Int8Array(this.#memory.buffer, this.#base + row * this.#rowBytes, this.dimensions).set(vector);
      this.#documentOf[row] = number;
      this.#passageOf[row] = passage;
      this.#scales[row] = scales[passage]!;
      rows.push(row);
    }
    this.#documents.set(id, { number, rows });
  }

  delete(id: string): void {
    const known = this.#documents.get(id);
    if (known === undefined) return;
    for (const row of known.rows) this.#documentOf[row] = -1;
    this.#freeRows.push(...known.rows);
    this.#ids[known.number] = undefined;
    this.#freeNumbers.push(known.number);
    this.#documents.delete(id);
  }

  /** The first vector of a document: that of its title and lead. */
  vectorOf(id: string): Float32Array | undefined {
    const row = this.#documents.get(id)?.rows[0];
    if (row === undefined) return undefined;
    const values = new Int8Array(this.#memory.buffer, this.#base + row * this.#rowBytes, this.dimensions);
    return Float32Array.from(values, (value) => value * this.#scales[row]!);
  }

  /** `query`: of length 1, with as many values as the vectors. */
  scan(query: Float32Array): Scan {
    const { scales, values } = quantised([query]);
    new Int8Array(this.#memory.buffer, 0, this.#rowBytes).fill(0).set(values);
    const best = new Float32Array(this.#ids.length).fill(Number.NEGATIVE_INFINITY);
    const passages = new Uint8Array(this.#ids.length);
    for (let from = 0; from < this.#rows; from += ROWS_PER_CALL) {
      const count = Math.min(ROWS_PER_CALL, this.#rows - from);
      this.#dot(0, this.#base + from * this.#rowBytes, count, this.#rowBytes, this.#out);
      const products = new Int32Array(this.#memory.buffer, this.#out, count);
      for (let at = 0; at < count; at++) {
        const row = from + at;
        const number = this.#documentOf[row]!;
        if (number === -1) continue;
        const similarity = products[at]! * this.#scales[row]! * scales[0]!;
        if (similarity <= best[number]!) continue;
        best[number] = similarity;
        passages[number] = this.#passageOf[row]!;
      }
    }
    return this.#scanOf(best, passages);
  }

  #scanOf(best: Float32Array, passages: Uint8Array): Scan {
    let documents = 0;
    let sum = 0;
    let squares = 0;
    for (const similarity of best) {
      if (similarity === Number.NEGATIVE_INFINITY) continue;
      documents++;
      sum += similarity;
      squares += similarity * similarity;
    }
    const mean = documents === 0 ? 0 : sum / documents;
    const near = (number: number): Near => ({
      id: this.#ids[number]!,
      similarity: best[number]!,
      passage: passages[number]!,
    });
    return {
      documents,
      mean,
      deviation: documents === 0 ? 0 : Math.sqrt(Math.max(0, squares / documents - mean * mean)),
      nearest: (count) =>
        largest(best, count)
          .map(near)
          .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1)),
      of: (id) => {
        const { number } = this.#documents.get(id) ?? {};
        return number === undefined || best[number] === Number.NEGATIVE_INFINITY ? undefined : near(number);
      },
    };
  }

  #newRow(): number {
    const row = this.#rows;
    const needed = this.#base + (row + 1) * this.#rowBytes;
    const has = this.#memory.buffer.byteLength;
    // An eighth more than is there, so that growing is rare and little is unused.
    if (needed > has) this.#grow(Math.max(needed - has, Math.ceil(has / 8)), needed - has);
    if (row === this.#documentOf.length) {
      const roomier = <T extends Int32Array | Uint8Array | Float32Array>(table: T, larger: T): T => {
        larger.set(table);
        return larger;
      };
      this.#documentOf = roomier(this.#documentOf, new Int32Array(row * 2));
      this.#passageOf = roomier(this.#passageOf, new Uint8Array(row * 2));
      this.#scales = roomier(this.#scales, new Float32Array(row * 2));
    }
    this.#rows++;
    return row;
  }

  #grow(wishedBytes: number, leastBytes: number): void {
    for (const bytes of [wishedBytes, leastBytes]) {
      try {
        this.#memory.grow(Math.ceil(bytes / PAGE_BYTES));
        return;
      } catch {
        // Less may still fit.
      }
    }
    throw new LisanError({
      code: 'vectors_full',
      message: `There is no memory for more than ${this.#rows} vectors of ${this.dimensions} values.`,
      remedy: 'Give the service more memory (4 GiB is the most), or use a model with smaller vectors.',
    });
  }
}

/** The places of the largest values, in no order; those without a value are left out. */
function largest(values: Float32Array, count: number): number[] {
  if (count <= 0) return [];
  // A heap whose top is the smallest that is kept.
  const heap: number[] = [];
  const isLess = (a: number, b: number): boolean => values[heap[a]!]! < values[heap[b]!]!;
  const swap = (a: number, b: number): void => {
    const kept = heap[a]!;
    heap[a] = heap[b]!;
    heap[b] = kept;
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && isLess(child, least)) least = child;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  for (let place = 0; place < values.length; place++) {
    if (values[place] === Number.NEGATIVE_INFINITY) continue;
    if (heap.length < count) {
      heap.push(place);
      for (let at = heap.length - 1; at > 0 && isLess(at, (at - 1) >> 1); at = (at - 1) >> 1)
        swap(at, (at - 1) >> 1);
    } else if (values[place]! > values[heap[0]!]!) {
      heap[0] = place;
      sink();
    }
  }
  return heap;
}
