/** Names of entities in the language of the interface: from responses that contain them, otherwise requested. */
import { entityPath } from '../api/paths.ts';
import type { Entity, Named, SearchAnswer } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { InterfaceLanguage } from '../i18n/languages.ts';
import { useTranslator } from '../i18n/translator-context.ts';

const names = new Map<string, string>();

/** Learns the names of entities in a language. */
export function learn(entities: readonly Named[], language: InterfaceLanguage): void {
  for (const { id, name } of entities) names.set(`${language} ${id}`, name);
}

/** Learns the names of everybody whom an answer names. */
export function learnFrom(answer: SearchAnswer | undefined, language: InterfaceLanguage): void {
  if (answer === undefined) return;
  for (const { entities } of answer.hits) learn(entities, language);
  for (const { value, name } of answer.facets.entity ?? [])
    if (name !== undefined) names.set(`${language} ${value}`, name);
}

/** The name of an entity if it is already known; otherwise its id. */
export const nameOfEntity = (id: string, language: InterfaceLanguage): string =>
  names.get(`${language} ${id}`) ?? id;

/** The name of an entity; its id until the name has come, and for one that the gazetteer no longer has. */
export function EntityName({ id }: { id: string }) {
  const { language } = useTranslator();
  const known = names.get(`${language} ${id}`);
  const { answer } = useAnswer<Entity>(known === undefined ? entityPath(id) : undefined);
  return <>{known ?? answer?.name ?? id}</>;
}
