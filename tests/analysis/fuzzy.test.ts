/** Similar words: what is near, and that the jumps through the vocabulary find what a look at every word finds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { similarWords } from '../../src/analysis/fuzzy.ts';

/** Code point order, in which SQLite keeps the vocabulary. */
const byCodePoint = (a: string, b: string): number => {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

function seeker(words: readonly string[]): {
  seek: (from: string) => string | undefined;
  seeks: () => number;
} {
  const sorted = [...words].sort(byCodePoint);
  let count = 0;
  return {
    seek: (from) => {
      count++;
      return sorted.find((word) => byCodePoint(word, from) >= 0);
    },
    seeks: () => count,
  };
}

const find = (word: string, budget: number, words: readonly string[]): string[] =>
  similarWords(word, budget, seeker(words).seek).map((similar) => similar.word);

describe('similar words', () => {
  test.each([
    ['lavrof', 'lavrov', 1, 1, 'another letter'],
    ['lavrv', 'lavrov', 1, 1, 'a letter left out'],
    ['lavrrov', 'lavrov', 1, 1, 'a letter too many'],
    ['larvov', 'lavrov', 1, 1, 'neighbours swapped'],
    ['alvrov', 'lavrov', 1, 1, 'swapped at the beginning'],
    ['avrov', 'lavrov', 1, undefined, 'a first letter left out is not looked for'],
    ['ضروف', 'ظروف', 1, 0.5, 'ض and ظ are one sound to many'],
    ['ماسكو', 'ماصكو', 1, 0.5, 'س and ص'],
    ['хорашо', 'хорошо', 1, 0.5, 'an unstressed vowel'],
    ['tekhran', 'tehran', 1, 1, 'k before h'],
    ['erdogen', 'erdogan', 2, 1, 'one of two allowed'],
    ['erdogna', 'erdoan', 2, 2, 'a swap over a letter left out is two edits'],
    ['lavrov', 'lavrov', 1, undefined, 'the word itself is not similar to itself'],
    ['merkel', 'lavrov', 2, undefined, 'another word'],
  ])('%s, %s, at most %d: %s, because %s', (word, other, budget, distance, _why) => {
    const [similar] = similarWords(word, budget, seeker([other]).seek);
    expect(similar?.distance).toBe(distance);
  });

  test('the nearest first', () => {
    expect(find('ضروف', 1, ['حروف', 'ظروف', 'ضرووف'])).toEqual(['ظروف', 'ضرووف']);
  });

  test('of two that are equally near the first in code point order, whatever is looked for first', () => {
    expect(find('ba', 1, ['ab', 'bu'])).toEqual(['ab', 'bu']);
  });

  test('an empty word has nothing near it', () => expect(find('', 2, ['a', 'b'])).toEqual([]));
});

test('skipping through the vocabulary finds what a full scan finds', () => {
  const letters = fc.constantFrom(...'abcdeاعضظ😀');
  const word = fc.array(letters, { minLength: 1, maxLength: 7 }).map((list) => list.join(''));
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 60 }), fc.constantFrom(1, 2), (wanted, words, budget) => {
      const vocabulary = [...new Set(words)];
      const one = (other: string): boolean => similarWords(wanted, budget, seeker([other]).seek).length > 0;
      expect(find(wanted, budget, vocabulary).sort()).toEqual(vocabulary.filter(one).sort());
    }),
    { numRuns: 300 },
  );
});

test('most of a large vocabulary is never looked at', () => {
  const words = Array.from(
    { length: 20_000 },
    (_, i) => `${((i * 7919) % 20_000).toString(26)}word${i.toString(36)}`,
  );
  const { seek, seeks } = seeker(words.slice(0, 3000));
  similarWords('k7word1', 1, seek);
  expect(seeks()).toBeLessThan(300);
});
