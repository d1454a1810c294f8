/**
 * Matches of a query in one document: how often each clause is answered by each kind of match in each field, how close
 * together clauses are, and how much of the query the best window of words holds. One pass over the forward index; the
 * text is not read.
 */

import { termHash } from '../../analysis/hash.ts';
import { FORMS } from '../../analysis/language.ts';
import { FIELDS } from '../../common/types.ts';
import { type ForwardIndex, MENTION_SIZE } from '../../document/forward-index.ts';
import { KeyFilter } from '../../document/key-filter.ts';
import { WordMarks } from '../../document/word-marks.ts';
import { WORD_SIZE, type WordTable } from '../../document/word-table.ts';
import { isEntityAlternative, isTermAlternative, type QueryClause } from '../query/query.ts';
import { MATCH_KIND_COUNT, MATCH_KINDS } from './match-kinds.ts';
import { TermFinder } from './term-finder.ts';

export const FIELD_COUNT = FIELDS.length;

export const NOTHING = 0;
export const SIMILAR = 1;
export const MATCH = 2;
const [FOLDED, STEM, ROOT] = (['folded', 'stem', 'root'] as const).map((form) => FORMS.indexOf(form)) as [
  number,
  number,
  number,
];

export interface Matches {
  /** How often clause c is answered by match kind k in field f, at (c * MATCH_KIND_COUNT + k) * FIELD_COUNT + f. */
  counts: Float64Array;
  /**
   * Smallest distance in words between clauses a < b within one passage, at a * clauses + b. Half a word is added if they
   * occur in the other order. Infinite if no passage has both.
   */
  nearest: Float64Array;
  /** How each clause is answered at all: `NOTHING`, `SIMILAR` (by the root form alone), or with the bit `MATCH`. */
  answered: Uint8Array;
  /** Largest sum of the weights of the clauses within one window of words of one passage. */
  bestWindow: number;
}

/** The hashes of which ranking needs the document frequencies. */
export function hashesOf(clauses: readonly QueryClause[]): number[] {
  const hashes = clauses.flatMap((clause) => [
    ...matchKindsOf(clause).keys(),
    ...clause.alternatives
      .filter(isTermAlternative)
      .flatMap(({ sequence }) => sequence.map((forms) => forms.hashes[STEM]!)),
  ]);
  return [...new Set(hashes)];
}

/** The closest match kind, by number in `MATCH_KINDS`, with which each hash answers a clause; terms are found by `TermFinder`. */
export function matchKindsOf(clause: QueryClause): Map<number, number> {
  const kinds = new Map<number, number>();
  const note = (hash: number, kind: number): void => {
    if (kind < (kinds.get(hash) ?? MATCH_KIND_COUNT)) kinds.set(hash, kind);
  };
  const loosest = FORMS.indexOf(clause.loosestForm);
  for (const alternative of clause.alternatives) {
    if (isEntityAlternative(alternative)) {
      note(termHash(alternative.entity, 'entity'), MATCH_KINDS.indexOf(alternative.kind));
      continue;
    }
    if (isTermAlternative(alternative)) continue;
    const { kind, forms } = alternative;
    for (const each of forms) {
      for (let form = 0; form <= loosest && kind === 'word'; form++) note(each.hashes[form]!, form);
      if (kind !== 'word')
        for (const form of [FOLDED, STEM]) note(each.hashes[form]!, MATCH_KINDS.indexOf(kind));
    }
  }
  return kinds;
}

/** Occurrences of a clause in one document that are compared with those of other clauses; all are counted. */
const MAX_COMPARED = 1000;

export class MatchScanner {
  readonly #clauses: readonly QueryClause[];
  /** Numbers of the fields that clauses are limited to. */
  readonly #fields: readonly (number | undefined)[];
  /** What each hash of the query answers: clause and match kind, packed as clause * MATCH_KIND_COUNT + kind. */
  readonly #answers = new Map<number, number[]>();
  /** The hashes of `#answers`. */
  readonly #filter = new KeyFilter();
  // Allocated once and used for every document.
  readonly #counts: Float64Array;
  readonly #nearest: Float64Array;
  readonly #last: Int32Array;
  readonly #compared: Uint32Array;
  readonly #answeredHow: Uint8Array;
  readonly #marks: WordMarks;
  /** What words answer; each list once, numbered from 1. */
  readonly #answerLists: number[][] = [];
  readonly #numbers = new Map<string, number>();
  readonly #terms: TermFinder | undefined;
  readonly #window: SlidingWindow;

  /** `weights`: of each clause, and `windowWords`: words of a window; both for `Matches.bestWindow`. `room`: see `WordMarks`. */
  constructor(
    clauses: readonly QueryClause[],
    weights: Float64Array,
    windowWords: number,
    room?: Uint16Array,
  ) {
    this.#clauses = clauses;
    this.#fields = clauses.map(({ field }) => (field === undefined ? undefined : FIELDS.indexOf(field)));
    this.#window = new SlidingWindow(weights, windowWords);
    this.#counts = new Float64Array(clauses.length * MATCH_KIND_COUNT * FIELD_COUNT);
    this.#nearest = new Float64Array(clauses.length ** 2);
    this.#last = new Int32Array(clauses.length);
    this.#compared = new Uint32Array(clauses.length);
    this.#answeredHow = new Uint8Array(clauses.length);
    this.#terms = TermFinder.of(clauses);
    clauses.forEach((clause, i) => {
      for (const [hash, kind] of matchKindsOf(clause)) {
        const packed = i * MATCH_KIND_COUNT + kind;
        const known = this.#answers.get(hash);
        if (known === undefined) this.#answers.set(hash, [packed]);
        else known.push(packed);
        this.#filter.add(hash);
      }
    });
    this.#marks = new WordMarks(this.#answers.keys(), (table, word) => this.#answersOf(table, word), room);
  }

  /** The matches of one document; valid until the next call. */
  scan(forwardIndex: ForwardIndex): Matches {
    const { lengths, words, passageBreak } = forwardIndex;
    const size = this.#clauses.length;
    const counts = this.#counts.fill(0);
    const nearest = this.#nearest;
    const answered = this.#answeredHow;
    const answers = this.#answerLists;
    const marks = this.#marks;
    marks.use(forwardIndex);
    const mentioned = this.#named(forwardIndex);
    const named = this.#terms === undefined ? mentioned : this.#terms.find(forwardIndex, mentioned);
    const namedAt = named === undefined ? [] : [...named.keys()].sort((a, b) => a - b);
    let nextNamed = 0;
    const window = this.#window.reset();
    const last = this.#last;
    const compared = this.#compared;
    // Loops: a call of `fill` takes longer than filling so few.
    for (let pair = 0; pair < size * size; pair++) nearest[pair] = Number.POSITIVE_INFINITY;
    for (let clause = 0; clause < size; clause++) {
      answered[clause] = NOTHING;
      last[clause] = -1;
      compared[clause] = 0;
    }
    let passage = 0;
    let field = 0;
    let fieldEnd = lengths[0];
    for (let position = -1; ; ) {
      position = marks.next(forwardIndex, position + 1);
      if (nextNamed < namedAt.length && namedAt[nextNamed]! <= position) position = namedAt[nextNamed++]!;
      if (position >= words.length) break;
      const word = words[position]!;
      if (word === passageBreak) {
        passage = position;
        window.end();
        continue;
      }
      const number = marks.of(word);
      while (position >= fieldEnd && field < FIELD_COUNT - 1) fieldEnd += lengths[++field]!;
      const here = merged(number === 0 ? undefined : answers[number - 1], named?.get(position));
      if (here === undefined) continue;
      for (const packed of here) {
        const clause = Math.floor(packed / MATCH_KIND_COUNT);
        const only = this.#fields[clause];
        if (only !== undefined && only !== field) continue;
        counts[packed * FIELD_COUNT + field]!++;
        answered[clause]! |= packed % MATCH_KIND_COUNT === ROOT ? SIMILAR : MATCH;
        if (++compared[clause]! > MAX_COMPARED) continue;
        last[clause] = position;
        window.add(clause, position);
        for (let other = 0; other < size; other++) {
          const seen = last[other]!;
          if (other === clause || seen < passage || seen === -1) continue;
          const pair = Math.min(clause, other) * size + Math.max(clause, other);
          const order = clause > other ? 0 : 0.5;
          nearest[pair] = Math.min(nearest[pair]!, Math.max(1, position - seen) + order);
        }
      }
    }
    return { counts, nearest, answered, bestWindow: window.best };
  }

  /** What a word answers: 0 for nothing, else one more than the place of the answers in the list. */
  #answersOf({ hashes }: WordTable, word: number): number {
    const answers: number[] = [];
    for (let form = 0; form < WORD_SIZE; form++) {
      const found = this.#answers.get(hashes[word * WORD_SIZE + form]!);
      if (found !== undefined) addClosest(answers, found);
    }
    const key = answers.join(' ');
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#answerLists.push(answers);
      this.#numbers.set(key, number);
    }
    return number;
  }

  /** What the entities answer that are mentioned at a position. */
  #named(forwardIndex: ForwardIndex): Map<number, number[]> | undefined {
    let named: Map<number, number[]> | undefined;
    const { mentions, mentionCount } = forwardIndex;
    for (let mention = 0; mention < mentionCount; mention++) {
      const entity = mentions[mention * MENTION_SIZE]!;
      const found = this.#filter.mayHave(entity) ? this.#answers.get(entity) : undefined;
      if (found === undefined) continue;
      named ??= new Map();
      named.set(forwardIndex.mentionStart(mention), found);
    }
    return named;
  }
}

/** The clauses within a moving window of a passage. Positions are added in order. */
class SlidingWindow {
  readonly #weights: Float64Array;
  readonly #windowWords: number;
  readonly #positions: number[] = [];
  readonly #clauses: number[] = [];
  readonly #inside: Int32Array;
  /** How many positions there are; the arrays keep their room. */
  #count = 0;
  #first = 0;
  #sum = 0;
  /** The largest sum of weights so far. */
  best = 0;

  constructor(weights: Float64Array, windowWords: number) {
    this.#weights = weights;
    this.#windowWords = windowWords;
    this.#inside = new Int32Array(weights.length);
  }

  /** Begins a document. */
  reset(): this {
    this.end();
    this.#count = 0;
    this.#first = 0;
    this.#sum = 0;
    this.best = 0;
    return this;
  }

  add(clause: number, position: number): void {
    const gone = position - this.#windowWords;
    while (this.#first < this.#count && this.#positions[this.#first]! <= gone) this.#drop();
    this.#positions[this.#count] = position;
    this.#clauses[this.#count++] = clause;
    if (++this.#inside[clause]! > 1) return;
    this.#sum += this.#weights[clause]!;
    this.best = Math.max(this.best, this.#sum);
  }

  /** Ends the passage. */
  end(): void {
    while (this.#first < this.#count) this.#drop();
  }

  #drop(): void {
    const clause = this.#clauses[this.#first++]!;
    if (--this.#inside[clause]! === 0) this.#sum -= this.#weights[clause]!;
  }
}

/** Adds answers, of which only the closest of each clause is kept. */
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
