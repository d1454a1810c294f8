/** The syntax tree of a query. Offsets are UTF-16 code units into the query text. */
import type { Field } from '../../common/types.ts';
import type { Facet, FIELD_PREFIX } from '../../engines/facets.ts';

export type QueryNode = WordNode | PhraseNode | FilterNode | GroupNode | NotNode;

/** A word without quotation marks; the tokenizer may find several words in it, or none. */
export interface WordNode {
  type: 'word';
  text: string;
  start: number;
  field?: Field;
  /** `word*`: words that begin so. */
  prefix?: true;
  /** `word~2`: words that differ by so many edits. */
  edits?: 1 | 2;
}

/** Words in quotation marks. */
export interface PhraseNode {
  type: 'phrase';
  text: string;
  start: number;
  field?: Field;
  /** `"a b"~5`: other words that may be between the first and the last; the order is free if it is above 0. */
  slop: number;
}

/** A field of which words are looked up: `author`, `section`, `fields.desk`. */
export type WordField = 'author' | 'section' | `${typeof FIELD_PREFIX}${string}`;

/** `lang:tr`, `source:"Anadolu Ajansı"`, `entity:place-astana`, `date:2023-10`, `author:Kaya`, `fields.desk:foreign`. */
export interface FilterNode {
  type: 'filter';
  by: Exclude<Facet, 'author' | 'section' | 'keywords'> | WordField;
  value: string;
  /** The filter as typed. */
  text: string;
  start: number;
}

/** `and` also stands for words side by side. */
export interface GroupNode {
  type: 'and' | 'or';
  children: QueryNode[];
}

export interface NotNode {
  type: 'not';
  child: QueryNode;
}

/** The leaves of a tree, in the order of the query. */
export function leavesOf(node: QueryNode): (WordNode | PhraseNode | FilterNode)[] {
  if (node.type === 'not') return leavesOf(node.child);
  if ('children' in node) return node.children.flatMap(leavesOf);
  return [node];
}

/** The tree with each leaf replaced. */
export function mapLeaves(
  node: QueryNode,
  replace: (leaf: WordNode | PhraseNode | FilterNode) => QueryNode,
): QueryNode {
  if (node.type === 'not') return { ...node, child: mapLeaves(node.child, replace) };
  if ('children' in node)
    return { ...node, children: node.children.map((child) => mapLeaves(child, replace)) };
  return replace(node);
}
