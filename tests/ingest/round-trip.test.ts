/** What is exported and ingested again is the same archive. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import type { Article } from '../../src/common/types.ts';
import { EXPORT_FORMATS } from '../../src/ingest/export-format.ts';
import { ingest } from '../../src/ingest/ingest.ts';

let folder: string;
let from: Archive;
let to: Archive;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-export-'));
  from = new Archive(join(folder, 'from.db'));
  to = new Archive(join(folder, 'to.db'));
});
afterEach(() => {
  from.close();
  to.close();
  rmSync(folder, { recursive: true });
});

const ARTICLES: readonly Article[] = [
  { id: '-1', title: '-2 degrees', body: '=SUM(A1) "quoted"\n\n  indented\ttext', keywords: [] },
  { title: '', body: 'No title', keywords: ['a, b', 'c; d', '[e]', ' f'] },
  { title: 'Text of a page: <b>bold</b> &amp; <br>', body: '<p>shown as it is</p>', keywords: [] },
  { title: '2024-03-12', body: '12.03.2024', publishedText: 'yesterday', keywords: ['1', '2'] },
  {
    title: 'A date',
    body: '',
    publishedAt: '2024-03-12',
    publishedText: '12 Mart 2024 (Salı)',
    keywords: [],
  },
  { title: 'No text of the date', body: 'x', publishedAt: '2024-03-12T10:00:00Z', keywords: [] },
  {
    id: 'full',
    title: 'عنوان',
    body: 'نص\u200Fالخبر',
    url: 'https://a.example/1?x=1#y',
    source: "'=Daily",
    keywords: ['جسر'],
    authors: ['A, B', 'C'],
    section: ' local ',
    image: 'https://a.example/i.jpg',
    language: 'ar',
    fields: { views: 7, desks: ['x', 2], note: '1' },
    page: 'p1',
  },
  { id: 'x'.repeat(2500), title: 'A long id', body: 'x', keywords: [] },
  { title: 'Front page', body: 'x', url: 'https://a.example/', keywords: [] },
  { id: 'half', title: 'Half \uD800 of a pair', body: 'and \0 zero', keywords: [] },
];

const content = (archive: Archive) =>
  [...archive.allArticles()]
    .map(({ sequence: _, revision: __, ...article }) => article)
    .sort((one, other) => (one.id < other.id ? -1 : 1));

async function roundTrip(format: keyof typeof EXPORT_FORMATS): Promise<void> {
  const { head, write } = EXPORT_FORMATS[format];
  const file = join(folder, `export.${format}`);
  writeFileSync(file, head + [...from.allArticles()].map(write).join(''));
  const report = await ingest(to, [file]);
  expect(report.problems).toEqual([]);
}

test.each(['jsonl', 'warc'] as const)('%s: every article, byte for byte', async (format) => {
  from.put(ARTICLES);
  await roundTrip(format);
  expect(content(to)).toEqual(content(from));
  expect((await ingest(to, [join(folder, `export.${format}`)])).unchanged).toBe(ARTICLES.length);
});

test('csv: the same, except zero bytes and halves of characters, which tables cannot have', async () => {
  from.put(ARTICLES.filter(({ id }) => id !== 'half'));
  await roundTrip('csv');
  expect(content(to)).toEqual(content(from));
});

test('any text', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  const article = fc.record({
    title: text,
    body: fc.string({ unit: 'binary', minLength: 1 }),
    keywords: fc.array(text),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(article, { minLength: 1, maxLength: 5 }), async (articles) => {
      const readable = articles.filter(({ title, body }) => title.trim() !== '' || body.trim() !== '');
      fc.pre(readable.length > 0);
      from.put(readable);
      await roundTrip('jsonl');
      expect(content(to)).toEqual(content(from));
    }),
    { numRuns: 25 },
  );
});

test('an export has each article once while others are written', () => {
  from.put(ARTICLES);
  const ids: string[] = [];
  for (const { id } of from.allArticles()) {
    ids.push(id);
    from.put([{ id, title: 'changed meanwhile', body: '', keywords: [] }]);
  }
  expect(new Set(ids).size).toBe(ARTICLES.length);
  expect(ids).toHaveLength(ARTICLES.length);
});
