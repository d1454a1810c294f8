/** `GET /api/entities?q=` and `GET /api/entities/:id`: the gazetteer, and how the archive mentions whom. */
import type { RequestHandler } from 'express';
import type { AppContext } from '../context.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { readEntityQuery } from '../schemas/parameters.ts';

export function entities({ readPool }: AppContext): RequestHandler {
  return async (request, response) => {
    const asked = { ...readEntityQuery(request.query), language: interfaceLanguage(request) };
    await readPool.send(response, 'entities', asked);
  };
}

export function entity({ readPool }: AppContext): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const asked = { id: request.params.id, language: interfaceLanguage(request) };
    await readPool.send(response, 'entity', asked);
  };
}
