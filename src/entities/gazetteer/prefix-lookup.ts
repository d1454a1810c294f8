/** Entities by the beginning of any word of any of their names, in any script: for suggestions and for looking them up. */
import { LRUCache } from 'lru-cache';
import { inMemory, packsOf } from '../packed/layered-entities.ts';
import type { PackedList } from '../packed/packed-list.ts';
import { packedBeginningWith } from '../packed/packed-lookup.ts';
import { type Entity, foldedWords, type Gazetteer, namesOf, wordsOf } from './entity.ts';

/** Entities of a packed list that are found at most: those with the most names. Another letter finds others. */
const MOST_PACKED = 500;
/** Found entities that are remembered, of all beginnings together: short ones are typed again and again. */
const REMEMBERED = 50_000;

/** An entity that was found, and the name it was found by. */
export interface LookedUp {
  entity: Entity;
  name: string;
  /** BCP 47 code of the name. */
  language: string;
  /** The name begins with what was looked for; else one of its further words does. */
  first: boolean;
}

interface Entry extends LookedUp {
  /** The words of the name from one of them on, in folded form. */
  key: string;
}

export class PrefixLookup {
  readonly #entities: Gazetteer['entities'];
  readonly #packs: readonly PackedList[];
  /** Sorted by key; made when somebody looks. */
  #sorted: readonly Entry[] | undefined;
  readonly #remembered = new LRUCache<string, readonly LookedUp[]>({
    maxSize: REMEMBERED,
    sizeCalculation: ({ length }) => length + 1,
  });

  constructor(gazetteer: Pick<Gazetteer, 'entities'>) {
    this.#entities = inMemory(gazetteer);
    this.#packs = packsOf(gazetteer);
  }

  /**
   * Each entity once, those first of which a name begins with `text`; all of them where it has no word. Of each packed
   * list, those with the most names.
   */
  beginningWith(text: string): readonly LookedUp[] {
    const words = foldedWords(text);
    const begun = words.join(' ');
    let found = this.#remembered.get(begun);
    if (found === undefined) {
      found = this.#find(words, begun);
      this.#remembered.set(begun, found);
    }
    return found;
  }

  #find(words: readonly string[], begun: string): LookedUp[] {
    const found = new Map<Entity, LookedUp>();
    const note = ({ key, ...entry }: Entry): void => {
      if (!key.startsWith(begun)) return;
      const known = found.get(entry.entity);
      if (known === undefined || (entry.first && !known.first)) found.set(entry.entity, entry);
    };
    const entries = this.#entries;
    for (let at = firstFrom(entries, begun); entries[at]?.key.startsWith(begun); at++) note(entries[at]!);
    for (const pack of this.#packs)
      for (const entity of packedBeginningWith(pack, words, MOST_PACKED))
        for (const { name, language } of namesOf(entity)) entriesOf(entity, name, language).forEach(note);
    return [...found.values()].sort((a, b) => Number(b.first) - Number(a.first));
  }

  get #entries(): readonly Entry[] {
    this.#sorted ??= [...this.#entities.values()]
      .flatMap((entity) =>
        [...namesOf(entity)].flatMap(({ name, language }) => entriesOf(entity, name, language)),
      )
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    return this.#sorted;
  }
}

/** Index of the first entry whose key is not before the given one. */
function firstFrom(entries: readonly Entry[], key: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function entriesOf(entity: Entity, name: string, language: string): Entry[] {
  const words = wordsOf(name);
  return words.map((_, from) => ({
    key: words.slice(from).join(' '),
    entity,
    name,
    language,
    first: from === 0,
  }));
}
