/** Marks: which words of a text answer which words of a query. Offsets are those of the stored text, which never changes. */

import type { Forms, Token } from '../../analysis/forms.ts';
import { FORMS, type Form } from '../../analysis/language.ts';
import { type Mark, type MarkKind, markKind } from '../../answers/passage.ts';
import type { Field } from '../../common/types.ts';
import type { AnnotatedPassage } from '../../document/annotate.ts';
import { KeyFilter } from '../../document/key-filter.ts';
import { isEntityAlternative, type QueryClause, type WordAlternative } from '../query/query.ts';

/** The mark of a word that is the word as typed in a form. */
const MARK_KIND_OF_FORM: Readonly<Record<Form, MarkKind>> = {
  exact: 'exact',
  folded: 'variant',
  stem: 'stem',
  root: 'similar',
};

/** The mark of a word that replaces the word as typed. */
const MARK_KIND_OF_REPLACEMENT: Readonly<Record<Exclude<WordAlternative['kind'], 'word'>, MarkKind>> = {
  completion: 'completion',
  correction: 'typo',
  name: 'name',
};

/** Marks of every passage of a field: for the view of a whole article. */
export function marksOf(
  passages: readonly AnnotatedPassage[],
  clauses: readonly QueryClause[],
  field: Field,
): Mark[] {
  const marker = new Marker(clauses, passages);
  return passages.filter((passage) => passage.field === field).flatMap((passage) => marker.marks(passage));
}

/** The closest match first. */
const MARK_KINDS: readonly MarkKind[] = markKind.options;

interface Answer {
  kind: MarkKind;
  clause: number;
  word: string;
}

const FOLDED = FORMS.indexOf('folded');
const STEM = FORMS.indexOf('stem');
const ROOT = FORMS.indexOf('root');

export class Marker {
  /** For each form: what a word of the text with that form answers. */
  readonly #answers: readonly Map<string, Answer>[] = FORMS.map(() => new Map());
  readonly #entities = new Map<string, Answer>();
  /** Hashes of words that answer something: most words of a text do not. */
  readonly #filter = new KeyFilter();
  /** Clauses whose root form is marked, because the document has no finer form. */
  readonly #onlyRoot: ReadonlySet<number>;

  /** `passages`: all of the document. */
  constructor(clauses: readonly QueryClause[], passages: readonly AnnotatedPassage[]) {
    for (const [number, clause] of clauses.entries()) if (!clause.optional) this.#addClause(number, clause);
    const finer = new Set<number>();
    for (const { tokens } of passages) {
      for (const token of tokens) {
        const answer = this.#finerAnswer(token);
        if (answer !== undefined) finer.add(answer.clause);
      }
    }
    this.#onlyRoot = new Set(clauses.keys().filter((clause) => !finer.has(clause)));
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

  /** How much of the query a passage answers: 1 for each clause, and a little more for closer matches. */
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

  #addClause(clause: number, { alternatives, loosestForm }: QueryClause): void {
    const loosest = FORMS.indexOf(loosestForm);
    for (const alternative of alternatives) {
      const word = alternative.word.text;
      if (isEntityAlternative(alternative)) {
        if (!this.#entities.has(alternative.entity))
          this.#entities.set(alternative.entity, { kind: 'entity', clause, word });
        continue;
      }
      const { kind, forms } = alternative;
      for (const each of forms) {
        if (kind === 'word')
          for (let form = 0; form <= loosest; form++)
            this.#add(form, each, { kind: MARK_KIND_OF_FORM[FORMS[form]!], clause, word });
        else
          for (const form of [FOLDED, STEM])
            this.#add(form, each, { kind: MARK_KIND_OF_REPLACEMENT[kind], clause, word });
      }
    }
  }

  #add(form: number, forms: Forms, answer: Answer): void {
    const value = forms[FORMS[form]!];
    this.#filter.add(forms.hashes[form]!);
    if (!this.#answers[form]!.has(value)) this.#answers[form]!.set(value, answer);
  }

  #answer(token: Token): Answer | undefined {
    const finer = this.#finerAnswer(token);
    if (finer !== undefined) return finer;
    const { forms } = token;
    if (!this.#filter.mayHave(forms.hashes[ROOT]!)) return undefined;
    const answer = this.#answers[ROOT]!.get(forms.root);
    return answer !== undefined && this.#onlyRoot.has(answer.clause) ? answer : undefined;
  }

  /** By a form finer than the root. */
  #finerAnswer({ forms }: Token): Answer | undefined {
    const { hashes } = forms;
    if (
      !this.#filter.mayHave(hashes[0]) &&
      !this.#filter.mayHave(hashes[1]) &&
      !this.#filter.mayHave(hashes[2])
    )
      return undefined;
    const [exact, folded, stem] = this.#answers;
    return exact!.get(forms.exact) ?? folded!.get(forms.folded) ?? stem!.get(forms.stem);
  }
}
