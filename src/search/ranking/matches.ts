/**
 * Where the words of a document answer the words of a query: how often at each level and in each field, how close the
 * clauses stand to each other, and how much of the query the densest stretch holds. One pass over the forward index; the text
 * is not read.
 */

import type { Forms } from '../../analysis/forms.ts';
import { termHash } from '../../analysis/hash.ts';
import { FORMS } from '../../analysis/language.ts';
import type { ForwardIndex } from '../../document/forward-index.ts';
import { KeyFilter } from '../../document/key-filter.ts';
import type { QueryClause } from '../query/query.ts';

/** How a word of a document answers a word of a query, the closest first. */
export const MATCH_KINDS = [...FORMS, 'completion', 'correction', 'name', 'entity', 'likely'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export const FORM_COUNT = FORMS.length;
export const MATCH_KIND_COUNT = MATCH_KINDS.length;
export const FIELD_COUNT = 3;
const ENTITY = MATCH_KINDS.indexOf('entity');
const LIKELY = MATCH_KINDS.indexOf('likely');

export interface Matches {
  /** How often clause i is answered at level l in field f, at (i * LEVEL_COUNT + l) * FIELD_COUNT + f. */
  counts: Float64Array;
  /**
   * Shortest way in words between clauses a < b within one passage, at a * clauses + b, half a word more where they stand
   * in the other order; infinite where they never meet.
   */
  nearest: Float64Array;
  /** Largest sum of the weights of the clauses that stand within `reach` words of one passage. */
  bestWindow: number;
}

/** Every key whose document frequency a ranking needs. */
export function hashesOf(clauses: readonly QueryClause[]): number[] {
  return [...new Set(clauses.flatMap((clause) => [...matchKindsOf(clause).keys()]))];
}

/** Key -> closest level at which it answers the clause. */
export function matchKindsOf({
  words,
  entities,
  guessedEntities = [],
  loosestForm,
}: QueryClause): Map<number, number> {
  const levels = new Map<number, number>();
  const note = (key: number, level: number): void => {
    if (level < (levels.get(key) ?? MATCH_KIND_COUNT)) levels.set(key, level);
  };
  const noteWords = (forms: readonly Forms[], level: MatchKind): void => {
    for (const { hashes } of forms) {
      note(hashes[1], MATCH_KINDS.indexOf(level));
      note(hashes[2], MATCH_KINDS.indexOf(level));
    }
  };
  const forms = FORMS.indexOf(loosestForm) + 1;
  for (const { forms: own, completions, corrections, names } of words) {
    for (const { hashes: keys } of own) keys.slice(0, forms).forEach(note);
    noteWords(completions, 'completion');
    noteWords(corrections, 'correction');
    noteWords(names, 'name');
  }
  for (const id of entities) note(termHash(id, 'entity'), ENTITY);
  // Who is only likely to be meant ranks under what was corrected or completed.
  for (const id of guessedEntities) note(termHash(id, 'entity'), LIKELY);
  return levels;
}

export class MatchScanner {
  readonly #clauses: readonly QueryClause[];
  readonly #weights: Float64Array;
  readonly #reach: number;
  /** Idea and level of every key of the query: packed clause * LEVEL_COUNT + level. */
  readonly #answers = new Map<number, number[]>();
  /** The keys of `#answers`. */
  readonly #filter = new KeyFilter();
  // Made once and used for every document.
  readonly #counts: Float64Array;
  readonly #nearest: Float64Array;
  readonly #last: Int32Array;
  #places = new Uint32Array(1024);

  /** `weights` of the clauses and `reach` in words are those of `densest`. */
  constructor(clauses: readonly QueryClause[], weights: Float64Array, reach: number) {
    this.#clauses = clauses;
    this.#weights = weights;
    this.#reach = reach;
    this.#counts = new Float64Array(clauses.length * MATCH_KIND_COUNT * FIELD_COUNT);
    this.#nearest = new Float64Array(clauses.length ** 2);
    this.#last = new Int32Array(clauses.length);
    clauses.forEach((clause, i) => {
      for (const [key, level] of matchKindsOf(clause)) {
        const packed = i * MATCH_KIND_COUNT + level;
        const known = this.#answers.get(key);
        if (known === undefined) this.#answers.set(key, [packed]);
        else known.push(packed);
        this.#filter.add(key);
      }
    });
  }

  /** Reads the forward index of one document. What it gives holds until the next one is read. */
  scan(forwardIndex: ForwardIndex): Matches {
    const { words, wordCount, lengths } = forwardIndex;
    const size = this.#clauses.length;
    const counts = this.#counts.fill(0);
    const nearest = this.#nearest.fill(Number.POSITIVE_INFINITY);
    const answers = this.#answered(forwardIndex);
    const named = this.#named(forwardIndex);
    if (answers.length === 0 && named === undefined) return { counts, nearest, bestWindow: 0 };
    const stretch = new SlidingWindow(this.#weights, this.#reach);
    const last = this.#last.fill(-1);
    const places = this.#places;
    let passage = 0;
    let field = 0;
    let fieldEnd = lengths[0];
    for (let position = 0; position < words.length; position++) {
      const word = words[position]!;
      const place = places[word]!;
      if (place === 0 && named === undefined) continue;
      while (position >= fieldEnd && field < FIELD_COUNT - 1) fieldEnd += lengths[++field]!;
      if (word === wordCount) {
        passage = position;
        stretch.end();
        continue;
      }
      const here = merged(place === 0 ? undefined : answers[place - 1], named?.get(position));
      if (here === undefined) continue;
      for (const packed of here) {
        const clause = Math.floor(packed / MATCH_KIND_COUNT);
        if (this.#clauses[clause]!.field === 'title' && field !== 0) continue;
        counts[packed * FIELD_COUNT + field]!++;
        last[clause] = position;
        stretch.add(clause, position);
        for (let other = 0; other < size; other++) {
          const seen = last[other]!;
          if (other === clause || seen < passage || seen === -1) continue;
          const pair = Math.min(clause, other) * size + Math.max(clause, other);
          const order = clause > other ? 0 : 0.5;
          nearest[pair] = Math.min(nearest[pair]!, Math.max(1, position - seen) + order);
        }
      }
    }
    return { counts, nearest, bestWindow: stretch.densest };
  }

  /**
   * What the words of a document answer, for those that answer anything: word n has its place in the list, from 1, at
   * n in `#places`; the passage break has one beyond the list, and the others have 0.
   */
  #answered(forwardIndex: ForwardIndex): number[][] {
    const { wordCount } = forwardIndex;
    if (this.#places.length <= wordCount) this.#places = new Uint32Array(2 * wordCount + 1);
    const places = this.#places.fill(0, 0, wordCount);
    const answers: number[][] = [];
    forwardIndex.forEachPassing(this.#filter, (hash, word) => {
      const found = this.#answers.get(hash);
      if (found === undefined) return;
      if (places[word] === 0) places[word] = answers.push([]);
      addClosest(answers[places[word]! - 1]!, found);
    });
    places[wordCount] = answers.length + 1;
    return answers;
  }

  /** Position -> answers by the entities mentioned there. */
  #named(forwardIndex: ForwardIndex): Map<number, number[]> | undefined {
    let named: Map<number, number[]> | undefined;
    for (let mention = 0; mention < forwardIndex.mentionCount; mention++) {
      const entity = forwardIndex.mentionedEntity(mention);
      const found = this.#filter.mayHave(entity) ? this.#answers.get(entity) : undefined;
      if (found === undefined) continue;
      named ??= new Map();
      named.set(forwardIndex.mentionStart(mention), found);
    }
    return named;
  }
}

/** The clauses within a moving stretch of a passage. Positions are added in order. */
class SlidingWindow {
  readonly #weights: Float64Array;
  readonly #reach: number;
  readonly #positions: number[] = [];
  readonly #clauses: number[] = [];
  readonly #inside: Int32Array;
  #first = 0;
  #sum = 0;
  /** The largest sum so far. */
  densest = 0;

  constructor(weights: Float64Array, reach: number) {
    this.#weights = weights;
    this.#reach = reach;
    this.#inside = new Int32Array(weights.length);
  }

  add(clause: number, position: number): void {
    while (this.#first < this.#positions.length && this.#positions[this.#first]! <= position - this.#reach)
      this.#drop();
    this.#positions.push(position);
    this.#clauses.push(clause);
    if (++this.#inside[clause]! > 1) return;
    this.#sum += this.#weights[clause]!;
    this.densest = Math.max(this.densest, this.#sum);
  }

  /** Ends the passage. */
  end(): void {
    while (this.#first < this.#positions.length) this.#drop();
  }

  #drop(): void {
    const clause = this.#clauses[this.#first++]!;
    if (--this.#inside[clause]! === 0) this.#sum -= this.#weights[clause]!;
  }
}

/** Adds answers, keeping for each clause only the closest level. */
function addClosest(answers: number[], found: readonly number[]): void {
  for (const packed of found) {
    const clause = Math.floor(packed / MATCH_KIND_COUNT);
    const known = answers.findIndex((answer) => Math.floor(answer / MATCH_KIND_COUNT) === clause);
    if (known === -1) answers.push(packed);
    else answers[known] = Math.min(answers[known]!, packed);
  }
}

function merged(words: number[] | undefined, named: number[] | undefined): readonly number[] | undefined {
  if (named === undefined) return words;
  if (words === undefined) return named;
  return [...words, ...named];
}
