/**
 * What may be written together with an Arabic name in front of it and leave it that name. Works on folded forms: the
 * stemmer, which also cuts what belongs to a name, has no say here.
 */
import { ALEF, LAM } from '../../folding/arabic-letters.ts';
import type { NamePrefixes } from '../../name-rules.ts';
import { ARTICLE } from './article.ts';

const CLITICS = 'وفبكلا';
const PREPOSITIONS = 'بكل';

/** Shortest name that may carry a proclitic, and that may carry the article although it is listed without. */
const NAME_FROM = 3;
const NAME_WITH_ARTICLE_FROM = 5;
/** The same with ك (like), which is rare before names and begins many of them: كلاوس is not "like Laus". */
const NAME_AFTER_KAF_FROM = 5;

/**
 * The names that a word may be without proclitics: conjunction و or ف, then preposition ب ك ل, then the article, which
 * merges with ل to لل. The article is cut only from names long enough to be no common noun, and not before the endings
 * ي and ه: السورية is an adjective.
 */
export function withoutProclitics(word: string): string[] {
  const first = word[0]!;
  if (!CLITICS.includes(first)) return [];
  const found = [word];
  if (first === 'و' || first === 'ف') found.push(word.slice(1));
  for (const whole of [...found]) {
    if (!PREPOSITIONS.includes(whole[0]!)) continue;
    const bare = whole.slice(1);
    found.push(bare);
    if (whole[0] === LAM && bare[0] === LAM) found.push(ALEF + bare);
  }
  for (const bare of [...found]) {
    if (!bare.startsWith(ARTICLE) || bare.length < NAME_WITH_ARTICLE_FROM + ARTICLE.length) continue;
    const last = bare.at(-1);
    if (last !== 'ي' && last !== 'ه') found.push(bare.slice(ARTICLE.length));
  }
  const least = first === 'ك' ? NAME_AFTER_KAF_FROM : NAME_FROM;
  return found.filter((bare, index) => index > 0 && bare.length >= least);
}

/** A conjunction, a preposition and the article: وبال. */
const LONGEST = 4;

export const proclitics: NamePrefixes = {
  letters: CLITICS,
  longest: LONGEST,
  merged: { letter: LAM, hidden: ALEF },
  cut: withoutProclitics,
};
