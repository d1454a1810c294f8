/**
 * FollowTheMoney entities (https://followthemoney.tech), as OpenSanctions publishes them: `entities.ftm.json` has one
 * object a line and links by ids; `targets.nested.json` has the linked objects within. Only names, dates and positions are
 * read. Names have no language; their letters tell it.
 */
import type { Entity } from '../../gazetteer/gazetteer.ts';
import type { ListReader } from '../listed.ts';
import {
  dateOf,
  defined,
  type ListedEntity,
  type ListedName,
  type ListItem,
  type Position,
} from '../listed.ts';
import { languageOfName } from '../name-language.ts';
import { isObject, type Json, jsonLines, listIn, objectIn, textsIn } from './json-lines.ts';

const TYPES: Readonly<Record<string, Entity['type']>> = {
  Person: 'person',
  Organization: 'organisation',
  Company: 'organisation',
  PublicBody: 'organisation',
  LegalEntity: 'organisation',
  Asset: 'organisation',
  Event: 'event',
};
/** Ids of lisan, in what it exported. */
const OWN_ID = /^(person|place|organisation|event)-[a-z0-9-]+$/;
const FIELDS: readonly (readonly [field: string, weak: boolean])[] = [
  ['name', false],
  ['alias', false],
  ['previousName', false],
  ['abbreviation', true],
  ['weakAlias', true],
];

const isEntity = (head: string): boolean =>
  /^\s*\[?\s*\{/.test(head) && /"schema"\s*:\s*"[A-Z]\w+"/.test(head) && /"properties"\s*:\s*\{/.test(head);

export const nestedTargets: ListReader = {
  name: 'ftm-nested',
  matches: (name, head) => name.includes('nested') && isEntity(head),
  read: readEntities,
};

export const followTheMoney: ListReader = {
  name: 'ftm',
  matches: (_, head) => isEntity(head),
  read: readEntities,
};

async function* readEntities(...[source, options]: Parameters<ListReader['read']>): AsyncGenerator<ListItem> {
  for await (const piece of jsonLines(source)) {
    if ('broken' in piece) {
      yield piece;
      continue;
    }
    const { value, line } = piece;
    const { id, schema } = value;
    if (typeof id !== 'string' || typeof schema !== 'string') {
      yield { broken: { line, reason: 'it has no id or no schema' } };
      continue;
    }
    const key = `opensanctions:${id}`;
    const properties = objectIn(value, 'properties');
    if (schema === 'Position') {
      yield { names: { key, names: namesIn(properties, value) } };
      continue;
    }
    if (schema === 'Occupancy') {
      yield* occupancy(properties);
      continue;
    }
    const own = OWN_ID.exec(id)?.[1] as Entity['type'] | undefined;
    const type = own ?? TYPES[schema] ?? (textsIn(properties, 'name').length > 0 ? options.type : undefined);
    if (type === undefined) {
      yield { left: { reason: `no person, organisation or event: ${schema}`, example: id } };
      continue;
    }
    const names = namesIn(properties, value);
    if (names.length === 0) {
      yield { left: { reason: 'no name in a language that lisan knows', example: id } };
      continue;
    }
    yield {
      entity: { ...entityOf(key, type, names, value), ...(own !== undefined && { id, key: `lisan:${id}` }) },
    };
  }
}

function entityOf(key: string, type: Entity['type'], names: ListedName[], value: Json): ListedEntity {
  const properties = objectIn(value, 'properties');
  const first = (...fields: string[]): string | undefined =>
    fields
      .flatMap((field) => textsIn(properties, field))
      .map(dateOf)
      .find((date) => date !== undefined);
  const dates = defined<{ from?: string; to?: string }>({
    from: first('birthDate', 'incorporationDate', 'startDate'),
    to: first('deathDate', 'dissolutionDate', 'endDate'),
  });
  const wikidata = [...textsIn(properties, 'wikidataId'), String(value.id)].filter((id) => /^Q\d+$/.test(id));
  const former = textsIn(value, 'referents').map((id) => `opensanctions:${id}`);
  const plain = textsIn(properties, 'position').map((title): Position => ({ name: titled([title]) }));
  const nested = listIn(properties, 'positionOccupancies').filter(isObject).flatMap(heldIn);
  const positions = nested.length > 0 ? nested : plain.filter(({ name }) => Object.keys(name).length > 0);
  return defined<ListedEntity>({
    key,
    type,
    names,
    sameAs: [...wikidata.map((id) => `wikidata:${id}`), ...former],
    positions: positions.length === 0 ? undefined : positions,
    dates: Object.keys(dates).length === 0 ? undefined : dates,
  });
}

/** A position that is written within its holder. */
function heldIn(held: Json): Position[] {
  const properties = objectIn(held, 'properties');
  const posts = listIn(properties, 'post').filter(isObject);
  return posts.flatMap((post) => {
    const name = titled(textsIn(objectIn(post, 'properties'), 'name'));
    return Object.keys(name).length === 0 ? [] : [defined<Position>({ name, ...whenIn(properties) })];
  });
}

function* occupancy(properties: Json): Generator<ListItem> {
  for (const holder of textsIn(properties, 'holder'))
    for (const post of textsIn(properties, 'post'))
      yield {
        holds: defined({
          key: `opensanctions:${holder}`,
          position: `opensanctions:${post}`,
          ...whenIn(properties),
        }),
      };
}

function whenIn(properties: Json): { from?: string; to?: string } {
  return defined<{ from?: string; to?: string }>({
    from: dateOf(textsIn(properties, 'startDate')[0]),
    to: dateOf(textsIn(properties, 'endDate')[0]),
  });
}

/** A title by language, the first one of each. */
function titled(titles: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const title of titles) {
    const language = languageOfName(title);
    if (language !== undefined) found[language] ??= title;
  }
  return found;
}

function namesIn(properties: Json, { caption }: Json): ListedName[] {
  const names: ListedName[] = [];
  const add = (name: string, weak: boolean): void => {
    const language = languageOfName(name);
    if (language !== undefined) names.push({ name, language, ...(weak && { weak }) });
  };
  // The caption is the name that OpenSanctions shows.
  if (typeof caption === 'string' && textsIn(properties, 'name').includes(caption)) add(caption, false);
  for (const [field, weak] of FIELDS) for (const name of textsIn(properties, field)) add(name, weak);
  return names;
}
