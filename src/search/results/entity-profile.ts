/** The profile of an entity: how often it is mentioned, when, in which languages and spellings, and with which others. */

import { termHash } from '../../analysis/hash.ts';
import type { EntityAnswer, PositionAnswer } from '../../answers/entity.ts';
import { type Candidates, candidateRequest, type EntityMentions, type Index } from '../../engines/engine.ts';
import { type Entity, type Gazetteer, nameIn } from '../../entities/gazetteer/gazetteer.ts';
import { type Position, positionAt, titleIn } from '../../entities/gazetteer/positions.ts';
import type { LookedUp } from '../../entities/gazetteer/prefix-lookup.ts';
import { type NamedEntity, namedEntity, unlistedMark } from './entity-names.ts';
import { joinedNames } from './known-entities.ts';

/** Most entities that are given as mentioned together with it, and most spellings. */
const TOGETHER = 20;
const SPELLINGS = 50;

/** The profile of an entity, with names in `language` and the position of a date, today's if none is given. @throws LisanError what the engine says. */
export async function profileOf(
  entity: Entity,
  index: Index,
  { entities }: Gazetteer,
  language: string,
  date?: string,
): Promise<EntityAnswer> {
  const { id, type, description, wikidata, related, positions } = entity;
  const then = positionAt(entity, date);
  const same = (await index.sameNames?.(id)) ?? [id];
  const names = namesOf(same, entities);
  const { months, spellings } = mentionsOf(same, index);
  const { total, facets } = await documentsWith(index, id);
  const withName = (other: string): NamedEntity[] => {
    const known = namedEntity(other, entities, language);
    return known === undefined ? [] : [known];
  };
  return {
    id,
    type,
    name: nameIn({ ...entity, names }, language),
    ...unlistedMark(id),
    names,
    description: description?.[language] ?? description?.en ?? null,
    position: then === undefined ? null : answered(then, language),
    positions: [...positions]
      .sort((a, b) => ((a.from ?? a.to ?? '') < (b.from ?? b.to ?? '') ? 1 : -1))
      .map((position) => answered(position, language)),
    wikidata: wikidata ?? null,
    related: related.flatMap(withName),
    documents: total.value,
    mentions: {
      total: months.reduce((sum, { mentions }) => sum + mentions, 0),
      months: summed(months, ({ month }) => month).map(([month, mentions]) => ({ month, mentions })),
      languages: summed(months, (row) => row.language)
        .map(([spoken, mentions]) => ({ language: spoken, mentions }))
        .sort((a, b) => b.mentions - a.mentions),
    },
    spellings: spellings.slice(0, SPELLINGS),
    together: (facets.entity ?? [])
      .filter(({ value }) => !same.includes(value))
      .flatMap(({ value, count }) => withName(value).map((known) => ({ ...known, documents: count })))
      .slice(0, TOGETHER),
  };
}

/** In order of time, undated documents first. */
function byMonth(
  { month: a }: EntityMentions['months'][number],
  { month: b }: EntityMentions['months'][number],
): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}

/** The names of all spellings of an entity, by language. */
const namesOf = (same: readonly string[], entities: Gazetteer['entities']): Entity['names'] =>
  joinedNames(same.flatMap((id) => entities.get(id) ?? []));

/** The mentions of all spellings of a name. */
function mentionsOf(same: readonly string[], { metadata }: Index): EntityMentions {
  const all = same.map((id) => metadata.mentions(id));
  return {
    months: all.flatMap(({ months }) => months).sort(byMonth),
    spellings: all.flatMap(({ spellings }) => spellings).sort((a, b) => b.mentions - a.mentions),
  };
}

function answered(position: Position, language: string): PositionAnswer {
  return { title: titleIn(position, language), from: position.from ?? null, to: position.to ?? null };
}

/** The same entities, the most mentioned first; equals keep their order. */
export async function byMentions(found: readonly LookedUp[], index: Index): Promise<LookedUp[]> {
  const hashOf = ({ entity }: LookedUp): number => termHash(entity.id, 'entity');
  const frequencies = await index.frequencies(found.map(hashOf));
  const documents = (entity: LookedUp): number => frequencies.get(hashOf(entity)) ?? 0;
  return [...found].sort((a, b) => documents(b) - documents(a));
}

function documentsWith(index: Index, id: string): Promise<Candidates> {
  return index.candidates(
    candidateRequest({
      filter: { facet: 'entity', values: [id] },
      sort: 'newest',
      limit: 0,
      facets: ['entity'],
    }),
  );
}

/** Sums of mentions by a value of each row, in the order in which the values first occur. */
function summed<R extends { mentions: number }, V>(
  rows: readonly R[],
  valueIn: (row: R) => V,
): [V, number][] {
  const sums = new Map<V, number>();
  for (const row of rows) sums.set(valueIn(row), (sums.get(valueIn(row)) ?? 0) + row.mentions);
  return [...sums];
}
