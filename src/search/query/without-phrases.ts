/** Takes phrases and fields out of a syntax tree: their words remain. */
import type { Relaxation } from '../../answers/search.ts';
import type { PhraseNode, QueryNode, WordNode } from './syntax-tree.ts';

/** What is excluded stays as it is. */
export function withoutPhrases(root: QueryNode): { root: QueryNode; dropped: Relaxation['dropped'] } {
  const dropped: Relaxation['dropped'] = [];
  const plain = ({ field, text, start, ...leaf }: PhraseNode | WordNode): QueryNode => {
    if (leaf.type === 'phrase') dropped.push({ kind: 'phrase', text });
    if (field !== undefined) dropped.push({ kind: 'field', text: `${field}:${text}` });
    if (leaf.type === 'phrase') return { type: 'word', text, start };
    return { ...leaf, text, start };
  };
  const relax = (node: QueryNode): QueryNode => {
    if (node.type === 'not' || node.type === 'filter') return node;
    if (node.type === 'word' || node.type === 'phrase') return plain(node);
    return { ...node, children: node.children.map(relax) };
  };
  return { root: relax(root), dropped };
}
