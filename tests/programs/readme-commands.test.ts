/** The commands of the README, run as they are printed, in a folder that looks like a checkout. */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMPILE_CACHE } from '../support/process.ts';
import { throwAwayFolder } from '../support/service.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const commands = /## Fill the archive[\s\S]*?```sh\n([\s\S]*?)```/
  .exec(readme)![1]!
  .trim()
  .split('\n')
  .map((line) => line.replace(/\s+#.*$/, ''));

const folder = throwAwayFolder();
afterAll(() => folder.remove());

const environment = {
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  HOME: folder.path,
  LISAN_DATA: join(folder.path, 'data-of-test'),
  LISAN_LOG: 'silent',
  NODE_COMPILE_CACHE: COMPILE_CACHE,
  npm_config_update_notifier: 'false',
};

beforeAll(() => {
  for (const name of readdirSync(ROOT)) {
    if (!['var', '.git'].includes(name)) symlinkSync(join(ROOT, name), join(folder.path, name));
  }
  mkdirSync(join(folder.path, 'drop'));
  cpSync(join(ROOT, 'data/sample'), join(folder.path, 'pages'), { recursive: true });
  writeFileSync(join(folder.path, 'names.txt'), 'Лавров\nHakan Fidan\n');
  writeFileSync(join(folder.path, 'feed.jsonl'), '{"title": "Лавров в Астане", "body": "Переговоры."}\n');
});

function run(command: string): SpawnSyncReturns<string> {
  return spawnSync('bash', ['--norc', '-c', command], {
    cwd: folder.path,
    encoding: 'utf8',
    env: environment,
  });
}

test('there are commands', () => expect(commands.length).toBeGreaterThan(10));

// One after the other: each works on what those before it left.
test.each(commands.map((command) => [command]))('%s', { timeout: 120_000 }, async (command) => {
  if (command.includes('--watch')) {
    const child = spawn('bash', ['--norc', '-c', `exec ${command}`], { cwd: folder.path, env: environment });
    // Also what npm started has ended, and the archive is free.
    const ended = once(child, 'close');
    let said = '';
    child.stdout.resume();
    // npm hands a signal on only after it started the program, which says so with its first line.
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (chunk) => {
        said += String(chunk);
        if (/\bindex/.test(said)) resolve();
      });
      void ended.then(() => resolve());
    });
    expect(child.exitCode, said).toBe(null);
    child.kill('SIGTERM');
    await ended;
    return;
  }
  // A rollback needs two full runs: the first one of the archive, and the one that the README shows before.
  const { status, stderr } = run(command);
  expect(status, stderr).toBe(0);
});

test('output to a file contains only the result', () => {
  for (const line of readFileSync(join(folder.path, 'new.jsonl'), 'utf8').trim().split('\n'))
    if (line !== '') expect(JSON.parse(line)).toMatchObject({ type: 'person' });
});
