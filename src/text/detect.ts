/**
 * The language of one passage. Script decides first, then letters and function words that only one language of that
 * script has, then franc, restricted to our languages of that script; names alone say nothing, so the language of
 * the surrounding article helps where the passage is silent.
 */
import { francAll } from 'franc';
import type { Direction } from '../types.ts';
import { detached } from './analyse.ts';
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

/** BCP 47 code of a supported language, or `und`. `hint` gives the language of the article around the passage. */
export function detectLanguage(text: string, hint: () => string = () => 'und'): string {
  const read = text.slice(0, READ);
  const script = mainScript(read);
  const languages = LANGUAGES.filter((language) => language.script === script);
  if (languages.length === 0) return script === 'Zyyy' ? hint() : 'und';
  if (script === 'Cyrl' && (read.match(FOREIGN_CYRILLIC)?.length ?? 0) * 50 > read.length) return 'und';
  if (languages.length === 1) return languages[0]!.code;
  const scores = evidence(read, languages);
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

/** Script of each code unit, as far as it was asked for. */
const scripts: Script[] = new Array(0x10000);

/** The script of most letters. */
function mainScript(text: string): Script {
  const counts: Record<Script, number> = { Arab: 0, Latn: 0, Cyrl: 0, Zyyy: 0 };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    scripts[unit] ??= scriptOf(unit);
    // A surrogate pair is one character.
    if (unit >= 0xd800 && unit <= 0xdbff) counts[scriptOf(text.codePointAt(at++)!)]++;
    else counts[scripts[unit]]++;
  }
  counts.Zyyy = 0;
  const [best] = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  return best![1] > 0 ? (best![0] as Script) : 'Zyyy';
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
function evidence(text: string, languages: readonly Language[]): Evidence[] {
  const scores = languages.map(({ primary }) => (primary ? 0 : -LEAD));
  tokenise(text, (start, end) => {
    const said = evidenceOf(text.slice(start, end), languages);
    if (said !== NOTHING) for (let i = 0; i < scores.length; i++) scores[i]! += said[i]!;
  });
  return languages.map(({ code }, i) => ({ code, score: scores[i]! })).sort((a, b) => b.score - a.score);
}

/** What a word says that is no function word and has no cue letter: most words. */
const NOTHING: readonly number[] = [];
/** Words whose evidence is remembered: news repeats itself. */
const REMEMBERED = 100_000;
const remembered = new Map<Script, Map<string, readonly number[]>>();

/** What one word says for each of the languages, which are all those of its script. */
function evidenceOf(word: string, languages: readonly Language[]): readonly number[] {
  const { script } = languages[0]!;
  let known = remembered.get(script);
  if (known === undefined || known.size > REMEMBERED) {
    known = new Map();
    remembered.set(script, known);
  }
  let said = known.get(word);
  if (said === undefined) {
    said = languages.map(({ code, cueLetters }) => {
      let score = analyserFor(code).isStop(word) ? 1 : 0;
      for (const letter of word) if (cueLetters.includes(letter)) score += CUE;
      return score;
    });
    if (said.every((score) => score === 0)) said = NOTHING;
    known.set(detached(word), said);
  }
  return said;
}

function ask(text: string, languages: readonly Language[]): string | undefined {
  if (text.length < FRANC_FROM || languages.length === 1) return undefined;
  const [best] = francAll(text, { only: languages.map(({ iso3 }) => iso3), minLength: FRANC_FROM });
  return languages.find(({ iso3 }) => iso3 === best?.[0])?.code;
}
