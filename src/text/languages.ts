/** The languages lisan knows, in order of preference where nothing else decides. One line a language. */
import { Analyser } from './analyse.ts';
import { arabic } from './arabic.ts';
import { english } from './english.ts';
import type { Language, Script } from './language.ts';
import { russian } from './russian.ts';
import { turkish } from './turkish.ts';
import { undetermined } from './undetermined.ts';

export const LANGUAGES: readonly Language[] = [arabic, turkish, english, russian];

const analysers = new Map<string, Analyser>(
  [...LANGUAGES, undetermined].map((language) => [language.code, new Analyser(language)]),
);

/** The analyser of a BCP 47 code; text of an unknown language is folded and not stemmed. */
export function analyserFor(code: string): Analyser {
  return analysers.get(code) ?? analysers.get(undetermined.code)!;
}

/** Analysers of the languages written in a script; the one of no language where there is none. */
export function analysersOfScript(script: Script): readonly Analyser[] {
  const found = LANGUAGES.filter((language) => language.script === script);
  return found.length > 0
    ? found.map((language) => analyserFor(language.code))
    : [analyserFor(undetermined.code)];
}
