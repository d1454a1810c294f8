/** Coarse kinds of words: the first of a word's telling traits, for features of several words together. */
import type { Forms } from '../../analysis/forms.ts';
import { isOfSport } from './sport.ts';
import { type Trait, traitBit } from './word-traits.ts';

/** Types of mentions of the gazetteer. */
export const LISTED = ['person', 'place', 'organisation', 'event'] as const;

const TELLING = [
  'given',
  'person',
  'place',
  'organisation',
  'work',
  'nationality',
  'said',
  'stop',
  'month',
  'family',
  'inPlace',
  'event',
  'kin',
  'ordinary',
] as const satisfies readonly Trait[];
const BITS = TELLING.map(traitBit);
/** A word without such a trait, and one of a mention. */
const NEITHER = TELLING.length;
const MENTIONED = NEITHER + 1;
export const KINDS = MENTIONED + 1;

/** What is seen of the place of a word in the mentions: the type times two, plus one behind the first word; or this. */
export const UNMENTIONED = LISTED.length * 2;

export function kindOf(traits: number, mark: number): number {
  if (mark < UNMENTIONED) return MENTIONED;
  const found = BITS.findIndex((bit) => (traits & bit) !== 0);
  return found === -1 ? NEITHER : found;
}

/** Finer kinds: mentions by type, and words of sport. */
const OF_SPORT = MENTIONED + LISTED.length;
export const FINE_KINDS = OF_SPORT + 1;

export function fineKindOf(forms: Forms, kind: number, mark: number): number {
  if (mark < UNMENTIONED) return MENTIONED + (mark >> 1);
  return isOfSport(forms) ? OF_SPORT : kind;
}

/** Whether a fine kind says what a sentence is about, if its last word has it. */
export const isPredicate = (kind: number): boolean =>
  kind === OF_SPORT ||
  (kind < NEITHER && !(['stop', 'month', 'ordinary'] as readonly string[]).includes(TELLING[kind]!));
