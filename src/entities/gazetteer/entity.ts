/** An entity as a line of a gazetteer has it, and its names. */
import { z } from 'zod';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import { ROLES } from '../../analysis/name-rules.ts';
import { LisanError, messageOf } from '../../common/errors.ts';

export const ENTITY_TYPES = ['person', 'place', 'organisation', 'event'] as const;
const texts = z.array(z.string().trim().min(1));

/** A year, a month or a day. */
const date = z.string().regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, 'must be like 2023, 2023-05 or 2023-05-17');

export const entitySchema = z.strictObject({
  /** Stable; lower-case ASCII letters, digits and hyphens, beginning with the type. */
  id: z
    .string()
    .regex(/^(?:person|place|organisation|event)-[a-z0-9-]+$/, 'must be like person-sergey-lavrov'),
  type: z.enum(ENTITY_TYPES),
  /** Names by BCP 47 code; the first of each list is the one that is shown. Russian ones in the nominative. */
  names: z.record(z.string().regex(/^[a-z]{2,3}$/, 'must be a language code'), texts.min(1)).default({}),
  /** Names that also mean other things: they count only where the article supports them (see `tagger.ts`). */
  ambiguous: texts.default([]),
  /** Names that no list has: made from a name in another script by the tables of `transliteration`. They are ambiguous too. */
  made: texts.optional(),
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
  /** What is odd but not wrong: names that two entities share, and names given twice. Empty where nobody looked for it. */
  warnings: string[];
}

/** An entity from the text of one line. @throws LisanError `gazetteer_broken` with the reason. */
export function parseEntity(text: string, file = 'the line', line = 1): Entity {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw broken(file, line, `it is no JSON (${messageOf(cause)})`, cause);
  }
  const plain = plainEntity(value);
  if (plain !== undefined) return plain;
  const result = entitySchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const detail = issue?.code === 'invalid_key' ? issue.issues[0]?.message : issue?.message;
  throw broken(file, line, `${issue?.path.join('.') || 'the entity'}: ${detail}`);
}

const ID = /^(?:person|place|organisation|event)-[a-z0-9-]+$/;
const LANGUAGE_CODE = /^[a-z]{2,3}$/;

/**
 * An entity that has only the most frequent fields and is right, checked in a tenth of the time that the schema takes;
 * `undefined` for others, which may be right too.
 */
function plainEntity(value: unknown): Entity | undefined {
  if (!isRecord(value)) return undefined;
  const { id, type, names, ambiguous = [], except = [], related = [], roles = [], ...further } = value;
  const { description, wikidata, sameAs = [], ...others } = further;
  for (const _ in others) return undefined;
  if (typeof id !== 'string' || !ID.test(id) || !(ENTITY_TYPES as readonly unknown[]).includes(type))
    return undefined;
  if (wikidata !== undefined && (typeof wikidata !== 'string' || !/^Q\d+$/.test(wikidata))) return undefined;
  if (![ambiguous, except, related, roles, sameAs].every(areTexts)) return undefined;
  if (!(roles as string[]).every((role) => (ROLES as readonly string[]).includes(role))) return undefined;
  if (!isRecord(names)) return undefined;
  for (const [code, list] of Object.entries(names))
    if (!LANGUAGE_CODE.test(code) || !areTexts(list) || list.length === 0) return undefined;
  if (description !== undefined && !(isRecord(description) && areTexts(Object.values(description))))
    return undefined;
  return {
    ...({ id, type, names, ambiguous, except, related, roles } as Entity),
    ...(description !== undefined && { description: description as Record<string, string> }),
    ...(wikidata !== undefined && { wikidata }),
    sameAs: sameAs as string[],
    positions: [],
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Texts that are not empty and have no space around them, which the schema would cut off. */
function areTexts(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.every((text) => typeof text === 'string' && text !== '' && text === text.trim())
  );
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

/** What is wrong with an entity beyond its shape. */
export function flawOf(entity: Entity): string | undefined {
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

/** Names that are given twice in one language. */
export function repeated({ names }: Entity): string[] {
  return Object.values(names).flatMap((list) => {
    // NATO and Nato are two: one must be written in capitals, the other not.
    const keys = list.map((name) => `${isAcronym(name)} ${wordsOf(name).join(' ')}`);
    return list.filter((_, index) => keys.indexOf(keys[index]!) !== index);
  });
}

/** The error for a line that is no entity. */
export function broken(file: string, line: number, reason: string, cause?: unknown): LisanError {
  return new LisanError({
    code: 'gazetteer_broken',
    message: `${file}:${line} is no entity: ${reason}.`,
    remedy: 'Correct the line; docs/entities.md says what a line holds.',
    cause,
  });
}
