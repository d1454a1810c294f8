/** Where the service is on its host, as it delivered the page: `/`, or a path like `/archive/`. */

/** The part of a browser's document that is read; addresses and paths are also used where there is no page. */
interface Delivered {
  document?: { documentElement: { dataset: Readonly<Record<string, string | undefined>> } };
}

const base = (): string => (globalThis as Delivered).document?.documentElement.dataset.base ?? '/';

/** A path of the service, which begins with a slash, as a path of its host. */
export const onHost = (path: string): string => base() + path.slice(1);

/** A path of the host as one of the service; unchanged if it is none. */
export function onService(path: string): string {
  return path.startsWith(base()) ? path.slice(base().length - 1) : path;
}
