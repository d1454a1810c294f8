/** A program that says where it listens ("… at http://…"), and its address. @throws Error with what it said if it ends. */
import { type ChildProcess, spawn } from 'node:child_process';

export async function started(
  words: readonly string[],
  env: Record<string, string>,
): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    const look = (chunk: Buffer): void => {
      text += chunk;
      const found = /at (http:\S+)/.exec(text);
      if (found !== null) resolve(found[1]!);
    };
    child.stdout!.on('data', look);
    child.stderr!.on('data', look);
    child.once('exit', () => reject(new Error(text)));
  });
  return [child, url];
}
