/**
 * Gives words that the archive does not have the words it has instead: those they may be the beginning of, else those
 * they may be misspellings of. From the same look at the vocabulary comes "did you mean".
 */
import type { Index, SimilarWord } from '../../engines/engine.ts';
import { type EntityNames, entitiesCompleting, entitiesNamed } from './entity-expansion.ts';
import type { ParsedQuery } from './parser.ts';
import { formsOf, type Query, type QueryClause, type QueryWord } from './query.ts';

/** Words that an unfinished word is completed to. */
const COMPLETIONS = 12;
/** Letters from which a word is completed. */
const COMPLETED_FROM = 2;
/** Words that a misspelt word is corrected to. */
const CORRECTIONS = 5;
/** Words of one query that are corrected; a long question has other words to go by. */
const CORRECTED_WORDS = 3;
/** How much farther than the nearest word a correction may be. */
const SPREAD = 0.5;
/** Letters from which one edit is forgiven, and two. */
const ONE_EDIT_FROM = 4;
const TWO_EDITS_FROM = 8;
/** How many times more documents a word must have to be offered instead of one that is there. */
const MORE_USUAL = 10;

/** A part of the query and what may have been meant. Offsets are UTF-16 code units into the query. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

/**
 * Completes or corrects the words of a query that the archive does not have, also to entities where `known` has them;
 * changes `understood`.
 */
export async function expandQuery(
  index: Index,
  { open }: ParsedQuery,
  understood: Query,
  known?: EntityNames,
): Promise<void> {
  const last = understood.clauses.length - 1;
  let looked = 0;
  for (const [position, clause] of understood.clauses.entries()) {
    const word = clause.words.at(-1)!;
    if (!isExpandable(clause)) continue;
    const begun = open && position === last;
    const whole = await isKnown(index, word);
    const completions = begun && !whole ? await completionsOf(index, word) : [];
    const namesBegun = begun && known !== undefined ? await namesOf(index, word, known) : [];
    const misspelt = !whole && completions.length + namesBegun.length === 0 && looked++ < CORRECTED_WORDS;
    const corrections = misspelt ? (await correctionsOf(index, word)).slice(0, CORRECTIONS) : [];
    const corrected = corrections.map((correction) => correction.word);
    const likely = known === undefined ? [] : [...namesBegun, ...entitiesNamed(corrected, known)];
    if (completions.length + corrected.length + likely.length === 0) continue;
    const forms = (words: readonly string[]) => words.flatMap(formsOf);
    const expanded = { ...word, completions: forms(completions), corrections: forms(corrected) };
    understood.clauses[position] = { ...clause, words: [expanded], guessedEntities: likely };
  }
}

/** The query with its unknown and its unusual words as the archive writes them; null where every word is usual. */
export async function suggestSpelling(
  index: Index,
  { text }: ParsedQuery,
  { clauses }: Query,
): Promise<string | null> {
  const replacements: Replacement[] = [];
  for (const clause of clauses) {
    const word = clause.words[0]!;
    if (!isExpandable(clause) || word.completions.length > 0) continue;
    const documents = await documentsOf(index, word);
    const best = (await correctionsOf(index, word)).find((other) => other.documents > documents * MORE_USUAL);
    if (best !== undefined) replacements.push({ start: word.start, end: word.end, text: best.written });
  }
  if (replacements.length === 0) return null;
  return replacements.reduceRight(
    (whole, { start, end, text: instead }) => whole.slice(0, start) + instead + whole.slice(end),
    text,
  );
}

/** One plain word that may be misspelt: numbers and names of entities are as they are. */
function isExpandable({ words, entities, loosestForm, optional }: QueryClause): boolean {
  return (
    words.length === 1 &&
    loosestForm === 'root' &&
    !optional &&
    entities.length === 0 &&
    !/\d/.test(words[0]!.forms[0]!.folded)
  );
}

async function isKnown(index: Index, word: QueryWord): Promise<boolean> {
  return (await documentsOf(index, word)) > 0;
}

/** Documents that have the word in some spelling or inflection. */
async function documentsOf(index: Index, { forms }: QueryWord): Promise<number> {
  const frequencies = await index.frequencies(forms.flatMap(({ hashes }) => [hashes[1], hashes[2]]));
  return Math.max(0, ...frequencies.values());
}

/** Entities whose name a word begins, where it is no word of the archive as it stands: лавр may be a stem. */
async function namesOf(index: Index, { text, forms }: QueryWord, known: EntityNames): Promise<string[]> {
  const frequencies = await index.frequencies(forms.map(({ hashes }) => hashes[1]));
  return Math.max(0, ...frequencies.values()) > 0 ? [] : entitiesCompleting(index, text, known);
}

async function completionsOf(index: Index, { forms }: QueryWord): Promise<string[]> {
  const prefix = forms[0]!.folded;
  if (prefix.length < COMPLETED_FROM) return [];
  return (await index.completions(prefix, COMPLETIONS)).map(({ word }) => word);
}

/** Words that are about as near as the nearest, the most usual first. */
async function correctionsOf(index: Index, { forms }: QueryWord): Promise<SimilarWord[]> {
  const { folded, stem } = forms[0]!;
  // An ending or an article is no more to go by: what counts is the stem.
  const letters = [...stem].length;
  if (letters < ONE_EDIT_FROM) return [];
  let similar = await index.similar(folded, 1);
  if (similar.length === 0 && letters >= TWO_EDITS_FROM) similar = await index.similar(folded, 2);
  const nearest = Math.min(...similar.map(({ distance }) => distance));
  return similar
    .filter(({ distance }) => distance <= nearest + SPREAD)
    .sort((a, b) => b.documents - a.documents || a.distance - b.distance);
}
