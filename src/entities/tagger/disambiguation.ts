/** Decides who is meant by a name that may mean several things, or something else, from all names of its article. */
import type { Entity, Gazetteer } from '../gazetteer/entity.ts';
import { inMemory, packsOf } from '../packed/layered-entities.ts';
import type { Owner } from './name-owners.ts';

/** A name in an article. */
export interface Found {
  readonly values: readonly Owner[];
  /** Bits of the titles before it. */
  readonly titles: number;
  /** A line in capitals, where an acronym looks like any word. */
  readonly shouted: boolean;
  /** It is alone in quotation marks, as titles are. */
  readonly quoted: boolean;
}

/** Which entities are related, in both directions. */
export class Relations {
  readonly #related = new Map<string, Set<string>>();
  /** All entities, if some are in packed lists: their relations are read when they are asked for. */
  readonly #packed: ReadonlyMap<string, Entity> | undefined;

  constructor(gazetteer: Pick<Gazetteer, 'entities'>) {
    this.#packed = packsOf(gazetteer).length > 0 ? gazetteer.entities : undefined;
    for (const { id, related } of inMemory(gazetteer).values()) {
      for (const other of related) {
        this.#relate(id, other);
        this.#relate(other, id);
      }
    }
  }

  /** Whether an entity is related to one of those that an article has certain names of. */
  support(id: string, certain: Certain): boolean {
    return this.#supportInMemory(id, certain) || this.#supportInPacks(id, certain);
  }

  #supportInPacks(id: string, certain: Certain): boolean {
    if (this.#packed === undefined) return false;
    if (this.#packed.get(id)?.related.some((other) => certain.has(other)) === true) return true;
    for (const other of certain.keys())
      if (this.#packed.get(other)?.related.includes(id) === true) return true;
    return false;
  }

  #supportInMemory(id: string, certain: Certain): boolean {
    const related = this.#related.get(id);
    if (related === undefined) return false;
    if (related.size < certain.size) {
      for (const other of related) if (certain.has(other)) return true;
    } else {
      for (const other of certain.keys()) if (related.has(other)) return true;
    }
    return false;
  }

  #relate(a: string, b: string): void {
    const others = this.#related.get(a) ?? new Set();
    this.#related.set(a, others.add(b));
  }
}

/** Ids of entities -> which of the names found are certain ones of theirs. */
type Certain = ReadonlyMap<string, readonly number[]>;

/** Ids of the entities that the names of one article mean, in their order; `undefined` for names that mean none. */
export function decide(found: readonly Found[], relations: Relations): (string | undefined)[] {
  const sure = found.map((name) => titleOf(name) ?? onlySure(name.values, name.shouted));
  const certain = new Map<string, number[]>();
  sure.forEach((id, index) => {
    if (id === undefined) return;
    const places = certain.get(id);
    if (places === undefined) certain.set(id, [index]);
    else places.push(index);
  });
  return sure.map((id, index) => id ?? inDoubt(found[index]!, index, certain, relations));
}

function inDoubt(span: Found, index: number, certain: Certain, relations: Relations): string | undefined {
  const { titles, shouted } = span;
  const values = withBearers(span.values, certain);
  if (values.length === 0) return undefined;
  if (values.some(({ id }) => id === undefined)) return undefined;
  const supported = values.filter(
    ({ id, type }) => certain.has(id!) || (type !== 'person' && relations.support(id!, certain)),
  );
  if (supported.length > 0) return onlyOne(supported) ?? nearest(supported, index, certain);
  const sure = values.find((owner) => isSure(owner, shouted));
  if (sure !== undefined) return sure.id;
  return onlyOne(values.filter(({ type, roles }) => type === 'person' && (roles & titles) > 0));
}

/** Owners with, for a family name in a packed list, those of its bearers who are named in full in the article. */
function withBearers(owners: readonly Owner[], certain: Certain): readonly Owner[] {
  if (owners.every(({ bearers }) => bearers === undefined)) return owners;
  return owners.flatMap((owner) => {
    const { bearers } = owner;
    if (bearers === undefined) return [owner];
    return [...certain.keys()].filter(bearers).map((id) => ({ ...owner, id, bearers: undefined }));
  });
}

/** The organisation that a name in quotation marks is the title of, though it also means something else: «الشرق الأوسط». */
function titleOf({ values, quoted }: Found): string | undefined {
  return quoted
    ? onlyOne(values.filter(({ type, kind }) => type === 'organisation' && kind === 'ambiguous'))
    : undefined;
}

/** Whether a name leaves no doubt; in a line of capitals an acronym does. */
function isSure({ kind, acronym }: Owner, shouted: boolean): boolean {
  return kind === 'certain' && !(acronym && shouted);
}

/** The id of the one entity that a name leaves no doubt of; `undefined` also where it is part of a phrase that is no name. */
function onlySure(owners: readonly Owner[], shouted: boolean): string | undefined {
  let id: string | undefined;
  for (let at = 0; at < owners.length; at++) {
    const owner = owners[at]!;
    if (owner.id === undefined) return undefined;
    if (!isSure(owner, shouted)) continue;
    if (id !== undefined && id !== owner.id) return undefined;
    id = owner.id;
  }
  return id;
}

/** The id of the one entity that all owners are, if they are one. */
function onlyOne(owners: readonly Owner[]): string | undefined {
  const id = owners[0]?.id;
  return owners.every((owner) => owner.id === id) ? id : undefined;
}

/** Of several people who share a family name, the one named last before, else the one named first after. */
function nearest(owners: readonly Owner[], index: number, certain: Certain): string {
  const distance = ({ id }: Owner): number => {
    const places = certain.get(id!);
    if (places === undefined) return Number.POSITIVE_INFINITY;
    const before = lastBefore(places, index);
    return before === undefined ? 1e6 + places[0]! - index : index - before;
  };
  return owners.reduce((best, owner) => (distance(owner) < distance(best) ? owner : best)).id!;
}

/** The last of ascending places that is before an index. A binary search: an article may name somebody thousands of times. */
function lastBefore(places: readonly number[], index: number): number | undefined {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < index) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}
