/** The client's language. */
import type { Request } from 'express';
import { PRIMARY_LANGUAGES } from '../../analysis/languages/registry.ts';

/** BCP 47 code by `Accept-Language`; English if it names no language of lisan. */
export function interfaceLanguage(request: Request): string {
  return request.acceptsLanguages(['en', ...PRIMARY_LANGUAGES.map(({ code }) => code)]) || 'en';
}
