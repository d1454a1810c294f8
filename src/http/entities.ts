/** `GET /api/entities?q=` and `GET /api/entities/:id`: the gazetteer, and how the archive mentions whom. */
import type { RequestHandler } from 'express';
import { LisanError } from '../errors.ts';
import { named } from '../mentioned.ts';
import { byMentions, type EntityProfile, profileOf } from '../profile.ts';
import type { Service } from '../service.ts';
import { interfaceLanguage } from './language.ts';
import { readEntityQuery } from './parameters.ts';
import type { Served } from './served.ts';

export interface EntitiesAsked {
  q: string;
  limit: number;
  /** BCP 47 code for names of entities. */
  language: string;
}

export interface EntityAsked {
  id: string;
  language: string;
}

export function entities({ readers }: Served): RequestHandler {
  return async (request, response) => {
    const asked = { ...readEntityQuery(request.query), language: interfaceLanguage(request) };
    await readers.send(response, 'entities', asked);
  };
}

export function entity({ readers }: Served): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const asked = { id: request.params.id, language: interfaceLanguage(request) };
    await readers.send(response, 'entity', asked);
  };
}

/** Entities with a word of a name that begins with the given ones, in any script, the most mentioned first. */
export async function entitiesNamed(
  { gazetteer, live, lookup }: Service,
  { q, limit, language }: EntitiesAsked,
): Promise<object> {
  const found = await byMentions(lookup.beginningWith(q), await live.current());
  return {
    total: found.length,
    entities: found.slice(0, limit).map(({ entity }) => named(entity.id, gazetteer.entities, language)),
  };
}

/** @throws LisanError `entity_unknown`, or what the engine says. */
export async function entityOf(
  { gazetteer, live }: Service,
  { id, language }: EntityAsked,
): Promise<EntityProfile> {
  const found = gazetteer.entities.get(id);
  if (found === undefined) {
    throw new LisanError({
      code: 'entity_unknown',
      message: `There is no entity ${JSON.stringify(id)}.`,
      remedy: 'Look for it with /api/entities?q=NAME.',
      status: 404,
    });
  }
  return profileOf(found, await live.current(), gazetteer, language);
}
