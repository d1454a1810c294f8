/** What mails and their pages say: one file in `texts/` for each language of the interface. */
import type { InterfaceLanguage } from '../web/i18n/languages.ts';
import type { AlertTexts, Plural } from './texts/alert-texts.ts';
import { ARABIC } from './texts/ar.ts';
import { ENGLISH } from './texts/en.ts';
import { PERSIAN } from './texts/fa.ts';
import { RUSSIAN } from './texts/ru.ts';
import { TURKISH } from './texts/tr.ts';

const TEXTS: Readonly<Record<InterfaceLanguage, AlertTexts>> = {
  ar: ARABIC,
  en: ENGLISH,
  fa: PERSIAN,
  ru: RUSSIAN,
  tr: TURKISH,
};

export const textsOf = (language: InterfaceLanguage): AlertTexts => TEXTS[language];

/** The plural form for a number, with the number as the language writes it. */
export function counted(language: InterfaceLanguage, forms: Plural, count: number): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace('{n}', () => new Intl.NumberFormat(language).format(count));
}
