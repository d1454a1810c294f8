/**
 * Keys that spellings of one name in different scripts share: a word without vowels and breathings, each consonant
 * replaced by one of seven sounds. It is coarse on purpose: k, s and sh are one sound, because c, ch, x,
 * ج and the g of half of the languages are now one of them and now another. The distance decides afterwards.
 * Method: Soundex and its heirs (Zobel & Dart 1996, "Phonetic String Matching"), with one alphabet for three scripts.
 */
import { ARTICLE } from '../../analysis/languages/arabic/article.ts';
import { NAME_SCRIPTS, type NameScript } from './letters.ts';
import { type Spelling, spellingOf } from './spelling.ts';

/** Sounds and the letters that are read so; `/` parts two readings, `-` is silence. The longest group of letters counts. */
const SOUNDS: Readonly<Record<NameScript, string>> = {
  Latn: `
    P: b p         F: f v ph        T: d t dh đ ð þ        L: l ł          R: r         M: m      N: n ñ ń ň
    K: c k q g s z x j ck kh ts tz dz cz cs zs sc sj sz zh sh sch shch tch tsch dj dzh ç ş š ś č ć ž ź ż ß
    T/K: th        K/T: ch          K/-: j gh              L/-: ll         N/KN: gn     NK/N: ng  RK: ř rz
    -/F: w         -: wh ğ`,
  Cyrl: `
    P: б п         F: ф             T: т д                 L: л            R: р         M: м      N: н
    K: с з ц ж ш щ ч к г дз дзь тс дж тч тш                F/-: в          -/K: х`,
  Arab: `
    P: ب           F: ف             T: ت د ط ض ث ذ         L: ل            R: ر         M: م      N: ن
    K: س ز ص ظ ج ش خ غ ق ك تس تز دز تش دج`,
};

/** Readings followed at most; a name has few letters that are read in two ways. */
const READINGS = 4;
/** From this many sounds on, one of them may be missing. */
const MISSING_FROM = 2;
/** Shortest Arabic word that is read with and without its article. */
const ARTICLE_FROM = 5;

const readings = new Map<string, ReadonlyMap<string, readonly string[]>>(
  Object.entries(SOUNDS).map(([script, text]) => {
    const letters = new Map<string, readonly string[]>();
    for (const [, sounds, group] of text.matchAll(/(\S+):((?:\s+[^\s:]+(?![^\s]*:))+)/g))
      for (const letter of group!.trim().split(/\s+/))
        letters.set(
          letter,
          sounds!.split('/').map((sound) => (sound === '-' ? '' : sound)),
        );
    return [script, letters];
  }),
);

/** Of each letter that begins a group: the length of the longest one. */
const longest = new Map<string, number>();
for (const letters of readings.values())
  for (const group of letters.keys())
    longest.set(group[0]!, Math.max(longest.get(group[0]!) ?? 1, group.length));

/** The keys of a word, at most `READINGS`; none if it cannot be a name by its script or length. */
export function nameKeys(word: string): string[] {
  const spelling = spellingOf(word);
  return spelling === undefined ? [] : keysOfSpelling(spelling);
}

/** The same of a word that is spelled already. */
export function keysOfSpelling({ script, letters }: Spelling): string[] {
  const table = readings.get(script)!;
  const article = script === 'Arab' && letters.startsWith(ARTICLE) && letters.length >= ARTICLE_FROM;
  let keys = article ? ['', 'L'] : [''];
  for (let at = article ? ARTICLE.length : 0; at < letters.length; ) {
    let length = Math.min(longest.get(letters[at]!) ?? 1, letters.length - at);
    while (length > 1 && !table.has(letters.slice(at, at + length))) length--;
    const sounds = table.get(letters.slice(at, at + length)) ?? [''];
    at += length;
    if (sounds.length === 1 && keys.length === 1) {
      keys = [joined(keys[0]!, sounds[0]!)];
      continue;
    }
    const longer = keys.flatMap((key) => sounds.map((sound) => joined(key, sound)));
    keys = [...new Set(longer)].slice(0, READINGS);
  }
  return keys;
}

/** Equal sounds that follow each other become one: with the vowels gone nothing tells them apart (ممدوح, Mamdouh). */
function joined(key: string, sound: string): string {
  return sound !== '' && key.endsWith(sound[0]!) ? key + sound.slice(1) : key + sound;
}

/** The keys with one sound missing: words share them if one has a sound more than the other. */
export function shortenedKeys(keys: readonly string[]): string[] {
  const shorter = new Set<string>();
  for (const key of keys) {
    if (key.length < MISSING_FROM) continue;
    for (let at = 0; at < key.length; at++) shorter.add(key.slice(0, at) + key.slice(at + 1));
  }
  return [...shorter];
}

/**
 * The keys a word is kept under: script and key, and behind a `-` those with one sound missing. `soughtNameKeys` of
 * another spelling finds it by one of them. None for a word that cannot be a name by its script or length.
 */
export function keptNameKeys(word: string): string[] {
  const spelling = spellingOf(word);
  if (spelling === undefined) return [];
  const keys = keysOfSpelling(spelling);
  return [...keys, ...shortenedKeys(keys).map((key) => `-${key}`)].map((key) => spelling.script + key);
}

/**
 * The keys under which spellings of a word in other scripts may be kept, the likeliest first. Keys with fewer than
 * `least` sounds, which very many names share, are left out unless they are the word's own.
 */
export function soughtNameKeys(spelling: Spelling, least = 1): string[] {
  const keys = keysOfSpelling(spelling);
  const sought = [
    ...new Set([...keys, ...shortenedKeys(keys).filter((key) => key.length >= least)]),
    ...keys.filter((key) => key.length >= least).map((key) => `-${key}`),
  ];
  const others = NAME_SCRIPTS.filter((script) => script !== spelling.script);
  return sought.flatMap((key) => others.map((script) => script + key));
}

/** The script of the words that are kept under a key. */
export const scriptOfKey = (key: string): NameScript => key.slice(0, SCRIPT_LETTERS) as NameScript;

const SCRIPT_LETTERS = 4;
