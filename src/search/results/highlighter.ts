/**
 * Marks on the original text. Words of the text are compared with words of the query, form by form; the text itself
 * is only ever cut, never changed, and it is cut after it was marked.
 */

import type { Forms, Token } from '../../analysis/forms.ts';
import { FORMS, type Form } from '../../analysis/language.ts';
import { escapeHtml } from '../../common/html.ts';
import type { Article, Direction, Field } from '../../common/types.ts';
import { type AnnotatedPassage, fieldText } from '../../document/annotate.ts';
import { KeyFilter } from '../../document/key-filter.ts';
import { entitiesOfClause, type QueryClause } from '../query/query.ts';

/** Why a stretch of text is marked, the closest first. */
export const MARK_KINDS = ['exact', 'variant', 'stem', 'typo', 'name', 'entity'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** The kind of mark of a word that meets the query at a form. */
const MARK_KIND_OF_FORM: Readonly<Record<Form, MarkKind>> = {
  exact: 'exact',
  folded: 'variant',
  stem: 'stem',
  root: 'stem',
};

export interface Mark {
  /** UTF-16 offsets into the stored field. */
  start: number;
  end: number;
  kind: MarkKind;
  /** The word of the query that it answers. */
  word: string;
}

export interface HighlightedPassage {
  /** `text`, escaped, with `<mark data-kind="…">` around every mark. Without the tags and unescaped it is `text`. */
  html: string;
  /** A piece of the stored field, as it is. */
  text: string;
  lang: string;
  dir: Direction;
  /** UTF-16 offset of `text` in the stored field. */
  start: number;
  marks: Mark[];
}

export interface Highlights {
  title: HighlightedPassage | null;
  body: HighlightedPassage[];
}

/** Passages of the body that are shown at most. */
const PASSAGES = 3;
/** Longest piece of a passage that is shown, in code units. */
const PIECE = 320;
/** What is shown before the first mark of a piece, in code units. */
const LEAD = 80;

/** Marks title and body of an article; of the body, the passages that answer most of the query. */
export function highlight(
  article: Article,
  passages: readonly AnnotatedPassage[],
  clauses: readonly QueryClause[],
): Highlights {
  const marker = new Marker(clauses, passages);
  const cut = (passage: AnnotatedPassage, longest: number): HighlightedPassage =>
    pieceOf(fieldText(article, passage.field), passage, marker.marks(passage), longest);
  const title = passages.find(({ field }) => field === 'title');
  const body = passages.filter(({ field }) => field === 'body');
  const best = body
    .map((passage, index) => ({ passage, index, answered: marker.answered(passage) }))
    .filter(({ answered }) => answered > 0)
    .sort((a, b) => b.answered - a.answered || a.index - b.index)
    .slice(0, PASSAGES)
    .sort((a, b) => a.index - b.index)
    .map(({ passage }) => passage);
  const shown = best.length > 0 ? best : body.slice(0, 1);
  return {
    title: title === undefined ? null : cut(title, Number.POSITIVE_INFINITY),
    body: shown.map((passage) => cut(passage, PIECE)),
  };
}

/** Marks of every passage of a field, uncut: for the view of a whole article. */
export function marksOf(
  passages: readonly AnnotatedPassage[],
  clauses: readonly QueryClause[],
  field: Field,
): Mark[] {
  const marker = new Marker(clauses, passages);
  return passages.filter((passage) => passage.field === field).flatMap((passage) => marker.marks(passage));
}

interface Answer {
  kind: MarkKind;
  clause: number;
  word: string;
}

class Marker {
  /** For each form of a text's word: what it answers. */
  readonly #answers: readonly ReadonlyMap<string, Answer>[];
  readonly #entities = new Map<string, Answer>();
  /** The hashes of the keys of `#answers`. */
  readonly #filter = new KeyFilter();
  /** Ideas whose coarse form counts, because nothing finer is in the document. */
  readonly #coarse = new Set<number>();

  constructor(clauses: readonly QueryClause[], passages: readonly AnnotatedPassage[]) {
    const answers = FORMS.map(() => new Map<string, Answer>());
    const note = (form: number, forms: Forms, answer: Answer): void => {
      const value = forms[FORMS[form]!];
      this.#filter.add(forms.hashes[form]!);
      if (!answers[form]!.has(value)) answers[form]!.set(value, answer);
    };
    const noteReplacement = (forms: readonly Forms[], answer: Answer): void => {
      for (const each of forms) {
        note(1, each, answer);
        note(2, each, answer);
      }
    };
    clauses.forEach((asked, clause) => {
      const { words, optional, loosestForm } = asked;
      if (optional) return;
      for (const word of words) {
        FORMS.slice(0, FORMS.indexOf(loosestForm) + 1).forEach((form, index) => {
          const kind = MARK_KIND_OF_FORM[form];
          for (const forms of word.forms) note(index, forms, { kind, clause, word: word.text });
        });
        noteReplacement(word.completions, { kind: 'stem', clause, word: word.text });
        noteReplacement(word.corrections, { kind: 'typo', clause, word: word.text });
        noteReplacement(word.names, { kind: 'name', clause, word: word.text });
      }
      for (const id of entitiesOfClause(asked)) {
        if (!this.#entities.has(id)) this.#entities.set(id, { kind: 'entity', clause, word: words[0]!.text });
      }
    });
    this.#answers = answers;
    const finer = new Set<number>();
    for (const { tokens } of passages) {
      for (const token of tokens) {
        const answer = this.#finer(token);
        if (answer !== undefined) finer.add(answer.clause);
      }
    }
    clauses.forEach((_, clause) => {
      if (!finer.has(clause)) this.#coarse.add(clause);
    });
  }

  /** Marks of a passage in order, none overlapping another. */
  marks({ tokens, mentions }: AnnotatedPassage): Mark[] {
    const marks: Mark[] = [];
    for (const token of tokens) {
      const answer = this.#answer(token);
      if (answer !== undefined)
        marks.push({ start: token.start, end: token.end, kind: answer.kind, word: answer.word });
    }
    for (const { start, end, entity } of mentions) {
      const answer = this.#entities.get(entity);
      if (answer === undefined || marks.some((mark) => mark.start < end && start < mark.end)) continue;
      marks.push({ start, end, kind: 'entity', word: answer.word });
    }
    return marks.sort((a, b) => a.start - b.start);
  }

  /** How much of the query a passage answers: one for each clause, and a little more where the form is closer. */
  answered({ tokens, mentions }: AnnotatedPassage): number {
    const best = new Map<number, number>();
    const note = ({ clause, kind }: Answer): void => {
      const closeness = 1 + (MARK_KINDS.length - MARK_KINDS.indexOf(kind)) / 20;
      best.set(clause, Math.max(best.get(clause) ?? 0, closeness));
    };
    for (const token of tokens) {
      const answer = this.#answer(token);
      if (answer !== undefined) note(answer);
    }
    for (const { entity } of mentions) {
      const answer = this.#entities.get(entity);
      if (answer !== undefined) note(answer);
    }
    return [...best.values()].reduce((sum, closeness) => sum + closeness, 0);
  }

  #answer(token: Token): Answer | undefined {
    const finer = this.#finer(token);
    if (finer !== undefined) return finer;
    const { forms } = token;
    if (!this.#filter.mayHave(forms.hashes[3])) return undefined;
    const coarse = this.#answers[3]!.get(forms.root);
    return coarse !== undefined && this.#coarse.has(coarse.clause) ? coarse : undefined;
  }

  #finer({ forms }: Token): Answer | undefined {
    const { hashes } = forms;
    if (
      !this.#filter.mayHave(hashes[0]) &&
      !this.#filter.mayHave(hashes[1]) &&
      !this.#filter.mayHave(hashes[2])
    )
      return undefined;
    const [exact, variant, stem] = this.#answers;
    return exact!.get(forms.exact) ?? variant!.get(forms.folded) ?? stem!.get(forms.stem);
  }
}

/** Cuts the piece of a passage that holds its marks and writes it as HTML. */
function pieceOf(
  text: string,
  passage: AnnotatedPassage,
  marks: readonly Mark[],
  longest: number,
): HighlightedPassage {
  const { start, end } = cutAround(text, passage, marks, longest);
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end);
  return {
    html: markUp(text, start, end, inside),
    text: text.slice(start, end),
    lang: passage.lang,
    dir: passage.dir,
    start,
    marks: inside,
  };
}

/** The stretch of `longest` code units with the most marks, cut at white space. */
function cutAround(
  text: string,
  { start, end }: AnnotatedPassage,
  marks: readonly Mark[],
  longest: number,
): { start: number; end: number } {
  if (end - start <= longest) return { start, end };
  let from = start;
  let most = 0;
  for (const first of marks) {
    const candidate = Math.min(Math.max(start, first.start - LEAD), end - longest);
    const words = new Set(
      marks
        .filter((mark) => mark.start >= candidate && mark.end <= candidate + longest)
        .map(({ word }) => word),
    );
    if (words.size > most) {
      most = words.size;
      from = candidate;
    }
  }
  const to = from + longest;
  return {
    start: from === start ? start : boundary(text, from, from + LEAD / 2, marks),
    end: to >= end ? end : boundary(text, to, Math.max(from + LEAD, to - LEAD), marks),
  };
}

/** The first white space between `from` and `towards`; else the nearest place that splits no mark and no character. */
function boundary(text: string, from: number, towards: number, marks: readonly Mark[]): number {
  const step = towards > from ? 1 : -1;
  for (let at = from; at !== towards; at += step)
    if (/\s/u.test(text[at] ?? ' ')) return step > 0 ? at + 1 : at;
  const split = marks.find((mark) => mark.start < from && from < mark.end);
  const at = split === undefined ? from : step > 0 ? split.start : split.end;
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at;
}

/** The stretch of text as HTML; marks are in order and inside it. */
export function markUp(text: string, start: number, end: number, marks: readonly Mark[]): string {
  let html = '';
  let at = start;
  for (const mark of marks) {
    html += `${escapeHtml(text.slice(at, mark.start))}<mark data-kind="${mark.kind}">${escapeHtml(text.slice(mark.start, mark.end))}</mark>`;
    at = mark.end;
  }
  return html + escapeHtml(text.slice(at, end));
}
