/** `GET /api/documents/:id/marks`: where in a whole article the words of a query are, for reading it after a search. */
import type { RequestHandler } from 'express';
import type { AppContext } from '../context.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { readMarks } from '../schemas/parameters.ts';

export function marks({ readPool }: AppContext): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { q, match } = readMarks(request.query);
    const asked = { id: request.params.id, q, match, language: interfaceLanguage(request) };
    await readPool.send(response, 'marks', asked);
  };
}
