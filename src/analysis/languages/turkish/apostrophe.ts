/** Endings that Turkish separates from a name or a number by an apostrophe. */
import { foldLatin } from '../../folding/latin.ts';
import type { ApostropheRules } from '../../language.ts';

/**
 * Endings of nouns in their order (Göksel & Kerslake 2005, ch. 8), in ASCII and small letters: 'li'ler'den, 'nin,
 * 'ndaki'ler, 'ymiş. i is ı i u ü, and a is a e.
 */
const CHAIN = [
  // ordinal of a number: 2'nci, 15'inci
  '(?:[iu]?nc[iu])?',
  // derivation: 'li, 'lik, 'siz, 'ci, 'ce
  '(?:l[iu][kg]?|s[iu]z|c[iu]|c[ae]){0,2}',
  '(?:l[ae]r)?',
  // possession
  '(?:[iu]m(?:[iu]z)?|[iu]n(?:[iu]z)?|s?[iu]|l[ae]r[iu])?',
  // case
  '(?:[yn]?[iuae]|n?[iu]n|n?[dt][ae]n?|y?l[ae]|n?c[ae])?',
  // "that is in": 'deki, 'ndakiler
  '(?:(?:n?[dt][ae])?ki(?:l[ae]r)?(?:[iuae]|[iu]n|n?[dt][ae]n?|n[iuae])?)?',
  // copula
  '(?:y?[dt][iu](?:r(?:l[ae]r)?|[mnk]|l[ae]r)?|y?m[iu]s|y?s[ae]|y?ken)?',
].join('');
const SUFFIX = new RegExp(`^${CHAIN}$`);
/** "Each": 2'şer, 10'ar. Only after numbers. */
const DISTRIBUTIVE = /^s?[ae]r$/;
const NUMBER = /^\p{Nd}+$/u;
const VOWEL_LAST = /[aeiou]$/;
const VOWEL_FIRST = /^[aeiou]/;

/** Lower case with both letters i, in ASCII. */
const plain = (text: string): string =>
  foldLatin(text.replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase());

/** After a vowel no ending begins with one: Sana'a and shari'a are whole words. */
function isSuffix(tail: string, head: string): boolean {
  const ending = plain(tail);
  if (NUMBER.test(head)) return SUFFIX.test(ending) || DISTRIBUTIVE.test(ending);
  return SUFFIX.test(ending) && !(VOWEL_FIRST.test(ending) && VOWEL_LAST.test(plain(head)));
}

export const apostrophes: ApostropheRules = { isSuffix };
