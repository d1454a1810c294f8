/** The client's language. */
import type { Request } from 'express';
import { INTERFACE_LANGUAGE_CODES } from '../../analysis/languages/registry.ts';

/** BCP 47 code by `Accept-Language`; English if it names no language of lisan. */
export function interfaceLanguage(request: Request): string {
  return request.acceptsLanguages(['en', ...INTERFACE_LANGUAGE_CODES]) || 'en';
}
