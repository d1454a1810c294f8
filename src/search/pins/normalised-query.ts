/** What a query and the same query in another case or spelling have in common. */
import { foldedWords } from '../../entities/gazetteer/entity.ts';
import { type ParsedQuery, parseQuery } from '../query/parser.ts';
import { leavesOf, type QueryNode } from '../query/syntax-tree.ts';

/** The folded words of a query of plain words, in their order; `undefined` for one with operators, phrases or filters. */
export function normalisedQuery(text: string): string | undefined {
  return normalisedWords(parseQuery(text));
}

/** The same of a query that is parsed. */
export function normalisedWords({ root, operators, text }: ParsedQuery): string | undefined {
  if (root === undefined || operators || !isPlain(root)) return undefined;
  const words = foldedWords(text);
  return words.length === 0 ? undefined : words.join(' ');
}

function isPlain(node: QueryNode): boolean {
  if (node.type === 'not' || node.type === 'or') return false;
  if (node.type === 'and') return node.children.every(isPlain);
  return leavesOf(node).every(
    (leaf) => leaf.type === 'word' && leaf.field === undefined && !leaf.prefix && leaf.edits === undefined,
  );
}
