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
import { declined } from './declension.ts';
import { COUNTRIES, FLEETING, GENITIVES, IRREGULAR, SHARED_ROOTS, UNDECLINED } from './words.ts';

/** Neuter nouns in -мя: the stem of the other cases. */
const TIME = /^(?:врем|им|плем|знам)(?=(?:я|ен(?:и|ем|а|ам|ами|ах)?)$)/;
/** Verbs of one syllable, whose participle ends in т, under any prefix: убил, убит, закрыт. */
const SHORT_VERB =
  /^((?:у|раз|с|вы|при|за|на|по|про|от|до|пере|из|об|до|в|под)?(?:би|ши|ли|ви|кры|мы|ду))(?:т|л|ть)(?:а|о|ы|и|ый|ая|ое|ые|ого|ой|ому|ых|ым|ыми|ую|ом)?(?:ся|сь)?$/;
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

const VOWEL = /[аеиоуыэюя]/;
/** Form -> its stem. */
const irregular = new WordMap<string>();
for (const entry of IRREGULAR.split(/[|\n]/)) {
  const [stem, ...forms] = entry.trim().split(/\s+/);
  for (const form of forms) irregular.set(form, stem!);
}
for (const word of UNDECLINED.split(' ')) irregular.set(word, word);
for (const entry of GENITIVES.split('|')) {
  const [form, stem] = entry.trim().split(' ');
  irregular.set(form!, stem!);
}
/** Endings after a stem without a vowel, which no rule would leave: льва, рту. */
const AFTER_BARE_STEM = 'а у ом е ы ам ами ах я ю ем и ей ям ями ях'.split(' ');
for (const word of FLEETING.split(/\s+/)) {
  const stem = withoutFleeting(word);
  irregular.set(word, tidy(stem));
  if (!VOWEL.test(stem)) for (const ending of AFTER_BARE_STEM) irregular.set(stem + ending, tidy(stem));
}
/** Stem -> the root that its letters do not show. */
const sharedRoots = new WordMap<string>();
for (const entry of COUNTRIES.split('|')) {
  const [country, ...others] = entry.trim().split(/\s+/);
  for (const form of [country!, ...declined(country!)]) irregular.set(form, country!);
  for (const stem of others) sharedRoots.set(tidy(stem), country!);
  sharedRoots.set(country!, country!);
}
for (const entry of SHARED_ROOTS.split('|')) {
  const [stem, root] = entry.split(' ');
  sharedRoots.set(stem!, root!);
  sharedRoots.set(root!, root!);
}

/** The stem of a noun without the vowel that goes: орл of орел, льв of лев, бойц of боец. */
function withoutFleeting(word: string): string {
  const bare = word.replace(/ь$/, '');
  const [before, vowel, last] = [bare.slice(0, -2), bare.at(-2)!, bare.at(-1)!];
  if (/[аеиоуыэюя]$/.test(before)) return `${before}й${last}`;
  return before.endsWith('л') && vowel === 'е' ? `${before}ь${last}` : before + last;
}

/** What is longer than 40 letters is no word of Russian, and not worth the rules' time. */
const RUSSIAN = /^[а-я-]{3,40}$/;
const ENDS_IN_VOWEL = /[аеиоуыэюяь]$/;

/** Takes inflection off a folded Russian word. */
export function inflectionless(word: string): string {
  if (!RUSSIAN.test(word)) return word;
  const known = irregular.get(word) ?? (TIME.test(word) ? `${TIME.exec(word)![0]}ен` : undefined);
  if (known !== undefined) return known;
  const gone = GO.exec(word);
  if (gone !== null) return `${gone[1] ?? ''}йд`;
  const short = SHORT_VERB.exec(word);
  if (short !== null && short[1]!.length > 2) return short[1]!;
  const active = word.length > 4 ? word.replace(REFLEXIVE, '') : word;
  const verb =
    applied(VERBAL, active) ?? (active.length < word.length ? applied(REFLEXIVE_VERBAL, active) : undefined);
  let stem = verb;
  if (stem === undefined) {
    const bare = withoutNominal(active);
    stem = applied(INNER, bare) ?? bare;
  }
  return tidy(stem);
}

function tidy(stem: string): string {
  return TIDY.reduce((word, [ending, replacement]) => word.replace(ending, replacement), stem);
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
      'цион',
      'ионн',
      'ейск',
      'ийн',
      'ейн',
      'енк',
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

/** A number after letters: ковид19 is also about ковид. */
const NUMBER_AFTER_LETTERS = /(?<=^[а-я]{3,})\d+$/;

/** Takes derivational suffixes off a Russian stem. */
export function derivationless(stem: string): string {
  if (NUMBER_AFTER_LETTERS.test(stem))
    return derivationless(inflectionless(stem.replace(NUMBER_AFTER_LETTERS, '')));
  if (!RUSSIAN.test(stem)) return stem;
  const shared = sharedRoots.get(stem);
  if (shared !== undefined) return shared;
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
