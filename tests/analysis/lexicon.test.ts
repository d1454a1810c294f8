/** Translations: what one word is in another language, and what it is not. One row a pair in tests/cases/across.tsv. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyzerFor } from '../../src/analysis/languages/registry.ts';
import { lexicon } from '../../src/analysis/lexicon/lexicon.ts';
import type { LexiconLanguage } from '../../src/analysis/lexicon/lexicon-file.ts';
import { termForms, termList } from '../../src/analysis/lexicon/term-list.ts';

const [, ...rows] = readFileSync(new URL('../cases/across.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** The words of a text in another language, by their stems: of terms the whole, else of the lexicon. */
function translationsOf(text: string, language: LexiconLanguage, to: LexiconLanguage): string[] {
  const stems = termForms(text, language).map(({ stem }) => stem);
  const match = termList().longest(stems, language);
  if (match?.words === stems.length)
    return (match.term.get(to) ?? []).map((spelling) => stemsOf(spelling, to));
  const translations = stems.length === 1 ? lexicon.translate(text, language) : [];
  return translations.filter((translation) => translation.language === to).map(({ forms }) => forms.stem);
}

const stemsOf = (text: string, language: LexiconLanguage): string =>
  termForms(text, language)
    .map(({ stem }) => stem)
    .join(' ');

test.each(rows.map((row) => row.split('\t')))(
  '%s (%s) in %s: %s - %s: %s',
  (word, from, to, other, meet, why) => {
    const [language, target] = [from, to] as LexiconLanguage[];
    expect(translationsOf(word!, language!, target!).includes(stemsOf(other!, target!))).toBe(meet === 'yes');
    expect(why).not.toBe('');
  },
);

test('there are 300 pairs, of which at least 50 must not meet', () => {
  expect(rows.length).toBeGreaterThanOrEqual(300);
  expect(rows.filter((row) => row.split('\t')[4] === 'no').length).toBeGreaterThanOrEqual(50);
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
