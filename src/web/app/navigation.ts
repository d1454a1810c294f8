/** The page's own steps through the browser's history. */
import { type Address, formatAddress, parseAddress } from './address.ts';

type Listener = (address: Address) => void;

const listeners = new Set<Listener>();
/** Scroll position of each entry of the history, by its key. */
const positions = new Map<string, number>();
let key = '';
let count = 0;

export const currentAddress = (): Address => parseAddress(location.pathname, location.search);

/** Whether the entry before this one is the page's own: then "back" can go there. */
export const canGoBack = (): boolean => count > 0;

/** Shows another address: as a step of its own, or in place of this one while something is still being typed. */
export function go(address: Address, { replace = false } = {}): void {
  const href = formatAddress(address);
  if (href === location.pathname + location.search) return;
  if (replace) history.replaceState(history.state, '', href);
  else {
    count++;
    key = newKey();
    history.pushState({ key, count }, '', href);
  }
  for (const listener of listeners) listener(address);
}

export function onAddress(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where this entry of the history was scrolled to when it was left; the top for a new one. */
export const position = (): number => positions.get(key) ?? 0;

/** Follows the browser from here on. Called once. */
export function startNavigation(): void {
  history.scrollRestoration = 'manual';
  const state = history.state as { key?: string; count?: number } | null;
  key = state?.key ?? newKey();
  count = state?.count ?? 0;
  history.replaceState({ key, count }, '');
  addEventListener('scroll', () => positions.set(key, scrollY), { passive: true });
  addEventListener('popstate', ({ state: entry }) => {
    key = entry?.key ?? newKey();
    count = entry?.count ?? 0;
    const address = currentAddress();
    for (const listener of listeners) listener(address);
  });
}

/** True for a plain click, which the page follows itself; with a key held the browser opens a tab or window. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

const newKey = (): string => Math.random().toString(36).slice(2);
