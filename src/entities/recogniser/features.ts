/**
 * What the recogniser sees of each word of a passage: its traits, how it is written, what stands between the words, and
 * which names of the gazetteer were found. Only common words are features themselves.
 */
import { scriptOf } from '../../analysis/folding/unicode.ts';
import type { Forms, Token } from '../../analysis/forms.ts';
import { termHash } from '../../analysis/hash.ts';
import { PATTERNS, PREFIXES, SUFFIXES } from '../../analysis/languages/arabic/word-patterns.ts';
import { CAPITAL, CASED, letterAt } from '../tagger/capitalisation.ts';
import { arabicForm } from './arabic-form.ts';
import { enclosedIn } from './enclosed.ts';
import { ENDINGS, endingKind } from './endings.ts';
import { fineKindOf, KINDS, kindOf, LISTED, UNMENTIONED } from './kinds.ts';
import { type Gaps, RunFeatures, type RunWords, runFeatureCount } from './runs.ts';
import { TRAITS, traitBit, traitsIn } from './word-traits.ts';

/** How a word is written. */
const SHAPES = ['uncased', 'small', 'capital', 'first', 'shouted', 'number', 'initial'] as const;
const GAPS = ['space', 'comma', 'quote', 'bracket', 'stop', 'hyphen', 'colon', 'begin', 'other'] as const;

/** Features of a word, by number: its shape and traits apart, both together, its ending, the gap before, the gazetteer. */
const T = TRAITS.length;
const SHAPE_AT = T;
const BOTH_AT = SHAPE_AT + SHAPES.length;
const ENDING_AT = BOTH_AT + SHAPES.length * T;
const GAP_AT = ENDING_AT + ENDINGS.length;
const LISTED_AT = GAP_AT + GAPS.length;
/** Beginnings and ends of words, by hash: how names are built, not which they are. */
const LETTERS_AT = LISTED_AT + UNMENTIONED + 1;
const BUCKETS = 512;
const CUTS = [-2, -3, -4, 2, 3] as const;
/** Common words, by hash: what stands beside names. */
const WORDS_AT = LETTERS_AT + BUCKETS * CUTS.length;
const WORDS = 2048;
/** How an Arabic word is built: how well its root is attested, its pattern, and what is written together with it. */
const FORM_AT = WORDS_AT + WORDS;
const PATTERN_AT = FORM_AT + 3;
const PREFIX_AT = PATTERN_AT + PATTERNS.length;
const SUFFIX_AT = PREFIX_AT + PREFIXES.length;
const SIZE = SUFFIX_AT + SUFFIXES.length;
/** Pairs of neighbours, by a coarse kind of each. */
const PAIR_AT = SIZE * 5;
/** Runs of capitalised words. */
const RUN_AT = PAIR_AT + KINDS * KINDS * SHAPES.length * 2;
const RUN_GAPS: Gaps = { count: GAPS.length, ends: [GAPS.indexOf('stop'), GAPS.indexOf('begin')] };
export const FEATURES = RUN_AT + runFeatureCount(RUN_GAPS);

export const FEATURE_GROUPS = [
  'shape',
  'traits',
  'endings',
  'gaps',
  'gazetteer',
  'letters',
  'words',
  'forms',
  'pairs',
  'runs',
] as const;
export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

export interface ListedSpan {
  type: (typeof LISTED)[number];
  tokenStart: number;
  tokenEnd: number;
}

/** What is seen of the words of a passage, each by numbers. */
export interface Seen {
  /** Features of each word by itself; of a neighbour they are counted from `SIZE * (offset + REACH)`. */
  own(at: number): number[];
  /** What is seen of each word beside its forms: words with the same forms and this have the same features by themselves. */
  parts: Int32Array;
  /** Features of each word with the one before, and with the one after; -1 where there is none. */
  before: Int32Array;
  after: Int32Array;
  /** Features of each word as part of a run of capitalised ones, by number. */
  runs: readonly (readonly number[])[];
  /** Whether no name goes over the gap before a word, or goes on behind an ending. */
  breaks: Uint8Array;
}

export const REACH = 2;
export { RUN_AT, SIZE };

/** Looks at the words of a passage. */
export function seenIn(tokens: readonly Token[], text: string, listed: readonly ListedSpan[]): Seen {
  const { length } = tokens;
  const marks = new Uint8Array(length).fill(UNMENTIONED);
  for (const { type, tokenStart, tokenEnd } of listed)
    for (let at = tokenStart; at < tokenEnd; at++)
      marks[at] = LISTED.indexOf(type) * 2 + (at === tokenStart ? 0 : 1);
  const parts = new Int32Array(length);
  const breaks = new Uint8Array(length);
  const before = new Int32Array(length).fill(-1);
  const after = new Int32Array(length).fill(-1);
  const run: RunWords = {
    tokens,
    traits: new Int32Array(length),
    capitals: new Uint8Array(length),
    gaps: new Uint8Array(length),
    kinds: new Uint8Array(length),
    endings: new Uint8Array(length),
    breaks,
    enclosed: enclosedIn(tokens, text),
  };
  let [lastShape, lastKind, lastEnding] = [0, 0, 0];
  for (let at = 0; at < length; at++) {
    const token = tokens[at]!;
    const gap = gapBefore(tokens, at, text);
    const shape = shapeOf(token, gap, text);
    const traits = traitsIn(token.forms);
    const ending = endingKind(text, token.end);
    const kind = kindOf(traits, marks[at]!);
    run.traits[at] = traits;
    run.capitals[at] =
      shape === CAPITALISED || shape === FIRST || shape === SHOUTED || shape === INITIAL ? 1 : 0;
    run.gaps[at] = gap;
    run.endings[at] = ending;
    run.kinds[at] = fineKindOf(token.forms, kind, marks[at]!);
    parts[at] = ((shape * ENDINGS.length + ending) * GAPS.length + gap) * (UNMENTIONED + 1) + marks[at]!;
    if (at > 0) {
      before[at] = PAIR_AT + (shape * KINDS + lastKind) * KINDS + kind;
      after[at - 1] = PAIR_AT + ((SHAPES.length + lastShape) * KINDS + lastKind) * KINDS + kind;
    }
    breaks[at] = (gap !== SPACE && gap !== HYPHEN) || lastEnding !== 0 ? 1 : 0;
    [lastShape, lastKind, lastEnding] = [shape, kind, ending];
  }
  const runs = new RunFeatures(run, RUN_GAPS).all();
  return { own: (at) => ownFeatures(tokens[at]!.forms, parts[at]!), parts, before, after, runs, breaks };
}

function ownFeatures(forms: Forms, key: number): number[] {
  const traits = traitsIn(forms);
  let parts = key;
  const mark = parts % (UNMENTIONED + 1);
  parts = Math.floor(parts / (UNMENTIONED + 1));
  const gap = parts % GAPS.length;
  parts = Math.floor(parts / GAPS.length);
  const ending = parts % ENDINGS.length;
  const shape = Math.floor(parts / ENDINGS.length);
  const own = [SHAPE_AT + shape, ENDING_AT + ending, GAP_AT + gap, LISTED_AT + mark];
  for (let bit = 0; bit < T; bit++) if ((traits >> bit) & 1) own.push(bit, BOTH_AT + shape * T + bit);
  const { folded } = forms;
  for (const [n, cut] of CUTS.entries()) {
    if (folded.length <= Math.abs(cut)) continue;
    const letters = cut < 0 ? folded.slice(cut) : folded.slice(0, cut);
    own.push(LETTERS_AT + n * BUCKETS + ((termHash(letters, 'folded') >>> 0) % BUCKETS));
  }
  if (shape === UNCASED && scriptOf(folded.codePointAt(0)!) === 'Arab') {
    const form = arabicForm(folded);
    own.push(FORM_AT + (form?.attested ?? 0));
    if (form !== undefined)
      own.push(PATTERN_AT + form.pattern, PREFIX_AT + form.prefix, SUFFIX_AT + form.suffix);
  }
  if ((traits & COMMON) !== 0 && (shape === UNCASED || shape === SMALL || shape === FIRST))
    own.push(WORDS_AT + ((termHash(forms.stem, 'stem') >>> 0) % WORDS));
  return own;
}

/** Every feature of a word with its neighbours, by number. */
export function featuresAt(seen: Seen, at: number): number[] {
  const features: number[] = [];
  for (let offset = -REACH; offset <= REACH; offset++)
    if (at + offset >= 0 && at + offset < seen.parts.length)
      for (const own of seen.own(at + offset)) features.push((offset + REACH) * SIZE + own);
  if (seen.before[at] !== -1) features.push(seen.before[at]!);
  if (seen.after[at] !== -1) features.push(seen.after[at]!);
  for (const one of seen.runs[at]!) features.push(RUN_AT + one);
  return features;
}

/** The group of a feature, for the ablation. */
export function groupOf(feature: number): FeatureGroup {
  if (feature >= RUN_AT) return 'runs';
  if (feature >= PAIR_AT) return 'pairs';
  const own = feature % SIZE;
  if (own >= FORM_AT) return 'forms';
  if (own >= WORDS_AT) return 'words';
  if (own >= LETTERS_AT) return 'letters';
  if (own >= LISTED_AT) return 'gazetteer';
  if (own >= GAP_AT) return 'gaps';
  if (own >= ENDING_AT) return 'endings';
  return own >= SHAPE_AT && own < BOTH_AT ? 'shape' : 'traits';
}

const COMMON = traitBit('frequent') | traitBit('common') | traitBit('stop');

const shapeNumber = (shape: (typeof SHAPES)[number]): number => SHAPES.indexOf(shape);
const gapNumber = (gap: (typeof GAPS)[number]): number => GAPS.indexOf(gap);
const [UNCASED, SMALL, CAPITALISED, FIRST, SHOUTED, NUMBER, INITIAL] = SHAPES.map(shapeNumber) as [
  ...Numbers<typeof SHAPES>,
];
const [SPACE, COMMA, QUOTE, BRACKET, STOP, HYPHEN, COLON, BEGIN, OTHER] = GAPS.map(gapNumber) as [
  ...Numbers<typeof GAPS>,
];
type Numbers<Names extends readonly string[]> = { [N in keyof Names]: number };

function shapeOf({ start, end }: Token, gap: number, text: string): number {
  const first = letterAt(text, start);
  if ((first & CASED) === 0) return /\p{N}/u.test(text[start]!) ? NUMBER : UNCASED;
  if ((first & CAPITAL) === 0) return SMALL;
  if (end - start === 1) return INITIAL;
  if ((letterAt(text, start + 1) & CAPITAL) !== 0) return SHOUTED;
  return gap === BEGIN || gap === STOP || gap === COLON ? FIRST : CAPITALISED;
}

function gapBefore(tokens: readonly Token[], at: number, text: string): number {
  if (at === 0) return BEGIN;
  const [from, to] = [tokens[at - 1]!.end, tokens[at]!.start];
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return SPACE;
  const between = text.slice(from, to);
  // J. Smith, II. Mustafa: a full stop after an initial or numeral ends no sentence.
  if (/^\.\s*$/.test(between) && /^(?:\p{Lu}|[IVX]+)$/u.test(text.slice(tokens[at - 1]!.start, from)))
    return SPACE;
  if (/[.!?…؟\n]/u.test(between)) return STOP;
  if (/[:؛;•]/u.test(between)) return COLON;
  if (/[()[\]]/u.test(between)) return BRACKET;
  if (/["«»“”„]/u.test(between)) return QUOTE;
  if (/[,،]/u.test(between)) return COMMA;
  if (/\p{Pd}/u.test(between)) return HYPHEN;
  return /^\s+$/u.test(between.replace(/['’ʼ]\p{L}*/u, '')) ? SPACE : OTHER;
}

/** Names the layout of the features: weights belong to one. */
export const LAYOUT = [
  ...[SHAPES, TRAITS, ENDINGS, GAPS, LISTED].map((names) => names.join(' ')),
  FEATURES,
].join(' | ');
