/**
 * The types of an analysed query. Candidate retrieval, ranking and highlighting all work from them.
 *
 * `Lavrov speech` becomes two clauses. The first has the alternatives: the word as typed, in the forms of each language
 * of its script, and the entity person-sergey-lavrov, whose names in other scripts answer the clause too.
 */

import type { Forms } from '../../analysis/forms.ts';
import type { Form } from '../../analysis/language.ts';
import { entityTerm, soughtTerms } from '../../document/terms.ts';

/** One word of a query. */
export interface QueryWord {
  /** As typed. */
  text: string;
  /** UTF-16 offsets into the query. */
  start: number;
  end: number;
  /** One set of forms for each language of its script that analyses it differently. */
  forms: readonly Forms[];
}

/** Something that answers a clause. `word` is the word of the query that it stands for. */
export type Alternative = WordAlternative | EntityAlternative;

export interface WordAlternative {
  /**
   * `word`: as typed. `completion`, `correction`: words of the archive that an unfinished or misspelt word stands for.
   * `name`: words of the archive in other scripts that are the same name by their sound.
   */
  kind: 'word' | 'completion' | 'correction' | 'name';
  word: QueryWord;
  forms: readonly Forms[];
}

export interface EntityAlternative {
  /** `entity`: one that the word names, alone or with its neighbours. `guess`: one that an unfinished or misspelt word may name. */
  kind: 'entity' | 'guess';
  word: QueryWord;
  /** Its id. */
  entity: string;
}

/** One thing that a document should be about; any of the alternatives will do. */
export interface QueryClause {
  alternatives: readonly Alternative[];
  /** True for a stop word beside other words: it changes the order of hits and finds none by itself. */
  optional: boolean;
  /** The loosest form in which a word of a document still is the word as typed. */
  loosestForm: Form;
  /** Only there; anywhere if absent. */
  field?: 'title';
}

/** A condition that terms alone cannot promise: it is checked on each candidate, word by word. */
export interface PhraseConstraint {
  /** Any of these sequences of adjacent words. */
  sequences: readonly (readonly QueryWord[])[];
  negated: boolean;
  /** The loosest form that satisfies it. */
  loosestForm: Form;
  field?: 'title';
}

export interface Query {
  clauses: QueryClause[];
  constraints: PhraseConstraint[];
  /** Stems that a hit must not have. */
  excluded: string[];
}

export const isEntityAlternative = (alternative: Alternative): alternative is EntityAlternative =>
  'entity' in alternative;

/** The words of a clause as typed. */
export function wordsOf({ alternatives }: QueryClause): QueryWord[] {
  return alternatives.flatMap(({ kind, word }) => (kind === 'word' ? [word] : []));
}

/** Ids of the entities that a clause names for certain. */
export function entitiesNamedBy({ alternatives }: QueryClause): string[] {
  return alternatives.flatMap((alternative) => (alternative.kind === 'entity' ? [alternative.entity] : []));
}

/** Whether a clause has an alternative of one of these kinds. */
export function hasAlternative({ alternatives }: QueryClause, ...kinds: Alternative['kind'][]): boolean {
  return alternatives.some(({ kind }) => kinds.includes(kind));
}

/** Every term that finds a document about a clause. */
export function termsOf({ alternatives }: QueryClause): string[] {
  return [...new Set(alternatives.flatMap(termsOfAlternative))];
}

function termsOfAlternative(alternative: Alternative): string[] {
  if (isEntityAlternative(alternative)) return [entityTerm(alternative.entity)];
  const { kind, forms } = alternative;
  return kind === 'name' ? forms.map(({ stem }) => stem) : forms.flatMap(soughtTerms);
}
