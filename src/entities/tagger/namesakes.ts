/**
 * Names of places that in an article are somebody or something else:
 *
 *   people   Jack London, Paris Hilton; then the name alone too, but for where it is a place by its neighbours: in London
 *   clubs    Roma beat Milan 2-1: towns in a sentence about a match
 *
 * That a town stands for its government (Ankara, Damascus) is no reason: it stays the place, once.
 */

import { isInDictionary } from '../../analysis/dictionary.ts';
import type { Token } from '../../analysis/forms.ts';
import { lazily } from '../../common/lazily.ts';
import { type Gazetteer, wordsOf } from '../gazetteer/entity.ts';
import { titleBits } from '../gazetteer/titles.ts';
import { nameRules, wordsOfNames } from '../language-rules.ts';
import { commonName, FAMILY, GIVEN } from '../recogniser/common-names.ts';
import { CAPITAL, CASED, isSpace, letterAt, SMALL } from './capitalisation.ts';
import { isCountry } from './countries.ts';
import type { Owner } from './name-owners.ts';

/** A name in an article. */
export interface Named {
  readonly values: readonly Owner[];
  readonly passage: number;
  readonly tokenStart: number;
  readonly tokenEnd: number;
}

export interface ArticleText {
  passages: readonly (readonly Token[])[];
  texts: readonly string[];
}

const LOCATED = nameRules(({ located }) => located);
const wordsBefore = lazily(() => withPrefixes(wordsOfNames(({ located }) => located?.before)));
const nouns = lazily(() => new Set(wordsOfNames(({ located }) => located?.nouns)));
const AFTER = LOCATED.flatMap(({ after = [] }) => after);
const VERBS = LOCATED.flatMap(({ verbs = [] }) => verbs);
const foreignGiven = lazily(() => new Set(wordsOfNames((rules) => rules.foreignGivenNames)));
const foreignFamily = lazily(() => new Set(wordsOfNames((rules) => rules.foreignFamilyNames)));
const topics = lazily(() => withPrefixes(wordsOfNames(({ sport }) => sport?.topic)));
/** What a word of sport is: a bit of `BEATS`, `RESULT`, `IS_TOPIC`. */
const BEATS = 1;
const RESULT = 2;
const IS_TOPIC = 4;
const sportBits = lazily(() => {
  const bits = new Map<string, number>();
  for (const [bit, words] of [
    [BEATS, withPrefixes(wordsOfNames(({ sport }) => sport?.beats))],
    [RESULT, withPrefixes(wordsOfNames(({ sport }) => sport?.results))],
    [IS_TOPIC, topics()],
  ] as const)
    for (const word of words.keys()) bits.set(word, (bits.get(word) ?? 0) | bit);
  return bits;
});
const ofClub = lazily(() =>
  Map.groupBy(
    wordsOfNames(({ sport }) => sport?.ofClub),
    (word) => word.charCodeAt(0),
  ),
);

/** Words with their number, also with what Arabic writes in front of them: looking for it in each word of a text takes too long. */
function withPrefixes(words: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [number, word] of words.entries()) {
    const isArabic = /^\p{Script=Arabic}/u.test(word);
    for (const prefix of isArabic ? ['', 'و', 'ف', 'ب', 'ل', 'ال', 'وال', 'بال', 'لل'] : [''])
      if (!found.has(prefix + word)) found.set(prefix + word, number);
  }
  return found;
}

/** Different words of sport that make an article one about a match. */
const TOPIC_WORDS = 2;
/** Words behind one of a result within which a word of sport follows. */
const TOPIC_WITHIN = 3;
/** Code units after a name that are read to find an ending. */
const ENDING_READ = 8;
/** A result: 2-1, 3:0. */
const SCORE = /(?<![\d.:-])\d{1,2}\s?[-:–]\s?\d{1,2}(?![\d.:-])/u;
/** The end of a sentence between two words. */
const STOP = /[.!?؟;؛\n]/u;
/** A Turkish noun that belongs to the word before it: temsilcisi, treni. */
const BELONGS = /[ıiuü]$/u;

/**
 * Indexes of the names that are not the place that they seem to be. `people`: ids of places whose name the article has as
 * the name of somebody.
 */
export function namesakesIn(
  found: readonly Named[],
  article: ArticleText,
  gazetteer: Pick<Gazetteer, 'entities'>,
  people: ReadonlySet<string>,
): Set<number> {
  const others = new Set<number>();
  const called = new Set(people);
  const places = [...found.keys()].filter((index) => found[index]!.values.some(isPlace));
  for (const index of places) {
    const { tokenStart, tokenEnd, passage, values } = found[index]!;
    if (tokenEnd - tokenStart !== 1) continue;
    const tokens = article.passages[passage]!;
    const text = article.texts[passage]!;
    if (!isSurname(tokens, tokenStart, text) && !isGivenName(tokens, tokenStart, text)) continue;
    others.add(index);
    for (const { id } of values) if (id !== undefined) called.add(id);
  }
  let sport: boolean | undefined;
  for (const index of places) {
    if (others.has(index)) continue;
    const named = found[index]!;
    if (isCalledBy(named, called)) {
      if (!isLocated(named, article, gazetteer, true)) others.add(index);
      continue;
    }
    if (named.values.every(({ id }) => id === undefined || isCountry(id))) continue;
    if (
      isClub(named, article, () => (sport ??= isAboutMatch(article))) &&
      !isLocated(named, article, gazetteer, false)
    )
      others.add(index);
  }
  return others;
}

const isPlace = ({ type }: Owner): boolean => type === 'place';

const isCalledBy = ({ values, tokenStart, tokenEnd }: Named, called: ReadonlySet<string>): boolean =>
  tokenEnd - tokenStart === 1 && values.some(({ id }) => id !== undefined && called.has(id));

/** Whether the word before is the given name of somebody: Jack London. */
function isSurname(tokens: readonly Token[], at: number, text: string): boolean {
  const before = tokens[at - 1];
  const { start } = tokens[at]!;
  if (before === undefined || !isSpace(text, before.end, start)) return false;
  const { folded, stop } = before.forms;
  const isGiven = (commonName(folded) & GIVEN) !== 0 || foreignGiven().has(folded);
  if (!isGiven || stop || titleBits(folded) > 0) return false;
  if ((letterAt(text, start) & CASED) === 0) return isSubject(tokens, at - 1, text);
  if ((letterAt(text, before.start) & CAPITAL) === 0 || (letterAt(text, before.start + 1) & SMALL) === 0)
    return false;
  return mayBeSurname(tokens, at, text);
}

/** Whether a name after a given name may belong to it. Not in Ahmet Ankara'ya gitti, Ahmet Ankara temsilcisi oldu. */
export function mayBeSurname(tokens: readonly Token[], at: number, text: string): boolean {
  const { end } = tokens[at]!;
  if (/^['’ʼ](?!s(?!\p{L}))\p{Ll}/u.test(text.slice(end, end + 3))) return false;
  const next = tokens[at + 1];
  return next === undefined || !isSpace(text, end, next.start) || !BELONGS.test(next.forms.folded);
}

/** Where letters have no case: a given name that begins a sentence, and cannot be the subject of a verb before it. */
function isSubject(tokens: readonly Token[], at: number, text: string): boolean {
  if (!foreignGiven().has(tokens[at]!.forms.folded)) return false;
  if (begins(tokens, at, text)) return true;
  const { folded } = tokens[at - 1]!.forms;
  return (titleBits(folded) > 0 && begins(tokens, at - 1, text)) || !mayVisit(folded);
}

/** Whether a word may be a verb that a place is the object of: زار جورج واشنطن. */
const mayVisit = (folded: string): boolean => wordsBefore().has(folded) || folded.length <= 4;

function begins(tokens: readonly Token[], at: number, text: string): boolean {
  if (at === 0) return true;
  const { end } = tokens[at - 1]!;
  const { start } = tokens[at]!;
  return !isSpace(text, end, start) && STOP.test(text.slice(end, start));
}

/** Whether it is a given name, and the word behind it the family name: Paris Hilton. */
function isGivenName(tokens: readonly Token[], at: number, text: string): boolean {
  const { end, start, forms } = tokens[at]!;
  const next = tokens[at + 1];
  if (next === undefined || !isSpace(text, end, next.start)) return false;
  if ((commonName(forms.folded) & GIVEN) === 0 && !foreignGiven().has(forms.folded)) return false;
  const { folded } = next.forms;
  if ((letterAt(text, start) & CASED) === 0) return foreignFamily().has(folded);
  if ((letterAt(text, next.start) & CAPITAL) === 0 || (letterAt(text, next.start + 1) & SMALL) === 0)
    return false;
  if (titleBits(folded) > 0 || isInDictionary([next.forms])) return foreignFamily().has(folded);
  if ((commonName(folded) & FAMILY) !== 0) return true;
  // A word that nothing is known of is a name if the sentence goes on in small letters.
  const after = tokens[at + 2];
  const isProse = after === undefined || (letterAt(text, after.start) & CAPITAL) === 0;
  return isProse && /^[a-z]+$/i.test(text.slice(next.start, next.end)) && isEnglish(text);
}

/** Turkish writes offices with capitals and endings, so that no dictionary has them: only text without its letters counts. */
const isEnglish = (text: string): boolean =>
  !/[ığşİçöü]/u.test(text) && /\b(?:the|of|in|and|a)\b/i.test(text);

/** Whether the neighbours of a name show that it is the place. `states`: also what only a state does. */
function isLocated(
  { passage, tokenStart, tokenEnd, values }: Named,
  { passages, texts }: ArticleText,
  { entities }: Pick<Gazetteer, 'entities'>,
  states: boolean,
): boolean {
  const tokens = passages[passage]!;
  const text = texts[passage]!;
  const { start, forms } = tokens[tokenStart]!;
  const { end } = tokens[tokenEnd - 1]!;
  if (AFTER.some((after) => after.test(text.slice(end, end + ENDING_READ)))) return true;
  const before = tokens[tokenStart - 1];
  if (before !== undefined && isSpace(text, before.end, start)) {
    const { folded } = before.forms;
    if (wordsBefore().has(folded)) return true;
    if (states && (letterAt(text, start) & CASED) === 0 && VERBS.some((verb) => verb.test(folded)))
      return true;
  }
  const next = tokens[tokenEnd];
  if (next !== undefined && isSpace(text, end, next.start) && nouns().has(next.forms.folded)) return true;
  // A preposition that is written together with the name.
  if (!/^[وف]?ب/u.test(forms.folded)) return false;
  return values.every(({ id }) => {
    const names = entities.get(id ?? '')?.names.ar ?? [];
    return names.every((name) => wordsOf(name)[0] !== forms.folded);
  });
}

function isAboutMatch({ passages }: ArticleText): boolean {
  const known = topics();
  const words = new Set<number>();
  for (const tokens of passages)
    for (const { forms } of tokens) {
      const word = known.get(forms.folded);
      if (word === undefined) continue;
      words.add(word);
      if (words.size >= TOPIC_WORDS) return true;
    }
  return false;
}

function isOfClub(folded: string): boolean {
  const some = ofClub().get(folded.charCodeAt(0));
  return some?.some((word) => folded.startsWith(word)) === true;
}

/** Bits of each word of a passage; `undefined` if none is of sport. The last passage is remembered: it may name many towns. */
function sportIn(tokens: readonly Token[]): Uint8Array | undefined {
  if (last.tokens === tokens) return last.bits;
  const known = sportBits();
  let bits: Uint8Array | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const found = known.get(tokens[at]!.forms.folded);
    if (found === undefined) continue;
    bits ??= new Uint8Array(tokens.length);
    bits[at] = found;
  }
  last = { tokens, bits };
  return bits;
}

let last: { tokens: readonly Token[]; bits: Uint8Array | undefined } = { tokens: [], bits: undefined };

/** Whether the sentence of a town is about a match that it plays. `isSport`: whether the article is about one. */
function isClub(
  { passage, tokenStart, tokenEnd }: Named,
  { passages, texts }: ArticleText,
  isSport: () => boolean,
): boolean {
  const tokens = passages[passage]!;
  const text = texts[passage]!;
  const beside = [tokens[tokenStart - 1], tokens[tokenEnd]].some(
    (token) => token !== undefined && isOfClub(token.forms.folded),
  );
  if (beside) return true;
  const bits = sportIn(tokens);
  if (bits === undefined) return false;
  let from = tokenStart;
  while (!begins(tokens, from, text)) from--;
  let to = tokenEnd;
  while (to < tokens.length && !begins(tokens, to, text)) to++;
  let all = 0;
  for (let at = from; at < to; at++) all |= bits[at]!;
  if (all === 0) return false;
  if (SCORE.test(text.slice(tokens[from]!.start, tokens[to - 1]!.end))) return true;
  if ((all & (BEATS | RESULT)) === 0 || !isSport()) return false;
  if ((all & BEATS) !== 0) return true;
  for (let at = from; at < to; at++) {
    if ((bits[at]! & RESULT) === 0) continue;
    for (let topic = at + 1; topic < to && topic <= at + TOPIC_WITHIN; topic++)
      if ((bits[topic]! & IS_TOPIC) !== 0) return true;
  }
  return false;
}
