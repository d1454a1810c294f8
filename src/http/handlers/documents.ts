/** `GET /api/documents/:id`: the whole article as stored, with what analysis knows of it. */
import type { RequestHandler } from 'express';
import type { AppContext } from '../context.ts';
import { interfaceLanguage } from '../middleware/language.ts';

export function documents({ readPool }: AppContext): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const asked = { id: request.params.id, language: interfaceLanguage(request) };
    await readPool.send(response, 'document', asked);
  };
}
