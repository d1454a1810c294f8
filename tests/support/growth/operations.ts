/**
 * Counts what a piece of work does instead of timing it: how often each block of code runs (V8's precise coverage), and
 * how many characters or elements the built-in functions walk that a text could make long. It is for a thread of its own,
 * because it replaces built-in functions and the counters are those of the whole isolate.
 */
import { Session } from 'node:inspector';

type Walk = (self: { length: number }, result: unknown, first: unknown) => number;

const all: Walk = ({ length }) => length;
/** Up to what was found. */
const upTo: Walk = ({ length }, result, first) =>
  typeof result === 'number' && result >= 0 ? result + String(first).length : length;
/** What a built-in function walks. */
const WALKS: readonly [object, readonly string[], Walk][] = [
  [
    String.prototype,
    ['normalize', 'toLowerCase', 'toUpperCase', 'replaceAll', 'split', 'trim', 'repeat', 'isWellFormed'],
    all,
  ],
  [Array.prototype, ['join', 'concat', 'slice', 'splice', 'shift', 'unshift', 'flat', 'reverse'], all],
  [Array.prototype, ['indexOf', 'includes', 'lastIndexOf'], all],
  [String.prototype, ['includes', 'lastIndexOf'], all],
];

let walked = 0;

function countWalks(): void {
  for (const [prototype, names, walk] of WALKS) {
    for (const name of names) {
      const own = (prototype as Record<string, (...values: unknown[]) => unknown>)[name]!;
      Object.defineProperty(prototype, name, {
        configurable: true,
        writable: true,
        value(this: { length: number }, ...values: unknown[]) {
          const result = own.apply(this, values);
          walked += walk(this, result, values[0]);
          return result;
        },
      });
    }
  }
  const { indexOf } = String.prototype;
  String.prototype.indexOf = function (this: string, search: string, from = 0) {
    const found = indexOf.call(this, search, from);
    walked += found === -1 ? Math.max(0, this.length - from) : upTo(this, found - from, search);
    return found;
  };
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    // An anchored pattern that does not match may have read one character or all: it is not counted.
    if (match !== null) walked += match.index - from + match[0].length;
    else if (!this.sticky && !this.source.startsWith('^')) walked += Math.max(0, String(text).length - from);
    return match;
  };
  // The built-in `test` does not call a replaced `exec` that is faster to skip.
  RegExp.prototype.test = function (this: RegExp, text: string) {
    return this.exec(text) !== null;
  };
}

export class OperationCounter {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    countWalks();
  }

  /** Operations of a piece of work. */
  async count(work: () => unknown): Promise<number> {
    this.#blocks();
    walked = 0;
    await work();
    const inBuiltIns = walked;
    return this.#blocks() + inBuiltIns;
  }

  /** Runs of all blocks since the last call. */
  #blocks(): number {
    let sum = 0;
    this.#session.post('Profiler.takePreciseCoverage', (error, answer) => {
      if (error !== null) throw error;
      for (const { url, functions } of answer.result) {
        if (url.startsWith('node:') || url.endsWith('growth/operations.ts')) continue;
        for (const { ranges } of functions) for (const { count } of ranges) sum += count;
      }
    });
    return sum;
  }
}
