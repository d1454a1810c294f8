/**
 * Where tests find a real server of an engine: one that a variable names, a program that is there, or a script that
 * brings it. What they start listens on loopback, on a free port, with a throw-away folder, and is ended by its own id.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface EngineServer {
  /** Variables of lisan that lead to the server, which is started where it does not run yet. */
  start(): Promise<Readonly<Record<string, string>>>;
  /** Ends what `start` started, and nothing else. */
  stop(): Promise<void>;
}

/** A server, or why there is none. */
export type Found = EngineServer | { missing: string };

/** Engines whose tests must not be skipped, from `LISAN_REQUIRE_ENGINES`. */
const REQUIRED = (process.env.LISAN_REQUIRE_ENGINES ?? '').split(',').map((name) => name.trim());
export const isRequired = (name: string): boolean => REQUIRED.includes(name);

const SCRIPT = fileURLToPath(new URL('../../../scripts/opensearch.sh', import.meta.url));
/** Milliseconds for a server to come up. */
export const START_TIMEOUT = 400_000;
const run = promisify(execFile);

export function findMeilisearch(): Found {
  const url = process.env.LISAN_TEST_MEILISEARCH_URL;
  if (url) {
    return running({
      LISAN_MEILISEARCH_URL: url,
      LISAN_MEILISEARCH_KEY: process.env.LISAN_TEST_MEILISEARCH_KEY ?? '',
    });
  }
  const program = onPath('meilisearch');
  if (program !== undefined) return new MeilisearchProgram(program);
  return { missing: 'set LISAN_TEST_MEILISEARCH_URL, or put a program `meilisearch` on PATH' };
}

export function findOpenSearch(): Found {
  const url = process.env.LISAN_TEST_OPENSEARCH_URL;
  if (url) return running({ LISAN_OPENSEARCH_URL: url });
  if (isRequired('opensearch')) return new OpenSearchCluster(1);
  return {
    missing:
      'set LISAN_TEST_OPENSEARCH_URL, or LISAN_REQUIRE_ENGINES=opensearch to have scripts/opensearch.sh start one',
  };
}

const running = (environment: Readonly<Record<string, string>>): EngineServer => ({
  start: async () => environment,
  stop: async () => {},
});

/** Nodes that `scripts/opensearch.sh` starts, in a folder of their own, which it makes for the user they run as. */
export class OpenSearchCluster implements EngineServer {
  readonly #nodes: number;
  readonly #folder = join(tmpdir(), `lisan-opensearch-${randomUUID()}`);

  constructor(nodes: number) {
    this.#nodes = nodes;
  }

  async start(): Promise<Readonly<Record<string, string>>> {
    return { LISAN_OPENSEARCH_URL: await this.#script('start', String(this.#nodes)) };
  }

  /** Ends a node at once, as a power cut would. Nodes are counted from 1. */
  async kill(node: number): Promise<void> {
    await this.#script('kill', String(node));
  }

  /** Starts a killed node again, with the data it had, and waits until the cluster has it. */
  async revive(node: number): Promise<void> {
    await this.#script('revive', String(node));
  }

  /** Ends a node in order and starts it again; when it resolves every document is on as many nodes as before. */
  async restart(node: number): Promise<void> {
    await this.#script('restart', String(node));
  }

  async stop(): Promise<void> {
    await this.#script('stop');
  }

  async #script(...words: string[]): Promise<string> {
    const env = { ...process.env, LISAN_OPENSEARCH_STATE: this.#folder };
    return (await run('bash', [SCRIPT, ...words], { env })).stdout.trim();
  }
}

/** A Meilisearch of our own. */
class MeilisearchProgram implements EngineServer {
  readonly #program: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'lisan-meilisearch-'));
  #process: ChildProcess | undefined;

  constructor(program: string) {
    this.#program = program;
  }

  async start(): Promise<Readonly<Record<string, string>>> {
    const address = `127.0.0.1:${await freePort()}`;
    const key = 'a key for tests only';
    const child = spawn(
      this.#program,
      [
        '--http-addr',
        address,
        '--db-path',
        join(this.#folder, 'data'),
        '--master-key',
        key,
        '--no-analytics',
      ],
      { cwd: this.#folder, stdio: 'ignore' },
    );
    this.#process = child;
    const url = `http://${address}`;
    for (const begun = Date.now(); Date.now() - begun < START_TIMEOUT; await pause(100)) {
      if (child.exitCode !== null) throw new Error(`${this.#program} ended with code ${child.exitCode}`);
      const healthy = await fetch(`${url}/health`).then(
        (response) => response.ok,
        () => false,
      );
      if (healthy) return { LISAN_MEILISEARCH_URL: url, LISAN_MEILISEARCH_KEY: key };
    }
    throw new Error(`${this.#program} does not answer at ${url}`);
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child !== undefined && child.exitCode === null) {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function onPath(program: string): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return places
    .map((folder) => join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return (address as { port: number }).port;
}
