/**
 * Folding shared by every language in Latin script: to one key that any keyboard can type.
 * Letters with marks lose them (ş ğ ç ö ü â é), letters without a decomposition are spelled out (ß æ ø ł),
 * and ı and i are one. Apostrophes inside a word go.
 */

import { characterwise, forWordsWith } from '../code-unit-set.ts';
import type { TokenFilter } from '../language.ts';

const MARKS = /\p{M}+/gu;
const APOSTROPHES = /['’ʼ‘`´′＇]/g;
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  đ: 'd',
  ħ: 'h',
  ł: 'l',
  ŋ: 'n',
  ſ: 's',
  ə: 'e',
  ŧ: 't',
};
const UNDECOMPOSED_LETTERS = new RegExp(`[${Object.keys(UNDECOMPOSED).join('')}]`, 'g');

const folding = characterwise((text) =>
  text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(UNDECOMPOSED_LETTERS, (letter) => UNDECOMPOSED[letter]!)
    .replace(APOSTROPHES, '')
    .normalize('NFC'),
);

/** ASCII folding of a lower-case word. */
export function foldLatin(word: string): string {
  return folding(word) || word;
}

/** Whether a letter has another lower case. */
export const hasCase = (letter: string): boolean => letter.toLowerCase() !== letter;

export const latinFolding: TokenFilter = { name: 'ASCII folding', form: 'folded', apply: foldLatin };

/** Lower-casing of every language but Turkish. İ loses the dot that full case mapping would leave behind. */
export const lowerCase: TokenFilter = {
  name: 'lower case',
  form: 'exact',
  apply: forWordsWith(hasCase, (word) => word.replaceAll('İ', 'i').toLowerCase()),
};
