/** Analyses a parsed query: from words to clauses with their forms and the entities that they name. */

import type { Form } from '../../analysis/language.ts';
import { detectLanguage } from '../../analysis/language-detection.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import type { Tagger } from '../../entities/tagger/tagger.ts';
import type { ParsedClause, ParsedQuery } from './parser.ts';
import type { Alternative, PhraseConstraint, Query, QueryClause, QueryWord } from './query.ts';
import { analyzersOfWord, queryWordsOf } from './query-words.ts';

export interface QueryOptions {
  /** Recognises entities; without one (`match=exact`) names are searched as words. */
  tagger?: Tagger;
  /** Accept nothing but the exact form of every word. */
  exact: boolean;
}

/** Analyses the words of a parsed query. */
export function queryOf(query: ParsedQuery, { tagger, exact }: QueryOptions): Query {
  const analysed = query.clauses.map((clause) => ({
    clause,
    sequences: clause.terms
      .map(({ text, start }) => queryWordsOf(text, start))
      .filter((words) => words.length > 0),
  }));
  const plain = analysed.filter(({ clause }) => isPlain(clause)).flatMap(({ sequences }) => sequences.flat());
  const mentions = tagger === undefined || exact ? [] : mentionsIn(query, tagger);
  const isStop = stopWordTest(plain);
  const onlyStopWords = plain.every(isStop);
  const clauses: QueryClause[] = [];
  const constraints: PhraseConstraint[] = [];
  const excluded: string[] = [];
  for (const { clause, sequences } of analysed) {
    if (sequences.length === 0) continue;
    const { field } = clause.terms[0]!;
    const inField = field === undefined ? {} : { field };
    const loosestForm = loosestFormOf(clause, exact);
    const constraint: PhraseConstraint = { sequences, negated: clause.negated, loosestForm, ...inField };
    if (clause.negated) {
      const single = sequences.length === 1 && sequences[0]!.length === 1;
      if (single && loosestForm === 'stem' && field === undefined)
        excluded.push(...sequences[0]![0]!.forms.map(({ stem }) => stem));
      else constraints.push(constraint);
    } else if (isPlain(clause)) {
      for (const word of sequences[0]!) {
        clauses.push({
          alternatives: [asTyped(word), ...entitiesAt(word, mentions)],
          optional: isStop(word) && !onlyStopWords,
          loosestForm,
        });
        if (exact) constraints.push({ ...constraint, sequences: [[word]] });
      }
    } else {
      const groups = sequences.length > 1 ? [sequences.flat()] : sequences[0]!.map((word) => [word]);
      for (const words of groups)
        clauses.push({ alternatives: words.map(asTyped), optional: false, loosestForm, ...inField });
      constraints.push(constraint);
    }
  }
  return { clauses, constraints, excluded: [...new Set(excluded)] };
}

const asTyped = (word: QueryWord): Alternative => ({ kind: 'word', word, forms: word.forms });

/** Quoted words accept other spellings only, words of an exact query none; plain words accept whatever may be the same word. */
function loosestFormOf(clause: ParsedClause, exact: boolean): Form {
  if (exact) return 'exact';
  if (clause.terms[0]!.quoted) return 'folded';
  return isPlain(clause) ? 'root' : 'stem';
}

/** Tells the stop words of a query: those of its language, or of any language of the word's script. */
function stopWordTest(plain: readonly QueryWord[]): (word: QueryWord) => boolean {
  const language = analyzerFor(detectLanguage(plain.map(({ text }) => text).join(' ')));
  return ({ text }) => [language, ...analyzersOfWord(text)].some((analyzer) => analyzer.forms(text).stop);
}

/** The entities whose names cover a word of the query. */
function entitiesAt(word: QueryWord, mentions: readonly QueryMention[]): Alternative[] {
  const covering = mentions.filter(({ start, end }) => start <= word.start && word.end <= end);
  return [...new Set(covering.map(({ entity }) => entity))].map((entity) => ({
    kind: 'entity',
    word,
    entity,
  }));
}

/** One word or several, without field, quotation marks, OR and minus. */
function isPlain({ negated, terms }: ParsedClause): boolean {
  return !negated && terms.length === 1 && !terms[0]!.quoted && terms[0]!.field === undefined;
}

/** A name in the query; UTF-16 offsets. */
interface QueryMention {
  start: number;
  end: number;
  entity: string;
}

function mentionsIn({ text, clauses }: ParsedQuery, tagger: Tagger): QueryMention[] {
  const plain = clauses.filter(isPlain).map(({ terms }) => terms[0]!);
  if (plain.length === 0) return [];
  // Clauses of another kind are blanked, so that no name crosses them and offsets remain those of the query.
  const kept = new Uint8Array(text.length);
  for (const { start, text: words } of plain) kept.fill(1, start, start + words.length);
  const blanked = Array.from(kept, (keep, index) => (keep === 1 ? text[index]! : ' ')).join('');
  return tagger.recognise(analyzerFor(detectLanguage(blanked)).tokens(blanked), blanked);
}
