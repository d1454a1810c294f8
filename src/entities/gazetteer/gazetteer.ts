/**
 * The gazetteer: people, places, organisations and events with their names in every language. One JSON line each.
 * Files come in layers, each merged over the one before: places of GeoNames, places derived from CLDR, what lisan adds by
 * hand, a user's own. Small layers are held in memory; GeoNames and large files of users are packed (`packed/`).
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { LayeredEntities } from '../packed/layered-entities.ts';
import { openPack } from '../packed/pack-file.ts';
import type { PackedList } from '../packed/packed-list.ts';
import { givenNames } from '../tagger/name-owners.ts';
import {
  broken,
  type Entity,
  flawOf,
  type Gazetteer,
  namesOf,
  parseEntity,
  repeated,
  wordsOf,
} from './entity.ts';
import { numberedLines } from './line-file.ts';

export * from './entity.ts';

/** The gazetteer that lisan brings. */
export const GAZETTEER_FOLDER = fileURLToPath(new URL('../../../data/gazetteer', import.meta.url));
/** Places of GeoNames within it. */
const LARGE_LAYER = join('geonames', 'places.jsonl.gz');
/** Size from which on a user's file is packed instead of read at each start. */
const PACKED_FROM_BYTES = 4_000_000;

export interface LoadOptions {
  /** Size from which on a user's file is packed. */
  packedFromBytes?: number;
  /** Called while a list is packed, with the number of its entities so far; first with 0. */
  onPack?: (done: number, file: string) => void;
  /**
   * Names are not compared for warnings, which takes most of the time of loading: those that lisan brings are compared by a
   * test, those of a user by the thread that started this one.
   */
  checked?: boolean;
}

/**
 * Reads the layers of `folder` and a user's own file, each merged over the one before. A large file is packed if it has no
 * pack that is up to date, which takes a minute for a million entities.
 * @throws LisanError `gazetteer_broken`, naming file, line and reason.
 */
export function loadGazetteer(folder: string, userFile?: string, options: LoadOptions = {}): Gazetteer {
  const { packedFromBytes = PACKED_FROM_BYTES, onPack, checked = false } = options;
  const packed = userFile !== undefined && statSync(userFile).size >= packedFromBytes;
  const layers = [
    filesIn(join(folder, 'cldr')),
    filesIn(folder),
    userFile === undefined || packed ? [] : [userFile],
  ];
  const large = openLargeLayer(join(folder, LARGE_LAYER), onPack);
  const entities = new Map<string, Entity>();
  const places = new Map<string, string>();
  const warnings: string[] = [];
  for (const files of layers) {
    const layer = new Set<string>();
    for (const file of files) {
      for (const [line, entity] of readEntities(file)) {
        if (layer.has(entity.id)) throw broken(file, line, `the id ${entity.id} is there twice`);
        layer.add(entity.id);
        if (!checked)
          for (const twice of repeated(entity)) warnings.push(`${entity.id} has the name ${twice} twice`);
        const before = entities.get(entity.id) ?? large?.get(entity.id);
        const merged = before === undefined ? entity : merge(before, entity);
        const flaw = checked && file !== userFile ? undefined : flawOf(merged);
        if (flaw !== undefined) throw broken(file, line, flaw);
        entities.set(entity.id, merged);
        places.set(entity.id, `${file}:${line}`);
      }
    }
  }
  for (const { id, related } of entities.values()) {
    for (const other of related) {
      if (entities.has(other) || large?.get(other) !== undefined) continue;
      const [file = '', line = ''] = places.get(id)!.split(/:(?=\d+$)/);
      throw broken(file, Number(line), `it is related to ${other}, which is no entity`);
    }
  }
  const packs: PackedList[] = [];
  if (packed) {
    const own = openUserPack(userFile, entities, large, onPack);
    for (const id of own.header.overrides) {
      entities.delete(id);
      large?.hide(id);
    }
    packs.push(own);
    for (const warning of own.header.warnings) warnings.push(warning);
    const more = own.header.warningCount - own.header.warnings.length;
    if (more > 0) warnings.push(`${more} more warnings about ${userFile}`);
  }
  if (large !== undefined) {
    for (const id of entities.keys()) large.hide(id);
    packs.push(large);
  }
  return {
    entities: packs.length === 0 ? entities : new LayeredEntities(entities, packs),
    warnings: checked ? [] : [...warnings, ...collisions(entities)],
  };
}

function openLargeLayer(file: string, onPack: LoadOptions['onPack']): PackedList | undefined {
  if (!existsSync(file)) return undefined;
  return openPack({
    file,
    below: '',
    *entities() {
      const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
      for (const [index, line] of lines.entries())
        yield [index + 1, parseEntity(line, file, index + 1), false];
    },
    isGivenName: () => false,
    onProgress: (done) => onPack?.(done, file),
    refuse: (line, reason) => {
      throw broken(file, line, reason);
    },
  });
}

/** The pack of a user's file, its entities merged over those in memory and of the large layer. */
function openUserPack(
  file: string,
  memory: ReadonlyMap<string, Entity>,
  large: PackedList | undefined,
  onPack: LoadOptions['onPack'],
): PackedList {
  const below = createHash('sha256').update(JSON.stringify([...memory.values()]));
  below.update(large?.header.digest ?? '');
  const given = givenNames(memory.values());
  return openPack({
    file,
    below: below.digest('base64url').slice(0, 16),
    *entities() {
      const ids = new Set<string>();
      const unknown = new Map<string, number>();
      for (const [line, entity] of readEntities(file)) {
        if (ids.has(entity.id)) throw broken(file, line, `the id ${entity.id} is there twice`);
        ids.add(entity.id);
        for (const other of entity.related)
          if (!ids.has(other) && !memory.has(other) && large?.get(other) === undefined)
            unknown.set(other, line);
        const before = memory.get(entity.id) ?? large?.get(entity.id);
        yield [line, before === undefined ? entity : merge(before, entity), before !== undefined];
      }
      for (const [other, line] of unknown)
        if (!ids.has(other)) throw broken(file, line, `it is related to ${other}, which is no entity`);
    },
    isGivenName: (word) => given.has(word),
    onProgress: (done) => onPack?.(done, file),
    refuse: (line, reason) => {
      throw broken(file, line, reason);
    },
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}

function* readEntities(file: string): Generator<[number, Entity]> {
  for (const [number, line] of numberedLines(file)) yield [number, parseEntity(line, file, number)];
}

/** A later layer's names come first, so that its preferred ones are shown; what it does not say stays. */
function merge(before: Entity, over: Entity): Entity {
  const languages = new Set([...Object.keys(before.names), ...Object.keys(over.names)]);
  const union = (a: readonly string[] = [], b: readonly string[] = []): string[] => [
    ...new Set([...a, ...b]),
  ];
  return {
    ...before,
    ...over,
    names: Object.fromEntries(
      [...languages].map((language) => [language, union(over.names[language], before.names[language])]),
    ),
    ambiguous: union(over.ambiguous, before.ambiguous),
    except: union(over.except, before.except),
    related: union(over.related, before.related),
    roles: over.roles.length > 0 ? over.roles : before.roles,
    sameAs: union(over.sameAs, before.sameAs),
    positions: over.positions.length > 0 ? over.positions : before.positions,
    ...((over.description ?? before.description) !== undefined && {
      description: { ...before.description, ...over.description },
    }),
  };
}

/** Names of two entities that text cannot tell apart, unless one of them is marked as ambiguous. */
function collisions(entities: ReadonlyMap<string, Entity>): string[] {
  const owners = new Map<string, string>();
  const warnings = new Set<string>();
  for (const { id, except } of entities.values())
    for (const phrase of except) owners.set(wordsOf(phrase).join(' '), `an exception of ${id}`);
  for (const entity of entities.values()) {
    for (const { name, ambiguous } of namesOf(entity)) {
      if (ambiguous) continue;
      const key = wordsOf(name).join(' ');
      const owner = owners.get(key);
      if (owner !== undefined && owner !== entity.id)
        warnings.add(`${name} names both ${owner} and ${entity.id}`);
      else owners.set(key, entity.id);
    }
  }
  return [...warnings];
}
