/** What the page and the service that delivers it agree on. */

/** BCP 47 codes of the languages in which the page speaks. */
export const INTERFACE_LANGUAGES = ['ar', 'tr', 'en', 'ru'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Cookies, so that the service can deliver the page as it was chosen: without a flash of another one. */
export const LANGUAGE_COOKIE = 'lisan-language';
export const THEME_COOKIE = 'lisan-theme';

/** The opening tag that the service puts the reader's language, direction and theme into. */
export const ROOT_TAG = '<html lang="en" dir="ltr" data-theme="auto">';

/** `timezone`: the IANA name of the zone that decides on which day an article was published. */
export function rootTag(language: InterfaceLanguage, theme: Theme, timezone: string): string {
  const attributes = `lang="${language}" dir="${interfaceDirection(language)}" data-theme="${theme}"`;
  return `<html ${attributes} data-timezone="${timezone}">`;
}

export function interfaceDirection(language: InterfaceLanguage): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
