/**
 * The types of an analysed query. Candidate retrieval, ranking and highlighting all work from them.
 *
 * `Lavrov speech` becomes two clauses. The first has the alternatives: the word as typed, in the forms of each language
 * of its script, and the entity person-sergey-lavrov, whose names in other scripts answer the clause too.
 */

import type { Forms } from '../../analysis/forms.ts';
import type { Form } from '../../analysis/language.ts';
import type { Field } from '../../common/types.ts';
import { entityTerm, soughtTerms } from '../../document/terms.ts';
import type { Condition } from '../../engines/conditions.ts';

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
export type Alternative = WordAlternative | EntityAlternative | TermAlternative;

export interface WordAlternative {
  /**
   * `word`: as typed. `synonym`: words that the archive names as its synonyms. `completion`, `correction`: words of the archive that an unfinished or misspelt word stands for.
   * `derived`: words made from the name of a place or an organisation (Syrian). `name`: words of the archive in other scripts that are the same name by their sound. `translation`: the word in
   * another language, by the lexicon.
   */
  kind: 'word' | 'synonym' | 'completion' | 'correction' | 'derived' | 'name' | 'translation';
  word: QueryWord;
  forms: readonly Forms[];
}

export interface EntityAlternative {
  /** `entity`: one that the word names, alone or with its neighbours. `guess`: one that an unfinished or misspelt word may name. */
  kind: 'entity' | 'guess';
  word: QueryWord;
  /** Its id. */
  entity: string;
  /** For a spelling of an unlisted entity: the id that stands for all its spellings. */
  of?: string;
}

/**
 * A spelling for several words of the query, or of several words: ateşkes for cease-fire, Merkez Bankası for TCMB. Every word
 * that it stands for has it as an alternative.
 */
export interface TermAlternative {
  /** `term`: of a term, mostly in another language. `synonym`: one that the archive names. */
  kind: 'term' | 'synonym';
  /** The words that it covers, as one. */
  word: QueryWord;
  /** The words of the spelling; a document has them in this order and close together. */
  sequence: readonly Forms[];
  /** Stems of its one or two rarest words, by which candidates are found; the rarest first. */
  sought: readonly string[];
  /** What it counts for each clause: 1 / number of words that the term covers. */
  share: number;
}

/** One thing that a document should be about; any of the alternatives will do. Expansion adds alternatives. */
export interface QueryClause {
  alternatives: Alternative[];
  /** True for a stop word beside other words: it changes the order of hits and finds none by itself. */
  optional: boolean;
  /**
   * The loosest form in which a word of a document is compared with the word as typed. What meets only at `root` is
   * similar and no match.
   */
  loosestForm: Form;
  /** Only there; anywhere if absent. */
  field?: Field;
  /** Asked for in the query: `word*`, words that begin so; `word~2`, words within so many edits. */
  prefix?: true;
  edits?: 1 | 2;
}

/** Words that must be close together. */
export interface Phrase {
  words: readonly QueryWord[];
  /** Other words that may be between the first and the last; with 0 the words are adjacent and in order. */
  slop: number;
  /** The loosest form in which a word of a document is one of the phrase. */
  loosestForm: Form;
  field?: Field;
}

/** What a document must have to match a query. An empty `all` is met by every document, an empty `any` by none. */
export type MatchCondition =
  | { all: readonly MatchCondition[] }
  | { any: readonly MatchCondition[] }
  | { not: MatchCondition }
  | { clause: QueryClause }
  | { phrase: Phrase }
  | { filter: Condition };

export interface Query {
  /** What hits are ranked by and marked for. */
  clauses: readonly QueryClause[];
  /** What a hit must not have; expanded only by names, never by guesses. */
  excluded: readonly QueryClause[];
  condition: MatchCondition;
  /** True for plain words: if few documents have all of them, those with some can be shown too. */
  relaxable: boolean;
}

export const isEntityAlternative = (alternative: Alternative): alternative is EntityAlternative =>
  'entity' in alternative;

export const isTermAlternative = (alternative: Alternative): alternative is TermAlternative =>
  'sequence' in alternative;

/** The words of a clause as typed. */
export function wordsOf({ alternatives }: QueryClause): QueryWord[] {
  return alternatives.flatMap(({ kind, word }) => (kind === 'word' ? [word] : []));
}

/** Words of a query side by side as one. */
export function asOne(words: readonly QueryWord[]): QueryWord {
  const [first] = words;
  return words.length === 1
    ? first!
    : { ...first!, text: words.map(({ text }) => text).join(' '), end: words.at(-1)!.end };
}

/** See `TermAlternative.sought`. `documents`: number of documents that have a word. */
export function soughtOf(sequence: readonly Forms[], documents: (word: Forms) => number): string[] {
  const rarest = [...sequence].sort((a, b) => documents(a) - documents(b)).map(({ stem }) => stem);
  return [...new Set(rarest)].slice(0, 2);
}

/** Ids of the entities that a clause names for certain. */
export function entitiesNamedBy({ alternatives }: QueryClause): string[] {
  return alternatives.flatMap((alternative) => (alternative.kind === 'entity' ? [alternative.entity] : []));
}

/** Whether a clause has an alternative of one of these kinds. */
export function hasAlternative({ alternatives }: QueryClause, ...kinds: Alternative['kind'][]): boolean {
  return alternatives.some(({ kind }) => kinds.includes(kind));
}

/** Whether documents with the terms of a clause may still not match it: terms of several words must be together. */
export function hasTermsOfSeveralWords({ alternatives }: Pick<QueryClause, 'alternatives'>): boolean {
  return alternatives.some(isOfSeveralWords);
}

const isOfSeveralWords = (alternative: Alternative): boolean =>
  isTermAlternative(alternative) && alternative.sequence.length > 1;

/** The terms of which every single one makes a document match a clause. */
export function sufficientTermsOf({ alternatives }: QueryClause): string[] {
  const simple = alternatives.filter((alternative) => !isOfSeveralWords(alternative));
  return [...new Set(simple.flatMap(termsOfAlternative))];
}

/** The terms of the documents that match a clause; of terms of several words one word. */
export function termsOf({ alternatives }: QueryClause): string[] {
  return [...new Set(alternatives.flatMap(termsOfAlternative))];
}

/** The terms by which an alternative is found; of a term of several words the rarest word. */
export function termsOfAlternative(alternative: Alternative): string[] {
  if (isEntityAlternative(alternative)) return [entityTerm(alternative.entity)];
  if (isTermAlternative(alternative)) return alternative.sought.slice(0, 1);
  return alternative.forms.map(({ stem }) => stem);
}

/** Groups of terms of which documents that match a clause have one each: a second one for terms of several words. */
export function termGroupsOf(clause: QueryClause): string[][] {
  if (!hasTermsOfSeveralWords(clause)) return [termsOf(clause)];
  const second = clause.alternatives.flatMap((alternative) =>
    isTermAlternative(alternative) ? alternative.sought.slice(-1) : termsOfAlternative(alternative),
  );
  return [termsOf(clause), [...new Set(second)]];
}

/** The terms of the documents that match a clause or have a similar word: one with the same root form. */
export function termsWithSimilar(clause: QueryClause): string[] {
  if (clause.loosestForm !== 'root') return termsOf(clause);
  const similar = clause.alternatives.flatMap((alternative) =>
    alternative.kind === 'word' ? alternative.forms.flatMap(soughtTerms) : [],
  );
  return [...new Set([...termsOf(clause), ...similar])];
}
