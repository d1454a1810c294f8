/**
 * Words over the letters a to z as a tree, walked letter by letter from either end of a word, without cutting it.
 * The node after letter l of node n is at n * 26 + l, 0 where there is none; the root is node 0.
 */
const FIRST = 97;
const LETTERS = 26;
/** Nodes that have a number of 16 bits, which half the memory of a wider one holds. */
const MAX_NODES = 1 << 16;
/** How the room for nodes grows. */
const GROWTH = 1.25;
/** What a node is worth at which no word ends. */
export const NO_WORD = -1;

export class AsciiTrie {
  #edges = new Uint16Array(LETTERS * 64);
  #values: number[] = [NO_WORD];

  /** Adds the letters of a word in the order given. `value`: from 0. @throws RangeError if the tree has no room. */
  add(letters: Iterable<string>, value: number): void {
    let node = 0;
    for (const letter of letters) {
      const edge = node * LETTERS + letter.charCodeAt(0) - FIRST;
      node = this.#edges[edge] || this.#grow(edge);
    }
    this.#values[node] = value;
  }

  /** The node after a code unit; 0 if no word continues with it. */
  after(node: number, unit: number): number {
    const letter = unit - FIRST;
    return letter < 0 || letter >= LETTERS ? 0 : this.#edges[node * LETTERS + letter]!;
  }

  /** Value of the word that ends at a node, or `NO_WORD`. */
  valueAt(node: number): number {
    return this.#values[node]!;
  }

  /** A new node, after `edge`. */
  #grow(edge: number): number {
    const node = this.#values.push(NO_WORD) - 1;
    if (node >= MAX_NODES) throw new RangeError(`a tree has ${MAX_NODES} nodes at most`);
    this.#edges[edge] = node;
    if (this.#edges.length < (node + 1) * LETTERS) {
      const wider = new Uint16Array(LETTERS * Math.ceil(node * GROWTH));
      wider.set(this.#edges);
      this.#edges = wider;
    }
    return node;
  }
}
