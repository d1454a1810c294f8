/**
 * Finds the documents of a request. It reads the posting lists of one term after the other (term at a time) and adds
 * impacts in arrays by document number. All matches are counted; only the requested page is sorted.
 */
import { FULL_IMPACT } from '../batch/inverter.ts';
import { idf } from '../bm25.ts';
import type { Condition } from '../conditions.ts';
import type { DocumentIds } from '../docstore/docstore.ts';
import { type CandidateRequest, type Candidates, type Sort, valueLimit } from '../engine.ts';
import { PostingReader, postingCount } from '../storage/posting-pages.ts';
import type { DocValues } from './doc-values.ts';
import type { InvertedIndex, PostingList } from './inverted-index.ts';

/** Document numbers of the requested page in order, and counts over all matches. */
export interface MatchedDocuments {
  page: number[];
  total: number;
  facets: Candidates['facets'];
}

export class Matcher {
  readonly #docValues: DocValues;
  readonly #index: InvertedIndex;
  readonly #ids: DocumentIds;
  /** By document: the sum of impacts, the number of groups it matches, and the last group it was found in. */
  #scores = new Float32Array(0);
  #answered = new Uint16Array(0);
  #seen = new Uint16Array(0);
  /** Documents with an entry in these arrays. */
  #touched = new Uint32Array(0);
  #touchedCount = 0;

  constructor(docValues: DocValues, index: InvertedIndex, ids: DocumentIds) {
    this.#docValues = docValues;
    this.#index = index;
    this.#ids = ids;
  }

  match(request: CandidateRequest): MatchedDocuments {
    this.#makeRoom();
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
        facets: this.#count(matched, request),
      };
    } finally {
      this.#clear();
    }
  }

  #makeRoom(): void {
    const { size } = this.#docValues;
    if (this.#scores.length >= size) return;
    const room = Math.ceil(size * 1.5);
    this.#scores = new Float32Array(room);
    this.#answered = new Uint16Array(room);
    this.#seen = new Uint16Array(room);
    this.#touched = new Uint32Array(room);
  }

  #clear(): void {
    for (let i = 0; i < this.#touchedCount; i++) {
      const document = this.#touched[i]!;
      this.#scores[document] = 0;
      this.#answered[document] = 0;
      this.#seen[document] = 0;
    }
    this.#touchedCount = 0;
  }

  #touchAll(): void {
    const { live, size } = this.#docValues;
    for (let document = 1; document < size; document++) {
      if (live[document] !== 1) continue;
      this.#touched[this.#touchedCount++] = document;
      this.#answered[document] = 1;
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
    const scores = this.#scores;
    const answered = this.#answered;
    const seen = this.#seen;
    const touched = this.#touched;
    let count = this.#touchedCount;
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
    this.#touchedCount = count;
  }

  #exclude({ postings, base }: PostingList): void {
    const reader = new PostingReader(postings, base);
    while (reader.next()) this.#answered[reader.document] = 0;
  }

  /** Touched documents that match at least `groups` groups and pass the filter. */
  #matched(groups: number, filter: Condition): Uint32Array {
    const matched = new Uint32Array(this.#touchedCount);
    const passes = isEmpty(filter) ? undefined : this.#meeting(filter);
    let count = 0;
    for (let i = 0; i < this.#touchedCount; i++) {
      const document = this.#touched[i]!;
      if (this.#answered[document]! < groups) continue;
      if (passes === undefined || passes(document)) matched[count++] = document;
    }
    return matched.subarray(0, count);
  }

  #has(document: number, wanted: ReadonlySet<number>): boolean {
    const { ordinals, offsets } = this.#docValues;
    for (let at = offsets[document - 1]!; at < offsets[document]!; at++)
      if (wanted.has(ordinals[at]!)) return true;
    return false;
  }

  /** 1 for each document that has a term. */
  #having(term: string): Uint8Array {
    const having = new Uint8Array(this.#docValues.size);
    for (const { postings, base } of this.#index.postingLists(term)) {
      const reader = new PostingReader(postings, base);
      while (reader.next()) having[reader.document] = 1;
    }
    return having;
  }

  /** A condition as a function of a document's number. */
  #meeting(where: Condition): (document: number) => boolean {
    const { dates, ordinals, offsets, values: facetValues } = this.#docValues;
    if ('all' in where) {
      const parts = where.all.map((part) => this.#meeting(part));
      return (document) => parts.every((meets) => meets(document));
    }
    if ('any' in where) {
      const parts = where.any.map((part) => this.#meeting(part));
      return (document) => parts.some((meets) => meets(document));
    }
    if ('not' in where) {
      const meets = this.#meeting(where.not);
      return (document) => !meets(document);
    }
    if ('facet' in where) {
      const { facet, values } = where;
      if (values !== undefined) {
        const wanted = new Set(values.flatMap((value) => this.#docValues.ordinalOf(facet, value) ?? []));
        return (document) => this.#has(document, wanted);
      }
      return (document) => {
        for (let at = offsets[document - 1]!; at < offsets[document]!; at++)
          if (facetValues[ordinals[at]!]!.facet === facet) return true;
        return false;
      };
    }
    if ('term' in where) {
      const having = this.#having(where.term);
      return (document) => having[document] === 1;
    }
    const { from = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY } = where.published;
    // A document without a date is never within: NaN compares with nothing.
    return (document) => dates[document]! >= from && dates[document]! < before;
  }

  /** The first `count` documents in order: by score and number, or by date and id. */
  #first(matched: Uint32Array, count: number, sort: Sort, ranked: boolean): number[] {
    const { dates } = this.#docValues;
    const sign = sort === 'oldest' ? -1 : 1;
    const keys = new Float64Array(matched.length);
    for (let i = 0; i < matched.length; i++) {
      const document = matched[i]!;
      if (sort === 'relevance' && ranked) keys[i] = this.#scores[document]!;
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

  #count(matched: Uint32Array, request: CandidateRequest): Candidates['facets'] {
    const { facets } = request;
    if (facets.length === 0) return {};
    const { ordinals, offsets, values, ordinalsOfFacet, alphabeticalRanks } = this.#docValues;
    const counts = new Uint32Array(values.length);
    for (let i = 0; i < matched.length; i++) {
      const document = matched[i]!;
      const end = offsets[document]!;
      for (let at = offsets[document - 1]!; at < end; at++) counts[ordinals[at]!]!++;
    }
    const counted: Candidates['facets'] = {};
    for (const facet of facets) {
      const found = ordinalsOfFacet[facet].filter((label) => counts[label]! > 0);
      const first = mostFrequent(found, counts, alphabeticalRanks).slice(0, valueLimit(request, facet));
      counted[facet] = first.map((label) => ({ value: values[label]!.value, count: counts[label]! }));
    }
    return counted;
  }
}

/** Whether every document meets a condition. */
const isEmpty = (condition: Condition): boolean => 'all' in condition && condition.all.length === 0;

/** Ordinals by count, the largest first; equal counts in alphabetical order of their values. */
function mostFrequent(ordinals: readonly number[], counts: Uint32Array, ranks: Uint32Array): number[] {
  // Count and rank in one number: sorting numbers needs no comparison function.
  const size = ranks.length;
  const byRank = new Map(ordinals.map((ordinal) => [ranks[ordinal]!, ordinal]));
  const keys = Float64Array.from(
    ordinals,
    (ordinal) => counts[ordinal]! * size + (size - 1 - ranks[ordinal]!),
  );
  return Array.from(keys.sort().reverse(), (key) => byRank.get(size - 1 - (key % size))!);
}

/** Places of the `count` largest keys, the largest first; of equal keys that of the smaller number first. */
function largest(keys: Float64Array, numbers: Uint32Array, count: number): number[] {
  const before = (a: number, b: number): boolean =>
    keys[a]! > keys[b]! || (keys[a] === keys[b] && numbers[a]! < numbers[b]!);
  // A heap of the best places, the worst of them at its root.
  const heap: number[] = [];
  const sink = (): void => {
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [at * 2 + 1, at * 2 + 2])
        if (child < heap.length && before(heap[worst]!, heap[child]!)) worst = child;
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
      at = worst;
    }
  };
  for (let place = 0; place < keys.length && count > 0; place++) {
    if (heap.length < count) {
      let at = heap.push(place) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!before(heap[parent]!, heap[at]!)) break;
        [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
        at = parent;
      }
    } else if (before(place, heap[0]!)) {
      heap[0] = place;
      sink();
    }
  }
  return heap.sort((a, b) => (before(a, b) ? -1 : 1));
}
