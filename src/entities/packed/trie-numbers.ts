/** Nodes of a trie of words, numbered in the order in which they come, parents before children: used while packing. */
import { GrowingArray } from './growing-array.ts';
import { edgeHash, slotFor } from './word-hash.ts';

export class TrieNumbers {
  /** Of each node from 1 on: its parent (0 is the root) and the number of the word that leads to it. */
  readonly parent = new GrowingArray(Uint32Array);
  readonly word = new GrowingArray(Uint32Array);
  /** `HAS_NEXT`, `IS_SMALL`. */
  readonly bits = new GrowingArray(Uint32Array);
  #table = new Uint32Array(1 << 16);

  constructor() {
    this.parent.push(0);
    this.word.push(0);
    this.bits.push(0);
  }

  /** The node that a word leads to. */
  child(parent: number, word: number): number {
    let slot = slotFor(edgeHash(parent, word), this.#table.length);
    for (let found = this.#table[slot]!; found !== 0; found = this.#table[slot]!) {
      if (this.parent.get(found) === parent && this.word.get(found) === word) return found;
      slot = slot + 1 === this.#table.length ? 0 : slot + 1;
    }
    const node = this.parent.push(parent);
    this.word.push(word);
    this.bits.push(0);
    this.#table[slot] = node;
    if (this.parent.length * 2 > this.#table.length) this.#grow();
    return node;
  }

  mark(node: number, bits: number): void {
    this.bits.set(node, (this.bits.get(node) | bits) >>> 0);
  }

  #grow(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    for (let node = 1; node < this.parent.length; node++) {
      let slot = slotFor(edgeHash(this.parent.get(node), this.word.get(node)), this.#table.length);
      while (this.#table[slot] !== 0) slot = slot + 1 === this.#table.length ? 0 : slot + 1;
      this.#table[slot] = node;
    }
  }
}
