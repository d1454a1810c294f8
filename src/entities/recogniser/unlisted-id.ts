/**
 * Ids of entities that no list has: the type and the words of the name in Latin letters. An id depends on the name alone,
 * so it is the same in whatever order articles come, and stays when an archive grows.
 */
import { foldLatin } from '../../analysis/folding/latin.ts';
import { scriptOf } from '../../analysis/folding/unicode.ts';
import type { Forms } from '../../analysis/forms.ts';
import { termHash } from '../../analysis/hash.ts';
import { analyzerFor, PREFERRED_LANGUAGES } from '../../analysis/languages/registry.ts';
import { withoutPrefixes } from '../language-rules.ts';
import { romanised } from '../transliteration/letters.ts';
import { commonName } from './common-names.ts';

export const NAME_TYPES = ['person', 'place', 'organisation'] as const;
export type NameType = (typeof NAME_TYPES)[number];

const UNLISTED_PREFIX = 'unlisted-';
const UNLISTED = /^unlisted-(person|place|organisation)-/;

/** The id of a name, by its words as `nameWordsOf` gives them. */
export function unlistedId(type: NameType, words: readonly string[]): string {
  return `unlisted-${type}-${words.join('-')}`;
}

/** The type in an id of an unlisted entity; `undefined` for other ids. */
export function typeOfUnlisted(id: string): NameType | undefined {
  // Most ids have no such beginning, and one answer asks for some hundred.
  if (!id.startsWith(UNLISTED_PREFIX)) return undefined;
  return UNLISTED.exec(id)?.[1] as NameType | undefined;
}

/** How many words the name of an id has. */
export function wordCountOf(id: string): number {
  return id.split('-').length - 2;
}

/** The id of a name as it is written alone, each word by the rules of its script. */
export function idOfName(type: NameType, name: string): string {
  return unlistedId(type, nameWordsIn(name));
}

/** The words of a name that is written alone, for its id. */
export function nameWordsIn(name: string): string[] {
  const language = PREFERRED_LANGUAGES.find(
    ({ script }) => script !== 'Latn' && script === scriptOf(name.codePointAt(0)!),
  );
  const words = analyzerFor(language?.code ?? 'und').tokens(name);
  return nameWordsOf(words.map(({ forms }) => forms));
}

/**
 * The words of a name for its id: without what is written together with its first word in front of it, and, in scripts
 * with cases, without their endings.
 */
export function nameWordsOf(words: readonly Forms[]): string[] {
  return words.map((forms, n) => slugOf(n === 0 ? withoutClitic(forms) : nominative(forms)));
}

/** A word as it stands alone: a first letter that the stemmer took for a word of its own is cut, unless names have it. */
function withoutClitic(forms: Forms): string {
  const { folded, stem } = forms;
  if (scriptOf(folded.codePointAt(0)!) !== 'Arab') return nominative(forms);
  const bare = withoutPrefixes(folded);
  const known = bare.find((word) => commonName(word) > 0);
  if (commonName(folded) > 0 || bare.length === 0) return folded;
  return known ?? (stem[0] === folded[0] ? folded : bare[0]!);
}

function nominative({ folded, stem }: Forms): string {
  return scriptOf(folded.codePointAt(0)!) === 'Cyrl' ? stem : folded;
}

/** Slugs that are remembered at most: the words of names are asked for again and again. */
const REMEMBERED = 50_000;
const slugs = new Map<string, string>();

/** A word (folded form) in ASCII letters and digits; a hash of it where it has none. */
export function slugOf(word: string): string {
  let slug = slugs.get(word);
  if (slug !== undefined) return slug;
  slug = foldLatin(romanised(word)).replace(/[^a-z0-9]/g, '');
  if (slug === '') slug = (termHash(word, 'folded') >>> 0).toString(36);
  if (slugs.size >= REMEMBERED) slugs.clear();
  slugs.set(word, slug);
  return slug;
}
