/** What holds for every language and every word. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMS } from '../../src/analysis/language.ts';
import { analyzerFor, LANGUAGES } from '../../src/analysis/languages/registry.ts';

const codes = [...LANGUAGES.map(({ code }) => code), 'und'];
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => /[\p{L}\p{N}]/u.test(text));

describe.each(codes)('forms in %s', (code) => {
  const analyzer = analyzerFor(code);

  test('no word loses all of itself', () => {
    fc.assert(fc.property(word, (text) => FORMS.every((form) => analyzer.forms(text)[form] !== '')));
  });

  test('composed and decomposed text give the same words', () => {
    fc.assert(
      fc.property(word, (text) => {
        expect(analyzer.forms(text.normalize('NFD')).folded).toBe(
          analyzer.forms(text.normalize('NFC')).folded,
        );
      }),
    );
  });

  test('a form is made of the one before: words that meet stay together', () => {
    for (const { form } of analyzer.language.tokenFilters) expect(FORMS).toContain(form);
    const order = analyzer.language.tokenFilters.map(({ form }) => FORMS.indexOf(form));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('stop words are known by every spelling', () => {
    for (const stop of analyzer.language.stopWords.filter((text) => !/\s/.test(text))) {
      expect(analyzer.forms(stop).stop, stop).toBe(true);
    }
  });
});

test('languages of one script fold alike, apart from case', () => {
  for (const script of new Set(LANGUAGES.map((language) => language.script))) {
    const analyzers = LANGUAGES.filter((language) => language.script === script).map(({ code }) =>
      analyzerFor(code),
    );
    fc.assert(
      fc.property(
        word,
        (text) => new Set(analyzers.map((analyzer) => analyzer.forms(text).folded)).size === 1,
      ),
    );
  }
});

test.each([
  [
    'tr',
    'الأستانة toplantısı',
    ['استان', 'toplanti'],
    'an Arabic word is folded and loses its article, as in Arabic text',
  ],
  ['ar', 'قال Лаврова', ['قال', 'лавр'], 'a Russian name loses its ending'],
  [
    'ar',
    'شركة Şirketleri',
    ['شرك', 'sirketleri'],
    'two languages stem Latin script: the word is only folded',
  ],
  ['ru', 'встреча 12 stations', ['встреч', '12', 'stations'], 'numbers are of no script'],
  ['und', 'الأستانة', ['الاستانه'], 'where nothing is known, nothing is stemmed'],
])('a word of another script than its text, %s: %s', (language, text, stems, why) => {
  expect(
    analyzerFor(language)
      .tokens(text)
      .map(({ forms }) => forms.stem),
    why,
  ).toEqual(stems);
});
