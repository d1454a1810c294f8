/** The reader's choices: language and appearance as cookies, which the service reads; keys in this browser only. */
import {
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  interfaceDirection,
  LANGUAGE_COOKIE,
  THEME_COOKIE,
  THEMES,
  type Theme,
} from './interface.ts';

const YEAR = 31_536_000;
const SLASH = 'lisan-slash';

/** As the service delivered it. */
export function currentLanguage(): InterfaceLanguage {
  const { lang } = document.documentElement;
  return INTERFACE_LANGUAGES.find((code) => code === lang) ?? 'en';
}

export function chooseLanguage(language: InterfaceLanguage): void {
  setCookie(LANGUAGE_COOKIE, language);
  document.documentElement.lang = language;
  document.documentElement.dir = interfaceDirection(language);
}

/** The zone of the service, which decides on which day an article was published; UTC if the browser does not know it. */
export function currentTimeZone(): string {
  const { timezone = 'UTC' } = document.documentElement.dataset;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return THEMES.find((known) => known === theme) ?? 'auto';
}

export function chooseTheme(theme: Theme): void {
  setCookie(THEME_COOKIE, theme);
  document.documentElement.dataset.theme = theme;
}

/** Whether the key / goes to the search box; WCAG 2.1.4 asks that such a key can be switched off. */
export function slashKey(): boolean {
  try {
    return localStorage.getItem(SLASH) !== 'off';
  } catch {
    return true;
  }
}

export function chooseSlashKey(on: boolean): void {
  try {
    localStorage.setItem(SLASH, on ? 'on' : 'off');
  } catch {
    // See recent.ts.
  }
}

function setCookie(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
}
