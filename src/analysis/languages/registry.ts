/** The languages by code, by stored number and by script, each with its analyzer. The list itself is in `list.ts`. */
import { Analyzer } from '../analyzer.ts';
import type { Language, Script } from '../language.ts';
import { LANGUAGES } from './list.ts';
import { undetermined } from './undetermined.ts';

export { LANGUAGES } from './list.ts';

/** Languages that archives are kept in. */
export const PREFERRED_LANGUAGES: readonly Language[] = LANGUAGES.filter(({ preferred }) => preferred);
/** Codes of the languages in which entities should have names. */
export const ENTITY_NAME_LANGUAGES: readonly string[] = LANGUAGES.filter(
  ({ entityNames }) => entityNames,
).map(({ code }) => code);

const analyzers = new Map<string, Analyzer>([
  ...LANGUAGES.map((language) => [language.code, new Analyzer(language, ofOtherScript)] as const),
  [undetermined.code, new Analyzer(undetermined)],
]);

/**
 * The analyzer of a word in a text of another script: that of the only preferred language written in its script; where
 * there are several, the word is folded and not stemmed.
 */
function ofOtherScript(script: Script): Analyzer | undefined {
  if (script === 'Zyyy') return undefined;
  const written = PREFERRED_LANGUAGES.filter((language) => language.script === script);
  return analyzerFor(written.length === 1 ? written[0]!.code : undetermined.code);
}

/** The language of a BCP 47 code; `undefined` if lisan does not know it. */
export function languageFor(code: string): Language | undefined {
  return analyzers.get(code)?.language;
}

/** The analyzer of a BCP 47 code; text of an unknown language is folded and not stemmed. */
export function analyzerFor(code: string): Analyzer {
  return analyzers.get(code) ?? analyzers.get(undetermined.code)!;
}

function stemmersOf(script: Script): Analyzer[] {
  const stemmed = LANGUAGES.filter((language) => language.stemmed && language.script === script);
  return [...stemmed, undetermined].map(({ code }) => analyzerFor(code));
}

const analyzersByScript: Readonly<Record<Script, readonly Analyzer[]>> = {
  Arab: stemmersOf('Arab'),
  Latn: stemmersOf('Latn'),
  Cyrl: stemmersOf('Cyrl'),
  Zyyy: stemmersOf('Zyyy'),
};

/**
 * Analyzers for a word of which only the script is known: those of the stemmed languages written in it, and the one
 * that only folds, which gives the forms of every other language.
 */
export function analyzersOfScript(script: Script): readonly Analyzer[] {
  return analyzersByScript[script];
}

const codesByNumber = new Map(LANGUAGES.map(({ number, code }) => [number, code]));

/** The number of a language in stored indexes: 0 to 255. */
export function languageNumber(code: string): number {
  return analyzerFor(code).language.number;
}

/** The code of a stored number; `und` if no language has it. */
export function languageOfNumber(number: number): string {
  return codesByNumber.get(number) ?? undetermined.code;
}
