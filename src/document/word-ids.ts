/** Numbers for words, by the hashes of their forms: a hash table probed in line over a table of words. */
import { roomFor } from '../common/room.ts';
import { WORD_SIZE, type WordTable } from './word-table.ts';

/** Share of the places that are taken at most, as places for each word. */
const ROOM = 2;
const FEWEST_PLACES = 1 << 13;

export class WordIds {
  readonly #table: WordTable;
  /** Numbers plus one; 0 = the place is free. */
  #places: Uint32Array;
  /** Words of the table that have a place. */
  #placed = 0;

  /**
   * `table`: may have words; whoever adds words to it without this must add them at its end. `expected`: words for which
   * there is room at once; there may be more.
   */
  constructor(table: WordTable, expected = 0) {
    this.#table = table;
    this.#places = new Uint32Array(roomFor((expected + 1) * ROOM, FEWEST_PLACES));
  }

  /** Must be called after the table was cleared. */
  reset(): void {
    this.#places = new Uint32Array(FEWEST_PLACES);
    this.#placed = 0;
  }

  /** The number of a word of `hashes`; that of a new one, which is added to the table, is the size before. */
  of(hashes: Int32Array, word: number): number {
    this.#placeAll();
    const at = this.#find(hashes, word);
    const known = this.#places[at]!;
    if (known !== 0) return known - 1;
    const number = this.#table.add(hashes, word);
    this.#places[at] = number + 1;
    this.#placed++;
    return number;
  }

  #placeAll(): void {
    const { size, hashes } = this.#table;
    if ((size + 1) * ROOM > this.#places.length) {
      this.#places = new Uint32Array(this.#places.length * 2);
      this.#placed = 0;
      this.#placeAll();
      return;
    }
    for (; this.#placed < size; this.#placed++)
      this.#places[this.#find(hashes, this.#placed)] = this.#placed + 1;
  }

  /** The place of a word, or the free one where it would be. */
  #find(hashes: Int32Array, word: number): number {
    const [places, known, mask] = [this.#places, this.#table.hashes, this.#places.length - 1];
    const begin = word * WORD_SIZE;
    const [exact, folded, stem, root] = [
      hashes[begin],
      hashes[begin + 1],
      hashes[begin + 2],
      hashes[begin + 3],
    ];
    let at = exact! & mask;
    for (; places[at] !== 0; at = (at + 1) & mask) {
      const other = (places[at]! - 1) * WORD_SIZE;
      if (
        known[other] === exact &&
        known[other + 1] === folded &&
        known[other + 2] === stem &&
        known[other + 3] === root
      )
        break;
    }
    return at;
  }
}
