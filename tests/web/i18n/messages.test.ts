/** The interface is complete in each of its languages, with every plural that the language has. */
import { describe, expect, test } from 'vitest';
import { INTERFACE_LANGUAGES } from '../../../src/web/app/interface.ts';
import { Wording } from '../../../src/web/i18n/format.ts';
import { MESSAGES } from '../../../src/web/i18n/messages.ts';

const CATEGORIES = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

const isPlural = (value: object): boolean =>
  'other' in value && Object.keys(value).every((key) => CATEGORIES.has(key));

/** Every text of a catalogue by its path; a plural is one entry. */
function* entries(
  catalogue: object,
  path = '',
): Generator<[path: string, value: string | Record<string, string>]> {
  for (const [key, value] of Object.entries(catalogue)) {
    const here = `${path}${key}`;
    if (typeof value === 'string') yield [here, value];
    else if (isPlural(value)) yield [here, value];
    else yield* entries(value, `${here}.`);
  }
}

const gaps = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
const english = new Map(entries(MESSAGES.en));

describe.each(INTERFACE_LANGUAGES)('%s', (language) => {
  const own = new Map(entries(MESSAGES[language]));
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();

  test('says everything that English says, with the same gaps', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, value] of own) {
      if (typeof value === 'string') expect(gaps(value), path).toEqual(gaps(english.get(path) as string));
    }
  });

  test('has every plural category of the language and no other', () => {
    for (const [path, value] of own) {
      if (typeof value === 'string') continue;
      expect(Object.keys(value).sort(), path).toEqual([...pluralCategories].sort());
      // A category of one number may name it in words; all others have to show it.
      for (const [category, text] of Object.entries(value)) {
        if (!['zero', 'one', 'two'].includes(category)) expect(text, `${path}.${category}`).toContain('{n}');
      }
    }
  });

  test('leaves nothing empty and nothing in English', () => {
    for (const [path, value] of own) {
      for (const text of typeof value === 'string' ? [value] : Object.values(value)) {
        expect(text.trim(), path).not.toBe('');
        if (language !== 'en') expect(text, path).not.toBe(english.get(path));
      }
    }
  });
});

test.each([
  ['ru', 1, '1 статья'],
  ['ru', 3, '3 статьи'],
  ['ru', 5, '5 статей'],
  ['ru', 21, '21 статья'],
  ['ar', 0, 'لا مقالات'],
  ['ar', 1, 'مقال واحد'],
  ['ar', 2, 'مقالان'],
  ['tr', 7, '7 haber'],
  ['en', 1, '1 article'],
] as const)('%s, %i articles', (language, n, text) => {
  const wording = new Wording(language);
  expect(wording.count(wording.messages.articles, n)).toBe(text);
});

test.each([
  ['en', '2023-10-31T08:00:00Z', 'October 31, 2023'],
  ['tr', '2023-10', 'Ekim 2023'],
  ['ru', '2023', '2023'],
  ['en', 'some day', 'some day'],
] as const)('%s writes %s as %s', (language, iso, text) =>
  expect(new Wording(language).date(iso)).toBe(text),
);

test.each([
  ['UTC', 'December 9, 2024'],
  ['Europe/Istanbul', 'December 10, 2024'],
])('an instant is shown on the day that it has in %s, a plain date on its day', (timezone, day) => {
  const wording = new Wording('en', timezone);
  expect(wording.date('2024-12-10T00:30:00+03:00')).toBe(day);
  expect(wording.date('2024-12-10')).toBe('December 10, 2024');
});

test.each([
  ['ar', 'الروسية والتركية'],
  ['ru', 'Русский, Турецкий'],
] as const)('%s joins names as the language does', (language, text) => {
  const wording = new Wording(language);
  expect(wording.list(['ru', 'tr'].map((code) => wording.languageName(code)))).toBe(text);
});

test('what is put into a sentence keeps its own direction', () => {
  const wording = new Wording('ar');
  expect(wording.say('أزل {name}', { name: 'Lavrov' })).toBe('أزل \u2068Lavrov\u2069');
  expect(wording.fill('{a} ({b})', { a: 1 })).toEqual([{ value: 1 }, ' (', '{b}', ')']);
});
