/** The words of a query of several words, each with a colour and a pattern of its own wherever it is marked. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useTranslator } from '../i18n/translator-context.ts';

/** Colours and patterns; styles/marks.css has as many. */
export const WORD_COLOURS = 6;

/** Each word with its number from 0 in the order of the query. Empty where there is only one: colours then tell how it matched. */
export type WordNumbers = ReadonlyMap<string, number>;

export const MarkedWords = createContext<WordNumbers>(new Map());

/** Numbers the words that are marked. Pure. */
export function numberedWords(q: string, marks: readonly { word: string }[]): WordNumbers {
  const words = [...new Set(marks.map(({ word }) => word))];
  if (words.length < 2) return new Map();
  const place = (word: string): number => {
    const at = q.indexOf(word);
    return at === -1 ? q.length : at;
  };
  words.sort((a, b) => place(a) - place(b));
  return new Map(words.map((word, index) => [word, index % WORD_COLOURS]));
}

/** The number of a marked word, as an attribute. */
export function useWordNumber(): (word: string) => number | undefined {
  const numbers = useContext(MarkedWords);
  return (word) => numbers.get(word);
}

/** Which colour and pattern is which word. */
export function WordLegend() {
  const { messages } = useTranslator();
  const numbers = useContext(MarkedWords);
  if (numbers.size === 0) return null;
  return (
    <ul class="legend word-legend" aria-label={messages.wordLegend}>
      {[...numbers].map(([word, number]) => (
        <li key={word}>
          <mark data-word={number}>
            <bdi>{word}</bdi>
          </mark>
        </li>
      ))}
    </ul>
  );
}
