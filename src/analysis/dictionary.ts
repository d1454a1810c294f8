/**
 * Words that a spelling dictionary has in lower case: ordinary words, not names. From the Hunspell dictionaries that
 * languages name; a language without one (Arabic: no list under a free licence, and no lower case) has no ordinary
 * words. Read at the first question, kept as 32-bit hashes (8 MiB that all threads share): about one in 4,000 other words
 * equals a hash by chance.
 */
import { readFileSync } from 'node:fs';
import { lazily } from '../common/lazily.ts';
import { sharedTable } from '../common/shared-table.ts';
import { FOLDINGS } from './folding/by-script.ts';
import { scriptOf } from './folding/unicode.ts';
import type { Forms } from './forms.ts';
import { hashBegin, hashEnd, hashWith, termHash } from './hash.ts';
import type { Dictionary, Script } from './language.ts';
import { LANGUAGES } from './languages/list.ts';

interface ScriptDictionary extends Dictionary {
  readonly script: Script;
}

const DICTIONARIES: readonly ScriptDictionary[] = LANGUAGES.flatMap(({ dictionary, script }) =>
  dictionary === undefined ? [] : { ...dictionary, script },
);

/** Characters of a word that is listed in lower case; after the word there may be flags after a slash, or a tab. */
const isSmall = (character: string): boolean => /[\p{Ll}']/u.test(character);
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const TAB = 0x09;
const LINE_FEED = 0x0a;
/** Letters of the dictionaries take two bytes of UTF-8 at most. */
const UNITS = 0x800;

/** Slots for about a million hashes. */
const SLOTS = 1 << 21;

const slots = sharedTable('dictionaries', SLOTS, (table) => readDictionaries(new HashSet(table)));
const hashes = lazily(() => new HashSet(slots()));

/**
 * Whether a dictionary has a word in lower case: as it is written, or as an entry that it may be a form of. A word
 * typed without its marks (kallas) is not taken for one with marks (kallaş): it may be a name as it is.
 */
export function isInDictionary(forms: readonly Forms[]): boolean {
  const known = hashes();
  return forms.some((word) => known.has(termHash(word.exact, 'exact')) || isFormOfEntry(word, known));
}

function isFormOfEntry(word: Forms, known: HashSet): boolean {
  const script = scriptOf(word.folded.codePointAt(0) ?? 0);
  for (const dictionary of DICTIONARIES) {
    if (dictionary.script !== script) continue;
    for (const entry of dictionary.entriesOf(word)) if (known.has(termHash(entry, 'folded'))) return true;
  }
  return false;
}

/** Reads the dictionaries byte by byte and makes no strings: there are half a million words. */
function readDictionaries(found: HashSet): void {
  for (const { packageName, script } of DICTIONARIES) {
    const bytes = readFileSync(new URL('index.dic', import.meta.resolve(packageName)));
    const foldings = foldedUnits(FOLDINGS[script]);
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
}

/** What each letter becomes in folded form; `undefined` for what is no small letter. */
function foldedUnits(fold: (word: string) => string): (string | undefined)[] {
  return Array.from({ length: UNITS }, (_, unit) => {
    const character = String.fromCharCode(unit);
    // A word of nothing but an apostrophe would fold to itself.
    return unit === APOSTROPHE ? '' : isSmall(character) ? fold(character) : undefined;
  });
}

/** A set of hashes: open addressing with linear probing. */
class HashSet {
  readonly #slots: Int32Array;

  /** `slots`: 0 where there is nothing yet, and as many as a power of two. */
  constructor(slots: Int32Array) {
    this.#slots = slots;
  }

  add(hash: number): void {
    this.#slots[this.#slotOf(hash)] = hash || 1;
  }

  has(hash: number): boolean {
    return this.#slots[this.#slotOf(hash)] !== 0;
  }

  /** Where a hash is, or would be. An empty slot is 0, so the hash 0 is stored as 1. */
  #slotOf(hash: number): number {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== (hash || 1)) slot = (slot + 1) & last;
    return slot;
  }
}
