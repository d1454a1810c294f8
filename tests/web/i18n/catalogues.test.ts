/** Every language of the interface is complete, with every plural that the language has. */
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Catalogue, loadCatalogue } from '../../../src/web/i18n/catalogue.ts';
import { directionOf, INTERFACE_LANGUAGES } from '../../../src/web/i18n/languages.ts';

const CATEGORIES = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
/** Texts that may be the same as in English. */
const SAME = /^(help\.examples\.(title|source|language|begins|typo)|timeRange|mentionPosition|cite\.quoted)$/;

const isPlural = (value: object): boolean =>
  'other' in value && Object.keys(value).every((key) => CATEGORIES.has(key)) && Object.keys(value).length > 1;

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

test('the table lists exactly the languages that have a catalogue', () => {
  const folder = fileURLToPath(new URL('../../../src/web/i18n/catalogues', import.meta.url));
  const files = globSync('*.ts', { cwd: folder }).map((name) => name.replace('.ts', ''));
  expect(files.sort()).toEqual(INTERFACE_LANGUAGES.map(({ code }) => code).sort());
});

describe.each(INTERFACE_LANGUAGES)('$code', ({ code, name, dir }) => {
  let english: Map<string, string | Record<string, string>>;
  let own: Map<string, string | Record<string, string>>;
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await loadCatalogue(code);
    own = new Map(entries(catalogue));
    english = new Map(entries(await loadCatalogue('en')));
  });

  test('has its own name and the direction of its script', () => {
    expect(new Intl.DisplayNames([code], { type: 'language' }).of(code)!.toLocaleLowerCase(code)).toBe(
      name.toLocaleLowerCase(code),
    );
    expect(directionOf(code)).toBe(dir);
  });

  test('says everything that English says, with the same gaps', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, value] of own) {
      if (typeof value === 'string') expect(gaps(value), path).toEqual(gaps(english.get(path) as string));
    }
  });

  test('has every plural category of the language and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
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
        if (code !== 'en' && !SAME.test(path)) expect(text, path).not.toBe(english.get(path));
      }
    }
  });

  test('contains no month names; they come from Intl', () => {
    const format = new Intl.DateTimeFormat(code, { month: 'long', calendar: 'gregory' });
    const months = Array.from({ length: 12 }, (_, month) => format.format(new Date(2003, month, 15)));
    for (const [path, value] of own) {
      for (const text of typeof value === 'string' ? [value] : Object.values(value))
        for (const month of months.filter(({ length }) => length > 3))
          expect(text, path).not.toContain(month);
    }
  });
});
