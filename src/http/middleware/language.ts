/** The client's language, by `Accept-Language`. */
import type { Request } from 'express';
import { DEFAULT_LANGUAGE, INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../web/i18n/languages.ts';

/** Codes in the order in which they are preferred where a client has no preference. */
const CODES: readonly InterfaceLanguage[] = [
  DEFAULT_LANGUAGE,
  ...INTERFACE_LANGUAGES.map(({ code }) => code).filter((code) => code !== DEFAULT_LANGUAGE),
];

/** The language of the interface that the client prefers; the default for clients that want none of them. */
export function interfaceLanguage(request: Request): InterfaceLanguage {
  return (request.acceptsLanguages([...CODES]) || DEFAULT_LANGUAGE) as InterfaceLanguage;
}
