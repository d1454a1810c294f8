/** The gazetteer: people, places, organisations and events with their names in every language. One JSON line each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LisanError, messageOf } from '../errors.ts';
import { analyserFor } from '../text/languages.ts';

const entitySchema = z.strictObject({
  /** Stable; lower-case ASCII letters, digits and hyphens, beginning with the type. */
  id: z
    .string()
    .regex(/^(?:person|place|organisation|event)-[a-z0-9-]+$/, 'must be like person-sergey-lavrov'),
  type: z.enum(['person', 'place', 'organisation', 'event']),
  /** Names by BCP 47 code; the first of each list is the one that is shown. */
  names: z.record(z.string(), z.array(z.string().min(1)).min(1)),
  /** Names that also mean other things: they count only beside an unambiguous mention in the same article. */
  ambiguous: z.array(z.string().min(1)).default([]),
  description: z.record(z.string(), z.string()).optional(),
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .optional(),
});

export type Entity = z.output<typeof entitySchema>;

export interface Gazetteer {
  entities: ReadonlyMap<string, Entity>;
  /** What is odd but not wrong: names that two entities share. */
  warnings: string[];
}

/**
 * Reads every `.jsonl` file of a folder, and a user's own file merged over them: an entity with a known id replaces it.
 * @throws LisanError `gazetteer_broken`, naming file, line and reason.
 */
export function loadGazetteer(folder: string, userFile?: string): Gazetteer {
  const entities = new Map<string, Entity>();
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
  for (const file of files) {
    for (const [line, entity] of readEntities(file)) {
      if (entities.has(entity.id)) throw broken(file, line, `the id ${entity.id} is there twice`);
      entities.set(entity.id, entity);
    }
  }
  if (userFile !== undefined)
    for (const [, entity] of readEntities(userFile)) entities.set(entity.id, entity);
  return { entities, warnings: collisions(entities) };
}

/** The name that is shown in a language; English, then any, where the language has none. */
export function nameIn({ names, id }: Entity, language: string): string {
  return names[language]?.[0] ?? names.en?.[0] ?? Object.values(names)[0]?.[0] ?? id;
}

/** Every name with its language, and whether it is ambiguous. */
export function* namesOf({
  names,
  ambiguous,
}: Entity): Generator<{ name: string; language: string; ambiguous: boolean }> {
  for (const [language, list] of Object.entries(names)) {
    for (const name of list) yield { name, language, ambiguous: ambiguous.includes(name) };
  }
}

function* readEntities(file: string): Generator<[number, Entity]> {
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw broken(file, index + 1, `it is no JSON (${messageOf(cause)})`, cause);
    }
    const result = entitySchema.safeParse(value);
    if (!result.success) {
      const [issue] = result.error.issues;
      throw broken(file, index + 1, `${issue?.path.join('.') || 'the entity'}: ${issue?.message}`);
    }
    yield [index + 1, result.data];
  }
}

function broken(file: string, line: number, reason: string, cause?: unknown): LisanError {
  return new LisanError({
    code: 'gazetteer_broken',
    message: `${file}:${line} is no entity: ${reason}.`,
    remedy: 'Correct the line; data/gazetteer holds examples.',
    cause,
  });
}

function collisions(entities: ReadonlyMap<string, Entity>): string[] {
  const owners = new Map<string, string>();
  const warnings: string[] = [];
  for (const entity of entities.values()) {
    for (const { name, language } of namesOf(entity)) {
      const key = analyserFor(language)
        .tokens(name)
        .map(({ forms }) => forms.variant)
        .join(' ');
      const owner = owners.get(key);
      if (owner !== undefined && owner !== entity.id)
        warnings.push(`${name} names both ${owner} and ${entity.id}`);
      owners.set(key, entity.id);
    }
  }
  return warnings;
}
