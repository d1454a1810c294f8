import { expect, test } from 'vitest';
import { readText } from '../../../src/ingest/formats/plain-text.ts';

const read = (text: string) => [...readText(text, 'a.txt')];

test('the first line that is not blank is the title', () => {
  expect(read('\n\nTitle\nOne\n\nTwo\n\n')).toEqual([
    { article: { title: 'Title', body: 'One\n\nTwo', keywords: [] }, line: 3 },
  ]);
});

test('a first line as long as a paragraph is no title', () => {
  const line = 'word '.repeat(300_000).trim();
  expect(read(line)).toEqual([{ article: { title: '', body: line, keywords: [] }, line: 1 }]);
});

test('a file of blank lines says so', () => {
  expect(read('\n \n')).toMatchObject([{ problem: { effect: 'skipped', reason: 'the file has no text' } }]);
});
