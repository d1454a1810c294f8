/** The languages lisan knows, in order of preference where nothing else decides. One line a language. */
import { Analyzer } from '../analyzer.ts';
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

const analyzers = new Map<string, Analyzer>([
  ...LANGUAGES.map((language) => [language.code, new Analyzer(language, ofStranger)] as const),
  [undetermined.code, new Analyzer(undetermined)],
]);

/**
 * The analyzer of a word in a text of another script: that of the only primary language written in its script; where
 * there are several, the word is folded and not stemmed.
 */
function ofStranger(script: Script): Analyzer | undefined {
  if (script === 'Zyyy') return undefined;
  const written = PRIMARY_LANGUAGES.filter((language) => language.script === script);
  return analyzerFor(written.length === 1 ? written[0]!.code : undetermined.code);
}

/** The analyzer of a BCP 47 code; text of an unknown language is folded and not stemmed. */
export function analyzerFor(code: string): Analyzer {
  return analyzers.get(code) ?? analyzers.get(undetermined.code)!;
}

/**
 * Analysers for a word of which only the script is known: those of the primary languages written in it, and the one
 * that only folds, which gives the forms of every other language.
 */
export function analyzersOfScript(script: Script): readonly Analyzer[] {
  const primary = PRIMARY_LANGUAGES.filter((language) => language.script === script);
  return [...primary, undetermined].map(({ code }) => analyzerFor(code));
}
