/**
 * Endings of Arabic nouns and verbs: pronouns, and what they change before them; gender, number, origin; broken plurals
 * by list and by pattern. Works on folded words without proclitics.
 */
import { foldArabic } from '../../folding/arabic.ts';
import { cutting } from '../../suffix-rules.ts';
import { WordMap, WordSet } from '../../word-map.ts';
import { VERB_STEMS, VERBAL_NOUNS } from './verbs.ts';
import {
  BROKEN_PLURALS,
  NO_ENDING,
  NOUNS_IN_ALEF_TEH,
  NOUNS_IN_HAMZA,
  OWN_ALEF_TEH,
  OWN_TEH,
  PROPER_NAMES,
} from './words.ts';

/** Longest word that is worth stemming; longer ones are noise. */
export const LONGEST = 40;
/** Letters that must be left of a word. */
export const LEAST = 3;

/** Folds a list of words, written as people write them. */
export const folded = (words: string): readonly string[] =>
  words.split(/\s+/).filter(Boolean).map(foldArabic);

const NO_ENDING_WORDS = new WordSet(folded(NO_ENDING));
/** Broken plural, or verbal noun, -> stem of its singular or verb. */
const SINGULARS = new WordMap<string>();
/** Form that no rule leads to its stem -> its stem. */
const KNOWN_FORMS = new WordMap<string>();
/** Names that keep their stem. */
const PROPER = new WordMap<string>(folded(PROPER_NAMES).map((name) => [name, name]));
const LONGEST_PROPER = 11;
export const PROPER_STEMS = new WordSet(folded(PROPER_NAMES));

const OWN_TEH_WORDS = new WordSet(folded(OWN_TEH));
const OWN_ALEF_TEH_WORDS = new WordSet(folded(OWN_ALEF_TEH));
const IN_ALEF_TEH = new WordSet(folded(NOUNS_IN_ALEF_TEH));

/** A word without pronouns and endings, as words are looked up in lists. */
export function bare(word: string): string {
  return withoutEnding(withoutPronoun(word));
}

const cutPronoun = cutting('هما كما هم هن ها كم نا'.split(' '), LEAST);
const cutTeh = cutting(['ت'], LEAST);
const cutEnding = cutting('يات تان تين يون يين ات ان ون ين وا يه يا ته اه ه ي ت ا'.split(' '), LEAST);
const cutYeh = cutting(['ي'], LEAST);

export function withoutPronoun(word: string): string {
  if (word.length > LONGEST || NO_ENDING_WORDS.has(word) || KNOWN_FORMS.get(word) !== undefined) return word;
  if (isProper(word)) return word;
  if (word.endsWith('ك') && SINGULARS.get(word.slice(0, -1)) !== undefined) return word.slice(0, -1);
  const rest = cutPronoun(word);
  if (rest === word || NO_ENDING_WORDS.has(rest)) return rest;
  return beforePronoun(rest);
}

/** The ending that a word takes before a pronoun is cut too: حكومتهم حكومة, أسماؤهم أسماء. */
function beforePronoun(word: string): string {
  const seated = (word.endsWith('او') || word.endsWith('اي')) && word.length > LEAST;
  if (seated) return word.slice(0, -1);
  return word.endsWith('ت') ? withoutTeh(word) : word;
}

/** Without the ت that ة becomes before a pronoun or in the dual: short nouns keep ة, which is ه in folded form. */
function withoutTeh(word: string): string {
  if (NO_ENDING_WORDS.has(word)) return word;
  if (word.length === LEAST) return OWN_TEH_WORDS.has(word) ? word : `${word.slice(0, -1)}ه`;
  if (!word.endsWith('ات')) return cutTeh(word);
  const singular = `${word.slice(0, -1)}ه`;
  if (IN_ALEF_TEH.has(singular)) return singular;
  if (word.length === LEAST + 1) return OWN_ALEF_TEH_WORDS.has(word) ? word : `${word.slice(0, 2)}ه`;
  return word.slice(0, -2);
}

export function withoutEnding(word: string): string {
  const known = KNOWN_FORMS.get(word) ?? SINGULARS.get(word);
  if (known !== undefined) return known;
  if (word.length > LONGEST || NO_ENDING_WORDS.has(word)) return word;
  if (NAME_OF_RELIGION.test(word)) return word;
  const proper = properStem(word);
  if (proper !== undefined) return proper;
  const short = shortFeminine(word);
  if (short !== undefined) return SINGULARS.get(short) ?? short;
  const plural = brokenPlural(word);
  if (plural !== word) return plural;
  if (word.endsWith('اه') && SINGULARS.get(word.slice(0, -1)) !== undefined)
    return SINGULARS.get(word.slice(0, -1))!;
  if (word.endsWith('وهات')) return word.slice(0, -3);
  if (CONSTRUCT_PLURAL.test(word)) return word.slice(0, -1);
  const unseated = /.{2}اوه$/.test(word) ? word.slice(0, -2) : word;
  const once = unseated === word ? cutEnding(word) : (SINGULARS.get(unseated) ?? cutEnding(unseated));
  if (once === word || NO_ENDING_WORDS.has(once)) return once;
  const singular = SINGULARS.get(once) ?? KNOWN_FORMS.get(once);
  if (singular !== undefined) return singular;
  if (word.endsWith('ي') && once.length === word.length - 1 && once.endsWith('ت')) return withoutTeh(once);
  return brokenPlural(cutYeh(once));
}

/** نورالدين, صلاحالدين: no dual or plural. */
const NAME_OF_RELIGION = /^.{2,}الدين$/;
/** Sound plural of a participle before its genitive: لاعبو الفريق, مسؤولو الحكومة. */
const CONSTRUCT_PLURAL = /^(?:م.{3,}|.ا[^اوي].)و$/;

/** Feminine nouns of three letters before ه, ي, in the dual and in the plural: خطته, قمتين, قوات. */
function shortFeminine(word: string): string | undefined {
  const teh = /^(.+ت)(?:[هي]|ين|ان)$/.exec(word)?.[1];
  if (teh !== undefined && (teh.length === LEAST || IN_ALEF_TEH.has(`${teh.slice(0, -1)}ه`)))
    return OWN_TEH_WORDS.has(teh) ? undefined : withoutTeh(teh);
  const plural = word.length === LEAST + 2 && /^..اته$/.test(word) ? word.slice(0, -1) : word;
  if (plural.length !== LEAST + 1 || !plural.endsWith('ات') || OWN_ALEF_TEH_WORDS.has(plural))
    return undefined;
  return withoutTeh(plural);
}

/** The name that a word is with endings of gender, number and origin: سوريا سورية سوريون are of سوري. */
function properStem(word: string): string | undefined {
  for (let length = Math.min(word.length, LONGEST_PROPER); length >= LEAST; length--) {
    const stem = PROPER.get(word.slice(0, length));
    if (stem !== undefined) return PROPER_ENDING.test(word.slice(length)) ? stem : undefined;
  }
  return undefined;
}
/** Whether a word is a listed name, with an ending or without. */
export const isProper = (word: string): boolean => properStem(word) !== undefined;
const PROPER_ENDING = /^(?:ي|ا|يا|ه|يه|ين|ون|ات|يين|يون|يات|ان|تين|تان|يتين|يتان)?$/;

/**
 * Broken plurals by pattern, where the pattern leaves one singular (Ratcliffe 1998): تفاعيل of تفعيل, فواعيل of فاعول,
 * فعائل of فعيلة, فوائل of فائلة, فواعل of فاعل. Plurals of other singulars are listed.
 */
function brokenPlural(word: string): string {
  if (word.length === 6 && /^ت[^اوي]ا[^اوي]ي[^اوي]$/.test(word)) return word.slice(0, 2) + word.slice(3);
  if (word.length === 6 && /^[^اويمت]وا[^اوي]ي[^اوي]$/.test(word)) return `${word[0]}ا${word[3]}و${word[5]}`;
  if (word.length !== 5) return word;
  if (/^[^اوي][^اوي]اي[^اويهت]$/.test(word)) return `${word.slice(0, 2)}ي${word[4]}`;
  if (/^[^اوي]واي[^اويهت]$/.test(word)) return `${word[0]}اي${word[4]}`;
  if (/^[^اويم]وا[^اوي][^اويهت]$/.test(word)) return `${word[0]}ا${word.slice(3)}`;
  return word;
}

for (const group of BROKEN_PLURALS.split('|')) {
  const [singular, ...plurals] = folded(group);
  const stem = withoutEnding(singular!);
  for (const plural of plurals) SINGULARS.set(plural, stem);
}
for (const [noun, verb] of VERBAL_NOUNS) {
  SINGULARS.set(noun, verb);
  SINGULARS.set(bare(noun), verb);
}
for (const noun of NOUNS_IN_HAMZA.split(/\s+/).filter(Boolean)) {
  const stem = SINGULARS.get(foldArabic(noun)) ?? foldArabic(noun);
  const base = noun.slice(0, -1);
  for (const seat of ['ء', 'ئ', 'ؤ'])
    for (const ending of ['', 'ا', 'ان', 'ين', 'ه', 'ها', 'هم', 'هن', 'نا', 'ي', 'ك', 'كم', 'ات'])
      KNOWN_FORMS.set(foldArabic(base + seat + ending), stem);
}
for (const form of ['مراه', 'امراته', 'مراته', 'امراتين', 'امراتان'])
  KNOWN_FORMS.set(form, foldArabic('امرأة'));
for (const stem of VERB_STEMS) KNOWN_FORMS.set(stem, stem);
