/** Documents of Meilisearch's clients as articles: the primary key, and the attributes that lisan knows. */
import type { Article, StoredArticle } from '../../common/types.ts';
import { ExtraFields } from '../../ingest/extra-fields.ts';
import { readRecord } from '../../ingest/record.ts';

/** Longest id, in bytes. */
const MAX_ID_BYTES = 511;

/** Why a task fails, in Meilisearch's terms. */
export class TaskFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The attribute that holds the id: one whose name ends with `id`. @throws TaskFailure if there is none, or several. */
export function primaryKeyIn(document: unknown): string {
  const names = Object.keys((document ?? {}) as object).filter((name) => name.toLowerCase().endsWith('id'));
  if (names.length === 1) return names[0]!;
  if (names.includes('id')) return 'id';
  throw names.length === 0
    ? new TaskFailure(
        'index_primary_key_no_candidate_found',
        'The primary key inference failed as the engine did not find any field ending with `id` in its name. Please specify the primary key manually using the `primaryKey` query parameter.',
      )
    : new TaskFailure(
        'index_primary_key_multiple_candidates_found',
        `The primary key inference failed as the engine found ${names.length} fields ending with \`id\` in their names: '${names[0]}' and '${names[1]}'. Please specify the primary key manually using the \`primaryKey\` query parameter.`,
      );
}

/** @throws TaskFailure `missing_document_id`, `invalid_document_id`. */
function idOf(document: Readonly<Record<string, unknown>>, primaryKey: string): string {
  const id = document[primaryKey];
  if (id === undefined || id === null) {
    throw new TaskFailure(
      'missing_document_id',
      `Document doesn't have a \`${primaryKey}\` attribute: \`${shortened(document)}\`.`,
    );
  }
  const isText = typeof id === 'string' && id !== '' && id.isWellFormed();
  if ((isText && Buffer.byteLength(id) <= MAX_ID_BYTES) || Number.isSafeInteger(id)) return String(id);
  throw new TaskFailure(
    'invalid_document_id',
    `Document identifier \`${shortened(id)}\` is invalid. It can be a whole number below 2^53 or a text of at most ${MAX_ID_BYTES} bytes.`,
  );
}

const shortened = (value: unknown): string => JSON.stringify(value).slice(0, 200);

/** Attributes of lisan, which an article has as such. `date`, `lang` and `entity` are made by lisan. */
const OWN = ['id', 'title', 'body', 'url', 'source', 'publishedAt', 'keywords'];
const MADE = ['date', 'lang', 'entity'];

/**
 * A document as an article. Attributes under other names that lisan knows (`author`, `content`) fill the article's
 * fields; all but lisan's own are kept under their name, too. `remarks`: what was not understood, or cannot be kept.
 * @throws TaskFailure if it cannot be an article.
 */
export function articleOf(
  document: unknown,
  primaryKey: string,
  existing: (id: string) => StoredArticle | undefined,
): { article: Article; remarks: string[] } {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw new TaskFailure(
      'malformed_payload',
      `A document must be an object, not \`${shortened(document)}\`.`,
    );
  const attributes = document as Readonly<Record<string, unknown>>;
  const id = idOf(attributes, primaryKey);
  const before = existing(id);
  const { [primaryKey]: key, ...sent } = attributes;
  const record = { ...(before && attributesOf(before)), ...without(sent, MADE), id };
  const remarks: string[] = [];
  let article: Article | undefined;
  for (const result of readRecord(record, 'request', 1, { typed: true })) {
    if ('article' in result) article = result.article;
    else remarks.push(`document ${id}: ${result.problem.reason}`);
  }
  if (article === undefined)
    throw new TaskFailure('invalid_document', `Document \`${id}\` cannot be stored: ${remarks.join('; ')}.`);
  const kept = new ExtraFields();
  // The id as it was sent, if it is not the article's own.
  if (primaryKey !== 'id' || typeof key !== 'string') kept.add(primaryKey, key);
  for (const [name, value] of Object.entries({ ...before?.fields, ...without(sent, [...OWN, ...MADE]) }))
    kept.add(name, value);
  if (kept.unused.length > 0) remarks.push(`document ${id}: not kept as sent: ${kept.unused.join(', ')}`);
  const { fields: _, ...rest } = article;
  return { article: { ...rest, ...(kept.result !== undefined && { fields: kept.result }) }, remarks };
}

const without = (attributes: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));

/** The attributes that an update keeps if it does not send them. */
function attributesOf(article: StoredArticle): Record<string, unknown> {
  const { title, body, url, source, publishedAt, publishedText, keywords } = article;
  const { authors, section, image, language } = article;
  const date = publishedAt ?? publishedText;
  return { title, body, url, source, publishedAt: date, keywords, authors, section, image, language };
}
