/** Counts by key, kept as runs of what each batch added to them and took from them. */
import type { Statements } from '../database.ts';
import { type Entry, Runs, runsSchema } from './runs.ts';
import { readVarint, unzigzag, writeVarint, zigzag } from './varint.ts';

export const countersSchema = runsSchema;

export class Counters {
  readonly #runs: Runs;

  constructor(statements: Statements, name: string) {
    this.#runs = new Runs(statements, name, (values) => {
      const sum = sumOf(values);
      return sum === 0 ? undefined : encoded(sum);
    });
  }

  reload(): void {
    this.#runs.reload();
  }

  forget(): void {
    this.#runs.forget();
  }

  /** Adds to counts, or takes from them. Inside a transaction. */
  add(changes: ReadonlyMap<number, number>): void {
    const keys = Float64Array.from(changes.keys()).sort();
    if (keys.length > 0) this.#runs.add(entries(keys, changes));
  }

  of(key: number): number {
    return sumOf(this.#runs.values(key));
  }

  mergeAll(): void {
    this.#runs.mergeAll();
  }
}

function* entries(keys: Float64Array, changes: ReadonlyMap<number, number>): Generator<Entry> {
  for (const key of keys) {
    const change = changes.get(key)!;
    if (change !== 0) yield [key, encoded(change)];
  }
}

function sumOf(values: readonly Uint8Array[]): number {
  let sum = 0;
  for (const value of values) sum += unzigzag(readVarint(value));
  return sum;
}

/** Most counts are small: their bytes are shared. */
const SMALL = Array.from({ length: 128 }, (_, value) => Uint8Array.of(value));

function encoded(count: number): Uint8Array {
  const value = zigzag(count);
  if (value < SMALL.length) return SMALL[value]!;
  const bytes = new Uint8Array(5);
  return bytes.subarray(0, writeVarint(bytes, 0, value));
}
