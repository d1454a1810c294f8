/** Given names of the people in memory and in packed lists. */
import type { Entity } from '../gazetteer/entity.ts';
import { type GivenNames, givenNames } from '../tagger/name-owners.ts';
import type { PackedNames } from './packed-names.ts';

export function givenNamesOf(people: Iterable<Entity>, packed: readonly PackedNames[]): GivenNames {
  const own = givenNames(people);
  if (packed.length === 0) return own;
  const has = (word: string): boolean => own.has(word) || packed.some((names) => names.isGivenName(word));
  return {
    has,
    get(word) {
      if (!has(word)) return undefined;
      const bearers = own.get(word);
      return {
        has: (id) => bearers?.has(id) === true || packed.some((names) => names.hasGivenName(id, word)),
      };
    },
  };
}
