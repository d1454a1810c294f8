/** Runs the command line in the process of the test: starting another one takes a second of a processor. */
import { format } from 'node:util';
import { vi } from 'vitest';
import { main } from '../../src/cli/program.ts';
import type { Ended } from './process.ts';

/** What `lisan WORDS…` prints and its exit code. What concerns the process itself is tested with `process.ts`. */
export async function command(
  data: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ended> {
  let out = '';
  let errors = '';
  const toOut = (...parts: unknown[]): void => {
    out += `${format(...parts)}\n`;
  };
  const toErrors = (...parts: unknown[]): void => {
    errors += `${format(...parts)}\n`;
  };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(toOut),
    vi.spyOn(console, 'error').mockImplementation(toErrors),
    vi.spyOn(console, 'warn').mockImplementation(toErrors),
    spyOnWrites(process.stdout, (text) => {
      out += text;
    }),
    spyOnWrites(process.stderr, (text) => {
      errors += text;
    }),
  ];
  const settings = { LISAN_DATA: data, LISAN_LOG: 'silent', LISAN_PORT: '0', ...environment };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const listeners = [process.stdout, process.stderr].map((stream) => stream.listeners('error'));
  process.exitCode = undefined;
  try {
    await main([process.execPath, 'lisan', ...words]);
    return { code: Number(process.exitCode ?? 0), out, errors };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
    for (const [number, stream] of [process.stdout, process.stderr].entries())
      for (const listener of stream.listeners('error'))
        if (!listeners[number]!.includes(listener)) stream.off('error', listener as () => void);
  }
}

function spyOnWrites(stream: NodeJS.WriteStream, add: (text: string) => void) {
  return vi.spyOn(stream, 'write').mockImplementation((chunk, ...rest) => {
    add(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    const done = rest.find((each) => typeof each === 'function');
    done?.();
    return true;
  });
}
