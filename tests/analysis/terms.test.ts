/** The terms of several words in data/terms, and how files of terms are read. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scriptOf } from '../../src/analysis/folding/unicode.ts';
import { LEXICON_LANGUAGES, type LexiconLanguage } from '../../src/analysis/lexicon/lexicon-file.ts';
import {
  parseTerms,
  readTerms,
  TermList,
  termForms,
  termList,
} from '../../src/analysis/lexicon/term-list.ts';

const folder = new URL('../../data/terms/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
const terms = files.flatMap((file) =>
  readTerms(new URL(file, folder)).map((term, line) => ({ term, at: `${file}, term ${line + 1}` })),
);

test('there are at least 1,500 terms, with spellings in all four languages', () => {
  expect(terms.length).toBeGreaterThanOrEqual(1500);
  const lacking = terms.filter(({ term }) =>
    LEXICON_LANGUAGES.some((language) => (term.get(language) ?? []).length === 0),
  );
  expect(lacking.map(({ at }) => at)).toEqual([]);
});

test.each<[LexiconLanguage, string]>([
  ['en', 'Latn'],
  ['tr', 'Latn'],
  ['ru', 'Cyrl'],
  ['ar', 'Arab'],
])('every letter of %s is %s', (language, script) => {
  const wrong = terms.flatMap(({ term, at }) =>
    term
      .get(language)!
      .filter((spelling) =>
        [...spelling].some((letter) => /\p{L}/u.test(letter) && scriptOf(letter.codePointAt(0)!) !== script),
      )
      .map((spelling) => `${at}: ${spelling}`),
  );
  expect(wrong).toEqual([]);
});

test.each(LEXICON_LANGUAGES)(
  'no spelling of %s belongs to two terms, nor has more words than are compared',
  (language) => {
    const known = new Map<string, string>();
    const twice: string[] = [];
    for (const { term, at } of terms) {
      const own = new Set(term.get(language)!.map((spelling) => stemsOf(spelling, language)));
      for (const key of own) {
        const other = known.get(key);
        if (other !== undefined) twice.push(`${key}: ${other} and ${at}`);
        known.set(key, at);
      }
    }
    expect(twice).toEqual([]);
  },
);

test('Turkish and English are different words', () => {
  const same = terms.filter(({ term }) =>
    term.get('tr')!.some((spelling) => term.get('en')!.includes(spelling)),
  );
  expect(same.map(({ at, term }) => `${at}: ${term.get('tr')}`)).toEqual([]);
});

const stemsOf = (spelling: string, language: LexiconLanguage): string =>
  termForms(spelling, language)
    .map(({ stem }) => stem)
    .join(' ');

test.each<
  [words: string, language: LexiconLanguage, found: string | undefined, covered: number, why: string]
>([
  ['ateşkes görüşmeleri', 'tr', 'cease-fire', 1, 'a term of one word'],
  ['ateşkesin ihlali', 'tr', 'cease-fire', 1, 'in an inflected form'],
  ['merkez bankasının kararı', 'tr', 'central bank', 2, 'of two words, the second inflected'],
  ['центрального банка', 'ru', 'central bank', 2, 'both inflected'],
  ['البنوك المركزية', 'ar', 'central bank', 2, 'a broken plural'],
  ['central bank governor', 'en', 'central bank governor', 3, 'the longest term'],
  ['bank central', 'en', undefined, 0, 'in this order only'],
  ['central', 'en', undefined, 0, 'not a part of a term'],
  ['state of emergency', 'en', 'state of emergency', 3, 'with the stop words that it has'],
])('%s (%s): %s, %i words: %s', (words, language, found, covered) => {
  const match = termList().longest(
    termForms(words, language).map(({ stem }) => stem),
    language,
  );
  expect(match?.term.get('en')?.[0]).toBe(found);
  expect(match?.words ?? 0).toBe(covered);
});

test('a file of terms may have fewer languages, in any order, comments and empty cells', () => {
  const [first, second] = parseTerms(
    '\uFEFFar\ttr\ten\n# our own\nمسيرة\tSİHA|silahlı İHA\t\r\n\t kayyum \ttrustee\n',
    'own.tsv',
  );
  expect(first).toEqual(
    new Map([
      ['ar', ['مسيرة']],
      ['tr', ['SİHA', 'silahlı İHA']],
      ['en', []],
    ]),
  );
  expect(second?.get('tr')).toEqual(['kayyum']);
});

test.each([
  ['', 'Line 1', 'an empty file names no languages'],
  ['en\txx\na\tb', 'Line 1', 'a language that there is not'],
  ['en\ten\na\tb', 'Line 1', 'a language twice'],
  ['en\ttr\na\tb\tc', 'Line 2', 'a cell too many'],
  ['en\ttr\n\ta', 'Line 2', 'one language alone'],
])('%j is refused at %s: %s', (text, where) => {
  expect(() => parseTerms(text, 'own.tsv')).toThrow(where);
});

test('of two terms with the same spelling the first is found', () => {
  const own = parseTerms('en\ttr\ncease-fire\tbizim ateşkes', 'own.tsv');
  const list = new TermList([...own, ...terms.map(({ term }) => term)]);
  const stems = termForms('cease-fire', 'en').map(({ stem }) => stem);
  expect(list.longest(stems, 'en')?.term.get('tr')).toEqual(['bizim ateşkes']);
});
