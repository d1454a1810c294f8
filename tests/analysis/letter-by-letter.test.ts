import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord, hashOfFolded } from '../../src/analysis/folding/letter-by-letter.ts';
import { hashOf } from '../../src/analysis/word-map.ts';

const unitsOf = (word: string): number[] => word.split('').map((unit) => unit.charCodeAt(0));

const hashFor = (word: string): number | undefined => {
  const units = [0x41, ...unitsOf(word), 0x41];
  return hashOfFolded(units, 1, units.length - 1);
};

describe('the hash of a folded word', () => {
  test.each(['Ankara', 'İSTANBUL', 'ışık', 'Москва', 'Ёлка', 'القاهرة', 'إيران', 'أي'])('%s', (word) => {
    const folded = foldWord(word);
    expect(hashFor(word)).toBe(hashOf(folded, 0, folded.length));
  });

  test.each([
    ['Straße', 'a letter that becomes two'],
    ['مَدرسة', 'a vowel sign'],
    ['شئون', 'a seat of hamza that depends on the next letter'],
    ['ماء', 'hamza alone'],
    ['Mоскa', 'two scripts'],
    ['COVID 19', 'what is no letter'],
    ['é'.normalize('NFD'), 'a mark of its own'],
    ['𐐀', 'half of a character'],
  ])('is not known of %s: %s', (word) => {
    expect(hashFor(word)).toBeUndefined();
  });

  test('is that of the folded word, whatever stands beside a letter', () => {
    const letters = (from: number, to: number) => fc.integer({ min: from, max: to });
    const word = fc.oneof(
      ...[letters(0x41, 0x24f), letters(0x400, 0x52f), letters(0x600, 0x6ff), letters(0x41, 0x7ff)].map(
        (letter) =>
          fc.array(letter, { minLength: 1, maxLength: 8 }).map((units) => String.fromCharCode(...units)),
      ),
      fc.string({ unit: fc.constantFrom(...'ئءؤوأإآاىيةهبشسن'), minLength: 1, maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'iİıIşçéßæœbkЁёйи'), minLength: 1, maxLength: 8 }),
    );
    fc.assert(
      fc.property(word, (written) => {
        const hash = hashFor(written);
        const folded = foldWord(written);
        if (hash !== undefined) expect(hash).toBe(hashOf(folded, 0, folded.length));
      }),
      { numRuns: 5000 },
    );
  });
});
