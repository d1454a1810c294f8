/** `GET /api/documents/:id`: the whole article as stored, with what analysis knows of it. */
import type { RequestHandler } from 'express';
import { annotate, languagesOf } from '../annotate.ts';
import { nameIn } from '../entities/gazetteer.ts';
import { LisanError } from '../errors.ts';
import type { Service } from '../service.ts';
import type { StoredArticle } from '../types.ts';
import { interfaceLanguage } from './language.ts';

export function documents({ archive, tagger, gazetteer }: Service): RequestHandler<{ id: string }> {
  return (request, response) => {
    const article = archive.get(request.params.id);
    if (article === undefined) {
      throw new LisanError({
        code: 'document_unknown',
        message: `There is no document ${JSON.stringify(request.params.id)}.`,
        remedy: 'Take ids from the hits of a search.',
        status: 404,
      });
    }
    const language = interfaceLanguage(request);
    const passages = annotate(article, tagger);
    const { sequence: _, deleted: __, page: ___, ...stored } = article;
    response.json({
      ...stored,
      languages: languagesOf(passages),
      passages: passages.map(({ tokens: _tokens, mentions: _mentions, ...passage }) => passage),
      mentions: passages.flatMap(({ field, mentions }) =>
        mentions.map(({ start, end, entity }) => {
          const known = gazetteer.entities.get(entity);
          return { field, start, end, entity, type: known?.type, name: known && nameIn(known, language) };
        }),
      ),
      related: archive
        .related(article)
        .map(({ id, title, publishedAt }: StoredArticle) => ({ id, title, publishedAt })),
    });
  };
}
