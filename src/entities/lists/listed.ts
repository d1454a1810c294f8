/** What readers of lists of entities give: entities, and facts about entities that stand elsewhere in the files. */
import type { Entity } from '../gazetteer/gazetteer.ts';

/** A name, with its BCP 47 code where the list says it. */
export interface ListedName {
  name: string;
  language?: string;
  /** A spelling that also means others: an alias that the list calls weak, a short or a colloquial name. */
  weak?: boolean;
}

export type Position = Entity['positions'][number];

/** An entity of a list. Files may give it in several parts, which have the same key. */
export interface ListedEntity {
  /** Its id in the list with the name of the list in front: `wikidata:Q58217`, `geonames:524901`. */
  key: string;
  /** Its id in a gazetteer, if the list has such ids. */
  id?: string;
  type: Entity['type'];
  names: ListedName[];
  /** Further keys of the same entity. */
  sameAs?: string[];
  description?: Record<string, string>;
  positions?: Position[];
  /** Positions by the key of the entity that is the position; its names are its title. */
  holds?: { position: string; from?: string; to?: string }[];
  dates?: Entity['dates'];
  /** What only lines of a gazetteer say. */
  rest?: Partial<Pick<Entity, 'except' | 'related' | 'roles'>>;
}

/** One thing that a file says. */
export type ListItem =
  | { entity: ListedEntity }
  /** Names of something that is no entity, like a position, or more names of an entity that another file has. */
  | { names: { key: string; names: ListedName[]; sameAs?: string[] } }
  /** Somebody holds a position. */
  | { holds: { key: string; position: string; from?: string; to?: string } }
  /** Something that is left out, in words that are the same for all of its kind, and an example. */
  | { left: { reason: string; example?: string } }
  /** Something that cannot be read. */
  | { broken: { line: number; reason: string } };

/** Text of a file with its name. */
export interface ListSource {
  file: string;
  text(): AsyncIterable<string>;
}

/** What a user says about the files. */
export interface ListOptions {
  /** The type of entities whose type a list does not say. */
  type?: Entity['type'];
}

/** Reads one format. */
export interface ListReader {
  /** Names the format in options and messages. */
  name: string;
  /** Whether a file has this format, by its name (lower case, without folder and `.gz`) and its first characters. */
  matches(name: string, head: string): boolean;
  read(source: ListSource, options: ListOptions): AsyncGenerator<ListItem>;
  /** It adds to entities of other files, and is read after them. */
  last?: true;
}

/** A date of a list as year, month and day as far as they are given; `undefined` for what is no date. */
export function dateOf(text: string | undefined): string | undefined {
  const found = /^\+?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(text?.trim() ?? '');
  if (found === null) return undefined;
  const [, year, month, day] = found;
  const parts = [year!];
  if (month !== undefined && month !== '00') parts.push(month);
  if (parts.length === 2 && day !== undefined && day !== '00') parts.push(day);
  return parts.join('-');
}

/** An object without the fields that are `undefined`. */
export function defined<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
