/** A view whose code is loaded when it is first shown. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/client.ts';
import { ErrorNotice, Skeleton } from './notices.tsx';

/** The component that `load` gives; until it is there the outlines of a view, and a notice if it cannot be loaded. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function Lazy(props: Props) {
    const [attempt, setAttempt] = useState(0);
    const [failure, setFailure] = useState<unknown>();
    const [, setReady] = useState(false);
    useEffect(() => {
      if (loaded !== undefined) return;
      setFailure(undefined);
      load().then((view) => {
        loaded = view;
        setReady(true);
      }, setFailure);
    }, [attempt]);
    const View = loaded;
    if (View !== undefined) return <View {...props} />;
    if (failure === undefined) return <Skeleton />;
    const error = new ApiError('unreachable', String(failure), '', 0);
    return <ErrorNotice error={error} stale={false} onRetry={() => setAttempt(attempt + 1)} />;
  };
}
