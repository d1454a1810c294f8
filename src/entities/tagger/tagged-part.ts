/** The part of an entity that tagging depends on. */
import type { Entity } from '../gazetteer/entity.ts';

export type Tagged = Pick<Entity, 'id' | 'type' | 'names' | 'ambiguous' | 'except' | 'related' | 'roles'>;

export function taggedPart({ id, type, names, ambiguous, except, related, roles }: Tagged): Tagged {
  return { id, type, names, ambiguous, except, related, roles };
}
