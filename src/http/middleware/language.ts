/** The client's language, by `Accept-Language`. */
import type { Request } from 'express';
import { LANGUAGE_COOKIE } from '../../web/app/page-shell.ts';
import {
  DEFAULT_LANGUAGE,
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  interfaceLanguageOf,
} from '../../web/i18n/languages.ts';

/** Codes in the order in which they are preferred where a client has no preference. */
const CODES: readonly InterfaceLanguage[] = [
  DEFAULT_LANGUAGE,
  ...INTERFACE_LANGUAGES.map(({ code }) => code).filter((code) => code !== DEFAULT_LANGUAGE),
];

/** The language of the interface that the client prefers; the default for clients that want none of them. */
export function interfaceLanguage(request: Request): InterfaceLanguage {
  return (request.acceptsLanguages([...CODES]) || DEFAULT_LANGUAGE) as InterfaceLanguage;
}

/** The language that the reader chose on the page, else the one that the browser asks for. */
export function readerLanguage(request: Request): InterfaceLanguage {
  return interfaceLanguageOf(cookie(request, LANGUAGE_COOKIE)) ?? interfaceLanguage(request);
}

export function cookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
