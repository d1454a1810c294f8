/**
 * The filters typed into a query: `lang:`, `source:`, `entity:`, `date:`, and the words of `author:`, `section:` and
 * `fields.NAME:`. What is no filter is read as words.
 */

import { detectLanguage } from '../../analysis/language-detection.ts';
import { analyzerFor, LANGUAGES } from '../../analysis/languages/registry.ts';
import type { Notice } from '../../answers/search.ts';
import type { TimeZone } from '../../common/time-zone.ts';
import { fieldTerms } from '../../document/terms.ts';
import {
  allOf,
  type Condition,
  EVERY_DOCUMENT,
  hasValues,
  publishedWithin,
} from '../../engines/conditions.ts';
import { FIELD_PREFIX, kindOf } from '../../engines/facets.ts';
import type { Gazetteer } from '../../entities/gazetteer/gazetteer.ts';
import { idOfName, NAME_TYPES } from '../../entities/recogniser/unlisted-id.ts';
import type { Tagger } from '../../entities/tagger/tagger.ts';
import type { Days } from '../request.ts';
import { dateRange } from './dates.ts';
import type { Query } from './query.ts';
import {
  type FilterNode,
  type GroupNode,
  leavesOf,
  mapLeaves,
  type QueryNode,
  type WordField,
} from './syntax-tree.ts';

type NoticeCode = Notice['code'];

/** What the analysis of a query needs: names, and a zone for days. */
export interface QueryParts {
  gazetteer: Gazetteer;
  tagger: Tagger;
  /** Decides when a day begins and ends. */
  zone: TimeZone;
}

/** The condition of a typed filter, or why it is none. */
export function conditionOf({ by: facet, value }: FilterNode, parts: QueryParts): Condition | NoticeCode {
  if (isWordField(facet)) {
    const terms = fieldTerms(facet, value);
    return terms.length === 0 ? { any: [] } : allOf(...terms.map((term) => ({ term })));
  }
  switch (kindOf(facet)) {
    case 'language': {
      const codes = value.toLowerCase().split(',');
      const known = codes.every((code) => LANGUAGES.some((language) => language.code === code));
      return known ? hasValues(facet, codes) : 'unknown_language';
    }
    case 'entity': {
      const id = entityOf(value, parts);
      return id === undefined ? 'unknown_entity' : hasValues(facet, [id]);
    }
    case 'text':
      return hasValues(facet, [value]);
    case 'month': {
      const period = dateRange(value, parts.zone);
      return period === undefined ? 'invalid_date' : publishedWithin(period);
    }
  }
}

const isWordField = (name: FilterNode['by']): name is WordField =>
  name === 'author' || name === 'section' || name.startsWith(FIELD_PREFIX);

/** The tree without filters that are none, or that are an alternative to words: both become words, with a notice. */
export function resolveFilters(root: QueryNode, parts: QueryParts): { root: QueryNode; notices: Notice[] } {
  const notices: Notice[] = [];
  const asWords = (leaf: FilterNode, code: NoticeCode): QueryNode => {
    notices.push({ code, text: leaf.text });
    return { type: 'word', text: leaf.text, start: leaf.start };
  };
  const valid = mapLeaves(root, (leaf) => {
    if (leaf.type !== 'filter') return leaf;
    const condition = conditionOf(leaf, parts);
    return typeof condition === 'string' ? asWords(leaf, condition) : leaf;
  });
  return { root: separate(valid, (leaf) => asWords(leaf, 'filter_beside_words')), notices };
}

/** Replaces filters that are alternatives to words: no engine finds documents by either. */
function separate(node: QueryNode, replace: (leaf: FilterNode) => QueryNode): QueryNode {
  if (node.type === 'not') {
    const { child } = node;
    // Neither of them: the documents without one and without the other.
    if (child.type === 'or' && isMixed(child))
      return separate(
        { type: 'and', children: child.children.map((part) => ({ type: 'not', child: part })) },
        replace,
      );
    return { ...node, child: separate(child, replace) };
  }
  if (node.type === 'and')
    return { ...node, children: node.children.map((child) => separate(child, replace)) };
  if (node.type !== 'or') return node;
  const mixed = isMixed(node);
  const children = node.children.map((child) =>
    mixed && isOnlyFilters(child)
      ? mapLeaves(child, (leaf) => (leaf.type === 'filter' ? replace(leaf) : leaf))
      : separate(child, replace),
  );
  return { ...node, children };
}

const isMixed = ({ children }: GroupNode): boolean =>
  children.some(isOnlyFilters) && !children.every(isOnlyFilters);

const isOnlyFilters = (node: QueryNode): boolean => leavesOf(node).every(({ type }) => type === 'filter');

/** The languages that a search is filtered by: those of the request, and those typed. */
export function filteredLanguages({
  filter,
  query,
}: {
  filter: Condition;
  query: Pick<Query, 'condition'>;
}): string[] {
  const typed = 'all' in query.condition ? query.condition.all : [query.condition];
  return [filter, ...typed.flatMap((part) => ('filter' in part ? [part.filter] : []))].flatMap(languagesIn);
}

function languagesIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(languagesIn);
  return 'facet' in condition && kindOf(condition.facet) === 'language' ? (condition.values ?? []) : [];
}

/** The condition of the days of a request; both are included, and a missing one is open. */
export function publishedOn({ from = '', to = '' }: Days, zone: TimeZone): Condition {
  if (from === '' && to === '') return EVERY_DOCUMENT;
  return publishedWithin(dateRange(`${from}..${to}`, zone) ?? {});
}

/** An entity by its id or by one of its names. */
function entityOf(value: string, { gazetteer, tagger }: QueryParts): string | undefined {
  if (gazetteer.entities.has(value)) return value;
  const tokens = analyzerFor(detectLanguage(value)).tokens(value);
  if (tokens.length === 0) return undefined;
  const listed = tagger
    .recognise(tokens, value)
    .find(({ start, end }) => start === tokens[0]!.start && end === tokens.at(-1)!.end)?.entity;
  return listed ?? NAME_TYPES.map((type) => idOfName(type, value)).find((id) => gazetteer.entities.has(id));
}
