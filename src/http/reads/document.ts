/** Reads a whole article as stored, with what analysis knows of it. */
import { unknownDocument } from '../../archive/stored-row.ts';
import { messageOf } from '../../common/errors.ts';
import type { StoredArticle } from '../../common/types.ts';
import { annotate, languagesOf } from '../../document/annotate.ts';
import { nameIn } from '../../entities/gazetteer/gazetteer.ts';
import type { Service } from '../../service/service.ts';

/** Near-duplicates that are named. */
const DUPLICATES = 50;

export interface DocumentRequest {
  id: string;
  /** BCP 47 code for names of entities. */
  language: string;
}

/** The article with its passages, mentions, neighbours and near-duplicates. @throws LisanError `document_unknown`. */
export async function readDocument(service: Service, { id, language }: DocumentRequest): Promise<object> {
  const { archive, tagger, gazetteer } = service;
  const article = archive.get(id);
  if (article === undefined) throw unknownDocument(id);
  const passages = annotate(article, tagger);
  const { sequence: _, deleted: __, page: ___, ...stored } = article;
  return {
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
