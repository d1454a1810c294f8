/**
 * New names: words that recur beside a title or a role (وزير الخارجية X, Dışişleri Bakanı X, minister X, министр X)
 * and that no entity of the gazetteer has. Spellings that are one name by their sound are grouped across scripts.
 */
import type { Token } from '../text/analyse.ts';
import { scriptOf } from '../text/unicode.ts';
import { NameIndex } from './name-index.ts';
import { isCapitalised, NAME_FROM } from './name-words.ts';
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

/** Words of a name at most. */
const WORDS = 3;
/** Words between the title and the name at most: وزير الخارجية الإستوني. */
const BETWEEN = 2;
/** Code units of an example around the name. */
const AROUND = 60;
/** Distance up to which family names are one: for each letter of the shorter one. */
const WITHIN = 0.75;
/** Spellings that one is grouped with at most. */
const NEAR = 6;

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

  /** Notes the names beside titles in a passage. */
  read(passage: ReadPassage): void {
    for (const { start, end, family } of namesBesideTitles(passage)) {
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
    const noted = Array.from(this.#noted.values(), (note) => ({
      ...note,
      family: mostOf(note.families),
    })).sort((a, b) => b.documents.size - a.documents.size || (a.family < b.family ? -1 : 1));
    const index = new NameIndex(noted.map(({ family }) => family));
    const grouped = new Set<(typeof noted)[number]>();
    const groups = noted.flatMap((first) => {
      if (grouped.has(first)) return [];
      const near = index
        .nearest(first.family, NEAR, WITHIN * first.family.length)
        .filter(({ name, distance }) => distance <= WITHIN * name.length);
      const families = new Set([first.family, ...near.map(({ name }) => name)]);
      const group = noted.filter((other) => !grouped.has(other) && families.has(other.family));
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
}: ReadPassage): Generator<{ start: number; end: number; family: Token }> {
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
    while (last < first + WORDS && isNameWord(tokens, last, text, known)) last++;
    if (last === first) continue;
    const family = tokens[last - 1]!;
    if (family.forms.variant.length >= NAME_FROM)
      yield { start: tokens[first]!.start, end: family.end, family };
    at = last - 1;
  }
}

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
  return !/^(?:[وفبك]?ال|لل)/.test(forms.variant) && /^[\u0621-\u064A]{3,}$/.test(forms.variant);
}
