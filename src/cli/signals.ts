/**
 * SIGINT and SIGTERM as an AbortSignal that work checks between batches; a second one ends the process at once. npm passes
 * a signal to its shell and not to us, so below npm (`npm start`) the end of the parent process counts as SIGTERM.
 */
import type { ExitCode } from './exit-codes.ts';

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof SIGNALS;

/** How often a process below npm checks that its parent is alive. */
const PARENT_CHECK_MS = 500;

/** Runs `work` with a signal that is aborted by SIGINT or SIGTERM, which also set the exit code. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stopListening = onceAsked((name) => {
    process.exitCode = SIGNALS[name] satisfies ExitCode;
    controller.abort();
  });
  try {
    return await work(controller.signal);
  } finally {
    stopListening();
  }
}

/** Resolves on SIGINT and SIGTERM. */
export function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    onceAsked(() => resolve());
  });
}

/** Calls `stop` once for each signal. @returns what ends that. */
function onceAsked(stop: (signal: Signal) => void): () => void {
  const listeners = (Object.keys(SIGNALS) as Signal[]).map((name) => {
    const listener = (): void => stop(name);
    process.once(name, listener);
    return [name, listener] as const;
  });
  const parent = process.ppid;
  const look =
    process.env.npm_lifecycle_event === undefined
      ? undefined
      : setInterval(() => {
          if (process.ppid === parent) return;
          clearInterval(look);
          stop('SIGTERM');
        }, PARENT_CHECK_MS).unref();
  return () => {
    clearInterval(look);
    for (const [name, listener] of listeners) process.off(name, listener);
  };
}
