/**
 * Names as a trie of words (variant forms), and the longest of them that begins at a word of a text. A word of the
 * text is read as it stands, as a case of a Russian name's word, without Arabic proclitics where it begins a name, and
 * without a Turkish ending where it ends one. What a word may be is worked out once for each different word.
 */
import type { Forms, Token } from '../text/analyse.ts';
import { analyserFor } from '../text/languages.ts';
import { withoutProclitics, withoutTurkishEndings } from './affixes.ts';
import { declined } from './declension.ts';

/** Words remembered; two generations of this size at most are alive. */
const REMEMBERED = 100_000;

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  values?: Value<T>[];
}

interface Value<T> {
  value: T;
  turkish: boolean;
}

/** What a word of the text may be within a name. */
interface Reading {
  /** Words of names that stand for it anywhere: itself and nominatives. */
  readonly any: readonly string[];
  /** Only at the beginning, and only at the end, of a name. */
  readonly first: readonly string[];
  readonly last: readonly string[];
}

export interface Span<T> {
  /** Index of the first token, and of the one after the last. */
  tokenStart: number;
  tokenEnd: number;
  values: T[];
}

export class NameTrie<T> {
  readonly #root: Node<T> = { next: new Map() };
  readonly #words = new Set<string>();
  readonly #firstOfArabic = new Set<string>();
  readonly #lastOfTurkish = new Set<string>();
  readonly #declined = new Set<string>();
  /** Case of a Russian name's word -> the words it may be a case of. */
  readonly #nominatives = new Map<string, string[]>();
  #recent = new Map<Forms, Reading | null>();
  #older = new Map<Forms, Reading | null>();

  /** Adds a name, given as its words in variant form; endings and cases are those of its language. */
  add(words: readonly string[], language: string, value: T): void {
    if (words.length === 0) return;
    let node = this.#root;
    for (const word of words) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map() };
        node.next.set(word, next);
      }
      node = next;
      if (language === 'ru') this.#decline(word);
      this.#words.add(word);
    }
    node.values ??= [];
    node.values.push({ value, turkish: language === 'tr' });
    if (/^[\u0620-\u064A]/.test(words[0]!)) this.#firstOfArabic.add(words[0]!);
    if (language === 'tr') this.#lastOfTurkish.add(words.at(-1)!);
  }

  /** Every name once, as its words. */
  *wordings(): Generator<readonly string[]> {
    const reached: [Node<T>, readonly string[]][] = [[this.#root, []]];
    for (let at = reached.pop(); at !== undefined; at = reached.pop()) {
      const [node, words] = at;
      if (node.values !== undefined) yield words;
      for (const [word, next] of node.next) reached.push([next, [...words, word]]);
    }
  }

  /** Whether a word of a text, in variant form, may be part of a name. */
  knows(word: string): boolean {
    return this.#read(word) !== null;
  }

  /** The words of names that a word of a text may be, wherever in a name it stands. */
  readings(word: string): string[] {
    const reading = this.#read(word);
    return reading === null ? [] : [...new Set([...reading.any, ...reading.first, ...reading.last])];
  }

  /**
   * The longest name that begins at token `from`, ends before token `limit` and of which `accept` keeps something.
   * `text` is what the tokens' offsets count in.
   * Among names of one length a word as it stands comes before a changed one.
   */
  longest(
    tokens: readonly Token[],
    from: number,
    limit: number,
    text: string,
    accept: (values: T[], tokenEnd: number) => T[],
  ): Span<T> | undefined {
    const reading = this.#reading(tokens[from]!.forms);
    if (reading === null) return undefined;
    let best: Span<T> | undefined;
    const offer = (node: Node<T> | undefined, at: number, turkish: boolean): boolean => {
      if (node?.values === undefined) return false;
      const values = node.values.filter((entry) => !turkish || entry.turkish).map(({ value }) => value);
      const kept = values.length === 0 ? values : accept(values, at + 1);
      if (kept.length === 0) return false;
      best = { tokenStart: from, tokenEnd: at + 1, values: kept };
      return true;
    };
    let reached = [this.#root];
    let current: Reading | null = reading;
    for (let at = from; current !== null; ) {
      const next: Node<T>[] = [];
      let found = false;
      for (const node of reached) {
        const words: readonly string[] = at === from ? [...current.any, ...current.first] : current.any;
        for (const word of words) {
          const child = node.next.get(word);
          if (child === undefined) continue;
          next.push(child);
          found ||= offer(child, at, false);
        }
      }
      if (!found)
        for (const node of reached)
          for (const word of current.last) found ||= offer(node.next.get(word), at, true);
      at++;
      if (next.length === 0 || at >= limit || !joined(tokens[at - 1]!, tokens[at]!, text)) break;
      reached = next;
      current = this.#reading(tokens[at]!.forms);
    }
    return best;
  }

  #decline(word: string): void {
    if (this.#declined.has(word)) return;
    this.#declined.add(word);
    for (const form of declined(word)) {
      const known = this.#nominatives.get(form);
      if (known === undefined) this.#nominatives.set(form, [word]);
      else known.push(word);
    }
  }

  #reading(forms: Forms): Reading | null {
    const recent = this.#recent.get(forms);
    if (recent !== undefined) return recent;
    let reading = this.#older.get(forms);
    if (reading === undefined) reading = this.#read(forms.variant);
    if (this.#recent.size >= REMEMBERED) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(forms, reading);
    return reading;
  }

  #read(written: string): Reading | null {
    // A word in another script than its passage's language was not folded by the rules of its own.
    const word = analyserFor('und').forms(written).variant;
    const any = [...(this.#words.has(word) ? [word] : []), ...(this.#nominatives.get(word) ?? [])];
    const first = withoutProclitics(word).filter((bare) => this.#firstOfArabic.has(bare));
    const last = withoutTurkishEndings(word).filter((bare) => this.#lastOfTurkish.has(bare));
    return any.length + first.length + last.length === 0 ? null : { any, first, last };
  }
}

/** What may stand between two words of one name: space, hyphen, quotation marks, a possessive ending. */
const JOINT = /^(?:['’ʼ]\p{L}{1,4})?[\s\p{Pd}\p{Pi}\p{Pf}"'’&()]*$/u;
/** Longest word after which a full stop marks an initial or an abbreviation: St. Petersburg, J.D. Vance. */
const ABBREVIATED = 2;

/** Whether two words may belong to one name by what stands between them. */
function joined(left: Token, right: Token, text: string): boolean {
  const gap = text.slice(left.end, right.start);
  if (gap === ' ') return true;
  return JOINT.test(left.end - left.start <= ABBREVIATED ? gap.replace('.', '') : gap);
}
