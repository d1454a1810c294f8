/**
 * The terms that engines store and look up. A term is free of spaces and ASCII punctuation, so that no engine's
 * tokeniser cuts it: the stem as it is, the root form behind a middle dot, an entity's id behind a section sign.
 */
import type { Forms } from '../analysis/forms.ts';
import { termHash, wideTermHash } from '../analysis/hash.ts';

const ROOT = '\u00B7';
const ENTITY = '\u00A7';

/** Terms a word is stored under. The root form is stored only where it says something other than the stem. */
export function storedTerms({ stem, root }: Forms): string[] {
  return stem === root ? [stem] : [stem, ROOT + root];
}

/** Keys of these terms: `wideKeyOf` without making the terms. */
export function storedHashes({ stem, root }: Forms): number[] {
  return stem === root ? [wideTermHash(stem)] : [wideTermHash(stem), wideTermHash(root, ROOT)];
}

/** Terms that find every document with a word of the same stem or root form. */
export function soughtTerms({ stem, root }: Forms): string[] {
  return stem === root ? [stem, ROOT + root] : [stem, ROOT + root, root];
}

/** The term of an entity; ids are made of ASCII letters, digits and hyphens. */
export function entityTerm(id: string): string {
  return ENTITY + id.replaceAll('-', ROOT);
}

/** The key under which the documents of a term are counted. */
export function hashOfTerm(term: string): number {
  if (term.startsWith(ROOT)) return termHash(term.slice(ROOT.length), 'root');
  if (term.startsWith(ENTITY)) return termHash(term.slice(ENTITY.length).replaceAll(ROOT, '-'), 'entity');
  return termHash(term, 'stem');
}
