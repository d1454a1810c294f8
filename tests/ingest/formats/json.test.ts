/** JSON and JSON Lines: where the records are, and names of their fields. */
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/common/types.ts';
import { bufferSource } from '../../../src/ingest/byte-source.ts';
import { readJson } from '../../../src/ingest/formats/json.ts';
import { readJsonl } from '../../../src/ingest/formats/jsonl.ts';
import type { ReadOptions } from '../../../src/ingest/read-options.ts';

async function read(reader: typeof readJson, content: string | Buffer | object, options: ReadOptions = {}) {
  const bytes = Buffer.isBuffer(content)
    ? content
    : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  const articles: Article[] = [];
  const lines: number[] = [];
  const problems: string[] = [];
  const unused: string[] = [];
  for await (const result of reader(bufferSource('a.json', bytes), options)) {
    if ('article' in result) {
      articles.push(result.article);
      lines.push(result.line);
      for (const name of result.unused ?? []) unused.push(name);
    } else problems.push(`${result.problem.line} ${result.problem.reason}`);
  }
  return { articles, lines, problems, unused };
}

describe('names of fields', () => {
  test.each<[string, object, Partial<Article>]>([
    [
      'news-please',
      {
        title: 'A',
        maintext: 'B',
        date_publish: '2024-05-09 10:00:00',
        source_domain: 'a.example',
        authors: ['X', 'Y'],
        image_url: 'https://a.example/i',
        language: 'tr',
      },
      {
        body: 'B',
        publishedAt: '2024-05-09',
        source: 'a.example',
        authors: ['X', 'Y'],
        image: 'https://a.example/i',
        language: 'tr',
      },
    ],
    [
      'NewsAPI',
      {
        source: { id: null, name: 'Daily' },
        title: 'A',
        content: 'B',
        description: 'C',
        publishedAt: '2024-05-09T10:00:00Z',
      },
      { source: 'Daily', body: 'B', publishedAt: '2024-05-09T10:00:00Z', fields: { description: 'C' } },
    ],
    [
      'schema.org',
      {
        headline: 'A',
        articleBody: 'B',
        datePublished: '2024-05-09',
        author: { name: 'X' },
        articleSection: 'Local',
      },
      { title: 'A', body: 'B', publishedAt: '2024-05-09', authors: ['X'], section: 'Local' },
    ],
    [
      'WordPress',
      {
        id: 7,
        title: { rendered: 'A &amp; B' },
        content: { rendered: '<p>One.</p><p>Two.</p>' },
        link: 'https://a.example/7',
        date: '2024-05-09T10:00:00',
      },
      { id: '7', title: 'A & B', body: 'One.\nTwo.', url: 'https://a.example/7' },
    ],
    ['Elasticsearch', { _id: 'x', _source: { title: 'A', text: 'B' } }, { id: 'x', title: 'A', body: 'B' }],
    [
      'MongoDB',
      { _id: { $oid: '65f0' }, title: 'A', createdAt: { $date: '2024-05-09T10:00:00Z' } },
      { id: '65f0', publishedAt: '2024-05-09T10:00:00Z' },
    ],
    [
      'Twitter',
      {
        id_str: '1',
        full_text: 'A',
        created_at: 'Thu May 09 10:00:00 +0000 2024',
        user: { screen_name: 'x' },
      },
      { id: '1', body: 'A', authors: ['x'], publishedAt: '2024-05-09T10:00:00Z' },
    ],
    ['seconds', { title: 'A', date: 1_715_264_400 }, { publishedAt: '2024-05-09T14:20:00Z' }],
    ['milliseconds', { title: 'A', timestamp: 1_715_264_400_000 }, { publishedAt: '2024-05-09T14:20:00Z' }],
    ['numbers as keywords', { title: 'A', tags: [1, 'b'] }, { keywords: ['1', 'b'] }],
    ['a list of paragraphs', { title: 'A', body: ['One.', 'Two.'] }, { body: 'One.\nTwo.' }],
    ['a summary where there is no text', { title: 'A', description: 'B' }, { body: 'B' }],
    [
      'further fields',
      { title: 'A', views: 12, draft: false, desks: ['x', 'y'], geo: { lat: 1.5 }, fields: { own: 'z' } },
      { fields: { views: 12, draft: 'false', desks: ['x', 'y'], 'geo.lat': 1.5, own: 'z' } },
    ],
  ])('%s', async (_, record, expected) => {
    expect((await read(readJsonl, record)).articles).toMatchObject([expected]);
  });

  test('what cannot be kept is named', async () => {
    const { articles, unused } = await read(readJsonl, {
      title: 'A',
      big: 'x'.repeat(3000),
      deep: { a: { b: 1 } },
      rows: [{ a: 1 }],
    });
    expect(articles[0]).not.toHaveProperty('fields');
    expect(unused.sort()).toEqual(['big', 'deep.a', 'rows']);
  });

  test('no more than 40 further fields are kept', async () => {
    const record = Object.fromEntries(Array.from({ length: 60 }, (_, number) => [`f${number}`, number]));
    const { articles, unused } = await read(readJsonl, { title: 'A', ...record });
    expect(Object.keys(articles[0]!.fields!)).toHaveLength(40);
    expect(unused).toHaveLength(20);
  });

  test('a map comes first, also for nested fields', async () => {
    const { articles } = await read(
      readJsonl,
      { kop: { groot: 'A' }, title: 'not this', tekst: 'B' },
      { map: { title: 'kop.groot', body: 'tekst' } },
    );
    expect(articles).toMatchObject([{ title: 'A', body: 'B', fields: { title: 'not this' } }]);
  });
});

describe('where records are', () => {
  test.each<[string, string | object, ReadOptions, string[]]>([
    ['a list', [{ title: 'A' }, { title: 'B' }], {}, ['A', 'B']],
    ['one record', { title: 'A', body: 'x' }, {}, ['A']],
    ['a list by its name', { status: 'ok', articles: [{ title: 'A' }, { title: 'B' }] }, {}, ['A', 'B']],
    ['a list within an object', { data: { total: 2, articles: [{ title: 'A' }] } }, {}, ['A']],
    [
      'hits of Elasticsearch',
      { took: 1, hits: { total: 1, hits: [{ _id: '1', _source: { title: 'A' } }] } },
      {},
      ['A'],
    ],
    [
      'a path that is given',
      { x: { y: [{ title: 'A' }] }, articles: [{ title: 'no' }] },
      { records: 'x.y' },
      ['A'],
    ],
    ['JSON-LD', { '@graph': [{ '@type': 'NewsArticle', headline: 'A' }] }, {}, ['A']],
    ['objects one after the other', '{"title":"A"}\n{\n"title":"B"}', {}, ['A', 'B']],
    ['brackets within texts', [{ title: 'A ]} "' }, { title: 'B \\' }], {}, ['A ]} "', 'B \\']],
  ])('%s', async (_, content, options, titles) => {
    expect((await read(readJson, content, options)).articles.map(({ title }) => title)).toEqual(titles);
  });

  test('a list that was named as if it were lines', async () => {
    const { articles, lines } = await read(readJsonl, '[\n{"title":"A"},\n{"title":"B"}\n]');
    expect(articles.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(lines).toEqual([2, 3]);
  });

  test('a text in pieces of one byte is read the same', async () => {
    const text = JSON.stringify({ data: { articles: [{ title: 'Köprü "1" \\ \n', body: 'جسر' }] } });
    const articles: Article[] = [];
    async function* bytes() {
      for (const byte of Buffer.from(text)) yield Buffer.from([byte]);
    }
    for await (const result of readJson({ file: 'a', bytes }))
      if ('article' in result) articles.push(result.article);
    expect(articles).toMatchObject([{ title: 'Köprü "1" \\ ', body: 'جسر' }]);
  });

  test.each([
    ['[{"title":"A"}', '1 the rest cannot be read as JSON'],
    ['{"x": 1}', 'neither title nor body; the record has "x"'],
    ['[]', 'say with --records'],
    ['[{"title":"A"}]]', 'a bracket that does not match'],
    [`${'['.repeat(300)}`, 'nested deeper'],
  ])('%j is reported', async (text, reason) => {
    expect((await read(readJson, text)).problems.join('\n')).toContain(reason);
  });
});

describe('JSON that is nearly JSON', () => {
  test.each([
    ['commas behind lines', '{"title":"A"},\n{"title":"B"},\n', ['A', 'B']],
    ['NaN', '{"title":"A","score":NaN}', ['A']],
    ['the word within a text', '{"title":"NaN, Infinity","score":-Infinity}', ['NaN, Infinity']],
    ['ends of Windows', '{"title":"A"}\r\n\r\n{"title":"B"}\r\n', ['A', 'B']],
  ])('%s', async (_, text, titles) => {
    expect((await read(readJsonl, text)).articles.map(({ title }) => title)).toEqual(titles);
  });

  test('UTF-16 and windows-1256', async () => {
    const line = '{"title":"إغلاق الجسر القديم"}\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(line, 'utf16le')]);
    expect((await read(readJsonl, utf16)).articles[0]!.title).toBe('إغلاق الجسر القديم');
  });
});

describe('ids', () => {
  test('beyond 2^53 are exact', async () => {
    const { articles } = await read(
      readJsonl,
      '{"id":1765432109876543210,"title":"A"}\n{"id":1765432109876543211,"title":"B"}',
    );
    expect(articles.map(({ id }) => id)).toEqual(['1765432109876543210', '1765432109876543211']);
  });

  test('of half a surrogate pair are refused', async () => {
    const { articles, problems } = await read(
      readJsonl,
      '{"id":"a\\ud800","title":"A"}\n{"id":"b","title":"B"}',
    );
    expect(articles.map(({ id }) => id)).toEqual(['b']);
    expect(problems).toEqual(['1 the id is not valid Unicode (half of a surrogate pair)']);
  });
});

test('a chat of Telegram', async () => {
  const chat = {
    name: 'قناة المثال',
    type: 'public_channel',
    id: 99,
    messages: [
      { id: 1, type: 'service', action: 'create_channel' },
      {
        id: 2,
        type: 'message',
        date: '2024-05-09T10:00:00',
        date_unixtime: '1715264400',
        from: 'قناة',
        text: [
          'أعلنت البلدية\nأغلق ',
          { type: 'bold', text: 'الجسر' },
          ' ',
          { type: 'hashtag', text: '#جسر' },
        ],
      },
      { id: 3, type: 'message', date: '2024-05-09T10:00:00', text: '', photo: 'p.jpg' },
    ],
  };
  expect((await read(readJson, JSON.stringify(chat, null, 1))).articles).toEqual([
    {
      id: 'telegram-99-2',
      title: 'أعلنت البلدية',
      body: 'أغلق الجسر #جسر',
      source: 'قناة المثال',
      publishedAt: '2024-05-09T14:20:00Z',
      publishedText: '1715264400',
      keywords: ['جسر'],
    },
  ]);
});

describe('where records are', () => {
  const article = (n: number) => ({ title: `T${n}`, body: `B${n}` });
  test.each<[string, string | object, { title: string; body?: string; id?: string; source?: string }[]]>([
    ['a JSON Feed', { title: 'Feed', items: [article(1)] }, [{ title: 'T1', source: 'Feed' }]],
    [
      'a list below names that nobody knows',
      { status: 'ok', payload: { page: { hits: [article(1), article(2)] } } },
      [{ title: 'T1' }, { title: 'T2' }],
    ],
    [
      'by their ids',
      { 101: article(1), 102: article(2) },
      [
        { title: 'T1', id: '101' },
        { title: 'T2', id: '102' },
      ],
    ],
    [
      'by their ids, below a name',
      { news: { a: article(1), b: article(2) } },
      [
        { title: 'T1', id: 'a' },
        { title: 'T2', id: 'b' },
      ],
    ],
    [
      'columns of pandas',
      { title: { 0: 'T1', 1: 'T2' }, body: { 0: 'B1', 1: 'B2' } },
      [
        { title: 'T1', body: 'B1' },
        { title: 'T2', body: 'B2' },
      ],
    ],
    [
      'split by pandas',
      { columns: ['title', 'body'], index: [0], data: [['T1', 'B1']] },
      [{ title: 'T1', body: 'B1' }],
    ],
    [
      'rows below names',
      [
        ['title', 'body'],
        ['T1', 'B1'],
      ],
      [{ title: 'T1', body: 'B1' }],
    ],
    [
      'an article with a list of parts',
      { title: 'T1', content: [{ type: 'p', text: 'B1' }], items: [1] },
      [{ title: 'T1', body: 'B1' }],
    ],
    [
      'an article with its author as an object',
      { headline: 'T1', text: 'B1', author: { name: 'A', title: 'Dr' } },
      [{ title: 'T1', body: 'B1' }],
    ],
    [
      'The New York Times',
      {
        response: {
          docs: [
            {
              headline: { main: 'T1' },
              lead_paragraph: 'B1',
              keywords: [{ name: 'glocations', value: 'Turkey' }],
            },
          ],
        },
      },
      [{ title: 'T1', body: 'B1' }],
    ],
    [
      'The Guardian',
      {
        response: {
          results: [
            {
              webTitle: 'T1',
              webUrl: 'https://g.example/1',
              webPublicationDate: '2024-03-12T10:00:00Z',
              fields: { bodyText: 'B1' },
            },
          ],
        },
      },
      [{ title: 'T1', body: 'B1' }],
    ],
  ])('%s', async (_, content, expected) => {
    const { articles, problems } = await read(readJson, content);
    expect(problems).toEqual([]);
    expect(articles).toHaveLength(expected.length);
    expect(articles).toMatchObject(expected);
  });

  test.each<[string, string]>([
    ['lists below a list of names', '["title","body"]\n["T1","B1"]\n["T2","B2"]\n'],
    ['record separators', '\u001e{"title":"T1","body":"B1"}\n\u001e{"title":"T2","body":"B2"}\n'],
    ['commas at the ends', '{"title":"T1","body":"B1"},\n{"title":"T2","body":"B2"},\n'],
  ])('lines: %s', async (_, text) => {
    const { articles } = await read(readJsonl, text);
    expect(articles.map(({ title, body }) => [title, body])).toEqual([
      ['T1', 'B1'],
      ['T2', 'B2'],
    ]);
  });

  test('nothing that is known is said', async () => {
    const { articles, problems } = await read(readJson, { a: { b: [{ x: 1, y: 2 }] } });
    expect(articles).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});
