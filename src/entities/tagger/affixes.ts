/**
 * What may stand before and after a name and leave it that name. Works on folded forms (folded, lower case), so that
 * the languages' stemmers, which also cut what belongs to a name, have no say here.
 */

const CLITICS = 'وفبكلا';
const PREPOSITIONS = 'بكل';

/** Shortest Arabic name that may carry a proclitic, and that may carry the article although it is listed without. */
const PROCLITIC_FROM = 3;
const ARTICLE_FROM = 5;
/** The same with ك (like), which is rare before names and begins many of them: كلاوس is no لاوس. */
const LIKE_FROM = 5;

/**
 * The names that an Arabic word may be with proclitics before it: conjunction و or ف, then preposition ب ك ل, then
 * the article, which merges with ل to لل. The article is cut only from names long enough to be no common noun, and not
 * before the endings ي and ه: السورية is an adjective.
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
    if (whole[0] === 'ل' && bare[0] === 'ل') found.push(`ا${bare}`);
  }
  for (const bare of [...found]) {
    if (!bare.startsWith('ال') || bare.length < ARTICLE_FROM + 2) continue;
    const last = bare.at(-1);
    if (last !== 'ي' && last !== 'ه') found.push(bare.slice(2));
  }
  const least = first === 'ك' ? LIKE_FROM : PROCLITIC_FROM;
  return found.filter((bare, index) => index > 0 && bare.length >= least);
}

/** Shortest Turkish name that may carry an ending without the apostrophe; shorter ones meet other words. */
export const ENDING_FROM = 4;
export const LONGEST_ENDING = 8;

/** Case, plural and copula after any name, ASCII-folded. */
const AFTER_ANY =
  /^(?:l[ae]r(?:[iu]n?|[ae]|d[ae]n?|[iu]n[iu]|l[ae])?|[dt][ae](?:n|ki(?:l[ae]r)?)?|l[ae]|[dt][iu]r)$/;
/** With the buffer consonants that follow a vowel. */
const AFTER_VOWEL = /^(?:y[iuae]|n[iu]n|yl[ae]|yd[iu]|ym[iu]s)$/;
/** With pronominal n, which follows the possessive that ends titles of ministries, parties, straits: Bakanlığından. */
const AFTER_POSSESSIVE = /^(?:n[iuae]|nd[ae](?:n|ki)?|nc[ae])$/;
const AFTER_CONSONANT = /^(?:[iuae]|[iu]n)$/;

/**
 * The names that a Turkish word may be with an ending after it, for names written without the apostrophe. `lengths`:
 * which lengths of an ending are tried, as bits.
 */
export function withoutTurkishEndings(
  word: string,
  isName: (name: string) => boolean,
  lengths = -1,
): string[] {
  const found: string[] = [];
  if (word.length <= ENDING_FROM || !/^[a-z].*[aeiunrs]$/.test(word)) return found;
  for (let end = Math.max(ENDING_FROM, word.length - LONGEST_ENDING); end < word.length; end++) {
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
  // a is back and e is front; i o u may stand for either kind, as may the vowel after them.
  if (before === 'a') return after !== 'e';
  if (before === 'e') return after !== 'a';
  return true;
}
