/** A search as Meilisearch's clients ask for it and get it, through lisan's own. */
import { annotate } from '../../document/annotate.ts';
import type { FacetCount } from '../../engines/facets.ts';
import type { SearchRequest } from '../../search/searcher.ts';
import type { Service } from '../../service/service.ts';
import { meilisearchError, unsupported } from './errors.ts';
import { conditionOf } from './filter.ts';
import {
  ATTRIBUTES,
  type Attribute,
  type Formatting,
  formatted,
  markedTexts,
  matchesPosition,
  toMeilisearchDocument,
} from './format.ts';
import {
  attributesOf,
  facetsOf,
  firstWords,
  pageOf,
  refuseOtherFields,
  type SearchBody,
  sortOf,
  wantsDates,
} from './parameters.ts';

/** Values of a facet that are given, as Meilisearch's `maxValuesPerFacet`. */
const FACET_VALUES = 100;
/** Words that are left of a cropped attribute where nothing else is said. */
const CROP_LENGTH = 10;

export async function meilisearchSearch(
  service: Service,
  body: SearchBody,
  language: string,
): Promise<Record<string, unknown>> {
  const begun = performance.now();
  const { searcher, archive, tagger, zone } = service;
  const { offset, limit, size, from, byPage } = pageOf(body);
  const facets = facetsOf(body.facets);
  const request = toSearchRequest(body, language);
  const {
    documents,
    total,
    collapsed,
    facets: counts,
    clauses,
  } = await searcher.find({ ...request, offset, limit, facets });
  const articles = archive.getMany(documents.map(({ id }) => id));
  const formatting = formattingOf(body);
  const retrieved = attributesOf(body.attributesToRetrieve, ATTRIBUTES);
  const hits = documents.flatMap(({ id, score }) => {
    const article = articles.get(id);
    if (article === undefined) return [];
    const passages = annotate(article, tagger);
    const document = toMeilisearchDocument(article, passages, zone);
    const marks = markedTexts(article, passages, clauses);
    const shown = new Set([...retrieved, ...formatting.highlighted, ...formatting.cropped.keys()]);
    const isFormatted = formatting.highlighted.size > 0 || formatting.cropped.size > 0;
    return [
      {
        ...only(document, new Set(retrieved)),
        ...(isFormatted && { _formatted: formatted(only(document, shown), marks, formatting) }),
        ...(body.showMatchesPosition && { _matchesPosition: matchesPosition(article, marks) }),
        ...(body.showRankingScore && { _rankingScore: score === null ? 1 : 1 - 1 / (1 + score.total) }),
      },
    ];
  });
  const found = total.value - collapsed;
  return {
    hits,
    query: body.q ?? '',
    processingTimeMs: Math.round(performance.now() - begun),
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
        ...Object.fromEntries(facets.map((facet) => [facet, distribution(counts[facet] ?? [])])),
        ...(wantsDates(body.facets) && { publishedAt: {} }),
      },
      facetStats: wantsDates(body.facets) ? await dateFigures(service, request) : {},
    }),
  };
}

/** First and last time of publication of what is found, in seconds since 1970. */
async function dateFigures(
  { searcher, archive }: Service,
  request: SearchRequest,
): Promise<{ publishedAt?: { min: number; max: number } }> {
  const one = async (sort: 'oldest' | 'newest'): Promise<number | undefined> => {
    const { documents } = await searcher.find({ ...request, sort, limit: 1, purpose: 'facets' });
    const publishedAt = documents[0] && archive.get(documents[0].id)?.publishedAt;
    return publishedAt === undefined ? undefined : Math.floor(Date.parse(publishedAt) / 1000);
  };
  const [min, max] = [await one('oldest'), await one('newest')];
  return min === undefined || max === undefined ? {} : { publishedAt: { min, max } };
}

/** The part of a request that says what is looked for. */
export function toSearchRequest(body: SearchBody, language: string): SearchRequest {
  const refused = refuseOtherFields(body.attributesToSearchOn);
  if (refused !== undefined) throw refused;
  if (body.distinct && body.distinct !== 'cluster') {
    throw unsupported('distinct, except "cluster", which collapses near-duplicates into one hit');
  }
  const where = conditionOf(body.filter);
  return {
    q: firstWords(body.q ?? ''),
    ...(where !== undefined && { filter: where }),
    sort: sortOf(body.sort),
    match: 'all',
    strict: body.matchingStrategy === 'all',
    collapse: body.distinct === 'cluster',
    facets: [],
    explain: false,
    language,
    offset: 0,
    limit: 0,
  };
}

function formattingOf(body: SearchBody): Formatting {
  const cropLength = body.cropLength ?? CROP_LENGTH;
  const cropped = new Map<Attribute, number>();
  for (const entry of body.attributesToCrop ?? []) {
    const [, name = '', length] = /^(.*?)(?::(\d{1,6}))?$/s.exec(entry) ?? [];
    const words = length === undefined ? cropLength : Number(length);
    for (const attribute of attributesOf([name], [])) cropped.set(attribute, words);
  }
  return {
    highlighted: new Set(attributesOf(body.attributesToHighlight, [])),
    cropped,
    preTag: body.highlightPreTag ?? '<em>',
    postTag: body.highlightPostTag ?? '</em>',
    cropMarker: body.cropMarker ?? '…',
  };
}

function only<T extends object>(document: T, names: ReadonlySet<string>): Partial<T> {
  return Object.fromEntries(Object.entries(document).filter(([name]) => names.has(name))) as Partial<T>;
}

/** The most frequent values, in order of value as Meilisearch gives them. */
function distribution(counts: readonly FacetCount[]): Record<string, number> {
  const most = counts.slice(0, FACET_VALUES).sort((a, b) => (a.value < b.value ? -1 : 1));
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
  return only(
    toMeilisearchDocument(article, annotate(article, tagger), zone),
    new Set(attributesOf(fields, ATTRIBUTES)),
  );
}
