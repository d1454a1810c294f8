/** What a gazetteer does not say in every language of the interface. */
import { ENTITY_NAME_LANGUAGES } from '../../analysis/languages/registry.ts';
import type { Gazetteer } from './gazetteer.ts';

/** BCP 47 codes of the languages in which an entity has no name, and of those in which it is not described. */
export interface Incomplete {
  id: string;
  names: string[];
  description: string[];
}

/** The entities that lack a name or a description in some language, in their order. */
export function* incomplete({ entities }: Pick<Gazetteer, 'entities'>): Generator<Incomplete> {
  const lacking = (texts: Readonly<Record<string, unknown>> = {}): string[] =>
    ENTITY_NAME_LANGUAGES.filter((code) => texts[code] === undefined);
  for (const { id, names, description } of entities.values()) {
    const found: Incomplete = { id, names: lacking(names), description: lacking(description) };
    if (found.names.length + found.description.length > 0) yield found;
  }
}
