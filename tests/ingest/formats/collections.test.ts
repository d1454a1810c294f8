/** Web archives of the old format and collections of documents in SGML. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Article, ReadResult } from '../../../src/common/types.ts';
import { bufferSource } from '../../../src/ingest/byte-source.ts';
import { readSource } from '../../../src/ingest/formats.ts';

async function read(name: string, content: Buffer | string, chunkBytes?: number) {
  const bytes = Buffer.from(content);
  const source =
    chunkBytes === undefined
      ? bufferSource(name, bytes)
      : {
          file: name,
          async *bytes() {
            for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
          },
        };
  const articles: Article[] = [];
  const problems: string[] = [];
  const times: (string | undefined)[] = [];
  for await (const result of readSource(source) as AsyncIterable<ReadResult>) {
    if ('article' in result) {
      articles.push(result.article);
      times.push(result.capturedAt);
    } else problems.push(`${result.problem.line}: ${result.problem.effect}: ${result.problem.reason}`);
  }
  return { articles, problems, times };
}

const page = (title: string): string =>
  `<html><head><title>${title}</title><meta charset="utf-8"></head><body><article><h1>${title}</h1><p>${'The council met on the quay and spoke about the harbour for two hours. '.repeat(4)}</p></article></body></html>`;

function arcRecord(
  url: string,
  content: Buffer | string,
  time = '20080430204825',
  type = 'text/html',
): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`${url} 127.10.0.1 ${time} ${type} ${bytes.length}\n`),
    bytes,
    Buffer.from('\n'),
  ]);
}
const answer = (
  body: Buffer | string,
  status = '200 OK',
  headers = 'Content-Type: text/html; charset=utf-8',
): Buffer => Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`), Buffer.from(body)]);
const FILE_HEAD = arcRecord(
  'filedesc://crawl.arc',
  '1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n',
  '20080430204825',
  'text/plain',
);
const ARC = Buffer.concat([
  FILE_HEAD,
  arcRecord('http://haber.example/a', answer(page('Köprü kapandı'))),
  arcRecord('http://haber.example/b', answer('Not here', '404 Not Found')),
  arcRecord(
    'http://haber.example/c',
    answer(
      gzipSync(page('Вторая')),
      '200 OK',
      'Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip',
    ),
    '200804302100',
  ),
  arcRecord('dns:haber.example', 'haber.example. 600 IN A 127.10.0.1', '20080430204825', 'text/dns'),
  arcRecord('http://haber.example/img.png', answer('\x89PNG', '200 OK', 'Content-Type: image/png')),
]);

describe('ARC', () => {
  test.each([64, 1000, 100_000])(
    'pages that were answered with 200, from chunks of %i bytes',
    async (chunkBytes) => {
      const { articles, times, problems } = await read('crawl.arc', ARC, chunkBytes);
      expect(articles.map(({ title, url }) => [title, url])).toEqual([
        ['Köprü kapandı', 'http://haber.example/a'],
        ['Вторая', 'http://haber.example/c'],
      ]);
      expect(times).toEqual(['2008-04-30T20:48:25.000Z', '2008-04-30T21:00:00.000Z']);
      expect(problems).toEqual([]);
    },
  );

  test('packed record by record', async () => {
    const packed = Buffer.concat([
      gzipSync(FILE_HEAD),
      gzipSync(arcRecord('http://a.example/1', answer(page('One')))),
    ]);
    expect((await read('crawl.arc.gz', packed)).articles.map(({ title }) => title)).toEqual(['One']);
  });

  test('heads of version 2', async () => {
    const content = answer(page('Two'));
    const head = `http://a.example/2 127.0.0.1 20080430204825 text/html 200 - - 1234 crawl.arc ${content.length}\n`;
    const { articles } = await read('two.arc', Buffer.concat([FILE_HEAD, Buffer.from(head), content]));
    expect(articles.map(({ title }) => title)).toEqual(['Two']);
  });

  test.each<[string, Buffer, number, RegExp]>([
    ['no archive', Buffer.from('once upon a time\n'), 0, /record 1 on it cannot be read: "once upon/],
    [
      'garbage after a record',
      Buffer.concat([ARC, Buffer.from('garbage here\n')]),
      2,
      /"garbage here" is not the head/,
    ],
    ['cut off within a record', ARC.subarray(0, 600), 1, /record 2 \(http:\/\/haber.example\/a\) is cut off/],
    ['nothing but its head', FILE_HEAD, 0, /there is no record/],
  ])('%s', async (_, content, count, reason) => {
    const { articles, problems } = await read('broken.arc', content);
    expect(articles).toHaveLength(count);
    expect(problems.join('\n')).toMatch(reason);
  });
});

describe('TREC text', () => {
  test.each<[string, string, Partial<Article>[]]>([
    [
      'a newspaper of TREC',
      '<DOC>\n<DOCNO> FT911-3 </DOCNO>\n<DATE>910514\n</DATE>\n<HEADLINE>\nFT  14 MAY 91 / International: AT&T <b>wins\n</HEADLINE>\n<TEXT>\nThe first line\nand the second.\n</TEXT>\n</DOC>\n<DOC>\n<DOCNO>FT911-4</DOCNO>\n<HEAD>Second</HEAD>\n<TEXT>Text two.</TEXT></DOC>',
      [
        {
          id: 'FT911-3',
          title: 'FT 14 MAY 91 / International: AT&T wins',
          body: 'The first line\nand the second.',
        },
        { id: 'FT911-4', title: 'Second', body: 'Text two.' },
      ],
    ],
    [
      'Gigaword',
      '<DOC id="AFP_ARB_19940513.0001" type="story" >\n<HEADLINE>\nوصول الوزير\n</HEADLINE>\n<DATELINE>\nالقاهرة 13-5 (اف ب)\n</DATELINE>\n<TEXT>\n<P>\nوصل الوزير.\n</P>\n<P>\nثم غادر.\n</P>\n</TEXT>\n</DOC>',
      [{ id: 'AFP_ARB_19940513.0001', title: 'وصول الوزير', body: 'وصل الوزير.\nثم غادر.' }],
    ],
    [
      'Reuters-21578',
      '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS TOPICS="YES" OLDID="5544" NEWID="1">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TOPICS><D>cocoa</D></TOPICS>\n<TEXT>&#2;\n<TITLE>BAHIA COCOA REVIEW</TITLE>\n<DATELINE>    SALVADOR, Feb 26 - </DATELINE><BODY>Showers continued &lt;throughout> the week.\n</BODY></TEXT>\n</REUTERS>',
      [
        {
          id: '1',
          title: 'BAHIA COCOA REVIEW',
          body: 'Showers continued <throughout> the week.',
          publishedText: '26-FEB-1987 15:01:01.79',
        },
      ],
    ],
    [
      'a web page of TREC',
      `<DOC>\n<DOCNO>WTX001</DOCNO>\n<DOCHDR>\nhttp://a.example/x 127.0.0.1 19970101\nHTTP/1.0 200 OK\n</DOCHDR>\n${page('Harbour')}\n</DOC>`,
      [{ id: 'WTX001', title: 'Harbour', url: 'http://a.example/x' }],
    ],
    [
      'end tags left out',
      '<DOC>\n<DOCNO>A1\n<HEADLINE>Open\n<TEXT>Some text.\n</DOC>',
      [{ id: 'A1', title: 'Open', body: 'Some text.' }],
    ],
    [
      'text outside of any element',
      '<DOC>\n<DOCNO>B1</DOCNO>\nLoose words here.\n</DOC>',
      [{ id: 'B1', body: 'Loose words here.' }],
    ],
  ])('%s', async (_, content, expected) => {
    for (const chunkBytes of [3, 100_000]) {
      const { articles } = await read('news.trec', content, chunkBytes);
      expect(articles).toHaveLength(expected.length);
      for (const [place, article] of articles.entries()) expect(article).toMatchObject(expected[place]!);
    }
  });

  test('in a file of text, by what it begins with', async () => {
    const { articles } = await read(
      'ft911.txt',
      '\n<DOC>\n<DOCNO>X</DOCNO>\n<TEXT>One.</TEXT>\n</DOC>\n<DOC><DOCNO>Y</DOCNO><TEXT>Two.</TEXT></DOC>',
    );
    expect(articles.map(({ id }) => id)).toEqual(['X', 'Y']);
  });

  test('windows-1256, and a document that is cut off', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<DOC><DOCNO>1</DOCNO><HEADLINE>'),
      Buffer.from([0xc7, 0xe1, 0xde, 0xc7, 0xe5, 0xd1, 0xc9]),
      Buffer.from('</HEADLINE><TEXT>'),
      Buffer.from([
        0xe6, 0xd5, 0xe1, 0x20, 0xc7, 0xe1, 0xe6, 0xd2, 0xed, 0xd1, 0x20, 0xc7, 0xe1, 0xed, 0xe6, 0xe3,
      ]),
      Buffer.from('</TEXT></DOC><DOC><DOCNO>2</DOCNO><TEXT>half of'),
    ]);
    const { articles, problems } = await read('afp.sgml', bytes);
    expect(articles.map(({ id, title, body }) => [id, title, body])).toEqual([
      ['1', 'القاهرة', 'وصل الوزير اليوم'],
      ['2', '', 'half of'],
    ]);
    expect(problems).toEqual(['2: kept: the document has no end tag; it may be incomplete']);
  });

  test('no document at all', async () => {
    expect((await read('empty.trec', 'nothing here')).problems).toEqual([
      '1: skipped: there is no article in it',
    ]);
  });
});
