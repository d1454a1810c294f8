/** Names of entities in the language of the interface: taken from hits that have them, else asked for. */

import { type Answer, type Entity, entityPath, type Named } from '../api/client.ts';
import { useAnswer } from '../api/load.ts';
import { useWording } from '../app/context.ts';
import type { InterfaceLanguage } from '../app/interface.ts';

const names = new Map<string, string>();

function learn(entities: readonly Named[], language: InterfaceLanguage): void {
  for (const { id, name } of entities) names.set(`${language} ${id}`, name);
}

/** Learns the names of everybody whom an answer names. */
export function learnFrom(answer: Answer | undefined, language: InterfaceLanguage): void {
  if (answer === undefined) return;
  for (const { entities } of answer.hits) learn(entities, language);
  for (const { value, name } of Object.values(answer.facets).flat())
    if (name !== undefined) names.set(`${language} ${value}`, name);
}

/** The name of an entity; its id until the name has come, and where there is none: an index may be older than the gazetteer. */
export function EntityName({ id }: { id: string }) {
  const { language } = useWording();
  const known = names.get(`${language} ${id}`);
  const { answer } = useAnswer<Entity>(known === undefined ? entityPath(id) : undefined, language);
  return <>{known ?? answer?.name ?? id}</>;
}
