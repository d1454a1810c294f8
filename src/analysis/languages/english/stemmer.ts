/**
 * English. Porter2 (M. F. Porter, https://snowballstem.org/algorithms/english/stemmer.html), cut at its seam:
 * `stem` takes inflection off (plural, -ed, -ing, comparison, irregular forms), `root` takes derivation off
 * (-ation, -ness, -ive …), so that "organised" is closer to "organise" than "organisation" is.
 *
 * Rules in order
 * 1. exact: NFKC, invisible characters out, lower case. The tokenizer has cut the possessive 's.
 * 2. folded: Latin folding (accents, apostrophes), digits.
 * 3. stem: irregular forms and comparison by list; then Porter2 steps 1a, 1b, 1c and 5 (final e).
 * 4. root: Porter2 steps 2, 3, 4 and 5.
 */

import type { TokenFilter } from '../../language.ts';
import { replacing } from '../../suffix-rules.ts';
import { WordMap, WordSet } from '../../word-map.ts';

/** Base form, then its irregular forms. Forms that are words of their own more often than not (left, lay) are out. */
const IRREGULAR = `
  arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun|bend bent|bite bit bitten
  blow blew blown|break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen
  cling clung|come came|creep crept|deal dealt|dig dug|do does did done doing|draw drew drawn|dream dreamt|drink drank drunk
  drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung
  fly flies flew flown|forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
  freeze froze frozen|get got gotten|give gave given|go goes went gone|grow grew grown|hang hung|have has had
  hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|learn learnt|lend lent|lie lying
  light lit|lose lost|make made|mean meant|meet met|mistake mistook mistaken|overcome overcame|overthrow overthrew overthrown
  pay paid|prove proven|ride rode ridden|ring rang rung|rise risen|run ran|say said|see saw seen|seek sought|sell sold
  send sent|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat
  sleep slept|slide slid|speak spoke spoken|spell spelt|speed sped|spend spent|spin spun|spring sprang sprung|stand stood
  steal stole stolen|stick stuck|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swim swam swum
  swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|tie tying
  die dying|undergo underwent undergone|understand understood|undertake undertook undertaken|uphold upheld|wake woke woken
  wear wore worn|weave wove woven|weep wept|win won|withdraw withdrew withdrawn|withhold withheld|withstand withstood
  write wrote written|be am is are was were been being|man men mens|woman women womens|child children childrens|foot feet|tooth teeth|goose geese
  mouse mice|person people|ox oxen|life lives|wife wives|knife knives|leaf leaves|loaf loaves|thief thieves|half halves
  calf calves|shelf shelves|wolf wolves|crisis crises|analysis analyses|thesis theses|hypothesis hypotheses|basis bases
  parenthesis parentheses|diagnosis diagnoses|axis axes|criterion criteria|phenomenon phenomena|medium media|datum data
  index indices|matrix matrices|appendix appendices|nucleus nuclei|radius radii|fungus fungi|alumnus alumni
  bacterium bacteria|stratum strata|spectrum spectra|curriculum curricula|memorandum memoranda|referendum referenda
  good better best|bad worse worst|far farther farthest|little less least|gas gases|bus buses|virus viruses|bonus bonuses|campus campuses|focus focuses
  status statuses|census censuses|surplus surpluses|defense defence|offense offence|license licence|program programme
  gray grey|tire tyre|aluminum aluminium|jewelry jewellery|catalog catalogue|dialog dialogue|skeptic sceptic|ax axe`;

/** Adjectives whose comparison is common; -er and -est are cut from these only (not from number, forest). */
const COMPARED = `big bright broad cheap clean clear close cold cool dark deep early easy fast few fine great happy hard
  healthy heavy high hot large late light long loud low narrow near new nice old poor quick quiet rare rich safe sharp short
  simple slow small smart soft strong sweet tall thick thin tough warm weak wealthy wide young`;

/** Peoples and others in -i: their plural looks like a singular in -is. */
const IN_I = `iraqi israeli saudi kuwaiti emirati omani qatari yemeni pakistani bangladeshi somali azerbaijani afghani nepali
  bengali punjabi houthi sunni salafi nazi taxi ski safari tsunami`;

/** Words that the rules would take for forms of others. */
const UNCHANGED = `news species series means always perhaps lens texas kansas paris atlas bias cosmos chaos
  willing clothing inning outing canning herring earring evening during something anything nothing everything sterling viking string
  proceed exceed succeed hundred sacred kindred naked wicked united physics mathematics economics politics athletics
  arkansas dallas vegas christmas charles james thomas nicholas douglas marcus alas canvas pancreas whereas ethics`;

const irregular = new WordMap<string>();
for (const line of IRREGULAR.split(/[|\n]/)) {
  const [base, ...forms] = line.trim().split(/\s+/);
  for (const form of forms) irregular.set(form, base!);
}
for (const adjective of COMPARED.split(/\s+/)) {
  const doubled = /^[^aeiou]*[aeiou][gnt]$/.test(adjective) ? adjective + adjective.at(-1) : adjective;
  const root = doubled.replace(/e$/, '').replace(/y$/, 'i');
  irregular.set(`${root}er`, adjective);
  irregular.set(`${root}est`, adjective);
}
for (const word of IN_I.split(/\s+/)) irregular.set(`${word}s`, word);
const unchanged = new WordSet(UNCHANGED.split(/\s+/));

/** What is longer than 40 letters is no word of English, and not worth the rules' time. */
const PLAIN = /^[a-z]{3,40}$/;
const VOWEL = /[aeiouy]/;
const SHORT_SYLLABLE = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/;
const REGION = /[aeiouy][^aeiouy](.*)$/;
const EARLY_REGION = /^(?:gener|commun|arsen|univers|later|emerg|organ|past)(.*)$/;

/** Offset of Porter's region R1 in a word. */
function region1(word: string): number {
  const rest = EARLY_REGION.exec(word) ?? REGION.exec(word);
  return rest === null ? word.length : word.length - rest[1]!.length;
}

function region2(word: string, r1: number): number {
  const rest = REGION.exec(word.slice(r1));
  return rest === null ? word.length : word.length - rest[1]!.length;
}

/** Marks consonantal y as Y: at the start of a word and after a vowel. */
const markY = (word: string): string =>
  word.includes('y') ? word.replace(/^y/, 'Y').replace(/(?<=[aeiouy])y/g, 'Y') : word;

/** 1990s, f35s. */
const NUMBER_PLURAL = /^[a-z]*\d+s$/;
/** A number after letters: covid19 is also about covid. */
const NUMBER_AFTER_LETTERS = /(?<=^[a-z]{3,})\d+$/;

/** Takes inflection off a folded English word. */
export function inflectionless(word: string): string {
  if (NUMBER_PLURAL.test(word)) return word.slice(0, -1);
  if (!PLAIN.test(word)) return word;
  const base = irregular.get(word) ?? word;
  if (unchanged.has(base)) return base;
  const marked = markY(base);
  const r1 = region1(marked);
  const bare = plainEnding(withoutPast(withoutPlural(marked), r1));
  return american(withoutFinalE(bare).toLowerCase());
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s')) return /.ied$/.test(word) ? word.slice(0, word.length > 4 ? -2 : -1) : word;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/(?:xes|ches|shes|[sz]zes)$/.test(word) && word.length > 5) return word.slice(0, -2);
  if (word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1);
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function withoutPast(word: string, r1: number): string {
  const ending = /(?:eed|ed|ing)(?:ly)?$/.exec(word)?.[0];
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (ending.startsWith('eed')) return rest.length >= r1 ? `${rest}ee` : word;
  if (!VOWEL.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest) && !/^[aeo](?:dd|ff|gg)$/.test(rest))
    return rest.slice(0, -1);
  return rest.length <= r1 && SHORT_SYLLABLE.test(rest) ? `${rest}e` : rest;
}

/** y after a consonant is written i, as before endings. */
const plainEnding = (word: string): string => word.replace(/(?<=.[^aeiouy])[yY]$/, 'i');

function withoutFinalE(word: string): string {
  const last = word.at(-1);
  if (last !== 'e' && last !== 'l') return word;
  const r1 = region1(word);
  const r2 = region2(word, r1);
  const rest = word.slice(0, -1);
  if (last === 'l') return rest.endsWith('l') && rest.length >= r2 ? rest : word;
  return rest.length >= r2 || (rest.length >= r1 && !SHORT_SYLLABLE.test(rest)) ? rest : word;
}

/** British spelling to American: -ise, -yse, -our, -tre. Other words with these endings are respelt too, without becoming equal to anything else. */
function american(stem: string): string {
  if (stem.length < 5) return stem;
  return stem
    .replace(/(?<=[iy])s$/, 'z')
    .replace(/our$/, 'or')
    .replace(/(?<=[bt])r$/, 'er');
}

const rules = (text: string): ((word: string, least: number) => string) =>
  replacing(text.split(/\s+/).map((pair) => pair.split(':') as [string, string]));

/** Porter2 steps 2, 3 and 4 over stems without final e; the first that fits is taken, so longer ones come first. */
const derived2 = rules(
  `ification:ifi ization:iz isation:iz ational:at fulness:ful ousness:ous iveness:iv tional:tion biliti:bl lessli:less ousli:ous
   alism:al aliti:al iviti:iv fulli:ful entli:ent ation:at izer:iz iser:iz enci:enc anci:anc abli:abl alli:al ator:at
   ogi:og bli:bl`,
);
const derived3 = rules('tional:tion aliz:al icat:ic iciti:ic ical:ic ness: ful:');
const derived4 = rules('ement: ment: anc: enc: abl: ibl: ant: ent: ism: at: iti: ous: iv: iz: al: er: ic:');
const LI = /(?<=[cdeghkmnrt])li$/;

/** Takes derivational suffixes off an English stem. */
export function derivationless(stem: string): string {
  if (NUMBER_AFTER_LETTERS.test(stem))
    return derivationless(inflectionless(stem.replace(NUMBER_AFTER_LETTERS, '')));
  if (stem.length < 4 || !PLAIN.test(stem)) return stem;
  const marked = markY(stem);
  const r1 = region1(marked);
  const r2 = region2(marked, r1);
  let word = derived2(marked, r1);
  if (word === marked && LI.test(word) && word.length - 2 >= r1) word = word.slice(0, -2);
  word = derived3(word, r1);
  if (/[st]ion$/.test(word) && word.length - 3 >= r2) word = word.slice(0, -3);
  else word = derived4(word, r2);
  return respelt(withoutFinalE(word).toLowerCase());
}

/** Consonants that change before endings: decide and decision, produce and production (after Lovins 1968). */
const respeltConsonants = rules(
  `ceiv:cept duct:duc vad:vas cid:cis clud:clus pand:pans tend:tens pend:pens fend:fens mit:mis ced:ces ceed:ces
   umpt:um scrib:script olv:olut quir:quisit plic:pli vert:vers pel:puls raci:rat`,
);
/** Endings of countries and of their people. */
const withoutCountry = rules('ican:ic ica:ic ian: ean: ia: ea:');

const respelt = (word: string): string => american(withoutCountry(respeltConsonants(word, 2), 3));

/** From the folded form to the root. */
export const englishStemming: readonly TokenFilter[] = [
  { name: 'English inflection', form: 'stem', apply: inflectionless },
  { name: 'English derivation', form: 'root', apply: derivationless },
];
