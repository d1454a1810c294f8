/** Shapes of the answers about one article. */
import { z } from 'zod';
import { entitySummary } from './entity.ts';
import { described, field, mark, offset, passage, truncated } from './passage.ts';

export const articleReference = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    source: z.string().optional(),
    publishedAt: z.string().optional(),
  })
  .meta({ id: 'ArticleReference' });
export type ArticleReference = z.infer<typeof articleReference>;

export const articleMention = z
  .strictObject({
    field,
    start: offset,
    end: offset,
    entity: z.string().meta(described('Id of the entity.')),
    type: entitySummary.shape.type.optional(),
    name: entitySummary.shape.name.optional(),
  })
  .meta({ id: 'ArticleMention' });

export const articleAnswer = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    body: z.string(),
    url: z.string().optional(),
    source: z.string().optional(),
    publishedAt: z.string().optional().meta(described('ISO 8601 date or instant.')),
    publishedText: z.string().optional().meta(described('The date as the page had it.')),
    keywords: z.array(z.string()),
    authors: z.array(z.string()).optional(),
    section: z.string().optional(),
    image: z.string().optional().meta(described('URL of the main picture.')),
    language: z
      .string()
      .optional()
      .meta(described('As the source says; the languages of passages are detected.')),
    fields: z
      .record(z.string(), z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]))
      .optional()
      .meta(described('Further values that the source gives.')),
    revision: z.int().min(1),
    languages: z.array(z.string()),
    passages: z.array(passage),
    mentions: z.array(articleMention),
    truncated: truncated.optional(),
    related: z.array(articleReference).meta(described('Other articles of the same page.')),
    duplicates: z.array(articleReference).meta(described('Documents with nearly the same text.')),
  })
  .meta({ id: 'Document' });
export type ArticleAnswer = z.infer<typeof articleAnswer>;

export const articleMark = z
  .strictObject({ ...mark.shape, field: z.enum(['title', 'body']) })
  .meta({ id: 'ArticleMark' });
export type ArticleMark = z.infer<typeof articleMark>;

export const marksAnswer = z
  .strictObject({
    id: z.string(),
    query: z.string(),
    marks: z.array(articleMark),
    truncated: truncated.optional(),
  })
  .meta({ id: 'MarksAnswer' });
export type MarksAnswer = z.infer<typeof marksAnswer>;
