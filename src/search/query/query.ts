/**
 * What a query means: for each clause the words that answer it, in all their forms, in every language of their
 * script, with the names of the entities it recognises. Engine, ranker and highlighter all work from this.
 */

import type { Analyser } from '../../analysis/analyzer.ts';
import { scriptOf } from '../../analysis/folding/unicode.ts';
import type { Forms } from '../../analysis/forms.ts';
import type { Form } from '../../analysis/language.ts';
import { detectLanguage } from '../../analysis/language-detection.ts';
import { analyserFor, analysersOfScript } from '../../analysis/languages/registry.ts';
import { tokenise } from '../../analysis/tokenizer.ts';
import { entityTerm, soughtTerms } from '../../document/terms.ts';
import type { Tagger } from '../../entities/tagger/tagger.ts';
import type { Clause, ParsedQuery, Wording } from './parser.ts';

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
export interface Idea {
  /** One for a plain word; all words of a phrase, or of the wordings joined by OR. */
  words: readonly QueryWord[];
  /** Ids of entities that this word names, alone or with its neighbours. */
  entities: readonly string[];
  /** Ids of entities that it may name, as an unfinished or misspelt word. */
  likely?: readonly string[];
  /** True for a stop word beside words that are none: it moves hits up or down, and finds none by itself. */
  optional: boolean;
  /** The coarsest form in which a word of the text is still this word. */
  coarsest: Form;
  field?: 'title';
}

/** A condition that candidates are checked against, word by word, because terms alone cannot promise it. */
export interface Demand {
  /** Any of these sequences of adjacent words. */
  sequences: readonly (readonly QueryWord[])[];
  negated: boolean;
  /** The coarsest form that satisfies it. */
  coarsest: Form;
  field?: 'title';
}

export interface Ideas {
  ideas: Idea[];
  demands: Demand[];
  /** Stems that a hit must not have. */
  excluded: string[];
}

export interface Understanding {
  /** Recognises entities; without one (`match=exact`) names stand for themselves only. */
  tagger?: Tagger;
  /** Accept nothing but the exact form of every word. */
  exact: boolean;
}

/** Analyses the words of a parsed query. */
export function ideasOf(query: ParsedQuery, { tagger, exact }: Understanding): Ideas {
  const meant = query.clauses.map((clause) => ({
    clause,
    wordings: clause.wordings.map((wording) => ({ wording, words: wordsOf(wording) })),
  }));
  const plain = meant.filter(({ clause }) => isPlain(clause)).flatMap(({ wordings }) => wordings[0]!.words);
  const named = tagger === undefined || exact ? [] : namesIn(query, tagger);
  const language = analyserFor(detectLanguage(plain.map(({ text }) => text).join(' ')));
  const isStop = ({ text }: QueryWord): boolean =>
    [language, ...analysersOfWord(text)].some((analyser) => analyser.forms(text).stop);
  const everyPlainStops = plain.every(isStop);
  const ideas: Idea[] = [];
  const demands: Demand[] = [];
  const excluded: string[] = [];
  for (const { clause, wordings } of meant) {
    const sequences = wordings.map(({ words }) => words).filter((words) => words.length > 0);
    if (sequences.length === 0) continue;
    const { field, quoted } = clause.wordings[0]!;
    const inField = field === undefined ? {} : { field };
    const coarsest: Form = exact
      ? 'exact'
      : quoted
        ? 'variant'
        : clause.negated || !isPlain(clause)
          ? 'stem'
          : 'coarse';
    const demand: Demand = { sequences, negated: clause.negated, coarsest, ...inField };
    if (clause.negated) {
      const single = sequences.length === 1 && sequences[0]!.length === 1;
      if (single && coarsest === 'stem' && field === undefined)
        excluded.push(...sequences[0]![0]!.forms.map(({ stem }) => stem));
      else demands.push(demand);
    } else if (isPlain(clause)) {
      for (const word of sequences[0]!) {
        ideas.push({
          words: [word],
          entities: entitiesAt(word, named),
          optional: isStop(word) && !everyPlainStops,
          coarsest,
        });
        if (exact) demands.push({ ...demand, sequences: [[word]] });
      }
    } else {
      const alternatives = sequences.length > 1 ? [sequences.flat()] : sequences[0]!.map((word) => [word]);
      for (const words of alternatives)
        ideas.push({ words, entities: [], optional: false, coarsest, ...inField });
      demands.push(demand);
    }
  }
  return { ideas, demands, excluded: [...new Set(excluded)] };
}

/** Every term that finds a document about an idea. */
export function termsOf(idea: Idea): string[] {
  const { words } = idea;
  const forms = words.flatMap((word) => [...word.forms, ...word.completions, ...word.corrections]);
  const names = words.flatMap((word) => word.names.map(({ stem }) => stem));
  return [...new Set([...forms.flatMap(soughtTerms), ...names, ...entitiesOf(idea).map(entityTerm)])];
}

/** Ids of all entities whose mentions answer an idea. */
export function entitiesOf({ entities, likely = [] }: Idea): readonly string[] {
  return [...entities, ...likely];
}

/** Ids of the entities whose names reach over a word of the query. */
function entitiesAt({ start, end }: QueryWord, named: readonly NamedSpan[]): string[] {
  return [
    ...new Set(named.filter((name) => name.start <= start && end <= name.end).map(({ entity }) => entity)),
  ];
}

function isPlain({ negated, wordings }: Clause): boolean {
  return !negated && wordings.length === 1 && !wordings[0]!.quoted && wordings[0]!.field === undefined;
}

function wordsOf({ text, start: offset }: Wording): QueryWord[] {
  const words: QueryWord[] = [];
  tokenise(text, (start, end) => {
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
  const all = analysersOfWord(word).map((analyser) => analyser.forms(word));
  return all.filter(
    (forms, index) =>
      all.findIndex((other) => other.keys.every((key, form) => key === forms.keys[form])) === index,
  );
}

function analysersOfWord(word: string): readonly Analyser[] {
  return analysersOfScript(scriptOf(word.codePointAt(0) ?? 0));
}

interface NamedSpan {
  start: number;
  end: number;
  entity: string;
}

function namesIn({ text, clauses }: ParsedQuery, tagger: Tagger): NamedSpan[] {
  const plain = clauses.filter(isPlain).map(({ wordings }) => wordings[0]!);
  if (plain.length === 0) return [];
  // Clauses of another kind are blanked, so that names do not reach across them and offsets stay those of the query.
  const inside = new Uint8Array(text.length);
  for (const { start, text: words } of plain) inside.fill(1, start, start + words.length);
  const blanked = Array.from(inside, (keep, index) => (keep === 1 ? text[index]! : ' ')).join('');
  return tagger.recognise(analyserFor(detectLanguage(blanked)).tokens(blanked), blanked);
}
