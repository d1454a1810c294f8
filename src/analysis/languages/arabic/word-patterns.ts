/**
 * How an Arabic word may be built: what is written together with it, its pattern (وزن), and its root. Most words are
 * made from a root of three letters by one of a few dozen patterns; foreign names seldom fit one. Without vowels a word
 * has several readings; which roots there are is known only from a dictionary.
 *
 * W. Fischer, A Grammar of Classical Arabic (2002), §§ 63-84, 162-180.
 */

export interface Reading {
  /** Three letters; weak ones (ا و ي) are written W. */
  root: string;
  /** Indexes in `PATTERNS`, `PREFIXES` and `SUFFIXES`. */
  pattern: number;
  prefix: number;
  suffix: number;
}

/** Patterns of folded words: 1, 2 and 3 are the letters of the root; 2 twice is a doubled one. */
export const PATTERNS = [
  ...['123', '1ا23', '12ا3', '12و3', '12ي3', '1وا23', '12اي3', '12', '1212'],
  ...[
    'م123',
    'م12و3',
    'م12ا3',
    'م1ا23',
    'م1ا2ي3',
    'مت123',
    'مت1ا23',
    'من123',
    'م1ت23',
    'مست123',
    'م12',
    'مست12',
  ],
  ...['ت123', 'ت12ي3', 'ت12ا3', 'ت1ا23', 'ا123', 'ا12ا3', 'ا12', 'ان123', 'ان12ا3', 'ا1ت23', 'ا1ت2ا3'],
  ...['است123', 'است12ا3', 'است12', 'ا1ت2', 'م1ت2', 'ان12', 'م1212', 'ت1212'],
  // Stems of the imperfect that no other word has.
  ...['ن123', '1ت23', 'ست123', 'ست12'],
] as const;

/** Those that follow the first letter of an imperfect verb. */
const VERBS = new Set<string>([
  '123',
  '12',
  '1ا23',
  'ت123',
  'ت1ا23',
  'ن123',
  '1ت23',
  'ست123',
  'ست12',
  '1212',
]);
const VERBS_ONLY = new Set<string>(['ن123', '1ت23', 'ست123', 'ست12']);

/** What is written in front of a word, without و and ف, and the first letters of an imperfect verb. */
export const PREFIXES = [
  '',
  'ال',
  'لل',
  'بال',
  'كال',
  'ب',
  'ل',
  'ك',
  'ي',
  'ت',
  'ن',
  'ا',
  'سي',
  'ست',
  'سن',
  'سا',
  'لي',
] as const;
const IMPERFECT = new Set<string>(['ي', 'ت', 'ن', 'ا', 'سي', 'ست', 'سن', 'سا', 'لي']);

/** Endings of nouns and verbs, and pronouns. */
export const SUFFIXES = [
  ...[
    '',
    'ه',
    'ها',
    'هم',
    'هما',
    'هن',
    'ك',
    'كم',
    'نا',
    'ي',
    'ا',
    'ات',
    'ون',
    'ين',
    'ان',
    'يه',
    'يا',
    'يين',
    'يون',
    'يات',
  ],
  ...[
    'ت',
    'ته',
    'تها',
    'تهم',
    'تنا',
    'تي',
    'اته',
    'اتها',
    'اتهم',
    'اتنا',
    'تين',
    'تان',
    'تا',
    'وا',
    'وه',
    'وها',
    'ونه',
    'ونها',
  ],
  ...['ني', 'تم', 'تهما', 'انه', 'انا', 'يته', 'يتها'],
] as const;

const SUFFIX_ENTRIES = [...SUFFIXES.entries()];

const patternsByLength = new Map<
  number,
  { slots: string; pattern: number; verb: boolean; noun: boolean }[]
>();
for (const [pattern, slots] of PATTERNS.entries()) {
  const list = patternsByLength.get(slots.length) ?? [];
  list.push({ slots, pattern, verb: VERBS.has(slots), noun: !VERBS_ONLY.has(slots) });
  patternsByLength.set(slots.length, list);
}

/** All readings of a word in folded form. */
export function readingsOf(folded: string): Reading[] {
  const found: Reading[] = [];
  readWithout(folded, found);
  if (folded.length > 3 && (folded[0] === 'و' || folded[0] === 'ف')) readWithout(folded.slice(1), found);
  return found;
}

/** Readings of a word without و or ف in front. */
function readWithout(word: string, found: Reading[]): void {
  const suffixes = SUFFIX_ENTRIES.filter(([, after]) => word.endsWith(after));
  for (const [prefix, before] of PREFIXES.entries()) {
    if (!word.startsWith(before)) continue;
    const verb = IMPERFECT.has(before);
    for (const [suffix, after] of suffixes) {
      const length = word.length - before.length - after.length;
      for (const { slots, pattern, ...kinds } of patternsByLength.get(length) ?? []) {
        if (!(verb ? kinds.verb : kinds.noun)) continue;
        const root = rootIn(word, before.length, slots);
        if (root !== undefined) found.push({ root, pattern, prefix, suffix });
      }
    }
  }
}

const WEAK = 'ايو';

/** The root of a word that has a pattern from this letter on. */
function rootIn(word: string, from: number, slots: string): string | undefined {
  const letters = ['', '', ''];
  for (let at = 0; at < slots.length; at++) {
    const slot = slots.charCodeAt(at) - 0x31;
    const letter = word[from + at]!;
    if (slot < 0 || slot > 2) {
      if (slots[at] !== letter) return undefined;
    } else if (letters[slot] !== '' && letters[slot] !== letter) return undefined;
    else letters[slot] = letter;
  }
  if (letters[2] === '') letters[2] = letters[1]!;
  return letters.map((letter) => (WEAK.includes(letter) ? 'W' : letter)).join('');
}
