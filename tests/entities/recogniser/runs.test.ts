/** What is seen of runs of capitalised words. */
import { expect, test } from 'vitest';
import { analyzerFor } from '../../../src/analysis/languages/registry.ts';
import { enclosedIn } from '../../../src/entities/recogniser/enclosed.ts';
import { seenIn } from '../../../src/entities/recogniser/features.ts';
import { isOfSport } from '../../../src/entities/recogniser/sport.ts';

function runsOf(text: string, language = 'tr'): string[][] {
  const tokens = analyzerFor(language).tokens(text);
  const { runs } = seenIn(tokens, text, []);
  return runs.map((features) => features.map(String));
}

const withFeatures = (text: string, language = 'tr'): number[] =>
  runsOf(text, language).flatMap((features, at) => (features.length > 0 ? [at] : []));

test.each([
  ['Dün Kara Kule kapandı.', [0, 1, 2], 'capitals'],
  ['Dün Ludwig van Beethoven çaldı.', [0, 1, 2, 3], 'a particle between capitals belongs to the run'],
  ['Dün van gördüm.', [0], 'a particle alone does not'],
  ['bugün hava çok güzel', [], 'no capitals, no runs'],
])('%s', (text, words) => {
  expect(withFeatures(text)).toEqual(words);
});

test('Arabic has none', () => {
  expect(withFeatures('قال الرئيس إن الخطة جاهزة', 'ar')).toEqual([]);
});

test('the last word of a sentence tells what its first name is', () => {
  const [song] = runsOf('Ulara, yeni bir şarkıdır.');
  const [village] = runsOf('Ulara, yeni bir köydür.');
  expect(song).not.toEqual(village);
});

test('only the sentence of a name tells, not the one behind it', () => {
  const [one] = runsOf('Ulara bir köy şarkısıdır. O köydür.');
  const [other] = runsOf('Ulara bir köy şarkısıdır. O şarkıdır.');
  expect(one).toEqual(other);
});

test('words between quotation marks and in brackets', () => {
  const text = 'Bir "iki üç" dört (beş "altı") yedi «sekiz» dokuz';
  const tokens = analyzerFor('tr').tokens(text);
  expect([...enclosedIn(tokens, text)]).toEqual([0, 1, 1, 0, 2, 3, 0, 1, 0]);
});

test.each([
  ['tr', 'maçında', true],
  ['tr', 'köyünde', false],
  ['ru', 'матча', true],
  ['en', 'striker', true],
  ['en', 'village', false],
])('a word of sport in %s: %s', (language, word, is) => {
  expect(isOfSport(analyzerFor(language).forms(word))).toBe(is);
});
