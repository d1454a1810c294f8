/** Translations: what one word is in another language, and what it is not. One row a pair in tests/cases/across.tsv. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyzerFor } from '../../src/analysis/languages/registry.ts';
import { lexicon } from '../../src/analysis/lexicon/lexicon.ts';
import type { LexiconLanguage } from '../../src/analysis/lexicon/lexicon-file.ts';

const [, ...rows] = readFileSync(new URL('../cases/across.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n');

test.each(rows.map((row) => row.split('\t')))('%s (%s) in %s: %s - %s', (word, language, to, other, meet) => {
  const stems = lexicon
    .translate(word!, language as LexiconLanguage)
    .filter((translation) => translation.language === to)
    .map(({ forms }) => forms.stem);
  expect(stems.includes(analyzerFor(to!).forms(other!).stem)).toBe(meet === 'yes');
});

test('a word that no list has is not translated', () => {
  expect(lexicon.translate('zzyzx', 'en')).toEqual([]);
});

test.each([
  ['bakanların', 'tr', 'bakan'],
  ['الوزراء', 'ar', 'وزير'],
  ['earthquakes', 'en', 'earthquake'],
] as const)('%s (%s) is shown as %s', (word, language, shown) => {
  expect(lexicon.wordOf(analyzerFor(language).forms(word).stem, language)).toBe(shown);
});

test('the surest translation of a language comes first, with a weight from 0 to 1', () => {
  const weights = lexicon
    .translate('earthquake', 'en')
    .filter(({ language }) => language === 'ar')
    .map(({ weight }) => weight);
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  expect(weights.every((weight) => weight >= 0 && weight <= 1)).toBe(true);
});
