/**
 * Adds to the mentions of an article those of names that no list has. What is found depends on the article and the
 * gazetteer alone: one name has one type in an article, and a family name means whose full name the article has.
 */
import type { Forms, Token } from '../../analysis/forms.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { CAPITAL, CASED, letterAt } from '../tagger/capitalisation.ts';
import type { Mention } from '../tagger/mention.ts';
import type { ListedSpan } from './features.ts';
import { type RecognisedName, Recogniser } from './recogniser.ts';
import { NAME_TYPES, type NameType, nameWordsOf, unlistedId } from './unlisted-id.ts';
import { hasTrait, hasTraits } from './word-traits.ts';

interface Found extends Omit<RecognisedName, 'confidence'> {
  passage: number;
  /** See `nameWordsOf`. */
  words: string[];
}

/**
 * How sure the recogniser must be of a name. More would lose as many right names as wrong ones; places are mostly right
 * where it is not sure, too.
 */
const SURE: Readonly<Record<NameType, number>> = { person: 0.45, place: 0, organisation: 0.5 };
/** Letters of a name of one word at least. */
const NAME_FROM = 3;
/** Letters of a family name that is looked for at least. */
const FAMILY_FROM = 4;
/** Words of a name at most. */
const WORDS = 8;

export class ArticleNames {
  readonly #entities: Gazetteer['entities'];
  readonly #recogniser = new Recogniser();

  constructor({ entities }: Pick<Gazetteer, 'entities'>) {
    this.#entities = entities;
  }

  /** The mentions of each passage, listed and unlisted, in order. `texts` are those that the offsets count in. */
  add(
    passages: readonly (readonly Token[])[],
    texts: readonly string[],
    listed: readonly (readonly Mention[])[],
  ): Mention[][] {
    const kept = listed.map((mentions) => [...mentions]);
    const found: Found[] = [];
    for (const [passage, tokens] of passages.entries()) {
      const spans = kept[passage]!.map((mention) => ({ ...mention, type: this.#typeOf(mention) }));
      for (const name of this.#recogniser.names(tokens, texts[passage]!, spans)) {
        if (name.confidence < SURE[name.type]) continue;
        const trimmed = trimmedTo(name, tokens);
        const { tokenStart, tokenEnd } = trimmed;
        if (!isPlausible(tokens.slice(tokenStart, tokenEnd))) continue;
        const overlapping = spans.filter((span) => span.tokenStart < tokenEnd && tokenStart < span.tokenEnd);
        if (!overlapping.every((span) => isPartOf(span, trimmed))) continue;
        kept[passage] = kept[passage]!.filter((mention) => !isInside(mention, trimmed));
        const words = nameWordsOf(tokens.slice(tokenStart, tokenEnd).map(({ forms }) => forms));
        found.push({ ...trimmed, passage, words });
      }
    }
    for (const name of titledNames(passages, texts, kept, found)) found.push(name);
    const typeOf = typesOf(found);
    const fullNames = fullNamesOf(found, typeOf);
    // Without a spread: there may be more than a call can have arguments.
    for (const name of familyNames(passages, texts, kept, found, fullNames)) found.push(name);
    for (const { passage, tokenStart, tokenEnd, words } of found) {
      const name = words.join(' ');
      const type = typeOf.get(name) ?? 'person';
      const full = type === 'person' && words.length === 1 ? fullNames.get(name) : undefined;
      const tokens = passages[passage]!;
      kept[passage]!.push({
        start: tokens[tokenStart]!.start,
        end: tokens[tokenEnd - 1]!.end,
        entity: unlistedId(type, full ?? words),
        tokenStart,
        tokenEnd,
      });
    }
    return kept.map((mentions) =>
      mentions.sort((a, b) => a.tokenStart - b.tokenStart || b.tokenEnd - a.tokenEnd),
    );
  }

  #typeOf({ entity }: Mention): ListedSpan['type'] {
    return this.#entities.get(entity)!.type;
  }
}

/** Family names alone, where the passage did not show that they are names but the article has the full name. */
function familyNames(
  passages: readonly (readonly Token[])[],
  texts: readonly string[],
  kept: readonly (readonly Mention[])[],
  found: readonly Found[],
  fullNames: ReadonlyMap<string, string[]>,
): Found[] {
  if (fullNames.size === 0) return [];
  return passages.flatMap((tokens, passage) => {
    const taken = [...kept[passage]!, ...found.filter((name) => name.passage === passage)];
    return tokens.flatMap(({ forms, start }, at): Found[] => {
      if (forms.folded.length < FAMILY_FROM) return [];
      const letter = letterAt(texts[passage]!, start);
      const mayBeName =
        (letter & CASED) === 0 ? !forms.stop && !hasTrait(forms, 'ordinary') : (letter & CAPITAL) !== 0;
      if (!mayBeName) return [];
      const words = nameWordsOf([forms]);
      if (!fullNames.has(words[0]!)) return [];
      if (taken.some(({ tokenStart, tokenEnd }) => tokenStart <= at && at < tokenEnd)) return [];
      return [{ type: 'person', tokenStart: at, tokenEnd: at + 1, passage, words }];
    });
  });
}

/** What a word after a title is if it is no name. */
const NO_NAMES = [
  ...(['title', 'person', 'kin', 'said', 'organisation', 'place', 'direction', 'work', 'event'] as const),
  ...(['nationality', 'language', 'month', 'stop', 'number', 'article'] as const),
];

/**
 * Single words after a title that were not recognised. In script without capitals: قال الرئيس شو إن, where a verb of
 * saying precedes the title, so that the word is no verb, and it lacks the article that an adjective of the title would
 * have. With capitals: President Bland said, президент Блэнд заявил.
 */
function titledNames(
  passages: readonly (readonly Token[])[],
  texts: readonly string[],
  kept: readonly (readonly Mention[])[],
  found: readonly Found[],
): Found[] {
  return passages.flatMap((tokens, passage) => {
    const text = texts[passage]!;
    const taken = [...kept[passage]!, ...found.filter((name) => name.passage === passage)];
    return tokens.flatMap((token, at): Found[] => {
      const [title, next] = [tokens[at - 1], tokens[at + 1]];
      if (title === undefined || next === undefined || !hasTrait(title.forms, 'title')) return [];
      if (text.slice(title.end, token.start) !== ' ' || hasTraits(token.forms, NO_NAMES)) return [];
      const letter = letterAt(text, token.start);
      const isName =
        (letter & CASED) === 0
          ? hasTrait(title.forms, 'article') && next.forms.stop && isSaid(tokens[at - 2])
          : (letter & CAPITAL) !== 0 && isSaid(next);
      if (!isName) return [];
      if (taken.some(({ tokenStart, tokenEnd }) => tokenStart <= at && at < tokenEnd)) return [];
      const words = nameWordsOf([token.forms]);
      return [{ type: 'person', tokenStart: at, tokenEnd: at + 1, passage, words }];
    });
  });
}

const isSaid = (token: Token | undefined): boolean => token !== undefined && hasTrait(token.forms, 'said');

/** Whether a listed name is only a part of a longer one: George Washington, İstanbul Üniversitesi, Ankara Kalesi. */
function isPartOf(span: ListedSpan, name: RecognisedName): boolean {
  if (!isInside(span, name) || span.type === 'event') return false;
  return lengthOf(span) < lengthOf(name) && (span.type !== name.type || span.type === 'place');
}

const lengthOf = ({ tokenStart, tokenEnd }: ListedSpan | RecognisedName): number => tokenEnd - tokenStart;

function isInside(inner: { tokenStart: number; tokenEnd: number }, outer: RecognisedName): boolean {
  return inner.tokenStart >= outer.tokenStart && inner.tokenEnd <= outer.tokenEnd;
}

/**
 * A name without what only describes it: General Nehring; قال أنان; الفرنسي جاك شيراك; ريال مدريد الإسباني. An
 * organisation keeps the adjective if a word says what it is: the Israeli army, الاتحاد الأوروبي.
 */
function trimmedTo(name: RecognisedName, tokens: readonly Token[]): RecognisedName {
  let { tokenStart, tokenEnd } = name;
  const formsAt = (at: number): Forms => tokens[at]!.forms;
  if (name.type === 'person') {
    while (tokenStart + 1 < tokenEnd && describes(formsAt(tokenStart))) tokenStart++;
    while (tokenStart + 1 < tokenEnd && hasTrait(formsAt(tokenEnd - 1), 'number')) tokenEnd--;
  } else if (name.type === 'organisation') {
    const words = tokens.slice(tokenStart, tokenEnd);
    if (!words.some(({ forms }) => hasTrait(forms, 'organisation')))
      while (tokenStart + 1 < tokenEnd && hasTrait(formsAt(tokenEnd - 1), 'nationality')) tokenEnd--;
  }
  return { ...name, tokenStart, tokenEnd };
}

/** A title, a verb of saying or the adjective of a country, before a name of a person. */
const describes = (forms: Forms): boolean =>
  hasTraits(forms, ['title', 'said', 'nationality']) && !hasTrait(forms, 'given');

function isPlausible(words: readonly Token[]): boolean {
  if (words.length > WORDS || words.every(({ forms }) => /^\p{N}/u.test(forms.folded))) return false;
  if (words.length > 1) return true;
  const { forms } = words[0]!;
  return forms.folded.length >= NAME_FROM && !hasTraits(forms, ['month', 'language']);
}

/** The type of each name: the one that most of its mentions in the article have; of equals the first of `NAME_TYPES`. */
function typesOf(found: readonly Found[]): Map<string, NameType> {
  const counts = new Map<string, number[]>();
  for (const { words, type } of found) {
    const name = words.join(' ');
    const known = counts.get(name) ?? NAME_TYPES.map(() => 0);
    known[NAME_TYPES.indexOf(type)]!++;
    counts.set(name, known);
  }
  return new Map([...counts].map(([name, times]) => [name, NAME_TYPES[times.indexOf(Math.max(...times))]!]));
}

/** Family names -> the words of the full name, for those of one person in the article. */
function fullNamesOf(found: readonly Found[], typeOf: ReadonlyMap<string, NameType>): Map<string, string[]> {
  const full = new Map<string, string[] | undefined>();
  for (const { words } of found) {
    if (words.length < 2 || typeOf.get(words.join(' ')) !== 'person') continue;
    const family = words.at(-1)!;
    const other = full.get(family);
    const same = !full.has(family) || other?.join(' ') === words.join(' ');
    full.set(family, same ? words : undefined);
  }
  return new Map([...full].flatMap(([family, words]) => (words === undefined ? [] : [[family, words]])));
}
