/** `GET /api/documents/:id`: a whole article as stored, with what analysis knows of it. */
import { z } from 'zod';
import { type ArticleAnswer, type ArticleReference, articleAnswer } from '../../answers/article.ts';
import { unknownDocument } from '../../archive/stored-row.ts';
import { idOfAddress } from '../../common/document-address.ts';
import { messageOf } from '../../common/errors.ts';
import type { StoredArticle } from '../../common/types.ts';
import { annotate, languagesOf } from '../../document/annotate.ts';
import { truncatedParts } from '../../document/truncated.ts';
import { nameIn } from '../../entities/gazetteer/gazetteer.ts';
import type { Service } from '../../service/service.ts';
import { DOCUMENT_ID, NO_ARTICLE, readRoute } from './route.ts';

/** Most near-duplicates that are listed. */
const MAX_DUPLICATES = 50;

export const document = readRoute({
  path: '/api/documents/:id',
  module: import.meta.url,
  summary: 'Get a whole article with its passages, mentions and related articles.',
  parts: DOCUMENT_ID,
  parameters: z.strictObject({}),
  answer: {
    description: 'The stored article, with passages, entities and related articles.',
    schema: articleAnswer,
  },
  errors: NO_ARTICLE,
  request: (_, { parts, language }) => ({ id: idOfAddress(parts.id!), language }),
  read: readArticle,
});

/** @throws LisanError `document_unknown`. */
async function readArticle(
  service: Service,
  { id, language }: { id: string; language: string },
): Promise<ArticleAnswer> {
  const { archive, tagger, gazetteer } = service;
  const article = archive.get(id);
  if (article === undefined) throw unknownDocument(id);
  const passages = annotate(article, tagger);
  const truncated = truncatedParts(article, passages, tagger.limits);
  const { sequence: _, deleted: __, page: ___, damaged: ____, ...stored } = article;
  return {
    ...stored,
    languages: languagesOf(passages),
    passages: passages.map(({ tokens: _tokens, mentions: _mentions, ...passage }) => passage),
    mentions: passages.flatMap(({ field, mentions }) =>
      mentions.map(({ start, end, entity }) => {
        const known = gazetteer.entities.get(entity);
        return {
          field,
          start,
          end,
          entity,
          ...(known !== undefined && { type: known.type, name: nameIn(known, language) }),
        };
      }),
    ),
    ...(truncated.length > 0 && { truncated }),
    related: archive.related(article).map(reference),
    duplicates: await duplicatesOf(service, article.id),
  };
}

const reference = ({ id, title, source, publishedAt }: StoredArticle): ArticleReference => ({
  id,
  title,
  ...(source !== undefined && { source }),
  ...(publishedAt !== undefined && { publishedAt }),
});

/** Documents with nearly the same text. Only the index knows them; an article is shown without it, too. */
async function duplicatesOf({ archive, live, log }: Service, id: string): Promise<ArticleReference[]> {
  try {
    const ids = await (await live.current()).duplicates(id, MAX_DUPLICATES);
    const articles = archive.getMany(ids);
    return ids.flatMap((other) => articles.get(other) ?? []).map(reference);
  } catch (thrown) {
    log.warn({ reason: messageOf(thrown) }, 'near-duplicates cannot be listed');
    return [];
  }
}
