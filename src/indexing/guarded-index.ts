/** An index whose failures are inspected before they reach the caller, in its methods and its metadata. */
import type { Index, IndexMetadata } from '../engines/engine.ts';

/** `explain` gives the error to throw instead of one that the index threw. */
export function guardedIndex(index: Index, explain: (thrown: unknown) => unknown): Index {
  return guarded(index, explain, guardedPromise, {
    metadata: guarded(index.metadata, explain, guardedCall),
  });
}

type Call = (...values: unknown[]) => unknown;
type Guard = (call: () => unknown, explain: (thrown: unknown) => unknown) => unknown;

/** The object with each of its methods called through `guard`; `replaced` members instead of its own. */
function guarded<T extends Index | IndexMetadata>(
  target: T,
  explain: (thrown: unknown) => unknown,
  guard: Guard,
  replaced: Partial<T> = {},
): T {
  return new Proxy(target, {
    get: (_, name: string & keyof T) => {
      if (name in replaced) return replaced[name];
      const member = target[name];
      if (typeof member !== 'function') return member;
      return (...values: unknown[]) => guard(() => (member as Call).apply(target, values), explain);
    },
  });
}

async function guardedPromise(call: () => unknown, explain: (thrown: unknown) => unknown): Promise<unknown> {
  try {
    return await call();
  } catch (thrown) {
    throw explain(thrown);
  }
}

/** Also guards reading the values of an iterator. */
function guardedCall(call: () => unknown, explain: (thrown: unknown) => unknown): unknown {
  try {
    const value = call();
    return isIterator(value) ? guardedIterator(value, explain) : value;
  } catch (thrown) {
    throw explain(thrown);
  }
}

const isIterator = (value: unknown): value is IterableIterator<unknown> =>
  typeof value === 'object' && value !== null && 'next' in value && Symbol.iterator in value;

function* guardedIterator(
  values: Iterable<unknown>,
  explain: (thrown: unknown) => unknown,
): Generator<unknown> {
  try {
    yield* values;
  } catch (thrown) {
    throw explain(thrown);
  }
}
