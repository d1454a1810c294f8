/**
 * The terms that engines store and look up. A term is free of spaces and ASCII punctuation, so that no engine's
 * tokeniser cuts it: the stem as it is, the coarse form behind a middle dot, an entity's id behind a section sign.
 */
import type { Forms } from '../analysis/forms.ts';
import { keyOf, wideKeyOf } from '../analysis/hash.ts';

const COARSE = '\u00B7';
const ENTITY = '\u00A7';

/** Terms a word is stored under. The coarse form is stored only where it says something other than the stem. */
export function storedTerms({ stem, coarse }: Forms): string[] {
  return stem === coarse ? [stem] : [stem, COARSE + coarse];
}

/** Keys of these terms: `wideKeyOf` without making the terms. */
export function storedKeys({ stem, coarse }: Forms): number[] {
  return stem === coarse ? [wideKeyOf(stem)] : [wideKeyOf(stem), wideKeyOf(coarse, COARSE)];
}

/** Terms that find every document with a word of the same stem or coarse form. */
export function soughtTerms({ stem, coarse }: Forms): string[] {
  return stem === coarse ? [stem, COARSE + coarse] : [stem, COARSE + coarse, coarse];
}

/** The term of an entity; ids are made of ASCII letters, digits and hyphens. */
export function entityTerm(id: string): string {
  return ENTITY + id.replaceAll('-', COARSE);
}

/** The key under which the documents of a term are counted. */
export function keyOfTerm(term: string): number {
  if (term.startsWith(COARSE)) return keyOf(term.slice(COARSE.length), 'coarse');
  if (term.startsWith(ENTITY)) return keyOf(term.slice(ENTITY.length).replaceAll(COARSE, '-'), 'entity');
  return keyOf(term, 'stem');
}
