/** The reader's choices: language and appearance as cookies, which the service reads; keys in this browser only. */

import {
  DEFAULT_LANGUAGE,
  directionOfInterface,
  type InterfaceLanguage,
  interfaceLanguageOf,
} from '../i18n/languages.ts';
import { onHost } from './base-path.ts';
import { LANGUAGE_COOKIE, THEME_COOKIE, THEMES, type Theme } from './page-shell.ts';

const YEAR_SECONDS = 31_536_000;
const SLASH = 'lisan-slash';

/** As the service delivered it. */
export function currentLanguage(): InterfaceLanguage {
  return interfaceLanguageOf(document.documentElement.lang) ?? DEFAULT_LANGUAGE;
}

export function chooseLanguage(language: InterfaceLanguage): void {
  setCookie(LANGUAGE_COOKIE, language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOfInterface(language);
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

/** Whether the key / focuses the search box; WCAG 2.1.4 requires that such a key can be switched off. */
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
    // Private windows may refuse to store; the choice then lasts as long as the page.
  }
}

function setCookie(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${name}=${value}; path=${onHost('/')}; max-age=${YEAR_SECONDS}; samesite=lax`;
}
