/**
 * Finds the documents of a plan: it walks over the document numbers in windows, and in each it adds up one posting list
 * after the other in small arrays (Strohman & Croft 2007 call it term at a time within a range; it is Lucene's
 * `BooleanScorer`). What lies behind a window is final, so that the worst of the best so far limits what may begin a new
 * document in the next: MaxScore (Turtle & Flood 1995, "Query evaluation: strategies and optimizations").
 */
import type { Best } from './best.ts';
import type { DocValues } from './doc-values.ts';
import type { InvertedIndex } from './inverted-index.ts';
import { NO_DOCUMENT, PostingCursor } from './posting-cursor.ts';

/** Documents of a window: what is kept of each stays in the processor's cache. A multiple of 32, at most 2^16. */
const WINDOW = 8192;
/** Scores are added in 32-bit floats: what is about a bound is within it. */
const TOLERANCE = 1e-5;
/** What the share of all clauses is in `#held`: below 1, whatever is rounded. */
const WHOLE = 0.999;

/** What is matched. */
export interface MatchPlan {
  /** Those that tell most first. Without clauses every document matches. */
  clauses: readonly PlannedClause[];
  /** How the terms of a clause score together. */
  adds: 'best' | 'sum';
  /** Clauses that a document has to match. */
  needed: number;
  /** Documents that match fewer are found if they hold at least such a share of the weight; infinite: they are not. */
  leastShare: number;
  /** Added to the score of a document that matches. */
  lift: number;
  excluded: readonly string[];
  /** The test of the filter. */
  passes: ((document: number) => boolean) | undefined;
}

export interface PlannedClause {
  /** Its share of the weight of all clauses; 0 where no shares are asked for. */
  share: number;
  /** The highest score that it can add. */
  bound: number;
  /** Those that match, and then the similar ones. */
  terms: readonly PlannedTerm[];
}

export interface PlannedTerm {
  term: string;
  perImpact: number;
  /** Share of the clause's weight that a document holds by it. */
  share: number;
  /** It is no match. */
  similar: boolean;
}

interface OpenTerm {
  cursor: PostingCursor;
  perImpact: number;
  /** What a document gets by it: see `#held`. */
  holding: number;
}

interface OpenClause {
  terms: readonly OpenTerm[];
  /** Share and bound of this clause and those after it. */
  shareLeft: number;
  boundLeft: number;
}

/** Gets documents that match, in rising order, and says whether more are wanted. The array is reused. */
export type MatchSink = (documents: Uint32Array) => boolean;

export class MatchWindows {
  readonly #docValues: Pick<DocValues, 'live' | 'size'>;
  readonly #index: Pick<InvertedIndex, 'postingLists'>;
  readonly #window: number;
  // By place in the window; zero between the windows.
  readonly #scores: Float32Array;
  /** Whole part: the clauses that match. Fraction: `WHOLE` of the share of the weight that the document holds. */
  readonly #held: Float64Array;
  /** Best score in the clause under way, of places that are in `#found`. */
  readonly #best: Float32Array;
  // A bit for each place.
  readonly #touched: Int32Array;
  readonly #found: Int32Array;
  readonly #excluded: Int32Array;
  // What was read of a list.
  readonly #places: Uint16Array;
  readonly #impacts: Uint8Array;
  readonly #matching: Uint32Array;

  constructor(
    docValues: Pick<DocValues, 'live' | 'size'>,
    index: Pick<InvertedIndex, 'postingLists'>,
    window = WINDOW,
  ) {
    this.#docValues = docValues;
    this.#index = index;
    this.#window = window;
    this.#scores = new Float32Array(window);
    this.#held = new Float64Array(window);
    this.#best = new Float32Array(window);
    this.#touched = new Int32Array(window / 32);
    this.#found = new Int32Array(window / 32);
    this.#excluded = new Int32Array(window / 32);
    this.#places = new Uint16Array(window);
    this.#impacts = new Uint8Array(window);
    this.#matching = new Uint32Array(window);
  }

  /** Offers the documents that are found to `best` with their scores, and gives those that match to `take`. */
  find(plan: MatchPlan, best: Best, take: MatchSink): void {
    const { size } = this.#docValues;
    const window = this.#window;
    const clauses = this.#opened(plan);
    const excluded = plan.excluded.map((term) => new PostingCursor(this.#index.postingLists(term)));
    for (let base = 0; base < size; base += window) {
      const beginning = clauses.filter((clause, place) =>
        mayBegin(clause, clauses.length - place, plan, best),
      );
      if (clauses.length > 0) {
        const next = firstDocument(beginning);
        if (next >= size) break;
        base = next - (next % window);
        clauses.forEach((clause, place) => {
          this.#addClause(clause, base, place < beginning.length, plan.adds);
        });
      } else this.#touchAll(Math.min(window, size - base));
      for (const cursor of excluded) this.#exclude(cursor, base);
      const count = this.#scan(base, plan, best);
      if (excluded.length > 0) this.#excluded.fill(0);
      if (!take(this.#matching.subarray(0, count))) break;
    }
  }

  /** The clauses, with cursors. */
  #opened({ clauses }: MatchPlan): OpenClause[] {
    let [shareLeft, boundLeft] = [0, 0];
    const opened = clauses.toReversed().map(({ share, bound, terms }): OpenClause => {
      shareLeft += share;
      boundLeft += bound;
      const open = terms.map((term) => ({
        cursor: new PostingCursor(this.#index.postingLists(term.term)),
        perImpact: term.perImpact,
        holding: (term.similar ? 0 : 1) + WHOLE * share * term.share,
      }));
      return { terms: open, shareLeft, boundLeft };
    });
    return opened.reverse();
  }

  #touchAll(count: number): void {
    const touched = this.#touched;
    touched.fill(-1, 0, count >>> 5);
    if (count % 32 > 0) touched[count >>> 5] = 2 ** (count % 32) - 1;
  }

  #exclude(cursor: PostingCursor, base: number): void {
    const excluded = this.#excluded;
    const places = this.#places;
    const count = this.#read(cursor, base);
    for (let i = 0; i < count; i++) excluded[places[i]! >>> 5]! |= 1 << places[i]!;
  }

  /** Reads what a list has in a window. */
  #read(cursor: PostingCursor, base: number): number {
    const window = this.#window;
    const places = this.#places;
    const impacts = this.#impacts;
    // Of windows that were left out.
    for (let { document } = cursor; document < base; { document } = cursor)
      cursor.read(document, Math.min(base, document + window), places, impacts);
    return cursor.read(base, base + window, places, impacts);
  }

  /** Adds what the documents of the window have of a clause. `begins`: whether to documents without any clause before. */
  #addClause({ terms }: OpenClause, base: number, begins: boolean, adds: 'best' | 'sum'): void {
    const also = begins ? -1 : 0;
    if (terms.length === 1) this.#addOnly(this.#read(terms[0]!.cursor, base), terms[0]!, also);
    if (terms.length <= 1) return;
    for (const term of terms) this.#addAmong(this.#read(term.cursor, base), term, adds, also);
    this.#found.fill(0);
  }

  /** Adds what was read of the only term of a clause. */
  #addOnly(count: number, { perImpact, holding }: OpenTerm, also: number): void {
    const places = this.#places;
    const impacts = this.#impacts;
    const touched = this.#touched;
    const scores = this.#scores;
    const held = this.#held;
    for (let i = 0; i < count; i++) {
      const place = places[i]!;
      const bit = 1 << place;
      const word = place >>> 5;
      if (((touched[word]! | also) & bit) === 0) continue;
      touched[word]! |= bit;
      scores[place]! += perImpact * impacts[i]!;
      held[place]! += holding;
    }
  }

  /** Adds what was read of one of several terms of a clause. */
  #addAmong(count: number, { perImpact, holding }: OpenTerm, adds: 'best' | 'sum', also: number): void {
    const places = this.#places;
    const impacts = this.#impacts;
    const touched = this.#touched;
    const found = this.#found;
    const scores = this.#scores;
    const best = this.#best;
    const held = this.#held;
    for (let i = 0; i < count; i++) {
      const place = places[i]!;
      const bit = 1 << place;
      const word = place >>> 5;
      if (((touched[word]! | also) & bit) === 0) continue;
      const score = perImpact * impacts[i]!;
      if ((found[word]! & bit) === 0) {
        found[word]! |= bit;
        touched[word]! |= bit;
        best[place] = score;
        scores[place]! += score;
        held[place]! += holding;
      } else if (adds === 'sum') scores[place]! += score;
      else if (score > best[place]!) {
        scores[place]! += score - best[place]!;
        best[place] = score;
      }
    }
  }

  /** Judges the touched documents of a window and clears it. Returns how many match; `#matching` has them. */
  #scan(base: number, { needed, leastShare, lift, passes }: MatchPlan, best: Best): number {
    const leastHeld = leastShare * WHOLE;
    const { live } = this.#docValues;
    const touched = this.#touched;
    const excluded = this.#excluded;
    const scores = this.#scores;
    const held = this.#held;
    const matching = this.#matching;
    let count = 0;
    let { least } = best;
    for (let word = 0; word < touched.length; word++) {
      let bits = touched[word]!;
      touched[word] = 0;
      for (; bits !== 0; bits &= bits - 1) {
        const bit = bits & -bits;
        const place = (word << 5) + 31 - Math.clz32(bit);
        const document = base + place;
        const score = scores[place]!;
        const own = held[place]!;
        const matches = own >= needed;
        scores[place] = 0;
        held[place] = 0;
        if (!matches && own - Math.floor(own) < leastHeld) continue;
        if (live[document] !== 1 || (excluded[word]! & bit) !== 0) continue;
        if (passes !== undefined && !passes(document)) continue;
        if (matches) matching[count++] = document;
        const key = matches ? score + lift : score;
        if (key <= least) continue;
        best.offer(key, document);
        ({ least } = best);
      }
    }
    return count;
  }
}

/** Whether a document without any clause before may be found; `left`: number of clauses from this one on. */
function mayBegin(
  { shareLeft, boundLeft }: OpenClause,
  left: number,
  { needed, leastShare }: MatchPlan,
  { least }: Best,
): boolean {
  if (left >= needed) return true;
  return shareLeft >= leastShare && boundLeft * (1 + TOLERANCE) >= least;
}

/** The first document that a clause may begin with. */
function firstDocument(clauses: readonly OpenClause[]): number {
  let first = NO_DOCUMENT;
  for (const { terms } of clauses)
    for (const { cursor } of terms) if (cursor.document < first) first = cursor.document;
  return first;
}
