/** A search as Meilisearch's clients ask for it and get it, through lisan's own. */
import type { TimeZone } from '../../common/time-zone.ts';
import { annotate } from '../../document/annotate.ts';
import type { DeclaredFacets, FacetCount } from '../../engines/facets.ts';
import type { Score } from '../../search/ranking/ranker.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import type { Service } from '../../service/service.ts';
import { meilisearchError, unsupported } from './errors.ts';
import { attributeOf } from './facets.ts';
import { conditionOf } from './filter.ts';
import {
  type Document,
  type Formatting,
  formatted,
  markedTexts,
  matchesPosition,
  toMeilisearchDocument,
} from './format.ts';
import { ALL_NAMES, hasName, type Names, NO_NAMES, namesOf } from './names.ts';
import {
  facetsOf,
  firstWords,
  pageOf,
  refuseOtherFields,
  type SearchBody,
  sortOf,
  wantsDates,
} from './parameters.ts';

/** Values of a facet in an answer, as Meilisearch's `maxValuesPerFacet`. */
const MAX_FACET_VALUES = 100;
/** Words that are left of a cropped attribute by default. */
const CROP_LENGTH = 10;

export async function meilisearchSearch(
  service: Service,
  body: SearchBody,
  language: string,
): Promise<Record<string, unknown>> {
  const begun = performance.now();
  const { searcher, archive, tagger, zone, config, meaning } = service;
  const { offset, limit, size, from, byPage } = pageOf(body);
  const facets = facetsOf(body.facets, config.facets);
  const request = {
    ...toSearchRequest(body, language, zone, config.facets),
    hybrid: hybridOf(body, meaning),
  };
  const {
    documents,
    total,
    partial,
    collapsed,
    facets: counts,
    clauses,
    meaning: byMeaning,
  } = await searcher.find({ ...request, offset, limit, facets });
  const articles = archive.getMany(documents.map(({ id }) => id));
  const formatting = formattingOf(body);
  const retrieved = namesOf(body.attributesToRetrieve, ALL_NAMES);
  const hits = documents.flatMap(({ id, score, nearPassage }) => {
    const article = articles.get(id);
    if (article === undefined) return [];
    const passages = annotate(article, tagger);
    const document = toMeilisearchDocument(article, passages, zone);
    const marks = markedTexts(article, passages, nearPassage === undefined ? clauses : []);
    const shown = new Set([...retrieved, ...formatting.highlighted, ...formatting.cropped.keys()]);
    const isFormatted = formatting.highlighted.size > 0 || formatting.cropped.size > 0;
    return [
      {
        ...only(document, retrieved),
        ...(isFormatted && { _formatted: formatted(only(document, shown), marks, formatting) }),
        ...(body.showMatchesPosition && { _matchesPosition: matchesPosition(article, marks) }),
        ...(body.showRankingScore && { _rankingScore: rankingScore(score) }),
      },
    ];
  });
  const found = total.value + partial + (byMeaning?.found ?? 0) - collapsed;
  return {
    hits,
    query: body.q ?? '',
    processingTimeMs: Math.round(performance.now() - begun),
    ...(body.hybrid && {
      semanticHitCount: documents.filter(({ nearPassage }) => nearPassage !== undefined).length,
    }),
    ...(byPage
      ? {
          hitsPerPage: size,
          page: body.page ?? 1,
          totalPages: size === 0 ? 0 : Math.ceil(found / size),
          totalHits: found,
        }
      : { limit: size, offset: from, estimatedTotalHits: found }),
    ...(body.facets && {
      facetDistribution: {
        ...Object.fromEntries(
          facets.map((facet) => [attributeOf(facet, config.facets), distribution(counts[facet] ?? [])]),
        ),
        ...(wantsDates(body.facets) && { publishedAt: {} }),
      },
      facetStats: wantsDates(body.facets) ? await dateFigures(service, request) : {},
    }),
  };
}

/** From 0 to 1. */
function rankingScore(score: Score | null): number {
  if (score === null) return 1;
  return score.meaning === undefined ? 1 - 1 / (1 + score.total) : score.total;
}

/** The name of the one embedder, as in Meilisearch's documentation. */
const EMBEDDER = 'default';
/** Weight of meaning where `hybrid` does not say it, as in Meilisearch. */
const SEMANTIC_RATIO = 0.5;

/** Weight of meaning: none without `hybrid`. @throws LisanError `invalid_search_embedder`. */
function hybridOf({ hybrid }: SearchBody, meaning: Service['meaning']): number {
  if (hybrid === undefined || hybrid === null) return 0;
  const { embedder, semanticRatio } = hybrid;
  if (meaning === undefined || embedder !== EMBEDDER)
    throw meilisearchError(
      'invalid_search_embedder',
      meaning === undefined
        ? `Cannot find embedder with name \`${embedder}\`: this service has none (LISAN_EMBEDDER).`
        : `Cannot find embedder with name \`${embedder}\`: it is \`${EMBEDDER}\`.`,
    );
  return semanticRatio ?? SEMANTIC_RATIO;
}

/** First and last time of publication of what is found, in seconds since 1970. */
async function dateFigures(
  { searcher, archive }: Service,
  request: SearchRequest,
): Promise<{ publishedAt?: { min: number; max: number } }> {
  const one = async (sort: 'oldest' | 'newest'): Promise<number | undefined> => {
    const { documents } = await searcher.find({ ...request, sort, limit: 1, purpose: 'facets' });
    // Without a damaged one, which must not stop the search.
    const ids = documents.map(({ id }) => id);
    const publishedAt = archive.getMany(ids).get(ids[0] ?? '')?.publishedAt;
    return publishedAt === undefined ? undefined : Math.floor(Date.parse(publishedAt) / 1000);
  };
  const [min, max] = [await one('oldest'), await one('newest')];
  return min === undefined || max === undefined ? {} : { publishedAt: { min, max } };
}

/** The part of a request that says what is looked for. */
export function toSearchRequest(
  body: SearchBody,
  language: string,
  zone: TimeZone,
  declared: DeclaredFacets,
): SearchRequest {
  const refused = refuseOtherFields(body.attributesToSearchOn);
  if (refused !== undefined) throw refused;
  if (body.distinct && body.distinct !== 'cluster') {
    throw unsupported('distinct, except "cluster", which collapses near-duplicates into one hit');
  }
  const where = conditionOf(body.filter, zone, declared);
  return {
    q: firstWords(body.q ?? ''),
    ...(where !== undefined && { filter: where }),
    sort: sortOf(body.sort),
    match: 'all',
    // As in Meilisearch, phrases are never taken apart.
    relax: body.matchingStrategy === 'all' ? ['spelling'] : ['spelling', 'words'],
    collapse: body.distinct === 'cluster',
    pins: 'place',
    facets: [],
    explain: false,
    hybrid: 0,
    language,
    offset: 0,
    limit: 0,
  };
}

function formattingOf(body: SearchBody): Formatting {
  const cropLength = body.cropLength ?? CROP_LENGTH;
  const cropped = new Map<string, number>();
  for (const entry of body.attributesToCrop ?? []) {
    const [, name = '', length] = /^(.*?)(?::(\d{1,6}))?$/s.exec(entry) ?? [];
    const words = length === undefined ? cropLength : Number(length);
    cropped.set(name, words);
  }
  return {
    highlighted: namesOf(body.attributesToHighlight, NO_NAMES),
    cropped,
    preTag: body.highlightPreTag ?? '<em>',
    postTag: body.highlightPostTag ?? '</em>',
    cropMarker: body.cropMarker ?? '…',
  };
}

const only = (document: Document, names: Names): Document =>
  Object.fromEntries(Object.entries(document).filter(([name]) => hasName(names, name)));

/** The most frequent values, in order of value as Meilisearch gives them. */
function distribution(counts: readonly FacetCount[]): Record<string, number> {
  const most = counts.slice(0, MAX_FACET_VALUES).sort((a, b) => (a.value < b.value ? -1 : 1));
  return Object.fromEntries(most.map(({ value, count }) => [value, count]));
}

/** One document by its id, with the requested attributes. @throws LisanError `document_not_found`. */
export function meilisearchDocument(
  { archive, tagger, zone }: Service,
  id: string,
  fields: readonly string[] | undefined,
) {
  const article = archive.get(id);
  if (article === undefined)
    throw meilisearchError('document_not_found', `Document \`${id}\` not found.`, 404);
  const document = toMeilisearchDocument(article, annotate(article, tagger), zone);
  return only(document, namesOf(fields, ALL_NAMES));
}
