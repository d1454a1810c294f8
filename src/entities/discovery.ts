/**
 * New names: words that recur beside a title or a role (وزير الخارجية X, Dışişleri Bakanı X, minister X, министр X)
 * and that no entity of the gazetteer has. Spellings that are one name by their sound are grouped across scripts.
 */
import type { Token } from '../text/analyse.ts';
import { analyserFor } from '../text/languages.ts';
import { isInLexicon } from '../text/lexicon.ts';
import { scriptOf } from '../text/unicode.ts';
import { NameIndex } from './name-index.ts';
import { isCapitalised, NAME_FROM } from './name-words.ts';
import { nameDistance } from './names.ts';
import type { Mention } from './tagger.ts';
import { isParticle, titleBits } from './titles.ts';

/** A passage that discovery reads. */
export interface ReadPassage {
  document: string;
  lang: string;
  text: string;
  /** Offsets count in `text`. */
  tokens: readonly Token[];
  mentions: readonly Mention[];
}

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

/** Words of a name at most, particles aside. */
const WORDS = 3;
/** Words between the title and the name at most: وزير الخارجية الإستوني. */
const BETWEEN = 2;
/** Code units of an example around the name. */
const AROUND = 60;
/** Distance up to which family names are one: for each letter of the shorter one. */
const WITHIN = 0.75;
/** The same where given names are alike as well; and how alike those must be. */
const ALIKE = 1.3;
/** Spellings that one is grouped with at most. */
const NEAR = 6;

/** Share of an Arabic word's uses that have an article, from which it is an ordinary word. */
const WITH_ARTICLE = 0.1;

interface Noted {
  lang: string;
  /** Full names as they were written, and how often. */
  names: Map<string, number>;
  /** The family name's variant forms, declined ones too, and how often. */
  families: Map<string, number>;
  documents: Set<string>;
  example: string;
}

export class Discovery {
  /** By language and stem of the family name. */
  readonly #noted = new Map<string, Noted>();
  /** Uses of Arabic words (variant forms) without an article, and with one. */
  readonly #bare = new Map<string, number>();
  readonly #withArticle = new Map<string, number>();
  /** Given names: words that stand first in names of several words, by their variant form. */
  readonly #given = new Set<string>();

  /** Notes the names beside titles in a passage. */
  read(passage: ReadPassage): void {
    for (const { forms } of passage.tokens) {
      if (forms.variant.startsWith(ARTICLE)) count(this.#withArticle, forms.variant.slice(ARTICLE.length));
      else if (/^[\u0621-\u064A]/.test(forms.variant)) count(this.#bare, forms.variant);
    }
    for (const { start, end, given, family } of namesBesideTitles(passage)) {
      if (given !== undefined) this.#given.add(given.forms.variant);
      const key = `${passage.lang} ${family.forms.stem}`;
      let noted = this.#noted.get(key);
      if (noted === undefined) {
        const example = passage.text.slice(Math.max(0, start - AROUND), end + AROUND).replaceAll('\n', ' ');
        const { document, lang } = passage;
        noted = {
          lang,
          names: new Map(),
          families: new Map(),
          documents: new Set([document]),
          example: example.trim(),
        };
        this.#noted.set(key, noted);
      }
      count(noted.names, passage.text.slice(start, end));
      count(noted.families, family.forms.variant);
      noted.documents.add(passage.document);
    }
  }

  /** The names of at least `least` documents, all spellings counted, the most frequent first. */
  found(least: number): FoundName[] {
    const noted = Array.from(this.#noted.values(), (note) => ({ ...note, family: mostOf(note.families) }))
      .filter((note) => this.#isName(note))
      .sort((a, b) => b.documents.size - a.documents.size || (a.family < b.family ? -1 : 1));
    const index = new NameIndex(noted.map(({ family }) => family));
    const grouped = new Set<(typeof noted)[number]>();
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

  /** Whether it is a family name, and neither an ordinary word after a title nor a given name alone. */
  #isName({ family, names, lang }: Noted & { family: string }): boolean {
    const withArticle = this.#withArticle.get(family) ?? 0;
    if (withArticle > (this.#bare.get(family) ?? 0) * WITH_ARTICLE) return false;
    const full = mostOf(names);
    if (/\s/.test(full)) return !analyserFor(lang).tokens(full).every(isOrdinary);
    const { forms } = analyserFor(lang).tokens(full)[0]!;
    return !hasClitic(forms) && !this.#given.has(family) && !isOrdinary({ forms });
  }
}

/** Whether two names with family names so far apart are one: their given names, where both have one, decide too. */
function isOne(a: Noted & { family: string }, b: Noted & { family: string }, distance: number): boolean {
  const [given, other] = [a, b].map(({ names }) => mostOf(names).split(/\s+/));
  const close = distance <= WITHIN * Math.min(a.family.length, b.family.length);
  if (given!.length < 2 || other!.length < 2) return close;
  const [one, two] = [given![0]!, other![0]!];
  return (
    one === two ||
    (close && a.lang === b.lang) ||
    nameDistance(one, two) <= ALIKE * Math.min(one.length, two.length)
  );
}

function isOrdinary({ forms }: Pick<Token, 'forms'>): boolean {
  return isParticle(forms.variant) || isInLexicon([forms]);
}

function count(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** The most frequent; of those the longest, which is the fuller name. */
function mostOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort(
    (a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1),
  )[0]![0];
}

/** Names that follow a title within its sentence, and of each the last word. */
function* namesBesideTitles({
  text,
  tokens,
  mentions,
}: ReadPassage): Generator<{ start: number; end: number; given: Token | undefined; family: Token }> {
  const known = new Set(
    mentions.flatMap(({ tokenStart, tokenEnd }) =>
      Array.from({ length: tokenEnd - tokenStart }, (_, i) => tokenStart + i),
    ),
  );
  for (let at = 0; at < tokens.length; at++) {
    if (titleBits(tokens[at]!.forms.variant) === 0) continue;
    let first = at + 1;
    while (first <= at + 1 + BETWEEN && isBetween(tokens, first, text, known)) first++;
    let last = first;
    let words = 0;
    while (words < WORDS && isNameWord(tokens, last, text, known)) {
      if (!isParticle(tokens[last]!.forms.variant)) words++;
      last++;
    }
    if (words === 0) continue;
    // Yardımcısı Bülent Arınç: more of the title, in capitals.
    while (words > 2 && isOrdinary(tokens[first]!)) {
      first++;
      words--;
    }
    const family = tokens[last - 1]!;
    const given = words > 1 ? tokens[first]! : undefined;
    if (family.forms.variant.length >= NAME_FROM)
      yield { start: tokens[first]!.start, end: family.end, given, family };
    at = last - 1;
  }
}

const ARTICLE = 'ال';
const JOINED = /^\s+$/;

function follows(tokens: readonly Token[], at: number, text: string): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return before !== undefined && token !== undefined && JOINED.test(text.slice(before.end, token.start));
}

/** Words that belong to the title: further titles, Arabic words with an article, ministries and countries in lower case. */
function isBetween(tokens: readonly Token[], at: number, text: string, known: ReadonlySet<number>): boolean {
  if (!follows(tokens, at, text)) return false;
  const { start, end, forms } = tokens[at]!;
  if (titleBits(forms.variant) !== 0 || known.has(at)) return true;
  const word = text.slice(start, end);
  return scriptOf(word.codePointAt(0)!) === 'Arab' ? forms.variant.startsWith('ال') : !isCapitalised(word);
}

function isNameWord(tokens: readonly Token[], at: number, text: string, known: ReadonlySet<number>): boolean {
  if (!follows(tokens, at, text) || known.has(at)) return false;
  const { start, end, forms } = tokens[at]!;
  if (isParticle(forms.variant)) return true;
  if (forms.stop || titleBits(forms.variant) !== 0) return false;
  const word = text.slice(start, end);
  if (scriptOf(word.codePointAt(0)!) !== 'Arab') return isCapitalised(word);
  const { variant } = forms;
  return !/^(?:[وفبك]?ال|لل)/.test(variant) && /^[\u0621-\u064A]{3,}$/.test(variant) && !hasClitic(forms);
}

/** Whether the language's stemmer took the first letter for a word of its own: بنظيره, لشؤون. */
function hasClitic({ variant, stem }: Token['forms']): boolean {
  return stem[0] !== variant[0];
}
