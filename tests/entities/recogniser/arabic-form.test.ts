import { expect, test } from 'vitest';
import {
  PATTERNS,
  PREFIXES,
  readingsOf,
  SUFFIXES,
} from '../../../src/analysis/languages/arabic/word-patterns.ts';
import { analyzerFor } from '../../../src/analysis/languages/registry.ts';
import { arabicForm } from '../../../src/entities/recogniser/arabic-form.ts';

const folded = (word: string): string => analyzerFor('ar').forms(word).folded;

/** What is in front, the pattern, what is behind, and the root. */
function built(word: string): string | undefined {
  const form = arabicForm(folded(word));
  if (form === undefined) return undefined;
  return `${PREFIXES[form.prefix]}+${PATTERNS[form.pattern]}+${SUFFIXES[form.suffix]} ${form.root}`;
}

test.each([
  ['كاتب', '+1ا23+ كتب'],
  ['والمكتوب', 'ال+م12و3+ كتب'],
  ['متخوفون', '+مت123+ون خWف'],
  ['سيستبعد', 'سي+ست123+ بعد'],
  ['استقبال', '+است12ا3+ قبل'],
  ['بوقوع', 'ب+12و3+ Wقع'],
  ['سلطاته', '+123+اته سلط'],
])('%s is built from a root by a pattern', (word, expected) => expect(built(word)).toBe(expected));

test.each(['شوماخر', 'برلوسكوني', 'كلينتون', 'مانشستر', 'هاملتون'])('no root explains %s', (word) =>
  expect(built(word)).toBeUndefined(),
);

test('a word of another script has no form', () => expect(arabicForm('hamilton')).toBeUndefined());

test('readings use up the whole word', () => {
  for (const word of ['يكتبونها', 'والمكتبات', 'انكسر', 'زلزل'].map(folded))
    for (const { prefix, pattern, suffix, root } of readingsOf(word)) {
      const length = PREFIXES[prefix]!.length + PATTERNS[pattern]!.length + SUFFIXES[suffix]!.length;
      expect([word.length, word.length - 1]).toContain(length);
      expect(root).toHaveLength(3);
    }
});
