/** Modules that are not imported but started: as TypeScript from the sources, as JavaScript from the built package. */
import { extname } from 'node:path';

/** The URL of the module `name` (`./read-worker`) in the folder of `caller`, which gives its own `import.meta.url`. */
export function moduleBeside(caller: string, name: string): URL {
  return new URL(`${name}${extname(caller)}`, caller);
}
