/** Tables of all sorts: names of columns, quotes, line numbers. */
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/common/types.ts';
import { bufferSource } from '../../../src/ingest/byte-source.ts';
import { readCsv } from '../../../src/ingest/formats/csv.ts';
import type { ReadOptions } from '../../../src/ingest/read-options.ts';

async function read(text: string | Buffer, options: ReadOptions = {}) {
  const articles: Article[] = [];
  const lines: number[] = [];
  const problems: string[] = [];
  for await (const result of readCsv(bufferSource('a.csv', Buffer.from(text)), options)) {
    if ('article' in result) {
      articles.push(result.article);
      lines.push(result.line);
    } else problems.push(`${result.problem.line} ${result.problem.reason}`);
  }
  return { articles, lines, problems };
}

test.each<[string, string, Partial<Article>]>([
  [
    'Arabic',
    'عنوان الخبر,المحتوى,تاريخ النشر,الكاتب\nجسر,أغلق,2024-05-09,كاتب',
    { title: 'جسر', body: 'أغلق', publishedAt: '2024-05-09', authors: ['كاتب'] },
  ],
  [
    'Turkish',
    'HABER BAŞLIĞI;Haber_Metni;Yayın Tarihi;Kategori\nKöprü;Kapandı;09.05.2024;Yerel',
    { title: 'Köprü', body: 'Kapandı', publishedAt: '2024-05-09', section: 'Yerel' },
  ],
  [
    'Russian',
    'Заголовок\tТекст статьи\tДата публикации\tТеги\nМост\tЗакрыт\t09.05.2024\tа; б',
    { title: 'Мост', body: 'Закрыт', publishedAt: '2024-05-09', keywords: ['а', 'б'] },
  ],
  [
    'English',
    'Headline,Article Text,Published-Date,By Line,extra\nQuay,Closed,2024-05-09,A,x',
    { title: 'Quay', body: 'Closed', publishedAt: '2024-05-09', authors: ['A'], fields: { extra: 'x' } },
  ],
  [
    'two of a kind',
    'title,text,content,description\nQuay,short,a longer text,about it',
    { body: 'a longer text', fields: { text: 'short', description: 'about it' } },
  ],
  ['the same name twice', 'title,title,body\nA,B,C', { title: 'A', fields: { 'title 2': 'B' } }],
])('columns in %s', async (_, text, expected) => {
  expect((await read(text)).articles).toMatchObject([expected]);
});

test('names are given with a map, also by number', async () => {
  const map = { title: 'kop', body: 'tekst', 'fields.desk': 'redactie' };
  expect((await read('kop,tekst,redactie\nA,B,C', { map })).articles).toMatchObject([
    { title: 'A', body: 'B', fields: { desk: 'C' } },
  ]);
  expect((await read('A,B\nC,D', { map: { title: '1', body: '2' } })).articles).toMatchObject([
    { title: 'A', body: 'B' },
    { title: 'C', body: 'D' },
  ]);
});

describe('lines', () => {
  const text = 'title,body,date\nOne,"a\nb\nc",2024-05-09\n\nTwo,"d",x\nThree,"e\nf",y\n';
  test.each([
    ['LF', text],
    ['CR LF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
  ])('%s', async (_, ends) => {
    const { articles, lines } = await read(ends);
    expect(lines).toEqual([2, 6, 7]);
    expect(articles[0]!.body).toBe('a\nb\nc');
  });
});

test('a quotation mark that is never closed costs its row only', async () => {
  const rows = Array.from({ length: 500 }, (_, number) => `Title ${number},Body ${number}`);
  rows.splice(50, 0, 'Broken,"never closed');
  const { articles, problems } = await read(`title,body\n${rows.join('\n')}\n`);
  expect(articles).toHaveLength(500);
  expect(problems).toEqual(['52 the row cannot be read as CSV: a quotation mark is never closed']);
});

test.each<[string, string, Partial<Article>[]]>([
  ['a line that names the separator', 'sep=;\ntitle;body\nA, B;C', [{ title: 'A, B', body: 'C' }]],
  [
    'HTML in a cell',
    'title,body\nA &amp; B,"<p>One.</p><p>Two.</p>"',
    [{ title: 'A & B', body: 'One.\nTwo.' }],
  ],
  ['quotes escaped with a backslash', 'title,body\n"A \\"b\\"",c', [{ title: 'A "b"', body: 'c' }]],
  ['quotes within a cell', 'title,body\nA "b",5" pipe', [{ title: 'A "b"', body: '5" pipe' }]],
  ['row numbers of pandas', ',title,body\n0,A,B\n1,C,D', [{ title: 'A' }, { title: 'C' }]],
  ['more cells than names', 'title,body\nA,B,C', [{ title: 'A', fields: { 'column 3': 'C' } }]],
])('%s', async (_, text, expected) => {
  const { articles } = await read(text);
  expect(articles).toMatchObject(expected);
  if (!JSON.stringify(expected).includes('fields')) expect(articles[0]).not.toHaveProperty('fields');
});

test('letters outside of ASCII that come after a megabyte', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, number) => `Note ${number},plain text that has nothing else in it`,
  );
  const head = Buffer.from(`title,body\n${rows.join('\n')}\n`);
  // "İşçi grevi,çözüm aranıyor" in windows-1254.
  const last = Buffer.from(
    'dd fe e7 69 20 67 72 65 76 69 2c e7 f6 7a fc 6d 20 61 72 61 6e fd 79 6f 72'.replaceAll(' ', ''),
    'hex',
  );
  const { articles } = await read(Buffer.concat([head, last]));
  expect(articles.at(-1)).toMatchObject({ title: 'İşçi grevi', body: 'çözüm aranıyor' });
});

test('a table without a row of names says what to do', async () => {
  expect((await read('Köprü kapandı,Onarım\nLiman,Bakım')).problems).toEqual([
    expect.stringMatching(/no column is known as a title or a body .*--map title=NAME/),
  ]);
});

test.each<[string, string, Partial<Article>[]]>([
  [
    'a title above the names',
    'Export of articles;;\ntitle;body;date\nA;B;2024-03-12\n',
    [{ title: 'A', publishedAt: '2024-03-12' }],
  ],
  ['comments above the names', '# exported\n# by a tool\ntitle,body\nA,B\n', [{ title: 'A', body: 'B' }]],
  ['tildes', 'title~body\nA, B~C\n', [{ title: 'A, B', body: 'C' }]],
  ['the sign of Hive', 'title\u0001body\nA\u0001B\n', [{ title: 'A', body: 'B' }]],
  [
    'more commas than semicolons in the names',
    'title;body;note, with, many, commas\nA;B;c\n',
    [{ title: 'A', body: 'B' }],
  ],
  [
    'single quotation marks',
    "title,body\n'Bridge, closed','It''s closed'\n",
    [{ title: 'Bridge, closed', body: "It's closed" }],
  ],
  [
    'apostrophes',
    "title,body\n'Tis late,O'Neill's quay\nB,C\n",
    [{ title: "'Tis late", body: "O'Neill's quay" }, { title: 'B' }],
  ],
  [
    'words around the names',
    'News_Title,newsBody,كاتب المقال,Haber Özeti\nA,B,C,D\n',
    [{ title: 'A', body: 'B', authors: ['C'] }],
  ],
  ['a cell that is also a name', 'text\nNews\nSecond\n', [{ body: 'News' }, { body: 'Second' }]],
])('%s', async (_, text, expected) => {
  const { articles } = await read(text);
  expect(articles).toHaveLength(expected.length);
  expect(articles).toMatchObject(expected);
});

test('rows above the names are counted', async () => {
  expect((await read('Export\n\ntitle,body\nA,B\n')).problems).toEqual([
    '3 1 row above the names of the columns is no article',
  ]);
});
