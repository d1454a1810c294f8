/**
 * What the capitalised words of a name say together, in scripts with capitals: a run of them goes on to an ending, a
 * mark or a word in small letters (particles apart: Ludwig van Beethoven). Its last word says what it is in Turkish, its
 * first in English and Russian; so do the words around it, other names of a list that it stands in, the topics of the
 * passage, and in Turkish the last word of the sentence: … bir köydür, … şarkısıdır.
 */
import type { Token } from '../../analysis/forms.ts';
import { ENCLOSED } from './enclosed.ts';
import { isPredicate, FINE_KINDS as KINDS } from './kinds.ts';
import { isOfSport } from './sport.ts';
import { traitBit } from './word-traits.ts';

/** What is known of each word of a passage, as `features.ts` numbers it. */
export interface RunWords {
  tokens: readonly Token[];
  traits: Int32Array;
  /** 1 for a word with a capital. */
  capitals: Uint8Array;
  /** What stands before a word; 0 for a space. */
  gaps: Uint8Array;
  /** Fine kinds. */
  kinds: Uint8Array;
  /** The kind of an ending behind an apostrophe; 0 for none. */
  endings: Uint8Array;
  breaks: Uint8Array;
  enclosed: Uint8Array;
}

/** How many kinds of gaps there are, and which part sentences. */
export interface Gaps {
  count: number;
  ends: readonly number[];
}

interface Span {
  start: number;
  end: number;
}

/** `predicate`: the kind of its last telling word, or `KINDS`. */
interface Sentence extends Span {
  predicate: number;
}

/** Alone, first, within, last. */
const POSITIONS = 4;
/** Lengths that are told apart. */
const LENGTHS = 4;
/** Words of a sentence that are looked at for its predicate, from the last one. */
const PREDICATE_WORDS = 3;
const TOPICS = (['work', 'organisation', 'place', 'person', 'event'] as const).map(traitBit);
const TOLD = (['given', 'organisation', 'place'] as const).map(traitBit);
const PARTICLE = traitBit('particle');

/** Numbers of values of each feature of a word, in the order in which `featuresIn` gives them. */
const sizesFor = ({ count }: Gaps): number[] => {
  const beside = KINDS + count + 1;
  return [
    KINDS * POSITIONS,
    KINDS * POSITIONS,
    beside * 4,
    beside * POSITIONS,
    LENGTHS * (1 << TOLD.length) * POSITIONS,
    ENCLOSED * POSITIONS,
    ...[...TOPICS, 'sport'].map(() => 2),
    KINDS * POSITIONS,
    KINDS * POSITIONS,
    (KINDS + 1) * POSITIONS,
    (KINDS + 1) * 2,
  ];
};

/** How many features there are. */
export const runFeatureCount = (gaps: Gaps): number => sizesFor(gaps).reduce((sum, size) => sum + size, 0);

/** Numbers the features of the runs of a passage. */
export class RunFeatures {
  readonly #words: RunWords;
  readonly #gaps: Gaps;
  readonly #sizes: readonly number[];
  readonly #runs: readonly Span[];
  readonly #topics: readonly boolean[];

  constructor(words: RunWords, gaps: Gaps) {
    this.#words = words;
    this.#gaps = gaps;
    this.#sizes = sizesFor(gaps);
    this.#runs = runsIn(words);
    this.#topics = this.#runs.length === 0 ? [] : topicsOf(words);
  }

  /** The features of each word, counted from 0; none of a word outside runs. */
  all(): readonly (readonly number[])[] {
    const found = Array.from(this.#words.tokens, (): readonly number[] => NONE);
    let sentence: Sentence = { start: 0, end: 0, predicate: KINDS };
    for (const [n, run] of this.#runs.entries()) {
      if (run.start >= sentence.end) sentence = this.#sentenceAt(run.start);
      for (let at = run.start; at < run.end; at++)
        found[at] = this.#numbered(this.#valuesAt(at, n, sentence));
    }
    return found;
  }

  #numbered(values: readonly (number | undefined)[]): number[] {
    const features: number[] = [];
    let base = 0;
    for (const [n, value] of values.entries()) {
      if (value !== undefined) features.push(base + value);
      base += this.#sizes[n]!;
    }
    return features;
  }

  #valuesAt(at: number, n: number, sentence: Sentence): (number | undefined)[] {
    const { kinds, endings, enclosed, traits } = this.#words;
    const run = this.#runs[n]!;
    const { start, end } = run;
    const length = end - start;
    const position = length === 1 ? 0 : at === start ? 1 : at === end - 1 ? 3 : 2;
    const placed = (value: number | undefined): number | undefined =>
      value === undefined ? undefined : value * POSITIONS + position;
    const several = length === 1 ? 0 : 1;
    let all = 0;
    for (let word = start; word < end; word++) all |= traits[word]!;
    const told = TOLD.reduce((sum, bit, place) => sum | ((all & bit) === 0 ? 0 : 1 << place), 0);
    const isSubject = start === sentence.start;
    return [
      placed(kinds[end - 1]!),
      placed(kinds[start]!),
      this.#beside(end, end) * 4 + several * 2 + (endings[end - 1] === 0 ? 0 : 1),
      placed(this.#beside(start - 1, start)),
      placed((Math.min(length, LENGTHS) - 1) * (1 << TOLD.length) + told),
      placed(enclosed[at]!),
      ...this.#topics.map((is) => (is ? several : undefined)),
      placed(this.#inList(this.#runs[n - 1], run)),
      placed(this.#inList(run, this.#runs[n + 1], true)),
      isSubject ? placed(sentence.predicate) : undefined,
      isSubject ? undefined : sentence.predicate * 2 + several,
    ];
  }

  /** The kind of the word beside a run, or of the gap between them. */
  #beside(word: number, gapAt: number): number {
    const { tokens, gaps, kinds } = this.#words;
    if (word < 0 || word >= tokens.length) return KINDS + this.#gaps.count;
    return gaps[gapAt] === 0 ? kinds[word]! : KINDS + gaps[gapAt]!;
  }

  /** The kind of the last word of a run from which at most one word parts another: Ali, Veli ve Ayşe. */
  #inList(before: Span | undefined, after: Span | undefined, ofAfter = false): number | undefined {
    if (before === undefined || after === undefined || after.start - before.end > 1) return undefined;
    return this.#words.kinds[(ofAfter ? after : before).end - 1]!;
  }

  #sentenceAt(at: number): Sentence {
    const { tokens, gaps, kinds } = this.#words;
    const begins = (word: number): boolean => this.#gaps.ends.includes(gaps[word]!);
    let start = at;
    while (start > 0 && !begins(start)) start--;
    let end = at + 1;
    while (end < tokens.length && !begins(end)) end++;
    for (let word = end - 1; word > at && word >= end - PREDICATE_WORDS; word--)
      if (isPredicate(kinds[word]!)) return { start, end, predicate: kinds[word]! };
    return { start, end, predicate: KINDS };
  }
}

const NONE: readonly number[] = [];

function runsIn({ tokens, capitals, breaks, traits }: RunWords): Span[] {
  const isCapital = (at: number): boolean => at < tokens.length && capitals[at] === 1;
  const goesOn = (at: number): boolean => at < tokens.length && breaks[at] === 0;
  const runs: Span[] = [];
  for (let start = 0; start < tokens.length; start++) {
    if (!isCapital(start)) continue;
    let end = start + 1;
    while (goesOn(end)) {
      if (isCapital(end)) end++;
      else if ((traits[end]! & PARTICLE) !== 0 && goesOn(end + 1) && isCapital(end + 1)) end += 2;
      else break;
    }
    runs.push({ start, end });
    start = end - 1;
  }
  return runs;
}

/** Whether a passage has words of each topic, the last one sport. */
function topicsOf({ tokens, traits }: RunWords): boolean[] {
  const all = traits.reduce((sum, bits) => sum | bits, 0);
  return [...TOPICS.map((bit) => (all & bit) !== 0), tokens.some(({ forms }) => isOfSport(forms))];
}
