/** Names of entities in the language of the interface: taken from hits that have them, else asked for. */
import { useEffect, useState } from 'preact/hooks';
import type { InterfaceLanguage } from './interface.ts';
import { ask, type Entity, entityPath, type Named } from './requests.ts';

const names = new Map<string, string>();

export function learn(entities: readonly Named[], language: InterfaceLanguage): void {
  for (const { id, name } of entities) names.set(`${language} ${id}`, name);
}

/** A name for each id; the id itself until its name has come. */
export function useNames(ids: readonly string[], language: InterfaceLanguage): (id: string) => string {
  const [, setCount] = useState(0);
  const missing = ids.filter((id) => !names.has(`${language} ${id}`)).join('\n');
  useEffect(() => {
    if (missing === '') return;
    const control = new AbortController();
    const asked = missing.split('\n').map(async (id) => {
      const entity = await ask<Entity>(entityPath(id), language, control.signal);
      learn([entity], language);
    });
    // An id without a name is shown as it is: an index may be older than the gazetteer.
    Promise.allSettled(asked).then(() => {
      if (!control.signal.aborted) setCount((count) => count + 1);
    });
    return () => control.abort();
  }, [missing, language]);
  return (id) => names.get(`${language} ${id}`) ?? id;
}
