/**
 * `GET /api/documents/:id/revisions` and `GET /api/documents/:id/revisions/:revision`: the versions of an article, and what
 * changed. A document that was deleted or taken down has none.
 */
import { z } from 'zod';
import {
  type RevisionAnswer,
  type RevisionsAnswer,
  revisionAnswer,
  revisionsAnswer,
} from '../../answers/revision.ts';
import type { EarlierRevision } from '../../archive/archive.ts';
import { unknownDocument } from '../../archive/stored-row.ts';
import { idOfAddress } from '../../common/document-address.ts';
import { LisanError } from '../../common/errors.ts';
import type { Article } from '../../common/types.ts';
import { differences } from '../../document/differences.ts';
import type { Service } from '../../service/service.ts';
import { DOCUMENT_ID, NO_ARTICLE, readRoute } from './route.ts';

/** Versions of an article that are listed and can be compared, the newest. */
const MAX_REVISIONS = 100;

export const revisions = readRoute({
  path: '/api/documents/:id/revisions',
  module: import.meta.url,
  summary: 'List the versions of an article.',
  parts: DOCUMENT_ID,
  parameters: z.strictObject({}),
  answer: { description: 'The present version and earlier ones.', schema: revisionsAnswer },
  errors: NO_ARTICLE,
  request: (_, { parts }) => ({ id: idOfAddress(parts.id!) }),
  read({ archive }, { id }): RevisionsAnswer {
    const all = versionsOf(archive, id);
    return {
      id,
      revisions: all.map(({ revision, storedAt, article }, index) => {
        const before = all[index + 1]?.article;
        return {
          revision,
          storedAt,
          title: article.title,
          changed: before ? changedIn(before, article) : [],
        };
      }),
      leftOut: archive.countRevisions(id) + 1 - all.length,
    };
  },
});

export const revision = readRoute({
  path: '/api/documents/:id/revisions/:revision',
  module: import.meta.url,
  summary: 'Get what a version of an article changed.',
  parts: { ...DOCUMENT_ID, revision: 'Number of the version.' },
  parameters: z.strictObject({
    with: z
      .string()
      .regex(/^\d{1,9}$/, 'must be the number of a version')
      .transform(Number)
      .optional()
      .meta({
        description: 'An earlier version to compare with. Default: the one before.',
        type: 'integer',
        minimum: 1,
      }),
  }),
  answer: { description: 'The differences from an earlier version.', schema: revisionAnswer },
  errors: NO_ARTICLE,
  request: (checked, { parts }) => ({
    id: idOfAddress(parts.id!),
    number: parts.revision!,
    than: checked.with,
  }),
  read({ archive }, { id, number, than }): RevisionAnswer {
    const all = versionsOf(archive, id);
    const index = all.findIndex((version) => String(version.revision) === number);
    if (index === -1) throw unknownRevision(id, number);
    const { revision: wanted, storedAt, article } = all[index]!;
    const earlier = all.slice(index + 1);
    const before = than === undefined ? earlier[0] : earlier.find((version) => version.revision === than);
    if (than !== undefined && before === undefined) throw unknownRevision(id, String(than));
    return {
      id,
      revision: wanted,
      storedAt,
      comparedWith: before?.revision ?? null,
      title: differences(before?.article.title ?? '', article.title),
      body: differences(before?.article.body ?? '', article.body),
      fields: before === undefined ? [] : changedFields(before.article, article),
    };
  },
});

/** The present version of a document and earlier ones, the newest first. @throws LisanError `document_unknown`. */
function versionsOf(archive: Service['archive'], id: string): EarlierRevision[] {
  const now = archive.get(id);
  if (now === undefined) throw unknownDocument(id);
  const storedAt = archive.storedAt([id]).get(id) ?? '';
  return [
    { revision: now.revision, article: now, storedAt },
    ...archive.revisions(id, MAX_REVISIONS - 1).reverse(),
  ];
}

/** Fields of an article by name that a reader can compare, as text. Those of its source have `fields.` before them. */
function textsOf(article: Article): Map<string, string> {
  const { title, body, url, source, publishedAt, publishedText, keywords, section, image, language } =
    article;
  const listed = { keywords: keywords.join(', '), authors: article.authors?.join(', ') };
  const own = Object.entries(article.fields ?? {}).map(
    ([name, value]) => [`fields.${name}`, [value].flat().join(', ')] as const,
  );
  const named = Object.entries({
    ...{ title, body, url, source, publishedAt, publishedText, section, image, language },
    ...listed,
  });
  return new Map([...named, ...own].flatMap(([name, text]) => (text ? [[name, text]] : [])));
}

function changedIn(before: Article, after: Article): string[] {
  const [one, other] = [textsOf(before), textsOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name));
}

function changedFields(before: Article, after: Article): RevisionAnswer['fields'] {
  const [one, other] = [textsOf(before), textsOf(after)];
  return changedIn(before, after)
    .filter((name) => name !== 'title' && name !== 'body')
    .map((name) => ({ name, before: one.get(name) ?? null, after: other.get(name) ?? null }));
}

function unknownRevision(id: string, number: string): LisanError {
  return new LisanError({
    code: 'revision_unknown',
    message: `There is no version ${number} of document ${JSON.stringify(id)} to compare.`,
    remedy: 'Take one from the list of its versions; the one to compare with must be earlier.',
    status: 404,
  });
}
