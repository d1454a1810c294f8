/** Requests of those who run the archive: what is listed is asked for each time, and what is changed is told. */
import { useEffect, useState } from 'preact/hooks';
import type { Schemas } from '../../client/index.ts';
import { ApiError, errorOf, forgetAnswers, headersFor } from '../api/client.ts';
import { onHost } from '../app/base-path.ts';
import type { InterfaceLanguage } from '../i18n/languages.ts';
import { useTranslator } from '../i18n/translator-context.ts';

export type State = Schemas['State'];
export type Report = Schemas['Report'];
export type QueryCount = Schemas['QueryCount'];
export type Synonym = Schemas['Synonym'];
export type Pins = Schemas['Pins'];
export type Takedown = Schemas['Takedown'];

/** A line of the archive's own entities, as far as it is edited here. */
export interface OwnEntity {
  id: string;
  type: string;
  names?: Record<string, string[]>;
  ambiguous?: string[];
  [other: string]: unknown;
}

/** The answer to a request. `path`: of the API. @throws ApiError. */
export async function request<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  language: InterfaceLanguage,
  body?: unknown,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(onHost(path), {
      method,
      headers: {
        ...headersFor(language, 'application/json'),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new ApiError('unreachable', String(error), '', 0);
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw errorOf(response, answer);
  if (method !== 'GET') forgetAnswers();
  return answer as T;
}

export interface Loaded<T> {
  answer: T | undefined;
  error: ApiError | undefined;
  reload(): void;
}

/** The answer to a path; none without a path. */
export function useLoaded<T>(path: string | undefined): Loaded<T> {
  const { language } = useTranslator();
  const [state, setState] = useState<{ path?: string; answer?: T; error?: ApiError }>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (path === undefined) return;
    let left = false;
    request<T>('GET', path, language).then(
      (answer) => !left && setState({ path, answer }),
      (error: ApiError) => !left && setState({ path, error }),
    );
    return () => {
      left = true;
    };
  }, [path, language, attempt]);
  const current = state.path === path && path !== undefined;
  return {
    answer: current ? state.answer : undefined,
    error: current ? state.error : undefined,
    reload: () => setAttempt((before) => before + 1),
  };
}

export interface Change {
  /** Does something; false if it failed. */
  run(work: () => Promise<unknown>): Promise<boolean>;
  state: 'none' | 'running' | 'done' | ApiError;
}

/** A change that is made, and how it went. */
export function useChange(onDone: () => void): Change {
  const [state, setState] = useState<Change['state']>('none');
  return {
    state,
    async run(work) {
      setState('running');
      try {
        await work();
        setState('done');
        onDone();
        return true;
      } catch (thrown) {
        setState(thrown instanceof ApiError ? thrown : new ApiError('unknown', String(thrown), '', 0));
        return false;
      }
    },
  };
}
