/** Pipeline: query -> ideas -> candidates -> ranking -> highlights on the original text. */
import { EventEmitter } from 'node:events';
import { keyOf } from '../analysis/hash.ts';
import type { Archive } from '../archive/archive.ts';
import { LisanError } from '../common/errors.ts';
import type { StoredArticle } from '../common/types.ts';
import { type AnnotatedPassage, annotate } from '../document/annotate.ts';
import { decodePostings } from '../document/forward-index.ts';
import type {
  Candidate,
  CandidateRequest,
  Candidates,
  Filter,
  Index,
  Sort,
  Total,
} from '../engines/engine.ts';
import type { Facet } from '../engines/facets.ts';
import type { Gazetteer } from '../entities/gazetteer/gazetteer.ts';
import type { EntityLookup } from '../entities/gazetteer/prefix-lookup.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import type { LiveIndex } from '../indexing/live-index.ts';
import { expand, suggest } from './query/expansion.ts';
import { restrict } from './query/filters.ts';
import { Namesakes } from './query/name-expansion.ts';
import { parseQuery } from './query/parser.ts';
import { type Idea, type Ideas, ideasOf, termsOf } from './query/query.ts';
import { fold } from './ranking/collapse.ts';
import { keysOf } from './ranking/matches.ts';
import { meets } from './ranking/phrase-filter.ts';
import { type Ranked, Ranker, type Score } from './ranking/ranker.ts';
import {
  type NamedEntity,
  namesOfFacet,
  type RecognisedEntity,
  recognisedIn,
} from './results/entity-names.ts';
import { type Highlights, highlight } from './results/highlighter.ts';
import { Recall } from './results/restored-tokens.ts';
import { type Summary, summaryOf } from './results/summary.ts';
import { noTime, type ObservedSearch, type Stages, timed } from './timings.ts';

/** Candidates that are looked at where phrases or exact forms must be checked, which the engine cannot do. */
const CHECKED_WINDOW = 1000;
/** With fewer hits than this another spelling is suggested where there is one, and where hits are of whom a misspelt word may name. */
const FEW = 3;

export interface SearchRequest {
  q: string;
  limit: number;
  offset: number;
  filter: Filter;
  sort: Sort;
  /** `all`: every spelling and form of every word; `exact`: the words as typed. */
  match: 'all' | 'exact';
  /** Find names also where another script spells them; on unless it is false. */
  names?: boolean;
  facets: readonly Facet[];
  /** See `CandidateRequest.values`. */
  values?: number;
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
  folded: number;
  hits: Hit[];
  facets: Candidates['facets'];
  /** Names, in the client's language, of the ids in the facet `entity`. */
  names: Record<string, Omit<NamedEntity, 'id'>>;
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
  lookup: EntityLookup;
  /** See `analysisVersion`: what an index of another one holds is not what this analysis makes. */
  analysis: string;
  /** The present time; for freshness. */
  now?: () => Date;
}

/** A document in its place. */
export interface Placed {
  id: string;
  /** See `Candidate.postings`. */
  postings: Uint8Array;
  score: Score | null;
  /** See `Hit.duplicates`. */
  duplicates: number;
}

/** The documents of a page in order, and what they were found by. */
export interface Found {
  placed: Placed[];
  total: Total;
  /** See `SearchResponse.folded`. */
  folded: number;
  facets: Candidates['facets'];
  ideas: readonly Idea[];
  suggestion: string | null;
  /** Of articles that did not change after this, the postings are those of their text. */
  settled: number;
}

/** Most words of one query; each may stand for many terms of the index. */
const WORDS = 64;

export class Searcher {
  readonly #parts: SearchParts;
  /** Entities by their keys in postings. */
  readonly #entityOf: ReadonlyMap<number, string>;
  readonly #namesakes = new Namesakes();
  /** Tells of every search that was answered. */
  readonly events = new EventEmitter<{ search: [ObservedSearch] }>();

  constructor(parts: SearchParts) {
    this.#parts = parts;
    this.#entityOf = new Map([...parts.gazetteer.entities.keys()].map((id) => [keyOf(id, 'entity'), id]));
  }

  /** @throws LisanError where the query's restrictions are wrong or the engine fails. */
  async search(request: SearchRequest): Promise<SearchResponse> {
    const begun = performance.now();
    const stages = noTime();
    const found = await this.#found(request, stages);
    const { total, folded, facets, ideas, suggestion } = found;
    const foundAt = performance.now();
    const hits = this.#present(found, request);
    stages.present = performance.now() - foundAt;
    const tookMs = Math.round((performance.now() - begun) * 100) / 100;
    this.#tell(request, total, ideas, stages, tookMs);
    const { entities } = this.#parts.gazetteer;
    return {
      query: request.q,
      tookMs,
      engine: this.#parts.engine,
      total,
      folded,
      hits,
      facets: inOrderOfTime(facets),
      names: namesOfFacet(facets.entity ?? {}, entities, request.language),
      recognised: recognisedIn(ideas, entities, request.language),
      suggestion,
    };
  }

  /** The same without the articles: which documents, in which order. @throws as `search` does. */
  async find(request: SearchRequest): Promise<Found> {
    const begun = performance.now();
    const stages = noTime();
    const found = await this.#found(request, stages);
    this.#tell(request, found.total, found.ideas, stages, performance.now() - begun);
    return found;
  }

  #tell(
    { q, offset }: SearchRequest,
    total: Total,
    ideas: readonly Idea[],
    stages: Stages,
    tookMs: number,
  ): void {
    const { engine } = this.#parts;
    this.events.emit('search', { query: q, engine, found: total.value, offset, tookMs, stages, ideas });
  }

  async #found(request: SearchRequest, stages: Stages): Promise<Found> {
    const begun = performance.now();
    const { live, tagger, gazetteer, lookup, analysis } = this.#parts;
    const { index: opened, entry } = await live.opened();
    const index = timed(opened, stages);
    const parsed = parseQuery(request.q);
    const understood = ideasOf(parsed, { tagger, exact: request.match === 'exact' });
    refuseTooMany(understood);
    const filter = restrict(request.filter, parsed.restrictions, gazetteer, tagger);
    if (request.match === 'all') await expand(index, parsed, understood, { lookup, tagger });
    if (request.match === 'all' && request.names !== false) {
      await this.#namesakes.find(
        index,
        `${entry.generation} ${entry.analysis} ${entry.position}`,
        understood,
      );
    }
    let ideas = understood.ideas;
    let found = await this.#find(index, understood, { ...request, filter }, stages);
    // A phrase that is nowhere is worth more as words than as an empty page; what is excluded stays excluded.
    const wishes = understood.demands.some(({ negated }) => !negated);
    if (found.total.value === 0 && wishes && request.match === 'all') {
      const loose = loosened(understood);
      found = await this.#find(index, loose, { ...request, filter }, stages);
      ideas = loose.ideas;
    }
    const few = found.total.value < FEW || ideas.some(isGuessed);
    const suggestion = few ? await suggest(index, parsed, { ...understood, ideas }) : null;
    stages.understand = performance.now() - begun - stages.engine - stages.rank;
    return { ...found, ideas, suggestion, settled: entry.analysis === analysis ? entry.position : 0 };
  }

  /** The hits of the asked page, in order. */
  async #find(
    index: Index,
    { ideas, demands, excluded }: Ideas,
    { sort, filter, facets, values, offset, limit, collapse = false, strict = false }: SearchRequest,
    stages: Stages,
  ): Promise<Omit<Found, 'ideas' | 'suggestion' | 'settled'>> {
    const frequencies = await index.frequencies(keysOf(ideas));
    const groups = groupsOf(ideas, frequencies);
    const checked = demands.length > 0;
    const ranked = sort === 'relevance' && groups.length > 0;
    const window = checked ? CHECKED_WINDOW : ranked || collapse ? index.window : 0;
    const base = { groups, excluded, filter, sort, facets, ...(values && { values }), mode: 'all' } as const;
    // Whether it will be relaxed shows in the first window alone, whatever page is asked for.
    const relaxable = ranked && !checked && !strict && groups.length > 1;
    if (offset >= window && !checked && !collapse && !relaxable) {
      const { candidates, ...counted } = await index.candidates({ ...base, offset, limit });
      return { placed: candidates.map(unranked), folded: 0, ...counted };
    }
    const all: CandidateRequest = { ...base, offset: 0, limit: window };
    const { relaxed, ...found } = relaxable
      ? await enough(index, all, enoughFor(meaningsOf(ideas)))
      : { ...(await index.candidates(all)), relaxed: false };
    const kept = checked
      ? found.candidates.filter(({ postings }) => meets(demands, decodePostings(postings)))
      : found.candidates;
    // A page beyond all of them is empty in whatever order.
    const inOrder = ranked && offset < kept.length;
    const ordered: (Pick<Placed, 'id' | 'postings'> & { score: Score | null })[] = inOrder
      ? await this.#rank(index, ideas, kept, frequencies, stages)
      : kept.map(({ id, postings }) => ({ id, postings, score: null }));
    const { shown, folded } = collapse
      ? fold(ordered, await index.clusters(ordered.map(({ id }) => id)))
      : { shown: ordered, folded: 0 };
    const page = shown.slice(offset, offset + limit).map((each) => ({ duplicates: 0, ...each }));
    const whole = found.total.value <= found.candidates.length;
    if (checked || relaxed) {
      return {
        placed: page,
        total: { value: ordered.length, relation: whole ? 'eq' : 'gte' },
        folded,
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
    return { placed: page, total: found.total, folded, facets: found.facets };
  }

  async #rank(
    index: Index,
    ideas: readonly Idea[],
    candidates: Candidates['candidates'],
    frequencies: ReadonlyMap<number, number>,
    stages: Stages,
  ): Promise<Ranked[]> {
    const now = (this.#parts.now?.() ?? new Date()).getTime() / 1000;
    const statistics = await index.statistics();
    const begun = performance.now();
    const ranked = new Ranker(ideas, statistics, frequencies, now).rank(candidates);
    stages.rank += performance.now() - begun;
    return ranked;
  }

  #present({ placed, ideas, settled }: Found, request: SearchRequest): Hit[] {
    const articles = this.#parts.archive.getMany(placed.map(({ id }) => id));
    const recall = new Recall(keysOf(ideas.filter(({ optional }) => !optional)), (key) =>
      this.#entityOf.get(key),
    );
    return placed.flatMap((place) => {
      const article = articles.get(place.id);
      if (article === undefined) return [];
      const passages =
        (article.sequence <= settled ? recall.passages(article, place.postings) : undefined) ??
        annotate(article, this.#parts.tagger);
      return [this.#hit(article, passages, place, ideas, request)];
    });
  }

  #hit(
    article: StoredArticle,
    passages: readonly AnnotatedPassage[],
    { score, duplicates }: Placed,
    ideas: readonly Idea[],
    request: SearchRequest,
  ): Hit {
    return {
      ...summaryOf(article, passages, this.#parts.gazetteer, request.language),
      score: score?.total ?? null,
      duplicates,
      highlights: highlight(article, passages, ideas),
      ...(request.explain && score !== null && { explanation: score }),
    };
  }
}

/** @throws LisanError `invalid_query` for a query of too many words. */
function refuseTooMany({ ideas, demands }: Ideas): void {
  const words = ideas.reduce((sum, idea) => sum + idea.words.length, 0);
  const demanded = demands.reduce((sum, { sequences }) => sum + sequences.flat().length, 0);
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
const enoughFor = (words: number): number => (words > 3 ? 100 : 20);

/** Words that find, all words of one name counted once. */
function meaningsOf(ideas: readonly Idea[]): number {
  const sought = ideas.filter(({ optional }) => !optional);
  return new Set(sought.map((idea) => idea.entities[0] ?? idea)).size;
}

/** Documents with every idea; where they are few, `relaxed`, those with some of the ideas beside them. */
async function enough(
  index: Index,
  all: CandidateRequest,
  least: number,
): Promise<Candidates & { relaxed: boolean }> {
  const any: CandidateRequest = { ...all, mode: 'any' };
  const expected = await index.estimate?.(all.groups);
  if (expected !== undefined && expected < least) {
    const wider = await index.candidates(any);
    if (wider.withAll !== undefined && wider.withAll < least) return { ...wider, relaxed: true };
  }
  const found = await index.candidates(all);
  if (found.total.value >= least) return { ...found, relaxed: false };
  const wider = await index.candidates(any);
  const known = new Set(wider.candidates.map(({ id }) => id));
  const rest = found.candidates.filter(({ id }) => !known.has(id));
  return { ...wider, candidates: [...wider.candidates, ...rest], relaxed: true };
}

/** A candidate in the engine's own order. */
const unranked = ({ id, postings }: Candidate): Placed => ({ id, postings, score: null, duplicates: 0 });

/** Months in order; the other facets stay as they are, the most frequent first. */
function inOrderOfTime(facets: Candidates['facets']): Candidates['facets'] {
  if (facets.date === undefined) return facets;
  const months = Object.entries(facets.date).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...facets, date: Object.fromEntries(months) };
}

/** The same query with its phrases as plain words. */
function loosened({ ideas, demands, excluded }: Ideas): Ideas {
  return {
    ideas: ideas.map(({ field: _, ...idea }) => ({ ...idea, coarsest: 'coarse' })),
    demands: demands.filter(({ negated }) => negated),
    excluded,
  };
}

/** The term groups of a candidate request: one for each idea that finds documents, the rarest first. */
function groupsOf(ideas: readonly Idea[], frequencies: ReadonlyMap<number, number>): string[][] {
  const documents = (idea: Idea): number =>
    Math.max(0, ...keysOf([idea]).map((key) => frequencies.get(key) ?? 0));
  return ideas
    .filter(({ optional }) => !optional)
    .map((idea) => ({ terms: termsOf(idea), documents: documents(idea) }))
    .sort((a, b) => a.documents - b.documents)
    .map(({ terms }) => terms);
}

/** Whether a misspelt word was taken for a name, so that hits are many and still may not be what was meant. */
const isGuessed = ({ words, likely = [] }: Idea): boolean =>
  likely.length > 0 && words.some(({ corrections }) => corrections.length > 0);
