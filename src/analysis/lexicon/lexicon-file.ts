/**
 * The files of the lexicon, one for each language in data/lexicon: gzipped lines of a word and, for each of the other
 * languages in the order of `LEXICON_LANGUAGES`, its translations. A translation is the line number of a word in the
 * file of that language (from 0, base 36) and a capital letter for its weight. Words come in the order of frequency.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export const LEXICON_FOLDER = new URL('../../../data/lexicon/', import.meta.url);

/** BCP 47 codes. */
export const LEXICON_LANGUAGES = ['ar', 'tr', 'en', 'ru'] as const;
export type LexiconLanguage = (typeof LEXICON_LANGUAGES)[number];

const FIRST_LETTER = 'A'.charCodeAt(0);
const LETTERS = 26;

/** The letter of a weight from 0 to 1. */
export function weightCode(weight: number): string {
  return String.fromCharCode(FIRST_LETTER + Math.round(weight * (LETTERS - 1)));
}

/** One file: words by line, and the translations of each line as they are written. */
export interface LexiconFile {
  words: readonly string[];
  translations: readonly (readonly string[])[];
}

export function readLexiconFile(language: LexiconLanguage): LexiconFile {
  const text = gunzipSync(readFileSync(new URL(`${language}.tsv.gz`, LEXICON_FOLDER))).toString();
  const words: string[] = [];
  const translations: string[][] = [];
  for (const line of text.trimEnd().split('\n')) {
    const [word, ...others] = line.split('\t');
    words.push(word!);
    translations.push(others);
  }
  return { words, translations };
}

/** Translations as they are written, as line numbers with weights from 0 to 1. */
export function* parseTranslations(written: string): Generator<[line: number, weight: number]> {
  if (written === '') return;
  for (const item of written.split(' ')) {
    const weight = (item.charCodeAt(item.length - 1) - FIRST_LETTER) / (LETTERS - 1);
    yield [Number.parseInt(item.slice(0, -1), 36), weight];
  }
}
