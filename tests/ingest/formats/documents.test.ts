/** Documents and archives of files, made here: what is read of each, and what is said of broken ones. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../../src/common/types.ts';
import { readPath } from '../../../src/ingest/read-path.ts';
import { fileTime, type MsgContent, msgOf } from '../../support/msg.ts';
import { zipOf } from '../../support/zip.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-documents-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(name: string, content: Buffer | string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const articles: Article[] = [];
  const files: string[] = [];
  const problems: string[] = [];
  for await (const result of readPath(path)) {
    if ('article' in result) {
      articles.push(result.article);
      files.push(result.file!.slice(folder.length + 1));
    } else problems.push(`${result.problem.file.slice(folder.length + 1)}: ${result.problem.reason}`);
  }
  return { articles, files, problems };
}

const docx = (document: string): Buffer =>
  zipOf({
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${document}</w:body></w:document>`,
    'docProps/core.xml':
      '<cp:coreProperties><dc:title>Template</dc:title><dc:creator>A. Writer</dc:creator><cp:keywords>quay, harbour</cp:keywords><dcterms:created>2024-05-09T10:00:00Z</dcterms:created></cp:coreProperties>',
  });

describe('DOCX', () => {
  test('title, paragraphs, tables, properties; no deleted text', async () => {
    const content = docx(
      '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>إغلاق الجسر</w:t></w:r></w:p><w:p><w:r><w:t>One </w:t></w:r><w:r><w:t>two &amp; three.</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>Line</w:t><w:br/><w:t>break</w:t></w:r></w:p>',
    );
    expect((await read('a.docx', content)).articles).toEqual([
      {
        title: 'إغلاق الجسر',
        body: 'One two & three.\nCell\nLine\nbreak',
        publishedAt: '2024-05-09T10:00:00Z',
        publishedText: '2024-05-09T10:00:00Z',
        keywords: ['quay', 'harbour'],
        authors: ['A. Writer'],
      },
    ]);
  });

  test.each<[string, Buffer | string, string]>([
    ['not a ZIP file', 'PK but no more', 'the document cannot be read'],
    ['without a document', zipOf({ 'a.xml': '<a/>' }), 'there is no word/document.xml'],
    ['without text', docx('<w:p/>'), 'the document has no text'],
  ])('%s', async (_, content, reason) => {
    expect((await read('a.docx', content)).problems).toEqual([expect.stringContaining(reason)]);
  });
});

test('ODT', async () => {
  const content = zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml':
      '<office:document-content><office:body><office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Мост закрыт</text:h><text:p>Один<text:s/>два<text:line-break/>три<office:annotation><text:p>note</text:p></office:annotation></text:p></office:text></office:body></office:document-content>',
    'meta.xml':
      '<office:meta><meta:initial-creator>Автор</meta:initial-creator><meta:creation-date>2024-05-09T10:00:00</meta:creation-date><meta:keyword>мост</meta:keyword></office:meta>',
  });
  expect((await read('a.odt', content)).articles).toMatchObject([
    {
      title: 'Мост закрыт',
      body: 'Один два\nтри',
      publishedAt: '2024-05-09',
      authors: ['Автор'],
      keywords: ['мост'],
    },
  ]);
});

test('EPUB: each chapter in the order of the book', async () => {
  const chapter = (title: string, text: string): string =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
  const content = zipOf({
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf':
      '<package><metadata><dc:title>Köprüler</dc:title><dc:creator>Yazar</dc:creator><dc:date>2024-05-09</dc:date><dc:language>tr</dc:language></metadata><manifest><item id="b" href="b%20.xhtml"/><item id="a" href="text/a.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    'OEBPS/text/a.xhtml': chapter('Birinci', 'Bir.'),
    'OEBPS/b .xhtml': chapter('İkinci', 'İki.'),
  });
  const { articles } = await read('a.epub', content);
  expect(articles).toMatchObject([
    {
      title: 'Birinci',
      body: 'Bir.',
      section: 'Köprüler',
      authors: ['Yazar'],
      publishedAt: '2024-05-09',
      language: 'tr',
    },
    { title: 'İkinci', body: 'İki.' },
  ]);
  expect(articles[0]!.page).toBe(articles[1]!.page);
});

test('XLSX: sheets, shared and own texts, dates', async () => {
  const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const content = zipOf({
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="News" r:id="r1"/><sheet name="Sums" r:id="r2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    'xl/sharedStrings.xml':
      '<sst><si><t>Başlık</t></si><si><r><t>Köprü </t></r><r><t>kapandı</t></r><rPh><t>no</t></rPh></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': sheet(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Metin</t></is></c><c r="D1" t="str"><v>Tarih</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="str"><v>Onarım</v></c><c r="C3"><v>7</v></c><c r="D3" s="1"><v>45421</v></c></row>',
    ),
    'xl/worksheets/sheet2.xml': sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
  });
  const { articles, problems, files } = await read('a.xlsx', content);
  expect(articles).toMatchObject([
    { title: 'Köprü kapandı', body: 'Onarım', publishedAt: '2024-05-09', fields: { 'column 3': '7' } },
  ]);
  expect(files).toEqual(['a.xlsx/News']);
  expect(problems).toEqual([expect.stringContaining('a.xlsx/Sums: no column is known')]);
});

describe('ZIP', () => {
  test('everything in it that can be read, also packed and within another one', async () => {
    const content = zipOf({
      'b/two.txt': 'Two\nText',
      'one.jsonl.gz': gzipSync('{"title":"One"}\n'),
      'inner.zip': zipOf({ 'three.html': '<title>Three</title><p>Text</p>' }),
      '.hidden.txt': 'no',
      '__MACOSX/one.txt': 'no',
      'picture.jpg': 'no',
    });
    const { articles, files, problems } = await read('a.zip', content);
    expect(articles.map(({ title }) => title)).toEqual(['Two', 'Three', 'One']);
    expect(files).toEqual(['a.zip/b/two.txt', 'a.zip/inner.zip/three.html', 'a.zip/one.jsonl.gz']);
    expect(problems).toEqual([expect.stringContaining('a.zip/picture.jpg: no reader for .jpg')]);
  });

  test.each<[string, string, () => Buffer, string]>([
    ['cut off', 'a.zip', () => zipOf({ 'a.txt': 'A\nB' }).subarray(0, 60), 'it cannot be read as ZIP'],
    ['empty', 'a.zip', () => zipOf({}), 'there is no file in it'],
    [
      'without a web archive',
      'a.wacz',
      () => zipOf({ 'pages/pages.jsonl': '{}' }),
      'there is no web archive in it',
    ],
    [
      'expanding without end',
      'a.zip',
      () => zipOf({ 'a.jsonl': Buffer.alloc(96 * 1024 * 1024, ' ') }),
      'expands more than 200-fold',
    ],
    [
      'with too many within each other',
      'a.zip',
      () =>
        ['b', 'c', 'd', 'e'].reduce(
          (inner, name) => zipOf({ [`${name}.zip`]: inner }),
          zipOf({ 'a.txt': 'A' }),
        ),
      'archives within each other',
    ],
  ])('%s', async (_, name, content, reason) => {
    const { articles, problems } = await read(name, content());
    expect(articles).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(reason)]);
  });

  test('a damaged entry does not stop the others', async () => {
    const bytes = zipOf({ 'a.txt': `A\n${'random text '.repeat(20)}`, 'b.txt': 'B\nText' });
    bytes[40] = bytes[40]! ^ 0xff;
    const { articles, problems } = await read('a.zip', bytes);
    expect(articles).toMatchObject([{ title: 'B' }]);
    expect(problems).toEqual([expect.stringContaining('a.zip/a.txt: it is damaged')]);
  });
});

test('WACZ: the web archives in it', async () => {
  const http =
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Quay</title><p>The quay is closed.</p>';
  const record = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nWARC-Date: 2024-05-09T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`;
  const content = zipOf({
    'datapackage.json': '{}',
    'archive/data.warc.gz': gzipSync(record),
    'pages/pages.jsonl': '{"title":"no"}',
  });
  expect((await read('a.wacz', content)).articles).toMatchObject([
    { title: 'Quay', body: 'The quay is closed.', url: 'https://a.example/1' },
  ]);
});

const MESSAGE = [
  'From: =?utf-8?B?2YLZhtin2Kkg2KfZhNmF2KvYp9mE?= <news@a.example>',
  'To: Desk <desk@b.example>',
  'Subject: =?utf-8?Q?K=C3=B6pr=C3=BC_kapand=C4=B1?=',
  'Date: Thu, 09 May 2024 14:20:00 +0300',
  'Message-ID: <1@a.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="x"',
  '',
  '--x',
  'Content-Type: text/plain; charset=windows-1254',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Onar=FDm ba=FElad=FD.',
  '',
  'From the town.',
  '--x',
  'Content-Type: text/plain; name="note.txt"',
  'Content-Disposition: attachment; filename="note.txt"',
  '',
  'A note',
  'Text of it',
  '--x',
  'Content-Type: image/jpeg',
  'Content-Disposition: attachment; filename="a.jpg"',
  '',
  'no',
  '--x--',
  '',
].join('\n');

test('EML: subject, sender, date, text and attachments', async () => {
  const { articles, files, problems } = await read('a.eml', MESSAGE);
  expect(articles).toMatchObject([
    {
      id: '<1@a.example>',
      title: 'Köprü kapandı',
      body: 'Onarım başladı.\n\nFrom the town.',
      source: 'a.example',
      authors: ['قناة المثال'],
      publishedAt: '2024-05-09T14:20:00+03:00',
      fields: { to: ['Desk'] },
    },
    { title: 'A note', body: 'Text of it' },
  ]);
  expect(files).toEqual(['a.eml', 'a.eml/note.txt']);
  expect(problems).toEqual([expect.stringContaining('attachments that are not read: a.jpg')]);
});

test('EML with HTML only', async () => {
  const message = 'Subject: A\nContent-Type: text/html; charset=utf-8\n\n<p>One.</p><p>Two.</p>';
  expect((await read('a.eml', message)).articles).toMatchObject([{ title: 'A', body: 'One.\nTwo.' }]);
});

test('MBOX: messages, and lines that begin like one', async () => {
  const message = (id: number): string =>
    `From a@a.example Thu May  9 14:20:00 2024\nSubject: Message ${id}\nMessage-ID: <${id}@a>\n\nText ${id}\nFrom here on\n>From there\n\n`;
  const { articles } = await read('a.mbox', message(1) + message(2));
  expect(articles).toMatchObject([
    { id: '<1@a>', title: 'Message 1', body: 'Text 1\nFrom here on\nFrom there' },
    { id: '<2@a>', title: 'Message 2' },
  ]);
});

test('MHTML: the page, with its address', async () => {
  const text =
    'The quay in the harbour of the town is closed for two weeks because of repairs, the council said. '.repeat(
      3,
    );
  const content = `From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/quay\nSubject: Quay\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Location: https://a.example/quay\n\n<html><head><title>Quay closed</title></head><body><article><h1>Quay closed</h1><p>${text}</p></article></body></html>\n--b--\n`;
  expect((await read('a.mhtml', content)).articles).toMatchObject([
    {
      title: 'Quay closed',
      url: 'https://a.example/quay',
      body: expect.stringContaining('The quay in the harbour'),
    },
  ]);
});

/** A PDF with these pages, each a list of pieces: place, size, and codes of characters that `letters` names. */
function pdfOf(pages: readonly { x: number; y: number; size: number; text: string }[][], info = ''): Buffer {
  const letters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))];
  const hex = (text: string): string =>
    [...text].map((letter) => (letters.indexOf(letter) + 1).toString(16).padStart(4, '0')).join('');
  const map = letters
    .map(
      (letter, index) =>
        `<${(index + 1).toString(16).padStart(4, '0')}> <${Buffer.from(letter, 'utf16le').swap16().toString('hex')}>`,
    )
    .join('\n');
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${letters.length} beginbfchar\n${map}\nendbfchar endcmap end end`;
  const objects: string[] = [];
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push(
    '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
  );
  objects.push(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>',
  );
  objects.push(`<< /Length ${cmap.length} >>\nstream\n${cmap}\nendstream`);
  for (const [index, pieces] of pages.entries()) {
    const content = pieces
      .map(({ x, y, size, text }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`)
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${7 + index * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
    );
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  objects.push(`<< ${info} >>`);
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

describe('PDF', () => {
  test('lines, paragraphs, words that were cut, and what the file says of itself', async () => {
    const content = pdfOf(
      [
        [
          { x: 50, y: 700, size: 20, text: 'Quay closed' },
          { x: 50, y: 650, size: 10, text: 'The old quay is clo-' },
          { x: 50, y: 638, size: 10, text: 'sed for two weeks.' },
          { x: 50, y: 600, size: 10, text: 'Another paragraph.' },
        ],
      ],
      "/Author (A. Writer) /CreationDate (D:20240509142000+03'00')",
    );
    expect((await read('a.pdf', content)).articles).toEqual([
      {
        title: 'Quay closed',
        body: 'The old quay is closed for two weeks.\nAnother paragraph.',
        publishedAt: '2024-05-09T14:20:00+03:00',
        publishedText: "D:20240509142000+03'00'",
        keywords: [],
        authors: ['A. Writer'],
      },
    ]);
  });

  test('right-to-left lines are in logical order, ligatures are letters', async () => {
    const content = pdfOf([
      [
        { x: 400, y: 700, size: 20, text: 'ﻕﻼﻏﺇ' },
        // Two words of one line, the left one first in the file.
        { x: 100, y: 650, size: 10, text: 'ﺮﺴﺠﻟﺍ' },
        { x: 400, y: 650, size: 10, text: 'ﻕﻼﻏﺇ' },
      ],
    ]);
    const { articles } = await read('a.pdf', content);
    expect(articles).toMatchObject([{ title: 'إغلاق', body: 'إغلاق الجسر' }]);
  });

  test.each<[string, Buffer | string, string]>([
    ['pages that are pictures', pdfOf([[]]), 'there is no OCR'],
    ['no PDF', '%PDF-1.4 and nothing', 'it cannot be read as PDF'],
    ['one that is cut off', pdfOf([[{ x: 1, y: 1, size: 9, text: 'a' }]]).subarray(0, 200), 'a.pdf'],
  ])('%s', async (_, content, reason) => {
    const { articles, problems } = await read('a.pdf', content);
    expect(articles).toEqual([]);
    expect(problems.join()).toContain(reason);
  });
});

describe('MSG', () => {
  const message = (more: Partial<MsgContent> = {}, properties: MsgContent['properties'] = {}): Buffer =>
    msgOf({
      properties: {
        '001A001F': 'IPM.Note',
        '0037001F': 'Köprü kapandı',
        '1000001F': 'İlk satır\r\nİkinci satır\r\n',
        '0C1A001F': 'Ayşe Işık',
        '5D01001F': 'ayse@haber.example',
        '1035001F': '<1@haber.example>',
        ...properties,
      },
      fixed: { '00390040': fileTime('2024-03-12T07:00:00Z') },
      ...more,
    });

  test('subject, text, people, time', async () => {
    const content = message({ recipients: [{ '3001001F': 'Mehmet', '39FE001F': 'm@haber.example' }] });
    expect((await read('a.msg', content)).articles).toEqual([
      {
        id: '<1@haber.example>',
        title: 'Köprü kapandı',
        body: 'İlk satır\nİkinci satır',
        source: 'haber.example',
        publishedAt: '2024-03-12T07:00:00Z',
        publishedText: 'Tue, 12 Mar 2024 07:00:00 GMT',
        keywords: [],
        authors: ['Ayşe Işık'],
        fields: { to: ['Mehmet'] },
      },
    ]);
  });

  test('a message that is only HTML, in the encoding that it says', async () => {
    const html = Buffer.from(
      '<html><head><meta charset="windows-1254"></head><body><p>\xde\xf6yle</p><p>b\xf6yle</p></body></html>',
      'latin1',
    );
    const { articles } = await read('a.msg', message({}, { '1000001F': '', '10130102': html }));
    expect(articles[0]?.body).toBe('Şöyle\nböyle');
  });

  test('attachments are read, or named', async () => {
    const content = message({
      attachments: [
        { '3707001F': 'note.txt', '37010102': Buffer.from('Ek\nMetin') },
        { '3707001F': 'picture.png', '37010102': Buffer.from('png') },
      ],
    });
    const { articles, files, problems } = await read('a.msg', content);
    expect(articles.map(({ title }) => title)).toEqual(['Köprü kapandı', 'Ek']);
    expect(files).toEqual(['a.msg', 'a.msg/note.txt']);
    expect(problems).toEqual(['a.msg: attachments that are not read: picture.png']);
  });

  test.each<[string, Buffer | string, RegExp]>([
    ['no compound file', 'Subject: x', /it is not an Outlook file/],
    ['cut off', message().subarray(0, 700), /cannot be read|neither subject nor text/],
    [
      'only RTF',
      msgOf({ properties: { '001A001F': 'IPM.Note', '10090102': Buffer.from('rtf') } }),
      /only a formatted text \(RTF\)/,
    ],
    ['empty', msgOf({ properties: { '001A001F': 'IPM.Note' } }), /neither subject nor text/],
  ])('%s', async (_, content, reason) => {
    const { articles, problems } = await read('a.msg', content);
    expect(articles).toEqual([]);
    expect(problems.join()).toMatch(reason);
  });
});
