/** Finds the documents of a request. All matches are counted; only the requested page is sorted. */
import { FULL_IMPACT } from '../batch/inverter.ts';
import { idf } from '../bm25.ts';
import type { DocumentIds } from '../docstore/docstore.ts';
import { type CandidateRequest, type PartialMatches, type PartialWay, waysOf } from '../engine.ts';
import { expectedMatches } from '../expected-matches.ts';
import { postingCount } from '../storage/posting-pages.ts';
import { Best } from './best.ts';
import { firstByDate } from './by-date.ts';
import type { DocValues } from './doc-values.ts';
import { filterTest } from './document-filter.ts';
import { FacetCounter } from './facet-counter.ts';
import type { InvertedIndex } from './inverted-index.ts';
import { type MatchPlan, MatchWindows, type PlannedClause } from './match-windows.ts';
import type { MatchedDocuments } from './matched-documents.ts';
import { weightedOr } from './weighted-or.ts';

export class Matcher {
  readonly #docValues: DocValues;
  readonly #index: InvertedIndex;
  readonly #ids: DocumentIds;
  readonly #windows: MatchWindows;

  constructor(docValues: DocValues, index: InvertedIndex, ids: DocumentIds) {
    this.#docValues = docValues;
    this.#index = index;
    this.#ids = ids;
    this.#windows = new MatchWindows(docValues, index);
  }

  match(request: CandidateRequest): MatchedDocuments {
    const { partial, groups, sort } = request;
    if (partial !== undefined) return this.#matchInPart(request, partial);
    const plan = this.#plan(request);
    return sort === 'relevance' && groups.length > 0
      ? this.#byScore(request, plan)
      : this.#byDate(request, plan);
  }

  #matchInPart(request: CandidateRequest, partial: PartialMatches): MatchedDocuments {
    const { excluded, filter } = request;
    const { enough } = partial;
    const { few, many } = waysOf(partial);
    const { count } = this.#docValues;
    const passes = filterTest(this.#docValues, this.#index, filter);
    const planOf = (way: PartialWay): MatchPlan => ({
      ...weightedOr(partial, way, count),
      excluded,
      passes,
    });
    if (expectedMatches(partial.clauses, count) < enough) {
      const found = this.#byScore(request, planOf(few), enough);
      if (found.total < enough) return found;
    }
    const found = this.#byScore(request, planOf(many));
    if (found.total >= enough) return found;
    // Both ways count the same documents.
    return { ...found, page: this.#byScore({ ...request, facets: [] }, planOf(few)).page };
  }

  /** The plan of a request for documents that match every group, or any. */
  #plan({ groups, mode, excluded, filter }: CandidateRequest): MatchPlan {
    return {
      clauses: groups.map((terms) => this.#clauseOf(terms)),
      adds: 'sum',
      needed: mode === 'all' ? groups.length : Math.min(1, groups.length),
      leastShare: Number.POSITIVE_INFINITY,
      lift: 0,
      excluded,
      passes: filterTest(this.#docValues, this.#index, filter),
    };
  }

  #clauseOf(terms: readonly string[]): PlannedClause {
    const planned = terms.map((term) => {
      const lists = this.#index.postingLists(term);
      const documents = lists.reduce((sum, { postings }) => sum + postingCount(postings), 0);
      const perImpact = idf(documents, this.#docValues.count) / FULL_IMPACT;
      return { term, perImpact, similar: false, share: 1 };
    });
    return { share: 0, bound: Number.POSITIVE_INFINITY, terms: planned };
  }

  /** `most`: stops once so many match. */
  #byScore(
    { offset, limit, ...counted }: CandidateRequest,
    plan: MatchPlan,
    most = Number.POSITIVE_INFINITY,
  ): MatchedDocuments {
    const best = new Best(offset + limit);
    const facets = new FacetCounter(this.#docValues, counted);
    let total = 0;
    this.#windows.find(plan, best, (documents) => {
      total += documents.length;
      facets.add(documents);
      return total < most;
    });
    return { page: best.take().slice(offset), total, facets: facets.counted() };
  }

  #byDate({ offset, limit, sort, ...counted }: CandidateRequest, plan: MatchPlan): MatchedDocuments {
    const { count, dates } = this.#docValues;
    const facets = new FacetCounter(this.#docValues, counted);
    const matched = new Uint32Array(count);
    let total = 0;
    this.#windows.find(plan, new Best(0), (documents) => {
      matched.set(documents, total);
      total += documents.length;
      facets.add(documents);
      return true;
    });
    const found = matched.subarray(0, total);
    const page = firstByDate(found, offset + limit, sort === 'oldest' ? -1 : 1, dates, this.#ids);
    return { page: page.slice(offset), total, facets: facets.counted() };
  }
}
