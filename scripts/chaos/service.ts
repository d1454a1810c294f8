/** A `lisan serve` that is started, killed and frozen. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const LISAN = fileURLToPath(new URL('../../bin/lisan.js', import.meta.url));
export const KEY = 'chaos-0123456789abcdef';
const START_MS = 120_000;

/** A module that moves the clock of a process and its threads. */
const clock = (shiftMs: number): string =>
  `data:text/javascript,${encodeURIComponent(
    `const D=Date;globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(D.now()+${shiftMs})}static now(){return D.now()+${shiftMs}}}`,
  )}`;

export class ChaosService {
  readonly #data: string;
  #child: ChildProcess | undefined;
  url = '';

  constructor(data: string) {
    this.#data = data;
  }

  get #environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      LISAN_DATA: this.#data,
      LISAN_LOG: 'silent',
      LISAN_ENGINE: 'sqlite',
      LISAN_PORT: '0',
      LISAN_READERS: '2',
      LISAN_RATE_LIMIT: '0',
      LISAN_API_KEYS: `ingest+admin:${KEY}`,
    };
  }

  /** @returns what it said if it did not start. */
  async start(shiftMs = 0): Promise<string | undefined> {
    const preload = shiftMs === 0 ? [] : ['--import', clock(shiftMs)];
    // A limit of file sizes stands for a full disk; its signal must not end the process.
    const child = spawn(
      'bash',
      ['-c', `trap '' XFSZ; exec "$@"`, '-', process.execPath, ...preload, LISAN, 'serve'],
      {
        env: this.#environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.#child = child;
    let said = '';
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`not started: ${said}`)), START_MS);
      const read = (chunk: Buffer): void => {
        said += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (found === null) return;
        clearTimeout(late);
        this.url = found[0];
        resolve(undefined);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('close', () => {
        clearTimeout(late);
        resolve(said || 'nothing');
      });
    });
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill(signal);
    await ended;
  }

  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Largest size of a file that it may write; `unlimited` ends the shortage. */
  limitFiles(bytes: number | 'unlimited'): void {
    execFileSync('prlimit', ['--pid', String(this.#child?.pid), `--fsize=${bytes}:unlimited`]);
  }

  /** Runs another command on the same data. @throws if it fails. */
  command(...words: string[]): string {
    return execFileSync(process.execPath, [LISAN, ...words], { env: this.#environment, encoding: 'utf8' });
  }

  /** Status and body; 0 if no answer came. */
  async ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: Answer }> {
    try {
      const response = await fetch(this.url + path, {
        ...init,
        headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(60_000),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
    } catch {
      return { status: 0, body: {} };
    }
  }
}

/** The fields of answers that are looked at. */
export interface Answer {
  title?: string;
  lag?: number;
  hits?: { id: string; title: string }[];
  error?: { code: string };
}
