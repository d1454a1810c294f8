/**
 * The gazetteer: people, places, organisations and events with their names in every language. One JSON line each.
 * Files come in layers, each merged over the one before: places derived from CLDR, what lisan adds by hand, a user's own.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import { ROLES } from '../../analysis/name-rules.ts';
import { LisanError, messageOf } from '../../common/errors.ts';
import { numberedLines } from './line-file.ts';

/** The gazetteer that lisan brings. */
export const GAZETTEER_FOLDER = fileURLToPath(new URL('../../../data/gazetteer', import.meta.url));

export const ENTITY_TYPES = ['person', 'place', 'organisation', 'event'] as const;
const texts = z.array(z.string().trim().min(1));

/** A year, a month or a day. */
const date = z.string().regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, 'must be like 2023, 2023-05 or 2023-05-17');

const entitySchema = z.strictObject({
  /** Stable; lower-case ASCII letters, digits and hyphens, beginning with the type. */
  id: z
    .string()
    .regex(/^(?:person|place|organisation|event)-[a-z0-9-]+$/, 'must be like person-sergey-lavrov'),
  type: z.enum(ENTITY_TYPES),
  /** Names by BCP 47 code; the first of each list is the one that is shown. Russian ones in the nominative. */
  names: z.record(z.string().regex(/^[a-z]{2,3}$/, 'must be a language code'), texts.min(1)).default({}),
  /** Names that also mean other things: they count only where the article supports them (see `tagger.ts`). */
  ambiguous: texts.default([]),
  /** Phrases with a name in them that are about something else: مسقط رأسه is no Muscat. */
  except: texts.default([]),
  /** Ids of entities that are often named together with this one; their mentions support its ambiguous names. */
  related: z.array(z.string()).default([]),
  /** What a person is called by: a title before an ambiguous name supports it. */
  roles: z.array(z.enum(ROLES)).default([]),
  /** Who or what it is, in a few words, by BCP 47 code. */
  description: z.record(z.string(), z.string()).optional(),
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .optional(),
  /** Its ids in other lists, with the name of the list in front: `geonames:524901`. */
  sameAs: z.array(z.string()).default([]),
  /** What a person was when: the title by BCP 47 code, the first and the last day as far as they are known. */
  positions: z
    .array(
      z.strictObject({
        name: z.record(z.string(), z.string().trim().min(1)),
        from: date.optional(),
        to: date.optional(),
      }),
    )
    .default([]),
  /** Birth and death of a person, beginning and end of anything else. */
  dates: z.strictObject({ from: date.optional(), to: date.optional() }).optional(),
});

export type Entity = z.output<typeof entitySchema>;

export interface Gazetteer {
  entities: ReadonlyMap<string, Entity>;
  /** What is odd but not wrong: names that two entities share, and names given twice. */
  warnings: string[];
}

/**
 * Reads the `.jsonl` files of `folder/cldr`, those of `folder`, and a user's own, each layer merged over the one before.
 * @throws LisanError `gazetteer_broken`, naming file, line and reason.
 */
export function loadGazetteer(folder: string, userFile?: string): Gazetteer {
  const layers = [filesIn(join(folder, 'cldr')), filesIn(folder), userFile === undefined ? [] : [userFile]];
  const entities = new Map<string, Entity>();
  const places = new Map<string, string>();
  const warnings: string[] = [];
  for (const files of layers) {
    const layer = new Set<string>();
    for (const file of files) {
      for (const [line, entity] of readEntities(file)) {
        if (layer.has(entity.id)) throw broken(file, line, `the id ${entity.id} is there twice`);
        layer.add(entity.id);
        for (const twice of repeated(entity)) warnings.push(`${entity.id} has the name ${twice} twice`);
        const before = entities.get(entity.id);
        const merged = before === undefined ? entity : merge(before, entity);
        const flaw = flawOf(merged);
        if (flaw !== undefined) throw broken(file, line, flaw);
        entities.set(entity.id, merged);
        places.set(entity.id, `${file}:${line}`);
      }
    }
  }
  for (const { id, related } of entities.values()) {
    for (const other of related) {
      if (entities.has(other)) continue;
      const [file = '', line = ''] = places.get(id)!.split(/:(?=\d+$)/);
      throw broken(file, Number(line), `it is related to ${other}, which is no entity`);
    }
  }
  return { entities, warnings: [...warnings, ...collisions(entities)] };
}

/** An entity from the text of one line. @throws LisanError `gazetteer_broken` with the reason. */
export function parseEntity(text: string, file = 'the line', line = 1): Entity {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw broken(file, line, `it is no JSON (${messageOf(cause)})`, cause);
  }
  const result = entitySchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const detail = issue?.code === 'invalid_key' ? issue.issues[0]?.message : issue?.message;
  throw broken(file, line, `${issue?.path.join('.') || 'the entity'}: ${detail}`);
}

/** The name that is shown in a language; English, then any, where the language has none. */
export function nameIn({ names, id }: Entity, language: string): string {
  return names[language]?.[0] ?? names.en?.[0] ?? Object.values(names)[0]?.[0] ?? id;
}

export interface Name {
  name: string;
  language: string;
  ambiguous: boolean;
}

/** Every name with its language, and whether it is ambiguous. */
export function* namesOf({ names, ambiguous }: Entity): Generator<Name> {
  for (const [language, list] of Object.entries(names)) {
    for (const name of list) yield { name, language, ambiguous: ambiguous.includes(name) };
  }
}

/** The words of a name in their folded form, which depends on the script and not on the language. */
export function wordsOf(name: string): readonly string[] {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const words = foldedWords(name);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(name, words);
  return words;
}

/** The same of any text, which is not remembered. */
export function foldedWords(text: string): string[] {
  return analyzerFor('und')
    .tokens(text)
    .map(({ forms }) => forms.folded);
}

/** Names whose words are remembered: all who read a gazetteer ask for those of every name. */
const REMEMBERED = 50_000;
const remembered = new Map<string, readonly string[]>();

/** Longest name in capitals that counts as an acronym. */
const ACRONYM = 5;

/** Whether a name is one like ABD or НАТО, which text must write in capitals too. */
export function isAcronym(name: string): boolean {
  return name.length <= ACRONYM && name === name.toUpperCase() && name !== name.toLowerCase();
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

function flawOf(entity: Entity): string | undefined {
  const { id, type, names, ambiguous } = entity;
  if (!id.startsWith(`${type}-`)) return `the id ${id} does not begin with its type ${type}`;
  const all = [...namesOf(entity)];
  if (all.length === 0) return `${id} has no name (names: {"en": ["…"]})`;
  const unknown = ambiguous.find((name) => !all.some((known) => known.name === name));
  if (unknown !== undefined) return `ambiguous: ${unknown} is not one of its names`;
  const wordless = all.find(({ name }) => wordsOf(name).length === 0);
  if (wordless !== undefined) return `names.${wordless.language}: ${wordless.name} has no word`;
  return Object.keys(names).length === 0 ? 'names: at least one is needed' : undefined;
}

function repeated({ names }: Entity): string[] {
  return Object.values(names).flatMap((list) => {
    // NATO and Nato are two: one must be written in capitals, the other not.
    const keys = list.map((name) => `${isAcronym(name)} ${wordsOf(name).join(' ')}`);
    return list.filter((_, index) => keys.indexOf(keys[index]!) !== index);
  });
}

function broken(file: string, line: number, reason: string, cause?: unknown): LisanError {
  return new LisanError({
    code: 'gazetteer_broken',
    message: `${file}:${line} is no entity: ${reason}.`,
    remedy: 'Correct the line; docs/entities.md says what a line holds.',
    cause,
  });
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
