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
import { ALEF, ARABIC_WORD } from '../../folding/arabic-letters.ts';
import type { TokenFilter } from '../../language.ts';
import { cutting } from '../../suffix-rules.ts';
import { WordSet } from '../../word-map.ts';
import { withoutProclitics } from './clitics.ts';
import { bare, folded, LEAST, LONGEST, PROPER_STEMS, withoutEnding, withoutPronoun } from './endings.ts';
import { respelt } from './spellings.ts';
import { VERB_FORMS } from './verbs.ts';
import { NO_FUTURE, NO_VERB } from './words.ts';

/** Imperfect of Form X in any person, and of the other forms in the third: سيستخدم استخدم, يعمل عمل. */
const TENTH_FORM = /^[سف]?[يتنا]ست(?=...)/;
const THIRD_PERSON = /^س?ي(?=...)/;
const MAY_BEGIN_VERB = 'سفيتنا';
const NO_VERBS = new WordSet(folded(NO_VERB).map(bare));
const NO_FUTURE_BEGINNING = new RegExp(`^(?:${folded(NO_FUTURE).join('|')})`);

function withoutPerson(word: string): string {
  if (word.length > LONGEST) return word;
  const verb = VERB_FORMS.get(word) ?? VERB_FORMS.get(cutObject(word));
  if (verb !== undefined) return verb;
  if (!MAY_BEGIN_VERB.includes(word[0]!)) return word;
  if (NO_FUTURE_BEGINNING.test(word)) return word;
  const rest = word.replace(TENTH_FORM, 'است').replace(THIRD_PERSON, '');
  return rest === word || NO_VERBS.has(bare(word)) ? word : rest;
}
const cutObject = cutting('هما هم هن ها ه كم نا ك'.split(' '), LEAST);

/** Letters of person and of the future before a verb: يعمل تعمل نعمل سيعمل. Many nouns lose a letter too, hence root. */
const PERSON = /^س?[يتن](?=...)/;
/** Participle of Form X: مستهدف of استهدف. */
const TENTH_PARTICIPLE = /^مست(?=...)/;
const WEAK = new CodeUnitSet((letter) => 'اويء'.includes(letter));

/** Marks the root of a name, so that it equals no other word's consonants. */
const NAME_MARK = '\u00B7';

/** The part of a name of two words by which it is asked for alone: عبدالوهاب, ابوطالب, صلاحالدين. */
const NAME_OF_TWO = /^(?:عبدال|ابو)(.{3,})$|^(.{3,})الدين$/;

function skeleton(whole: string): string {
  const [, second, first] = NAME_OF_TWO.exec(whole) ?? [];
  const part = second ?? first;
  const word = part === undefined || PROPER_STEMS.has(whole) ? whole : bare(part);
  if (PROPER_STEMS.has(word)) return word + NAME_MARK;
  if (word.length > LONGEST || !ARABIC_WORD.test(word)) return word;
  const left = consonants(word);
  // The consonants of قطار are not قطر, the name.
  return left.length >= LEAST && !PROPER_STEMS.has(left) ? left : word;
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
  if (word.length > LONGEST || PROPER_STEMS.has(word) || NO_VERBS.has(word) || NAME_OF_TWO.test(word))
    return word;
  if (TENTH_PARTICIPLE.test(word)) return word.replace(TENTH_PARTICIPLE, 'است');
  if (!PERSON.test(word) || NO_FUTURE_BEGINNING.test(word)) return word;
  const rest = word.replace(PERSON, '');
  // After a letter of person no long a follows: ناقل and نازح are participles.
  if (rest.startsWith(ALEF)) return word;
  return consonants(rest).length >= LEAST ? rest : word;
}

/** From the folded form to the root. */
export const arabicStemming: readonly TokenFilter[] = [
  { name: 'conjunctions, prepositions, article', form: 'stem', apply: withoutProclitics },
  { name: 'spellings', form: 'stem', apply: respelt },
  { name: 'person and future of verbs', form: 'stem', apply: withoutPerson },
  { name: 'pronouns', form: 'stem', apply: withoutPronoun },
  { name: 'endings', form: 'stem', apply: withoutEnding },
  { name: 'person and tense of verbs', form: 'root', apply: withoutAnyPerson },
  { name: 'consonant skeleton', form: 'root', apply: skeleton },
];
