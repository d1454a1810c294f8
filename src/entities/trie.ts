/**
 * Names as a trie of words (variant forms), and the longest of them that begins at a word of a text. A word of the
 * text is read as it stands, as a case of a Russian name's word, without Arabic proclitics where it begins a name, and
 * without a Turkish ending where it ends one. What a word may be is worked out once for each different word.
 */
import type { Forms, Token } from '../text/analyse.ts';
import { analyserFor } from '../text/languages.ts';
import { ENDING_FROM, withoutProclitics, withoutTurkishEndings } from './affixes.ts';
import { declined } from './declension.ts';

interface Node<T> {
  /** Whether a name below is written in small letters. */
  small: boolean;
  next?: Map<string, Node<T>>;
  values?: Value<T>[];
}

interface Value<T> {
  value: T;
  turkish: boolean;
}

/** What a word of the text may be. */
interface Reading<T> {
  /** Words of names that stand for it anywhere in a name: itself and nominatives. */
  readonly any: readonly string[];
  /** The same without Arabic proclitics, only at the beginning of a name. */
  readonly first: readonly string[];
  /** The same without a Turkish ending, only at the end of a name. */
  readonly last: readonly string[];
  /** Where names lead that begin with it, and names that are it with a Turkish ending. */
  readonly starts: readonly Node<T>[];
  readonly whole: readonly Node<T>[];
  /** Whether one of those is a name already. */
  readonly named: boolean;
  /** See `NameTrie.begins`. */
  readonly begins: 'no' | 'capital' | 'any';
}

export interface Span<T> {
  /** Index of the first token, and of the one after the last. */
  tokenStart: number;
  tokenEnd: number;
  values: T[];
}

/** Words that are remembered: more than the analysers of all languages do. */
const REMEMBERED = 1 << 22;
/** What is known of a word, by the number of its forms: one of these, or where its reading is. */
const UNKNOWN = 0;
const NOTHING = 1;
const READINGS = 2;

/** Characters that folding by the rules of its own script takes out of a word. */
const UNFOLDED = /[A-Z\u00C0-\u024F\u0401\u0410-\u042F\u0451\u0610-\u061A\u0621-\u0626\u0629\u0649-\u06FF]/;

export class NameTrie<T> {
  readonly #root: Node<T> = { small: false };
  readonly #words = new Set<string>();
  readonly #firstOfArabic = new Set<string>();
  readonly #lastOfTurkish = new Set<string>();
  /** The first letters of those: most words begin like none of them. */
  readonly #beginningsOfLast = new Set<string>();
  readonly #declined = new Set<string>();
  /** Case of a Russian name's word -> the words it may be a case of. */
  readonly #nominatives = new Map<string, string[]>();
  #known = new Int32Array(1 << 16);
  #readings: Reading<T>[] = [];
  /** Number of the forms that `#known` begins with. */
  #base = 0;
  readonly #isLast = (name: string): boolean => this.#lastOfTurkish.has(name);

  /**
   * Adds a name, given as its words in variant form; endings and cases are those of its language. `small`: it is
   * written in small letters too.
   */
  add(words: readonly string[], language: string, value: T, small = true): void {
    if (words.length === 0) return;
    let node = this.#root;
    for (const word of words) {
      node.next ??= new Map();
      let next = node.next.get(word);
      if (next === undefined) {
        next = { small };
        node.next.set(word, next);
      }
      next.small ||= small;
      node = next;
      if (language === 'ru') this.#decline(word);
      this.#words.add(word);
    }
    node.values ??= [];
    node.values.push({ value, turkish: language === 'tr' });
    if (/^[\u0620-\u064A]/.test(words[0]!)) this.#firstOfArabic.add(words[0]!);
    if (language === 'tr') {
      this.#lastOfTurkish.add(words.at(-1)!);
      this.#beginningsOfLast.add(words.at(-1)!.slice(0, ENDING_FROM));
    }
    if (this.#readings.length > 0) this.#forget(this.#base);
  }

  /** Every name once, as its words. */
  *wordings(): Generator<readonly string[]> {
    const reached: [Node<T>, readonly string[]][] = [[this.#root, []]];
    for (let at = reached.pop(); at !== undefined; at = reached.pop()) {
      const [node, words] = at;
      if (node.values !== undefined) yield words;
      for (const [word, next] of node.next ?? []) reached.push([next, [...words, word]]);
    }
  }

  /** Whether a word of a text, in variant form, may be part of a name. */
  knows(word: string): boolean {
    return this.#read(word) !== undefined;
  }

  /** The words of names that a word of a text may be, wherever in a name it stands. */
  readings(word: string): string[] {
    const reading = this.#read(word);
    return reading === undefined ? [] : [...new Set([...reading.any, ...reading.first, ...reading.last])];
  }

  /** Whether a name may begin with this word, and one in small letters. Quick: most words of a text do not. */
  begins(token: Token): 'no' | 'capital' | 'any' {
    const reading = this.#reading(token);
    return reading === undefined ? 'no' : reading.begins;
  }

  /**
   * The longest name that begins at token `from`, ends before token `limit` and of which `accept` keeps something.
   * `text` is what the tokens' offsets count in. Among names of one length a word as it stands comes before a changed one.
   */
  longest(
    tokens: readonly Token[],
    from: number,
    limit: number,
    text: string,
    accept: (values: T[], tokenEnd: number) => T[],
  ): Span<T> | undefined {
    const begun = this.#reading(tokens[from]!);
    if (begun === undefined) return undefined;
    let best = begun.named ? accepted(begun.starts, begun.whole, from, from + 1, accept) : undefined;
    let reached = begun.starts;
    for (let at = from + 1; at < limit; at++) {
      const reading = this.#reading(tokens[at]!);
      if (reading === undefined) break;
      const ended = follow(reached, reading.last);
      reached = follow(reached, reading.any);
      if (reached.length + ended.length === 0 || !joined(tokens[at - 1]!, tokens[at]!, text)) break;
      best = accepted(reached, ended, from, at + 1, accept) ?? best;
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

  #reading({ forms }: Token): Reading<T> | undefined {
    const state = this.#known[forms.number - this.#base];
    if (state === NOTHING) return undefined;
    return state === undefined || state === UNKNOWN ? this.#learn(forms) : this.#readings[state - READINGS];
  }

  /** Works out what a word may be and remembers it. */
  #learn({ number, variant }: Forms): Reading<T> | undefined {
    // Numbers only grow. After so many the trie begins anew; older words that are still met stay unremembered.
    if (number - this.#base >= REMEMBERED) this.#forget(number - REMEMBERED / 2);
    const reading = this.#read(variant);
    const index = number - this.#base;
    if (index < 0) return reading;
    if (index >= this.#known.length) {
      const larger = new Int32Array(Math.min(REMEMBERED, 2 ** Math.ceil(Math.log2(index + 1))));
      larger.set(this.#known);
      this.#known = larger;
    }
    this.#known[index] = reading === undefined ? NOTHING : READINGS + this.#readings.push(reading) - 1;
    return reading;
  }

  #forget(base: number): void {
    this.#known = new Int32Array(1 << 16);
    this.#readings = [];
    this.#base = Math.max(0, base);
  }

  #read(written: string): Reading<T> | undefined {
    // A word in another script than its passage's language was not folded by the rules of its own.
    const word = UNFOLDED.test(written) ? analyserFor('und').forms(written).variant : written;
    const nominatives = this.#nominatives.get(word);
    const itself = this.#words.has(word) ? [word] : [];
    const any = nominatives === undefined ? itself : [...itself, ...nominatives];
    const first = withoutProclitics(word).filter((bare) => this.#firstOfArabic.has(bare));
    const last = this.#beginningsOfLast.has(word.slice(0, ENDING_FROM))
      ? withoutTurkishEndings(word, this.#isLast)
      : NONE;
    if (any.length + first.length + last.length === 0) return undefined;
    const root = [this.#root];
    const starts = follow(root, [...any, ...first]);
    const whole = follow(root, last).filter(({ values }) => values !== undefined);
    const named = whole.length > 0 || starts.some(({ values }) => values !== undefined);
    const nodes = [...starts, ...whole];
    const begins = nodes.length === 0 ? 'no' : nodes.some(({ small }) => small) ? 'any' : 'capital';
    return { any, first, last, starts, whole, named, begins };
  }
}

const NONE: readonly never[] = [];

/** The nodes that any of the words leads to. */
function follow<T>(nodes: readonly Node<T>[], words: readonly string[]): readonly Node<T>[] {
  let reached: Node<T>[] | undefined;
  if (words.length === 0) return NONE;
  for (let at = 0; at < nodes.length; at++) {
    const { next } = nodes[at]!;
    if (next === undefined) continue;
    for (let index = 0; index < words.length; index++) {
      const node = next.get(words[index]!);
      if (node === undefined) continue;
      if (reached === undefined) reached = [node];
      else reached.push(node);
    }
  }
  return reached ?? NONE;
}

/** The first name that is accepted: of those that end as they stand, then of those with a Turkish ending. */
function accepted<T>(
  plain: readonly Node<T>[],
  ended: readonly Node<T>[],
  tokenStart: number,
  tokenEnd: number,
  accept: (values: T[], tokenEnd: number) => T[],
): Span<T> | undefined {
  for (const { values } of plain) {
    if (values === undefined) continue;
    const kept = accept(
      values.map(({ value }) => value),
      tokenEnd,
    );
    if (kept.length > 0) return { tokenStart, tokenEnd, values: kept };
  }
  for (const { values } of ended) {
    const turkish = values?.filter((entry) => entry.turkish) ?? [];
    if (turkish.length === 0) continue;
    const kept = accept(
      turkish.map(({ value }) => value),
      tokenEnd,
    );
    if (kept.length > 0) return { tokenStart, tokenEnd, values: kept };
  }
  return undefined;
}

/** What may stand between two words of one name: space, hyphen, quotation marks, a possessive ending. */
const JOINT = /^(?:['’ʼ]\p{L}{1,4})?[\s\p{Pd}\p{Pi}\p{Pf}"'’&()]*$/u;
/** Longest word after which a full stop marks an initial or an abbreviation: St. Petersburg, J.D. Vance. */
const ABBREVIATED = 2;

/** Whether two words may belong to one name by what stands between them. */
function joined(left: Token, right: Token, text: string): boolean {
  if (right.start - left.end === 1 && text.charCodeAt(left.end) === 0x20) return true;
  const gap = text.slice(left.end, right.start);
  return JOINT.test(left.end - left.start <= ABBREVIATED ? gap.replace('.', '') : gap);
}
