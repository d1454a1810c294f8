/** Search: plan the query, execute the plan on the live index, present the hits. */
import { EventEmitter } from 'node:events';
import type { Hit, Notice, SearchAnswer as SearchResponse } from '../answers/search.ts';
import type { IndexEntry } from '../archive/archive.ts';
import { LisanError } from '../common/errors.ts';
import { type DeclaredFacets, inAnswerOrder } from '../engines/facets.ts';
import { analysisWithDecisions } from '../entities/decisions/decision-list.ts';
import type { LiveIndex } from '../indexing/live-index.ts';
import type { MeaningSearch } from '../meaning/meaning.ts';
import type { RankedDocument, Retrieval } from './execution/documents.ts';
import { type Execution, execute } from './execution/executor.ts';
import { FacetReader } from './execution/facet-counts.ts';
import { Percolator } from './percolator.ts';
import type { PinSource } from './pins/pin-source.ts';
import { filteredLanguages } from './query/filters.ts';
import { type Plan, Planner, type PlannerParts } from './query/planner.ts';
import type { QueryClause } from './query/query.ts';
import { queryText } from './query/query-text.ts';
import { withRememberedReads } from './query/remembered-reads.ts';
import type { QueryRequest, SearchRequest } from './request.ts';
import { isListed, listedCounts, named, recognisedIn, withNames } from './results/entity-names.ts';
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
  /** Search by meaning, if there is an embedder. */
  meaning?: MeaningSearch | undefined;
  /** See `SearchRequest.hybrid`, where a request does not say it. Default 0. */
  hybrid?: number;
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

/** A document of a list; see `RankedDocument`. */
export type ListedDocument = Omit<RankedDocument, 'forwardIndex'>;

export interface ListedSearch {
  /** With the first page. */
  answer: SearchResponse;
  /** All hits in order. */
  listed: ListedDocument[];
}

/** See `Presenter.hits`. */
const indexedUpTo = (entry: IndexEntry, analysis: string): number =>
  entry.analysis === analysis ? entry.position : 0;

export class Searcher {
  readonly #parts: SearchParts;
  readonly #planner: Planner;
  readonly #presenter: Presenter;
  readonly #facetReader: FacetReader;
  /** What an index is that has every article as it would be indexed now. */
  readonly #analysis: () => string;
  /** Emits every search that was answered. */
  readonly events = new EventEmitter<{ search: [ObservedSearch] }>();

  constructor(parts: SearchParts) {
    this.#parts = parts;
    this.#planner = new Planner(parts);
    this.#presenter = new Presenter(parts);
    const { archive, analysis } = parts;
    this.#analysis = archive.keep(() => analysisWithDecisions(analysis, archive));
    this.#facetReader = new FacetReader(parts.archive, parts.gazetteer, parts.zone, parts.declared ?? []);
  }

  /** @throws LisanError if the query or its filters are invalid, or from the engine. */
  async search(request: SearchRequest): Promise<SearchResponse> {
    const begun = performance.now();
    const timings = noTimings();
    const found = await this.#find(request, timings);
    const foundAt = performance.now();
    const hits = this.#hitsOf(found.documents, found, request);
    timings.present = performance.now() - foundAt;
    const tookMs = Math.round((performance.now() - begun) * 100) / 100;
    this.#emit(request, found, timings, tookMs);
    return this.#answer(request, found, hits, tookMs);
  }

  #hitsOf(
    documents: readonly RankedDocument[],
    { clauses, indexedUpTo, languages, across }: FoundDocuments,
    request: SearchRequest,
  ): Hit[] {
    return this.#presenter.hits(documents, clauses, indexedUpTo, {
      ...request,
      languages,
      glosses: across !== null,
    });
  }

  #answer(
    request: SearchRequest,
    { documents: _, clauses, indexedUpTo: __, facets, languages: ___, ...answer }: FoundDocuments,
    presented: Hit[],
    tookMs: number,
  ): SearchResponse {
    const { entities } = this.#parts.gazetteer;
    const hits = request.listed
      ? presented.map((hit) => ({ ...hit, entities: hit.entities.filter(({ id }) => isListed(id)) }))
      : presented;
    const counts = request.listed ? listedCounts(facets) : facets;
    return {
      query: request.q,
      tookMs,
      engine: this.#parts.engine,
      ...answer,
      hits,
      cursor: null,
      facets: named(withNames(inAnswerOrder(counts), entities, request.language), this.#parts.declared ?? []),
      recognised: recognisedIn(clauses, entities, request.language),
    };
  }

  /** A search without the articles. @throws as `search`. */
  async find(request: SearchRequest): Promise<FoundDocuments> {
    const begun = performance.now();
    const timings = noTimings();
    const found = await this.#find(request, timings, true);
    this.#emit(request, found, timings, performance.now() - begun);
    return found;
  }

  /**
   * A search with all its hits, up to `most`, listed at once, so that each page of them is of the same state. The answer has
   * the page of the request. @throws as `search`.
   */
  async list(request: SearchRequest, most: number): Promise<ListedSearch> {
    const begun = performance.now();
    const timings = noTimings();
    const found = await this.#find({ ...request, offset: 0, limit: most }, timings, true);
    const foundAt = performance.now();
    const { offset, limit } = request;
    const hits = this.#hitsOf(found.documents.slice(offset, offset + limit), found, request);
    timings.present = performance.now() - foundAt;
    const tookMs = Math.round((performance.now() - begun) * 100) / 100;
    this.#emit(request, found, timings, tookMs);
    const listed = found.documents.map(({ forwardIndex: _, ...document }) => document);
    return { answer: this.#answer(request, found, hits, tookMs), listed };
  }

  /**
   * A page of a list that `list` gave. Its hits have the articles as they are now, without those that were deleted since;
   * everything else is as it was. @throws as `search`.
   */
  async pageOf(
    request: SearchRequest,
    first: SearchResponse,
    listed: readonly ListedDocument[],
  ): Promise<SearchResponse> {
    const begun = performance.now();
    const asked = this.#asSet(request);
    const { index, entry } = await this.#parts.live.opened();
    const plan = await this.#planner.plan(index, entry, asked, asked.filter, asked.days);
    const isRelaxed = first.relaxed?.dropped.some(({ kind }) => kind === 'phrase' || kind === 'field');
    const relaxed = isRelaxed ? await this.#planner.planWithoutPhrases(index, entry, plan, asked) : undefined;
    const present = new Map(
      index.metadata.candidates(listed.map(({ id }) => id)).map((found) => [found.id, found]),
    );
    const documents = listed.map((document) => ({
      ...document,
      forwardIndex: present.get(document.id)?.forwardIndex,
    }));
    const hits = this.#presenter.hits(
      documents,
      (relaxed?.plan ?? plan).query.clauses,
      indexedUpTo(entry, this.#analysis()),
      {
        ...request,
        languages: filteredLanguages(plan),
        glosses: plan.across !== null,
      },
    );
    return { ...first, tookMs: Math.round((performance.now() - begun) * 100) / 100, hits };
  }

  /**
   * For searching few documents for many queries: which of them match. What the index lacks of them is left out.
   * @throws LisanError if there is no index.
   */
  async percolator(ids: readonly string[]): Promise<Percolator> {
    const { live, tagger, zone, declared = [] } = this.#parts;
    const { index, entry } = await live.opened();
    return new Percolator(index.metadata.candidates(ids), {
      ...{ index, entry, tagger, zone, declared },
      facetReader: this.#facetReader,
      planner: this.#planner,
      presenter: this.#presenter,
      indexedUpTo: indexedUpTo(entry, this.#analysis()),
      hidden: (plan, { pins, language }) =>
        (pins && this.#parts.pins?.of(plan.parsed, language)?.hidden) || [],
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

  /** `listed`: see `Retrieval`. */
  async #find(given: SearchRequest, timings: Timings, listed = false): Promise<FoundDocuments> {
    const request = this.#asSet(given);
    const begun = performance.now();
    const { live, now = () => new Date() } = this.#parts;
    const { index: opened, entry } = await live.opened();
    const index = withRememberedReads(timed(opened, timings));
    const plan = await this.#planner.plan(index, entry, request, request.filter, request.days);
    const retrieval: Retrieval = {
      ...{ index, facetReader: this.#facetReader, listed, now: now(), timings },
      ...this.#meaningOf(plan, request),
    };
    const rule = request.pins && this.#parts.pins?.of(plan.parsed, request.language);
    const execution = await execute(retrieval, plan, request, rule, () =>
      this.#planner.planWithoutPhrases(index, entry, plan, request),
    );
    timings.plan = performance.now() - begun - timings.engine - timings.rank;
    return {
      ...execution,
      ...(this.#parts.meaning !== undefined && {
        meaning: execution.meaning ?? { hybrid: 0, state: 'unused', found: 0 },
      }),
      notices: plan.notices,
      across: plan.across,
      languages: filteredLanguages(plan),
      indexedUpTo: indexedUpTo(entry, this.#analysis()),
    };
  }

  /** What is searched by meaning; nothing if the search is by words alone. @throws LisanError `no_embedder`. */
  #meaningOf(
    { parsed, query, empty }: Plan,
    { hybrid, match, sort, relax, limit }: SearchRequest,
  ): Partial<Retrieval> {
    const { meaning: search, hybrid: asSet = 0 } = this.#parts;
    if (search === undefined) {
      if (hybrid !== undefined && hybrid > 0) throw noEmbedder();
      return {};
    }
    const weight = hybrid ?? asSet;
    const isStrict = relax !== undefined && relax.length === 0;
    const text = queryText(parsed, query);
    if (
      limit === 0 ||
      weight === 0 ||
      match === 'exact' ||
      sort !== 'relevance' ||
      isStrict ||
      empty ||
      text === ''
    )
      return {};
    return { meaning: { search, weight, text } };
  }

  #emit(
    request: SearchRequest,
    { total, partial, meaning, clauses }: Execution,
    timings: Timings,
    tookMs: number,
  ): void {
    const { q: query, offset, limit, purpose = limit > 0 ? 'search' : 'facets' } = request;
    const { engine } = this.#parts;
    const found = total.value + partial + (meaning?.found ?? 0);
    this.events.emit('search', { query, purpose, engine, found, offset, tookMs, timings, clauses });
  }
}

function noEmbedder(): LisanError {
  return new LisanError({
    code: 'no_embedder',
    message: 'This service cannot search by meaning: it has no embedder.',
    remedy: 'Leave out `hybrid`, or set LISAN_EMBEDDER (docs/meaning.md).',
    status: 400,
  });
}
