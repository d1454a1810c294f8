/**
 * The syntax of the search box. Every text is a query: what does not parse is read as plain words.
 *
 *   word   "a phrase"   "near words"~5   begin*   word~1   -word   NOT word   a OR b   a | b   a AND b   (a OR b) c
 *   title:word   keywords:word   body:word   title:(a b)   lang:(tr OR ru)
 *   lang:tr   source:"Anadolu Ajansı"   entity:person-lavrov   date:2023   date:2023-10   date:2023-10-01..2023-10-31
 *
 * From the tightest to the loosest: NOT, AND, OR, side by side. So `a b OR c` is `a (b OR c)`, and `a AND b OR c` is
 * `(a AND b) OR c`. An operator without operands is left out, with a notice unless it is the last thing typed.
 */
import type { Notice } from '../../answers/search.ts';
import type { Field } from '../../common/types.ts';
import { FIELDS } from '../../common/types.ts';
import { type QueryToken, tokensOf } from './lexer.ts';
import { type FilterNode, type GroupNode, mapLeaves, type QueryNode, type WordNode } from './syntax-tree.ts';

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
  const parser = new Parser(text, tokens);
  const root = parser.root() ?? plainWord(text);
  const last = tokens.at(-1);
  const open =
    last?.type === 'leaf' &&
    last.end === text.length &&
    last.leaf.type === 'word' &&
    !last.leaf.prefix &&
    last.leaf.edits === undefined &&
    tokens.at(-2)?.type !== 'not';
  const operators = tokens.some(({ type }) => type === 'and' || type === 'or');
  return { text, ...(root && { root }), open, operators, notices: [...notices, ...parser.notices] };
}

/** A query of nothing but operators: the words that they are written with. */
function plainWord(text: string): QueryNode | undefined {
  const word = /\p{L}+/u.exec(text);
  return word === null ? undefined : { type: 'word', text: word[0], start: word.index };
}

/** Recursive descent, one method for each precedence. */
class Parser {
  readonly notices: Notice[] = [];
  readonly #text: string;
  readonly #tokens: readonly QueryToken[];
  #at = 0;

  constructor(text: string, tokens: readonly QueryToken[]) {
    this.#text = text;
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
      if (this.#at === before) this.#leaveOut(this.#at++);
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
      const operator = this.#at++;
      const child = operand();
      if (child === undefined) this.#leaveOut(operator);
      else children.push(child);
    }
    return groupOf(type, children);
  }

  #not(): QueryNode | undefined {
    if (this.#next() !== 'not') return this.#operand();
    const operator = this.#at++;
    const child = this.#not();
    if (child === undefined) this.#leaveOut(operator);
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
    return token.field === undefined || inside === undefined ? inside : this.#inField(inside, token.field);
  }

  /** Limits to a field what has none of its own. Words side by side are one value of a filter. */
  #inField(node: QueryNode, field: Field | FilterNode['by']): QueryNode {
    if (isTextField(field))
      return mapLeaves(node, (leaf) => (leaf.type === 'filter' || leaf.field ? leaf : { ...leaf, field }));
    const hasSpaces = field !== 'lang' && field !== 'date';
    const single = node.type === 'and' && hasSpaces ? this.#sideBySide(node) : undefined;
    return mapLeaves(single ?? node, (leaf) => {
      if (leaf.type === 'filter') return leaf;
      const value = leaf.type === 'phrase' ? leaf.text : this.#typed(leaf);
      return { type: 'filter', by: field, value, text: value, start: leaf.start };
    });
  }

  /** Words with nothing but white space between as one; `undefined` if there is something else. */
  #sideBySide({ children }: GroupNode): WordNode | undefined {
    const words = children.filter((child) => child.type === 'word');
    const [first] = words;
    if (first === undefined || words.length < children.length) return undefined;
    const last = words.at(-1)!;
    const text = this.#text.slice(first.start, last.start + this.#typed(last).length);
    const typed = words.map((word) => this.#typed(word));
    return text.split(/\s+/u).join(' ') === typed.join(' ')
      ? { type: 'word', text, start: first.start }
      : undefined;
  }

  /** A word with its operator. */
  #typed({ text, start }: WordNode): string {
    return text + (/^(?:\*|~[12]?)/u.exec(this.#text.slice(start + text.length))?.[0] ?? '');
  }

  /** The last thing typed may be about to get its operand. */
  #leaveOut(index: number): void {
    const token = this.#tokens[index]!;
    if (token.type === 'leaf' || token.end === this.#text.trimEnd().length) return;
    this.notices.push({ code: 'unused_operator', text: token.text });
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

const isTextField = (field: string): field is Field => FIELDS.some((name) => name === field);
