/** Lines of a gazetteer of lisan, as `lisan entities export` writes them. */
import { messageOf } from '../../../common/errors.ts';
import { linesOf } from '../../../ingest/lines.ts';
import { type Entity, parseEntity } from '../../gazetteer/gazetteer.ts';
import type { ListReader } from '../listed.ts';
import { defined, type ListedEntity } from '../listed.ts';

export const ownLines: ListReader = {
  name: 'jsonl',
  matches: (_, head) => /^\s*\{[^\n]*"id"\s*:\s*"(?:person|place|organisation|event)-[a-z0-9-]+"/.test(head),
  async *read(source) {
    let line = 0;
    for await (const text of linesOf(source.text())) {
      line++;
      if (text?.trim() === '') continue;
      try {
        yield { entity: listedEntity(parseEntity(text ?? '', source.file, line)) };
      } catch (thrown) {
        yield { broken: { line, reason: messageOf(thrown) } };
      }
    }
  },
};

/** An entity of a gazetteer as one of a list. */
export function listedEntity(entity: Entity): ListedEntity {
  const { id, type, ambiguous, description, positions, dates, wikidata, sameAs } = entity;
  const { except, related, roles } = entity;
  return defined<ListedEntity>({
    key: `lisan:${id}`,
    id,
    type,
    names: Object.entries(entity.names).flatMap(([language, names]) =>
      names.map((name) => ({ name, language, ...(ambiguous.includes(name) && { weak: true }) })),
    ),
    sameAs: [...(wikidata === undefined ? [] : [`wikidata:${wikidata}`]), ...sameAs],
    description,
    positions: positions.length === 0 ? undefined : positions,
    dates,
    rest: { except, related, roles },
  });
}
