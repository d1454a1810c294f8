/**
 * Names beside titles: which words after a title or a role may be somebody's name, judged by one passage. In scripts
 * with capitals by these; in Arabic all words are taken, and filtered later (`arabic-uses.ts`).
 */

import { isInDictionary } from '../../analysis/dictionary.ts';
import { ARABIC_WORD } from '../../analysis/folding/arabic-letters.ts';
import { scriptOf } from '../../analysis/folding/unicode.ts';
import type { Token } from '../../analysis/forms.ts';
import { titleBits } from '../gazetteer/titles.ts';
import {
  beginsWithArticle,
  hasArticle,
  isFatherWord,
  isParticle,
  withoutNameEndings,
  wordsOfNames,
} from '../language-rules.ts';
import type { Mention } from '../tagger/tagger.ts';
import { isCapitalised, looksForeign, NAME_FROM } from './name-candidates.ts';

/** A passage that discovery reads. */
export interface ReadPassage {
  document: string;
  lang: string;
  text: string;
  /** Offsets count in `text`. */
  tokens: readonly Token[];
  mentions: readonly Mention[];
}

/** Letters of a word of an Arabic name at least. */
const NAME_WORD_FROM = 3;
/** Words of a name at most, particles aside. */
const WORDS = 3;
/** Words between the title and the name at most: وزير الخارجية الإستوني. */
const BETWEEN = 2;

/** Names that follow a title within its sentence. */
export function* namesBesideTitles({ text, tokens, mentions }: ReadPassage): Generator<readonly Token[]> {
  const people = new Set(
    mentions.filter(({ entity }) => entity.startsWith('person-')).map(({ tokenEnd }) => tokenEnd),
  );
  const known = new Set(
    mentions.flatMap(({ tokenStart, tokenEnd }) =>
      Array.from({ length: tokenEnd - tokenStart }, (_, i) => tokenStart + i),
    ),
  );
  for (let at = 0; at < tokens.length; at++) {
    if (!isTitle(tokens[at]!.forms.folded)) continue;
    let first = at + 1;
    while (first <= at + 1 + BETWEEN && isBetween(tokens, first, text, known)) first++;
    let last = first;
    let words = 0;
    while (words < WORDS && isNameWord(tokens, last, text, known)) {
      if (!isParticle(tokens[last]!.forms.folded)) words++;
      last++;
    }
    if (words > 1 && isFamilyAfterFather(tokens, last, text, known)) last++;
    // After a person that is known, and from a father on, it is more of a name: الملك سلمان بن عبدالعزيز.
    if (words === 0 || people.has(first) || isFatherWord(tokens[first]!.forms.folded)) continue;
    // Yardımcısı Bülent Arınç: more of the title, in capitals.
    while (words > 2 && isOrdinary(tokens[first]!)) {
      first++;
      words--;
    }
    if (tokens[last - 1]!.forms.folded.length >= NAME_FROM) yield tokens.slice(first, last);
    at = last - 1;
  }
}

const JOINED = /^\s+$/;

function follows(tokens: readonly Token[], at: number, text: string): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return before !== undefined && token !== undefined && JOINED.test(text.slice(before.end, token.start));
}

const OFFICES = new Set(wordsOfNames(({ offices }) => offices));
const isOffice = (folded: string): boolean => titleBits(folded) !== 0 || OFFICES.has(folded);
/** A title, with an ending too: Cumhurbaşkanımızın. */
const isTitle = (folded: string): boolean =>
  isOffice(folded) || withoutNameEndings(folded, isOffice).length > 0;

/** Words that belong to the title: further titles, Arabic words with an article, ministries and countries in lower case. */
function isBetween(tokens: readonly Token[], at: number, text: string, known: ReadonlySet<number>): boolean {
  if (!follows(tokens, at, text)) return false;
  const { start, end, forms } = tokens[at]!;
  if (isTitle(forms.folded) || known.has(at)) return true;
  const word = text.slice(start, end);
  return isArabic(word) ? beginsWithArticle(forms.folded) : !isCapitalised(word);
}

function isNameWord(tokens: readonly Token[], at: number, text: string, known: ReadonlySet<number>): boolean {
  if (!follows(tokens, at, text) || known.has(at)) return false;
  const { start, end, forms } = tokens[at]!;
  if (isParticle(forms.folded)) return true;
  if (forms.stop || isTitle(forms.folded)) return false;
  const word = text.slice(start, end);
  if (!isArabic(word)) return isCapitalised(word);
  const { folded } = forms;
  if (folded.length < NAME_WORD_FROM || !ARABIC_WORD.test(folded) || hasArticle(folded)) return false;
  // What looks foreign, or is next to بن, may begin with a letter that is a word of its own elsewhere: فابيوس, فيصل.
  const isKin = [at - 1, at + 1].some((next) => isFatherWord(tokens[next]?.forms.folded ?? ''));
  return isKin || !hasClitic(forms) || looksForeign(folded.slice(1));
}

/** After a father's name the family name may have the article: مساعد بن محمد العيبان. */
function isFamilyAfterFather(
  tokens: readonly Token[],
  at: number,
  text: string,
  known: ReadonlySet<number>,
): boolean {
  if (!follows(tokens, at, text) || known.has(at)) return false;
  const { start, end, forms } = tokens[at]!;
  // العالمية is an adjective, and الذي begins a relative clause.
  if (forms.stop || text.slice(start, end).endsWith('ية')) return false;
  return isFatherWord(tokens[at - 2]!.forms.folded) && beginsWithArticle(forms.folded);
}

/** Whether the language's stemmer took the first letter for a word of its own: بنظيره, لشؤون. */
export function hasClitic({ folded, stem }: Token['forms']): boolean {
  return stem[0] !== folded[0];
}

/** Whether a dictionary has the word, or it is a particle of names. */
export function isOrdinary({ forms }: Pick<Token, 'forms'>): boolean {
  return isParticle(forms.folded) || isInDictionary([forms]);
}

export const isArabic = (word: string): boolean => scriptOf(word.codePointAt(0)!) === 'Arab';
