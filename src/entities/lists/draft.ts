/** An entity while it is imported: what lists say of it, put together. */

import { scriptOf } from '../../analysis/folding/unicode.ts';
import { ROLES, type Role } from '../../analysis/name-rules.ts';
import { type Entity, wordsOf } from '../gazetteer/gazetteer.ts';
import { titleBits } from '../gazetteer/titles.ts';
import type { ListedEntity, ListedName, Position } from './listed.ts';
import { personSpellings } from './person-spelling.ts';

export interface Draft {
  id?: string;
  type: Entity['type'];
  /** By BCP 47 code. */
  names: Record<string, string[]>;
  ambiguous: string[];
  /** Names that a list calls weak. */
  weak: string[];
  /** Names that meant one thing before the import; no rule makes them ambiguous. */
  certain?: string[];
  keys: string[];
  description?: Record<string, string>;
  positions: Position[];
  dates?: Entity['dates'];
  /** What only lines of a gazetteer say. */
  rest: Partial<Pick<Entity, 'except' | 'related' | 'roles'>>;
}

export function draftOf(listed: ListedEntity): Draft {
  const draft: Draft = {
    type: listed.type,
    names: {},
    ambiguous: [],
    weak: [],
    keys: [],
    positions: [],
    rest: listed.rest ?? {},
    ...(listed.id !== undefined && { id: listed.id }),
  };
  addTo(draft, listed);
  return draft;
}

/** The draft of an entity of a gazetteer, with its names in their order. */
export function draftOfEntity(entity: Entity): Draft {
  const { id, type, names, ambiguous, description, positions, dates, wikidata, sameAs } = entity;
  const { except, related, roles } = entity;
  return {
    id,
    type,
    names: structuredClone(names),
    ambiguous: [...ambiguous],
    weak: [],
    keys: [`lisan:${id}`, ...(wikidata === undefined ? [] : [`wikidata:${wikidata}`]), ...sameAs],
    positions,
    rest: { except, related, roles },
    certain: Object.values(names).flat(),
    ...(description !== undefined && { description }),
    ...(dates !== undefined && { dates }),
  };
}

/** Adds what a list says. @returns whether the draft says more than before. */
export function addTo(draft: Draft, listed: Omit<ListedEntity, 'type'>): boolean {
  const before = JSON.stringify(draft);
  // The key of a table without ids holds for this import only.
  for (const key of [listed.key, ...(listed.sameAs ?? [])])
    if (!draft.keys.includes(key)) draft.keys.push(key);
  addNames(draft, listed.names);
  const description = { ...listed.description, ...draft.description };
  if (Object.keys(description).length > 0) draft.description = description;
  if (listed.dates !== undefined || draft.dates !== undefined)
    draft.dates = { ...listed.dates, ...draft.dates };
  for (const position of listed.positions ?? []) addPosition(draft, position);
  return JSON.stringify(draft) !== before;
}

/** Adds names that are not there yet, in folded form, in their language. */
export function addNames(draft: Draft, names: readonly ListedName[]): void {
  for (const { name: written, language, weak = false } of names) {
    const plain = written.normalize('NFC').replace(/\s+/g, ' ').trim();
    if (language === undefined || plain.length > LONGEST_NAME) continue;
    for (const name of draft.type === 'person' ? personSpellings(plain) : [plain]) {
      const key = wordsOf(name).join(' ');
      const known = draft.names[language] ?? [];
      if (key === '') continue;
      const same = known.find((other) => wordsOf(other).join(' ') === key);
      if (same !== undefined) {
        // What one list calls weak, and another does not, is a name.
        if (!weak) draft.weak = draft.weak.filter((other) => other !== same);
        continue;
      }
      draft.names[language] = [...known, name];
      if (weak) draft.weak.push(name);
    }
  }
}

/** Longest name that is taken, in UTF-16 code units; longer ones are sentences. */
const LONGEST_NAME = 120;

/** Adds a position; one with the same dates is the same, and gets the title's other languages. */
export function addPosition(draft: Draft, position: Position): void {
  const same = draft.positions.find(
    ({ name, from, to }) =>
      from === position.from &&
      to === position.to &&
      (Object.entries(position.name).some(([language, title]) => name[language] === title) ||
        (from !== undefined && Object.keys(position.name).every((language) => name[language] === undefined))),
  );
  if (same === undefined) draft.positions = [...draft.positions, position];
  else same.name = { ...position.name, ...same.name };
}

/** Names with their words in folded form and their script. */
export function* namesOfDraft(
  draft: Draft,
): Generator<{ name: string; language: string; words: readonly string[]; script: string }> {
  for (const [language, names] of Object.entries(draft.names)) {
    for (const name of names) {
      const words = wordsOf(name);
      if (words.length > 0) yield { name, language, words, script: scriptOf(words[0]!.codePointAt(0)!) };
    }
  }
}

/** Key of the same list, so that two of them with other ids are two entities. */
const LISTS = ['wikidata', 'geonames', 'lisan'];

/** Whether two drafts have different ids in one list. */
export function areDifferent(one: Draft, other: Draft): boolean {
  return LISTS.some((list) => {
    const [first, second] = [one, other].map(({ keys }) => keys.filter((key) => key.startsWith(`${list}:`)));
    return first!.length > 0 && second!.length > 0 && !first!.some((key) => second!.includes(key));
  });
}

/** The roles that the titles of positions speak for. */
export function rolesOf(positions: readonly Position[]): Role[] {
  let bits = 0;
  for (const { name } of positions)
    for (const title of Object.values(name)) for (const word of wordsOf(title)) bits |= titleBits(word);
  return ROLES.filter((_, index) => (bits & (1 << index)) !== 0);
}

/** The line of a gazetteer for a draft that has an id; fields that say nothing are left out. */
export function lineOf(draft: Draft): string {
  const { id, type, names, ambiguous, keys, description, positions, dates, rest } = draft;
  const wikidata = keys.find((key) => key.startsWith('wikidata:'))?.slice('wikidata:'.length);
  const sameAs = keys.filter((key) => !/^(?:wikidata|lisan):/.test(key));
  const all = new Set(Object.values(names).flat());
  const roles = type === 'person' ? [...new Set([...(rest.roles ?? []), ...rolesOf(positions)])] : [];
  const line = {
    id,
    type,
    names,
    ambiguous: ambiguous.filter((name) => all.has(name)),
    except: rest.except ?? [],
    related: rest.related ?? [],
    roles,
    positions,
    dates,
    description,
    wikidata,
    sameAs,
  };
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(line).filter(
        ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
      ),
    ),
  );
}
