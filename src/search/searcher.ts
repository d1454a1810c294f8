/** Search: plan the query, execute the plan on the live index, present the hits. */
import { EventEmitter } from 'node:events';
import type { Notice, SearchAnswer as SearchResponse } from '../answers/search.ts';
import { type DeclaredFacets, inAnswerOrder } from '../engines/facets.ts';
import { analysisWithDecisions } from '../entities/decisions/decision-list.ts';
import type { LiveIndex } from '../indexing/live-index.ts';
import { type Execution, execute } from './execution/executor.ts';
import { FacetReader } from './execution/facet-counts.ts';
import { Percolator } from './percolator.ts';
import type { PinSource } from './pins/pin-source.ts';
import { filteredLanguages } from './query/filters.ts';
import { Planner, type PlannerParts } from './query/planner.ts';
import type { QueryClause } from './query/query.ts';
import { withRememberedFrequencies } from './query/remembered-frequencies.ts';
import type { QueryRequest, SearchRequest } from './request.ts';
import { named, recognisedIn, withNames } from './results/entity-names.ts';
import { Presenter, type PresenterParts } from './results/presenter.ts';
import { noTimings, type ObservedSearch, type Timings, timed } from './timings.ts';

export type { Hit, SearchAnswer as SearchResponse } from '../answers/search.ts';
export type { QueryRequest, SearchRequest } from './request.ts';

export interface SearchParts extends PlannerParts, PresenterParts {
  live: LiveIndex;
  /** Name of the engine. */
  engine: string;
  /** See `indexFingerprint`. An index with another one was made by another version of the analysis. */
  analysis: string;
  /** Names of the fields that are facets. */
  declared?: DeclaredFacets;
  /** Whether translations are searched where a request does not say it. Default false. */
  across?: boolean;
  /** Pinned and hidden articles. Absent: none. */
  pins?: PinSource;
  /** The present time, for freshness. */
  now?: () => Date;
}

/** The documents of a search, without their articles. */
export interface FoundDocuments extends Execution {
  notices: Notice[];
  /** See `SearchAnswer.across`. */
  across: string[] | null;
  /** BCP 47 codes that the search is filtered by. */
  languages: readonly string[];
  /** See `Presenter.hits`. */
  indexedUpTo: number;
}

export class Searcher {
  readonly #parts: SearchParts;
  readonly #planner: Planner;
  readonly #presenter: Presenter;
  readonly #facetReader: FacetReader;
  /** Emits every search that was answered. */
  readonly events = new EventEmitter<{ search: [ObservedSearch] }>();

  constructor(parts: SearchParts) {
    this.#parts = parts;
    this.#planner = new Planner(parts);
    this.#presenter = new Presenter(parts);
    this.#facetReader = new FacetReader(parts.archive, parts.gazetteer, parts.zone, parts.declared ?? []);
  }

  /** @throws LisanError if the query or its filters are invalid, or from the engine. */
  async search(request: SearchRequest): Promise<SearchResponse> {
    const begun = performance.now();
    const timings = noTimings();
    const found = await this.#find(request, timings);
    const foundAt = performance.now();
    const { documents, clauses, indexedUpTo, facets, languages, ...answer } = found;
    const hits = this.#presenter.hits(documents, clauses, indexedUpTo, {
      ...request,
      languages,
      glosses: found.across !== null,
    });
    timings.present = performance.now() - foundAt;
    const tookMs = Math.round((performance.now() - begun) * 100) / 100;
    this.#emit(request, found, timings, tookMs);
    const { entities } = this.#parts.gazetteer;
    return {
      query: request.q,
      tookMs,
      engine: this.#parts.engine,
      ...answer,
      hits,
      facets: named(withNames(inAnswerOrder(facets), entities, request.language), this.#parts.declared ?? []),
      recognised: recognisedIn(clauses, entities, request.language),
    };
  }

  /** A search without the articles. @throws as `search`. */
  async find(request: SearchRequest): Promise<FoundDocuments> {
    const begun = performance.now();
    const timings = noTimings();
    const found = await this.#find(request, timings);
    this.#emit(request, found, timings, performance.now() - begun);
    return found;
  }

  /**
   * For searching few documents for many queries: which of them match. What the index lacks of them is left out.
   * @throws LisanError if there is no index.
   */
  async percolator(ids: readonly string[]): Promise<Percolator> {
    const { archive, live, tagger, zone, declared = [], analysis } = this.#parts;
    const { index, entry } = await live.opened();
    return new Percolator(index.metadata.documents(ids), {
      ...{ index, entry, tagger, zone, declared },
      facetReader: this.#facetReader,
      planner: this.#planner,
      presenter: this.#presenter,
      indexedUpTo: entry.analysis === analysisWithDecisions(analysis, archive) ? entry.position : 0,
      asSet: (request) => this.#asSet(request),
    });
  }

  /** The clauses of a query, for marking a text: nothing is searched. @throws as `search`. */
  async clausesOf(request: QueryRequest): Promise<readonly QueryClause[]> {
    const { index, entry } = await this.#parts.live.opened();
    return (await this.#planner.plan(index, entry, this.#asSet(request))).query.clauses;
  }

  /** The request with what it leaves to the settings. */
  #asSet<R extends QueryRequest>(request: R): R {
    return { ...request, across: request.across ?? this.#parts.across ?? false };
  }

  async #find(given: SearchRequest, timings: Timings): Promise<FoundDocuments> {
    const request = this.#asSet(given);
    const begun = performance.now();
    const { live, analysis, now = () => new Date() } = this.#parts;
    const { index: opened, entry } = await live.opened();
    const index = withRememberedFrequencies(timed(opened, timings));
    const plan = await this.#planner.plan(index, entry, request, request.filter, request.days);
    const retrieval = { index, facetReader: this.#facetReader, now: now(), timings };
    const rule = request.pins && this.#parts.pins?.of(plan.parsed, request.language);
    const execution = await execute(retrieval, plan, request, rule, () =>
      this.#planner.planWithoutPhrases(index, entry, plan, request),
    );
    timings.plan = performance.now() - begun - timings.engine - timings.rank;
    return {
      ...execution,
      notices: plan.notices,
      across: plan.across,
      languages: filteredLanguages(plan),
      indexedUpTo:
        entry.analysis === analysisWithDecisions(analysis, this.#parts.archive) ? entry.position : 0,
    };
  }

  #emit(
    request: SearchRequest,
    { total, partial, clauses }: Execution,
    timings: Timings,
    tookMs: number,
  ): void {
    const { q: query, offset, limit, purpose = limit > 0 ? 'search' : 'facets' } = request;
    const { engine } = this.#parts;
    const found = total.value + partial;
    this.events.emit('search', { query, purpose, engine, found, offset, tookMs, timings, clauses });
  }
}
