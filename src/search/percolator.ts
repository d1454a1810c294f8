/**
 * Percolation: the documents are few and known, and many queries are asked about them. Each query is planned on the
 * whole index, as for a search, and its condition is checked on the forward indexes of the documents; what matches is
 * what a search that is not relaxed would find among them.
 */
import type { Hit } from '../answers/search.ts';
import type { IndexEntry } from '../archive/archive.ts';
import type { TimeZone } from '../common/time-zone.ts';
import type { Article, StoredArticle } from '../common/types.ts';
import { annotate } from '../document/annotate.ts';
import { ForwardIndex } from '../document/forward-index.ts';
import { encodeForwardIndex } from '../document/forward-index-writer.ts';
import { fieldTermsOf } from '../document/terms.ts';
import type { Candidate, Index } from '../engines/engine.ts';
import type { DeclaredFacets } from '../engines/facets.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import { headOf } from '../indexing/record.ts';
import { checkOf } from './execution/document-check.ts';
import { type DocumentValues, type FacetReader, NO_VALUES } from './execution/facet-counts.ts';
import { filteredLanguages } from './query/filters.ts';
import type { Plan, Planner } from './query/planner.ts';
import { isTermAlternative, type MatchCondition } from './query/query.ts';
import { collapse } from './ranking/collapse.ts';
import { hashesOf } from './ranking/matches.ts';
import type { QueryRequest, SearchRequest } from './request.ts';
import type { Presenter } from './results/presenter.ts';

export interface PercolatorParts {
  index: Index;
  entry: IndexEntry;
  tagger: Tagger;
  zone: TimeZone;
  declared: DeclaredFacets;
  facetReader: FacetReader;
  planner: Planner;
  presenter: Presenter;
  /** See `Presenter.hits`. */
  indexedUpTo: number;
  /** Ids of the articles that editors leave out for a query. */
  hidden(plan: Plan, request: SearchRequest): readonly string[];
  /** The request with what it leaves to the settings. */
  asSet<R extends QueryRequest>(request: R): R;
}

/** What matches one query. */
export interface Percolated {
  /** The documents that match, the newest first. */
  documents: readonly Candidate[];
  /** Whether an article that is not in the index, such as an earlier revision, would match. */
  matchesArticle(article: Article): boolean;
  /** The first matching documents as hits; near-duplicates are collapsed if the request says so. */
  hits(limit: number): Promise<Hit[]>;
}

export class Percolator {
  readonly #documents: readonly Candidate[];
  readonly #parts: PercolatorParts;
  readonly #values = new Map<string, DocumentValues>();
  /** The documents that have each hash of a word or an entity; made once, so that most queries cost nothing. */
  readonly #having = new Map<number, Candidate[]>();

  constructor(documents: readonly Candidate[], parts: PercolatorParts) {
    this.#documents = documents.toSorted(newestFirst);
    this.#parts = parts;
    for (const document of this.#documents)
      for (const hash of document.forwardIndex.distinctHashes()) {
        const others = this.#having.get(hash);
        if (others === undefined) this.#having.set(hash, [document]);
        else others.push(document);
      }
  }

  /** @throws LisanError if the query is invalid, or from the engine. */
  async matching(given: SearchRequest): Promise<Percolated> {
    const { planner, index, entry, asSet, hidden } = this.#parts;
    const request = asSet({ ...given, relax: [] });
    const plan = await planner.plan(index, entry, request, request.filter, request.days);
    const condition: MatchCondition = { all: [plan.query.condition, { filter: plan.filter }] };
    const matches = checkOf(condition, (candidate) => this.#valuesOf(candidate));
    const left = hidden(plan, request);
    const documents = plan.empty
      ? []
      : this.#possible(plan).filter((document) => !left.includes(document.id) && matches(document));
    return {
      documents,
      matchesArticle: (article) => !plan.empty && this.#matchesArticle(condition, article),
      hits: (limit) => this.#hits(plan, documents, request, limit),
    };
  }

  /** The documents with a word or an entity of each clause that the query requires. */
  #possible({ query }: Plan): readonly Candidate[] {
    const required = 'all' in query.condition ? query.condition.all : [query.condition];
    let possible: ReadonlySet<Candidate> | undefined;
    for (const part of required) {
      // Terms of several words are looked up by other words than theirs.
      if (!('clause' in part) || part.clause.alternatives.some(isTermAlternative)) continue;
      const some = new Set(hashesOf([part.clause]).flatMap((hash) => this.#having.get(hash) ?? []));
      const before: ReadonlySet<Candidate> = possible ?? some;
      possible = new Set([...some].filter((each) => before.has(each)));
    }
    return possible === undefined ? this.#documents : this.#documents.filter((each) => possible.has(each));
  }

  #valuesOf(document: Candidate): DocumentValues {
    let values = this.#values.get(document.id);
    if (values === undefined) {
      values = this.#parts.facetReader.valuesOf([document]).get(document.id) ?? NO_VALUES;
      this.#values.set(document.id, values);
    }
    return values;
  }

  #matchesArticle(condition: MatchCondition, article: Article): boolean {
    const { tagger, zone, declared } = this.#parts;
    const passages = annotate(article, tagger);
    const stored: StoredArticle = { ...article, id: '', revision: 0, sequence: 0, deleted: false };
    const head = headOf(stored, passages, zone, declared);
    const forwardIndex = new ForwardIndex(encodeForwardIndex(passages));
    const values = { facets: head.facets, fieldTerms: new Set(fieldTermsOf(stored)) };
    return checkOf(condition, () => values)({ ...head, forwardIndex });
  }

  async #hits(
    plan: Plan,
    documents: readonly Candidate[],
    { language, collapse: collapsing = false }: SearchRequest,
    limit: number,
  ): Promise<Hit[]> {
    const all = documents.map(({ id, forwardIndex }) => ({
      ...{ id, forwardIndex, score: null, missing: [], similar: [] },
    }));
    const { shown } = collapse(
      all,
      collapsing ? await this.#parts.index.clusters(all.map(({ id }) => id)) : [],
    );
    const ranked = shown.slice(0, limit).map(({ document, duplicates }) => ({ ...document, duplicates }));
    return this.#parts.presenter.hits(ranked, plan.query.clauses, this.#parts.indexedUpTo, {
      language,
      explain: false,
      languages: filteredLanguages(plan),
      glosses: plan.across !== null,
    });
  }
}

/** By the date of publication, undated documents last. */
function newestFirst(a: Candidate, b: Candidate): number {
  const dateOf = ({ publishedAt = Number.NEGATIVE_INFINITY }: Candidate): number => publishedAt;
  const order = dateOf(b) - dateOf(a);
  return order > 0 ? 1 : order < 0 ? -1 : a.id < b.id ? -1 : 1;
}
