/** What every component needs to speak: the messages of the reader's language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Wording } from '../i18n/format.ts';

export const WordingContext = createContext(new Wording('en'));
export const useWording = (): Wording => useContext(WordingContext);
