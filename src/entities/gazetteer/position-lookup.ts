/**
 * People by what they are or were: "Russian foreign minister 2023" is Sergey Lavrov. Every word of the text must be in the
 * title of a position, in whatever form, or be made from a place in it; a year or month asks for who had it then. A
 * description is a title of the present, unless it says that it is one of the past.
 */

import type { Analyzer } from '../../analysis/analyzer.ts';
import { scriptOf } from '../../analysis/folding/unicode.ts';
import { analyzersOfScript } from '../../analysis/languages/registry.ts';
import { withoutArticle } from '../language-rules.ts';
import { inMemory, packsOf } from '../packed/layered-entities.ts';
import type { PackedList } from '../packed/packed-list.ts';
import { packedBeginningWith } from '../packed/packed-lookup.ts';
import { type AskedOffice, askedOffice, saysFormer } from './asked-office.ts';
import { type Entity, foldedWords, type Gazetteer } from './entity.ts';
import { isHeldAt, type Position } from './positions.ts';
import { TitlePlaces } from './title-places.ts';

/** Words of the text, without a year, from which it may be a title: one word is too little. */
const WORDS_FROM = 2;
/** People of a packed list whose titles are compared. */
const MOST_PACKED = 1000;
/** Longest words of a query by which titles of a packed list are looked up. */
const PACKED_BY = 2;
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
  /** Words of the title without stop words; what a query has beside them makes it fit less. */
  words: readonly ComparedWord[];
  /** Words that may be said for a place in it. */
  places: readonly ComparedWord[];
  former: boolean;
}

/** A folded word without its article, and its stems by the languages of its script. */
interface ComparedWord {
  text: string;
  stems: ReadonlySet<string>;
}

export class PositionLookup {
  readonly #gazetteer: Pick<Gazetteer, 'entities'>;
  readonly #packs: readonly PackedList[];
  /** Read when somebody first asks. */
  #read: { titles: readonly Title[]; places: TitlePlaces } | undefined;

  constructor(gazetteer: Pick<Gazetteer, 'entities'>) {
    this.#gazetteer = gazetteer;
    this.#packs = packsOf(gazetteer);
  }

  /** Each person once; those whose title has the fewest further words first, then those who have had it since latest. */
  holding(text: string): TitleHolder[] {
    const asked = askedOffice(text, isStop);
    if (asked.words.length < WORDS_FROM) return [];
    const words = asked.words.map(compared);
    this.#read ??= this.#readTitles();
    const { titles, places } = this.#read;
    const found = [...titles, ...this.#packedTitles(asked.words, places)]
      .filter((title) => isThen(title, asked))
      .filter((title) =>
        words.every((word) =>
          [title.words, title.places].some((others) => others.some((other) => areAlike(word, other))),
        ),
      )
      .sort(
        (a, b) =>
          Number(b.position !== undefined) - Number(a.position !== undefined) ||
          a.words.length - b.words.length ||
          ((a.position?.from ?? '') < (b.position?.from ?? '') ? 1 : -1),
      );
    const people = new Map<string, TitleHolder>();
    for (const { words: _, places: __, former: ___, ...holder } of found)
      if (!people.has(holder.entity.id)) people.set(holder.entity.id, holder);
    return [...people.values()];
  }

  #readTitles(): { titles: readonly Title[]; places: TitlePlaces } {
    const entities = [...inMemory(this.#gazetteer).values()];
    const places = new TitlePlaces(entities);
    return { titles: entities.flatMap((entity) => titlesOf(entity, places)), places };
  }

  /** Titles of packed lists with a word that begins like the longest of these, or like the one after that. */
  #packedTitles(words: readonly string[], places: TitlePlaces): Title[] {
    const longest = [...words].sort((a, b) => b.length - a.length).slice(0, PACKED_BY);
    return this.#packs.flatMap((pack) => {
      const found = longest.flatMap((word) => {
        const begun = word.slice(0, Math.max(SHARED_FROM, word.length - DIFFERENT_TO + 1));
        return packedBeginningWith(pack, [begun], MOST_PACKED);
      });
      return [...new Map(found.map((entity) => [entity.id, entity])).values()].flatMap((entity) =>
        titlesOf(entity, places),
      );
    });
  }
}

/** Whether a position was held at a time; a description says what somebody is, and may have been for some years. */
function isThen({ position, former }: Title, asked: AskedOffice): boolean {
  const past = former || position?.to !== undefined;
  if (asked.dates.length === 0) return past === asked.former;
  if (position !== undefined) return asked.dates.some((date) => isHeldAt(position, date));
  return (
    past === asked.former &&
    asked.dates.some((date) => Number(date.slice(0, 4)) >= new Date().getFullYear() - DESCRIBED_YEARS)
  );
}

function titlesOf(entity: Entity, places: TitlePlaces): Title[] {
  if (entity.type !== 'person') return [];
  const described: Position[] =
    entity.positions.length > 0 || entity.description === undefined ? [] : [{ name: entity.description }];
  return [...entity.positions, ...described].flatMap((position) =>
    Object.entries(position.name).map(([language, title]) => {
      const words = foldedWords(title).filter((word) => !isStop(word));
      return {
        entity,
        title,
        language,
        position: described.includes(position) ? undefined : position,
        words: words.map(compared),
        places: places.wordsFor(title, language).map(compared),
        former: saysFormer(words),
      };
    }),
  );
}

function compared(word: string): ComparedWord {
  const text = withoutArticle(word) ?? word;
  return { text, stems: new Set(analyzersOf(text).map((analyzer) => analyzer.forms(text).stem)) };
}

const isStop = (word: string): boolean => analyzersOf(word).some((analyzer) => analyzer.forms(word).stop);

function analyzersOf(word: string): readonly Analyzer[] {
  return analyzersOfScript(scriptOf(word.codePointAt(0)!));
}

/** Whether two words are forms or derivations of one: Russia, Russian; إيران, إيراني; bakan, bakanı. */
function areAlike({ text: one, stems }: ComparedWord, { text: other, stems: others }: ComparedWord): boolean {
  if (one === other || [...stems].some((stem) => others.has(stem))) return true;
  const shorter = Math.min(one.length, other.length);
  let shared = 0;
  while (shared < shorter && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  return (
    shared >= SHARED_FROM &&
    shorter - shared < DIFFERENT_TO - 1 &&
    Math.max(one.length, other.length) - shared <= DIFFERENT_TO + 1
  );
}
