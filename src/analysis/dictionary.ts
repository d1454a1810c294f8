/**
 * Words that a spelling dictionary has in lower case: ordinary words, and no names. From Hunspell's dictionaries of
 * Turkish, English and Russian (packages `dictionary-tr`, `-en`, `-ru`); Arabic has no such list under a free licence,
 * and no lower case. Read at the first question, kept as 32-bit keys (eight megabytes): about one in 4,000 words that is
 * none meets a key by chance.
 */
import { readFileSync } from 'node:fs';
import { foldCyrillic } from './folding/cyrillic.ts';
import { foldLatin } from './folding/latin.ts';
import type { Forms } from './forms.ts';
import { hashBegin, hashEnd, hashWith, termHash } from './hash.ts';

const DICTIONARIES = [
  { name: 'dictionary-tr', fold: foldLatin },
  { name: 'dictionary-en', fold: foldLatin },
  { name: 'dictionary-ru', fold: foldCyrillic },
];
/** What a word that is listed in lower case is made of; behind it may be flags after a slash, or a tab. */
const isSmall = (character: string): boolean => /[\p{Ll}']/u.test(character);
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const TAB = 0x09;
const LINE_FEED = 0x0a;
/** Letters of the dictionaries take two bytes of UTF-8 at most. */
const UNITS = 0x800;

/** What a stem may lack of the word that a dictionary lists. */
const ENDINGS = ['', 'e', 'y'];
/**
 * The same in Russian, where stems are too short to find the word again: what inflection puts behind a word, and what
 * the listed form may have in its place. Not -ов, -ев, -ин, which make surnames of words; -ов goes
 * behind who does or is something (актёров).
 */
const INFLECTION =
  `а я у ю о е ё и ы ь ом ем ой ей й ам ям ами ями ах ях ого его ому ему ым им ую юю ая яя ое ее ые ие ых
  их ыми ими л ла ло ли ил ила ило или ал ала ало али ет ит ут ют ат ят ешь ишь ал ся ок ек`.split(/\s+/);
const LISTED = [
  '',
  'а',
  'я',
  'о',
  'е',
  'ь',
  'й',
  'ый',
  'ий',
  'ой',
  'ть',
  'ать',
  'ить',
  'еть',
  'ин',
  'ный',
  'ка',
  'и',
  'ы',
];
/** Letters that are left of a word at least. */
const LEAST = 3;
const PEOPLE = /(?<=ер|ор|ист|ент|ант|ат)ов$/;
const CYRILLIC = /^[\u0430-\u044F]+$/;

let keys: Keys | undefined;

/**
 * Whether a dictionary has a word in lower case: as it is written, or what is left of it without its ending. A word
 * typed without its marks (kallas) is not taken for one with marks (kallaş): it may be a name as it is.
 */
export function isInDictionary(forms: readonly Forms[]): boolean {
  keys ??= readKeys();
  const known = keys;
  return forms.some(
    ({ exact, folded, stem }) =>
      known.has(termHash(exact, 'exact')) ||
      (CYRILLIC.test(folded) ? isInflected(folded, known) : stem !== folded && isStem(stem, known)),
  );
}

function isStem(stem: string, known: Keys): boolean {
  // The i of pharmaci is a y.
  const words = [...ENDINGS.map((ending) => stem + ending), stem.replace(/i$/, 'y')];
  return words.some((word) => known.has(termHash(word, 'folded')));
}

function isInflected(word: string, known: Keys): boolean {
  const bare = INFLECTION.filter((ending) => word.length - ending.length >= LEAST && word.endsWith(ending));
  if (known.has(termHash(word.replace(PEOPLE, ''), 'folded'))) return true;
  return ['', ...bare].some((ending) => {
    const stem = word.slice(0, word.length - ending.length);
    return LISTED.some((listed) => known.has(termHash(stem + listed, 'folded')));
  });
}

/** Reads the dictionaries byte by byte and makes no strings: there are half a million words. */
function readKeys(): Keys {
  const found = new Keys();
  for (const { name, fold } of DICTIONARIES) {
    const bytes = readFileSync(new URL('index.dic', import.meta.resolve(name)));
    const foldings = foldedUnits(fold);
    for (let at = 0; at < bytes.length; ) {
      const start = at;
      let exact = hashBegin('exact');
      let folded = hashBegin('folded');
      for (; at < bytes.length; at++) {
        let unit = bytes[at]!;
        if (unit >= 0xc0 && unit < 0xe0) unit = ((unit & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
        const letters = foldings[unit];
        if (letters === undefined) break;
        exact = hashWith(exact, unit);
        for (let i = 0; i < letters.length; i++) folded = hashWith(folded, letters.charCodeAt(i));
        if (unit >= 0x80) at++;
      }
      const after = at < bytes.length ? bytes[at] : LINE_FEED;
      const ends = after === LINE_FEED || after === SLASH || after === TAB;
      if (at > start && ends && bytes[start] !== APOSTROPHE) {
        found.add(hashEnd(exact));
        found.add(hashEnd(folded));
      }
      const end = bytes.indexOf(LINE_FEED, at);
      at = end === -1 ? bytes.length : end + 1;
    }
  }
  return found;
}

/** What each letter becomes in folded form; `undefined` for what is no small letter. */
function foldedUnits(fold: (word: string) => string): (string | undefined)[] {
  return Array.from({ length: UNITS }, (_, unit) => {
    const character = String.fromCharCode(unit);
    // A word of nothing but an apostrophe would fold to itself.
    return unit === APOSTROPHE ? '' : isSmall(character) ? fold(character) : undefined;
  });
}

/** A set of keys, which are spread as they are: open addressing with linear probing. */
class Keys {
  /** About a million of them. */
  readonly #slots = new Int32Array(1 << 21);

  add(key: number): void {
    this.#slots[this.#slotOf(key)] = key || 1;
  }

  has(key: number): boolean {
    return this.#slots[this.#slotOf(key)] !== 0;
  }

  /** Where a key is, or would be; 0 is an empty slot, and 1 stands for it. */
  #slotOf(key: number): number {
    const last = this.#slots.length - 1;
    let slot = key & last;
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== (key || 1)) slot = (slot + 1) & last;
    return slot;
  }
}
