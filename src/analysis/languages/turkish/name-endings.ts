/** Endings of Turkish names that are written without the apostrophe. Works on folded forms. */
import type { NameEndings } from '../../name-rules.ts';

/** Shortest name that may carry an ending without the apostrophe; shorter ones are too often other words. */
const NAME_FROM = 4;
const LONGEST = 8;
const ALL_LENGTHS = -1;

/** Case, plural and copula after any name, ASCII-folded. */
const AFTER_ANY =
  /^(?:l[ae]r(?:[iu]n?|[ae]|d[ae]n?|[iu]n[iu]|l[ae])?|[dt][ae](?:n|ki(?:l[ae]r)?)?|l[ae]|[dt][iu]r)$/;
/** With the buffer consonants that follow a vowel. */
const AFTER_VOWEL = /^(?:y[iuae]|n[iu]n|yl[ae]|yd[iu]|ym[iu]s)$/;
/** With pronominal n, which follows the possessive that ends titles of ministries, parties, straits: Bakanlığından. */
const AFTER_POSSESSIVE = /^(?:n[iuae]|nd[ae](?:n|ki)?|nc[ae])$/;
const AFTER_CONSONANT = /^(?:[iuae]|[iu]n)$/;

function cut(word: string, isName: (name: string) => boolean, lengths = ALL_LENGTHS): string[] {
  const found: string[] = [];
  if (word.length <= NAME_FROM || !/^[a-z].*[aeiunrs]$/.test(word)) return found;
  for (let end = Math.max(NAME_FROM, word.length - LONGEST); end < word.length; end++) {
    if ((lengths & (1 << (word.length - end))) === 0) continue;
    const name = word.slice(0, end);
    if (isName(name) && takes(name, word.slice(end))) found.push(name);
  }
  return found;
}

/** Whether an ending may follow a name by its last letter and, as far as ASCII shows it, by vowel harmony. */
function takes(name: string, ending: string): boolean {
  const last = name.at(-1)!;
  const fits =
    AFTER_ANY.test(ending) ||
    (/[aeiou]/.test(last)
      ? AFTER_VOWEL.test(ending) || (/[iu]/.test(last) && AFTER_POSSESSIVE.test(ending))
      : AFTER_CONSONANT.test(ending));
  if (!fits) return false;
  const before = /[aeiou](?=[^aeiou]*$)/.exec(name)?.[0];
  const after = /[aeiou]/.exec(ending)?.[0];
  // a is back and e is front; i o u may be either, and so may the vowel after them.
  if (before === 'a') return after !== 'e';
  if (before === 'e') return after !== 'a';
  return true;
}

export const nameEndings: NameEndings = { nameFrom: NAME_FROM, longest: LONGEST, cut };
