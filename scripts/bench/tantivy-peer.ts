/** Tantivy in a process of its own, run by the Python interpreter that LISAN_TEST_TANTIVY names; see `tantivy_peer.py`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Peer } from './peers.ts';

export function tantivy(python: string): Peer {
  const folder = mkdtempSync(join(tmpdir(), 'lisan-tantivy-'));
  const program = fileURLToPath(new URL('tantivy_peer.py', import.meta.url));
  const child = spawn(python, [program, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (command: object): Promise<{ ids?: string[] }> => {
    child.stdin.write(`${JSON.stringify(command)}\n`);
    const { value, done } = await lines.next();
    if (done)
      throw new Error('Tantivy ended; the package "tantivy" must be installed for LISAN_TEST_TANTIVY');
    return JSON.parse(value) as { ids?: string[] };
  };
  return {
    name: 'Tantivy',
    add: async (articles) => {
      await ask({ add: articles.map(({ id, title, body, source }) => ({ id, title, body, source })) });
    },
    finish: async () => {
      await ask({ finish: true });
    },
    search: async (query) => (await ask({ search: query })).ids ?? [],
    close: async () => {
      child.stdin.end();
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}
