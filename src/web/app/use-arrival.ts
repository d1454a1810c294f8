/** Focus, scroll position and title when the reader opens an article or an entity. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { position } from './navigation.ts';

/**
 * Once there is a title, the heading that the reference is put on has the focus, the page is where it was left or
 * at its beginning, and the window has the title. `undefined` while what is shown is not there yet.
 */
export function useArrival(title: string | undefined): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const here = title !== undefined;
  useLayoutEffect(() => {
    if (!here) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, position());
  }, [here]);
  useEffect(() => {
    if (title !== undefined) document.title = `${title} - lisan`;
  }, [title]);
  return heading;
}
