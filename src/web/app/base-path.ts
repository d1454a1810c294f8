/** Where the service is on its host, as it delivered the page: `/`, or a path like `/archive/`. */
import { delivered } from './delivered.ts';

const base = (): string => delivered('base') ?? '/';

/** A path of the service, which begins with a slash, as a path of its host. */
export const onHost = (path: string): string => base() + path.slice(1);

/** A path of the host as one of the service; unchanged if it is none. */
export function onService(path: string): string {
  return path.startsWith(base()) ? path.slice(base().length - 1) : path;
}
