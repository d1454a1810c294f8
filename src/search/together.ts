/**
 * Who appears with whom: the entities that most documents of a search mention, and how often two of them are in the same
 * document. Documents match as typed, as in exports.
 */
import type { TogetherAnswer, TogetherEdge, TogetherNode } from '../answers/together.ts';
import { allOf, hasValues } from '../engines/conditions.ts';
import { MAX_FACET_VALUES } from '../engines/facets.ts';
import type { Entity, Gazetteer } from '../entities/gazetteer/gazetteer.ts';
import { typeOfUnlisted } from '../entities/recogniser/unlisted-id.ts';
import { normalisedPmi } from './association.ts';
import type { SearchRequest } from './request.ts';
import { namedEntity } from './results/entity-names.ts';
import type { Searcher, SearchResponse } from './searcher.ts';

/** Most entities of one answer: each is one search, which counts the others. */
export const MAX_NODES = 30;
/** Most pairs of one answer. */
const MAX_EDGES = 60;
const NPMI_DIGITS = 1000;

export type TogetherRequest = Omit<
  SearchRequest,
  'offset' | 'limit' | 'facets' | 'explain' | 'sort' | 'valuesPerFacet'
>;

export interface Around {
  /** The entity that the others appear with. Default: the entities of the whole search. */
  around?: Entity | undefined;
  /** Entities besides it: 1 to `MAX_NODES`. */
  nodes: number;
  /** Of which types they are. Default: of every type. */
  types?: readonly Entity['type'][];
  /** Entities that every document of the search mentions, by its filter: they are not among the nodes. */
  everywhere?: readonly string[];
}

/** @throws LisanError `invalid_query`, or from the engine. */
export async function together(
  searcher: Searcher,
  { entities }: Gazetteer,
  request: TogetherRequest,
  { around, nodes: most, types = [], everywhere = [] }: Around,
): Promise<TogetherAnswer> {
  const { filter, language } = request;
  const named = (id: string) => namedEntity(id, entities, language);
  const counted = (ids: readonly string[], valuesPerFacet: number): Promise<SearchResponse> =>
    searcher.search({
      ...request,
      ...(valuesPerFacet > 0 ? { facets: ['entity'], valuesPerFacet } : { facets: [] }),
      filter: allOf(...(filter === undefined ? [] : [filter]), hasValues('entity', ids)),
      ...{ offset: 0, limit: 0, sort: 'newest', explain: false, relax: [], purpose: 'facets' },
    });
  const given = around === undefined ? [] : [around.id];
  const left = new Set([...given, ...everywhere]);
  const values = types.length > 0 ? MAX_FACET_VALUES : most + left.size;
  const all = await counted([], values);
  const near = around === undefined ? all : await counted(given, values);
  const others = (near.facets.entity ?? []).flatMap(({ value, type }) =>
    left.has(value) || (types.length > 0 && !types.some((wanted) => wanted === type)) ? [] : [value],
  );
  const nodes: TogetherNode[] = [];
  const companions = new Map<string, ReadonlyMap<string, number>>();
  for (const id of [...given, ...others.slice(0, most)]) {
    const known = named(id);
    if (known === undefined) continue;
    const { total, facets } = await counted([id], MAX_FACET_VALUES);
    nodes.push({ ...known, documents: total.value });
    companions.set(id, new Map((facets.entity ?? []).map(({ value, count }) => [value, count])));
  }
  const pairs = nodes.flatMap(({ id: a }, index) =>
    nodes.slice(index + 1).flatMap(({ id: b }) => {
      const documents = companions.get(a)?.get(b) ?? companions.get(b)?.get(a) ?? 0;
      return documents === 0 ? [] : [{ a, b, documents }];
    }),
  );
  // The sort is stable: pairs of as many documents stay in the order of their nodes.
  pairs.sort((one, other) => other.documents - one.documents);
  const edges: TogetherEdge[] = [];
  const documentsOf = new Map(nodes.map(({ id, documents }) => [id, documents]));
  for (const { a, b, documents: noted } of pairs.slice(0, MAX_EDGES)) {
    // Facets add up the spellings of an unlisted name, and a document may have several of them.
    const exact = typeOfUnlisted(a) === undefined && typeOfUnlisted(b) === undefined;
    const documents = exact ? noted : (await counted([a, b], 0)).total.value;
    if (documents === 0) continue;
    const npmi = normalisedPmi(documents, documentsOf.get(a)!, documentsOf.get(b)!, all.total.value);
    const rounded = npmi === null ? null : Math.round(npmi * NPMI_DIGITS) / NPMI_DIGITS;
    edges.push({ a, b, documents, npmi: rounded });
  }
  return {
    query: request.q,
    around: around === undefined ? null : (named(around.id) ?? null),
    everywhere: everywhere.flatMap((id) => named(id) ?? []),
    documents: all.total.value,
    nodes,
    edges: edges.sort((one, other) => other.documents - one.documents),
    edgesLeftOut: Math.max(0, pairs.length - MAX_EDGES),
    notices: all.notices,
  };
}
