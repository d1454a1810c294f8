/**
 * Whether two articles have nearly the same text: shingles of words, compared by their share in common, and found by
 * MinHash with bands (Broder 1997; Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, ch. 3). Words count in
 * their folded form and of the body only: outlets set their own titles over the copy of an agency.
 */
import { roomFor } from '../common/room.ts';
import { type ForwardIndex, formNumber } from './forward-index.ts';
import type { NumberedForwardIndex } from './stored-forward-index.ts';
import { WORD_SIZE, type WordTable } from './word-table.ts';

const FOLDED = formNumber('folded');
/** Words of a shingle. */
const SHINGLE_WORDS = 4;
/** Shorter texts are too much alike by chance. */
const FEWEST_SHINGLES = 16;
/** Hashes of a band: one band in common makes two articles worth comparing. */
const ROWS = 3;
/** With 3 x 6, two texts that share 60 % of their shingles are compared with a chance of 77 %, with 80 % of 99 %. */
const BANDS = 6;
/** Share of all shingles of two texts that must be in both. */
export const NEARLY_THE_SAME = 0.6;

/** Hashes of the shingles of a body, each once, in rising order. A shingle does not reach over the end of a passage. */
export function shinglesOf(forwardIndex: ForwardIndex): Int32Array {
  const { words, passageBreak, lengths } = forwardIndex;
  const foldedAt = (position: number): number => forwardIndex.hash(words[position]!, FOLDED);
  shingles.begin(words.length);
  for (let position = lengths[0] + lengths[1]; position < words.length; position++)
    if (words[position] === passageBreak) shingles.endPassage();
    else shingles.add(foldedAt(position));
  return distinct(shingles.hashes);
}

/** The same of a document whose words have numbers in a table of words. */
export function shinglesOfNumbered(
  document: NumberedForwardIndex,
  table: Pick<WordTable, 'hashes'>,
): Int32Array {
  makeShingles(document, table);
  return distinct(shingles.hashes);
}

/** `bandsOf` the shingles of a document whose words have numbers in a table of words. */
export function bandsOfNumbered(document: NumberedForwardIndex, table: Pick<WordTable, 'hashes'>): number[] {
  makeShingles(document, table);
  return bandsOf(shingles.hashes);
}

function makeShingles({ words, lengths }: NumberedForwardIndex, { hashes }: Pick<WordTable, 'hashes'>): void {
  shingles.begin(words.length);
  for (let position = lengths[0] + lengths[1]; position < words.length; position++) {
    const word = words[position]!;
    if (word === 0) shingles.endPassage();
    else shingles.add(hashes[(word - 1) * WORD_SIZE + FOLDED]!);
  }
}

/** A copy in rising order, each number once. */
function distinct(numbers: Int32Array): Int32Array {
  const sorted = numbers.slice().sort();
  let size = 0;
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[size++] = sorted[at]!;
  return size === sorted.length ? sorted : sorted.slice(0, size);
}

/** Makes shingles of the folded hashes of words, in the order of a text. */
class Shingles {
  #made = new Int32Array(1 << 10);
  #size = 0;
  /** The hashes of the three words before, the nearest one first, and how many words of the passage there were. */
  #first = 0;
  #second = 0;
  #third = 0;
  #run = 0;

  /** Begins a text. `most`: words that are added at most. */
  begin(most: number): void {
    this.#made = withRoomFor(this.#made, most);
    this.#size = 0;
    this.#run = 0;
  }

  /** In the order of the text; one that recurs is there again. Valid until the next text. */
  get hashes(): Int32Array {
    return this.#made.subarray(0, this.#size);
  }

  endPassage(): void {
    this.#run = 0;
  }

  add(folded: number): void {
    const [first, second, third] = [this.#first, this.#second, this.#third];
    if (++this.#run >= SHINGLE_WORDS)
      this.#made[this.#size++] = mixed(mixed(mixed(mixed(third) ^ second) ^ first) ^ folded);
    this.#third = second;
    this.#second = first;
    this.#first = folded;
  }
}

const shingles = new Shingles();

/** The same array if it has room, else another one. */
const withRoomFor = (numbers: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> =>
  room <= numbers.length ? numbers : new Int32Array(roomFor(room, numbers.length));

/**
 * One key for each band, the same for two texts with a chance that grows with what they share; none for a short text.
 * `hashes`: of the shingles in any order, some perhaps more than once.
 */
export function bandsOf(hashes: Int32Array): number[] {
  const distinct = new Set<number>();
  const least = new Uint32Array(ROWS * BANDS).fill(0xffffffff);
  for (let at = 0; at < hashes.length; at++) {
    const shingle = hashes[at]!;
    if (distinct.size < FEWEST_SHINGLES) distinct.add(shingle);
    for (let row = 0; row < least.length; row++) {
      const hash = mixed(shingle ^ SALTS[row]!) >>> 0;
      if (hash < least[row]!) least[row] = hash;
    }
  }
  if (distinct.size < FEWEST_SHINGLES) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    let key = band;
    for (let row = 0; row < ROWS; row++) key = mixed(key ^ least[band * ROWS + row]!);
    return key;
  });
}

/** Share of all shingles of two texts that both have (Jaccard), from 0 to 1. Each once, in rising order. */
export function resemblance(a: Int32Array, b: Int32Array): number {
  let both = 0;
  for (let atA = 0, atB = 0; atA < a.length && atB < b.length; ) {
    const [ofA, ofB] = [a[atA]!, b[atB]!];
    if (ofA === ofB) both++;
    if (ofA <= ofB) atA++;
    if (ofB <= ofA) atB++;
  }
  const all = a.length + b.length - both;
  return all === 0 ? 0 : both / all;
}

/** What the resemblance of two texts is at most, by how many shingles they have. */
export const mostResemblance = (a: Int32Array, b: Int32Array): number =>
  Math.min(a.length, b.length) / Math.max(a.length, b.length, 1);

/** The finaliser of MurmurHash3 (public domain), after a step that gives 0 a non-zero input. */
function mixed(value: number): number {
  let hash = Math.imul(value + 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const SALTS = Int32Array.from({ length: ROWS * BANDS }, (_, row) => mixed(row * 0x01000193));
