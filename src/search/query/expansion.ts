/**
 * Adds words of the archive to the clauses of a query: those that the query asks for (`word*`, `word~1`), completions of
 * an unfinished word, and corrections of words that the archive does not have.
 */
import type { Notice } from '../../answers/search.ts';
import type { Index } from '../../engines/engine.ts';
import { correctionsOf, documentsWith, replaceableWord } from './corrections.ts';
import { type EntityNames, entitiesCompleting, entitiesNamed } from './entity-expansion.ts';
import type { ParsedQuery } from './parser.ts';
import { type Query, type QueryClause, type QueryWord, wordsOf } from './query.ts';
import { formsOf } from './query-words.ts';

/** Completions of one unfinished word, and of `word*`. */
const COMPLETIONS = 12;
const PREFIX_COMPLETIONS = 100;
/** Words within the edits of `word~2`. */
const FUZZY_WORDS = 50;
/** Corrections of one misspelt word. */
const CORRECTIONS = 5;
/** Words of one query that are corrected; a longer query is found by its other words. */
const CORRECTED_WORDS = 3;

/** Adds the words of `word*` and `word~1` to the clauses of `query`. */
export async function expandOperators(index: Index, query: Query): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const clause of [...query.clauses, ...query.excluded]) {
    const word = wordsOf(clause)[0];
    if (word === undefined) continue;
    const { folded } = word.forms[0]!;
    if (clause.prefix) {
      const completions = await index.completions(folded, PREFIX_COMPLETIONS);
      if (completions.length === PREFIX_COMPLETIONS)
        notices.push({ code: 'many_completions', text: `${word.text}*` });
      add(
        clause,
        'completion',
        word,
        completions.map((completion) => completion.word),
      );
    }
    if (clause.edits !== undefined) {
      const similar = await index.similar(folded, clause.edits);
      add(
        clause,
        'correction',
        word,
        similar.slice(0, FUZZY_WORDS).map((other) => other.word),
      );
    }
  }
  return notices;
}

/** Completes or corrects plain words that the archive does not have, also to the names of entities. */
export async function expandSpelling(
  index: Index,
  { open, text }: ParsedQuery,
  query: Query,
  names: EntityNames,
): Promise<void> {
  let lookedUp = 0;
  for (const clause of query.clauses) {
    const word = replaceableWord(clause);
    if (word === undefined) continue;
    const unfinished = open && word.end === text.length;
    const known = (await documentsWith(index, word)) > 0;
    // One letter begins so many words that it is hardly meant as a word, even if it occurs as one.
    const completed = unfinished && (!known || [...word.text].length === 1);
    const completions = completed ? await completionsOf(index, word) : [];
    const begun = unfinished ? await entitiesBegunBy(index, word, names) : [];
    const misspelt = !known && completions.length + begun.length === 0 && lookedUp++ < CORRECTED_WORDS;
    const corrections = misspelt ? (await correctionsOf(index, word)).slice(0, CORRECTIONS) : [];
    const corrected = corrections.map((correction) => correction.word);
    add(clause, 'completion', word, completions);
    add(clause, 'correction', word, corrected);
    for (const entity of [...begun, ...entitiesNamed(corrected, names)])
      clause.alternatives.push({ kind: 'guess', word, entity });
  }
}

function add(
  clause: QueryClause,
  kind: 'completion' | 'correction',
  word: QueryWord,
  words: readonly string[],
): void {
  if (words.length > 0) clause.alternatives.push({ kind, word, forms: words.flatMap(formsOf) });
}

/** Entities whose name a word begins, unless the archive has it as a whole word: лавр may be a stem. */
async function entitiesBegunBy(
  index: Index,
  { text, forms }: QueryWord,
  names: EntityNames,
): Promise<string[]> {
  const frequencies = await index.frequencies(forms.map(({ hashes }) => hashes[1]));
  return Math.max(0, ...frequencies.values()) > 0 ? [] : entitiesCompleting(index, text, names);
}

async function completionsOf(index: Index, { forms }: QueryWord): Promise<string[]> {
  return (await index.completions(forms[0]!.folded, COMPLETIONS)).map(({ word }) => word);
}
