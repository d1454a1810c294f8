/** Runs the real command line in a child process. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const LISAN = fileURLToPath(new URL('../../bin/lisan.js', import.meta.url));
/** Shared by the processes of all tests: each has a data folder of its own, and would compile everything again. */
export const COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/lisan-tests', import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  errors: string;
}

/** Output and exit of a process. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let errors = '';
  child.stdout!.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr!.on('data', (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, out, errors };
}

/** Starts a command, which is killed if it still runs when the test ends. */
export function start(data: string, words: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: COMPILE_CACHE,
    LISAN_DATA: data,
    LISAN_LOG: 'silent',
    LISAN_PORT: '0',
    ...options.env,
  };
  const child = spawn(process.execPath, [LISAN, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
    env,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

export const lisan = (data: string, words: readonly string[], options?: SpawnOptions): Promise<Ended> =>
  ended(start(data, words, options));

/** Starts a service and waits for its address, which it prints. */
export async function serve(
  data: string,
  words: readonly string[] = ['serve'],
): Promise<{ child: ChildProcess; url: string; over: Promise<Ended> }> {
  const child = start(data, words);
  const over = ended(child);
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stderr!.on('data', (chunk) => {
      text += chunk;
      const found = /at (http:\S+)/.exec(text);
      if (found !== null) resolve(found[1]!);
    });
    void over.then(({ errors }) => reject(new Error(errors)));
  });
  return { child, url, over };
}
