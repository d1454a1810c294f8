/**
 * Latin and Cyrillic letters that look alike, where one script is typed for the other within a word: Мoсква with a Latin
 * o. Reference: Unicode UTS #39, confusables.
 */

import { forWordsWith } from '../code-unit-set.ts';
import type { Script, TokenFilter } from '../language.ts';
import { scriptOf } from './unicode.ts';

const LATIN = 'AaBCcEeHIiKMOoPpTXxyS';
const CYRILLIC = 'АаВСсЕеНІіКМОоРрТХхуЅ';

const toCyrillic = new Map([...LATIN].map((letter, at) => [letter, CYRILLIC[at]!]));
const toLatin = new Map([...CYRILLIC].map((letter, at) => [letter, LATIN[at]!]));

/** Letters of a script in a word that is longer than one. */
interface Letters {
  latin: number;
  cyrillic: number;
  /** Those of them that look like a letter of the other script. */
  latinAlike: number;
  cyrillicAlike: number;
}

function lettersOf(word: string): Letters {
  const letters: Letters = { latin: 0, cyrillic: 0, latinAlike: 0, cyrillicAlike: 0 };
  for (const letter of word) {
    const script = scriptOf(letter.codePointAt(0)!);
    if (script === 'Latn') {
      letters.latin++;
      if (toCyrillic.has(letter)) letters.latinAlike++;
    } else if (script === 'Cyrl') {
      letters.cyrillic++;
      if (toLatin.has(letter)) letters.cyrillicAlike++;
    }
  }
  return letters;
}

/** Whether a word has Latin and Cyrillic letters: hardly any has. */
function isOfTwoScripts(word: string): boolean {
  let [latin, cyrillic] = [false, false];
  for (let at = 0; at < word.length; at++) {
    const script = scriptOf(word.codePointAt(at)!);
    latin ||= script === 'Latn';
    cyrillic ||= script === 'Cyrl';
  }
  return latin && cyrillic;
}

/** The script that a word of two scripts is meant in: the one whose letters do not all look like the other's. */
function meantScript(word: string): Script | undefined {
  if (!isOfTwoScripts(word)) return undefined;
  const { latin, cyrillic, latinAlike, cyrillicAlike } = lettersOf(word);
  if (latin === latinAlike) return cyrillic === cyrillicAlike && latin > cyrillic ? 'Latn' : 'Cyrl';
  return cyrillic === cyrillicAlike ? 'Latn' : undefined;
}

/** Whether a word is of letters of two scripts, and those of one only look like letters of the other. */
export const isMixedScript = (word: string): boolean => meantScript(word) !== undefined;

const isCyrillic = (character: string): boolean => scriptOf(character.codePointAt(0)!) === 'Cyrl';

/** The letters that were meant: all of one script. */
export const homoglyphs: TokenFilter = {
  name: 'letters of one script',
  form: 'exact',
  apply: forWordsWith(isCyrillic, (word) => {
    if (!/[a-zA-Z]/.test(word)) return word;
    const script = meantScript(word);
    if (script === undefined) return word;
    const meant = script === 'Cyrl' ? toCyrillic : toLatin;
    return Array.from(word, (letter) => meant.get(letter) ?? letter).join('');
  }),
};

/** Script of a word: of its first letter (4K); of a word with letters of two scripts, the one that was meant. */
export function scriptOfWord(word: string): Script {
  let script = scriptOf(word.codePointAt(0) ?? 0);
  if (script === 'Zyyy' && word.length > 1) script = scriptOf(/\p{L}/u.exec(word)?.[0].codePointAt(0) ?? 0);
  if (script !== 'Latn' && script !== 'Cyrl') return script;
  return meantScript(word) ?? script;
}
