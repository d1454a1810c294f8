/** Very long words are known by their beginning. */
import { expect, test } from 'vitest';
import { analyzerFor } from '../../src/analysis/languages/registry.ts';
import { LONGEST_WORD_UNITS } from '../../src/analysis/word-cache.ts';

test('a word of five million letters, such as a picture in base64, is one word with short forms', () => {
  const [token, ...others] = analyzerFor('en').tokens(`a${'bc'.repeat(2_500_000)}`);
  expect(others).toEqual([]);
  expect(token).toMatchObject({ start: 0, end: 5_000_001 });
  expect(token!.forms.exact.length).toBeLessThanOrEqual(LONGEST_WORD_UNITS);
});

test('it is not cut inside of a character', () => {
  const [token] = analyzerFor('en').tokens(`a${'𝒜'.repeat(200)}`);
  expect(token!.forms.exact.isWellFormed()).toBe(true);
});

test.each(['a.', '1\u00A0111\u00A0', "111'", 'aб'])('%j without end is not one word', (unit) => {
  const tokens = analyzerFor('en').tokens(unit.repeat(400));
  for (const { start, end } of tokens) expect(end - start).toBeLessThan(LONGEST_WORD_UNITS);
});
