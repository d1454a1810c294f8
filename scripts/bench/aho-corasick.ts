/**
 * Aho-Corasick over folded text, the peer of the tagger's trie. Transitions are in one open-addressed table keyed by
 * state and code unit. Reference: Aho & Corasick 1975.
 */
export class AhoCorasick {
  /** Key: state * 65536 + code unit, as two halves; 0 in `#states` is an empty slot. */
  #keys: Float64Array;
  #states: Int32Array;
  readonly #fail: number[] = [0, 0];
  /** Length of the longest pattern that ends at a state, its own or one of a suffix. */
  readonly #length: number[] = [0, 0];

  constructor(patterns: readonly string[]) {
    const size = 1 << Math.ceil(Math.log2(patterns.reduce((sum, { length }) => sum + length, 16) * 3));
    this.#keys = new Float64Array(size);
    this.#states = new Int32Array(size);
    const children: [parent: number, unit: number, state: number][] = [];
    for (const pattern of patterns) {
      let state = 1;
      for (let at = 0; at < pattern.length; at++) {
        const unit = pattern.charCodeAt(at);
        let next = this.#next(state, unit);
        if (next === 0) {
          next = this.#fail.push(1) - 1;
          this.#length.push(0);
          this.#set(state, unit, next);
          children.push([state, unit, next]);
        }
        state = next;
      }
      this.#length[state] = pattern.length;
    }
    this.#link(children);
  }

  /** Calls `emit(end, length)` with the longest pattern at each position where a pattern ends. */
  scan(text: string, emit: (end: number, length: number) => void): void {
    let state = 1;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      let next = this.#next(state, unit);
      while (next === 0 && state !== 1) {
        state = this.#fail[state]!;
        next = this.#next(state, unit);
      }
      state = next === 0 ? 1 : next;
      const length = this.#length[state]!;
      if (length > 0) emit(at + 1, length);
    }
  }

  /** Failure links, breadth first. */
  #link(children: readonly [number, number, number][]): void {
    const byParent = new Map<number, [number, number][]>();
    for (const [parent, unit, state] of children) {
      const known = byParent.get(parent);
      if (known === undefined) byParent.set(parent, [[unit, state]]);
      else known.push([unit, state]);
    }
    const queue = [1];
    for (let at = 0; at < queue.length; at++) {
      const parent = queue[at]!;
      for (const [unit, state] of byParent.get(parent) ?? []) {
        let suffix = this.#fail[parent]!;
        while (suffix > 1 && this.#next(suffix, unit) === 0) suffix = this.#fail[suffix]!;
        const target = parent === 1 ? 1 : this.#next(Math.max(1, suffix), unit) || 1;
        this.#fail[state] = target;
        this.#length[state] = Math.max(this.#length[state]!, this.#length[target]!);
        queue.push(state);
      }
    }
  }

  #next(state: number, unit: number): number {
    const key = state * 65536 + unit;
    const mask = this.#states.length - 1;
    for (let at = hash(state, unit) & mask; this.#states[at] !== 0; at = (at + 1) & mask)
      if (this.#keys[at] === key) return this.#states[at]!;
    return 0;
  }

  #set(state: number, unit: number, next: number): void {
    const mask = this.#states.length - 1;
    let at = hash(state, unit) & mask;
    while (this.#states[at] !== 0) at = (at + 1) & mask;
    this.#keys[at] = state * 65536 + unit;
    this.#states[at] = next;
  }
}

const hash = (state: number, unit: number): number => {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};
