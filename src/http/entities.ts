/** `GET /api/entities?q=` and `GET /api/entities/:id`: the gazetteer, and how often the archive mentions whom. */
import type { RequestHandler } from 'express';
import { type Entity, nameIn } from '../entities/gazetteer.ts';
import { LisanError } from '../errors.ts';
import { formsOf } from '../ideas.ts';
import type { Service } from '../service.ts';
import { tokenise } from '../text/tokenise.ts';
import { interfaceLanguage } from './language.ts';
import { readEntityQuery } from './parameters.ts';

/** Entities with a name that begins with the given words, in any script; all of them where nothing is given. */
export function entities({ gazetteer }: Service): RequestHandler {
  const known = [...gazetteer.entities.values()].map((entity) => ({
    entity,
    names: Object.values(entity.names).flat().map(folded),
  }));
  return (request, response) => {
    const { q, limit } = readEntityQuery(request.query);
    const wanted = folded(q);
    const language = interfaceLanguage(request);
    const found = known.filter(({ names }) => names.some((name) => ` ${name}`.includes(` ${wanted}`)));
    response.json({
      total: found.length,
      entities: found.slice(0, limit).map(({ entity }) => summary(entity, language)),
    });
  };
}

export function entity({ gazetteer, live }: Service): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const found = gazetteer.entities.get(request.params.id);
    if (found === undefined) {
      throw new LisanError({
        code: 'entity_unknown',
        message: `There is no entity ${JSON.stringify(request.params.id)}.`,
        remedy: 'Look for it with /api/entities?q=NAME.',
        status: 404,
      });
    }
    const index = await live.current();
    const { total } = await index.candidates({
      groups: [],
      mode: 'all',
      excluded: [],
      filter: { entities: [found.id] },
      sort: 'newest',
      offset: 0,
      limit: 0,
      facets: [],
    });
    response.json({
      ...summary(found, interfaceLanguage(request)),
      names: found.names,
      description: found.description ?? null,
      wikidata: found.wikidata ?? null,
      documents: total.value,
    });
  };
}

function summary(entity: Entity, language: string): { id: string; type: string; name: string } {
  return { id: entity.id, type: entity.type, name: nameIn(entity, language) };
}

/** The words of a name in their variant form. */
function folded(name: string): string {
  const words: string[] = [];
  tokenise(name, (start, end) => words.push(formsOf(name.slice(start, end))[0]!.variant));
  return words.join(' ');
}
