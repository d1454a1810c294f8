/** Writes entities as lines of a gazetteer, as a table, or as FollowTheMoney. One line each to register a format. */
import { cell } from '../../common/csv-cell.ts';
import { type Entity, nameIn, namesOf } from '../gazetteer/gazetteer.ts';

export interface ListWriter {
  /** What comes before the first entity. */
  head: string;
  write(entity: Entity): string;
}

const COLUMNS = ['id', 'type', 'name', 'language', 'aliases', 'wikidata', 'description'];
const SCHEMAS: Readonly<Record<Entity['type'], string>> = {
  person: 'Person',
  organisation: 'Organization',
  event: 'Event',
  place: 'Address',
};

/** By the name of the format. A table has no positions, dates or relations; FollowTheMoney no languages. */
export const LIST_WRITERS = {
  jsonl: { head: '', write: (entity) => `${JSON.stringify(withoutEmpty(entity))}\n` },
  csv: { head: `${COLUMNS.join(',')}\n`, write: rowsOf },
  ftm: { head: '', write: followTheMoney },
} as const satisfies Record<string, ListWriter>;

export type ListFormat = keyof typeof LIST_WRITERS;

/** An entity without the fields that say nothing. */
export function withoutEmpty(entity: Entity): Partial<Entity> {
  return Object.fromEntries(
    Object.entries(entity).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** A row for each language. */
function rowsOf({ id, type, names, wikidata = '', description = {} }: Entity): string {
  return Object.entries(names)
    .map(
      ([language, [name = '', ...aliases]]) =>
        `${[id, type, name, language, aliases.join('|'), wikidata, description[language] ?? ''].map(cell).join(',')}\n`,
    )
    .join('');
}

function followTheMoney(entity: Entity): string {
  const { id, type, ambiguous, dates, positions, wikidata } = entity;
  const all = [...new Set([...namesOf(entity)].map(({ name }) => name))];
  const certain = all.filter((name) => !ambiguous.includes(name));
  const [name = [], ...alias] = certain.length > 0 ? certain : all;
  const [from, to] = type === 'person' ? ['birthDate', 'deathDate'] : ['startDate', 'endDate'];
  const properties = {
    name: [name].flat(),
    alias,
    weakAlias: certain.length > 0 ? ambiguous.filter((other) => all.includes(other)) : all.slice(1),
    [from!]: dates?.from === undefined ? [] : [dates.from],
    [to!]: dates?.to === undefined ? [] : [dates.to],
    position: positions.flatMap((position) => Object.values(position.name)),
    wikidataId: wikidata === undefined ? [] : [wikidata],
  };
  const kept = Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0));
  return `${JSON.stringify({ id, caption: nameIn(entity, 'en'), schema: SCHEMAS[type], properties: kept })}\n`;
}
