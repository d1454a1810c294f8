/** What the page and the service that delivers it agree on: the opening tag and the cookies behind it. */
import { escapeHtml } from '../../common/html.ts';
import { directionOfInterface, type InterfaceLanguage } from '../i18n/languages.ts';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Cookies, so that the service delivers the page in the chosen language and theme, without a flash of another. */
export const LANGUAGE_COOKIE = 'lisan-language';
export const THEME_COOKIE = 'lisan-theme';

/** The opening tag that the service puts the reader's language, direction and theme into. */
export const ROOT_TAG = '<html lang="en" dir="ltr" data-theme="auto">';

/**
 * `timezone`: the IANA name of the zone that decides on which day an article was published; `base`: the path of the
 * service, with a slash at its end; `declared`: names of the fields that are facets.
 */
export function rootTag(
  language: InterfaceLanguage,
  theme: Theme,
  timezone: string,
  base = '/',
  declared: readonly string[] = [],
  across = false,
): string {
  const attributes = `lang="${language}" dir="${directionOfInterface(language)}" data-theme="${theme}"`;
  const facets = declared.length === 0 ? '' : ` data-facets="${escapeHtml(declared.join(','))}"`;
  const path = base === '/' ? '' : ` data-base="${base}"`;
  const translations = across ? ' data-across="on"' : '';
  return `<html ${attributes} data-timezone="${timezone}"${path}${facets}${translations}>`;
}
