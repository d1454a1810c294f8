import { expect, test } from 'vitest';
import { bufferSource } from '../../../src/ingest/byte-source.ts';
import { readText } from '../../../src/ingest/formats/plain-text.ts';
import { readTextFile } from '../../../src/ingest/formats/text-file.ts';

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

test('the head of a text in YAML is read as labels', async () => {
  const text =
    '---\ntitle: "Köprü onarılıyor"\ndate: 2024-03-12\ntags: [yol, köprü]\n---\nMetin burada.\n---\nİkinci satır.\n';
  const results = [];
  for await (const result of readTextFile(bufferSource('a.txt', Buffer.from(text)), {})) results.push(result);
  expect(results).toMatchObject([
    {
      article: {
        title: 'Köprü onarılıyor',
        body: 'Metin burada.\n---\nİkinci satır.',
        publishedAt: '2024-03-12',
        keywords: ['yol', 'köprü'],
      },
    },
  ]);
});
