/** The command line as it is used, on a folder of its own. Where the process matters: `tests/programs/command-line.test.ts`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completionScript, SHELLS } from '../../src/cli/completion.ts';
import { program } from '../../src/cli/program.ts';
import { isolated, onTerminal, withoutControls } from '../../src/common/bidi.ts';
import { noteLongRead } from '../../src/service/long-reads.ts';
import { command } from '../support/command.ts';
import { examplesOf, runnableExamples, wordsOf } from '../support/command-examples.ts';

let folder: string;

async function run(args: readonly string[], environment: Record<string, string> = {}) {
  const { out, errors, code } = await command(folder, args, environment);
  return { stdout: out, stderr: errors, status: code };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-cli-'));
  expect((await run(['ingest', 'data/sample'])).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('every command has an example in its help, and the example runs', () => {
  test.each(program().commands.map((command) => command.name()))('%s', async (name) => {
    if (name !== 'entities') expect(examplesOf(name).length).toBeGreaterThan(0);
    for (const line of runnableExamples(name)) {
      const { status, stderr } = await run(wordsOf(line));
      expect(status, `${line}\n${stderr}`).toBe(0);
    }
  });
});

describe('output', () => {
  test.each(['search lavrov', 'status', 'report', 'doctor', 'explain Dışişleri'])(
    '%s --json is JSON and nothing else',
    async (line) => {
      const { stdout, status } = await run([...line.split(' '), '--json']);
      expect(status).toBe(0);
      expect(() => JSON.parse(stdout)).not.toThrow();
    },
  );

  test('of an unknown command or a wrong option goes to stderr, with help', async () => {
    const { stdout, stderr, status } = await run(['serach']);
    expect([stdout, status === 0]).toEqual(['', false]);
    expect(stderr).toMatch(/Did you mean search/);
  });

  test.each([
    ['search', '--limit', 'many', 'x'],
    ['report', '--days', '0'],
    ['report', '--limit', '1000'],
    ['entities', 'suggest', '--least', 'a'],
    ['entities', 'suggest', '--limit', '-1'],
    ['explain', '--lang', 'xx', 'word'],
    ['ingest', '--watch', 'one', 'two'],
  ])('%s %s %s is an invalid command line', async (...words) => {
    const { stdout, stderr, status } = await run(words);
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toMatch(/whole number|Allowed choices|one folder/);
  });

  test('an invalid setting also exits with 2', async () => {
    expect((await run(['status'], { LISAN_PORT: 'x' })).status).toBe(2);
  });

  test('a misspelt setting is named with the nearest one', async () => {
    const environment = { LISAN_PROT: '3', LISAN_DATE: 'x', LISAN_TEST_MEILISEARCH_URL: 'x' };
    const { stderr, status } = await run(['status'], environment);
    expect(status).toBe(0);
    expect(stderr.trim().split('\n')).toEqual([
      'lisan: LISAN_PROT is not a setting and is ignored; did you mean LISAN_PORT?',
      'lisan: LISAN_DATE is not a setting and is ignored; did you mean LISAN_DATA?',
    ]);
    const { stdout } = await run(['doctor'], environment);
    expect(stdout).toMatch(/^warning +settings +LISAN_PROT is not a setting/m);
  });

  test('status says that there is no index', async () => {
    const { stdout } = await run(['status'], { LISAN_DATA: join(folder, 'empty') });
    expect(stdout).toMatch(/^index +none$/m);
  });
});

test('an id that begins with a hyphen: how to give it is said, and it is taken', async () => {
  const id = '-vJyDS9F0Hh1WH2x';
  const asOption = await run(['delete', id]);
  expect([asOption.status, asOption.stderr]).toEqual([
    2,
    expect.stringContaining(`If ${id} is an id, write -- before it: lisan … -- ${id}`),
  ]);
  expect((await run(['delete', '--', id])).stderr).toContain(id);
  expect((await run(['delete', '--jsn', 'x'])).stderr).not.toContain('is an id');
});

describe('doctor', () => {
  test('finds no problem', async () => {
    const findings = JSON.parse((await run(['doctor', '--json'])).stdout) as {
      what: string;
      state: string;
    }[];
    expect(findings.map(({ what, state }) => `${what} ${state}`)).toEqual([
      'node ok',
      'settings ok',
      expect.stringMatching(/^disk (ok|warning)$/),
      'archive ok',
      'entities ok',
      'verified ok',
      'engine ok',
      'index ok',
    ]);
  });

  test.each<[string, Record<string, string>, string, RegExp]>([
    ['a wrong setting', { LISAN_PORT: 'x' }, 'settings', /LISAN_PORT/],
    ['a public address without keys', { LISAN_HOST: '0.0.0.0' }, 'settings', /LISAN_API_KEYS/],
    [
      'an engine that is not there',
      { LISAN_ENGINE: 'meilisearch', LISAN_MEILISEARCH_URL: 'http://127.0.0.1:9' },
      'engine',
      /Start the server/,
    ],
    ['a gazetteer that is broken', { LISAN_ENTITIES: 'README.md' }, 'service', /README\.md/],
  ])('reports the error and its remedy: %s', async (_, environment, what, said) => {
    const { stdout, status } = await run(['doctor', '--json'], environment);
    expect(status).toBe(1);
    const finding = JSON.parse(stdout).find((some: { state: string }) => some.state === 'error');
    expect(finding.what).toBe(what);
    expect(`${finding.message} ${finding.remedy}`).toMatch(said);
  });

  test('names reads that took too long', async () => {
    const other = mkdtempSync(join(tmpdir(), 'lisan-doctor-'));
    noteLongRead(other, { at: new Date().toISOString(), read: 'document', id: 'big', limitMs: 30_000 });
    const { stdout } = await run(['doctor'], { LISAN_DATA: other });
    expect(stdout).toMatch(/reads +1 took too long and were stopped \(.*Z document big, over 30 s\)/);
    rmSync(other, { recursive: true });
  });

  test('names pinned articles that are not in the archive', async () => {
    const other = mkdtempSync(join(tmpdir(), 'lisan-doctor-'));
    const set = await run(['pins', 'set', 'flood', '--pin', 'gone'], { LISAN_DATA: other });
    expect(set.stdout).toContain('pinned: gone; not in the archive: gone');
    const { stdout } = await run(['doctor'], { LISAN_DATA: other });
    expect(stdout).toMatch(/pins +articles of 1 queries are not in the archive \(flood: gone\)/);
    rmSync(other, { recursive: true });
  });

  test('reports a broken archive without changing it', async () => {
    const other = mkdtempSync(join(tmpdir(), 'lisan-doctor-'));
    writeFileSync(
      join(other, 'archive.db'),
      'this is no database, and long enough to be taken for one'.repeat(100),
    );
    const { stdout, status } = await run(['doctor'], { LISAN_DATA: other });
    expect(status).toBe(1);
    expect(stdout).toMatch(/archive +.*broken[\s\S]*backup/);
    rmSync(other, { recursive: true });
  });

  test('an archive that does not exist yet is a warning, not an error', async () => {
    const { stdout, status } = await run(['doctor'], { LISAN_DATA: join(folder, 'new') });
    expect(status).toBe(0);
    expect(stdout).toContain('lisan ingest');
  });
});

describe('completion', () => {
  test.each(SHELLS)('the script for %s names every command and option', (shell) => {
    const script = completionScript(program(), shell);
    for (const command of program().commands) {
      expect(script).toContain(command.name());
      for (const { long } of command.options) expect(script).toContain(long!.slice(2));
    }
  });

  test.each([
    ['lisan se', ['serve', 'search']],
    ['lisan explain --lang a', ['ar']],
    ['lisan completion f', ['fish']],
    ['lisan search --js', ['--json']],
  ])('bash completes %j', (line, expected) => {
    const words = line.split(' ');
    const script = `${completionScript(program(), 'bash')}
COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _lisan; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc'], { input: script, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n').sort()).toEqual(expect.arrayContaining(expected.sort()));
  });
});

describe('text shown on a terminal', () => {
  test.each([
    ['\u001B[31mred\u0007', '␛[31mred␇', 'escape sequences are shown and not obeyed'],
    ['one\ntwo\tthree', 'one two three', 'on one line'],
    ['a\u202Egnp.exe', 'agnp.exe', 'an override reverses nothing'],
    ['\u009B2J', '\uFFFD2J', 'C1 controls too'],
    ['لافروف 25', 'لافروف 25', 'text is text'],
  ])('%j', (text, expected, why) => expect(withoutControls(text), why).toBe(expected));

  test('is isolated from the text next to it', () => {
    expect(isolated('عنوان\u2069\u202E')).toBe('\u2068عنوان\u2069');
    expect(onTerminal('x')).toBe('x');
  });
});
