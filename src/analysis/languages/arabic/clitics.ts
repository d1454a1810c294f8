/** Conjunctions, prepositions and the article, which Arabic writes together with the word after them. */

import { WordSet } from '../../word-map.ts';
import { ARTICLE } from './article.ts';
import { bare, folded, isProper, LEAST, LONGEST } from './endings.ts';
import { VERB_FORMS } from './verbs.ts';
import {
  AFTER_KAF,
  AFTER_KAF_SHORT,
  BROKEN_PLURALS,
  NO_ARTICLE,
  NO_ARTICLE_WHOLE,
  OWN_LETTER,
} from './words.ts';

const NO_ARTICLE_BEGINNING = new RegExp(`^(?:${folded(NO_ARTICLE).join('|')})`);
const NO_ARTICLE_WORDS = new WordSet(folded(NO_ARTICLE_WHOLE));
const OWN_LETTERS = new Map<string, WordSet>(
  Object.entries(OWN_LETTER).map(([letter, words]) => [letter, new WordSet(folded(words).map(bare))]),
);
/** Letters of a word with a proclitic at least, by proclitic. */
const WITH_PROCLITIC: Readonly<Record<string, number>> = { و: 4, ف: 5, ب: 4, ل: 4 };

const KAF_NOUNS = new WordSet([
  ...folded(AFTER_KAF).map(bare),
  ...BROKEN_PLURALS.split('|').flatMap((group) => folded(group).map(bare)),
]);
const KAF_SHORT = new WordSet(folded(AFTER_KAF_SHORT));

/** Cuts a conjunction or preposition, unless the word begins with that letter itself. */
function withoutLetter(letter: string, word: string): string {
  if (word[0] !== letter || word.length < LEAST + 1) return word;
  const rest = word.slice(1);
  if (isProper(rest)) return rest;
  if (rest.startsWith(ARTICLE) && !hasNoArticle(word)) return rest;
  if (OWN_LETTERS.get(letter)!.has(bare(word))) return word;
  const long = word.length >= WITH_PROCLITIC[letter]!;
  return long || KAF_SHORT.has(rest) || VERB_FORMS.get(rest) !== undefined ? rest : word;
}

/** Whether the first letters only look like the article. */
function hasNoArticle(word: string): boolean {
  return NO_ARTICLE_WORDS.has(word) || NO_ARTICLE_BEGINNING.test(word);
}

const ARTICLE_BEGINNING = /^(?:[بكوف]?ال|لل)(?=.{2})/;
/** Words that begin with ل, but are more often ل before the article and a word without it: للحق is "for the truth". */
const NOT_AFTER_LAM = new WordSet(folded('لحق لحد لم لكم لقد لعل لن لما لف لب لدن لغاية لطف لهو لين لهم له'));

function withoutArticle(word: string): string {
  const article = ARTICLE_BEGINNING.exec(word)?.[0];
  if (article === undefined || hasNoArticle(word)) return word;
  if (article.length === 3 && hasNoArticle(word.slice(1))) return word.slice(1);
  // للجنة is ل before لجنة: the article has lost its own ل.
  if (article === 'لل' && OWN_LETTERS.get('ل')!.has(bare(word.slice(1))) && !NOT_AFTER_LAM.has(word.slice(1)))
    return word.slice(1);
  return word.slice(article.length);
}

/** Cuts ك "as", where the rest is known as a noun that it is written before. */
function withoutKaf(word: string): string {
  if (word[0] !== 'ك') return word;
  const rest = word.slice(1);
  if (isProper(rest)) return rest;
  if (rest.length < SHORTEST_AFTER_KAF) return KAF_SHORT.has(rest) ? rest : word;
  return KAF_NOUNS.has(bare(rest)) && !KAF_NOUNS.has(bare(word)) ? rest : word;
}
const SHORTEST_AFTER_KAF = 4;

/**
 * Cuts proclitics until none is left. What is left after one may begin with another letter of them: whether that is cut
 * too must not depend on the first one, so that لفريدمان and فريدمان stay one word even if فريدمان is in no list.
 */
export function withoutProclitics(word: string): string {
  if (word.length > LONGEST) return word;
  let rest = word;
  let defined = false;
  for (let round = 0; round < ROUNDS; round++) {
    const before = rest;
    rest = withoutLetter('ف', withoutLetter('و', rest));
    // A word has one article: بالغين is left of البالغين.
    const bareOfArticle: string = defined ? rest : withoutArticle(rest);
    defined ||= bareOfArticle !== rest;
    rest = withoutKaf(bareOfArticle);
    rest = withoutLetter('ل', withoutLetter('ب', rest));
    if (rest === before) break;
  }
  return rest;
}
/** Proclitics of one word at most: conjunction, preposition, and a letter that looks like one. */
const ROUNDS = 3;
