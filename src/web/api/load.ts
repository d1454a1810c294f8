/** Asking the service from a component: what is shown while an answer is under way, and what when none comes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { InterfaceLanguage } from '../app/interface.ts';
import { ask, Failure, known } from './client.ts';

/** Milliseconds before an unreachable service is asked again; longer each time. */
const RETRIES = [1000, 2000, 4000, 8000, 15_000] as const;

export interface Loaded<T> {
  /** The answer to `path`, or the last one before it. */
  answer: T | undefined;
  /** True where the answer is that to the path that was asked last. */
  current: boolean;
  loading: boolean;
  failure: Failure | undefined;
  retry(): void;
}

/** The answer to a path; no path, no question. Where the service cannot be reached it is asked again by itself. */
export function useAnswer<T>(path: string | undefined, language: InterfaceLanguage): Loaded<T> {
  const key = path === undefined ? undefined : `${language} ${path}`;
  const [state, setState] = useState<{ key?: string; answer?: T; failure?: Failure }>({});
  const [attempt, setAttempt] = useState(0);
  const failures = useRef(0);
  useEffect(() => {
    if (path === undefined || key === undefined) return;
    const control = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => setAttempt((before) => before + 1);
    ask<T>(path, language, control.signal)
      .then((answer) => {
        failures.current = 0;
        setState({ key, answer });
      })
      .catch((error: unknown) => {
        if (control.signal.aborted) return;
        const failure = error instanceof Failure ? error : new Failure('unknown', String(error), '', 0);
        setState((before) => ({ ...before, key, failure }));
        if (!failure.unreachable) return;
        timer = setTimeout(again, RETRIES[Math.min(failures.current++, RETRIES.length - 1)]);
        addEventListener('online', again, { signal: control.signal });
      });
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [key, attempt]);
  const current = state.key === key && state.failure === undefined;
  const ready = path !== undefined && !current ? known<T>(path, language) : undefined;
  const failure = state.key === key ? state.failure : undefined;
  return {
    answer: path === undefined ? undefined : (ready ?? state.answer),
    current: current || (ready !== undefined && failure === undefined),
    loading: path !== undefined && state.key !== key && ready === undefined,
    failure,
    retry: () => setAttempt((before) => before + 1),
  };
}
