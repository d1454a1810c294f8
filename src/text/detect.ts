/**
 * The language of one passage. Script decides first, then letters and function words that only one language of that
 * script has, then franc, restricted to our languages of that script; names alone say nothing, so the language of
 * the surrounding article helps where the passage is silent.
 */
import { francAll } from 'franc';
import type { Direction } from '../types.ts';
import type { Language, Script } from './language.ts';
import { analyserFor, LANGUAGES } from './languages.ts';
import { UnitSet } from './units.ts';
import { WordSet } from './word-map.ts';
import { type Word, type Words, wordsIn } from './words.ts';

/** Code units that are read of a passage: enough to be sure, few enough to be quick. */
const READ = 1000;
/** Letters from which franc is asked; below, it guesses. */
const FRANC_FROM = 12;
/** What one cue letter weighs in function words. */
const CUE = 0.5;
/** Function words by which a language that is not primary must lead: a few of them are words of other languages too. */
const LEAD = 1.5;
/** What the hint weighs in function words: it decides ties and nothing else. */
const HINT = 0.4;

/** Letters of languages that share a script with ours and are none of ours: Ukrainian, Serbian, Macedonian … */
const FOREIGN_CYRILLIC = new UnitSet((letter) => 'іїєґјљњћђџѓќѕ'.includes(letter.toLowerCase()));
/** One such letter in so many says that the text is none of ours. */
const FOREIGN_FROM = 50;

/** BCP 47 code of a supported language, or `und`. `hint` gives the language of the article around the passage. */
export function detectLanguage(text: string, hint: () => string = () => 'und'): string {
  const read = text.slice(0, READ);
  return languageOf(read, wordsIn(read), hint);
}

/** The same for a text whose words have been cut. */
export function languageOf(text: string, words: Words, hint: () => string): string {
  const read = text.slice(0, READ);
  const script = mainScript(words);
  const languages = LANGUAGES.filter((language) => language.script === script);
  if (languages.length === 0) return script === 'Zyyy' ? hint() : 'und';
  if (script === 'Cyrl' && foreignLetters(read) * FOREIGN_FROM > read.length) return 'und';
  if (languages.length === 1) return languages[0]!.code;
  const scores = evidence(words, script, languages);
  // The hint is for what is nearly a tie; most passages leave no doubt.
  const [first, second] = scores[0]!.score - scores[1]!.score > HINT ? scores : hinted(scores, hint());
  if (first!.score > second!.score) return first!.code;
  const primary = languages.filter((language) => language.primary);
  return ask(read, primary) ?? primary[0]!.code;
}

/** Reading direction by the first strong character, as browsers do for `dir="auto"`. */
export function directionOf(text: string): Direction {
  const strong = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(strong)
    ? 'rtl'
    : 'ltr';
}

/** The script of most letters in words. */
function mainScript({ starts, ends, words }: Words): Script {
  const letters: Record<Script, number> = { Arab: 0, Latn: 0, Cyrl: 0, Zyyy: 0 };
  words.forEach(({ script }, n) => {
    if (starts[n]! < READ) letters[script] += ends[n]! - starts[n]!;
  });
  let main: Script = 'Zyyy';
  letters.Zyyy = 0;
  for (const script of ['Arab', 'Latn', 'Cyrl'] as const) if (letters[script] > letters[main]) main = script;
  return main;
}

function foreignLetters(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) if (FOREIGN_CYRILLIC.has(text.charCodeAt(at))) letters++;
  return letters;
}

interface Evidence {
  code: string;
  score: number;
}

function hinted(scores: readonly Evidence[], hint: string): Evidence[] {
  return scores
    .map(({ code, score }) => ({ code, score: score + (code === hint ? HINT : 0) }))
    .sort((a, b) => b.score - a.score);
}

/** Function words and cue letters of each language in the text, the most first. */
function evidence({ starts, words }: Words, script: Script, languages: readonly Language[]): Evidence[] {
  const scores = languages.map(({ primary }) => (primary ? 0 : -LEAD));
  words.forEach((word, n) => {
    if (word.script !== script || starts[n]! >= READ) return;
    word.evidence ??= evidenceOf(word, languages);
    if (word.evidence === NOTHING) return;
    for (let i = 0; i < scores.length; i++) scores[i]! += word.evidence[i]!;
  });
  return languages.map(({ code }, i) => ({ code, score: scores[i]! })).sort((a, b) => b.score - a.score);
}

/** What a word says that is no function word and has no cue letter: most words. */
const NOTHING: readonly number[] = [];

/** What one word says for each of the languages, which are all those of its script. */
function evidenceOf(word: Word, languages: readonly Language[]): readonly number[] {
  const mayStop = mayBeStop(word, languages);
  const said = languages.map(({ code, cueLetters }) => {
    let score = mayStop && analyserFor(code).formsOf(word).stop ? 1 : 0;
    for (const letter of word.text) if (cueLetters.includes(letter)) score += CUE;
    return score;
  });
  return said.every((score) => score === 0) ? NOTHING : said;
}

interface StopWords {
  /** Variant forms of all languages of a script, which fold alike. */
  readonly variants: WordSet;
  /** First letters of auxiliary verbs, whose forms are too many to list. */
  readonly beginnings: string;
}

const stopWords = new Map<Script, StopWords>();

/** Whether it is worth while to ask the languages of a script for a word. */
function mayBeStop(word: Word, languages: readonly Language[]): boolean {
  let known = stopWords.get(word.script);
  if (known === undefined) {
    known = {
      variants: new WordSet(
        languages.flatMap(({ code, stopWords }) =>
          stopWords.map((stop) => analyserFor(code).run(stop, 'variant')),
        ),
      ),
      beginnings: languages.flatMap(({ auxiliaries = [] }) => auxiliaries.map((stem) => stem[0]!)).join(''),
    };
    stopWords.set(word.script, known);
  }
  const variant = analyserFor(languages[0]!.code).run(word.text, 'variant');
  return known.variants.has(variant) || known.beginnings.includes(variant[0]!);
}

function ask(text: string, languages: readonly Language[]): string | undefined {
  if (text.length < FRANC_FROM || languages.length === 1) return undefined;
  const [best] = francAll(text, { only: languages.map(({ iso3 }) => iso3), minLength: FRANC_FROM });
  return languages.find(({ iso3 }) => iso3 === best?.[0])?.code;
}
