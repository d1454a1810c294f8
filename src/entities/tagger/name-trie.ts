/**
 * Names as a trie of words (folded forms), and the longest of them that begins at a word of a text. What a word may
 * be (`name-forms.ts`) is computed once for each different word and cached.
 */
import { type Forms, newKeeper, type Token } from '../../analysis/forms.ts';
import { foldedByScript, hasEndings, NameForms, type Reading } from './name-forms.ts';

/** A place in a trie of names. */
export interface TrieNode<T> {
  /** Whether a name below is written in small letters. */
  readonly small: boolean;
  /** Index of the source that the node is of; `OWN` for one that is built here. */
  readonly source: number;
  /** Where words lead: by the word here, by its number in a source. */
  readonly next: ReadonlyMap<string, TrieNode<T>> | PackedNext<T> | undefined;
  /** What the names that end here are for: all of them, and those of languages whose names may have an ending. */
  readonly values: T[] | undefined;
  readonly ended: T[] | undefined;
}

/** Where words lead in a source, by their numbers. */
export interface PackedNext<T> {
  get(word: number): TrieNode<T> | undefined;
}

/** Names that are kept elsewhere, as a trie of words that have numbers there. */
export interface NameSource<T> {
  /** `source` is what its nodes have in that field. */
  root(source: number): TrieNode<T>;
  /** Number of a word (folded form); negative for one that is in no name. */
  numberOf(word: string): number;
  /** What a word of a text may be in these names; see `NameForms.read`. */
  read(word: string): Reading | undefined;
}

/** A place in the trie that is built here. All have the same fields, which is what makes reading them quick. */
interface Node<T> extends TrieNode<T> {
  small: boolean;
  source: number;
  next: Map<string, Node<T>> | undefined;
  values: T[] | undefined;
  ended: T[] | undefined;
}

/** `source` of nodes that are built here. */
const OWN = -1;

const nodeOf = <T>(small: boolean): Node<T> => ({
  small,
  source: OWN,
  next: undefined,
  values: undefined,
  ended: undefined,
});

interface Known<T> extends Reading {
  /** By source, the numbers of the words of `any` and of `last` there. */
  readonly anyNumbers: readonly (readonly number[])[];
  readonly lastNumbers: readonly (readonly number[])[];
  /** Where names lead that begin with the word, and names that are it with an ending. */
  readonly starts: readonly TrieNode<T>[];
  readonly whole: readonly TrieNode<T>[];
  /** Whether one of those is a name already. */
  readonly named: boolean;
  /** Whether there are longer names. */
  readonly leads: boolean;
  /** One of the below. */
  readonly state: number;
}

export interface Span<T> {
  /** Index of the first token, and of the one after the last. */
  tokenStart: number;
  tokenEnd: number;
  values: readonly T[];
}

/** Chooses among what a name is for. */
export type Accept<T> = (values: readonly T[], tokenEnd: number) => readonly T[];

/** State of a word: in no name; within a name; begins a name with a capital; begins any name. */
const NOTHING = 0;
const WITHIN = 1;
const CAPITAL = 2;
const ANY = 3;
/** Bits of a state. */
const STATE_BITS = 2;
/** Words of names that are cached at most. */
const MOST_READINGS = 1 << 17;
/** Place of a word that is in no name. */
const NOWHERE = -1;

export class NameTrie<T> {
  readonly #root: Node<T> = nodeOf(false);
  readonly #forms = new NameForms();
  readonly #sources: NameSource<T>[] = [];
  /** Where names begin: here, and in the sources. Names of the first of them that has any are taken. */
  #roots: readonly TrieNode<T>[] = [this.#root];
  /** What words may be, and the index of that by word. Few: words that are in no name are not cached. */
  #readings: Known<T>[] = [];
  readonly #byWord = new Map<string, number>();
  /** Of what this trie knows of words of texts; it is remembered with them. */
  #keeper = newKeeper();

  /**
   * Adds a name, given as its words in folded form; endings and cases are those of its language. `small`: it is
   * written in small letters too.
   */
  add(words: readonly string[], language: string, value: T, small = true): void {
    if (words.length === 0) return;
    let node = this.#root;
    for (const word of words) {
      node.next ??= new Map();
      let next = node.next.get(word);
      if (next === undefined) {
        next = nodeOf(small);
        node.next.set(word, next);
      }
      next.small ||= small;
      node = next;
    }
    if (node.values === undefined) node.values = [value];
    else node.values.push(value);
    if (hasEndings(language)) {
      if (node.ended === undefined) node.ended = [value];
      else node.ended.push(value);
    }
    this.#forms.add(words, language);
    if (this.#readings.length > 0) this.#forget();
  }

  /** Adds names that are kept elsewhere. */
  addSource(source: NameSource<T>): void {
    this.#sources.push(source);
    this.#roots = [...this.#roots, source.root(this.#sources.length - 1)];
    this.#forget();
  }

  /** Every name that was added here once, as its words; not those of sources. */
  *wordings(): Generator<readonly string[]> {
    const reached: [Node<T>, readonly string[]][] = [[this.#root, []]];
    for (let at = reached.pop(); at !== undefined; at = reached.pop()) {
      const [node, words] = at;
      if (node.values !== undefined) yield words;
      for (const [word, next] of node.next ?? []) reached.push([next, [...words, word]]);
    }
  }

  /**
   * Whether a word of a text may be part of a name: one that was added here, or one of a source that `accept` takes as the
   * whole name. In large lists nearly every given name is a part of some name.
   */
  knows(token: Token, accept: (values: readonly T[]) => boolean): boolean {
    const reading = this.#reading(token.forms);
    if (reading === undefined) return false;
    if (this.#sources.length === 0) return true;
    if (this.#forms.read(foldedByScript(token.forms.folded)) !== undefined) return true;
    return reading.starts.some(({ values }) => values !== undefined && accept(values));
  }

  /** The words of names that a word of a text (folded form) may be, at any place in a name. */
  readings(word: string): string[] {
    const folded = foldedByScript(word);
    const reading = this.#read(folded, this.#forms.lets(folded));
    return reading === undefined ? [] : [...new Set([...reading.any, ...reading.first, ...reading.last])];
  }

  /** Whether a name may begin with this word, and one in small letters. Quick: most words of a text do not. */
  begins({ forms }: Token): 'no' | 'capital' | 'any' {
    const state = this.#known(forms) & ((1 << STATE_BITS) - 1);
    return state === ANY ? 'any' : state === CAPITAL ? 'capital' : 'no';
  }

  /**
   * The longest name that begins at token `from`, ends before token `limit` and of which `accept` keeps something.
   * `text` is what the tokens' offsets count in. Among names of one length a word as written is preferred to a changed one.
   */
  longest(
    tokens: readonly Token[],
    from: number,
    limit: number,
    text: string,
    accept: Accept<T>,
  ): Span<T> | undefined {
    const begun = this.#reading(tokens[from]!.forms);
    if (begun === undefined) return undefined;
    let best = begun.named ? accepted(begun.starts, begun.whole, from, from + 1, accept) : undefined;
    if (!begun.leads) return best;
    let reached = begun.starts;
    for (let at = from + 1; at < limit; at++) {
      const reading = this.#reading(tokens[at]!.forms);
      if (reading === undefined) break;
      const ended = follow(reached, reading.last, reading.lastNumbers);
      reached = follow(reached, reading.any, reading.anyNumbers);
      if (reached.length + ended.length === 0 || !joined(tokens[at - 1]!, tokens[at]!, text)) break;
      best = accepted(reached, ended, from, at + 1, accept) ?? best;
    }
    return best;
  }

  /** One of the states above in the low bits, and the index in `#readings` above them. */
  #known(forms: Forms): number {
    if (forms.readingBy === this.#keeper) return forms.reading;
    const place = this.#placeOf(forms.folded);
    forms.reading = place === NOWHERE ? NOTHING : (place << STATE_BITS) | this.#readings[place]!.state;
    forms.readingBy = this.#keeper;
    return forms.reading;
  }

  #reading(forms: Forms): Known<T> | undefined {
    const known = this.#known(forms);
    return known === NOTHING ? undefined : this.#readings[known >> STATE_BITS];
  }

  /** Where in `#readings` what a word may be is. */
  #placeOf(folded: string): number {
    const word = foldedByScript(folded);
    const lets = this.#forms.lets(word);
    if (lets === 0 && this.#sources.length === 0) return NOWHERE;
    const known = this.#byWord.get(word);
    if (known !== undefined) return known;
    const reading = this.#read(word, lets);
    if (reading === undefined) return NOWHERE;
    if (this.#readings.length === MOST_READINGS) this.#forget();
    const place = this.#readings.push(this.#follow(reading)) - 1;
    this.#byWord.set(word, place);
    return place;
  }

  #read(word: string, lets: number): Reading | undefined {
    const own = lets === 0 ? undefined : this.#forms.read(word, lets);
    if (this.#sources.length === 0) return own;
    const all = this.#sources.flatMap((source) => source.read(word) ?? []);
    if (own !== undefined) all.unshift(own);
    return all.length < 2 ? all[0] : union(all);
  }

  #forget(): void {
    this.#keeper = newKeeper();
    this.#readings = [];
    this.#byWord.clear();
  }

  #follow({ any, first, last }: Reading): Known<T> {
    const numbersOf = (words: readonly string[]): number[][] =>
      this.#sources.map((source) =>
        words.map((word) => source.numberOf(word)).filter((number) => number >= 0),
      );
    const [anyNumbers, lastNumbers] = [numbersOf(any), numbersOf(last)];
    // Word by word: one as written comes before what it may be without prefixes, wherever their names are kept.
    const begin = (words: readonly string[]): readonly TrieNode<T>[] =>
      this.#sources.length === 0
        ? follow(this.#roots, words, [])
        : words.flatMap((word) => follow(this.#roots, [word], numbersOf([word])));
    const starts = begin(first.length === 0 ? any : [...any, ...first]);
    const whole = begin(last).filter(({ values }) => values !== undefined);
    const named = whole.length > 0 || starts.some(({ values }) => values !== undefined);
    const leads = starts.some(({ next }) => next !== undefined);
    const state = stateOf(starts, whole);
    return { any, first, last, anyNumbers, lastNumbers, starts, whole, named, leads, state };
  }
}

/** Readings of one word together, each list in the order that `NameForms.read` has: by what is cut off. */
function union(readings: readonly Reading[]): Reading {
  const all = (of: (reading: Reading) => readonly string[]): string[] => [...new Set(readings.flatMap(of))];
  return {
    any: all(({ any }) => any),
    first: all(({ first }) => first).sort((a, b) => b.length - a.length),
    last: all(({ last }) => last).sort((a, b) => a.length - b.length),
  };
}

function stateOf<T>(starts: readonly TrieNode<T>[], whole: readonly TrieNode<T>[]): number {
  if (starts.length + whole.length === 0) return WITHIN;
  const isSmall = ({ small }: TrieNode<T>): boolean => small;
  return starts.some(isSmall) || whole.some(isSmall) ? ANY : CAPITAL;
}

const NONE: readonly never[] = [];

/** The nodes that any of the words leads to. `numbers` are those of the words by source. */
function follow<T>(
  nodes: readonly TrieNode<T>[],
  words: readonly string[],
  numbers: readonly (readonly number[])[],
): readonly TrieNode<T>[] {
  let reached: TrieNode<T>[] | undefined;
  if (words.length === 0) return NONE;
  for (let at = 0; at < nodes.length; at++) {
    const { next, source } = nodes[at]!;
    if (next === undefined) continue;
    if (source === OWN) {
      for (let index = 0; index < words.length; index++) {
        const node = (next as Map<string, TrieNode<T>>).get(words[index]!);
        if (node === undefined) continue;
        if (reached === undefined) reached = [node];
        else reached.push(node);
      }
    } else {
      const keys = numbers[source]!;
      for (let index = 0; index < keys.length; index++) {
        const node = (next as PackedNext<T>).get(keys[index]!);
        if (node === undefined) continue;
        if (reached === undefined) reached = [node];
        else reached.push(node);
      }
    }
  }
  return reached ?? NONE;
}

/** The first name that is accepted: first those without an ending, then those with one. */
function accepted<T>(
  plain: readonly TrieNode<T>[],
  ended: readonly TrieNode<T>[],
  tokenStart: number,
  tokenEnd: number,
  accept: Accept<T>,
): Span<T> | undefined {
  for (let at = 0; at < plain.length; at++) {
    const { values } = plain[at]!;
    if (values === undefined) continue;
    const kept = accept(values, tokenEnd);
    if (kept.length > 0) return { tokenStart, tokenEnd, values: kept };
  }
  for (let at = 0; at < ended.length; at++) {
    const { ended: values } = ended[at]!;
    if (values === undefined) continue;
    const kept = accept(values, tokenEnd);
    if (kept.length > 0) return { tokenStart, tokenEnd, values: kept };
  }
  return undefined;
}

/** What may be between two words of one name: space, hyphen, quotation marks, a possessive ending. */
const JOINT = /^(?:['’ʼ]\p{L}{1,4})?[\s\p{Pd}\p{Pi}\p{Pf}"'’&()]*$/u;
/** Longest word after which a full stop marks an initial or an abbreviation: St. Petersburg, J.D. Vance. */
const ABBREVIATED = 2;

/** Whether two words may belong to one name by what is between them. */
function joined(left: Token, right: Token, text: string): boolean {
  if (right.start - left.end === 1 && text.charCodeAt(left.end) === 0x20) return true;
  const gap = text.slice(left.end, right.start);
  return JOINT.test(left.end - left.start <= ABBREVIATED ? gap.replace('.', '') : gap);
}
