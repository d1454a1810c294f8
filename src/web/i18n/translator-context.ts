/** How components speak: the translator of the reader's language, from the frame of the page. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translator } from './translator.ts';

export const TranslatorContext = createContext<Translator | undefined>(undefined);

export function useTranslator(): Translator {
  const translator = useContext(TranslatorContext);
  if (translator === undefined) throw new Error('A component is outside of TranslatorContext.');
  return translator;
}
