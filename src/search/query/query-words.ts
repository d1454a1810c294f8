/** The words of a query text, in the forms of every language that they may belong to. */

import type { Analyzer } from '../../analysis/analyzer.ts';
import { scriptOfWord } from '../../analysis/folding/homoglyphs.ts';
import type { Forms } from '../../analysis/forms.ts';
import { analyzersOfScript } from '../../analysis/languages/registry.ts';
import { tokenize } from '../../analysis/tokenizer.ts';
import type { QueryWord } from './query.ts';

/** The words of a part of a query. `offset` is where the part begins in the query, in UTF-16 code units. */
export function queryWordsOf(text: string, offset: number): QueryWord[] {
  const words: QueryWord[] = [];
  tokenize(text, (start, end) => {
    const word = text.slice(start, end);
    const forms = [...formsOf(word), ...formsWithElided(text, start, word)];
    words.push({ text: word, start: start + offset, end: end + offset, forms });
  });
  return words;
}

/** The forms of a word with the elided letter before it, as others write it: L'Oréal, Loreal. */
function formsWithElided(text: string, start: number, word: string): Forms[] {
  const [, letter] = /(?<!\p{L})(\p{L})['’]$/u.exec(text.slice(Math.max(0, start - 3), start)) ?? [];
  return letter === undefined ? [] : formsOf(letter + word);
}

/** The forms of a word in every primary language of its script, and as it is in others; each different set once. */
export function formsOf(word: string): Forms[] {
  const all = analyzersOfWord(word).map((analyzer) => analyzer.forms(word));
  return all.filter(
    (forms, index) =>
      all.findIndex((other) => other.hashes.every((hash, form) => hash === forms.hashes[form])) === index,
  );
}

/** The analyzers of the script of a word. */
export function analyzersOfWord(word: string): readonly Analyzer[] {
  return analyzersOfScript(scriptOfWord(word));
}
