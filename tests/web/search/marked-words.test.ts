/** Colours by word: numbered in the order of the query, readable in both appearances, also under their pattern. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { numberedWords, WORD_COLOURS } from '../../../src/web/search/marked-words.tsx';

const marks = (...words: string[]) => words.map((word) => ({ word }));

test.each([
  [
    'in the order of the query, whatever comes first in the text',
    'Lavrov Syria',
    ['Syria', 'Lavrov', 'Syria'],
    ['Lavrov', 'Syria'],
  ],
  ['one word has no colour of its own', 'Lavrov', ['Lavrov', 'Lavrov'], []],
  ['nothing marked', 'Lavrov Syria', [], []],
  [
    'what the query does not have as it is comes last',
    'Syria',
    ['another name', 'Syria'],
    ['Syria', 'another name'],
  ],
] as const)('%s', (_why, q, marked, expected) => {
  const numbers = numberedWords(q, marks(...marked));
  expect([...numbers.keys()]).toEqual(expected);
  expect([...numbers.values()]).toEqual(expected.map((_, index) => index));
});

test('the seventh word has the colour of the first', () => {
  const words = Array.from({ length: WORD_COLOURS + 1 }, (_, index) => `w${index}`);
  expect(numberedWords(words.join(' '), marks(...words)).get('w6')).toBe(0);
});

const css = readFileSync(new URL('../../../src/web/styles/tokens.css', import.meta.url), 'utf8');
const rgb = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
/** Relative luminance and contrast of WCAG 2.2. */
const luminance = (colour: readonly number[]): number => {
  const [r, g, b] = colour.map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (one: readonly number[], other: readonly number[]): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
};
const token = (name: string): [string, string] => {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)!;
  return [light!, dark!];
};

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_name, appearance) => {
  const ink = rgb(token('ink')[appearance]);
  const names = Array.from({ length: WORD_COLOURS }, (_, index) => `word-${index}`);
  test.each(names)('%s: text on its colour, also where the pattern is, has a contrast of 4.5', (name) => {
    const ground = rgb(token(name)[appearance]);
    const traced = ground.map((value, index) => value * 0.87 + ink[index]! * 0.13);
    expect(contrast(ink, ground)).toBeGreaterThan(4.5);
    expect(contrast(ink, traced)).toBeGreaterThan(4.5);
  });
});
