/** Lists of attributes' names that clients send. */

/** Names of attributes; `*` is all of them, those that lisan does not know among them. */
export type Names = ReadonlySet<string>;
export const ALL_NAMES: Names = new Set(['*']);
export const NO_NAMES: Names = new Set();

export function namesOf(list: readonly string[] | null | undefined, fallback: Names): Names {
  return list === undefined || list === null ? fallback : new Set(list);
}

export const hasName = (names: Names, name: string): boolean => names.has('*') || names.has(name);
