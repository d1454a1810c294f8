/** The command line in processes of its own, where the process matters: signals, pipes, terminals, files, caches. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examplesOf, wordsOf } from '../support/command-examples.ts';
import { LISAN, serve } from '../support/process.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

function lisan(args: readonly string[], environment: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [LISAN, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LISAN_DATA: folder, LISAN_LOG: 'silent', LISAN_PORT: '0', ...environment },
  });
  return { stdout, stderr, status };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-programs-'));
  expect(lisan(['ingest', 'data/sample']).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('serve answers searches and exits with 0 on SIGTERM', async () => {
  const { child, url, over } = await serve(folder, wordsOf(examplesOf('serve')[0]!));
  const nothing = 'qwxzv';
  // Threads that search take their time to start on a busy machine; until then the answer is 503.
  let answer = await fetch(`${url}/api/search?q=${nothing}`);
  while (answer.status === 503) answer = await fetch(`${url}/api/search?q=${nothing}`);
  expect(await answer.json()).toMatchObject({ total: { value: 0 } });
  child.kill('SIGTERM');
  expect((await over).code).toBe(0);
  const report = JSON.parse(lisan(['report', '--json']).stdout);
  expect(report.withoutHits).toEqual([expect.objectContaining({ query: nothing, times: 1, empty: 1 })]);
  expect(lisan(['report']).stdout).toMatch(/1 without a hit/);
});

test('has colours on a terminal only', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
  const escapes = /\u001B\[/;
  expect(lisan(['search', 'lavrov']).stdout).not.toMatch(escapes);
  expect(lisan(['search', 'lavrov'], { FORCE_COLOR: '1' }).stdout).toMatch(escapes);
  expect(lisan(['search', 'lavrov'], { NO_COLOR: '1' }).stdout).not.toMatch(escapes);
});

test('a reader that closes the pipe early ends the command in silence', () => {
  const { stdout, stderr } = spawnSync(
    'bash',
    ['--norc', '-c', `"${process.execPath}" "${LISAN}" entities list | head -n 1; echo "\${PIPESTATUS[0]}"`],
    { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env.PATH, LISAN_DATA: folder } },
  );
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toHaveLength(2);
  expect(stdout).toMatch(/\n0\n$/);
});

test.skipIf(process.platform === 'win32')('files of lisan are readable only by its user', () => {
  const data = join(folder, 'private', 'data');
  const { status } = spawnSync(
    'sh',
    [
      '-c',
      `umask 0000; "${process.execPath}" "${LISAN}" ingest data/sample && "${process.execPath}" "${LISAN}" backup "${data}/copy.db"`,
    ],
    { cwd: ROOT, env: { PATH: process.env.PATH, LISAN_DATA: data, LISAN_LOG: 'silent' } },
  );
  expect(status).toBe(0);
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  expect([mode(join(folder, 'private')), mode(data)]).toEqual(['700', '700']);
  const files = readdirSync(data).filter((name) => name.endsWith('.db'));
  expect(files.length).toBe(3);
  for (const name of files) expect(`${name} ${mode(join(data, name))}`).toBe(`${name} 600`);
});

describe('the compile cache', () => {
  const cacheIn = (data: string): boolean => {
    expect(lisan(['status'], { LISAN_DATA: data }).status).toBe(0);
    expect(lisan(['status'], { LISAN_DATA: data }).status).toBe(0);
    return existsSync(join(data, 'compile-cache'));
  };

  test.skipIf(process.platform === 'win32')('is private, in a private data folder', () => {
    const data = join(folder, 'cached');
    expect(cacheIn(data)).toBe(true);
    expect((statSync(join(data, 'compile-cache')).mode & 0o777).toString(8)).toBe('700');
  });

  test.each([
    ['a data folder that others can write to', (data: string) => chmodSync(data, 0o777)],
    [
      'a cache that others can write to',
      (data: string) => {
        mkdirSync(join(data, 'compile-cache'));
        chmodSync(join(data, 'compile-cache'), 0o777);
      },
    ],
    [
      'a cache that is a link',
      (data: string) => {
        mkdirSync(join(data, 'elsewhere'));
        symlinkSync(join(data, 'elsewhere'), join(data, 'compile-cache'));
      },
    ],
  ])('is not used: %s', (_, prepare) => {
    const data = mkdtempSync(join(folder, 'open-'));
    prepare(data);
    cacheIn(data);
    const cache = join(data, 'compile-cache');
    expect(existsSync(cache) ? readdirSync(cache) : []).toEqual([]);
  });
});
