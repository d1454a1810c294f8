/** Checks on the forward index whether a document meets a condition: what an engine's terms cannot promise. */

import { termHash } from '../../analysis/hash.ts';
import { FIELDS, type Field } from '../../common/types.ts';
import { type ForwardIndex, formNumber, type WordSequence } from '../../document/forward-index.ts';
import { WordMarks } from '../../document/word-marks.ts';
import { WORD_SIZE } from '../../document/word-table.ts';
import type { Condition } from '../../engines/conditions.ts';
import type { Candidate } from '../../engines/engine.ts';
import {
  isEntityAlternative,
  isTermAlternative,
  type MatchCondition,
  type Phrase,
  type QueryClause,
} from '../query/query.ts';
import { TermFinder } from '../ranking/term-finder.ts';
import type { DocumentValues } from './facet-counts.ts';

const [FOLDED, STEM] = [formNumber('folded'), formNumber('stem')];

/** A candidate as it is checked. `values` is called only for conditions with filters. */
interface Checked {
  forwardIndex: ForwardIndex;
  publishedAt: number | undefined;
  values: () => DocumentValues;
}
type Check = (document: Checked) => boolean;

/** The test of a condition. `valuesOf`: the values of a candidate, for filters among the alternatives of words. */
export function checkOf(
  condition: MatchCondition,
  valuesOf: (candidate: Candidate) => DocumentValues,
): (candidate: Candidate) => boolean {
  const check = compile(condition);
  return (candidate) =>
    check({
      forwardIndex: candidate.forwardIndex,
      publishedAt: candidate.publishedAt,
      values: () => valuesOf(candidate),
    });
}

function compile(condition: MatchCondition): Check {
  if ('clause' in condition) return clauseCheck(condition.clause);
  if ('phrase' in condition) return phraseCheck(condition.phrase);
  if ('filter' in condition) return ({ publishedAt, values }) => meets(condition.filter, publishedAt, values);
  if ('not' in condition) {
    const check = compile(condition.not);
    return (document) => !check(document);
  }
  if ('any' in condition) {
    const checks = condition.any.map(compile);
    return (document) => checks.some((check) => check(document));
  }
  const checks = condition.all.map(compile);
  return (document) => checks.every((check) => check(document));
}

/** A word or an entity of the clause, in its field. Words similar to it are no match. */
function clauseCheck(clause: QueryClause): Check {
  const { alternatives, loosestForm, field } = clause;
  const typed = new Set<number>();
  const replacing = [new Set<number>(), new Set<number>()];
  const entities = new Set<number>();
  const form = Math.min(formNumber(loosestForm), STEM);
  for (const alternative of alternatives) {
    if (isEntityAlternative(alternative)) {
      entities.add(termHash(alternative.entity, 'entity'));
      continue;
    }
    if (isTermAlternative(alternative)) continue;
    for (const { hashes } of alternative.forms) {
      if (alternative.kind === 'word') {
        typed.add(hashes[form]!);
        continue;
      }
      replacing[0]!.add(hashes[FOLDED]!);
      replacing[1]!.add(hashes[STEM]!);
    }
  }
  const answering = new WordSets([
    [
      [form, typed],
      [FOLDED, replacing[0]!],
      [STEM, replacing[1]!],
    ],
  ]);
  const terms = TermFinder.of([clause]);
  return ({ forwardIndex }) => {
    const [from, to] = rangeOf(forwardIndex, field);
    for (const at of terms?.find(forwardIndex)?.keys() ?? []) if (at >= from && at < to) return true;
    for (let mention = 0; mention < forwardIndex.mentionCount; mention++) {
      const at = forwardIndex.mentionStart(mention);
      if (at >= from && at < to && entities.has(forwardIndex.mentionedEntity(mention))) return true;
    }
    const { words } = forwardIndex;
    answering.use(forwardIndex);
    for (let at = from; at < to; at++) if (answering.of(words[at]!).size > 0) return true;
    return false;
  };
}

/** Words by one of their forms. */
type FormHashes = readonly [form: number, hashes: ReadonlySet<number>];

/** Which of several sets a word is in. */
class WordSets {
  readonly #marks: WordMarks;
  /** Combinations of the numbers of sets, each once; the first is the empty one. */
  readonly #combinations: ReadonlySet<number>[] = [new Set()];
  /** Number of sets. */
  readonly size: number;

  /** Of each set the words that it has. */
  constructor(sets: readonly (readonly FormHashes[])[]) {
    this.size = sets.length;
    const numbers = new Map([['', 0]]);
    const hashes = sets.flatMap((set) => set.flatMap(([, some]) => [...some]));
    this.#marks = new WordMarks(hashes, (table, word) => {
      const having = sets.flatMap((set, number) =>
        set.some(([form, some]) => some.has(table.hashes[word * WORD_SIZE + form]!)) ? [number] : [],
      );
      const key = having.join(' ');
      const known = numbers.get(key) ?? this.#combinations.push(new Set(having)) - 1;
      numbers.set(key, known);
      return known;
    });
  }

  /** Must be called before the words of a document are asked for. */
  use(forwardIndex: ForwardIndex): void {
    this.#marks.use(forwardIndex);
  }

  /** The numbers of the sets that have a word. The end of a passage is in none. */
  of(word: number): ReadonlySet<number> {
    return this.#combinations[this.#marks.of(word)]!;
  }
}

/** The words in one passage: adjacent and in order, or with `slop` within a window of so many words more. */
function phraseCheck({ words, slop, loosestForm, field }: Phrase): Check {
  const form = formNumber(loosestForm);
  // The places of the phrase that a word has.
  const places = new WordSets(
    words.map(({ forms }) => [[form, new Set(forms.map(({ hashes }) => hashes[form]!))]]),
  );
  return ({ forwardIndex }) => {
    places.use(forwardIndex);
    const [from, to] = rangeOf(forwardIndex, field);
    const { words: sequence, passageBreak } = forwardIndex;
    return slop === 0
      ? hasSequence(sequence, places, from, to)
      : hasWindow(sequence, places, from, to, passageBreak, places.size + slop);
  };
}

function hasSequence(sequence: WordSequence, places: WordSets, from: number, to: number): boolean {
  for (let start = from; start + places.size <= to; start++) {
    let place = 0;
    while (place < places.size && places.of(sequence[start + place]!).has(place)) place++;
    if (place === places.size) return true;
  }
  return false;
}

/** Whether a window of a passage has a word of its own for each place, in any order. */
function hasWindow(
  sequence: WordSequence,
  places: WordSets,
  from: number,
  to: number,
  passageBreak: number,
  windowWords: number,
): boolean {
  const there = new Set<number>();
  for (let at = from; at < to; at++) for (const place of places.of(sequence[at]!)) there.add(place);
  if (there.size < places.size) return false;
  for (let start = from; start < to; start++) {
    if (places.of(sequence[start]!).size === 0) continue;
    let end = start;
    while (end < to && end < start + windowWords && sequence[end] !== passageBreak) end++;
    if (isAssignable(places, sequence.subarray(start, end))) return true;
  }
  return false;
}

/** Whether each place can have another word of the window (bipartite matching by augmenting paths). */
function isAssignable(places: WordSets, window: WordSequence): boolean {
  const placeAt = new Map<number, number>();
  const assign = (place: number, tried: Set<number>): boolean => {
    for (let at = 0; at < window.length; at++) {
      if (tried.has(at) || !places.of(window[at]!).has(place)) continue;
      tried.add(at);
      const holder = placeAt.get(at);
      if (holder !== undefined && !assign(holder, tried)) continue;
      placeAt.set(at, place);
      return true;
    }
    return false;
  };
  for (let place = 0; place < places.size; place++) if (!assign(place, new Set())) return false;
  return true;
}

/** Positions of a field, or of the whole document. */
function rangeOf({ lengths, words }: ForwardIndex, field: Field | undefined): [from: number, to: number] {
  if (field === undefined) return [0, words.length];
  const number = FIELDS.indexOf(field);
  const from = lengths.slice(0, number).reduce((sum, length) => sum + length, 0);
  return [from, from + lengths[number]!];
}

/** Whether a document meets a filter. */
export function meets(
  condition: Condition,
  publishedAt: number | undefined,
  values: () => DocumentValues,
): boolean {
  if ('all' in condition) return condition.all.every((part) => meets(part, publishedAt, values));
  if ('any' in condition) return condition.any.some((part) => meets(part, publishedAt, values));
  if ('not' in condition) return !meets(condition.not, publishedAt, values);
  if ('published' in condition) {
    const { from = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY } = condition.published;
    return publishedAt !== undefined && publishedAt >= from && publishedAt < before;
  }
  if ('term' in condition) return values().fieldTerms.has(condition.term);
  const own = values().facets[condition.facet];
  return condition.values === undefined
    ? own.length > 0
    : own.some((value) => condition.values!.includes(value));
}
