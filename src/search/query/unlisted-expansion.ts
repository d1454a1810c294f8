/**
 * Names in a query of entities that no list has: words side by side that are the name of one that documents mention get
 * it, in all its spellings, as an alternative. A single word counts only where it is all of the query.
 */
import { termHash } from '../../analysis/hash.ts';
import type { Index } from '../../engines/engine.ts';
import type { Decisions } from '../../entities/decisions/decisions.ts';
import { NAME_TYPES, nameWordsIn, unlistedId } from '../../entities/recogniser/unlisted-id.ts';
import { singleWord } from './corrections.ts';
import { hasAlternative, type Query, type QueryClause, type QueryWord } from './query.ts';
import { withoutSimilarWordsOfName } from './query-builder.ts';

/** Words of a name that is looked for. */
const NAME_WORDS = 5;
/** Words of a query that are looked at. */
const QUERY_WORDS = 12;

/** Words side by side that may be a name, and the ids that it may have. */
export interface PossibleName {
  clauses: readonly QueryClause[];
  words: readonly QueryWord[];
  ids: readonly string[];
}

const hashOf = (id: string): number => termHash(id, 'entity');

/** The hashes of which `addUnlistedEntities` needs the frequencies. */
export const hashesOfNames = (names: readonly PossibleName[]): number[] =>
  names.flatMap(({ ids }) => ids.map(hashOf));

/** Adds entities to the clauses of a query; see `possibleNamesIn`. @throws LisanError from the engine. */
export async function addUnlistedEntities(
  index: Index,
  query: Query,
  names: readonly PossibleName[],
): Promise<void> {
  if (index.sameNames === undefined || names.length === 0) return;
  const frequencies = await index.frequencies(hashesOfNames(names));
  const taken = new Set<QueryClause>();
  for (const { clauses, words, ids } of names) {
    if (clauses.some((clause) => taken.has(clause))) continue;
    const documents = (id: string): number => frequencies.get(hashOf(id)) ?? 0;
    const [found] = ids.filter((id) => documents(id) > 0).sort((a, b) => documents(b) - documents(a));
    if (found === undefined) continue;
    const same = await index.sameNames(found);
    for (const [n, clause] of clauses.entries()) {
      taken.add(clause);
      for (const entity of same)
        clause.alternatives.push({ kind: 'entity', word: words[n]!, entity, of: same[0]! });
    }
  }
  if (taken.size > 0) withoutSimilarWordsOfName(query.clauses);
}

/** Runs of words that may be a name, the longest first. */
export function possibleNamesIn({ clauses: all }: Query, decisions: Decisions): PossibleName[] {
  const clauses = all.slice(0, QUERY_WORDS);
  const words = clauses.map((clause) => (hasAlternative(clause, 'entity') ? undefined : singleWord(clause)));
  const found: PossibleName[] = [];
  for (let length = Math.min(NAME_WORDS, clauses.length); length > 0; length--) {
    if (length === 1 && all.length > 1) break;
    for (let from = 0; from + length <= clauses.length; from++) {
      const run = words.slice(from, from + length);
      if (run.some((word) => word === undefined)) continue;
      if (clauses[from]!.optional || clauses[from + length - 1]!.optional) continue;
      const name = nameWordsIn(run.map((word) => word!.text).join(' '));
      const ids = NAME_TYPES.map((type) => decisions.meant(unlistedId(type, name)));
      found.push({
        clauses: clauses.slice(from, from + length),
        words: run as QueryWord[],
        ids: [...new Set(ids)],
      });
    }
  }
  return found;
}
