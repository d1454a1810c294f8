/** Articles in, out and away, by the command line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { command } from '../support/command.ts';
import { ended, start } from '../support/process.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-articles-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const data = (): string => join(folder, 'data');
const run = (...words: string[]) => command(data(), words);
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const found = async (query: string): Promise<number> =>
  (JSON.parse((await run('search', query, '--json')).out) as { total: { value: number } }).total.value;

describe('lisan ingest', () => {
  test('--dry-run shows what records become and stores nothing', async () => {
    const input = file('a.jsonl', '{"kop":"Quay","tekst":"Closed","deep":{"a":{"b":1}}}\n');
    const { code, out, errors } = await run(
      'ingest',
      '--dry-run',
      '--map',
      'title=kop',
      '--map',
      'body=tekst',
      input,
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      line: 1,
      article: { title: 'Quay', body: 'Closed' },
      unused: ['deep.a'],
    });
    expect(errors).toContain('nothing was stored');
    expect((await run('export')).out).toBe('');
  });

  test('a map is kept for its path, and used again', async () => {
    const input = file('a.jsonl', '{"kop":"Quay","tekst":"Closed"}\n');
    await run('ingest', '--no-index', '--map', 'title=kop', '--map', 'body=tekst', input);
    const { out, errors } = await run('ingest', '--no-index', input);
    expect(out).toContain('1 read: 0 added, 0 changed, 1 unchanged');
    expect(errors).toContain('using --map title=kop --map body=tekst as last time');
    const wrong = await run('ingest', '--map', 'nothing=kop', input);
    expect([wrong.code, wrong.errors]).toEqual([2, expect.stringContaining('FIELD=NAME')]);
  });

  test('- is the standard input', async () => {
    const child = start(data(), ['ingest', '--no-index', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin!.end('{"title":"One"}\n{"title":"Two"}\n');
    const { code, out } = await ended(child);
    expect([code, out]).toEqual([0, '2 read: 2 added, 0 changed, 0 unchanged; 0 skipped, 0 with remarks\n']);
  });

  test('--records and --format', async () => {
    const input = file('a.dat', '{"x":{"y":[{"title":"One"}]}}');
    const { out } = await run('ingest', '--no-index', '--format', 'json', '--records', 'x.y', input);
    expect(out).toContain('1 read: 1 added');
  });
});

test('lisan export: to a file and to the standard output, never over a file', async () => {
  await run(
    'ingest',
    '--no-index',
    file('a.jsonl', '{"id":"-1","title":"One","source":"A"}\n{"title":"Two","source":"B"}\n'),
  );
  const target = join(folder, 'out.jsonl');
  expect(await run('export', target)).toMatchObject({ code: 0, errors: '2 articles exported\n' });
  expect(readFileSync(target, 'utf8').trim().split('\n')).toHaveLength(2);
  expect((await run('export', target)).code).not.toBe(0);
  expect((await run('export', '--source', 'A', '--format', 'csv')).out).toContain(`"'-1"`);
  const again = await run('ingest', '--no-index', target);
  expect(again.out).toContain('2 read: 0 added, 0 changed, 2 unchanged');
});

describe('lisan delete', () => {
  const fill = () =>
    run(
      'ingest',
      file(
        'a.jsonl',
        [
          { id: '-1', title: 'Quay closed', source: 'A', publishedAt: '2019-05-09' },
          { id: '2', title: 'Museum opens', source: 'A', publishedAt: '2024-05-09' },
          { id: '3', title: 'Quay opens', source: 'B' },
        ]
          .map((record) => JSON.stringify(record))
          .join('\n'),
      ),
    );

  test.each<[string, string[], string[]]>([
    ['ids that begin with a hyphen', ['--', '-1'], ['2', '3']],
    ['a source', ['--source', 'A'], ['3']],
    ['before a day', ['--before', '2020-01-01'], ['2', '3']],
    ['both', ['--source', 'A', '--before', '2030-01-01', '--query', 'museum'], ['-1', '3']],
    ['a query', ['--query', 'quay'], ['2']],
    ['a phrase that nothing has, which is not relaxed', ['--query', '"quay museum"'], ['-1', '2', '3']],
    ['a word that nothing has, which is not corrected', ['--query', 'museun'], ['-1', '2', '3']],
  ])('by %s', async (_, options, left) => {
    await fill();
    expect(await run('delete', ...options)).toMatchObject({ code: 0 });
    const ids = (await run('export')).out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(ids.sort()).toEqual(left);
  });

  test('--dry-run deletes nothing; after a deletion the index follows', async () => {
    await fill();
    expect((await run('delete', '--dry-run', '--source', 'A')).out).toContain('2 articles would be deleted');
    expect(await found('quay')).toBe(2);
    await run('delete', '--source', 'A');
    expect(await found('quay')).toBe(1);
  });

  test.each([
    [['delete'], 'Nothing says which articles'],
    [['delete', '1', '--source', 'A'], 'cannot be combined'],
    [['delete', '--before', 'yesterday'], 'is not a date'],
  ])('%j is refused', async (words, message) => {
    expect(await run(...words)).toMatchObject({ code: 2, errors: expect.stringContaining(message) });
  });

  test('an unknown id is said, and the exit code is 1', async () => {
    expect(await run('delete', 'x')).toMatchObject({ code: 1, errors: expect.stringContaining('"x"') });
  });

  test('what was taken down does not come back until it is allowed again', async () => {
    await fill();
    await run('delete', '2', '--takedown', 'court order');
    expect((await fill()).out).toContain('1 refused (taken down)');
    expect((await run('takedowns')).out).toContain('"reason":"court order"');
    await run('takedowns', '--lift', '2');
    expect((await fill()).out).toContain('1 changed');
  });
});

test('the sample goes when the first own article comes', async () => {
  const service = start(data(), ['serve', '--sample']);
  await new Promise<void>((resolve) => {
    service.stderr!.on('data', (chunk) => {
      if (String(chunk).includes('lisan serves')) resolve();
    });
  });
  service.kill('SIGTERM');
  await new Promise((resolve) => service.once('close', resolve));
  const sample = (await run('export')).out.trim().split('\n').length;
  expect(sample).toBeGreaterThan(10);
  const { errors } = await run('ingest', file('a.txt', 'Own\nText'));
  expect(errors).toContain(`removed ${sample} sample articles`);
  expect((await run('export')).out.trim().split('\n')).toHaveLength(1);
}, 60_000);
