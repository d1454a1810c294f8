/**
 * What a change of the gazetteer changes in documents. The names of an entity, before and after, are compared with the
 * words of the archive: a document that has neither a mention of a changed entity nor all words of one of its names
 * is tagged as it was.
 */
import type { Entity, Gazetteer } from '../gazetteer/gazetteer.ts';
import { givenNames } from './name-owners.ts';
import { Tagger } from './tagger.ts';

/** The part of an entity that tagging depends on. */
type Tagged = Pick<Entity, 'id' | 'type' | 'names' | 'ambiguous' | 'except' | 'related' | 'roles'>;

/** The parts of the gazetteer that tagging depends on, to be stored with an index. */
export function snapshotOf({ entities }: Pick<Gazetteer, 'entities'>): string {
  return JSON.stringify([...entities.values()].map(taggedPart));
}

/** A document must be tagged again if it mentions one of the entities or has all words of one of the names. */
export interface Affected {
  /** Ids of the entities that changed, came or went. */
  entities: string[];
  wordings: AffectedPhrase[];
}

/** Each group is one word of a name: the words of the archive (folded forms) that may be it. */
export type AffectedPhrase = readonly (readonly string[])[];

/** What differs between a snapshot and a gazetteer, given the words of the archive. */
export function affectedBy(
  before: string,
  { entities: after }: Gazetteer,
  vocabulary: Iterable<string>,
): Affected {
  const old = new Map((JSON.parse(before) as Tagged[]).map((entity) => [entity.id, wholeEntity(entity)]));
  const ids = new Set([...old.keys(), ...after.keys()]);
  const changed = [...ids].filter((id) => {
    const now = after.get(id);
    const was = old.get(id);
    return was === undefined || now === undefined || JSON.stringify(was) !== JSON.stringify(taggedPart(now));
  });
  const taggers = [old, after].map((list) => new Tagger(gazetteerOf(list, changed)));
  const wordings = new Map<string, readonly string[]>();
  for (const tagger of taggers) for (const words of tagger.wordings()) wordings.set(words.join(' '), words);
  // A given name that was not one before, or no longer is, changes who a family name after it may be.
  const [given, givenNow] = [old, after].map((list) => new Set(givenNames(list.values()).keys()));
  for (const name of given!) if (!givenNow!.has(name)) wordings.set(name, [name]);
  for (const name of givenNow!) if (!given!.has(name)) wordings.set(name, [name]);
  const written = new Map([...wordings.values()].flat().map((word) => [word, new Set([word])]));
  for (const word of vocabulary) {
    for (const tagger of taggers)
      for (const reading of tagger.readings(word)) written.get(reading)?.add(word);
  }
  return {
    entities: changed,
    wordings: [...wordings.values()].map((words) => words.map((word) => [...written.get(word)!])),
  };
}

function taggedPart({ id, type, names, ambiguous, except, related, roles }: Tagged): Tagged {
  return { id, type, names, ambiguous, except, related, roles };
}

/** An entity with what tagging does not depend on left empty. */
function wholeEntity(part: Tagged): Entity {
  return { ...part, sameAs: [], positions: [] };
}

function gazetteerOf(
  entities: ReadonlyMap<string, Entity>,
  ids: Iterable<string> = entities.keys(),
): Gazetteer {
  const chosen = [...ids].flatMap((id) => entities.get(id) ?? []);
  return { entities: new Map(chosen.map((entity) => [entity.id, entity])), warnings: [] };
}
