/**
 * The terms that engines store and look up. A term is free of spaces and ASCII punctuation, so that no engine's
 * tokeniser cuts it: the stem as it is, the root form behind a middle dot, an entity's id behind a section sign, a
 * word of a further field (author, section, `fields.desk`) behind a pilcrow and the name of the field.
 */

import type { Forms } from '../analysis/forms.ts';
import { termHash, wideTermHash } from '../analysis/hash.ts';
import { analyzerFor } from '../analysis/languages/registry.ts';
import type { Article } from '../common/types.ts';

const ROOT = '\u00B7';
const ENTITY = '\u00A7';
const FIELD = '\u00B6';

/** Words of further fields that an article is found by, in the order of the fields. */
export const MAX_FIELD_WORDS = 1000;

/** Terms a word is stored under. The root form is stored only where it says something other than the stem. */
export function storedTerms({ stem, root }: Forms): string[] {
  return stem === root ? [stem] : [stem, ROOT + root];
}

/** Keys of these terms: `wideTermHash` without making them. */
export const stemKey = (stem: string): number => wideTermHash(stem);
export const rootKey = (root: string): number => wideTermHash(root, ROOT);

/** Terms that find every document with a word of the same stem or root form. */
export function soughtTerms({ stem, root }: Forms): string[] {
  return stem === root ? [stem, ROOT + root] : [stem, ROOT + root, root];
}

/** The term of an entity; ids are made of ASCII letters, digits and hyphens. */
export function entityTerm(id: string): string {
  return ENTITY + id.replaceAll('-', ROOT);
}

/** The terms of the words in a further field, in any spelling that folding makes equal. Names are compared in lower case. */
export function fieldTerms(name: string, text: string): string[] {
  const field = FIELD + name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ROOT) + ROOT;
  return [
    ...new Set(
      analyzerFor('und')
        .tokens(text)
        .map(({ forms }) => field + forms.folded),
    ),
  ];
}

/** The terms of the fields of an article that have no postings of their own, each once. */
export function fieldTermsOf({ authors, section, fields }: Article): string[] {
  const terms = new Set<string>();
  for (const [name, value] of [
    ['author', authors ?? []],
    ['section', section ?? []],
    ...Object.entries(fields ?? {}).map(([name, value]) => [`fields.${name}`, value] as const),
  ] as const) {
    for (const text of [value].flat())
      for (const term of fieldTerms(name, String(text))) {
        if (terms.size === MAX_FIELD_WORDS) return [...terms];
        terms.add(term);
      }
  }
  return [...terms];
}

/** The key under which the documents of a term are counted. */
export function hashOfTerm(term: string): number {
  if (term.startsWith(ROOT)) return termHash(term.slice(ROOT.length), 'root');
  if (term.startsWith(ENTITY)) return termHash(term.slice(ENTITY.length).replaceAll(ROOT, '-'), 'entity');
  return termHash(term, 'stem');
}
