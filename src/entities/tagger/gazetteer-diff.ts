/**
 * What a change of the gazetteer changes in documents. The names of an entity, before and after, are compared with the
 * words of the archive: a document that has neither a mention of a changed entity nor all words of one of its names
 * is tagged as it was.
 */
import type { Entity, Gazetteer } from '../gazetteer/entity.ts';
import { inMemory, LayeredEntities, packsOf } from '../packed/layered-entities.ts';
import { packWithDigest } from '../packed/pack-file.ts';
import type { PackedList } from '../packed/packed-list.ts';
import { PackedNames } from '../packed/packed-names.ts';
import { givenNames } from './name-owners.ts';
import { type Tagged, taggedPart } from './tagged-part.ts';
import { Tagger } from './tagger.ts';

/** Changed entities from which on all documents are tagged again: comparing them would take longer. */
const MOST_CHANGES = 50_000;

/** What is stored of a gazetteer: entities in memory, and which packed lists there were. */
interface Snapshot {
  entities: Tagged[];
  packs: { digest: string; file?: string }[];
}

/** The parts of the gazetteer that tagging depends on. The same for two gazetteers that tag alike. */
export function snapshotOf(gazetteer: Pick<Gazetteer, 'entities'>): string {
  return JSON.stringify(partsOf(gazetteer, false));
}

/** The same to be stored with an index: with the files of packed lists, to compare them later. */
export function storedSnapshot(gazetteer: Pick<Gazetteer, 'entities'>): string {
  return JSON.stringify(partsOf(gazetteer, true));
}

function partsOf(gazetteer: Pick<Gazetteer, 'entities'>, withFiles: boolean): Tagged[] | Snapshot {
  const entities = Array.from(inMemory(gazetteer).values(), taggedPart);
  const packs = packsOf(gazetteer);
  if (packs.length === 0) return entities;
  return {
    entities,
    packs: packs.map(({ header: { digest }, listFile: file }) => (withFiles ? { digest, file } : { digest })),
  };
}

/** A document must be tagged again if it mentions one of the entities or has all words of one of the names. */
export interface Affected {
  /** Ids of the entities that changed, came or went. */
  entities: string[];
  wordings: AffectedPhrase[];
}

/** Each group is one word of a name: the words of the archive (folded forms) that may be it. */
export type AffectedPhrase = readonly (readonly string[])[];

/**
 * What differs between a stored snapshot and a gazetteer, given the words of the archive; `undefined` if that cannot be
 * said, because a packed list of then is not kept or too much has changed.
 */
export function affectedBy(
  before: string,
  gazetteer: Gazetteer,
  vocabulary: Iterable<string>,
): Affected | undefined {
  const stored = JSON.parse(before) as Tagged[] | Snapshot;
  const { entities: oldEntities, packs: oldPacks } = Array.isArray(stored)
    ? { entities: stored, packs: [] }
    : stored;
  const packsNow = packsOf(gazetteer);
  const kept = new Map(packsNow.map((pack) => [pack.header.digest, pack]));
  const packsThen = oldPacks.map(
    ({ digest, file }) => kept.get(digest) ?? (file === undefined ? undefined : packWithDigest(file, digest)),
  );
  if (packsThen.some((pack) => pack === undefined)) return undefined;
  const memory = new Map(oldEntities.map((entity) => [entity.id, wholeEntity(entity)]));
  const old = new LayeredEntities(memory, packsThen as PackedList[]);
  const now = new LayeredEntities(inMemory(gazetteer), packsNow);
  const changed = changedIds(old, now);
  if (changed === undefined) return undefined;
  const [entitiesThen, entitiesNow] = [old, now].map((side) => changed.flatMap((id) => side.get(id) ?? []));
  const taggers = [entitiesThen!, entitiesNow!].map(taggerOf);
  const wordings = new Map<string, readonly string[]>();
  for (const tagger of taggers) for (const words of tagger.wordings()) wordings.set(words.join(' '), words);
  // A given name that was not one before, or no longer is, changes who a family name after it may be.
  for (const [entities, other] of [
    [entitiesThen!, now],
    [entitiesNow!, old],
  ] as const) {
    const known = givenNames(other.memory.values());
    const packed = other.packs.map((pack) => new PackedNames(pack));
    for (const name of givenNames(entities).keys())
      if (!known.has(name) && !packed.some((names) => names.isGivenName(name))) wordings.set(name, [name]);
  }
  const found = writtenAs([...wordings.values()], taggers, vocabulary);
  for (const pack of packsThen) if (!packsNow.includes(pack!)) pack!.close();
  return { entities: changed, wordings: found };
}

/** The names of entities as words of the archive may write them. */
export function phrasesNaming(entities: readonly Entity[], vocabulary: Iterable<string>): AffectedPhrase[] {
  const tagger = taggerOf(entities);
  return writtenAs([...tagger.wordings()], [tagger], vocabulary);
}

const taggerOf = (list: readonly Entity[]): Tagger =>
  new Tagger({ entities: new Map(list.map((entity) => [entity.id, entity])), warnings: [] });

function writtenAs(
  wordings: readonly (readonly string[])[],
  taggers: readonly Tagger[],
  vocabulary: Iterable<string>,
): AffectedPhrase[] {
  const written = new Map(wordings.flat().map((word) => [word, new Set([word])]));
  for (const word of vocabulary) {
    for (const tagger of taggers)
      for (const reading of tagger.readings(word)) written.get(reading)?.add(word);
  }
  return wordings.map((words) => words.map((word) => [...written.get(word)!]));
}

/** Ids of the entities that differ; `undefined` if they are too many. */
function changedIds(old: LayeredEntities, now: LayeredEntities): string[] | undefined {
  const ids = new Set([...old.memory.keys(), ...now.memory.keys()]);
  const packsOnly = (side: LayeredEntities, other: LayeredEntities): PackedList[] =>
    side.packs.filter((pack) => !other.packs.some(({ header }) => header.digest === pack.header.digest));
  const [gone, come] = [packsOnly(old, now), packsOnly(now, old)];
  for (const id of differingIds(gone, come)) {
    ids.add(id);
    if (ids.size > MOST_CHANGES) return undefined;
  }
  const differs = (id: string): boolean => {
    const [was, is] = [old.get(id), now.get(id)];
    return JSON.stringify(was && taggedPart(was)) !== JSON.stringify(is && taggedPart(is));
  };
  return [...ids].filter(differs);
}

/** Ids that are in one of the packs and not, or not alike, in the others. */
function* differingIds(gone: readonly PackedList[], come: readonly PackedList[]): Generator<string> {
  const [left, right] = [gone, come];
  for (const pack of right) yield* pack.idsThatDiffer(left);
  for (const pack of left) yield* pack.idsThatDiffer(right);
}

/** An entity with what tagging does not depend on left empty. */
function wholeEntity(part: Tagged): Entity {
  return { ...part, sameAs: [], positions: [] };
}
