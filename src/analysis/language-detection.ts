/**
 * The language of one passage. Script decides first, then letters and function words that only one language of that
 * script has, then franc, restricted to the known languages of that script. Names alone are no evidence, so the
 * language of the surrounding article helps if a passage has none.
 */
import { francAll } from 'franc';
import { lazily } from '../common/lazily.ts';
import type { Direction } from '../common/types.ts';
import { CodeUnitSet } from './code-unit-set.ts';
import type { Language, Script } from './language.ts';
import { LanguageScorer, NO_EVIDENCE } from './language-evidence.ts';
import { type Words, wordsIn } from './word-cache.ts';

/** Code units of a passage that are read: enough to be sure, few enough to be fast. */
const READ = 1000;
/** Code units from which franc is used; on shorter texts it guesses. */
const FRANC_FROM = 12;
/** Function words by which a language that is not preferred must lead: some of them are words of other languages too. */
const LEAD = 1.5;
/** Weight of the hint in function words: it only decides near ties. */
const HINT = 0.4;

/** Cyrillic letters that Russian does not have: Ukrainian, Serbian, Macedonian … */
const FOREIGN_CYRILLIC = new CodeUnitSet((letter) => 'іїєґјљњћђџѓќѕ'.includes(letter.toLowerCase()));
/** One such letter in this many code units means that the text is not Russian. */
const FOREIGN_FROM = 50;

const scorers = {
  Arab: lazily(() => new LanguageScorer('Arab')),
  Latn: lazily(() => new LanguageScorer('Latn')),
  Cyrl: lazily(() => new LanguageScorer('Cyrl')),
};

/** BCP 47 code of a supported language, or `und`. `hint` gives the language of the article around the passage. */
export function detectLanguage(text: string, hint: () => string = () => 'und'): string {
  const read = text.slice(0, READ);
  return languageOf(read, wordsIn(read), hint);
}

/** The same for a text whose words have been cut. */
export function languageOf(text: string, words: Words, hint: () => string): string {
  const count = wordsRead(words);
  const script = mainScript(words, count);
  if (script === 'Zyyy') return hint();
  const read = text.slice(0, READ);
  if (script === 'Cyrl' && foreignLetters(read) * FOREIGN_FROM > read.length) return 'und';
  const scorer = scorers[script]();
  const language =
    scorer.languages.length === 1 ? scorer.languages[0]! : decide(read, words, count, script, hint);
  scorer.expect(language);
  return language.code;
}

function decide(
  text: string,
  words: Words,
  count: number,
  script: keyof typeof scorers,
  hint: () => string,
): Language {
  const scorer = scorers[script]();
  const { languages } = scorer;
  const scores = evidence(words, count, script, scorer);
  // The hint is for near ties only; most passages are clear.
  const [first, second] = scores[0]!.score - scores[1]!.score > HINT ? scores : hinted(scores, hint());
  if (first!.score > second!.score) return first!.language;
  const preferred = languages.filter((language) => language.preferred);
  return ask(text, preferred) ?? preferred[0] ?? first!.language;
}

/** Reading direction by the first strong character, as browsers do for `dir="auto"`. */
export function directionOf(text: string): Direction {
  const strong = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(strong)
    ? 'rtl'
    : 'ltr';
}

/** How many of the words are read. */
function wordsRead({ starts }: Words): number {
  let read = starts.length;
  while (read > 0 && starts[read - 1]! >= READ) read--;
  return read;
}

/** The script of most letters in words. */
function mainScript({ starts, ends, words }: Words, read: number): Script {
  let [arabic, latin, cyrillic] = [0, 0, 0];
  for (let n = 0; n < read; n++) {
    const { script } = words[n]!;
    const letters = ends[n]! - starts[n]!;
    if (script === 'Latn') latin += letters;
    else if (script === 'Arab') arabic += letters;
    else if (script === 'Cyrl') cyrillic += letters;
  }
  const most = Math.max(arabic, latin, cyrillic);
  if (most === 0) return 'Zyyy';
  return arabic === most ? 'Arab' : latin === most ? 'Latn' : 'Cyrl';
}

function foreignLetters(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) if (FOREIGN_CYRILLIC.has(text.charCodeAt(at))) letters++;
  return letters;
}

interface Evidence {
  language: Language;
  score: number;
}

function hinted(scores: readonly Evidence[], hint: string): Evidence[] {
  return scores
    .map(({ language, score }) => ({ language, score: score + (language.code === hint ? HINT : 0) }))
    .sort((a, b) => b.score - a.score);
}

/** Function words and cue letters of each language in the text, the most first. */
function evidence({ words }: Words, read: number, script: Script, scorer: LanguageScorer): Evidence[] {
  const scores = scorer.languages.map(({ preferred }) => (preferred ? 0 : -LEAD));
  for (let n = 0; n < read; n++) {
    const word = words[n]!;
    if (word.script !== script) continue;
    const said = scorer.of(word);
    if (said !== NO_EVIDENCE) for (let i = 0; i < scores.length; i++) scores[i]! += said[i]!;
  }
  return scorer.languages
    .map((language, n) => ({ language, score: scores[n]! }))
    .sort((a, b) => b.score - a.score);
}

function ask(text: string, languages: readonly Language[]): Language | undefined {
  if (text.length < FRANC_FROM || languages.length === 1) return undefined;
  const [best] = francAll(text, { only: languages.map(({ iso3 }) => iso3), minLength: FRANC_FROM });
  return languages.find(({ iso3 }) => iso3 === best?.[0]);
}
