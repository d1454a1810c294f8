/** Entities in memory and in packed lists as one map. An id is in one of them: packed entities that another layer has are hidden. */
import { termHash } from '../../analysis/hash.ts';
import type { Entity, Gazetteer } from '../gazetteer/entity.ts';
import type { PackedList } from './packed-list.ts';

export class LayeredEntities implements ReadonlyMap<string, Entity> {
  readonly memory: ReadonlyMap<string, Entity>;
  readonly packs: readonly PackedList[];

  constructor(memory: ReadonlyMap<string, Entity>, packs: readonly PackedList[]) {
    this.memory = memory;
    this.packs = packs;
  }

  get size(): number {
    return this.memory.size + this.packs.reduce((sum, { size }) => sum + size, 0);
  }

  get(id: string): Entity | undefined {
    return this.memory.get(id) ?? firstOf(this.packs, (pack) => pack.get(id));
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  *values(): Generator<Entity> {
    yield* this.memory.values();
    for (const pack of this.packs) yield* pack.all();
  }

  *keys(): Generator<string> {
    for (const { id } of this.values()) yield id;
  }

  *entries(): Generator<[string, Entity]> {
    for (const entity of this.values()) yield [entity.id, entity];
  }

  forEach(callback: (value: Entity, key: string, map: ReadonlyMap<string, Entity>) => void): void {
    for (const entity of this.values()) callback(entity, entity.id, this);
  }

  [Symbol.iterator](): Generator<[string, Entity]> {
    return this.entries();
  }
}

/** The entities that are held in memory. */
export function inMemory({ entities }: Pick<Gazetteer, 'entities'>): ReadonlyMap<string, Entity> {
  return entities instanceof LayeredEntities ? entities.memory : entities;
}

/** The packed lists, the uppermost first. */
export function packsOf({ entities }: Pick<Gazetteer, 'entities'>): readonly PackedList[] {
  return entities instanceof LayeredEntities ? entities.packs : [];
}

/** Ids of entities by their hashes in forward indexes (`termHash`). */
export interface EntityIds {
  get(hash: number): string | undefined;
}

export function entityIdsByHash(gazetteer: Pick<Gazetteer, 'entities'>): EntityIds {
  const ids = new Map([...inMemory(gazetteer).keys()].map((id) => [termHash(id, 'entity'), id]));
  const packs = packsOf(gazetteer);
  return {
    get: (hash) => ids.get(hash) ?? firstOf(packs, (pack) => pack.idByHash(hash)),
  };
}

/** What the uppermost pack knows that knows something. */
function firstOf<T>(packs: readonly PackedList[], look: (pack: PackedList) => T | undefined): T | undefined {
  for (const pack of packs) {
    const found = look(pack);
    if (found !== undefined) return found;
  }
  return undefined;
}
