/** Every format and encoding that is read, from fixtures; the bad ones are reported and do not stop the rest. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article, ReadProblem, ReadResult } from '../../../src/common/types.ts';
import { bufferSource } from '../../../src/ingest/byte-source.ts';
import { decode, encodingOf } from '../../../src/ingest/charset.ts';
import { readCsv } from '../../../src/ingest/formats/csv.ts';
import { readHtml } from '../../../src/ingest/formats/html.ts';
import { readWarc } from '../../../src/ingest/formats/warc.ts';
import { readXml } from '../../../src/ingest/formats/xml.ts';
import { readPath } from '../../../src/ingest/read-path.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

async function read(path: string): Promise<{ articles: Article[]; problems: ReadProblem[] }> {
  const articles: Article[] = [];
  const problems: ReadProblem[] = [];
  for await (const result of readPath(path)) {
    if ('article' in result) articles.push(result.article);
    else problems.push(result.problem);
  }
  return { articles, problems };
}

describe('good files', () => {
  test.each<[string, Partial<Article>[]]>([
    [
      'weather-ar.windows-1256.html',
      [
        {
          title: 'الأرصاد: أمطار غزيرة على الساحل',
          url: 'https://news.example/ar/weather/118',
          source: 'بوابة النهار',
          publishedAt: '2024-12-03T06:30:00+03:00',
          keywords: ['طقس', 'أمطار', 'الساحل'],
          body: expect.stringMatching(/^توقعت هيئة الأرصاد[^\n]+\n[^\n]+\n[^\n]+الرسمية\.$/),
        },
      ],
    ],
    [
      // Nothing says that it is windows-1254.
      'theatre-tr.windows-1254.html',
      [
        {
          title: 'Şehir tiyatroları yeni sezona hazır',
          source: 'Çınar Gazetesi',
          publishedAt: '2024-09-28T10:15:00+03:00',
          keywords: ['tiyatro', 'kültür'],
          body: expect.stringMatching(/^Büyükşehir Belediyesi[^\n]+\n[^\n]+\n[^\n]+çağrıldı\.$/),
        },
      ],
    ],
    [
      'library-ru.windows-1251.txt',
      [{ title: 'Библиотека открылась после ремонта', publishedAt: '2024-11-14', source: 'Городские вести' }],
    ],
    ['harbour-en.utf-16le.txt', [{ title: 'Harbour reopens to ferries', publishedAt: '2024-05-02' }]],
    ['port-tr.utf-16be.txt', [{ title: 'Liman yeniden açıldı', source: 'Kıyı Postası' }]],
    [
      'kuzey.rss',
      [
        {
          title: 'Belediye otobüsleri gece de çalışacak',
          body: 'Belediye, üç hattın gece boyunca çalışacağını duyurdu.\nÜcretler değişmeyecek.',
          url: 'https://kuzey.example/yerel/otobus?utm_source=rss',
          source: 'Kuzey Haber & Yorum',
          publishedAt: '2024-10-15T08:00:00+03:00',
          keywords: ['yerel', 'ulaşım'],
        },
        {
          title: 'مدرسة جديدة في الحي الشرقي',
          body: 'افتتحت البلدية مدرسة جديدة تضم ستة عشر فصلا.',
          url: 'https://kuzey.example/yerel/okul',
          source: 'وكالة المدينة',
          publishedAt: '2024-10-14',
        },
        { title: 'Tarihsiz kısa haber', id: 'kuzey-70553', publishedText: 'dün akşam' },
      ],
    ],
    [
      'nauka.atom',
      [
        {
          title: 'Астрономы нашли новую комету',
          body: 'Комета приблизится к Солнцу в марте.\nЕё яркость < 6 величины.',
          url: 'https://nauka.example/kometa',
          publishedAt: '2024-11-20T10:00:00Z',
          keywords: ['астрономия'],
        },
        { title: 'Запись без даты', source: 'Вестник обсерватории', id: 'tag:nauka.example,2024:2' },
      ],
    ],
    [
      'old.windows-1251.rdf',
      [{ title: 'Мост закрыт на ремонт', source: 'Старая лента', publishedAt: '2003-05-17T09:00:00Z' }],
    ],
    [
      'pazar.windows-1254.csv',
      [
        {
          title: 'Pazarda fiyatlar; yeni hafta',
          body: 'Domatesin kilosu düştü.\nBiber ise "aynı" kaldı.',
          publishedAt: '2024-03-12',
          source: 'Çarşı',
          keywords: ['ekonomi', 'pazar'],
        },
        { title: 'Kütüphane saatleri uzadı' },
        { title: 'Eksik satır', body: 'Bu satırda sütunlar eksik' },
      ],
    ],
    [
      'articles.tsv',
      [{ id: '7', title: 'خبر أول', body: 'نص الخبر الأول "بين علامتين"', url: 'https://a.example/7' }],
    ],
    [
      'two-members.jsonl.gz',
      [
        { id: 'g1', title: 'First member' },
        { id: 'g2', title: 'Второй' },
      ],
    ],
    [
      'crawl.warc',
      [
        { title: 'الأرصاد: أمطار غزيرة على الساحل', url: 'https://news.example/ar/weather/118' },
        { title: 'Şehir tiyatroları yeni sezona hazır', url: 'https://cinar.example/kultur/4411' },
        { title: 'Plain note', body: 'Saved without headers of HTTP.', url: 'https://plain.example/note' },
      ],
    ],
    ['crawl.warc.gz', [{ title: 'الأرصاد: أمطار غزيرة على الساحل' }]],
  ])('%s', async (name, expected) => {
    expect((await read(fixture(name))).articles).toMatchObject(expected);
  });
});

describe('bad files', () => {
  test.each<[string, number, string, number, string]>([
    ['binary.txt', 1, 'not text in any known encoding', 0, 'not text'],
    ['broken.csv', 2, 'cannot be read as CSV', 1, 'a quotation mark that is never closed'],
    ['no-columns.csv', 1, 'no column is known as a title or a body', 0, 'columns that say nothing to us'],
    ['pazar.windows-1254.csv', 5, 'neither title nor body', 3, 'an empty row among good ones'],
    ['broken.warc', 3, 'the file ends within it', 0, 'cut off within a record'],
    [
      'crawl.warc',
      7,
      'https://bomb.example/: larger than 16 MiB',
      3,
      'a page of 40 KiB that unpacks to 40 MiB',
    ],
    ['empty.html', 1, 'neither title nor body', 0, 'nothing to read'],
    ['not-a-feed.xml', 1, 'no RSS and no Atom', 0, 'another kind of XML'],
    ['kuzey.rss', 25, '"dün akşam" was not understood', 3, 'a date that cannot be read'],
    ['no-gzip.jsonl.gz', 1, 'incorrect header', 0, 'not packed'],
    ['truncated.jsonl.gz', 1, 'unexpected end', 1, 'cut off: what came before it is read'],
    ['two-members.jsonl.gz', 3, 'not JSON', 2, 'a bad line among good ones'],
  ])('%s:%i %s', async (name, line, reason, articles, why) => {
    const found = await read(fixture(name));
    expect(found.problems, why).toContainEqual(
      expect.objectContaining({ line, reason: expect.stringContaining(reason) }),
    );
    expect(found.articles, why).toHaveLength(articles);
  });

  test('entities of an XML that define each other are not expanded', async () => {
    const { articles } = await read(fixture('bomb.rss'));
    expect(JSON.stringify(articles)).not.toContain('lol');
  });
});

describe('folders and files that are made to harm', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lisan-read-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('gzip that swells without end is given up', async () => {
    writeFileSync(join(folder, 'bomb.jsonl.gz'), gzipSync(Buffer.alloc(96 * 1024 * 1024, ' ')));
    writeFileSync(join(folder, 'good.txt'), 'Title\nText');
    const { articles, problems } = await read(folder);
    expect(problems).toMatchObject([{ reason: expect.stringContaining('200-fold') }]);
    expect(articles).toHaveLength(1);
  });

  test('links lead neither out of the folder nor round in it, and pipes are not waited for', async () => {
    writeFileSync(join(folder, 'good.txt'), 'Title\nText');
    symlinkSync('/etc/hostname', join(folder, 'out.txt'));
    symlinkSync('../../../../../../etc', join(folder, 'out'));
    symlinkSync('.', join(folder, 'round'));
    symlinkSync('nothing.txt', join(folder, 'dangling.txt'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    const { articles, problems } = await read(folder);
    expect(articles).toHaveLength(1);
    expect(
      Object.fromEntries(problems.map(({ file, reason }) => [file.slice(folder.length + 1), reason])),
    ).toEqual({
      'out.txt': expect.stringContaining('out of the folder'),
      out: expect.stringContaining('out of the folder'),
      round: expect.stringContaining('that contains it'),
      'dangling.txt': expect.stringContaining('ENOENT'),
      'pipe.txt': 'neither a file nor a folder',
    });
  });

  test.each([
    ['<div>'.repeat(15_000), 'deeper', 'elements in elements'],
    ['<p>x'.repeat(30_000), 'elements', 'too many elements'],
    ['<div '.repeat(200_000), 'elements', 'tags that never end'],
  ])('%.12s… is refused before it is walked', (text, reason, why) => {
    expect([...readHtml(text, 'x.html')], why).toMatchObject([
      { problem: { reason: expect.stringContaining(reason) } },
    ]);
  });
});

describe('encodings', () => {
  test.each([
    [Buffer.from('\uFEFFşğı'), undefined, 'utf-8', 'şğı', 'a byte order mark, which is no text'],
    [Buffer.from('şğı'), 'windows-1254', 'utf-8', 'şğı', 'what is UTF-8 is UTF-8, whatever it says'],
    [Buffer.from([0xfe, 0xf0, 0xfd]), 'windows-1254', 'windows-1254', 'şğı', 'as declared'],
    [
      Buffer.from([0xfe, 0xf0, 0xfd]),
      'ISO-8859-9',
      'windows-1254',
      'şğı',
      'by another name, as browsers take it',
    ],
    [
      Buffer.from('<meta charset="windows-1251"> \xcc\xe8\xf0', 'latin1'),
      undefined,
      'windows-1251',
      '<meta charset="windows-1251"> Мир',
      'as the page declares',
    ],
    [
      Buffer.from(
        '\xe3\xd1\xcd\xc8\xc7 \xc8\xc7\xe1\xda\xc7\xe1\xe3\xa1 \xe5\xd0\xc7 \xe4\xd5 \xda\xd1\xc8\xed',
        'latin1',
      ),
      undefined,
      'windows-1256',
      'مرحبا بالعالم، هذا نص عربي',
      'told by its bytes',
    ],
    [Buffer.from('\uFEFFМир', 'utf16le'), undefined, 'utf-16le', 'Мир', 'UTF-16 with a mark'],
    [
      Buffer.from('Hello, wide world', 'utf16le'),
      undefined,
      'utf-16le',
      'Hello, wide world',
      'UTF-16 without one',
    ],
  ])('%#: %s %s', (bytes, declared, encoding, text, why) => {
    expect(decode(bytes, declared), why).toEqual({ encoding, text });
  });

  test('any bytes are decoded or rejected, never an error', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.string({ maxLength: 12 })),
        (bytes, declared) => {
          const decoded = decode(bytes, declared ?? undefined);
          expect(decoded === undefined || typeof decoded.text === 'string').toBe(true);
        },
      ),
    );
  });

  test('any UTF-8 text is read unchanged', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((some) => !some.includes('\0') && !some.startsWith('\uFEFF'));
    fc.assert(
      fc.property(text, (some) => {
        expect(decode(Buffer.from(some))).toEqual({ encoding: 'utf-8', text: some });
      }),
    );
  });

  test('a character that is cut at the end of the sample is no error of its encoding', () => {
    const text = Buffer.from('şşşş');
    expect(encodingOf(text.subarray(0, 7), undefined, false)).toBe('utf-8');
  });
});

describe('readers take anything', () => {
  const markup = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '<',
          '>',
          '</',
          '<item>',
          '<entry>',
          '</item>',
          '<title>',
          '</title>',
          '<![CDATA[',
          ']]>',
          '<!--',
          '&lt;',
          '&#0;',
          '<p>',
          '"',
          '\n',
          ',',
          ';',
          'title,body\n',
        ),
      ),
    )
    .map((parts) => parts.join(''));
  const settled = (results: readonly ReadResult[]): void => {
    for (const result of results) {
      if (!('article' in result)) continue;
      expect(result.article.title !== '' || result.article.body !== '').toBe(true);
    }
  };

  const all = async (results: AsyncIterable<ReadResult>): Promise<ReadResult[]> => {
    const found: ReadResult[] = [];
    for await (const result of results) found.push(result);
    return found;
  };

  test('as HTML', () => {
    fc.assert(
      fc.property(markup, (text) => settled([...readHtml(text, 'x')])),
      { numRuns: 200 },
    );
  });
  test('as a feed', async () => {
    await fc.assert(
      fc.asyncProperty(markup, async (text) => {
        settled(await all(readXml(bufferSource('x', Buffer.from(`<rss>${text}`)))));
      }),
      { numRuns: 200 },
    );
  });
  test('as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(markup, async (text) => {
        async function* bytes() {
          yield Buffer.from(`title,body\n${text}`);
        }
        settled(await all(readCsv({ file: 'x', bytes })));
      }),
      { numRuns: 100 },
    );
  });
  test('as WARC', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (some, headed) => {
        async function* bytes() {
          yield Buffer.concat([Buffer.from(headed ? 'WARC/1.1\r\nWARC-Type: response\r\n' : ''), some]);
        }
        settled(await all(readWarc({ file: 'x', bytes })));
      }),
      { numRuns: 100 },
    );
  });
});
