/** What takes time or memory to make, and what not every thread or command asks for. */

/** Gives what `make` makes, which is made when it is first asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
