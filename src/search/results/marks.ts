/** Marks: which words of a text answer which words of a query. Offsets are those of the stored text, which never changes. */

import type { Token } from '../../analysis/forms.ts';
import { FORMS } from '../../analysis/language.ts';
import { tokenize } from '../../analysis/tokenizer.ts';
import { type Mark, type MarkKind, markKind } from '../../answers/passage.ts';
import type { Article, Field } from '../../common/types.ts';
import { type AnnotatedPassage, fieldText } from '../../document/annotate.ts';
import type { QueryClause } from '../query/query.ts';
import { TERM_STEP_WORDS } from '../ranking/term-finder.ts';
import { type Answer, answersOf, type QueryAnswers } from './query-answers.ts';
import { visibleEnd } from './visible-range.ts';

/** Marks of every passage of a field: for the view of a whole article. */
export function marksOf(
  article: Article,
  passages: readonly AnnotatedPassage[],
  clauses: readonly QueryClause[],
  field: Field,
): Mark[] {
  const marker = new Marker(article, clauses, passages);
  return passages.filter((passage) => passage.field === field).flatMap((passage) => marker.marks(passage));
}

/** What a match counts when the passages to show are chosen; the kinds are in order, the closest first. */
const CLOSENESS: ReadonlyMap<MarkKind, number> = new Map(
  markKind.options.map((kind, index, { length }) => [
    kind,
    kind === 'similar' ? 0.5 : 1 + (length - index) / 20,
  ]),
);

const STEM = FORMS.indexOf('stem');
const ROOT = FORMS.indexOf('root');

export class Marker {
  readonly #article: Article;
  readonly #answers: QueryAnswers;
  /** Clauses that the document only answers with similar words: these are marked then. */
  readonly #onlySimilar: ReadonlySet<number>;

  /** `passages`: all of the article. */
  constructor(article: Article, clauses: readonly QueryClause[], passages: readonly AnnotatedPassage[]) {
    this.#article = article;
    this.#answers = answersOf(clauses);
    const matched = new Set<number>();
    for (const passage of passages) {
      const { field, tokens, mentions } = passage;
      for (const { answer } of this.#termsIn(passage)) matched.add(answer.clause);
      for (const token of tokens) matched.add(this.#match(token, field)?.clause ?? -1);
      for (const { entity } of mentions) matched.add(this.#entityAnswer(entity, field)?.clause ?? -1);
    }
    this.#onlySimilar = new Set(clauses.keys().filter((clause) => !matched.has(clause)));
  }

  /** Marks of a passage in order, none overlapping another. */
  marks(passage: AnnotatedPassage): Mark[] {
    const { field, tokens, mentions } = passage;
    const text = fieldText(this.#article, field);
    const marks: Mark[] = [];
    const add = (start: number, end: number, { kind, word }: Answer): void => {
      marks.push({ start, end: visibleEnd(text, start, end), kind, word });
    };
    /** Starts of the words within marked terms. */
    const taken = new Set<number>();
    for (const { start, end, answer } of this.#termsIn(passage)) {
      const within = startsBetween(tokens, start, end);
      if (within.some((word) => taken.has(word))) continue;
      for (const word of within) taken.add(word);
      add(start, end, answer);
    }
    for (const token of tokens) {
      const answer = this.#answer(token, field);
      if (answer !== undefined && !taken.has(token.start)) add(token.start, token.end, answer);
    }
    if (this.#answers.terms.length > 0) marks.sort((a, b) => a.start - b.start);
    const words = marks.length;
    let word = 0;
    let named = 0;
    // Words are in order and do not overlap; mentions are in order of their starts, a name within a name after it.
    for (const { start, end, entity } of mentions) {
      const answer = this.#entityAnswer(entity, field);
      if (answer === undefined) continue;
      while (word < words && marks[word]!.end <= start) word++;
      if (start < named || (word < words && marks[word]!.start < end)) continue;
      add(start, end, answer);
      named = end;
    }
    return marks.sort((a, b) => a.start - b.start);
  }

  /** How much of the query a passage answers: 1 for each clause, a little more for closer matches, less for similar words. */
  answered(passage: AnnotatedPassage): number {
    const { field, tokens, mentions } = passage;
    const best = new Map<number, number>();
    const note = (answer: Answer | undefined): void => {
      if (answer === undefined) return;
      const { clause, kind } = answer;
      best.set(clause, Math.max(best.get(clause) ?? 0, CLOSENESS.get(kind)!));
    };
    for (const { answer } of this.#termsIn(passage)) note(answer);
    for (const token of tokens) note(this.#answer(token, field));
    for (const { entity } of mentions) note(this.#entityAnswer(entity, field));
    return [...best.values()].reduce((sum, closeness) => sum + closeness, 0);
  }

  #answer(token: Token, field: Field): Answer | undefined {
    const match = this.#match(token, field);
    if (match !== undefined) return match;
    const { forms } = token;
    if (!this.#answers.filter.mayHave(forms.hashes[ROOT]!)) return undefined;
    const similar = inField(this.#answers.words[ROOT]!.get(forms.root), field);
    return similar !== undefined && this.#onlySimilar.has(similar.clause) ? similar : undefined;
  }

  /** What a word answers by more than its root. */
  #match({ forms }: Token, field: Field): Answer | undefined {
    if (!forms.hashes.some((hash, form) => form !== ROOT && this.#answers.filter.mayHave(hash)))
      return undefined;
    const [exact, folded, stem] = this.#answers.words;
    return (
      inField(exact!.get(forms.exact), field) ??
      inField(folded!.get(forms.folded), field) ??
      inField(stem!.get(forms.stem), field)
    );
  }

  /** Terms of several words in a passage, in order; with the words between their first and their last word. */
  #termsIn({ field, tokens }: AnnotatedPassage): { start: number; end: number; answer: Answer }[] {
    if (this.#answers.terms.length === 0) return [];
    const text = fieldText(this.#article, field);
    const parts = tokens.filter(({ forms }) => this.#answers.termFilter.mayHave(forms.hashes[STEM]!));
    return this.#answers.terms.flatMap(({ stems, answer }) =>
      parts.flatMap((token, at) => {
        const last = token.forms.stem === stems[0] ? lastOfTerm(text, parts, at, stems) : undefined;
        return last === undefined ? [] : [{ start: token.start, end: last.end, answer }];
      }),
    );
  }

  #entityAnswer(entity: string, field: Field): Answer | undefined {
    return inField(this.#answers.entities.get(entity), field);
  }
}

/** Starts of the words in a part of the text; words are in order. */
function startsBetween(tokens: readonly Token[], start: number, end: number): number[] {
  let at = 0;
  for (let after = tokens.length; at < after; ) {
    const middle = (at + after) >> 1;
    if (tokens[middle]!.start < start) at = middle + 1;
    else after = middle;
  }
  const starts: number[] = [];
  for (; at < tokens.length && tokens[at]!.start < end; at++) starts.push(tokens[at]!.start);
  return starts;
}

/** The last word of a term that begins with a token; see `TermFinder`. Only some words of the text are among the tokens. */
function lastOfTerm(
  text: string,
  tokens: readonly Token[],
  first: number,
  stems: readonly string[],
): Token | undefined {
  let last = tokens[first]!;
  let place = 1;
  for (let at = first + 1; at < tokens.length && place < stems.length; at++) {
    const token = tokens[at]!;
    let between = 0;
    tokenize(text.slice(last.end, token.start), () => between++);
    if (between >= TERM_STEP_WORDS) return undefined;
    if (token.forms.stem !== stems[place]) continue;
    last = token;
    place++;
  }
  return place === stems.length ? last : undefined;
}

const inField = (answer: Answer | undefined, field: Field): Answer | undefined =>
  answer?.only === undefined || answer.only === field ? answer : undefined;
