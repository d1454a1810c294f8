/** The analysis of a text, word by word, for `lisan explain` and for programs that use lisan as a library. */
import { Analyzer } from '../analysis/analyzer.ts';
import type { Form, Language } from '../analysis/language.ts';
import { detectLanguage } from '../analysis/language-detection.ts';
import { analyzerFor } from '../analysis/languages/registry.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import { formsOf } from '../search/query/query-words.ts';

export interface AnalyzedWord {
  word: string;
  /** UTF-16 code units of the text. */
  start: number;
  end: number;
  /** Whether it is a stop word. */
  stop: boolean;
  /** The word after every token filter, in order. */
  steps: { form: Form; step: string; value: string }[];
  /** Stems that a query with this word also looks for, because its language may be another one. */
  others: string[];
}

export interface AnalyzedText {
  /** BCP 47 code; `und` if nothing is known. */
  language: string;
  words: AnalyzedWord[];
}

/**
 * The words of a text with every step of their analysis. `language`: a BCP 47 code, or a `Language` of your own; by
 * default it is detected.
 * @example
 * import { analyze } from 'lisan';
 *
 * const { language, words } = analyze('Lavrov’dan', { language: 'tr' });
 * console.log(language, words[0].steps.findLast(({ form }) => form === 'stem').value); // tr lavrov
 */
export function analyze(text: string, { language }: { language?: string | Language } = {}): AnalyzedText {
  const analyzer =
    typeof language === 'object' ? new Analyzer(language) : analyzerFor(language ?? detectLanguage(text));
  const words: AnalyzedWord[] = [];
  tokenize(text, (start, end) => {
    const word = text.slice(start, end);
    const { stop, stem } = analyzer.forms(word);
    words.push({
      word,
      start,
      end,
      stop,
      steps: analyzer.explain(word).map(({ step, value }) => ({ form: step.form, step: step.name, value })),
      others: formsOf(word).flatMap((forms) => (forms.stem === stem ? [] : [forms.stem])),
    });
  });
  return { language: analyzer.language.code, words };
}
