/** What the words, terms and entities of a query mark in a text. Made once for a query and used for every hit. */
import type { Forms } from '../../analysis/forms.ts';
import { FORMS, type Form } from '../../analysis/language.ts';
import type { MarkKind } from '../../answers/passage.ts';
import type { Field } from '../../common/types.ts';
import { KeyFilter } from '../../document/key-filter.ts';
import {
  isEntityAlternative,
  isTermAlternative,
  type QueryClause,
  type WordAlternative,
} from '../query/query.ts';

/** The mark of a word that is the word as typed in a form. */
const MARK_KIND_OF_FORM: Readonly<Record<Form, MarkKind>> = {
  exact: 'exact',
  folded: 'variant',
  stem: 'stem',
  root: 'similar',
};

/** The mark of a word that replaces the word as typed. */
const MARK_KIND_OF_REPLACEMENT: Readonly<Record<Exclude<WordAlternative['kind'], 'word'>, MarkKind>> = {
  synonym: 'synonym',
  completion: 'completion',
  correction: 'typo',
  derived: 'stem',
  name: 'name',
  translation: 'translation',
};

export interface Answer {
  kind: MarkKind;
  clause: number;
  word: string;
  /** The only field in which it answers. */
  only: Field | undefined;
}

const FOLDED = FORMS.indexOf('folded');
const STEM = FORMS.indexOf('stem');

export class QueryAnswers {
  /** For each form: what a word of the text with that form answers. */
  readonly words: readonly Map<string, Answer>[] = FORMS.map(() => new Map());
  readonly entities = new Map<string, Answer>();
  /** Terms of several words by their stems. */
  readonly terms: { stems: readonly string[]; answer: Answer }[] = [];
  /** Hashes of words that answer something: most words of a text do not. */
  readonly filter = new KeyFilter();
  readonly termFilter = new KeyFilter();

  constructor(clauses: readonly QueryClause[]) {
    for (const [number, clause] of clauses.entries()) if (!clause.optional) this.#addClause(number, clause);
  }

  #addClause(clause: number, { alternatives, loosestForm, field: only }: QueryClause): void {
    const loosest = FORMS.indexOf(loosestForm);
    for (const alternative of alternatives) {
      const word = alternative.word.text;
      if (isEntityAlternative(alternative)) {
        if (!this.entities.has(alternative.entity))
          this.entities.set(alternative.entity, { kind: 'entity', clause, word, only });
        continue;
      }
      if (isTermAlternative(alternative)) {
        const stems = alternative.sequence.map(({ stem }) => stem);
        for (const { hashes } of alternative.sequence) this.termFilter.add(hashes[STEM]!);
        const kind = alternative.kind === 'synonym' ? 'synonym' : 'translation';
        this.terms.push({ stems, answer: { kind, clause, word, only } });
        continue;
      }
      const { kind, forms } = alternative;
      if (kind !== 'word') {
        const answer = { kind: MARK_KIND_OF_REPLACEMENT[kind], clause, word, only };
        for (const each of forms) for (const form of [FOLDED, STEM]) this.#add(form, each, answer);
        continue;
      }
      for (const each of forms) {
        for (let form = 0; form <= loosest; form++) {
          this.#add(form, each, { kind: MARK_KIND_OF_FORM[FORMS[form]!], clause, word, only });
        }
      }
    }
  }

  #add(form: number, forms: Forms, answer: Answer): void {
    const value = forms[FORMS[form]!];
    this.filter.add(forms.hashes[form]!);
    if (!this.words[form]!.has(value)) this.words[form]!.set(value, answer);
  }
}

const known = new WeakMap<readonly QueryClause[], QueryAnswers>();

/** The answers of a query, made where they are asked for first. */
export function answersOf(clauses: readonly QueryClause[]): QueryAnswers {
  let answers = known.get(clauses);
  if (answers === undefined) {
    answers = new QueryAnswers(clauses);
    known.set(clauses, answers);
  }
  return answers;
}
