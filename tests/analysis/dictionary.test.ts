/** What a spelling dictionary has in lower case, in whatever case or number it stands. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInDictionary } from '../../src/analysis/dictionary.ts';
import { termHash } from '../../src/analysis/hash.ts';
import { FORMS } from '../../src/analysis/language.ts';
import { analyzerFor } from '../../src/analysis/languages/registry.ts';

test.each([
  ['tr', 'kalem', true, 'as it is listed'],
  ['tr', 'kalemler', true, 'a plural'],
  ['tr', 'kallas', false, 'kallaş is a word; without its mark it may be a name'],
  ['en', 'photography', true, 'as it is listed'],
  ['en', 'pharmacies', true, 'a plural in -ies'],
  ['en', 'lavrov', false, 'no word'],
  ['ru', 'восток', true, 'as it is listed'],
  ['ru', 'востоке', true, 'a case'],
  ['ru', 'крестьяне', true, 'a plural with a stem of its own'],
  ['ru', 'устроили', true, 'a verb of the past'],
  ['ru', 'ошибок', true, 'a fleeting vowel'],
  ['ru', 'актеров', true, 'people in the genitive'],
  ['ru', 'соколов', false, 'a surname, though сокол is a word'],
  ['ru', 'аарнио', false, 'no word'],
  ['ru', 'акияма', false, 'no word, though аки is one'],
])('%s %s: %s, %s', (language, word, expected) => {
  expect(isInDictionary([analyzerFor(language).forms(word)])).toBe(expected);
});

test('words that differ in their first letter have no key in common, whatever their forms', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: fc.constantFrom(...'abcdeабвгд') }), (word) => {
      const others = [1, 2, 3, 4, 5, 6, 7].map(
        (bits) => String.fromCharCode(word.charCodeAt(0) ^ bits) + word.slice(1),
      );
      const keys = FORMS.map((form) => termHash(word, form));
      for (const other of others) for (const form of FORMS) expect(keys).not.toContain(termHash(other, form));
    }),
  );
});
