/** Shapes of entities in answers. */
import { z } from 'zod';
import { described, field, languageCode, offset } from './passage.ts';

export const entitySummary = z
  .strictObject({
    id: z.string(),
    type: z.enum(['person', 'place', 'organisation', 'event']),
    name: z.string().meta(described('In the language of the client, by Accept-Language.')),
    listed: z
      .literal(false)
      .optional()
      .meta(described('False for an entity that the gazetteer does not have; otherwise absent.')),
  })
  .meta({ id: 'EntitySummary' });
export type EntitySummary = z.infer<typeof entitySummary>;

export const position = z
  .strictObject({
    title: z.string().meta(described('In the language of the client if the list has it.')),
    from: z.string().nullable().meta(described('First year, month or day, like 2004-03-09.')),
    to: z
      .string()
      .nullable()
      .meta(described('Last year, month or day; null if it is not known to have ended.')),
  })
  .meta({ id: 'Position' });
export type PositionAnswer = z.infer<typeof position>;

export const mentionedEntity = z
  .strictObject({
    ...entitySummary.shape,
    mentions: z
      .array(z.strictObject({ field, start: offset, end: offset }))
      .meta(described('Where the article mentions it, in order.')),
  })
  .meta({ id: 'MentionedEntity' });
export type MentionedEntity = z.infer<typeof mentionedEntity>;

export const recognisedEntity = z
  .strictObject({ ...entitySummary.shape, start: z.int().min(0), end: z.int().min(0) })
  .meta({
    id: 'RecognisedEntity',
    description: 'An entity that the query names, with UTF-16 offsets into it.',
  });
export type RecognisedEntity = z.infer<typeof recognisedEntity>;

const count = z.int().min(0);

export const entityAnswer = z
  .strictObject({
    ...entitySummary.shape,
    names: z
      .record(z.string(), z.array(z.string()))
      .meta(described('By language; the first name is the preferred one.')),
    description: z.string().nullable(),
    position: position.nullable().meta(described('What a person is, or was on the date that was asked for.')),
    positions: z.array(position).meta(described('All positions, the latest first.')),
    wikidata: z.string().nullable().meta(described('Wikidata id, like Q12345.')),
    related: z.array(entitySummary).meta(described('Entities that the gazetteer relates to it.')),
    documents: count.meta(described('Documents that mention it.')),
    mentions: z
      .strictObject({
        total: count,
        months: z
          .array(z.strictObject({ month: z.string().nullable(), mentions: count }))
          .meta(described('In order of time, like 2023-10; null for documents without a date.')),
        languages: z
          .array(z.strictObject({ language: languageCode, mentions: count }))
          .meta(described('Languages of the passages that mention it, the most frequent first.')),
      })
      .meta({ id: 'EntityMentions' }),
    spellings: z
      .array(z.strictObject({ spelling: z.string(), language: languageCode, mentions: count }))
      .meta(described('As articles spell it, the most frequent first.')),
    together: z
      .array(z.strictObject({ ...entitySummary.shape, documents: count }))
      .meta(described('The entities most often mentioned in the same documents.')),
  })
  .meta({ id: 'Entity' });
export type EntityAnswer = z.infer<typeof entityAnswer>;

export const entitiesAnswer = z
  .strictObject({ total: count, entities: z.array(entitySummary) })
  .meta({ id: 'Entities' });
export type EntitiesAnswer = z.infer<typeof entitiesAnswer>;
