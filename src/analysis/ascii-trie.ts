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

  /** `value`: from 0. @throws RangeError if the tree has no room. */
  add(word: string, value: number): void {
    let node = 0;
    for (let at = 0; at < word.length; at++) {
      const edge = node * LETTERS + word.charCodeAt(at) - FIRST;
      node = this.#edges[edge] || this.#grow(edge);
    }
    this.#values[node] = value;
  }

  /**
   * Every word that has one of the given letters at each place of a pattern; of two values of a word the greater one counts.
   * Letters that lead on alike lead to one node: a tree of all the words would have seven times as many.
   */
  static ofPatterns(patterns: Iterable<readonly [places: readonly string[], value: number]>): AsciiTrie {
    const root = new Branch(0);
    let branches = 1;
    for (const [places, value] of patterns) {
      let branch = root;
      for (const letters of places) {
        const next = branch.next.get(letters) ?? new Branch(branches++);
        branch.next.set(letters, next);
        branch = next;
      }
      branch.value = Math.max(branch.value, value);
    }
    const tree = new AsciiTrie();
    tree.#follow(0, [root], new Map());
    return tree;
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

  /** Adds what comes after `node`, which stands for all of the branches. `known`: nodes by the branches they stand for. */
  #follow(node: number, branches: readonly Branch[], known: Map<string, number>): void {
    this.#values[node] = Math.max(...branches.map(({ value }) => value));
    const reached = new Map<string, Branch[]>();
    for (const { next } of branches)
      for (const [letters, branch] of next)
        for (const letter of letters) {
          const others = reached.get(letter);
          if (others === undefined) reached.set(letter, [branch]);
          else others.push(branch);
        }
    for (const [letter, there] of reached) {
      const edge = node * LETTERS + letter.charCodeAt(0) - FIRST;
      const key = there
        .map(({ number }) => number)
        .sort((a, b) => a - b)
        .join(' ');
      const same = known.get(key);
      if (same !== undefined) {
        this.#edges[edge] = same;
        continue;
      }
      const added = this.#grow(edge);
      known.set(key, added);
      this.#follow(added, there, known);
    }
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

/** A place of some patterns that are the same up to it. */
class Branch {
  readonly number: number;
  /** By the letters that may be there. */
  readonly next = new Map<string, Branch>();
  value = NO_WORD;

  constructor(number: number) {
    this.number = number;
  }
}
