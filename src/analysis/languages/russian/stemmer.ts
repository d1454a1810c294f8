/**
 * Russian. A stemmer of its own kind: it cuts one ending, then what may precede an ending. Snowball (M. F. Porter,
 * https://snowballstem.org/algorithms/russian/stemmer.html) decides once between noun, adjective and verb, and so cuts
 * Лавров to лавр and leaves Лаврова at лавров; here whatever may be cut off a bare word is also cut off a declined one.
 * Endings after Zaliznyak 2003 and Wade 2011; the light stemmer of Dolamic & Savoy 2009 was the other model.
 *
 * Rules in order
 * 1. exact: NFKC, invisible characters out, lower case.
 * 2. folded: ё to е, stress marks out, digits.
 * 3. stem: irregular words; the forms of идти under any prefix; reflexive -ся; personal, infinitive and gerund endings;
 *    or case and gender endings, then past -л, participles, -ов; fleeting vowels.
 * 4. root: suffixes of derivation (-ск, -ость, -ств, -ец, -ник, -ива, -ен …), so that Россия and российский are equal.
 */
import type { TokenFilter } from '../../language.ts';
import { WordMap, WordSet } from '../../word-map.ts';

/** Stem, then forms that the rules do not bring to it. */
const IRREGULAR = `год лет|человк человек люди людей людям людьми людях|ребенк ребенок дети детей детям детьми детях
  матер мать|дочер дочь|друг друзья друзей друзьям друзьями друзьях|сын сыновья сыновей сыновьям сыновьями
  ден дня дню днем дне дни дней дням днями днях|памят память памяти памятью|печат печать печати печатью
  мог мочь могу может могут можем можете|хоте хочу хочет хотят хотим|земл земель|отц отец|люб любовь любви любовью
  церк церковь церкви церковью церквей церквям|чест честь чести|умер умерла умерли умерло умерший умершего умерших
  письм писем|денг денег|сестр сестер|кита китая|случа случая|обыча обычая|кра края`;

/** Neuter nouns in -мя: the stem of the other cases. */
const TIME = /^(?:врем|им|плем|знам)(?=(?:я|ен(?:и|ем|а|ам|ами|ах)?)$)/;
/** Forms of идти, whose stems have nothing in common (идёт, шёл), under any prefix. */
const GO =
  /^(вы|про|при|пере|у|на|по|подо|во|за|до|со|ото|разо|обо|взо|с|о)?(?:шел|шл[аио]|шедш.+|йти|йд(?:ут?|ет|ем|ешь|ете|я|и|ите|ен.*))(?:сь|ся)?$|^ид(?:ти|ут?|ет|ем|ешь|ете|я|и|ите)$/;

const REFLEXIVE = /(?<=...)ся$|(?<=..(?:л[аои]|[уюаяй]|те|вши))сь$/;

type Rule = readonly [ending: RegExp, replacement: string];

/** Endings that only verbs have; three letters at least are left. */
const VERBAL: readonly Rule[] = [
  [/(?<=..)у(?:ет|ют|ешь|ете|йте)$/, 'ова'],
  [/(?<=..)ю(?:ет|ют|ешь|ете|йте)$/, 'ева'],
  [/(?<=..[аяе])(?:ет|ют|ешь|ете|йте|вши?)$/, ''],
  [/(?<=..[аяеиыу])ть$/, ''],
  [/(?<=..ня)[тв]$|(?<=..[ыи]ва)я$/, ''],
  [/(?<=...)(?:и[тв]|ивши|ят|ишь)$/, ''],
];
/** Endings of reflexive verbs that nouns share with other verbs (совет, институт). */
const REFLEXIVE_VERBAL: readonly Rule[] = [[/(?<=...)[еу]т$/, '']];

/** Case, gender and number. What ends in a consonant leaves three letters at least, the others two. */
const NOMINAL = new WordSet(
  `а я у ю е и ы о ь й ие ия ии ию ье ья ью ьи ее ое ая яя ую юю ею ою ые еи ей ой ий ый ем ом им ым ам ям ах ях их ых
   ов ев его ого ему ому ими ыми ами ями ией ием ьем ьей иям иях ьям ьях ьев иями ьями`.split(/\s+/),
);
const NOMINAL_LONGEST = 4;

/** What may be left before an ending, and ends other forms of the same word: участвовал-а, Лавров-а, проблем-а. */
const INNER: readonly Rule[] = [
  [/(?<=..(?:[аяыуе]|[^а]и))(?:вш|л)$/, ''],
  [/(?<=..ня)т$|(?<=..[ая])в$|(?<=.(?:и[гкб]|ог))л$/, ''],
  [/(?<=...)ующ$/, 'ова'],
  [/(?<=..[аяе])ющ$|(?<=...)ящ$|(?<=..[жшчщ])ащ$|(?<=...)(?:[ия]т|ив)$|(?<=..[аяе])йт$|(?<=..[ая])нн$/, ''],
  [/(?<=...)(?:[оеиыая]м|[ая]х|[ое]в)$/, ''],
];

/** Tidying of what is left: нн, superlative, -анин, final vowels and signs, fleeting о and е. */
const TIDY: readonly Rule[] = [
  [/нн$/, 'н'],
  [/(?<=...)ейш$/, ''],
  [/(?<=[ая]н)ин$/, ''],
  [/(?<=...)[иеоьй]+$/, ''],
  [/(?<=..[^аеиоуыэюя])[ое](?=[кц]$)/, ''],
  [/(?<=..[^аеиоуыэюя])е(?=н$)/, ''],
];

const irregular = new WordMap<string>();
for (const entry of IRREGULAR.split(/[|\n]/)) {
  const [stem, ...forms] = entry.trim().split(/\s+/);
  for (const form of forms) irregular.set(form, stem!);
}

/** What is longer than 40 letters is no word of Russian, and not worth the rules' time. */
const RUSSIAN = /^[а-я-]{3,40}$/;
const VOWEL = /[аеиоуыэюя]/;
const ENDS_IN_VOWEL = /[аеиоуыэюяь]$/;

/** Takes inflection off a folded Russian word. */
export function inflectionless(word: string): string {
  if (!RUSSIAN.test(word)) return word;
  const known = irregular.get(word) ?? (TIME.test(word) ? `${TIME.exec(word)![0]}ен` : undefined);
  if (known !== undefined) return known;
  const gone = GO.exec(word);
  if (gone !== null) return `${gone[1] ?? ''}йд`;
  const active = word.length > 4 ? word.replace(REFLEXIVE, '') : word;
  const verb =
    applied(VERBAL, active) ?? (active.length < word.length ? applied(REFLEXIVE_VERBAL, active) : undefined);
  let stem = verb;
  if (stem === undefined) {
    const bare = withoutNominal(active);
    stem = applied(INNER, bare) ?? bare;
  }
  for (const [ending, replacement] of TIDY) stem = stem.replace(ending, replacement);
  return stem;
}

/** The word after the first rule that fits; undefined where none does. */
function applied(steps: readonly Rule[], word: string): string | undefined {
  for (const [ending, replacement] of steps) {
    const found = ending.exec(word);
    if (found !== null && VOWEL.test(word.slice(0, found.index)))
      return word.slice(0, found.index) + replacement;
  }
  return undefined;
}

function withoutNominal(word: string): string {
  for (let length = Math.min(NOMINAL_LONGEST, word.length - 2); length > 0; length--) {
    const ending = word.slice(-length);
    if (!NOMINAL.has(ending)) continue;
    const rest = word.slice(0, -length);
    if (rest.length >= (ENDS_IN_VOWEL.test(ending) ? 2 : 3) && VOWEL.test(rest)) return rest;
  }
  return word;
}

/** Layers of derivation, the outermost first; of each layer the longest suffix that leaves enough. */
const DERIVATION: readonly (readonly [least: number, suffixes: readonly string[]])[] = [
  [3, ['ост']],
  [4, ['ств']],
  [
    3,
    [
      'ическ',
      'ийск',
      'ийц',
      'овск',
      'евск',
      'тельн',
      'ионн',
      'изаци',
      'енц',
      'анц',
      'изм',
      'ист',
      'тел',
      'ник',
      'чик',
      'щик',
    ],
  ],
  [3, ['ск', 'ци', 'ик', 'нн', 'ц']],
  [
    4,
    [
      'изирова',
      'ирова',
      'ова',
      'ева',
      'ыва',
      'ива',
      'ани',
      'ени',
      'иян',
      'ан',
      'ян',
      'ен',
      'а',
      'я',
      'е',
      'и',
      'у',
    ],
  ],
];
/** -н- of adjectives, -лен- of participles, and the й and ь that stood before -ск. */
const DERIVATION_END = /(?<=..[бпвмф])лн$|(?<=...[^аеиоуыэюя])н$|(?<=...)[йь]$/;

/** Takes derivational suffixes off a Russian stem. */
export function derivationless(stem: string): string {
  if (!RUSSIAN.test(stem)) return stem;
  let word = stem;
  for (const [least, suffixes] of DERIVATION) {
    for (const suffix of suffixes) {
      if (!word.endsWith(suffix) || word.length - suffix.length < least) continue;
      word = word.slice(0, -suffix.length);
      break;
    }
  }
  return word.replace(DERIVATION_END, '');
}

/** From the folded form to the root. */
export const russianStemming: readonly TokenFilter[] = [
  { name: 'Russian inflection', form: 'stem', apply: inflectionless },
  { name: 'Russian derivation', form: 'root', apply: derivationless },
];
