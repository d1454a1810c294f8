import type { Language, Step } from './language.ts';
import { everyExact, everyVariant } from './unicode.ts';

export function foldArabic(word: string): string {
  return (
    word
      .replace(/[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u08D3-\u08FF]/g, '')
      .replace(/[أإآٱ]/g, 'ا')
      .replace(/[ىی]/g, 'ي')
      .replace(/[ةہھ]/g, 'ه')
      .replace(/ک/g, 'ك')
      .replace(/ؤ/g, 'و')
      .replace(/ئ/g, 'ي') || word
  );
}

export const arabicFolding: Step = { name: 'Arabic folding', form: 'variant', apply: foldArabic };

export const arabic: Language = {
  code: 'ar',
  name: 'العربية',
  script: 'Arab',
  dir: 'rtl',
  iso3: 'arb',
  cueLetters: '',
  steps: [
    ...everyExact,
    ...everyVariant,
    arabicFolding,
    {
      name: 'light',
      form: 'stem',
      apply: (word) =>
        word.replace(/^[وفبكل]?ال(?=..)|^لل(?=..)/, '').replace(/(?<=..)(ها|ان|ات|ون|ين|يه|ه|ي)$/, ''),
    },
  ],
  stopWords: ['في', 'من', 'على', 'إلى'],
};
