/** Spellings of an entity, each listed once. */
import { expect, test } from 'vitest';
import { mergedSpellings } from '../../../src/web/entity/spellings.ts';

test('a spelling that several languages have is one, with all its mentions; the most frequent comes first', () => {
  expect(
    mergedSpellings([
      { spelling: 'Putin', language: 'tr', mentions: 4 },
      { spelling: 'Путин', language: 'ru', mentions: 6 },
      { spelling: 'Putin', language: 'en', mentions: 3 },
    ]),
  ).toEqual([
    { spelling: 'Putin', languages: ['tr', 'en'], mentions: 7 },
    { spelling: 'Путин', languages: ['ru'], mentions: 6 },
  ]);
});
