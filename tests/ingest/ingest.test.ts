/** One run of ingestion: nothing is overwritten in silence, and the same input again changes nothing. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { ingest } from '../../src/ingest/ingest.ts';

let folder: string;
let archive: Archive;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-ingest-'));
  mkdirSync(join(folder, 'in'));
  archive = new Archive(join(folder, 'archive.db'));
});
afterEach(() => {
  archive.close();
  rmSync(folder, { recursive: true });
});

const write = (name: string, text: string): string => {
  const file = join(folder, 'in', name);
  writeFileSync(file, text);
  return file;
};
const input = (): string[] => [join(folder, 'in')];

const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${`<p>${body}</p>`.repeat(4)}</article></body></html>`;
const QUAY =
  'The old quay in the harbour of the town will be closed for repairs during the next two weeks, the council said.';
const MUSEUM =
  'Visitors can see paintings from three centuries when a new wing opens to everybody on Sunday after long building work.';

const capture = (date: string, html: string, address = 'https://a.example/1'): string => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
  return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${address}\r\nWARC-Date: ${date}\r\nWARC-Record-ID: <urn:uuid:${crypto.randomUUID()}>\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
};

describe('different articles', () => {
  test.each<[string, () => void, number]>([
    [
      'rows of a table with the same title',
      () => write('a.csv', 'title,body\nBreaking,One\nBreaking,Two\nBreaking,Three\n'),
      3,
    ],
    [
      'files with the same first line',
      () => {
        write('a.txt', 'Breaking\nOne');
        write('b.txt', 'Breaking\nTwo');
      },
      2,
    ],
    [
      'rows of two tables with the same number',
      () => {
        write('a.csv', `id,title,body\n1,Quay closed,${QUAY}\n`);
        write('b.csv', `id,title,body\n1,Museum opens,${MUSEUM}\n`);
      },
      2,
    ],
    ['texts without a title', () => write('a.jsonl', '{"text":"One"}\n{"text":"Two"}\n'), 2],
    [
      'pages whose canonical address is the front page',
      () => {
        const head = '<link rel="canonical" href="https://a.example/">';
        write('a.html', page('Quay closed', QUAY, head));
        write('b.html', page('Museum opens', MUSEUM, head));
      },
      2,
    ],
    [
      'pages that share another canonical address',
      () => {
        const head = '<link rel="canonical" href="https://a.example/news">';
        write('a.html', page('Quay closed', QUAY, head));
        write('b.html', page('Museum opens', MUSEUM, head));
      },
      2,
    ],
    [
      'records whose URL is the same',
      () =>
        write(
          'a.jsonl',
          `${JSON.stringify({ url: 'https://a.example/news', title: 'Quay closed', body: QUAY })}\n${JSON.stringify({ url: 'https://a.example/news', title: 'Museum opens', body: MUSEUM })}\n`,
        ),
      2,
    ],
    [
      'posts whose ids differ beyond 2^53',
      () =>
        write('a.jsonl', '{"id":1765432109876543210,"text":"A"}\n{"id":1765432109876543211,"text":"B"}\n'),
      2,
    ],
  ])('%s: all are kept, and the same input again changes nothing', async (_, prepare, count) => {
    prepare();
    expect(await ingest(archive, input())).toMatchObject({ added: count, changed: 0, skipped: 0 });
    expect(archive.count()).toBe(count);
    const again = await ingest(archive, input());
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: count });
    expect(archive.lastSequence()).toBe(count);
  });

  test('a canonical address that is shared is reported', async () => {
    const head = '<link rel="canonical" href="https://a.example/news">';
    write('a.html', page('Quay closed', QUAY, head));
    await ingest(archive, input());
    write('b.html', page('Museum opens', MUSEUM, head));
    const { problems } = await ingest(archive, input());
    expect(problems).toMatchObject([
      { effect: 'kept', reason: expect.stringContaining('a different article') },
    ]);
    expect(archive.count()).toBe(2);
  });
});

describe('one article in several versions', () => {
  test('records of one run that replace another are reported with both places', async () => {
    const file = write(
      'a.jsonl',
      '{"id":"1","title":"A","body":"one"}\n{"id":"2","title":"B"}\n{"id":"1","title":"A","body":"two"}\n',
    );
    const { problems, added, changed } = await ingest(archive, input());
    expect({ added, changed }).toEqual({ added: 2, changed: 1 });
    expect(problems).toEqual([
      {
        file,
        line: 3,
        effect: 'kept',
        reason: `replaces ${file}:1, which has the same id (1); it is kept as a revision`,
      },
    ]);
    expect(archive.revisions('1')).toHaveLength(1);
    const again = await ingest(archive, input());
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  });

  test('of two captures in a web archive the later one is the newer revision, once', async () => {
    const first = capture('2024-03-01T00:00:00Z', page('Quay closed', QUAY));
    const second = capture('2024-03-02T00:00:00Z', page('Quay still closed', `${QUAY} Work goes on.`));
    write('a.warc', first + second);
    expect(await ingest(archive, input())).toMatchObject({ added: 1, changed: 1 });
    const sequence = archive.lastSequence();
    for (let run = 0; run < 3; run++) {
      expect(await ingest(archive, input())).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    }
    expect(archive.lastSequence()).toBe(sequence);
    expect([...archive.allArticles()]).toMatchObject([{ title: 'Quay still closed', revision: 2 }]);
  });

  test('an older capture after a newer one does not replace it', async () => {
    write(
      'a.warc',
      capture('2024-03-02T00:00:00Z', page('New quay closed', QUAY)) +
        capture('2024-03-01T00:00:00Z', page('Quay closed', QUAY)),
    );
    const { problems } = await ingest(archive, input());
    expect(problems).toMatchObject([
      { effect: 'skipped', reason: expect.stringContaining('an older capture') },
    ]);
    expect([...archive.allArticles()]).toMatchObject([{ title: 'New quay closed', revision: 1 }]);
  });

  test('a version that comes back in another file is the newest again', async () => {
    const line = (body: string): string => `{"id":"1","title":"A","body":"${body}"}\n`;
    write('a.jsonl', line('one'));
    await ingest(archive, input());
    write('a.jsonl', line('two'));
    await ingest(archive, input());
    write('a.jsonl', line('one'));
    expect(await ingest(archive, input())).toMatchObject({ changed: 1, unchanged: 0 });
    expect(archive.get('1')).toMatchObject({ body: 'one', revision: 3 });
  });
});

test('fields that are not kept are said once a file, with the number of records', async () => {
  const record = (id: number): string => JSON.stringify({ id, title: 'A', deep: { a: { b: 1 } }, views: 1 });
  const a = write('a.jsonl', [1, 2, 3].map(record).join('\n'));
  const b = write('b.jsonl', record(4));
  const { problems } = await ingest(archive, input());
  expect(problems).toEqual([
    {
      file: a,
      line: 1,
      effect: 'kept',
      reason: 'fields that are not kept, with the number of records: deep.a (3)',
    },
    {
      file: b,
      line: 1,
      effect: 'kept',
      reason: 'fields that are not kept, with the number of records: deep.a (1)',
    },
  ]);
});

test('what was taken down is refused and counted', async () => {
  write('a.jsonl', '{"id":"1","title":"A"}\n{"id":"2","title":"B"}\n');
  await ingest(archive, input());
  archive.takeDown('1', 'court order');
  expect(await ingest(archive, input())).toMatchObject({ added: 0, unchanged: 1, refused: 1 });
  expect(archive.get('1')).toBeUndefined();
});

test.each([
  ['an empty folder', () => {}, 'the folder is empty'],
  ['an empty file', () => write('a.jsonl', ''), 'the file is empty'],
  ['a file of blank lines', () => write('a.jsonl', '\n\n'), 'there is no article in it'],
])('%s says so', async (_, prepare, reason) => {
  prepare();
  expect((await ingest(archive, input())).problems).toMatchObject([{ effect: 'skipped', reason }]);
});

test('remarks are counted apart from what was skipped', async () => {
  write('a.jsonl', '{"title":"A","date":"someday"}\n{}\n');
  expect(await ingest(archive, input())).toMatchObject({ read: 1, skipped: 1, remarks: 1 });
});
