/**
 * Joins what words find with what is near in meaning. Scores are normalised and added, not ranks: words by the best score
 * and the share of the query that the best document has, meaning by how far the document is from the mean of all towards
 * the nearest. DESIGN.md has the formula.
 */
import type { MeaningUse } from '../../answers/search.ts';
import { LisanError } from '../../common/errors.ts';
import type { Condition } from '../../engines/conditions.ts';
import type { Candidate } from '../../engines/engine.ts';
import type { Nearest } from '../../meaning/meaning.ts';
import type { MatchCondition, Query } from '../query/query.ts';
import { withoutPlainWords } from '../query/query-text.ts';
import type { Ranked, Score } from '../ranking/ranker.ts';
import { checkOf } from './document-check.ts';
import type { FoundDocument, MeaningRequest, OrderedDocuments, Retrieval } from './documents.ts';
import { NO_VALUES } from './facet-counts.ts';

/** Hits that are added by their meaning at most. */
const MOST_ADDED = 50;
/** How many of the nearest documents are looked at: more if filters leave few of them. */
const NEAREST_COUNTS = [100, 1000, 5000];
/** Least nearness of a document that is added. */
const LEAST_NEARNESS = 0.5;
/** A document that is added is so many standard deviations nearer than the mean, in an archive that has many. */
const LEAST_DEVIATIONS = 2;
const MANY_DOCUMENTS = 50;

export interface ByMeaning {
  documents: FoundDocument[];
  use: MeaningUse;
  /** Documents that match the words, and were taken from beyond the window. */
  lifted: ReadonlySet<string>;
}

/**
 * The documents of the first window with those that are near in meaning, in their common order. `rank`: scores candidates
 * by the words of the query. An embedder that fails leaves what words find.
 */
export async function joinByMeaning(
  retrieval: Retrieval,
  meaning: MeaningRequest,
  query: Query,
  filter: Condition,
  { documents }: Pick<OrderedDocuments, 'documents'>,
  rank: (candidates: readonly Candidate[]) => Promise<Ranked[]>,
): Promise<ByMeaning> {
  const of = documents.map(({ id }) => id);
  const known = new Set([...of, ...(retrieval.leftOut ?? [])]);
  const allowed: MatchCondition = { all: [{ filter }, withoutPlainWords(query.condition)] };
  let nearest: Nearest;
  let added: Candidate[];
  try {
    for (let tried = 0; ; tried++) {
      const count = NEAREST_COUNTS[tried]! + (tried === 0 ? of.length : 0);
      nearest = await meaning.search.nearest(meaning.text, { count, of });
      const nearnessOf = nearnessIn(nearest);
      const near = nearest.documents.filter((document) => isNear(document.similarity, nearest, nearnessOf));
      const ids = near.map(({ id }) => id).filter((id) => !known.has(id));
      added = await passing(retrieval, ids, allowed);
      const isAll = near.length < nearest.documents.length || nearest.documents.length < count;
      if (isAll || added.length >= MOST_ADDED || tried === NEAREST_COUNTS.length - 1) break;
    }
  } catch (thrown) {
    if (!(thrown instanceof LisanError)) throw thrown;
    const use = { hybrid: meaning.weight, state: 'unavailable', found: 0, reason: thrown.code } as const;
    return { documents, use, lifted: new Set() };
  }
  const ranked = new Map((await rank(added.slice(0, MOST_ADDED))).map((one) => [one.id, one]));
  const matches = checkWith(retrieval, added, query.condition);
  const best = Math.max(0, ...documents.map(({ score }) => score?.total ?? 0));
  // A best document that lacks most of the query says little.
  const confidence = Math.max(0, ...documents.map(({ score }) => score?.coverage ?? 0));
  const shareOf = (score: Score | null): number =>
    best === 0 ? 0 : Math.min(1, (score?.total ?? 0) / best) * confidence;
  const nearnessOf = nearnessIn(nearest);
  const places = new Map(nearest.documents.map((document) => [document.id, document]));
  const scored: FoundDocument[] = [];
  const lifted = new Set<string>();
  // Groups of documents are in order, whatever their scores: what follows never counts more than what is before it.
  let limit = 1;
  documents.forEach((document, place) => {
    const words = Math.min(limit, shareOf(document.score));
    limit = words;
    const similarity = nearest.of[place]?.similarity;
    // What is not embedded yet is judged by its words alone.
    const nearness = similarity === undefined ? words : nearnessOf(similarity);
    scored.push({ ...document, score: joined(document.score, words, nearness, meaning.weight) });
  });
  for (const candidate of added.slice(0, MOST_ADDED)) {
    const { score } = ranked.get(candidate.id)!;
    const { similarity, passage } = places.get(candidate.id)!;
    const isMatch = matches(candidate);
    if (isMatch) lifted.add(candidate.id);
    scored.push({
      id: candidate.id,
      forwardIndex: candidate.forwardIndex,
      score: joined(score, shareOf(score), nearnessOf(similarity), meaning.weight),
      missing: [],
      similar: [],
      ...(!isMatch && { nearPassage: passage }),
    });
  }
  scored.sort((a, b) => (b.score?.total ?? 0) - (a.score?.total ?? 0));
  const found = scored.filter(({ nearPassage }) => nearPassage !== undefined).length;
  const state = nearest.pending === 0 ? 'complete' : 'behind';
  return { documents: scored, use: { hybrid: meaning.weight, state, found }, lifted };
}

/** 0 at the mean of all documents, 1 at the nearest. */
export function nearnessIn({
  mean,
  documents,
}: Pick<Nearest, 'mean' | 'documents'>): (similarity: number) => number {
  const range = (documents[0]?.similarity ?? mean) - mean;
  return (similarity) => (range <= 0 ? 0 : Math.min(1, Math.max(0, (similarity - mean) / range)));
}

/** Whether a document is near enough to be found by its meaning alone. */
export function isNear(
  similarity: number,
  { mean, deviation, embedded }: Nearest,
  nearnessOf: (similarity: number) => number,
): boolean {
  const isFar = embedded >= MANY_DOCUMENTS && similarity < mean + LEAST_DEVIATIONS * deviation;
  return !isFar && nearnessOf(similarity) >= LEAST_NEARNESS;
}

function joined(score: Score | null, words: number, nearness: number, weight: number): Score {
  const {
    clauses = [],
    proximity = 0,
    density = 0,
    coverage = 0,
    freshness = 1,
    brevity = 1,
    demotion = 1,
  } = score ?? {};
  return {
    total: (1 - weight) * words + weight * nearness,
    ...{ clauses, proximity, density, coverage, freshness, brevity, demotion },
    meaning: nearness,
  };
}

/** The documents of the index with these ids that meet a condition, in the order of the ids. */
async function passing(
  retrieval: Retrieval,
  ids: readonly string[],
  condition: MatchCondition,
): Promise<Candidate[]> {
  const candidates = ids.length === 0 ? [] : retrieval.index.metadata.candidates(ids);
  return candidates.filter(checkWith(retrieval, candidates, condition));
}

function checkWith(
  { facetReader }: Retrieval,
  candidates: readonly Candidate[],
  condition: MatchCondition,
): (candidate: Candidate) => boolean {
  const values = needsValues(condition) ? facetReader.valuesOf(candidates) : undefined;
  return checkOf(condition, ({ id }) => values?.get(id) ?? NO_VALUES);
}

/** Whether the condition has a filter by a value that only the article has. */
function needsValues(condition: MatchCondition): boolean {
  if ('not' in condition) return needsValues(condition.not);
  if ('all' in condition) return condition.all.some(needsValues);
  if ('any' in condition) return condition.any.some(needsValues);
  return 'filter' in condition && readsValues(condition.filter);
}

function readsValues(filter: Condition): boolean {
  if ('all' in filter) return filter.all.some(readsValues);
  if ('any' in filter) return filter.any.some(readsValues);
  if ('not' in filter) return readsValues(filter.not);
  return !('published' in filter);
}
