/** Pipeline: query -> ideas -> candidates -> ranking -> highlights on the original text. */
import { type AnnotatedPassage, annotate, languagesOf } from './annotate.ts';
import type { Archive } from './archive.ts';
import { meets } from './demands.ts';
import type { Candidate, Candidates, Facet, Filter, Index, Sort, Total } from './engines/engine.ts';
import type { Gazetteer } from './entities/gazetteer.ts';
import type { Tagger } from './entities/tagger.ts';
import { expand, suggest } from './expand.ts';
import { type Highlights, highlight } from './highlight.ts';
import { type Idea, type Ideas, ideasOf, termsOf } from './ideas.ts';
import type { LiveIndex } from './live.ts';
import {
  type MentionedEntity,
  mentionedIn,
  type NamedEntity,
  namesOfFacet,
  type RecognisedEntity,
  recognisedIn,
} from './mentioned.ts';
import { findNamesakes } from './namesakes.ts';
import { decodePostings } from './postings.ts';
import { parseQuery } from './query.ts';
import { keysOf, Ranker, type Score } from './rank.ts';
import { recall } from './recall.ts';
import { restrict } from './restrictions.ts';
import { keyOf } from './text/key.ts';
import type { StoredArticle } from './types.ts';

/** Candidates that are looked at where phrases or exact forms must be checked, which the engine cannot do. */
const CHECKED_WINDOW = 1000;
/** With fewer documents than this that have all words, those with some of them are taken in. */
const ENOUGH = 20;
/** With fewer hits than this another spelling is suggested where there is one. */
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
  /** Give the parts of each score. */
  explain: boolean;
  /** BCP 47 code for names of entities. */
  language: string;
}

export interface Hit {
  id: string;
  title: string;
  url: string | null;
  source: string | null;
  publishedAt: string | null;
  languages: string[];
  /** Rank order within one answer; null where hits are sorted by date or beyond the ranked window. */
  score: number | null;
  entities: MentionedEntity[];
  highlights: Highlights;
  explanation?: Score;
}

export interface SearchResponse {
  query: string;
  tookMs: number;
  engine: string;
  total: Total;
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
  /** The present time; for freshness. */
  now?: () => Date;
}

/** A document in its place. */
export interface Placed {
  id: string;
  /** See `Candidate.postings`. */
  postings: Uint8Array;
  score: Score | null;
}

/** The documents of a page in order, and what they were found by. */
export interface Found {
  placed: Placed[];
  total: Total;
  facets: Candidates['facets'];
  ideas: readonly Idea[];
  suggestion: string | null;
}

export class Searcher {
  readonly #parts: SearchParts;
  /** Entities by their keys in postings. */
  readonly #entityOf: ReadonlyMap<number, string>;

  constructor(parts: SearchParts) {
    this.#parts = parts;
    this.#entityOf = new Map([...parts.gazetteer.entities.keys()].map((id) => [keyOf(id, 'entity'), id]));
  }

  /** @throws LisanError where the query's restrictions are wrong or the engine fails. */
  async search(request: SearchRequest): Promise<SearchResponse> {
    const begun = performance.now();
    const { placed, total, facets, ideas, suggestion } = await this.find(request);
    const hits = this.#present(placed, ideas, request);
    const { entities } = this.#parts.gazetteer;
    return {
      query: request.q,
      tookMs: Math.round((performance.now() - begun) * 100) / 100,
      engine: this.#parts.engine,
      total,
      hits,
      facets,
      names: namesOfFacet(facets.entity ?? {}, entities, request.language),
      recognised: recognisedIn(ideas, entities, request.language),
      suggestion,
    };
  }

  /** The same without the articles: which documents, in which order. @throws as `search` does. */
  async find(request: SearchRequest): Promise<Found> {
    const { live, tagger, gazetteer } = this.#parts;
    const index = await live.current();
    const parsed = parseQuery(request.q);
    const understood = ideasOf(parsed, { tagger, exact: request.match === 'exact' });
    const filter = restrict(request.filter, parsed.restrictions, gazetteer, tagger);
    if (request.match === 'all') await expand(index, parsed, understood);
    if (request.match === 'all' && request.names !== false) await findNamesakes(index, understood);
    let ideas = understood.ideas;
    let found = await this.#find(index, understood, { ...request, filter });
    // A phrase that is nowhere is worth more as words than as an empty page; what is excluded stays excluded.
    const wishes = understood.demands.some(({ negated }) => !negated);
    if (found.total.value === 0 && wishes && request.match === 'all') {
      const loose = loosened(understood);
      found = await this.#find(index, loose, { ...request, filter });
      ideas = loose.ideas;
    }
    const suggestion =
      found.total.value < FEW ? await suggest(index, parsed, { ...understood, ideas }) : null;
    return { ...found, ideas, suggestion };
  }

  /** The hits of the asked page, in order. */
  async #find(
    index: Index,
    { ideas, demands, excluded }: Ideas,
    { sort, filter, facets, offset, limit }: SearchRequest,
  ): Promise<Omit<Found, 'ideas' | 'suggestion'>> {
    const frequencies = await index.frequencies(keysOf(ideas));
    const groups = groupsOf(ideas, frequencies);
    const checked = demands.length > 0;
    const ranked = sort === 'relevance' && groups.length > 0;
    const window = checked ? CHECKED_WINDOW : ranked ? index.window : 0;
    const base = { groups, excluded, filter, sort, facets, mode: 'all' } as const;
    if (offset >= window && !checked) {
      const { candidates, ...counted } = await index.candidates({ ...base, offset, limit });
      return { placed: candidates.map(unranked), ...counted };
    }
    let found = await index.candidates({ ...base, offset: 0, limit: window });
    let relaxed = false;
    if (ranked && !checked && groups.length > 1 && found.total.value < ENOUGH) {
      const wider = await index.candidates({ ...base, mode: 'any', offset: 0, limit: window });
      const known = new Set(wider.candidates.map(({ id }) => id));
      const rest = found.candidates.filter(({ id }) => !known.has(id));
      found = { ...wider, candidates: [...wider.candidates, ...rest] };
      relaxed = true;
    }
    const kept = checked
      ? found.candidates.filter(({ postings }) => meets(demands, decodePostings(postings)))
      : found.candidates;
    const placed = ranked ? await this.#rank(index, ideas, kept, frequencies) : kept.map(unranked);
    const page = placed.slice(offset, offset + limit);
    const whole = found.total.value <= found.candidates.length;
    if (checked || relaxed) {
      return {
        placed: page,
        total: { value: placed.length, relation: whole ? 'eq' : 'gte' },
        facets: found.facets,
      };
    }
    const missing = limit - page.length;
    if (missing > 0 && !whole) {
      const beyond = await index.candidates({ ...base, facets: [], offset: window, limit: missing });
      page.push(...beyond.candidates.map(unranked));
    }
    return { placed: page, total: found.total, facets: found.facets };
  }

  async #rank(
    index: Index,
    ideas: readonly Idea[],
    candidates: Candidates['candidates'],
    frequencies: ReadonlyMap<number, number>,
  ): Promise<Placed[]> {
    const now = (this.#parts.now?.() ?? new Date()).getTime() / 1000;
    return new Ranker(ideas, await index.statistics(), frequencies, now).rank(candidates);
  }

  #present(placed: readonly Placed[], ideas: readonly Idea[], request: SearchRequest): Hit[] {
    const articles = this.#parts.archive.getMany(placed.map(({ id }) => id));
    return placed.flatMap(({ id, postings, score }) => {
      const article = articles.get(id);
      if (article === undefined) return [];
      const passages =
        recall(article, postings, (key) => this.#entityOf.get(key)) ?? annotate(article, this.#parts.tagger);
      return [this.#hit(article, passages, score, ideas, request)];
    });
  }

  #hit(
    article: StoredArticle,
    passages: readonly AnnotatedPassage[],
    score: Score | null,
    ideas: readonly Idea[],
    request: SearchRequest,
  ): Hit {
    return {
      id: article.id,
      title: article.title,
      url: article.url ?? null,
      source: article.source ?? null,
      publishedAt: article.publishedAt ?? null,
      languages: languagesOf(passages),
      score: score?.total ?? null,
      entities: mentionedIn(passages, this.#parts.gazetteer.entities, request.language),
      highlights: highlight(article, passages, ideas),
      ...(request.explain && score !== null && { explanation: score }),
    };
  }
}

const unranked = ({ id, postings }: Candidate): Placed => ({ id, postings, score: null });

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
