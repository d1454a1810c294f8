/** Document frequencies within one search: planning and ranking ask for the same ones. */
import type { Index } from '../../engines/engine.ts';

/** The index; `frequencies` reads each key once. Only for one search, as frequencies change. */
export function withRememberedFrequencies(index: Index): Index {
  const known = new Map<number, number>();
  const frequencies: Index['frequencies'] = async (keys) => {
    const unknown = keys.filter((key) => !known.has(key));
    if (unknown.length > 0) {
      const read = await index.frequencies(unknown);
      for (const key of unknown) known.set(key, read.get(key) ?? 0);
    }
    const found = new Map<number, number>();
    for (const key of keys) {
      const documents = known.get(key)!;
      if (documents > 0) found.set(key, documents);
    }
    return found;
  };
  return new Proxy(index, {
    get: (target, name) => (name === 'frequencies' ? frequencies : Reflect.get(target, name, target)),
  });
}
