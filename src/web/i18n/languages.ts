/** The languages that the page speaks. Another one costs a line here and a file in `catalogues/`. */

interface InterfaceLanguageEntry {
  /** BCP 47 code. */
  code: string;
  /** The language in its own words. */
  name: string;
  dir: 'ltr' | 'rtl';
}

/** In the order in which the page offers them. */
export const INTERFACE_LANGUAGES = [
  { code: 'ar', name: 'العربية', dir: 'rtl' },
  { code: 'fa', name: 'فارسی', dir: 'rtl' },
  { code: 'tr', name: 'Türkçe', dir: 'ltr' },
  { code: 'en', name: 'English', dir: 'ltr' },
  { code: 'ru', name: 'Русский', dir: 'ltr' },
] as const satisfies readonly InterfaceLanguageEntry[];

export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number]['code'];

/** For readers who ask for none of the languages. */
export const DEFAULT_LANGUAGE: InterfaceLanguage = 'en';

/** The language of a code; undefined if the page does not speak it. */
export function interfaceLanguageOf(code: string | undefined): InterfaceLanguage | undefined {
  return INTERFACE_LANGUAGES.find((language) => language.code === code)?.code;
}

/** The direction in which a language of the interface is written. */
export function directionOfInterface(language: InterfaceLanguage): 'ltr' | 'rtl' {
  return INTERFACE_LANGUAGES.find(({ code }) => code === language)!.dir;
}

/** The direction in which any language is written, by its script. `language` is a BCP 47 code. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return RIGHT_TO_LEFT_SCRIPTS.has(script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** ISO 15924 codes of the scripts of today's languages that run from right to left. */
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Aran']);
