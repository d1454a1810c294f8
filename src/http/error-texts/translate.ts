/** Errors in the language of the client: `code` stays, `message` and `remedy` are translated. */
import type { LisanError } from '../../common/errors.ts';
import type { InterfaceLanguage } from '../../web/i18n/languages.ts';
import { ARABIC } from './ar.ts';
import { ENGLISH, type ErrorTexts, type OtherTexts } from './english.ts';
import { PERSIAN } from './fa.ts';
import { RUSSIAN } from './ru.ts';
import { TURKISH } from './tr.ts';

const TRANSLATIONS: Readonly<Record<Exclude<InterfaceLanguage, 'en'>, ErrorTexts>> = {
  ar: ARABIC,
  fa: PERSIAN,
  ru: RUSSIAN,
  tr: TURKISH,
};

const PLACEHOLDER = /\{(\d)\}/g;

/** Each English text as a pattern of what varies in it. */
const PATTERNS = ENGLISH.map((english) => {
  const parts = english.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { english, pattern: new RegExp(`^${parts.join('(.*?)')}$`, 's') };
});

/** The texts of an error in a language of the interface. What has no translation is given in English within it. */
export function textsIn(
  language: InterfaceLanguage,
  { code, message, remedy }: Pick<LisanError, 'code' | 'message' | 'remedy'>,
): { message: string; remedy: string } {
  if (language === 'en') return { message, remedy };
  const translation = TRANSLATIONS[language];
  return {
    message: translated(translation, message) ?? filled(translation.others[topicOf(code)], [message]),
    remedy: translated(translation, remedy) ?? filled(translation.others.remedy, [remedy]),
  };
}

function translated({ texts }: ErrorTexts, text: string): string | undefined {
  if (text === '') return text;
  for (const { english, pattern } of PATTERNS) {
    const match = pattern.exec(text);
    if (match !== null) return filled(texts[english], match.slice(1));
  }
  return undefined;
}

const filled = (template: string, values: readonly string[]): string =>
  template.replace(PLACEHOLDER, (_, place: string) => values[Number(place)] ?? '');

function topicOf(code: string): Exclude<keyof OtherTexts, 'remedy'> {
  if (code.startsWith('engine_')) return 'engine';
  if (code.startsWith('index_')) return 'index';
  return /^(?:archive|database|document|lease)_/.test(code) ? 'archive' : 'other';
}
