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

const EXACT = FORMS.indexOf('exact');
const FOLDED = FORMS.indexOf('folded');
const STEM = FORMS.indexOf('stem');
const ROOT = FORMS.indexOf('root');

/** What a passage has of a query. */
interface Found {
  terms: readonly { start: number; end: number; answer: Answer }[];
  /** For each token and for each mention; of a word no more than its root is not among them. */
  words: readonly (Answer | undefined)[];
  entities: readonly (Answer | undefined)[];
  marks?: Mark[];
}

export class Marker {
  readonly #article: Article;
  readonly #answers: QueryAnswers;
  readonly #found = new Map<AnnotatedPassage, Found>();
  /** Clauses that the document only answers with similar words: these are marked then. */
  readonly #onlySimilar: ReadonlySet<number>;

  /** `passages`: all of the article. */
  constructor(article: Article, clauses: readonly QueryClause[], passages: readonly AnnotatedPassage[]) {
    this.#article = article;
    this.#answers = answersOf(clauses);
    const similar = new Set(clauses.keys());
    for (const passage of passages) {
      const { field, tokens, mentions } = passage;
      if (tokens.length === 0 && mentions.length === 0) continue;
      const found = {
        terms: this.#termsIn(passage),
        words: tokens.map((token) => this.#match(token, field)),
        entities: mentions.map(({ entity }) => inField(this.#answers.entities.get(entity), field)),
      };
      this.#found.set(passage, found);
      for (const { answer } of found.terms) similar.delete(answer.clause);
      for (const answer of found.words) if (answer !== undefined) similar.delete(answer.clause);
      for (const answer of found.entities) if (answer !== undefined) similar.delete(answer.clause);
    }
    this.#onlySimilar = similar;
  }

  /** Marks of a passage in order, none overlapping another. */
  marks(passage: AnnotatedPassage): readonly Mark[] {
    const found = this.#found.get(passage);
    if (found === undefined) return [];
    found.marks ??= this.#marks(passage, found);
    return found.marks;
  }

  #marks({ field, tokens, mentions }: AnnotatedPassage, { terms, words, entities }: Found): Mark[] {
    const text = fieldText(this.#article, field);
    const marks: Mark[] = [];
    const add = (start: number, end: number, { kind, word }: Answer): void => {
      marks.push({ start, end: visibleEnd(text, start, end), kind, word });
    };
    /** Starts of the words within marked terms. */
    const taken = new Set<number>();
    for (const { start, end, answer } of terms) {
      const within = startsBetween(tokens, start, end);
      if (within.some((word) => taken.has(word))) continue;
      for (const word of within) taken.add(word);
      add(start, end, answer);
    }
    tokens.forEach((token, n) => {
      const answer = words[n] ?? this.#similar(token, field);
      if (answer !== undefined && !taken.has(token.start)) add(token.start, token.end, answer);
    });
    if (this.#answers.terms.length > 0) marks.sort((a, b) => a.start - b.start);
    const count = marks.length;
    let word = 0;
    let named = 0;
    // Words are in order and do not overlap; mentions are in order of their starts, a name within a name after it.
    for (const [n, { start, end }] of mentions.entries()) {
      const answer = entities[n];
      if (answer === undefined) continue;
      while (word < count && marks[word]!.end <= start) word++;
      if (start < named || (word < count && marks[word]!.start < end)) continue;
      add(start, end, answer);
      named = end;
    }
    return marks.sort((a, b) => a.start - b.start);
  }

  /** How much of the query a passage answers: 1 for each clause, a little more for closer matches, less for similar words. */
  answered(passage: AnnotatedPassage): number {
    const found = this.#found.get(passage);
    if (found === undefined) return 0;
    const best = new Map<number, number>();
    const note = (answer: Answer | undefined): void => {
      if (answer === undefined) return;
      const { clause, kind } = answer;
      best.set(clause, Math.max(best.get(clause) ?? 0, CLOSENESS.get(kind)!));
    };
    for (const { answer } of found.terms) note(answer);
    passage.tokens.forEach((token, n) => {
      note(found.words[n] ?? this.#similar(token, passage.field));
    });
    for (const answer of found.entities) note(answer);
    return [...best.values()].reduce((sum, closeness) => sum + closeness, 0);
  }

  /** What a word answers by its root alone. */
  #similar({ forms }: Token, field: Field): Answer | undefined {
    if (this.#onlySimilar.size === 0 || !this.#answers.filter.mayHave(forms.hashes[ROOT]!)) return undefined;
    const similar = inField(this.#answers.words[ROOT]!.get(forms.root), field);
    return similar !== undefined && this.#onlySimilar.has(similar.clause) ? similar : undefined;
  }

  /** What a word answers by more than its root. */
  #match({ forms }: Token, field: Field): Answer | undefined {
    const { hashes } = forms;
    const { filter } = this.#answers;
    const [exact, folded, stem] = this.#answers.words;
    return (
      (filter.mayHave(hashes[EXACT]!) ? inField(exact!.get(forms.exact), field) : undefined) ??
      (filter.mayHave(hashes[FOLDED]!) ? inField(folded!.get(forms.folded), field) : undefined) ??
      (filter.mayHave(hashes[STEM]!) ? inField(stem!.get(forms.stem), field) : undefined)
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
