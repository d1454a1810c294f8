/**
 * The language of one passage. Script decides first, then letters and function words that only one language of that
 * script has, then franc, restricted to our languages of that script; names alone say nothing, so the language of
 * the surrounding article helps where the passage is silent.
 */
import { francAll } from 'franc';
import type { Direction } from '../types.ts';
import type { Language, Script } from './language.ts';
import { analyserFor, LANGUAGES } from './languages.ts';
import { tokenise } from './tokenise.ts';
import { scriptOf } from './unicode.ts';

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
const FOREIGN_CYRILLIC = /[іїєґјљњћђџѓќѕ]/giu;

/** BCP 47 code of a supported language, or `und`. `hint` is the language of the article around the passage. */
export function detectLanguage(text: string, hint = 'und'): string {
  const read = text.slice(0, READ);
  const script = mainScript(read);
  const languages = LANGUAGES.filter((language) => language.script === script);
  if (languages.length === 0) return script === 'Zyyy' ? hint : 'und';
  if (script === 'Cyrl' && (read.match(FOREIGN_CYRILLIC)?.length ?? 0) * 50 > read.length) return 'und';
  if (languages.length === 1) return languages[0]!.code;
  const [first, second] = evidence(read, languages, hint);
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

/** The script of most letters. */
function mainScript(text: string): Script {
  const counts: Record<Script, number> = { Arab: 0, Latn: 0, Cyrl: 0, Zyyy: 0 };
  for (const character of text) counts[scriptOf(character.codePointAt(0)!)]++;
  counts.Zyyy = 0;
  const [best] = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  return best![1] > 0 ? (best![0] as Script) : 'Zyyy';
}

/** Function words and cue letters of each language in the text, the most first. */
function evidence(
  text: string,
  languages: readonly Language[],
  hint: string,
): { code: string; score: number }[] {
  const words: string[] = [];
  tokenise(text, (start, end) => words.push(text.slice(start, end)));
  return languages
    .map((language) => {
      const analyser = analyserFor(language.code);
      let score = (language.code === hint ? HINT : 0) - (language.primary ? 0 : LEAD);
      for (const word of words) {
        if (analyser.forms(word).stop) score += 1;
        for (const letter of word) if (language.cueLetters.includes(letter)) score += CUE;
      }
      return { code: language.code, score };
    })
    .sort((a, b) => b.score - a.score);
}

function ask(text: string, languages: readonly Language[]): string | undefined {
  if (text.length < FRANC_FROM || languages.length === 1) return undefined;
  const [best] = francAll(text, { only: languages.map(({ iso3 }) => iso3), minLength: FRANC_FROM });
  return languages.find(({ iso3 }) => iso3 === best?.[0])?.code;
}
