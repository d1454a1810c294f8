/**
 * Runs the examples of the library: the one in the README, the `@example` of every exported function (trailing comments
 * are the expected output), and the programs in examples/.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as lisan from '../../src/index.ts';
import { COMPILE_CACHE, ended } from '../support/process.ts';
import { running } from '../support/running-service.ts';
import { throwAwayFolder } from '../support/service.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIBRARY = pathToFileURL(join(ROOT, 'src/index.ts')).href;
const CLIENT = pathToFileURL(join(ROOT, 'src/client/index.ts')).href;
const EXPRESS = import.meta.resolve('express');

/** Starts a program that imports `lisan`, in a folder with the sample. */
function start(code: string, words: readonly string[] = []) {
  const { path, remove } = throwAwayFolder();
  onTestFinished(remove);
  mkdirSync(join(path, 'data'));
  cpSync(join(ROOT, 'data/sample'), join(path, 'data/sample'), { recursive: true });
  writeFileSync(
    join(path, 'program.ts'),
    code
      .replace(/from 'lisan'/g, `from '${LIBRARY}'`)
      .replace(/from 'lisan\/client'/g, `from '${CLIENT}'`)
      .replace(/from 'express'/g, `from '${EXPRESS}'`),
  );
  writeFileSync(join(path, 'package.json'), '{"type": "module"}');
  const child = spawn(process.execPath, ['program.ts', ...words], {
    cwd: path,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILE_CACHE, PORT: '0' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function outputOf(code: string, words: readonly string[] = []): Promise<string[]> {
  const { code: exit, out, errors } = await ended(start(code, words));
  expect(exit, errors).toBe(0);
  return out.trimEnd().split('\n');
}

/** Examples by the function that they belong to. */
const examples = new Map<string, string>();
for (const file of globSync('src/library/*.ts', { cwd: ROOT })) {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const pattern = /@example\n((?: \*.*\n)+?) \*\/\nexport (?:async )?function (\w+)/g;
  for (const [, lines, name] of source.matchAll(pattern)) examples.set(name!, lines!.replace(/^ \* ?/gm, ''));
}

test('every exported function has an example', () => {
  const functions = Object.entries(lisan).flatMap(([name, value]) =>
    typeof value === 'function' && !/^[A-Z]/.test(name) ? [name] : [],
  );
  expect([...examples.keys()].sort()).toEqual(functions.sort());
});

test.each([...examples])('the example of %s prints the expected output', async (_, code) => {
  const said = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text!);
  expect(said.length).toBeGreaterThan(0);
  expect(await outputOf(code)).toEqual(said);
});

test('the example in the README prints the expected output', async () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const code = /## Use it as a library[\s\S]*?```js\n([\s\S]*?)```/.exec(readme)![1]!;
  expect(await outputOf(code)).toEqual(['1 لافروف في أستانا']);
});

describe('examples/', () => {
  const program = (name: string): string => readFileSync(join(ROOT, 'examples', name), 'utf8');

  test('library.ts finds one name in three scripts', async () => {
    const lines = await outputOf(program('library.ts'));
    expect(lines.slice(0, 2)).toEqual(['3 added, 0 unchanged', '3 articles']);
    expect(lines).toHaveLength(5);
    for (const mark of ['لافروف</mark>', 'Lavrov</mark>', 'Лавров</mark>'])
      expect(lines.join()).toContain(mark);
  });

  test('express-route.ts answers', async () => {
    const child = start(program('express-route.ts'));
    const over = ended(child);
    const [line] = await Promise.race([
      once(child.stdout!, 'data'),
      over.then(({ errors }) => Promise.reject(new Error(errors))),
    ]);
    const answer = await fetch(String(line).trim());
    expect(await answer.json()).toEqual({ total: 1, titles: ['Лавров в Астане'] });
    child.kill('SIGTERM');
    expect((await over).code).toBe(0);
  });

  test('ingest-script.ts fills an archive', async () => {
    const [line] = await outputOf(program('ingest-script.ts'), ['./news', 'data/sample']);
    expect(line).toMatch(/^(\d+) read, \1 added, 0 changed, \1 in the index$/);
  });

  test('custom-language.ts shows every form', async () => {
    expect(await outputOf(program('custom-language.ts'))).toEqual([
      'Şəhərlərdə: exact şəhərlərdə, folded şeherlerde, stem şeher, root şeher',
      'və (stop word): exact və, folded ve, stem ve, root ve',
      'kəndlərdə: exact kəndlərdə, folded kendlerde, stem kend, root kend',
    ]);
  });

  test('client.ts prints what a service finds', async () => {
    const api = await running();
    try {
      await api.service.fill([
        { id: '1', title: 'Лавров в Астане', body: 'Министр прибыл.', source: 'A', keywords: [] },
      ]);
      const lines = await outputOf(program('client.ts'), [api.server.url, 'Lavrov']);
      expect(lines).toEqual(['1 articles', 'Лавров в Астане (A)', expect.stringContaining('Министр')]);
    } finally {
      await api.end();
    }
  });

  test('each has a test here', () => {
    expect(readdirSync(join(ROOT, 'examples')).sort()).toEqual([
      'client.ts',
      'custom-language.ts',
      // Its element is tested in tests/web/browser/embed.test.ts.
      'embed.html',
      'express-route.ts',
      'ingest-script.ts',
      'library.ts',
    ]);
  });
});
