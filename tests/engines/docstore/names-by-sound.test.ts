/** The names of a document store by sound: each once, the first of a key in order of bytes, whatever was merged. */
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { addChecksumFunction } from '../../../src/common/row-checksum.ts';
import { Statements } from '../../../src/common/sqlite.ts';
import { NAMES_SCHEMA, NamesBySound } from '../../../src/engines/docstore/names-by-sound.ts';
import { keptNameKeys } from '../../../src/entities/transliteration/phonetic-keys.ts';

let database: DatabaseSync;
const open = (): NamesBySound =>
  new NamesBySound(new Statements(database, { broken: 'index_broken', remedy: '' }));
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  addChecksumFunction(database);
  database.exec(NAMES_SCHEMA);
});

/** The names of one sound in a script. */
const listed = (names: NamesBySound, key: string): string[] => names.of(key).split('\n');

const keyOf = (word: string): string => keptNameKeys(word)[0]!;

test('names of one sound are together, those of other scripts and sounds are not', () => {
  const names = open();
  names.add(['lavrov', 'лавров', 'lavrof', 'putin', 'لافروف']);
  expect(listed(names, keyOf('lavrov'))).toEqual(expect.arrayContaining(['lavrov']));
  expect(listed(names, keyOf('lavrov'))).not.toContain('putin');
  expect(listed(names, keyOf('лавров'))).toEqual(['лавров']);
  expect(listed(names, keyOf('لافروف'))).toEqual(['لافروف']);
  expect(names.of('Latn unknown')).toBe('');
});

test('a name that is added again, before or after merging, is there once, and lists are in order', () => {
  const names = open();
  for (const name of ['novak', 'nevak', 'novak', 'nivak', 'novek', 'nevak', 'nuvak', 'navak', 'novok']) {
    names.add([name]);
    names.add([]);
  }
  const sorted = ['navak', 'nevak', 'nivak', 'novak', 'novek', 'novok', 'nuvak'];
  expect(listed(names, keyOf('novak'))).toEqual(sorted);
  names.forceMerge();
  expect(listed(names, keyOf('novak'))).toEqual(sorted);
  expect(listed(open(), keyOf('novak'))).toEqual(sorted);
});

test('of a sound that very many names have, the first 2,000 stay', () => {
  const letters = 'aeiou';
  const vowels = (n: number): string =>
    [3125, 625, 125, 25, 5, 1].map((unit) => letters[Math.floor(n / unit) % 5]).join('');
  const all = Array.from({ length: 5000 }, (_, n) => `r${vowels(n)}`);
  const names = open();
  // The last ones first: what comes later takes their places.
  for (let end = all.length; end > 0; end -= 500) names.add(all.slice(end - 500, end));
  const first = all.slice(0, 2000);
  expect(listed(names, keyOf('rae'))).toEqual(first);
  names.forceMerge();
  expect(listed(names, keyOf('rae'))).toEqual(first);
});

test('a damaged page is noticed', () => {
  open().add(['novak']);
  database.exec('UPDATE names_pages SET bytes = zeroblob(length(bytes))');
  expect(() => open().of(keyOf('novak'))).toThrow('names of the index is damaged');
});
