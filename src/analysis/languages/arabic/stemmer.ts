/**
 * Arabic. Light stemming in the manner of light10 (Larkey, Ballesteros & Connell 2007, "Light Stemming for Arabic
 * Information Retrieval"), with lists of what must not be cut, and a consonant skeleton as the weakest form.
 *
 * Rules in order:
 *   folded  vowel signs and Quranic marks go; alef with hamza, madda or wasla is alef; ى and Persian ی are ي;
 *            ة and the other forms of ha are ه; Persian ک گ پ چ ژ and ڤ are the Arabic letters written for them;
 *            hamza on its seats is the seat, alone it goes (شؤون شئون, قراءة)
 *   stem     و ف ب ل before words that do not begin with them themselves; ال with ب ك ل before it; pronouns, and what
 *            they change before them; endings of gender and number; broken plurals by list
 *   root   final alef; the letters of person before a verb; then the consonants alone: forms of one root are
 *            equal (كتب كاتب كتاب), and so are some words that should not be
 */

import { CodeUnitSet } from '../../code-unit-set.ts';
import { foldArabic } from '../../folding/arabic.ts';
import { ARABIC_WORD } from '../../folding/arabic-letters.ts';
import type { TokenFilter } from '../../language.ts';
import { cutting } from '../../suffix-rules.ts';
import { WordMap, WordSet } from '../../word-map.ts';
import { BROKEN_PLURALS, NO_ARTICLE, NO_ARTICLE_WHOLE, NO_ENDING, NO_VERB, OWN_LETTER } from './words.ts';

/** Longest word that is worth stemming; longer ones are noise. */
const LONGEST = 40;
/** Letters that must be left of a word. */
const LEAST = 3;

/** Folds lists of whole words or of beginnings, written as people write them. */
const folded = (words: string): readonly string[] => words.split(/\s+/).filter(Boolean).map(foldArabic);

const NO_ARTICLE_BEGINNING = new RegExp(`^(?:${folded(NO_ARTICLE).join('|')})`);
const NO_ARTICLE_WORDS = new WordSet(folded(NO_ARTICLE_WHOLE));
const NO_ENDING_WORDS = new WordSet(folded(NO_ENDING));

/** Cuts a conjunction or preposition, unless the word begins with that letter itself. */
function without(letter: string, least: number): (word: string) => string {
  const own = new WordSet(folded(OWN_LETTER[letter]!).map((word) => withoutEnding(withoutPronoun(word))));
  return (word) => {
    if (word[0] !== letter || word.length <= least || word.length > LONGEST) return word;
    const rest = word.slice(1);
    if (rest.startsWith('ال') && !hasNoArticle(word)) return rest;
    return own.has(withoutEnding(withoutPronoun(word))) ? word : rest;
  };
}

/** Whether the first letters only look like the article. */
function hasNoArticle(word: string): boolean {
  return NO_ARTICLE_WORDS.has(word) || NO_ARTICLE_BEGINNING.test(word);
}

const ARTICLE = /^(?:[بكوف]?ال|لل)(?=.{2})/;

function withoutArticle(word: string): string {
  const article = ARTICLE.exec(word)?.[0];
  if (article === undefined || hasNoArticle(word)) return word;
  if (article.length === 3 && hasNoArticle(word.slice(1))) return word.slice(1);
  return word.slice(article.length);
}

const cutPronoun = cutting('هما كما هم هن ها كم نا'.split(' '), LEAST);
const cutTa = cutting(['ت'], LEAST);
const cutEnding = cutting('يات تان تين يون يين ات ان ون ين وا يه يا ته اوه اه ه ي ت ا'.split(' '), LEAST);
const cutYa = cutting(['ي'], LEAST);

function withoutPronoun(word: string): string {
  if (word.length > LONGEST || NO_ENDING_WORDS.has(word)) return word;
  const rest = cutPronoun(word);
  return rest === word || NO_ENDING_WORDS.has(rest) ? rest : beforePronoun(rest);
}

/** The ending that a word takes before a pronoun is cut too: حكومتهم حكومة, أسماؤهم أسماء. */
function beforePronoun(word: string): string {
  const seated = (word.endsWith('او') || word.endsWith('اي')) && word.length > LEAST;
  return seated ? word.slice(0, -1) : cutTa(word);
}

function withoutEnding(word: string): string {
  const singular = SINGULARS.get(word);
  if (singular !== undefined) return singular;
  if (word.length > LONGEST || NO_ENDING_WORDS.has(word)) return word;
  const once = cutEnding(word);
  if (once === word || NO_ENDING_WORDS.has(once)) return once;
  return SINGULARS.get(once) ?? cutYa(once);
}

/** Broken plural -> stem of its singular. */
const SINGULARS = new WordMap<string>();
for (const group of BROKEN_PLURALS.split('|')) {
  const [singular, ...plurals] = folded(group);
  const stem = withoutEnding(singular!);
  for (const plural of plurals) SINGULARS.set(plural, stem);
}

/** Imperfect of Form X under any person, and of the other forms in the third: سيستخدم استخدم, يعمل عمل. */
const TENTH_FORM = /^[سف]?[يتنا]ست(?=...)/;
const THIRD_PERSON = /^[سف]?ي(?=...)/;
const MAY_BEGIN_VERB = 'سفيتنا';
const NO_VERBS = new WordSet(folded(NO_VERB).map((word) => withoutEnding(withoutPronoun(word))));

function withoutPerson(word: string): string {
  if (word.length > LONGEST || !MAY_BEGIN_VERB.includes(word[0]!)) return word;
  const rest = word.replace(TENTH_FORM, 'است').replace(THIRD_PERSON, '');
  return rest === word || NO_VERBS.has(withoutEnding(withoutPronoun(word))) ? word : rest;
}

/** Letters of person and of the future before a verb: يعمل تعمل نعمل سيعمل. Many nouns lose a letter too, hence root. */
const PERSON = /^س?[يتن](?=...)/;
const WEAK = new CodeUnitSet((letter) => 'اويء'.includes(letter));

function skeleton(word: string): string {
  if (word.length > LONGEST || !ARABIC_WORD.test(word)) return word;
  const bare = consonants(word);
  return bare.length >= LEAST ? bare : word;
}

/** Without weak letters, but for the first; alef goes there too. */
function consonants(word: string): string {
  let kept = word.length > LEAST && word.startsWith('ا') ? 1 : 0;
  let made = '';
  for (let at = kept + 1; at < word.length; at++) {
    if (!WEAK.has(word.charCodeAt(at))) continue;
    made += word.slice(kept, at);
    kept = at + 1;
  }
  return made + word.slice(kept);
}

/** Many nouns begin with a letter of person too: it stays where fewer than three consonants would be left (نظام). */
function withoutAnyPerson(word: string): string {
  if (word.length > LONGEST || !PERSON.test(word) || NO_VERBS.has(word)) return word;
  const rest = word.replace(PERSON, '');
  return consonants(rest).length >= LEAST ? rest : word;
}

/** From the folded form to the root. */
export const arabicStemming: readonly TokenFilter[] = [
  { name: 'conjunction و', form: 'stem', apply: without('و', 3) },
  { name: 'conjunction ف', form: 'stem', apply: without('ف', 4) },
  { name: 'article', form: 'stem', apply: withoutArticle },
  { name: 'preposition ب', form: 'stem', apply: without('ب', 3) },
  { name: 'preposition ل', form: 'stem', apply: without('ل', 3) },
  { name: 'person and future of verbs', form: 'stem', apply: withoutPerson },
  { name: 'pronouns', form: 'stem', apply: withoutPronoun },
  { name: 'endings', form: 'stem', apply: withoutEnding },
  { name: 'person and tense of verbs', form: 'root', apply: withoutAnyPerson },
  { name: 'consonant skeleton', form: 'root', apply: skeleton },
];
