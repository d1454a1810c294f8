/** The texts of these pages, for every part of them. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AdminTexts } from './texts.ts';

export const AdminTextsContext = createContext<AdminTexts | undefined>(undefined);

export function useTexts(): AdminTexts {
  const texts = useContext(AdminTextsContext);
  if (texts === undefined) throw new Error('The texts are not loaded.');
  return texts;
}
