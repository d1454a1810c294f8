/**
 * What a query means: for each clause the words that answer it, in all their forms, in every language of their
 * script, with the names of the entities it recognises. Engine, ranker and highlighter all work from this.
 */

import type { Analyzer } from '../../analysis/analyzer.ts';
import { scriptOfWord } from '../../analysis/folding/homoglyphs.ts';
import type { Forms } from '../../analysis/forms.ts';
import type { Form } from '../../analysis/language.ts';
import { detectLanguage } from '../../analysis/language-detection.ts';
import { analyzerFor, analyzersOfScript } from '../../analysis/languages/registry.ts';
import { tokenize } from '../../analysis/tokenizer.ts';
import { entityTerm, soughtTerms } from '../../document/terms.ts';
import type { Tagger } from '../../entities/tagger/tagger.ts';
import type { Alternative, ParsedClause, ParsedQuery } from './parser.ts';

/** One word of a query. */
export interface QueryWord {
  /** As typed. */
  text: string;
  /** UTF-16 offsets into the query. */
  start: number;
  end: number;
  /** Its forms in each language of its script that gives different ones. */
  forms: readonly Forms[];
  /** Words of the archive it stands for because it is unfinished or misspelt. */
  completions: readonly Forms[];
  corrections: readonly Forms[];
  /** Words of the archive in other scripts that are the same name as far as their sound tells. */
  names: readonly Forms[];
}

/** Something a hit should be about. */
export interface QueryClause {
  /** One for a plain word; all words of a phrase, or of the alternatives joined by OR. */
  words: readonly QueryWord[];
  /** Ids of entities that this word names, alone or with its neighbours. */
  entities: readonly string[];
  /** Ids of entities that it may name, as an unfinished or misspelt word. */
  guessedEntities?: readonly string[];
  /** True for a stop word beside words that are none: it moves hits up or down, and finds none by itself. */
  optional: boolean;
  /** The loosestForm form in which a word of the text is still this word. */
  loosestForm: Form;
  field?: 'title';
}

/** A condition that candidates are checked against, word by word, because terms alone cannot promise it. */
export interface PhraseConstraint {
  /** Any of these sequences of adjacent words. */
  sequences: readonly (readonly QueryWord[])[];
  negated: boolean;
  /** The loosestForm form that satisfies it. */
  loosestForm: Form;
  field?: 'title';
}

export interface Query {
  clauses: QueryClause[];
  constraints: PhraseConstraint[];
  /** Stems that a hit must not have. */
  excluded: string[];
}

export interface QueryOptions {
  /** Recognises entities; without one (`match=exact`) names stand for themselves only. */
  tagger?: Tagger;
  /** Accept nothing but the exact form of every word. */
  exact: boolean;
}

/** Analyses the words of a parsed query. */
export function queryOf(query: ParsedQuery, { tagger, exact }: QueryOptions): Query {
  const meant = withAdjacentJoined(query).map((clause) => ({
    clause,
    alternatives: clause.alternatives.map((alternative) => ({
      alternative,
      words: queryWordsOf(alternative),
    })),
  }));
  const plain = meant
    .filter(({ clause }) => isPlain(clause))
    .flatMap(({ alternatives }) => alternatives[0]!.words);
  const named = tagger === undefined || exact ? [] : namesIn(query, tagger);
  const language = analyzerFor(detectLanguage(plain.map(({ text }) => text).join(' ')));
  const isStop = ({ text }: QueryWord): boolean =>
    [language, ...analysersOfWord(text)].some((analyzer) => analyzer.forms(text).stop);
  const everyPlainStops = plain.every(isStop);
  const clauses: QueryClause[] = [];
  const constraints: PhraseConstraint[] = [];
  const excluded: string[] = [];
  for (const { clause, alternatives } of meant) {
    const sequences = alternatives.map(({ words }) => words).filter((words) => words.length > 0);
    if (sequences.length === 0) continue;
    const { field, quoted } = clause.alternatives[0]!;
    const inField = field === undefined ? {} : { field };
    const loosestForm: Form = exact
      ? 'exact'
      : quoted
        ? 'folded'
        : clause.negated || !isPlain(clause)
          ? 'stem'
          : 'root';
    const constraint: PhraseConstraint = { sequences, negated: clause.negated, loosestForm, ...inField };
    if (clause.negated) {
      const single = sequences.length === 1 && sequences[0]!.length === 1;
      if (single && loosestForm === 'stem' && field === undefined)
        excluded.push(...sequences[0]![0]!.forms.map(({ stem }) => stem));
      else constraints.push(constraint);
    } else if (isPlain(clause)) {
      for (const word of sequences[0]!) {
        clauses.push({
          words: [word],
          entities: entitiesAt(word, named),
          optional: isStop(word) && !everyPlainStops,
          loosestForm,
        });
        if (exact) constraints.push({ ...constraint, sequences: [[word]] });
      }
    } else {
      const alternatives = sequences.length > 1 ? [sequences.flat()] : sequences[0]!.map((word) => [word]);
      for (const words of alternatives)
        clauses.push({ words, entities: [], optional: false, loosestForm, ...inField });
      constraints.push(constraint);
    }
  }
  return { clauses, constraints, excluded: [...new Set(excluded)] };
}

/** Every term that finds a document about an clause. */
export function termsOf(clause: QueryClause): string[] {
  const { words } = clause;
  const forms = words.flatMap((word) => [...word.forms, ...word.completions, ...word.corrections]);
  const names = words.flatMap((word) => word.names.map(({ stem }) => stem));
  return [...new Set([...forms.flatMap(soughtTerms), ...names, ...entitiesOfClause(clause).map(entityTerm)])];
}

/** Ids of all entities whose mentions answer an clause. */
export function entitiesOfClause({ entities, guessedEntities = [] }: QueryClause): readonly string[] {
  return [...entities, ...guessedEntities];
}

/** Ids of the entities whose names reach over a word of the query. */
function entitiesAt({ start, end }: QueryWord, named: readonly NamedSpan[]): string[] {
  return [
    ...new Set(named.filter((name) => name.start <= start && end <= name.end).map(({ entity }) => entity)),
  ];
}

function isPlain({ negated, alternatives }: ParsedClause): boolean {
  return (
    !negated && alternatives.length === 1 && !alternatives[0]!.quoted && alternatives[0]!.field === undefined
  );
}

function queryWordsOf({ text, start: offset }: Alternative): QueryWord[] {
  const words: QueryWord[] = [];
  tokenize(text, (start, end) => {
    const word = text.slice(start, end);
    words.push({
      text: word,
      start: start + offset,
      end: end + offset,
      forms: formsOf(word),
      completions: [],
      corrections: [],
      names: [],
    });
  });
  return words;
}

/** The forms of a word in every primary language of its script, and as it is in others; each different set once. */
export function formsOf(word: string): Forms[] {
  const all = analysersOfWord(word).map((analyzer) => analyzer.forms(word));
  return all.filter(
    (forms, index) =>
      all.findIndex((other) => other.hashes.every((key, form) => key === forms.hashes[form])) === index,
  );
}

function analysersOfWord(word: string): readonly Analyzer[] {
  return analyzersOfScript(scriptOfWord(word));
}

/** The clauses, with plain ones that follow each other as one: some words are written in two parts (hava limanı, S 400). */
function withAdjacentJoined({ text, clauses }: ParsedQuery): ParsedClause[] {
  const joined: ParsedClause[] = [];
  for (const clause of clauses) {
    const before = joined.at(-1);
    if (before !== undefined && isPlain(before) && isPlain(clause)) {
      const [first, next] = [before.alternatives[0]!, clause.alternatives[0]!];
      const end = next.start + next.text.length;
      if (/^\s+$/u.test(text.slice(first.start + first.text.length, next.start))) {
        joined[joined.length - 1] = {
          ...before,
          alternatives: [{ ...first, text: text.slice(first.start, end) }],
        };
        continue;
      }
    }
    joined.push(clause);
  }
  return joined;
}

interface NamedSpan {
  start: number;
  end: number;
  entity: string;
}

function namesIn({ text, clauses }: ParsedQuery, tagger: Tagger): NamedSpan[] {
  const plain = clauses.filter(isPlain).map(({ alternatives }) => alternatives[0]!);
  if (plain.length === 0) return [];
  // Clauses of another kind are blanked, so that names do not reach across them and offsets stay those of the query.
  const inside = new Uint8Array(text.length);
  for (const { start, text: words } of plain) inside.fill(1, start, start + words.length);
  const blanked = Array.from(inside, (keep, index) => (keep === 1 ? text[index]! : ' ')).join('');
  return tagger.recognise(analyzerFor(detectLanguage(blanked)).tokens(blanked), blanked);
}
