/** SIGINT and SIGTERM as an AbortSignal that work checks between batches; a second one ends the process at once. */
import type { ExitCode } from './exit-codes.ts';

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Runs `work` with a signal that is aborted by SIGINT or SIGTERM, which also set the exit code. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const listeners = Object.entries(SIGNALS).map(([name, code]) => {
    const listener = (): void => {
      process.exitCode = code satisfies ExitCode;
      controller.abort();
    };
    process.once(name, listener);
    return [name, listener] as const;
  });
  try {
    return await work(controller.signal);
  } finally {
    for (const [name, listener] of listeners) process.off(name, listener);
  }
}
