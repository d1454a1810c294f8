/**
 * Names of other things that a place is only a part of: a club, a cup, a newspaper, a university. Real Madrid is not
 * Madrid. Ministries, presidents and wars are no such thing: what they do is done by, or in, the place.
 */

import type { Token } from '../../analysis/forms.ts';
import { lazily } from '../../common/lazily.ts';
import { titleBits } from '../gazetteer/titles.ts';
import {
  hasArticle,
  nameRules,
  withoutArticle,
  withoutPrefixes,
  wordsOfNamedAfter,
} from '../language-rules.ts';
import { isSpace, letterAt, SMALL, UNCASED } from './capitalisation.ts';

/** Words of one name that the place and the telling word may have between them. */
const REACH = 5;

/** Beginnings of words by their first code unit: most words begin like none. */
type Beginnings = ReadonlyMap<number, readonly string[]>;
const byFirst = (words: readonly string[]): Beginnings => Map.groupBy(words, (word) => word.charCodeAt(0));

const afterPlace = lazily(() => wordsOfNamedAfter(({ after }) => after));
const wordsAfter = lazily(
  (): Readonly<Record<'place' | 'person', Beginnings>> => ({
    place: byFirst(afterPlace()),
    person: byFirst([...afterPlace(), ...wordsOfNamedAfter(({ afterPerson }) => afterPerson)]),
  }),
);
const afterInSmallLetters = lazily(() =>
  byFirst(wordsOfNamedAfter(({ after, afterInSmallLetters }) => (afterInSmallLetters ? after : undefined))),
);
const wholeAfter = lazily(() => new Set(wordsOfNamedAfter(({ wholeAfter }) => wholeAfter)));
const rightAfter = lazily(() => byFirst(wordsOfNamedAfter(({ rightAfter }) => rightAfter)));
const wordsBefore = lazily(() => new Set(wordsOfNamedAfter(({ before }) => before)));
/** Words with an article that a subject follows, and no adjective: days and "next", "last". */
const times = lazily(() => new Set(wordsOfNamedAfter(({ times }) => times)));
const CLUBS = nameRules(({ namedAfter }) => namedAfter?.club);
const ADJECTIVES = nameRules(({ namedAfter }) => namedAfter?.adjective);
const INHABITANTS = nameRules(({ inhabitant }) => inhabitant?.after);

/** The end of a feminine noun in Arabic (folded form). */
const FEMININE = /[ةهت]$/u;

/** Before the ending of somebody from a place: an apostrophe, or the space that replaces it in some feeds. */
const BEFORE_ENDING = "'’ʼ ";
/** Code units after a place that are read to find such an ending. */
const ENDING_READ = 12;

/** Whether the name at tokens `from` to `to` is part of the name of something else, or of a person from there (ABD'li). */
export function isNamedAfter(
  type: 'place' | 'person',
  tokens: readonly Token[],
  from: number,
  to: number,
  text: string,
): boolean {
  const { end } = tokens[to - 1]!;
  if (
    type === 'place' &&
    BEFORE_ENDING.includes(text[end] ?? '.') &&
    INHABITANTS.some((after) => after.test(text.slice(end, end + ENDING_READ)))
  )
    return true;
  if (type === 'place' && to - from === 1 && isAdjective(tokens, from, text)) return true;
  const before = tokens[from - 1];
  if (before !== undefined && isBeside(text, before.end, tokens[from]!.start)) {
    const { folded } = before.forms;
    if (wordsBefore().has(folded) || withoutPrefixes(folded).some((word) => wordsBefore().has(word)))
      return true;
  }
  for (let at = to; at < tokens.length && at < to + REACH; at++) {
    const { start, forms } = tokens[at]!;
    const gap = tokens[at - 1]!.end;
    if (!isSpace(text, gap, start) && !/^\s+$/u.test(text.slice(gap, start))) return false;
    const letter = letterAt(text, start);
    const small = (letter & SMALL) !== 0;
    // Names go on with capitals and numbers; small letters and scripts without capitals show only the next word.
    if (at > to && (letter & (SMALL | UNCASED)) !== 0) return false;
    if (begins(forms.folded, small ? afterInSmallLetters() : wordsAfter()[type])) return true;
    if (!small && wholeAfter().has(forms.folded)) return true;
    if (type === 'place' && !small && CLUBS.some((club) => club.test(forms.folded))) return true;
    if (type === 'place' && at === to && begins(forms.folded, rightAfter())) return true;
    if (small) return false;
  }
  return false;
}

function begins(folded: string, beginnings: Beginnings): boolean {
  const some = beginnings.get(folded.charCodeAt(0));
  return some?.some((beginning) => folded.startsWith(beginning)) === true;
}

/** Whether it says of what kind the noun before it is: الخطوط السعودية are Saudi, سفير السعودية is that of Saudi Arabia. */
function isAdjective(tokens: readonly Token[], at: number, text: string): boolean {
  const { start, end } = tokens[at]!;
  const before = tokens[at - 1];
  if (before === undefined || !isSpace(text, before.end, start)) return false;
  const { folded } = before.forms;
  if (!hasArticle(folded) || times().has(folded)) return false;
  // زار الوزير السعودية: the adjective of a man would not be feminine.
  if (titleBits(withoutArticle(folded) ?? folded) > 0 && !FEMININE.test(folded)) return false;
  return ADJECTIVES.some((adjective) => adjective.test(text.slice(start, end)));
}

/** Whether a name follows a word at once, or in quotation marks. */
function isBeside(text: string, from: number, to: number): boolean {
  return isSpace(text, from, to) || /^\s*["“”«„]?$/u.test(text.slice(from, to));
}
