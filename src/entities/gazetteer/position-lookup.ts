/**
 * People by what they are or were: "Russian foreign minister 2023" is Sergey Lavrov. Every word of the text must be in the
 * title of a position, in whatever form; a year asks for who had it then. A description is a title of the present.
 */

import { scriptOf } from '../../analysis/folding/unicode.ts';
import { analyzersOfScript } from '../../analysis/languages/registry.ts';
import { withoutArticle } from '../language-rules.ts';
import { inMemory, packsOf } from '../packed/layered-entities.ts';
import type { PackedList } from '../packed/packed-list.ts';
import { packedBeginningWith } from '../packed/packed-lookup.ts';
import { type Entity, foldedWords, type Gazetteer } from './entity.ts';
import { isHeldAt, type Position } from './positions.ts';

/** Words of the text, without a year, from which it may be a title: one word is too little. */
const WORDS_FROM = 2;
/** People of a packed list whose titles are compared. */
const MOST_PACKED = 1000;
/** Years before now of which a description without dates may speak. */
const DESCRIBED_YEARS = 5;
/** Letters in which two words of one origin agree at least, and those in which they may differ at their ends. */
const SHARED_FROM = 3;
const DIFFERENT_TO = 3;

export interface TitleHolder {
  entity: Entity;
  /** The title that was found, and its BCP 47 code. */
  title: string;
  language: string;
  position: Position | undefined;
}

interface Title extends TitleHolder {
  words: readonly string[];
}

export class PositionLookup {
  readonly #gazetteer: Pick<Gazetteer, 'entities'>;
  readonly #packs: readonly PackedList[];
  #titles: readonly Title[] | undefined;

  constructor(gazetteer: Pick<Gazetteer, 'entities'>) {
    this.#gazetteer = gazetteer;
    this.#packs = packsOf(gazetteer);
  }

  /** Each person once; those whose title has the fewest further words first, then those who have had it since latest. */
  holding(text: string): TitleHolder[] {
    const all = foldedWords(text);
    const year = all.find((word) => /^(?:1[5-9]|20)\d\d$/.test(word));
    const words = all.filter((word) => word !== year && !isStop(word)).map(bare);
    if (words.length < WORDS_FROM) return [];
    this.#titles ??= [...inMemory(this.#gazetteer).values()].flatMap(titlesOf);
    const packed = this.#packs.flatMap((pack) => {
      const longest = words.reduce((best, word) => (word.length > best.length ? word : best));
      const begun = longest.slice(0, Math.max(SHARED_FROM, longest.length - DIFFERENT_TO + 1));
      return packedBeginningWith(pack, [begun], MOST_PACKED).flatMap(titlesOf);
    });
    const found = [...this.#titles, ...packed]
      .filter((title) => words.every((word) => title.words.some((other) => areAlike(word, other))))
      .filter(({ position }) => (year === undefined ? position?.to === undefined : isThen(position, year)))
      .sort(
        (a, b) =>
          Number(b.position !== undefined) - Number(a.position !== undefined) ||
          a.words.length - b.words.length ||
          ((a.position?.from ?? '') < (b.position?.from ?? '') ? 1 : -1),
      );
    const people = new Map<string, TitleHolder>();
    for (const { words: _, ...holder } of found)
      if (!people.has(holder.entity.id)) people.set(holder.entity.id, holder);
    return [...people.values()];
  }
}

/** Whether a position was held in a year; a description says what somebody is, and may have been for some years. */
function isThen(position: Position | undefined, year: string): boolean {
  if (position === undefined) return Number(year) >= new Date().getFullYear() - DESCRIBED_YEARS;
  return isHeldAt(position, year);
}

function titlesOf(entity: Entity): Title[] {
  if (entity.type !== 'person') return [];
  const described: Position[] =
    entity.positions.length > 0 || entity.description === undefined ? [] : [{ name: entity.description }];
  return [...entity.positions, ...described].flatMap((position) =>
    Object.entries(position.name).map(([language, title]) => ({
      entity,
      title,
      language,
      position: described.includes(position) ? undefined : position,
      words: foldedWords(title)
        .filter((word) => !isStop(word))
        .map(bare),
    })),
  );
}

const bare = (word: string): string => withoutArticle(word) ?? word;

function isStop(word: string): boolean {
  return analyzersOfScript(scriptOf(word.codePointAt(0)!)).some((analyzer) => analyzer.forms(word).stop);
}

/** Whether two words are forms or derivations of one: Russia, Russian; إيران, إيراني; bakan, bakanı. */
function areAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < shorter && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  return (
    shared >= SHARED_FROM &&
    shorter - shared < DIFFERENT_TO - 1 &&
    Math.max(one.length, other.length) - shared <= DIFFERENT_TO + 1
  );
}
