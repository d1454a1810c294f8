/** The template of a language compiles and does what its comment says; the listed languages keep their stored numbers. */
import { expect, test } from 'vitest';
import { Analyzer } from '../../src/analysis/analyzer.ts';
import { FORMS } from '../../src/analysis/language.ts';
import { LANGUAGES, languageNumber, languageOfNumber } from '../../src/analysis/languages/registry.ts';
import { template } from '../../src/analysis/languages/template.ts';
import { ROLES } from '../../src/analysis/name-rules.ts';
import { INTERFACE_LANGUAGES } from '../../src/web/i18n/languages.ts';

const analyzer = new Analyzer(template);

test.each([
  ['SEROKWEZÎR', 'serokwezîr', 'exact', 'capitals are lowered'],
  ['Serokwezîr', 'serokwezir', 'folded', 'a keyboard without î finds it'],
  ['nûçe', 'nuce', 'folded', 'so do û and ç'],
  ['pirtûk', 'pirtûkan', 'apart', 'there is no stemming'],
])('%s and %s are equal in: %s, because %s', (word, other, expected) => {
  const [first, second] = [analyzer.forms(word), analyzer.forms(other)];
  expect(FORMS.find((form) => first[form] === second[form]) ?? 'apart').toBe(expected);
});

test('its stop words are recognised', () => {
  for (const word of template.stopWords) expect(analyzer.forms(word).stop, word).toBe(true);
});

test('each list of months has twelve', () => {
  for (const language of [...LANGUAGES, template])
    for (const months of language.dates?.months ?? []) expect(months, language.code).toHaveLength(12);
});

test('titles are of known roles', () => {
  for (const { names } of [...LANGUAGES, template])
    for (const role of Object.keys(names?.titles ?? {})) expect(ROLES).toContain(role);
});

test('confused letters are given in pairs', () => {
  for (const { confusedLetters = '' } of LANGUAGES)
    for (const pair of confusedLetters.split(' ').filter(Boolean)) expect([...pair]).toHaveLength(2);
});

test('the numbers in stored indexes never change, whatever the order of the list', () => {
  const numbers = Object.fromEntries(LANGUAGES.map(({ code, number }) => [code, number]));
  expect(numbers).toEqual({ ar: 0, tr: 1, en: 2, ru: 3, fa: 4, de: 5, fr: 6 });
  for (const { code, number } of LANGUAGES) expect(languageOfNumber(number)).toBe(code);
  expect([languageNumber('und'), languageNumber('xx'), languageOfNumber(255)]).toEqual([255, 255, 'und']);
  expect(numbers).not.toContain(template.number);
});

test('languages in which entities have names are languages of the page', () => {
  const offered: string[] = INTERFACE_LANGUAGES.map(({ code }) => code);
  for (const { code, entityNames } of LANGUAGES) if (entityNames) expect(offered).toContain(code);
});
