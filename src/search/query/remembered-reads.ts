/** What is read of the index within one search: planning, retrieval, ranking and suggestions ask for the same. */
import type { Index } from '../../engines/engine.ts';

/**
 * The index; frequencies of each key, words similar to each word and statistics are read once. Only for one search, as they
 * change.
 */
export function withRememberedReads(index: Index): Index {
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
  let read: ReturnType<Index['statistics']> | undefined;
  const statistics: Index['statistics'] = () => {
    read ??= index.statistics();
    return read;
  };
  const words = new Map<string, ReturnType<Index['similar']>>();
  const similar: Index['similar'] = (word, budget) => {
    const key = `${budget} ${word}`;
    const found = words.get(key) ?? index.similar(word, budget);
    words.set(key, found);
    return found;
  };
  const remembered: Partial<Index> = { frequencies, statistics, similar };
  return new Proxy(index, {
    get: (target, name: keyof Index) => remembered[name] ?? Reflect.get(target, name, target),
  });
}
