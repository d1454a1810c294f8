/** The shapes of the answers, for the description of the API and for the tests that hold the service to it. */
import { z } from 'zod';
import { FACETS } from '../../engines/facets.ts';
import { NOTICE_CODES } from '../../search/query/syntax-tree.ts';
import { RELAXATION_KINDS } from '../../search/request.ts';
import { MARK_KINDS } from '../../search/results/marks.ts';

const said = (description: string) => ({ description });

export const errorAnswer = z
  .strictObject({
    error: z.strictObject({
      code: z.string().meta(said('Stable, for programs.')),
      message: z.string().meta(said('What is wrong.')),
      remedy: z.string().meta(said('What to do about it.')),
    }),
  })
  .meta({ id: 'Error' });

const direction = z.enum(['ltr', 'rtl']);
const language = z.string().meta(said('BCP 47 code; `und` where nothing is known.'));
const offset = z.int().min(0).meta(said('UTF-16 offset into the stored field.'));

const entitySummary = z
  .strictObject({
    id: z.string(),
    type: z.enum(['person', 'place', 'organisation', 'event']),
    name: z.string().meta(said('In the language of the client, by Accept-Language.')),
  })
  .meta({ id: 'EntitySummary' });

const mentionedEntity = z
  .strictObject({
    ...entitySummary.shape,
    mentions: z
      .array(z.strictObject({ field: z.enum(['title', 'keywords', 'body']), start: offset, end: offset }))
      .meta(said('In order.')),
  })
  .meta({ id: 'MentionedEntity' });

const mark = z
  .strictObject({
    start: offset,
    end: offset,
    kind: z.enum(MARK_KINDS).meta(said('How the word answers the query, the closest first.')),
    word: z.string().meta(said('The word of the query that it answers.')),
  })
  .meta({ id: 'Mark' });

const passage = z
  .strictObject({
    html: z.string().meta(said('`text`, escaped, with `<mark data-kind="…">` around every mark.')),
    text: z.string().meta(said('A piece of the stored field, as it is.')),
    lang: language,
    dir: direction,
    start: offset,
    cutStart: z.boolean().meta(said('True if the passage begins before `text`.')),
    cutEnd: z.boolean().meta(said('True if the passage goes on after `text`.')),
    marks: z.array(mark),
  })
  .meta({ id: 'HighlightedPassage' });

const summary = {
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  source: z.string().nullable(),
  publishedAt: z.string().nullable().meta(said('ISO 8601 date or instant.')),
  languages: z.array(z.string()),
  entities: z.array(mentionedEntity),
};

const total = z
  .strictObject({
    value: z.int().min(0),
    relation: z.enum(['eq', 'gte']).meta(said('`gte`: at least so many.')),
  })
  .meta({ id: 'Total' });

const facetCount = z
  .strictObject({
    value: z.string(),
    count: z.int().min(1).meta(said('Documents that have the value.')),
    name: z.string().optional().meta(said('Of an entity, in the language of the client.')),
    type: z.string().optional().meta(said('Of an entity.')),
  })
  .meta({ id: 'FacetCount' });

const relaxed = z
  .strictObject({
    why: z.enum(RELAXATION_KINDS).meta(said('The most important kind of `dropped`.')),
    dropped: z.array(
      z.strictObject({ kind: z.enum(RELAXATION_KINDS), text: z.string().meta(said('As typed.')) }),
    ),
  })
  .meta({ id: 'Relaxation' });

const notice = z
  .strictObject({
    code: z.enum(NOTICE_CODES).meta(said('Stable, for programs; docs/search.md describes each.')),
    text: z.string().meta(said('The part of the query, as typed.')),
  })
  .meta({ id: 'Notice' });

const explanation = z
  .strictObject({
    total: z.number().meta(said('(sum of clauses + proximity + density) * coverage * freshness * demotion')),
    clauses: z.array(z.number()).meta(said('BM25F of each clause, in the order of the query.')),
    proximity: z.number().meta(said('For pairs of clauses that are close together.')),
    density: z.number().meta(said('For the window of words with most of the query.')),
    coverage: z.number().meta(said('Factor of at most 1: the share of the query that the document has.')),
    freshness: z.number().meta(said('Factor of at least 1 for a recent date.')),
    demotion: z.number().meta(said('Factor below 1 that puts mere similar words after all else; else 1.')),
  })
  .meta({ id: 'Explanation' });

export const searchAnswer = z
  .strictObject({
    query: z.string(),
    tookMs: z.number(),
    engine: z.string(),
    total: total.meta(said('Documents that match, near-duplicates counted one by one.')),
    partial: z
      .int()
      .min(0)
      .meta(
        said(
          'Further documents among the hits, which lack a part of the query: see `missing` and `similar` of a hit. Neither `total` nor `facets` count them.',
        ),
      ),
    collapsed: z
      .int()
      .min(0)
      .meta(
        said('Documents collapsed into hits: there are total + partial - collapsed hits to page through.'),
      ),
    relaxed: relaxed
      .nullable()
      .meta(said('What of the query the hits need not have; null if they match it as typed.')),
    notices: z.array(notice).meta(said('Parts of the query that were not taken as typed.')),
    hits: z.array(
      z
        .strictObject({
          ...summary,
          score: z
            .number()
            .nullable()
            .meta(said('Orders the hits of one answer; null where they are not ranked.')),
          duplicates: z
            .int()
            .min(0)
            .meta(said('Further hits with nearly the same text that are collapsed into this one.')),
          missing: z.array(z.string()).meta(said('Words of the query that the document lacks.')),
          similar: z
            .array(z.string())
            .meta(said('Words of the query of which the document only has similar ones.')),
          highlights: z.strictObject({ title: passage.nullable(), body: z.array(passage) }),
          explanation: explanation.optional(),
        })
        .meta({ id: 'Hit' }),
    ),
    facets: z
      .partialRecord(z.enum(FACETS), z.array(facetCount))
      .meta(said('The most frequent values first; months in order.')),
    recognised: z
      .array(z.strictObject({ ...entitySummary.shape, start: z.int().min(0), end: z.int().min(0) }))
      .meta(said('Who the query names, with UTF-16 offsets into the query: all their names are searched.')),
    suggestion: z.string().nullable().meta(said('What was probably meant, where hardly anything was found.')),
  })
  .meta({ id: 'SearchAnswer' });

export const suggestAnswer = z
  .strictObject({
    query: z.string(),
    suggestions: z.array(
      z.strictObject({
        kind: z.enum(['entity', 'word']),
        text: z.string().meta(said('What the box holds when it is chosen.')),
        lang: language,
        dir: direction,
        documents: z.int().min(0),
        entity: entitySummary.optional(),
      }),
    ),
  })
  .meta({ id: 'SuggestAnswer' });

export const similarAnswer = z
  .strictObject({
    id: z.string(),
    hits: z.array(z.strictObject({ ...summary, score: z.number(), duplicates: z.int().min(0) })),
  })
  .meta({ id: 'SimilarAnswer' });

const stored = {
  id: z.string(),
  title: z.string(),
  body: z.string(),
  url: z.string().optional(),
  source: z.string().optional(),
  publishedAt: z.string().optional(),
  publishedText: z.string().optional().meta(said('The date as the page had it.')),
  keywords: z.array(z.string()),
};

const short = z.strictObject({
  id: z.string(),
  title: z.string(),
  source: z.string().optional(),
  publishedAt: z.string().optional(),
});

export const documentAnswer = z
  .looseObject({
    ...stored,
    revision: z.int().min(1),
    languages: z.array(z.string()),
    passages: z.array(
      z.strictObject({
        field: z.enum(['title', 'keywords', 'body']),
        start: offset,
        end: offset,
        lang: language,
        dir: direction,
      }),
    ),
    mentions: z.array(
      z.looseObject({
        field: z.enum(['title', 'keywords', 'body']),
        start: offset,
        end: offset,
        entity: z.string(),
      }),
    ),
    related: z.array(z.looseObject(short.shape)).meta(said('Other articles of the same page.')),
    duplicates: z.array(short).meta(said('Documents with nearly the same text.')),
  })
  .meta({ id: 'Document' });

export const marksAnswer = z
  .strictObject({
    id: z.string(),
    query: z.string(),
    marks: z.array(mark.extend({ field: z.enum(['title', 'body']) }).meta({ id: 'ArticleMark' })),
  })
  .meta({ id: 'MarksAnswer' });

export const entitiesAnswer = z
  .looseObject({ total: z.int().min(0), entities: z.array(z.looseObject(entitySummary.shape)) })
  .meta({ id: 'Entities' });

export const entityAnswer = z
  .looseObject({
    ...entitySummary.shape,
    names: z.record(z.string(), z.array(z.string())),
    documents: z.int().min(0),
  })
  .meta({ id: 'Entity' });

export const writtenAnswer = z
  .strictObject({
    added: z.int().min(0),
    changed: z.int().min(0),
    unchanged: z.int().min(0),
    ids: z.array(z.string()).meta(said('Ids of the stored documents, in the order in which they were sent.')),
    skipped: z.array(z.strictObject({ position: z.int().min(1), reason: z.string() })),
    remarks: z.array(z.strictObject({ position: z.int().min(1), reason: z.string() })),
    indexed: z.boolean().meta(said('True where the index already has the change.')),
  })
  .meta({ id: 'Written' });

export const deletedAnswer = z
  .strictObject({ id: z.string(), deleted: z.literal(true), indexed: z.boolean() })
  .meta({ id: 'Deleted' });

export const healthAnswer = z
  .looseObject({
    status: z.literal('available'),
    engine: z.string(),
    documents: z.int().min(0).meta(said('In the archive.')),
    indexed: z.int().min(0).meta(said('In the index.')),
    lag: z.int().min(0).meta(said('Changes that the index lacks.')),
    outdated: z.boolean().meta(said('True where the index was made by other rules of analysis.')),
  })
  .meta({ id: 'Health' });
