/** Which names of a list mean other things too, by rule: nobody has looked at them. */
import { isInDictionary } from '../../analysis/dictionary.ts';
import { scriptOf } from '../../analysis/folding/unicode.ts';
import { analyzersOfScript } from '../../analysis/languages/registry.ts';
import { lexicon } from '../../analysis/lexicon/lexicon.ts';

/** Why a name is ambiguous. */
export const AMBIGUITIES = ['word', 'shared', 'given', 'short', 'weak'] as const;
export type Ambiguity = (typeof AMBIGUITIES)[number];

/** A single word with fewer letters is too short to mean one thing; in capitals throughout (EU) it is an acronym. */
const LETTERS_FROM = 3;
/** Weight of a translation from which on an Arabic word is taken for it. */
const SURE = 0.3;

/** What is known about names of other entities. Words in folded form. */
export interface OtherNames {
  isShared(words: readonly string[]): boolean;
  isGivenName(word: string): boolean;
}

/** Why a name means other things too; `undefined` for one that does not. */
export function ambiguityOf(
  name: string,
  words: readonly string[],
  others: OtherNames,
): Ambiguity | undefined {
  if (words.length === 1) {
    const [word] = words as [string];
    if ([...word].length < LETTERS_FROM) return 'short';
    if (others.isGivenName(word)) return 'given';
    if (isWord(name)) return 'word';
  }
  return others.isShared(words) ? 'shared' : undefined;
}

const known = new Map<string, boolean>();
const KNOWN = 100_000;

/** Whether a name is a word of a dictionary: of Arabic, for which there is none, if its translation into English is one. */
export function isWord(name: string): boolean {
  let answer = known.get(name);
  if (answer === undefined) {
    answer = lookedUp(name);
    if (known.size >= KNOWN) known.clear();
    known.set(name, answer);
  }
  return answer;
}

function lookedUp(name: string): boolean {
  const script = scriptOf(name.codePointAt(0)!);
  const forms = analyzersOfScript(script).map((analyzer) => analyzer.forms(name));
  if (forms.some(({ stop }) => stop) || isInDictionary(forms)) return true;
  if (script !== 'Arab') return false;
  const [best] = lexicon.translate(name, 'ar').filter(({ language }) => language === 'en');
  return best !== undefined && best.weight >= SURE && isInDictionary([best.forms]);
}
