/** The languages lisan knows, in order of preference where nothing else decides. One line a language. */
import { Analyser } from '../analyzer.ts';
import type { Language, Script } from '../language.ts';
import { arabic } from './arabic.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { persian } from './persian.ts';
import { russian } from './russian.ts';
import { turkish } from './turkish.ts';
import { undetermined } from './undetermined.ts';

export const LANGUAGES: readonly Language[] = [arabic, turkish, english, russian, persian, german, french];

/** The languages of the interface, and of nearly all documents. */
export const PRIMARY_LANGUAGES = LANGUAGES.filter(({ primary }) => primary);

const analysers = new Map<string, Analyser>([
  ...LANGUAGES.map((language) => [language.code, new Analyser(language, ofStranger)] as const),
  [undetermined.code, new Analyser(undetermined)],
]);

/**
 * The analyser of a word in a text of another script: that of the only primary language written in its script; where
 * there are several, the word is folded and not stemmed.
 */
function ofStranger(script: Script): Analyser | undefined {
  if (script === 'Zyyy') return undefined;
  const written = PRIMARY_LANGUAGES.filter((language) => language.script === script);
  return analyserFor(written.length === 1 ? written[0]!.code : undetermined.code);
}

/** The analyser of a BCP 47 code; text of an unknown language is folded and not stemmed. */
export function analyserFor(code: string): Analyser {
  return analysers.get(code) ?? analysers.get(undetermined.code)!;
}

/**
 * Analysers for a word of which only the script is known: those of the primary languages written in it, and the one
 * that only folds, which gives the forms of every other language.
 */
export function analysersOfScript(script: Script): readonly Analyser[] {
  const primary = PRIMARY_LANGUAGES.filter((language) => language.script === script);
  return [...primary, undetermined].map(({ code }) => analyserFor(code));
}
