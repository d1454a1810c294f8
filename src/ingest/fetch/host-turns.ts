/** One request to a host at a time, with a pause between two. */

/** The present time and waiting, which tests replace. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Returns at once when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export class HostTurns {
  readonly #clock: Clock;
  /** When the last request to a host ended, once it has. */
  readonly #last = new Map<string, Promise<number>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Does the work when it is the host's turn: `pauseMs` after its last request ended. */
  async take<T>(
    host: string,
    pauseMs: number,
    signal: AbortSignal | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    const before = this.#last.get(host);
    let end = (_: number): void => {};
    this.#last.set(
      host,
      new Promise((resolve) => {
        end = resolve;
      }),
    );
    try {
      const ended = await before;
      const wait = ended === undefined ? 0 : ended + pauseMs - this.#clock.now();
      if (wait > 0) await this.#clock.sleep(wait, signal);
      signal?.throwIfAborted();
      return await work();
    } finally {
      end(this.#clock.now());
    }
  }
}
