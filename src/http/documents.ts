/** `GET /api/documents/:id`: the whole article as stored, with what analysis knows of it. */
import type { RequestHandler } from 'express';
import { annotate, languagesOf } from '../annotate.ts';
import { nameIn } from '../entities/gazetteer.ts';
import { messageOf } from '../errors.ts';
import type { Service } from '../service.ts';
import { unknownDocument } from '../similar.ts';
import type { StoredArticle } from '../types.ts';
import { interfaceLanguage } from './language.ts';

/** Near-duplicates that are named. */
const DUPLICATES = 50;

export function documents(service: Service): RequestHandler<{ id: string }> {
  const { archive, tagger, gazetteer } = service;
  return async (request, response) => {
    const article = archive.get(request.params.id);
    if (article === undefined) throw unknownDocument(request.params.id);
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
      related: archive.related(article).map(short),
      duplicates: await duplicatesOf(service, article.id),
    });
  };
}

const short = ({ id, title, source, publishedAt }: StoredArticle) => ({ id, title, source, publishedAt });

/** Documents with nearly the same text. The index knows them; without one an article is shown all the same. */
async function duplicatesOf(
  { archive, live, log }: Service,
  id: string,
): Promise<ReturnType<typeof short>[]> {
  try {
    const ids = await (await live.current()).duplicates(id, DUPLICATES);
    const articles = archive.getMany(ids);
    return ids.flatMap((other) => articles.get(other) ?? []).map(short);
  } catch (thrown) {
    log.warn({ reason: messageOf(thrown) }, 'near-duplicates are not known');
    return [];
  }
}
