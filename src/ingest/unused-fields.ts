/** Counts the fields of records that no article has, and reports them once a file. */
import type { ReadProblem } from '../common/types.ts';

/** Names that are counted for a file. */
const MAX_NAMES = 50;

export class UnusedFields {
  #file: string | undefined;
  #counts = new Map<string, number>();

  /** Counts the unused fields of a record. @returns the report on the file before, at the first record of another one. */
  add(file: string, names: readonly string[] = []): ReadProblem[] {
    const report = file === this.#file ? [] : this.rest();
    this.#file = file;
    for (const name of names) {
      const count = this.#counts.get(name);
      if (count !== undefined || this.#counts.size < MAX_NAMES) this.#counts.set(name, (count ?? 0) + 1);
    }
    return report;
  }

  /** The report on the last file. */
  rest(): ReadProblem[] {
    if (this.#file === undefined || this.#counts.size === 0) return [];
    const names = [...this.#counts].map(([name, count]) => `${name} (${count})`).join(', ');
    this.#counts = new Map();
    return [
      {
        file: this.#file,
        line: 1,
        effect: 'kept',
        reason: `fields that are not kept, with the number of records: ${names}`,
      },
    ];
  }
}
