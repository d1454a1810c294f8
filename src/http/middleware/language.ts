/** The language in which the service speaks to a client. */
import type { Request } from 'express';
import { INTERFACE_LANGUAGE_CODES } from '../../analysis/languages/registry.ts';

/** BCP 47 code by `Accept-Language`; English where it asks for none of ours. */
export function interfaceLanguage(request: Request): string {
  return request.acceptsLanguages(['en', ...INTERFACE_LANGUAGE_CODES]) || 'en';
}
