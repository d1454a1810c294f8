/**
 * The most frequent words that begin with a prefix. A short prefix begins more words than can be counted for each
 * keystroke: those are counted once, and again when the index has grown or shrunk.
 */
import { termHash } from '../../analysis/hash.ts';
import type { Statements } from '../../common/sqlite.ts';

/** Words counted for each request; of a prefix with more, the most frequent are remembered. */
const COUNTED_WORDS = 2000;
/** Words read at a time. */
const WORDS_PER_READ = 5000;
/** Words remembered of one prefix, more than any request asks for. */
const REMEMBERED_WORDS = 500;
/** Prefixes remembered. */
const MAX_PREFIXES = 500;
/** Change of the number of documents after which the words of a prefix are counted again. */
const OUTDATED_CHANGE = 0.05;

interface Remembered {
  words: readonly string[];
  documents: number;
}

export class FrequentWords {
  readonly #statements: Statements;
  readonly #frequencyOf: (key: number) => number;
  readonly #remembered = new Map<string, Remembered>();

  constructor(statements: Statements, frequencyOf: (key: number) => number) {
    this.#statements = statements;
    this.#frequencyOf = frequencyOf;
  }

  /** Words that begin so, among which are the most frequent. `documents`: those of the index. */
  beginningWith(prefix: string, documents: number): readonly string[] {
    const known = this.#remembered.get(prefix);
    if (known !== undefined && Math.abs(documents - known.documents) <= known.documents * OUTDATED_CHANGE)
      return known.words;
    this.#remembered.delete(prefix);
    const few = this.#read(prefix, '', COUNTED_WORDS + 1);
    if (few.length <= COUNTED_WORDS) return few;
    const words = this.#mostFrequent(prefix);
    if (this.#remembered.size === MAX_PREFIXES)
      this.#remembered.delete(this.#remembered.keys().next().value ?? '');
    this.#remembered.set(prefix, { words, documents });
    return words;
  }

  #mostFrequent(prefix: string): string[] {
    let best: { word: string; count: number }[] = [];
    for (let last = '', words: string[]; ; last = words.at(-1)!) {
      words = this.#read(prefix, last, WORDS_PER_READ);
      if (words.length === 0) return best.map(({ word }) => word);
      // In the order of the keys, so that each page of counts is read once.
      const counted = words
        .map((word) => ({ word, key: termHash(word, 'folded') }))
        .sort((a, b) => a.key - b.key)
        .map(({ word, key }) => ({ word, count: this.#frequencyOf(key) }));
      best = [...best, ...counted]
        .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
        .slice(0, REMEMBERED_WORDS);
    }
  }

  /** Words that begin so after `last`, in their order. */
  #read(prefix: string, last: string, limit: number): string[] {
    return this.#statements
      .prepare('SELECT word FROM words WHERE word >= ? AND word > ? AND word < ? ORDER BY word LIMIT ?')
      .all(prefix, last, `${prefix}\u{10FFFF}`, limit)
      .map(({ word }) => String(word));
  }
}
