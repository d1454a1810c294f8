/**
 * Which encoding bytes are in that say nothing about it: the one in which they read most like a language that archives
 * are kept in. Each encoding is scored by how frequent its letters are in the language it was made for, and by whether
 * they are next to letters of their own script.
 */

/** Letters of a language outside of ASCII, the most frequent first. */
const ARABIC = 'اليمونرتبدعسفهكحقجشةصخطىأضذزغثإءظئؤآ';
const CYRILLIC = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўНСВПРМКБАОДТГИФЛЗУЕЯХЭШЧЦЮЖЩЙЫЬЪЁ';
const TURKISH = 'ıüşçğöİŞÇÜÖĞâîûÂÎÛ';
const WESTERN = 'éèàáíóñäöüßçêâôîûëïãõúåæøœÉÈÀÄÖÜÇÊÂÔÎÅÆØŒÁÍÓÚÑ';
/** Signs that texts of every language have. */
const SIGNS = '«»“”‘’„–—…،؛؟№°·•\u00A0\u200C\u200E\u200F';

interface Candidate {
  encoding: string;
  letters: string;
  /** True if words mix these letters with ASCII letters; Arabic and Cyrillic words do not. */
  latin: boolean;
}

const CANDIDATES: readonly Candidate[] = [
  { encoding: 'windows-1256', letters: ARABIC, latin: false },
  { encoding: 'iso-8859-6', letters: ARABIC, latin: false },
  { encoding: 'x-mac-arabic', letters: ARABIC, latin: false },
  { encoding: 'cp720', letters: ARABIC, latin: false },
  { encoding: 'windows-1251', letters: CYRILLIC, latin: false },
  { encoding: 'koi8-r', letters: CYRILLIC, latin: false },
  { encoding: 'ibm866', letters: CYRILLIC, latin: false },
  { encoding: 'iso-8859-5', letters: CYRILLIC, latin: false },
  { encoding: 'x-mac-cyrillic', letters: CYRILLIC, latin: false },
  { encoding: 'windows-1254', letters: TURKISH, latin: true },
  { encoding: 'cp857', letters: TURKISH, latin: true },
  { encoding: 'windows-1252', letters: WESTERN, latin: true },
];

/** Logarithms of how likely a character outside of ASCII is. */
const SIGN = Math.log(0.02);
const OTHER_LETTER = Math.log(0.000_05);
const OTHER = Math.log(0.000_01);
const CONTROL = Math.log(0.000_000_1);
/** For a letter next to one of another script, and for a capital after a small letter. */
const MISPLACED = Math.log(0.01);
/** Letters outside of ASCII that may follow each other in a word of a language with Latin letters. */
const MAX_RUN = 2;

/** By how much the best guess must beat what is declared: natural logarithm of the ratio, for each character. */
const MARGIN = 0.7;
/** Average below which bytes are text in none of the encodings. */
const LOWEST = -9;

const LIKELIHOODS = new Map(CANDIDATES.map(({ letters }) => [letters, likelihoodsOf(letters)]));

/** Zipf's law over the ranks of the letters. */
function likelihoodsOf(letters: string): Map<string, number> {
  const all = [...letters];
  const sum = all.reduce((total, _, rank) => total + 1 / (rank + 2), 0);
  const likelihoods = new Map(all.map((letter, rank) => [letter, Math.log(1 / ((rank + 2) * sum))]));
  for (const sign of SIGNS) if (!likelihoods.has(sign)) likelihoods.set(sign, SIGN);
  return likelihoods;
}

/**
 * The most likely encoding of a sample without zero bytes. `declared`: an encoding that is taken unless another one is
 * clearly more likely. `undefined` if the bytes are not text in any known encoding.
 */
export function guessEncoding(
  sample: Uint8Array,
  decode: (bytes: Uint8Array, encoding: string) => string,
  declared?: string,
): string | undefined {
  let best: { encoding: string; score: number } | undefined;
  let claimed: number | undefined;
  for (const { encoding, letters, latin } of CANDIDATES) {
    const score = scoreOf(decode(sample, encoding), LIKELIHOODS.get(letters)!, latin);
    if (encoding === declared) claimed = score;
    if (best === undefined || score > best.score) best = { encoding, score };
  }
  if (best === undefined) return undefined;
  if (claimed !== undefined && claimed > best.score - MARGIN) return declared;
  return best.score < LOWEST ? undefined : best.encoding;
}

/** Average logarithm of the likelihood of the characters outside of ASCII. */
function scoreOf(text: string, likelihoods: ReadonlyMap<string, number>, latin: boolean): number {
  let sum = 0;
  let count = 0;
  let before = '';
  let run = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) {
      if (!latin && run > 0 && /[a-z]/i.test(character)) sum += MISPLACED;
      run = 0;
      before = character;
      continue;
    }
    count++;
    const letter = /\p{L}/u.test(character);
    run = letter ? run + 1 : 0;
    sum +=
      likelihoods.get(character) ??
      (letter ? OTHER_LETTER : code < 0xa0 || code === 0xfffd || code >= 0xe000 ? CONTROL : OTHER);
    if (latin && run > MAX_RUN) sum += MISPLACED;
    if (!latin && letter && /[a-z]/i.test(before)) sum += MISPLACED;
    // Cyrillic in the wrong encoding has capitals within words.
    if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) sum += MISPLACED;
    before = character;
  }
  return count === 0 ? 0 : sum / count;
}
