/**
 * The syntax of the search box. Every text is a query: what does not parse is read as plain words.
 *
 *   word   "a phrase"   "near words"~5   begin*   word~1   -word   NOT word   a OR b   a | b   a AND b   (a OR b) c
 *   title:word   keywords:word   body:word   title:(a b)
 *   lang:tr   source:"Anadolu Ajansı"   entity:person-lavrov   date:2023   date:2023-10   date:2023-10-01..2023-10-31
 *
 * From the tightest to the loosest: NOT, AND, OR, side by side. So `a b OR c` is `a (b OR c)`, and `a AND b OR c` is
 * `(a AND b) OR c`. An operator without operands, as it is while a query is typed, is left out.
 */
import type { Notice } from '../../answers/search.ts';
import type { Field } from '../../common/types.ts';
import { type QueryToken, tokensOf } from './lexer.ts';
import { mapLeaves, type QueryNode } from './syntax-tree.ts';

export interface ParsedQuery {
  text: string;
  /** Absent for a query of nothing. */
  root?: QueryNode;
  /** True if the query ends in a plain word, which may be unfinished. */
  open: boolean;
  /** True if the query has AND or OR: what it demands is not relaxed. */
  operators: boolean;
  notices: Notice[];
}

export function parseQuery(text: string): ParsedQuery {
  const { tokens, notices } = tokensOf(text);
  const root = new Parser(tokens).root() ?? plainWord(text);
  const last = tokens.at(-1);
  const open =
    last?.type === 'leaf' &&
    last.end === text.length &&
    last.leaf.type === 'word' &&
    !last.leaf.prefix &&
    last.leaf.edits === undefined &&
    tokens.at(-2)?.type !== 'not';
  const operators = tokens.some(({ type }) => type === 'and' || type === 'or');
  return { text, ...(root && { root }), open, operators, notices };
}

/** A query of nothing but operators: the words that they are written with. */
function plainWord(text: string): QueryNode | undefined {
  const word = /\p{L}+/u.exec(text);
  return word === null ? undefined : { type: 'word', text: word[0], start: word.index };
}

/** Recursive descent, one method for each precedence. */
class Parser {
  readonly #tokens: readonly QueryToken[];
  #at = 0;

  constructor(tokens: readonly QueryToken[]) {
    this.#tokens = tokens;
  }

  root(): QueryNode | undefined {
    return this.#sequence();
  }

  #sequence(): QueryNode | undefined {
    const children: QueryNode[] = [];
    while (this.#at < this.#tokens.length && this.#next() !== 'close') {
      const before = this.#at;
      const child = this.#or();
      if (child !== undefined) children.push(child);
      // An operator without an operand before it.
      if (this.#at === before) this.#at++;
    }
    return groupOf('and', children);
  }

  #or(): QueryNode | undefined {
    return this.#binary('or', () => this.#and());
  }

  #and(): QueryNode | undefined {
    return this.#binary('and', () => this.#not());
  }

  #binary(type: 'and' | 'or', operand: () => QueryNode | undefined): QueryNode | undefined {
    const first = operand();
    if (first === undefined) return undefined;
    const children = [first];
    while (this.#next() === type) {
      this.#at++;
      const child = operand();
      if (child !== undefined) children.push(child);
    }
    return groupOf(type, children);
  }

  #not(): QueryNode | undefined {
    if (this.#next() !== 'not') return this.#operand();
    this.#at++;
    const child = this.#not();
    return child && { type: 'not', child };
  }

  #operand(): QueryNode | undefined {
    const token = this.#tokens[this.#at];
    if (token?.type === 'leaf') {
      this.#at++;
      return token.leaf;
    }
    if (token?.type !== 'open') return undefined;
    this.#at++;
    const inside = this.#sequence();
    if (this.#next() === 'close') this.#at++;
    return token.field === undefined || inside === undefined ? inside : inField(inside, token.field);
  }

  #next(): QueryToken['type'] | undefined {
    return this.#tokens[this.#at]?.type;
  }
}

/** A group of one is that one, and a group within a group of its type is part of it. */
function groupOf(type: 'and' | 'or', children: readonly QueryNode[]): QueryNode | undefined {
  if (children.length <= 1) return children[0];
  return { type, children: children.flatMap((child) => (child.type === type ? child.children : [child])) };
}

/** Limits to a field what has none of its own. */
function inField(node: QueryNode, field: Field): QueryNode {
  return mapLeaves(node, (leaf) => (leaf.type === 'filter' || leaf.field ? leaf : { ...leaf, field }));
}
