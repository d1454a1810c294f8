/**
 * Pipeline: what is typed so far -> the entities it may name, then the words of the archive it may become. Entities
 * are found by the beginning of any word of any of their names, in any script; words by the beginning of the last one.
 */
import { type Entity, type Gazetteer, nameIn, namesOf } from './entities/gazetteer.ts';
import { formsOf } from './ideas.ts';
import type { LiveIndex } from './live.ts';
import { detectLanguage, directionOf } from './text/detect.ts';
import { keyOf } from './text/key.ts';
import { tokenise } from './text/tokenise.ts';
import type { Direction } from './types.ts';

/** Entities whose frequency is looked up before the most frequent are chosen. */
const ENTITIES_SEEN = 200;
/** Letters from which a word is completed. */
const COMPLETED_FROM = 2;

export interface SuggestRequest {
  q: string;
  limit: number;
  /** BCP 47 code for names of entities. */
  language: string;
}

export interface Suggestion {
  kind: 'entity' | 'word';
  /** What the box holds when it is chosen: a name as it was begun, or the query with its last word completed. */
  text: string;
  lang: string;
  dir: Direction;
  /** Documents that mention the entity, or that have the completed word. */
  documents: number;
  /** `name` is the one in the client's language. */
  entity?: { id: string; type: string; name: string };
}

interface NameEntry {
  /** The words of a name from one of them on, in their variant form. */
  key: string;
  name: string;
  entity: Entity;
  /** True where the key begins with the first word of the name. */
  first: boolean;
}

export class Suggester {
  readonly #live: LiveIndex;
  readonly #gazetteer: Gazetteer;
  /** By key. Made with the first question: a start should not wait for it. */
  #names: readonly NameEntry[] | undefined;

  constructor(live: LiveIndex, gazetteer: Gazetteer) {
    this.#live = live;
    this.#gazetteer = gazetteer;
  }

  /** Suggestions, entities first; none for an empty text. @throws LisanError what the engine says. */
  async suggest({ q, limit, language }: SuggestRequest): Promise<Suggestion[]> {
    const words = wordsOf(q);
    const last = words.at(-1);
    if (last === undefined) return [];
    const index = await this.#live.current();
    const begun = folded(q);
    const found = new Map<string, NameEntry>();
    for (const entry of this.#beginningWith(begun)) {
      const known = found.get(entry.entity.id);
      if (known === undefined || (entry.first && !known.first)) found.set(entry.entity.id, entry);
      if (found.size === ENTITIES_SEEN) break;
    }
    const mentioned = await index.frequencies([...found.keys()].map((id) => keyOf(id, 'entity')));
    const entities = [...found.values()]
      .map((entry) => ({ ...entry, documents: mentioned.get(keyOf(entry.entity.id, 'entity')) ?? 0 }))
      .sort(
        (a, b) =>
          b.documents - a.documents || Number(b.first) - Number(a.first) || (a.name < b.name ? -1 : 1),
      )
      // Half of the places at most, so that words are seen too.
      .slice(0, Math.ceil(limit / 2))
      .map(
        ({ name, entity, documents }): Suggestion => ({
          kind: 'entity',
          ...written(name),
          documents,
          entity: { id: entity.id, type: entity.type, name: nameIn(entity, language) },
        }),
      );
    const named = new Set(entities.map(({ text }) => folded(text)));
    const finished = /\s$/u.test(q);
    const completions =
      finished || last.variant.length < COMPLETED_FROM ? [] : await index.completions(last.variant, limit);
    const completed = completions
      .map(
        ({ written: whole, documents }): Suggestion => ({
          kind: 'word',
          ...written(q.slice(0, last.start) + whole),
          documents,
        }),
      )
      .filter(({ text }) => text !== q && !named.has(folded(text)));
    return [...entities, ...completed].slice(0, limit);
  }

  *#beginningWith(begun: string): Generator<NameEntry> {
    this.#names ??= sortedNames(this.#gazetteer);
    const names = this.#names;
    let low = 0;
    let high = names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (names[middle]!.key < begun) low = middle + 1;
      else high = middle;
    }
    for (let at = low; names[at]?.key.startsWith(begun); at++) yield names[at]!;
  }
}

function sortedNames({ entities }: Gazetteer): NameEntry[] {
  return [...entities.values()]
    .flatMap((entity) => [...namesOf(entity)].flatMap(({ name }) => entriesOf(name, entity)))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function written(text: string): Pick<Suggestion, 'text' | 'lang' | 'dir'> {
  return { text, lang: detectLanguage(text), dir: directionOf(text) };
}

/** The words of a text in their variant form, with one space between. */
export const folded = (text: string): string =>
  wordsOf(text)
    .map(({ variant }) => variant)
    .join(' ');

function entriesOf(name: string, entity: Entity): NameEntry[] {
  const words = wordsOf(name).map(({ variant }) => variant);
  return words.map((_, from) => ({
    key: words.slice(from).join(' '),
    name,
    entity,
    first: from === 0,
  }));
}

function wordsOf(text: string): { variant: string; start: number }[] {
  const words: { variant: string; start: number }[] = [];
  tokenise(text, (start, end) => words.push({ variant: formsOf(text.slice(start, end))[0]!.variant, start }));
  return words;
}
