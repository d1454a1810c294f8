/** Pipeline: query -> clauses -> candidates -> ranking -> highlights on the original text. */
import { EventEmitter } from 'node:events';
import { termHash } from '../analysis/hash.ts';
import type { Archive } from '../archive/archive.ts';
import { LisanError } from '../common/errors.ts';
import type { StoredArticle } from '../common/types.ts';
import { type AnnotatedPassage, annotate } from '../document/annotate.ts';
import { decodeForwardIndex } from '../document/forward-index.ts';
import type { Condition } from '../engines/conditions.ts';
import {
  type Candidate,
  type CandidateRequest,
  type Candidates,
  candidateRequest,
  type Index,
  type Sort,
  type Total,
} from '../engines/engine.ts';
import { type Facet, type FacetCounts, inAnswerOrder } from '../engines/facets.ts';
import type { Gazetteer } from '../entities/gazetteer/gazetteer.ts';
import type { PrefixLookup } from '../entities/gazetteer/prefix-lookup.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import type { LiveIndex } from '../indexing/live-index.ts';
import { expandQuery, suggestSpelling } from './query/expansion.ts';
import { applyQueryFilters } from './query/filters.ts';
import { NameExpander } from './query/name-expansion.ts';
import { parseQuery } from './query/parser.ts';
import { type Query, type QueryClause, queryOf, termsOf } from './query/query.ts';
import { collapse } from './ranking/collapse.ts';
import { hashesOf } from './ranking/matches.ts';
import { satisfies } from './ranking/phrase-filter.ts';
import { type Ranked, Ranker, type Score } from './ranking/ranker.ts';
import {
  type NamedFacetCount,
  type RecognisedEntity,
  recognisedIn,
  withNames,
} from './results/entity-names.ts';
import { type Highlights, highlight } from './results/highlighter.ts';
import { TokenRestorer } from './results/restored-tokens.ts';
import { type Summary, summaryOf } from './results/summary.ts';
import { noTimings, type ObservedSearch, type Timings, timed } from './timings.ts';

/** Candidates that are looked at where phrases or exact forms must be checked, which the engine cannot do. */
const CHECKED_WINDOW = 1000;
/** With fewer hits than this another spelling is suggested where there is one, and where hits are of whom a misspelt word may name. */
const FEW = 3;

export interface SearchRequest {
  q: string;
  limit: number;
  offset: number;
  /** Documents to search; all of them unless it is given. */
  filter?: Condition;
  sort: Sort;
  /** `all`: every spelling and form of every word; `exact`: the words as typed. */
  match: 'all' | 'exact';
  /** Find names also where another script spells them; on unless it is false. */
  names?: boolean;
  facets: readonly Facet[];
  /** See `CandidateRequest.valuesPerFacet`. */
  valuesPerFacet?: number;
  /** Leave documents out that lack a word, however few have all. Default false. */
  strict?: boolean;
  /** Fold documents with nearly the same text into one hit. Default false. */
  collapse?: boolean;
  /** Give the parts of each score. */
  explain: boolean;
  /** BCP 47 code for names of entities. */
  language: string;
}

export interface Hit extends Summary {
  /** Rank order within one answer; null where hits are sorted by date or beyond the ranked window. */
  score: number | null;
  /** Further matching documents with nearly the same text, folded into this one. */
  duplicates: number;
  highlights: Highlights;
  explanation?: Score;
}

export interface SearchResponse {
  query: string;
  tookMs: number;
  engine: string;
  /** Documents, those that were folded among them. */
  total: Total;
  /** Documents that were folded into hits: by so many there are fewer hits than documents. */
  collapsed: number;
  hits: Hit[];
  /** The most frequent values first, months in order; entities with their names in the client's language. */
  facets: FacetCounts<NamedFacetCount>;
  /** Who the query names: all their names are searched. */
  recognised: RecognisedEntity[];
  /** The query in other words, where it finds little and the archive has usual words that are spelt much alike. */
  suggestion: string | null;
}

/** What a search works with. */
export interface SearchParts {
  archive: Archive;
  live: LiveIndex;
  engine: string;
  gazetteer: Gazetteer;
  tagger: Tagger;
  lookup: PrefixLookup;
  /** See `indexFingerprint`: what an index of another one holds is not what this analysis makes. */
  analysis: string;
  /** The present time; for freshness. */
  now?: () => Date;
}

/** A document in its place. */
export interface RankedDocument {
  id: string;
  /** See `Candidate.forwardIndex`. */
  forwardIndex: Uint8Array;
  score: Score | null;
  /** See `Hit.duplicates`. */
  duplicates: number;
}

/** The documents of a page in order, and what they were found by. */
export interface TopDocuments {
  documents: RankedDocument[];
  total: Total;
  /** See `SearchResponse.folded`. */
  collapsed: number;
  facets: FacetCounts;
  clauses: readonly QueryClause[];
  suggestion: string | null;
  /** Of articles that did not change after this, the forward index is those of their text. */
  upToDate: number;
}

/** Most words of one query; each may stand for many terms of the index. */
const WORDS = 64;

export class Searcher {
  readonly #parts: SearchParts;
  /** Entities by their keys in forward index. */
  readonly #entityOf: ReadonlyMap<number, string>;
  readonly #namesakes = new NameExpander();
  /** Tells of every search that was answered. */
  readonly events = new EventEmitter<{ search: [ObservedSearch] }>();

  constructor(parts: SearchParts) {
    this.#parts = parts;
    this.#entityOf = new Map([...parts.gazetteer.entities.keys()].map((id) => [termHash(id, 'entity'), id]));
  }

  /** @throws LisanError where the query's restrictions are wrong or the engine fails. */
  async search(request: SearchRequest): Promise<SearchResponse> {
    const begun = performance.now();
    const timings = noTimings();
    const found = await this.#found(request, timings);
    const { total, collapsed, facets, clauses, suggestion } = found;
    const foundAt = performance.now();
    const hits = this.#present(found, request);
    timings.present = performance.now() - foundAt;
    const tookMs = Math.round((performance.now() - begun) * 100) / 100;
    this.#tell(request, total, clauses, timings, tookMs);
    const { entities } = this.#parts.gazetteer;
    return {
      query: request.q,
      tookMs,
      engine: this.#parts.engine,
      total,
      collapsed,
      hits,
      facets: withNames(inAnswerOrder(facets), entities, request.language),
      recognised: recognisedIn(clauses, entities, request.language),
      suggestion,
    };
  }

  /** The same without the articles: which documents, in which order. @throws as `search` does. */
  async find(request: SearchRequest): Promise<TopDocuments> {
    const begun = performance.now();
    const timings = noTimings();
    const found = await this.#found(request, timings);
    this.#tell(request, found.total, found.clauses, timings, performance.now() - begun);
    return found;
  }

  #tell(
    { q, offset }: SearchRequest,
    total: Total,
    clauses: readonly QueryClause[],
    timings: Timings,
    tookMs: number,
  ): void {
    const { engine } = this.#parts;
    this.events.emit('search', { query: q, engine, found: total.value, offset, tookMs, timings, clauses });
  }

  async #found(request: SearchRequest, timings: Timings): Promise<TopDocuments> {
    const begun = performance.now();
    const { live, tagger, gazetteer, lookup, analysis } = this.#parts;
    const { index: opened, entry } = await live.opened();
    const index = timed(opened, timings);
    const parsed = parseQuery(request.q);
    const understood = queryOf(parsed, { tagger, exact: request.match === 'exact' });
    refuseTooMany(understood);
    const filter = applyQueryFilters(request.filter, parsed.filters, gazetteer, tagger);
    if (request.match === 'all') await expandQuery(index, parsed, understood, { lookup, tagger });
    if (request.match === 'all' && request.names !== false) {
      await this.#namesakes.find(
        index,
        `${entry.generation} ${entry.analysis} ${entry.position}`,
        understood,
      );
    }
    let clauses = understood.clauses;
    let found = await this.#find(index, understood, request, filter, timings);
    // A phrase that is nowhere is worth more as words than as an empty page; what is excluded stays excluded.
    const wishes = understood.constraints.some(({ negated }) => !negated);
    if (found.total.value === 0 && wishes && request.match === 'all') {
      const loose = withoutPhrases(understood);
      found = await this.#find(index, loose, request, filter, timings);
      clauses = loose.clauses;
    }
    const few = found.total.value < FEW || clauses.some(isGuessed);
    const suggestion = few ? await suggestSpelling(index, parsed, { ...understood, clauses }) : null;
    timings.understand = performance.now() - begun - timings.engine - timings.rank;
    return { ...found, clauses, suggestion, upToDate: entry.analysis === analysis ? entry.position : 0 };
  }

  /** The hits of the asked page, in order. */
  async #find(
    index: Index,
    { clauses, constraints, excluded }: Query,
    request: SearchRequest,
    filter: Condition,
    timings: Timings,
  ): Promise<Omit<TopDocuments, 'clauses' | 'suggestion' | 'upToDate'>> {
    const { sort, facets, valuesPerFacet, offset, limit, collapse: wanted = false, strict = false } = request;
    const frequencies = await index.frequencies(hashesOf(clauses));
    const groups = groupsOf(clauses, frequencies);
    const checked = constraints.length > 0;
    const ranked = sort === 'relevance' && groups.length > 0;
    const window = checked ? CHECKED_WINDOW : ranked || wanted ? index.rerankDepth : 0;
    const base = candidateRequest({
      ...{ groups, excluded, filter, sort, facets, limit },
      ...(valuesPerFacet && { valuesPerFacet }),
    });
    // Whether it will be relaxed shows in the first window alone, whatever page is asked for.
    const relaxable = ranked && !checked && !strict && groups.length > 1;
    if (offset >= window && !checked && !wanted && !relaxable) {
      const { candidates, ...counted } = await index.candidates({ ...base, offset });
      return { documents: candidates.map(unranked), collapsed: 0, ...counted };
    }
    const all: CandidateRequest = { ...base, limit: window };
    const { relaxed, ...found } = relaxable
      ? await candidatesRelaxed(index, all, minimumHits(distinctMeanings(clauses)))
      : { ...(await index.candidates(all)), relaxed: false };
    const kept = checked
      ? found.candidates.filter(({ forwardIndex }) =>
          satisfies(constraints, decodeForwardIndex(forwardIndex)),
        )
      : found.candidates;
    // A page beyond all of them is empty in whatever order.
    const inOrder = ranked && offset < kept.length;
    const ordered: (Pick<RankedDocument, 'id' | 'forwardIndex'> & { score: Score | null })[] = inOrder
      ? await this.#rank(index, clauses, kept, frequencies, timings)
      : kept.map(({ id, forwardIndex }) => ({ id, forwardIndex, score: null }));
    const { shown, collapsed } = wanted
      ? collapse(ordered, await index.clusters(ordered.map(({ id }) => id)))
      : { shown: ordered, collapsed: 0 };
    const page = shown.slice(offset, offset + limit).map((each) => ({ duplicates: 0, ...each }));
    const whole = found.total.value <= found.candidates.length;
    if (checked || relaxed) {
      return {
        documents: page,
        total: { value: ordered.length, relation: whole ? 'eq' : 'gte' },
        collapsed,
        facets: found.facets,
      };
    }
    const missing = limit - page.length;
    if (missing > 0 && !whole) {
      // Beyond the window documents come one by one, those of a cluster too.
      const from = window + Math.max(0, offset - shown.length);
      const beyond = await index.candidates({ ...base, facets: [], offset: from, limit: missing });
      page.push(...beyond.candidates.map(unranked));
    }
    return { documents: page, total: found.total, collapsed, facets: found.facets };
  }

  async #rank(
    index: Index,
    clauses: readonly QueryClause[],
    candidates: Candidates['candidates'],
    frequencies: ReadonlyMap<number, number>,
    timings: Timings,
  ): Promise<Ranked[]> {
    const now = (this.#parts.now?.() ?? new Date()).getTime() / 1000;
    const statistics = await index.statistics();
    const begun = performance.now();
    const ranked = new Ranker(clauses, statistics, frequencies, now).rank(candidates);
    timings.rank += performance.now() - begun;
    return ranked;
  }

  #present({ documents, clauses, upToDate }: TopDocuments, request: SearchRequest): Hit[] {
    const articles = this.#parts.archive.getMany(documents.map(({ id }) => id));
    const restorer = new TokenRestorer(hashesOf(clauses.filter(({ optional }) => !optional)), (key) =>
      this.#entityOf.get(key),
    );
    return documents.flatMap((place) => {
      const article = articles.get(place.id);
      if (article === undefined) return [];
      const passages =
        (article.sequence <= upToDate ? restorer.passages(article, place.forwardIndex) : undefined) ??
        annotate(article, this.#parts.tagger);
      return [this.#hit(article, passages, place, clauses, request)];
    });
  }

  #hit(
    article: StoredArticle,
    passages: readonly AnnotatedPassage[],
    { score, duplicates }: RankedDocument,
    clauses: readonly QueryClause[],
    request: SearchRequest,
  ): Hit {
    return {
      ...summaryOf(article, passages, this.#parts.gazetteer, request.language),
      score: score?.total ?? null,
      duplicates,
      highlights: highlight(article, passages, clauses),
      ...(request.explain && score !== null && { explanation: score }),
    };
  }
}

/** @throws LisanError `invalid_query` for a query of too many words. */
function refuseTooMany({ clauses, constraints }: Query): void {
  const words = clauses.reduce((sum, clause) => sum + clause.words.length, 0);
  const demanded = constraints.reduce((sum, { sequences }) => sum + sequences.flat().length, 0);
  if (words <= WORDS && demanded <= WORDS) return;
  throw new LisanError({
    code: 'invalid_query',
    message: `The query has ${Math.max(words, demanded)} words; ${WORDS} are taken at most.`,
    remedy: 'Leave the words out that say least.',
    status: 400,
  });
}

/**
 * With fewer documents than this that have all of so many words, those with some of them are taken in. Up to three are
 * meant as they stand; more are a question, and the right document often has another word for one of them. No more than
 * the smallest window: a candidate beyond it is not counted as having all.
 */
const minimumHits = (words: number): number => (words > 3 ? 100 : 20);

/** Words that find, all words of one name counted once. */
function distinctMeanings(clauses: readonly QueryClause[]): number {
  const sought = clauses.filter(({ optional }) => !optional);
  return new Set(sought.map((clause) => clause.entities[0] ?? clause)).size;
}

/** Documents with every clause; where they are few, `relaxed`, those with some of the clauses beside them. */
async function candidatesRelaxed(
  index: Index,
  all: CandidateRequest,
  least: number,
): Promise<Candidates & { relaxed: boolean }> {
  const any: CandidateRequest = { ...all, mode: 'any' };
  const expected = await index.estimate?.(all.groups);
  if (expected !== undefined && expected < least) {
    const wider = await index.candidates(any);
    if (wider.matchingAll !== undefined && wider.matchingAll < least) return { ...wider, relaxed: true };
  }
  const found = await index.candidates(all);
  if (found.total.value >= least) return { ...found, relaxed: false };
  const wider = await index.candidates(any);
  const known = new Set(wider.candidates.map(({ id }) => id));
  const rest = found.candidates.filter(({ id }) => !known.has(id));
  return { ...wider, candidates: [...wider.candidates, ...rest], relaxed: true };
}

/** A candidate in the engine's own order. */
const unranked = ({ id, forwardIndex }: Candidate): RankedDocument => ({
  id,
  forwardIndex,
  score: null,
  duplicates: 0,
});

/** The same query with its phrases as plain words. */
function withoutPhrases({ clauses, constraints, excluded }: Query): Query {
  return {
    clauses: clauses.map(({ field: _, ...clause }) => ({ ...clause, loosestForm: 'root' })),
    constraints: constraints.filter(({ negated }) => negated),
    excluded,
  };
}

/** The term groups of a candidate request: one for each clause that finds documents, the rarest first. */
function groupsOf(clauses: readonly QueryClause[], frequencies: ReadonlyMap<number, number>): string[][] {
  const documents = (clause: QueryClause): number =>
    Math.max(0, ...hashesOf([clause]).map((key) => frequencies.get(key) ?? 0));
  return clauses
    .filter(({ optional }) => !optional)
    .map((clause) => ({ terms: termsOf(clause), documents: documents(clause) }))
    .sort((a, b) => a.documents - b.documents)
    .map(({ terms }) => terms);
}

/** Whether a misspelt word was taken for a name, so that hits are many and still may not be what was meant. */
const isGuessed = ({ words, guessedEntities = [] }: QueryClause): boolean =>
  guessedEntities.length > 0 && words.some(({ corrections }) => corrections.length > 0);
