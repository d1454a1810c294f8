/** Responses of the service in components, with their loading and error states. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTranslator } from '../i18n/translator-context.ts';
import { ApiError, cachedAnswer, fetchAnswer } from './client.ts';

/** Pauses before a request to an unreachable service is retried; the last one repeats. */
const RETRIES_MS = [1000, 2000, 4000, 8000, 15_000] as const;

export interface Loaded<T> {
  /** The answer to `path`, or the last one before it. */
  answer: T | undefined;
  /** Whether `answer` is the answer to the current path. */
  current: boolean;
  loading: boolean;
  error: ApiError | undefined;
  retry(): void;
}

/** The response for a path; undefined without a path. Requests to an unreachable service are retried until it answers. */
export function useAnswer<T>(path: string | undefined): Loaded<T> {
  const { language } = useTranslator();
  const key = path === undefined ? undefined : `${language} ${path}`;
  const [state, setState] = useState<{ key?: string; answer?: T; error?: ApiError }>({});
  const [attempt, setAttempt] = useState(0);
  const failures = useRef(0);
  const again = (): void => setAttempt((before) => before + 1);
  useEffect(() => {
    if (path === undefined || key === undefined) return;
    const control = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    fetchAnswer<T>(path, language, control.signal)
      .then((answer) => {
        failures.current = 0;
        setState({ key, answer });
      })
      .catch((thrown: unknown) => {
        if (control.signal.aborted) return;
        const error = thrown instanceof ApiError ? thrown : new ApiError('unknown', String(thrown), '', 0);
        setState((before) => ({ ...before, key, error }));
        if (!error.unreachable) return;
        timer = setTimeout(again, RETRIES_MS[Math.min(failures.current++, RETRIES_MS.length - 1)]);
        addEventListener('online', again, { signal: control.signal });
      });
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [key, attempt]);
  const current = state.key === key && state.error === undefined;
  const cached = path !== undefined && !current ? cachedAnswer<T>(path, language) : undefined;
  const error = state.key === key ? state.error : undefined;
  return {
    answer: path === undefined ? undefined : (cached ?? state.answer),
    current: current || (cached !== undefined && error === undefined),
    loading: path !== undefined && state.key !== key && cached === undefined,
    error,
    retry: again,
  };
}
