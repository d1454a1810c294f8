/** Entities in answers: with a name in the client's language, and where they are mentioned. */

import { languageFor } from '../../analysis/languages/registry.ts';
import type { EntitySummary, MentionedEntity, RecognisedEntity } from '../../answers/entity.ts';
import type { Article } from '../../common/types.ts';
import { type AnnotatedPassage, fieldText } from '../../document/annotate.ts';
import {
  type DeclaredFacets,
  type Facet,
  type FacetCount,
  type FacetCounts,
  kindOf,
  type NamedFacet,
  nameOfFacet,
} from '../../engines/facets.ts';
import { type Entity, type Gazetteer, nameIn } from '../../entities/gazetteer/gazetteer.ts';
import { entityIdsByHash } from '../../entities/packed/layered-entities.ts';
import { typeOfUnlisted } from '../../entities/recogniser/unlisted-id.ts';
import type { QueryClause } from '../query/query.ts';
import { joinedNames, KnownEntities } from './known-entities.ts';
import { visibleEnd } from './visible-range.ts';

export type { MentionedEntity, RecognisedEntity };
/** An entity with its name in one language. */
export type NamedEntity = EntitySummary;

/** The count of a value; of an entity that the gazetteer has with its name. */
export interface NamedFacetCount extends FacetCount {
  name?: string;
  type?: NamedEntity['type'];
  listed?: false;
}

type Entities = Gazetteer['entities'];

/** Gives the id of the entity that a document mentions, by its hash in the forward index. */
export type EntityOf = (hash: number, document: string) => string | undefined;

export function entityByHash(gazetteer: Pick<Gazetteer, 'entities'>): EntityOf {
  const listed = entityIdsByHash(gazetteer);
  const { entities } = gazetteer;
  if (!(entities instanceof KnownEntities)) return (hash) => listed.get(hash);
  return (hash, document) => listed.get(hash) ?? entities.unlistedIn(document, hash);
}

/** Cache of entities with a name, by language and entity: one answer asks for some hundred. */
const names = new Map<string, WeakMap<Entity, NamedEntity>>();

/** An entity with its name; `undefined` for an id that is not in the gazetteer. */
export function namedEntity(
  id: string,
  entities: Entities,
  language: string,
): Readonly<NamedEntity> | undefined {
  const entity = entities.get(id);
  if (entity === undefined) return undefined;
  let known = names.get(language);
  if (known === undefined) {
    known = new WeakMap();
    names.set(language, known);
  }
  let answer = known.get(entity);
  if (answer === undefined) {
    const { id: own, type } = entity;
    answer = { id: own, type, name: nameIn(entity, language), ...unlistedMark(own) };
    known.set(entity, answer);
  }
  return answer;
}

export const isListed = (id: string): boolean => typeOfUnlisted(id) === undefined;

/** What an answer says of an entity that the gazetteer does not have. */
export const unlistedMark = (id: string): { listed?: false } => (isListed(id) ? {} : { listed: false });

/** Counts without entities that the gazetteer does not have. */
export function listedCounts(facets: FacetCounts): FacetCounts {
  return Object.fromEntries(
    Object.entries(facets).map(([facet, counts]) => [
      facet,
      kindOf(facet as Facet) === 'entity' ? counts.filter(({ value }) => isListed(value)) : counts,
    ]),
  );
}

/** The entities mentioned in an article, in order of first mention. */
export function mentionedIn(
  article: Article,
  passages: readonly AnnotatedPassage[],
  entities: Entities,
  language: string,
): MentionedEntity[] {
  const found = new Map<string, MentionedEntity>();
  for (const { field, mentions } of passages) {
    if (mentions.length === 0) continue;
    const text = fieldText(article, field);
    for (const { entity: id, start, end } of mentions) {
      const mention = { field, start, end: visibleEnd(text, start, end) };
      const known = found.get(id);
      const entity = known === undefined ? namedEntity(id, entities, language) : undefined;
      if (known !== undefined) known.mentions.push(mention);
      else if (entity !== undefined) found.set(id, { ...entity, mentions: [mention] });
    }
  }
  return [...found.values()];
}

/** The entities named in a query, in the order of its words. */
export function recognisedIn(
  clauses: readonly QueryClause[],
  entities: Entities,
  language: string,
): RecognisedEntity[] {
  const found = new Map<string, RecognisedEntity>();
  for (const alternative of clauses.flatMap(({ alternatives }) => alternatives)) {
    if (alternative.kind !== 'entity') continue;
    const { word } = alternative;
    const id = alternative.of ?? alternative.entity;
    const known = found.get(id);
    const entity = known ?? namedEntity(id, entities, language);
    if (entity !== undefined) found.set(id, { ...entity, start: known?.start ?? word.start, end: word.end });
  }
  return [...found.values()];
}

/** The counts of an answer, the entities among their values with their names in one language. */
export function withNames(
  facets: FacetCounts,
  entities: Entities,
  language: string,
): FacetCounts<NamedFacetCount> {
  return Object.fromEntries(
    Object.entries(facets).map(([facet, counts]) => {
      if (kindOf(facet as Facet) !== 'entity') return [facet, counts];
      const named = counts.map(({ spellings, ...count }) => {
        const entity = namedEntity(count.value, entities, language);
        if (entity === undefined) return count;
        const { name, type, listed } = entity;
        const shown = nameAmong(spellings, entities, language) ?? name;
        return { ...count, name: shown, type, ...(listed === false && { listed }) };
      });
      return [facet, named];
    }),
  );
}

/** A name in the language among those of several spellings, else one in its script; `undefined` if there is none. */
function nameAmong(
  spellings: readonly string[] = [],
  entities: Entities,
  language: string,
): string | undefined {
  const names = joinedNames(spellings.flatMap((id) => entities.get(id) ?? []));
  const script = languageFor(language)?.script;
  const written = Object.keys(names).find((code) => languageFor(code)?.script === script);
  return (names[language] ?? names[written ?? ''])?.[0];
}

/** The counts of an answer under the names of their facets: `fields.desk`. */
export function named<C extends FacetCount>(
  facets: FacetCounts<C>,
  declared: DeclaredFacets,
): Partial<Record<NamedFacet, C[]>> {
  return Object.fromEntries(
    Object.entries(facets).map(([facet, counts]) => [nameOfFacet(facet as Facet, declared), counts]),
  );
}
