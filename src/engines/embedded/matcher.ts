/**
 * Finds the documents of a request. It reads the posting lists of one term after the other (term at a time) and adds
 * impacts in arrays by document number. All matches are counted; only the requested page is sorted.
 */
import { FULL_IMPACT } from '../batch/inverter.ts';
import { idf } from '../bm25.ts';
import type { Condition } from '../conditions.ts';
import type { DocumentIds } from '../docstore/docstore.ts';
import type { CandidateRequest, Sort } from '../engine.ts';
import { PostingReader, postingCount } from '../storage/posting-pages.ts';
import { Accumulators } from './accumulators.ts';
import type { DocValues } from './doc-values.ts';
import { filterTest } from './document-filter.ts';
import { countFacets } from './facet-counter.ts';
import type { InvertedIndex, PostingList } from './inverted-index.ts';
import { largest } from './largest.ts';
import type { MatchedDocuments } from './matched-documents.ts';
import { WeightedOr } from './weighted-or.ts';

export class Matcher {
  readonly #docValues: DocValues;
  readonly #index: InvertedIndex;
  readonly #ids: DocumentIds;
  readonly #sums = new Accumulators();
  readonly #weighted: WeightedOr;

  constructor(docValues: DocValues, index: InvertedIndex, ids: DocumentIds) {
    this.#docValues = docValues;
    this.#index = index;
    this.#ids = ids;
    this.#weighted = new WeightedOr(docValues, index, this.#sums);
  }

  match(request: CandidateRequest): MatchedDocuments {
    if (request.partial !== undefined) return this.#weighted.match(request, request.partial);
    this.#sums.makeRoom(this.#docValues.size);
    const { groups, mode, excluded, filter, sort, offset, limit } = request;
    try {
      if (groups.length === 0) this.#touchAll();
      for (const [group, terms] of groups.entries()) this.#addGroup(terms, group + 1, mode === 'all');
      for (const term of excluded) for (const part of this.#index.postingLists(term)) this.#exclude(part);
      const matched = this.#matched(mode === 'all' ? Math.max(1, groups.length) : 1, filter);
      const first = this.#first(matched, offset + limit, sort, groups.length > 0);
      return {
        page: first.slice(offset),
        total: matched.length,
        facets: countFacets(this.#docValues, matched, request),
      };
    } finally {
      this.#sums.clear();
    }
  }

  #touchAll(): void {
    const { live, size } = this.#docValues;
    const { touched, answered } = this.#sums;
    for (let document = 1; document < size; document++) {
      if (live[document] !== 1) continue;
      touched[this.#sums.touchedCount++] = document;
      answered[document] = 1;
    }
  }

  /** Adds the impacts of a group's terms. Groups are numbered from 1. `narrowing`: only documents that matched every previous group. */
  #addGroup(terms: readonly string[], group: number, narrowing: boolean): void {
    for (const term of terms) {
      const parts = this.#index.postingLists(term);
      const documents = parts.reduce((sum, { postings }) => sum + postingCount(postings), 0);
      const weight = idf(documents, this.#docValues.count) / FULL_IMPACT;
      for (const part of parts) this.#addList(part, weight, group, narrowing && group > 1);
    }
  }

  #addList({ postings, base }: PostingList, weight: number, group: number, narrowing: boolean): void {
    const { live } = this.#docValues;
    const { scores, answered, seen, touched } = this.#sums;
    let count = this.#sums.touchedCount;
    const reader = new PostingReader(postings, base);
    while (reader.next()) {
      const { document } = reader;
      if (seen[document] !== group) {
        if (narrowing ? answered[document] !== group - 1 : live[document] !== 1) continue;
        if (answered[document] === 0) touched[count++] = document;
        seen[document] = group;
        answered[document]!++;
      }
      scores[document]! += weight * reader.impact;
    }
    this.#sums.touchedCount = count;
  }

  #exclude({ postings, base }: PostingList): void {
    const reader = new PostingReader(postings, base);
    while (reader.next()) this.#sums.answered[reader.document] = 0;
  }

  /** Touched documents that match at least `groups` groups and pass the filter. */
  #matched(groups: number, filter: Condition): Uint32Array {
    const { touched, touchedCount, answered } = this.#sums;
    const matched = new Uint32Array(touchedCount);
    const passes = filterTest(this.#docValues, this.#index, filter);
    let count = 0;
    for (let i = 0; i < touchedCount; i++) {
      const document = touched[i]!;
      if (answered[document]! < groups) continue;
      if (passes === undefined || passes(document)) matched[count++] = document;
    }
    return matched.subarray(0, count);
  }

  /** The first `count` documents in order: by score and number, or by date and id. */
  #first(matched: Uint32Array, count: number, sort: Sort, ranked: boolean): number[] {
    const { dates } = this.#docValues;
    const sign = sort === 'oldest' ? -1 : 1;
    const keys = new Float64Array(matched.length);
    for (let i = 0; i < matched.length; i++) {
      const document = matched[i]!;
      if (sort === 'relevance' && ranked) keys[i] = this.#sums.scores[document]!;
      else keys[i] = Number.isNaN(dates[document]!) ? Number.NEGATIVE_INFINITY : sign * dates[document]!;
    }
    const places = largest(keys, matched, count);
    if (sort === 'relevance' && ranked) return places.map((place) => matched[place]!);
    return this.#datedFirst(keys, matched, places);
  }

  /** The same number of documents as there are places, in order of key and then of id. */
  #datedFirst(keys: Float64Array, matched: Uint32Array, places: readonly number[]): number[] {
    const least = keys[places.at(-1) ?? 0];
    const keyOf = new Map<number, number>();
    for (const place of places) if (keys[place]! > least!) keyOf.set(matched[place]!, keys[place]!);
    // Of those with the last place's key, more may match than there are places left.
    const left = places.length - keyOf.size;
    if (left > 0) {
      const tied = new Set<number>();
      for (let place = 0; place < keys.length; place++) if (keys[place] === least) tied.add(matched[place]!);
      for (const number of this.#ids.first(tied, left)) keyOf.set(number, least!);
    }
    const ids = this.#ids.of([...keyOf.keys()]);
    return [...keyOf]
      .sort(([a, keyA], [b, keyB]) => keyB - keyA || Buffer.compare(ids.get(a)!, ids.get(b)!))
      .map(([number]) => number);
  }
}
