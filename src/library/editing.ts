/** What editors add to an archive: synonyms, pinned and hidden articles. By a program that uses lisan as a library. */
import { type ListedRule, type PinRule, pinsIn, removePins, storePins } from '../search/pins/pin-list.ts';
import {
  type ListedSynonym,
  removeSynonym,
  type Synonym,
  storeSynonyms,
  synonymsIn,
} from '../search/synonyms/synonym-list.ts';
import type { Service } from '../service/service.ts';

/** Changes of a list. */
export interface Edits<Entry> {
  /** Entries to add; one that is there already stays or is replaced. */
  add?: readonly Entry[];
  /** Ids of entries to remove, before others are added; unknown ones are ignored. */
  remove?: readonly string[];
  /** Whether everything that is not in `add` is removed. Default false. */
  replace?: boolean;
}

/**
 * Changes the synonyms of the archive, and gives all of them. Searches use them at once. At most 5,000.
 * @throws LisanError `invalid_synonym`.
 * @example
 * import { editSynonyms, openService } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * const [synonym] = editSynonyms(service, { add: [{ words: ['merkez bankası', 'TCMB'], lang: 'tr' }] });
 * console.log(synonym.words.join(' = ')); // merkez bankası = TCMB
 * await service.close();
 */
export function editSynonyms(
  { archive }: Service,
  { add = [], remove = [], replace = false }: Edits<Synonym> = {},
): ListedSynonym[] {
  for (const id of remove) removeSynonym(archive, id);
  if (add.length > 0 || replace) storeSynonyms(archive, add, { replace });
  return synonymsIn(archive);
}

/**
 * Changes the pinned and hidden articles of queries, and gives all of them. Searches use them at once. What was set for
 * the same query and language is replaced. At most 2,000 queries, each with 10 pinned and 50 hidden articles.
 * @throws LisanError `invalid_pins`.
 * @example
 * import { editPins, openService } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * const [rule] = editPins(service, { add: [{ query: 'flood', pinned: ['aa-1'], hidden: [] }] });
 * console.log(rule.query, rule.missing); // flood [ 'aa-1' ]
 * await service.close();
 */
export function editPins(
  { archive }: Service,
  { add = [], remove = [], replace = false }: Edits<PinRule> = {},
): ListedRule[] {
  for (const id of remove) removePins(archive, id);
  if (add.length > 0 || replace) storePins(archive, add, { replace });
  return pinsIn(archive);
}
