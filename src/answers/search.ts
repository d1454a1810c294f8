/** Shapes of the answers to a search, to the search box and to "more like this". */
import { z } from 'zod';
import { FIELD_PREFIX, FIXED_FACETS } from '../engines/facets.ts';
import { entitySummary, mentionedEntity, position, recognisedEntity } from './entity.ts';
import { described, direction, highlightedPassage, languageCode, offset, truncated } from './passage.ts';

const count = z.int().min(0);

export const summary = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    source: z.string().nullable(),
    publishedAt: z.string().nullable().meta(described('ISO 8601 date or instant.')),
    languages: z.array(z.string()).meta(described('BCP 47 codes, the language with the most text first.')),
    entities: z.array(mentionedEntity).meta(described('In order of first mention.')),
    truncated: truncated.optional(),
  })
  .meta({ id: 'Summary' });
export type Summary = z.infer<typeof summary>;

export const total = z
  .strictObject({
    value: count,
    relation: z.enum(['eq', 'gte']).meta(described('`gte`: at least this many.')),
  })
  .meta({ id: 'Total' });
export type Total = z.infer<typeof total>;

export const explanation = z
  .strictObject({
    total: z
      .number()
      .meta(
        described(
          'The value by which hits are ordered: (sum of clauses + proximity + density) * coverage * freshness * brevity * demotion.',
        ),
      ),
    clauses: z.array(z.number()).meta(described('BM25F of each clause, in the order of the query.')),
    proximity: z.number().meta(described('Bonus for pairs of clauses that are close together in the text.')),
    density: z.number().meta(described('Bonus for the window of words with most of the query.')),
    coverage: z.number().meta(described('Factor from 0 to 1: the share of the query that matches.')),
    freshness: z.number().meta(described('Factor of at least 1: a mild preference for newer articles.')),
    brevity: z
      .number()
      .meta(described('Factor for the length of the article: above 1 if it is shorter than the mean.')),
    demotion: z
      .number()
      .meta(described('Factor below 1 that puts documents with only similar words last; else 1.')),
    meaning: z
      .number()
      .optional()
      .meta(
        described(
          'Nearness of meaning from 0 to 1, where meaning is searched; `total` is then (1 - hybrid) * words + hybrid * nearness, where words is the score by words divided by the best one, times the share of the query that the best has.',
        ),
      ),
  })
  .meta({ id: 'Explanation' });
export type Explanation = z.infer<typeof explanation>;

export const hit = z
  .strictObject({
    ...summary.shape,
    score: z
      .number()
      .nullable()
      .meta(described('Orders the hits of one answer; null if they are not ranked.')),
    duplicates: count.meta(described('Near-duplicates that are collapsed into this hit.')),
    pinned: z
      .literal(true)
      .optional()
      .meta(described('Set for an article that editors put first for this query; it has no score.')),
    missing: z
      .array(z.string())
      .meta(described('Words of the query that the document lacks. Empty if it matches.')),
    similar: z
      .array(z.string())
      .meta(
        described(
          'Words of the query of which the document only has similar ones, which may be other words. Empty if it matches.',
        ),
      ),
    meaning: z
      .literal(true)
      .optional()
      .meta(
        described(
          'True if it is found by its meaning only: the passage that is near to the query is shown, and nothing is marked. `total`, `partial` and `facets` do not count it.',
        ),
      ),
    highlights: z.strictObject({
      title: highlightedPassage.nullable(),
      body: z.array(highlightedPassage),
      more: z
        .strictObject({
          count: z.int().min(1),
          start: offset.meta(described('Of the first of them, in the body.')),
        })
        .nullable()
        .meta({
          id: 'MoreMarks',
          description: 'Marks of the body that are in no passage here; null if all are shown.',
        }),
    }),
    explanation: explanation.optional().meta(described('The parts of the score; only with `explain=true`.')),
  })
  .meta({ id: 'Hit' });
export type Hit = z.infer<typeof hit>;

/** Ways in which a query is relaxed if few documents match, the most important first. */
export const relaxationKind = z.enum(['phrase', 'field', 'spelling', 'words', 'similar']);
export type RelaxationKind = z.infer<typeof relaxationKind>;

export const relaxation = z
  .strictObject({
    why: relaxationKind.meta(
      described(
        'The most important kind of `dropped`. `phrase`, `field`: no document has it so, its words are searched; `spelling`: words spelt alike are searched; `words`: hits with some of the words are added; `similar`: hits with similar words are added.',
      ),
    ),
    dropped: z
      .array(z.strictObject({ kind: relaxationKind, text: z.string().meta(described('As typed.')) }))
      .meta(described('Parts of the query that hits need not have.')),
  })
  .meta({ id: 'Relaxation' });
export type Relaxation = z.infer<typeof relaxation>;

export const notice = z
  .strictObject({
    code: z
      .enum([
        'unknown_field',
        'unknown_syntax',
        'unused_operator',
        'unclosed_quote',
        'unknown_language',
        'unknown_entity',
        'invalid_date',
        'filter_beside_words',
        'many_completions',
        'no_words',
      ])
      .meta(
        described(
          '`unknown_field`, `unknown_language`, `unknown_entity`, `invalid_date`: not a field or value, read as words; `unknown_syntax`: what is syntax elsewhere, read as words; `unused_operator`: an operator without operands, left out; `unclosed_quote`: no phrase, read as words; `filter_beside_words`: a filter as an alternative to words, read as words; `many_completions`: more words begin so than are searched; `no_words`: nothing that can be searched, so nothing is found.',
        ),
      ),
    text: z.string().meta(described('The part of the query, as typed.')),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof notice>;

export const facetCount = z
  .strictObject({
    value: z.string(),
    count: z.int().min(1).meta(described('Documents that have the value.')),
    name: z.string().optional().meta(described('Of an entity, in the language of the client.')),
    type: entitySummary.shape.type.optional().meta(described('Of an entity.')),
    listed: entitySummary.shape.listed,
  })
  .meta({ id: 'FacetCount' });
export type FacetCount = z.infer<typeof facetCount>;

export const meaningUse = z
  .strictObject({
    hybrid: z.number().min(0).max(1).meta(described('Weight of meaning in the order of the hits.')),
    state: z
      .enum(['complete', 'behind', 'unavailable', 'unused'])
      .meta(
        described(
          '`complete`: all documents are embedded; `behind`: some changes are not yet, their documents are found by words; `unavailable`: the embedder failed, see `reason`; `unused`: the search is by words alone (no words, `match=exact`, `strict`, by date, without hits, or weight 0).',
        ),
      ),
    found: count.meta(described('Hits that are found by their meaning only.')),
    reason: z
      .string()
      .optional()
      .meta(
        described(
          'Code of the error for which meaning could not be searched; the log of the service has more.',
        ),
      ),
  })
  .meta({ id: 'MeaningUse' });
export type MeaningUse = z.infer<typeof meaningUse>;

export const searchAnswer = z
  .strictObject({
    query: z.string(),
    tookMs: z.number(),
    engine: z.string(),
    total: total.meta(described('Documents that match or are pinned; near-duplicates count one by one.')),
    partial: count.meta(
      described(
        'Further documents among the hits, which lack a part of the query: see `missing` and `similar` of a hit. Neither `total` nor `facets` count them.',
      ),
    ),
    collapsed: count.meta(
      described(
        'Documents that are collapsed into other hits: there are total + partial + meaning.found - collapsed hits to page through.',
      ),
    ),
    hidden: count.meta(
      described('Articles that editors left out for this query and that its filters let through.'),
    ),
    relaxed: relaxation
      .nullable()
      .meta(described('What of the query the hits need not have; null if they match it as typed.')),
    across: z
      .array(languageCode)
      .nullable()
      .meta(described('Languages of the translations that were searched too; null if `across` is not on.')),
    meaning: meaningUse
      .optional()
      .meta(described('How meaning was searched; absent if the service has no embedder.')),
    notices: z.array(notice).meta(described('Parts of the query that were not taken as typed.')),
    hits: z.array(hit),
    cursor: z
      .string()
      .nullable()
      .meta(
        described(
          'Gives the next page if it is sent as `cursor`; null on the last page, and if no `cursor` was sent.',
        ),
      ),
    facets: z
      .partialRecord(
        z.union([z.enum(FIXED_FACETS), z.templateLiteral([FIELD_PREFIX, z.string()])]),
        z.array(facetCount),
      )
      .meta(described('The most frequent values first; months in order.')),
    recognised: z
      .array(recognisedEntity)
      .meta(described('Entities that the query names: all their names are searched.')),
    suggestion: z
      .string()
      .nullable()
      .meta(described('The query in another spelling if it finds little, otherwise null.')),
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof searchAnswer>;

export const suggestion = z
  .strictObject({
    kind: z.enum(['entity', 'word']),
    text: z.string().meta(described('The text for the search box if it is chosen.')),
    lang: languageCode,
    dir: direction,
    documents: count.meta(described('Documents that mention the entity, or that have the word.')),
    entity: entitySummary.optional(),
    position: position.optional().meta(described('The position by which a person was found.')),
  })
  .meta({ id: 'Suggestion' });
export type Suggestion = z.infer<typeof suggestion>;

export const suggestAnswer = z
  .strictObject({ query: z.string(), suggestions: z.array(suggestion) })
  .meta({ id: 'SuggestAnswer' });
export type SuggestAnswer = z.infer<typeof suggestAnswer>;

export const similarAnswer = z
  .strictObject({
    id: z.string(),
    hits: z.array(
      z.strictObject({
        ...summary.shape,
        score: z.number(),
        duplicates: count,
        meaning: z.literal(true).optional().meta(described('True if it is similar by its meaning only.')),
      }),
    ),
  })
  .meta({ id: 'SimilarAnswer' });
export type SimilarAnswer = z.infer<typeof similarAnswer>;
