/**
 * Names as a trie of words (folded forms), and the longest of them that begins at a word of a text. What a word may
 * be (`name-forms.ts`) is computed once for each different word and cached.
 */
import type { Forms, Token } from '../../analysis/forms.ts';
import { FormsCache } from '../../analysis/forms-cache.ts';
import { foldedByScript, hasEndings, NameForms, type Reading } from './name-forms.ts';

/** A place in the trie. All have the same fields, which is what makes reading them quick. */
interface Node<T> {
  /** Whether a name below is written in small letters. */
  small: boolean;
  next: Map<string, Node<T>> | undefined;
  /** What the names that end here are for: all of them, and those of languages whose names may have an ending. */
  values: T[] | undefined;
  ended: T[] | undefined;
}

const nodeOf = <T>(small: boolean): Node<T> => ({
  small,
  next: undefined,
  values: undefined,
  ended: undefined,
});

interface Known<T> extends Reading {
  /** Where names lead that begin with the word, and names that are it with an ending. */
  readonly starts: readonly Node<T>[];
  readonly whole: readonly Node<T>[];
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
const MOST_READINGS = 1 << 18;
/** Place of a word that is in no name. */
const NOWHERE = -1;

export class NameTrie<T> {
  readonly #root: Node<T> = nodeOf(false);
  readonly #forms = new NameForms();
  /** What words may be, and the index of that by word. Few: words that are in no name are not cached. */
  #readings: Known<T>[] = [];
  readonly #byWord = new Map<string, number>();
  /** For words of texts: one of the states above in the low bits, and the index in `#readings` above them. */
  readonly #known = new FormsCache(({ folded }) => {
    const place = this.#placeOf(folded);
    return place === NOWHERE ? NOTHING : (place << STATE_BITS) | this.#readings[place]!.state;
  });

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

  /** Every name once, as its words. */
  *wordings(): Generator<readonly string[]> {
    const reached: [Node<T>, readonly string[]][] = [[this.#root, []]];
    for (let at = reached.pop(); at !== undefined; at = reached.pop()) {
      const [node, words] = at;
      if (node.values !== undefined) yield words;
      for (const [word, next] of node.next ?? []) reached.push([next, [...words, word]]);
    }
  }

  /** Whether a word of a text may be part of a name. */
  knows(token: Token): boolean {
    return this.#state(token.forms) !== NOTHING;
  }

  /** The words of names that a word of a text (folded form) may be, at any place in a name. */
  readings(word: string): string[] {
    const reading = this.#forms.read(foldedByScript(word));
    return reading === undefined ? [] : [...new Set([...reading.any, ...reading.first, ...reading.last])];
  }

  /** Whether a name may begin with this word, and one in small letters. Quick: most words of a text do not. */
  begins({ forms }: Token): 'no' | 'capital' | 'any' {
    const state = this.#state(forms);
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
      const ended = follow(reached, reading.last);
      reached = follow(reached, reading.any);
      if (reached.length + ended.length === 0 || !joined(tokens[at - 1]!, tokens[at]!, text)) break;
      best = accepted(reached, ended, from, at + 1, accept) ?? best;
    }
    return best;
  }

  #state(forms: Forms): number {
    return this.#known.of(forms) & ((1 << STATE_BITS) - 1);
  }

  #reading(forms: Forms): Known<T> | undefined {
    const known = this.#known.of(forms);
    return known === NOTHING ? undefined : this.#readings[known >> STATE_BITS];
  }

  /** Where in `#readings` what a word may be is. */
  #placeOf(folded: string): number {
    const word = foldedByScript(folded);
    const lets = this.#forms.lets(word);
    if (lets === 0) return NOWHERE;
    const known = this.#byWord.get(word);
    if (known !== undefined) return known;
    const reading = this.#forms.read(word, lets);
    if (reading === undefined) return NOWHERE;
    if (this.#readings.length === MOST_READINGS) this.#forget();
    const place = this.#readings.push(this.#follow(reading)) - 1;
    this.#byWord.set(word, place);
    return place;
  }

  #forget(): void {
    this.#known.clear();
    this.#readings = [];
    this.#byWord.clear();
  }

  #follow({ any, first, last }: Reading): Known<T> {
    const root = [this.#root];
    const starts = follow(root, first.length === 0 ? any : [...any, ...first]);
    const whole = follow(root, last).filter(({ values }) => values !== undefined);
    const named = whole.length > 0 || starts.some(({ values }) => values !== undefined);
    const leads = starts.some(({ next }) => next !== undefined);
    return { any, first, last, starts, whole, named, leads, state: stateOf(starts, whole) };
  }
}

function stateOf<T>(starts: readonly Node<T>[], whole: readonly Node<T>[]): number {
  if (starts.length + whole.length === 0) return WITHIN;
  const isSmall = ({ small }: Node<T>): boolean => small;
  return starts.some(isSmall) || whole.some(isSmall) ? ANY : CAPITAL;
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

/** The first name that is accepted: first those without an ending, then those with one. */
function accepted<T>(
  plain: readonly Node<T>[],
  ended: readonly Node<T>[],
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
