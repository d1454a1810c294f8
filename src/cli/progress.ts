/** Progress on a terminal: one line that is redrawn. If stderr is not a terminal, only problems are printed. */
import { clearLine, cursorTo } from 'node:readline';

const REDRAW_INTERVAL_MS = 100;
const BAR_WIDTH = 30;

export class Progress {
  readonly #what: string;
  readonly #begun = performance.now();
  readonly #shown = process.stderr.isTTY === true;
  #last = 0;

  /** `what` completes "1,000 …": read, indexed. */
  constructor(what: string) {
    this.#what = what;
  }

  update(done: number, total?: number): void {
    const now = performance.now();
    if (!this.#shown || now - this.#last < REDRAW_INTERVAL_MS) return;
    this.#last = now;
    const rate = done / Math.max(0.001, (now - this.#begun) / 1000);
    const left = total === undefined || rate === 0 ? '' : `, ${Math.ceil((total - done) / rate)} s left`;
    const bar = total === undefined ? '' : `${barOf(done / Math.max(1, total))} `;
    const count =
      done.toLocaleString('en') + (total === undefined ? '' : ` of ${total.toLocaleString('en')}`);
    this.#clear();
    process.stderr.write(`${bar}${count} ${this.#what}, ${Math.round(rate).toLocaleString('en')}/s${left}`);
  }

  /** Prints a permanent line. */
  line(text: string): void {
    if (this.#shown) this.#clear();
    process.stderr.write(`${text}\n`);
  }

  end(): void {
    if (this.#shown) this.#clear();
  }

  #clear(): void {
    cursorTo(process.stderr, 0);
    clearLine(process.stderr, 0);
  }
}

function barOf(share: number): string {
  const full = Math.min(BAR_WIDTH, Math.round(share * BAR_WIDTH));
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_WIDTH - full)}]`;
}
