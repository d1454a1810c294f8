/**
 * New names: words that recur beside a title or a role (وزير الخارجية X, Dışişleri Bakanı X, minister X, министр X)
 * and that no entity of the gazetteer has. Spellings that are one name by their sound are grouped across scripts.
 */
import { analyzerFor } from '../../analysis/languages/registry.ts';
import { nameRules } from '../language-rules.ts';
import { nameDistance } from '../transliteration/name-distance.ts';
import { NameIndex } from '../transliteration/name-index.ts';
import { ArabicUses } from './arabic-uses.ts';
import { hasClitic, isArabic, isOrdinary, namesBesideTitles, type ReadPassage } from './beside-titles.ts';

/** One name in one language, as it was written. */
export interface FoundSpelling {
  name: string;
  lang: string;
  documents: number;
  example: string;
}

/** Spellings of one name, the most frequent first. */
export interface FoundName {
  documents: number;
  spellings: FoundSpelling[];
}

/** Code units of an example around the name. */
const AROUND = 60;
/** Distance up to which family names are one: for each letter of the shorter one. */
const WITHIN = 0.75;
/** The same where given names are alike as well; and how alike those must be. */
const ALIKE = 1.3;
/** Letters that two spellings of a given name begin with alike, at least. */
const SAME = 3;
/** Spellings that one is grouped with at most. */
const NEAR = 6;

/** A word of a name, and where it was read. */
interface Word {
  text: string;
  folded: string;
  stem: string;
  clitic: boolean;
}

/** One sequence of words beside titles. */
interface Seen {
  lang: string;
  words: Word[];
  times: number;
  documents: Set<string>;
  example: string;
}

interface Noted {
  lang: string;
  family: string;
  /** Full names as they were written, and how often. */
  names: Map<string, number>;
  documents: Set<string>;
  example: string;
}

export class Discovery {
  /** By language and text. */
  readonly #seen = new Map<string, Seen>();
  readonly #uses = new ArabicUses();

  /** Notes the names beside titles in a passage. */
  read(passage: ReadPassage): void {
    for (const { forms } of passage.tokens) this.#uses.read(forms.folded);
    for (const tokens of namesBesideTitles(passage)) {
      const [start, end] = [tokens[0]!.start, tokens.at(-1)!.end];
      const key = `${passage.lang} ${passage.text.slice(start, end)}`;
      const seen = this.#seen.get(key);
      if (seen !== undefined) {
        seen.times++;
        seen.documents.add(passage.document);
        continue;
      }
      const example = passage.text
        .slice(Math.max(0, start - AROUND), end + AROUND)
        .replaceAll('\n', ' ')
        .trim();
      const words = tokens.map(({ forms, start: from, end: to }) => ({
        text: passage.text.slice(from, to),
        folded: forms.folded,
        stem: forms.stem,
        clitic: hasClitic(forms),
      }));
      const { document, lang } = passage;
      this.#seen.set(key, { lang, words, times: 1, documents: new Set([document]), example });
    }
  }

  /** The names of at least `least` documents, all spellings counted, the most frequent first. */
  found(least: number): FoundName[] {
    const noted = this.#noted().sort(
      (a, b) => b.documents.size - a.documents.size || (a.family < b.family ? -1 : 1),
    );
    const index = new NameIndex(noted.map(({ family }) => family));
    const grouped = new Set<Noted>();
    const groups = noted.flatMap((first) => {
      if (grouped.has(first)) return [];
      const near = index.nearest(first.family, NEAR, ALIKE * first.family.length);
      const distances = new Map([
        [first.family, 0],
        ...near.map(({ name, distance }) => [name, distance] as const),
      ]);
      const group = noted.filter((other) => {
        const distance = distances.get(other.family);
        return !grouped.has(other) && distance !== undefined && isOne(first, other, distance);
      });
      for (const other of group) grouped.add(other);
      return [group];
    });
    return groups
      .map((group) => ({
        documents: new Set(group.flatMap(({ documents }) => [...documents])).size,
        spellings: group.map(({ names, lang, documents, example }) => ({
          name: mostOf(names),
          lang,
          documents: documents.size,
          example,
        })),
      }))
      .filter(({ documents }) => documents >= least)
      .sort((a, b) => b.documents - a.documents);
  }

  /** What was seen, by language and stem of the family name, without what is no name by the evidence of all passages. */
  #noted(): Noted[] {
    const seen = [...this.#seen.values()].flatMap((one) => {
      const words = isArabic(one.words[0]!.text) ? this.#uses.nameIn(one.words) : one.words;
      return words === undefined ? [] : [{ ...one, words }];
    });
    // A given name is the first of several words; alone it does not identify anybody.
    const given = new Set(seen.filter(({ words }) => words.length > 1).map(({ words }) => words[0]!.folded));
    const family = ({ lang, words }: Seen): string => `${lang} ${words.at(-1)!.stem}`;
    const [full, single] = [
      seen.filter(({ words }) => words.length > 1),
      seen.filter(({ words }) => words.length === 1),
    ];
    const groups = Map.groupBy(full, (one) => `${family(one)} ${one.words[0]!.stem}`);
    // A family name alone is that of the one who is named most often with it.
    const usual = new Map<string, Seen[]>();
    for (const group of groups.values())
      if (timesOf(group) > timesOf(usual.get(family(group[0]!)) ?? [])) usual.set(family(group[0]!), group);
    for (const one of single) {
      const whose = usual.get(family(one));
      if (whose !== undefined) whose.push(one);
      else groups.set(family(one), [...(groups.get(family(one)) ?? []), one]);
    }
    return [...groups.values()].flatMap((group) => {
      const names = new Map<string, number>();
      const families = new Map<string, number>();
      for (const { words, times } of group) {
        count(names, words.map(({ text }) => text).join(' '), times);
        count(families, words.at(-1)!.folded, times);
      }
      const { lang, example } = group[0]!;
      const name = mostOf(families);
      const documents = new Set(group.flatMap((one) => [...one.documents]));
      const note: Noted = { lang, family: name, names, documents, example };
      return isName(note, given) ? [note] : [];
    });
  }
}

/** Ends of words for somebody from a place: Amerikalı. */
const INHABITANTS = nameRules(({ inhabitant }) => inhabitant?.ending);

/** Whether it is a family name, and neither an ordinary word after a title nor a given name alone. */
function isName({ family, names, lang }: Noted, given: ReadonlySet<string>): boolean {
  const full = mostOf(names);
  if (/\s/.test(full)) return !analyzerFor(lang).tokens(full).every(isOrdinary);
  const { forms } = analyzerFor(lang).tokens(full)[0]!;
  // Without capitals one word alone may be any.
  return (
    !isArabic(full) &&
    !INHABITANTS.some((ending) => ending.test(forms.exact)) &&
    !hasClitic(forms) &&
    !given.has(family) &&
    !isOrdinary({ forms })
  );
}

/** How often any of them was seen. */
const timesOf = (group: readonly Seen[]): number => group.reduce((sum, { times }) => sum + times, 0);

/** Whether two names with family names so far apart are one: their given names, where both have one, decide too. */
function isOne(a: Noted, b: Noted, distance: number): boolean {
  const [given, other] = [a, b].map(({ names }) => mostOf(names).split(/\s+/));
  const close = distance <= WITHIN * Math.min(a.family.length, b.family.length);
  if (given!.length < 2 || other!.length < 2) return close;
  const [one, two] = [given![0]!, other![0]!];
  const shorter = Math.min(one.length, two.length);
  // Sergey, Sergei: spellings of one script are not what the distance is for.
  if (close && a.lang === b.lang)
    return one.slice(0, Math.max(SAME, shorter - 1)) === two.slice(0, Math.max(SAME, shorter - 1));
  return one === two || nameDistance(one, two) <= ALIKE * shorter;
}

function count(counts: Map<string, number>, value: string, times = 1): void {
  counts.set(value, (counts.get(value) ?? 0) + times);
}

/** The most frequent; of those the longest, which is the fuller name. */
function mostOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort(
    (a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1),
  )[0]![0];
}
