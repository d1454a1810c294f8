/**
 * Adds to words that the archive does not have the words that it has: completions of an unfinished word, else
 * corrections of a misspelt one.
 */
import type { Index } from '../../engines/engine.ts';
import { correctionsOf, documentsWith, replaceableWord } from './corrections.ts';
import { type EntityNames, entitiesCompleting, entitiesNamed } from './entity-expansion.ts';
import type { ParsedQuery } from './parser.ts';
import type { Alternative, Query, QueryWord, WordAlternative } from './query.ts';
import { formsOf } from './query-words.ts';

/** Completions of one unfinished word. */
const COMPLETIONS = 12;
/** Letters from which a word is completed. */
const COMPLETED_FROM = 2;
/** Corrections of one misspelt word. */
const CORRECTIONS = 5;
/** Words of one query that are corrected; a longer query is found by its other words. */
const CORRECTED_WORDS = 3;

/** Completes or corrects words that the archive does not have, also to the names of entities; changes `query`. */
export async function expandQuery(
  index: Index,
  { open }: ParsedQuery,
  query: Query,
  names: EntityNames,
): Promise<void> {
  const last = query.clauses.length - 1;
  let lookedUp = 0;
  for (const [position, clause] of query.clauses.entries()) {
    const word = replaceableWord(clause);
    if (word === undefined) continue;
    const unfinished = open && position === last;
    const known = (await documentsWith(index, word)) > 0;
    const completions = unfinished && !known ? await completionsOf(index, word) : [];
    const begun = unfinished ? await entitiesBegunBy(index, word, names) : [];
    const misspelt = !known && completions.length + begun.length === 0 && lookedUp++ < CORRECTED_WORDS;
    const corrections = misspelt ? (await correctionsOf(index, word)).slice(0, CORRECTIONS) : [];
    const corrected = corrections.map((correction) => correction.word);
    const added: Alternative[] = [
      ...wordAlternative('completion', word, completions),
      ...wordAlternative('correction', word, corrected),
      ...[...begun, ...entitiesNamed(corrected, names)].map(
        (entity): Alternative => ({ kind: 'guess', word, entity }),
      ),
    ];
    if (added.length > 0)
      query.clauses[position] = { ...clause, alternatives: [...clause.alternatives, ...added] };
  }
}

function wordAlternative(
  kind: WordAlternative['kind'],
  word: QueryWord,
  replacements: readonly string[],
): Alternative[] {
  return replacements.length === 0 ? [] : [{ kind, word, forms: replacements.flatMap(formsOf) }];
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
  const prefix = forms[0]!.folded;
  if (prefix.length < COMPLETED_FROM) return [];
  return (await index.completions(prefix, COMPLETIONS)).map(({ word }) => word);
}
