/** Cuts a query into operators, words, phrases and filters. Every text has a reading: what is no syntax is a word. */
import type { Notice } from '../../answers/search.ts';
import { FIELDS, type Field } from '../../common/types.ts';
import { DECLARABLE, FACETS } from '../../engines/facets.ts';
import type { FilterNode, PhraseNode, WordNode } from './syntax-tree.ts';

type Filter = FilterNode['by'];

export type QueryToken =
  /** `text`: as typed. `field`: what the parentheses after it are limited to. */
  | { type: 'and' | 'or' | 'not' | 'open' | 'close'; text: string; end: number; field?: Field | Filter }
  | { type: 'leaf'; leaf: WordNode | PhraseNode | FilterNode; end: number };

/** Closing quotation mark of each opening one. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '“',
  '«': '»',
  '＂': '＂',
};

const OPENING = Object.keys(CLOSING).join('');

const OPERATORS = {
  AND: 'and',
  OR: 'or',
  NOT: 'not',
  '&&': 'and',
  '|': 'or',
  '(': 'open',
  ')': 'close',
} as const;
/** Ends of a query or parentheses make the last one a word that is about to become an operator. */
const OPERATOR = /(?:AND|OR|NOT|&&)(?=[\s()]|$)|[|()]/uy;
const MINUS = /[-−](?=[^\s\-−])/uy;
const NAMES = [...FIELDS, ...FACETS].filter((name) => !(DECLARABLE as readonly string[]).includes(name));
const FIELD = new RegExp(`(${NAMES.join('|')}|fields\\.[\\p{L}\\p{N}_.-]+):(?=\\S)`, 'iuy');
/** A word with a colon that looks like a field and is no address. */
const UNKNOWN_FIELD = /^[a-z]{2,20}:[^\s:/\d]/u;
const PREFIX = /^(.*[\p{L}\p{N}])\*$/su;
const FUZZY = /^(.*[\p{L}\p{N}])~([12]?)$/su;
const SLOP = /~(\d{1,3})(?!\d)/uy;
const DEFAULT_EDITS = 1;
/** Syntax of other search boxes: wildcards within or before a word, weights, edits and distances that are not offered. */
const OTHER_SYNTAX = /^[*?+~^]+[\p{L}\p{N}]|[\p{L}\p{N}][*?]+[\p{L}\p{N}]|[\p{L}\p{N}][~^][\p{N}.]*$|^[~^]$/u;
const EMPTY_FIELD = new RegExp(`^(?:${NAMES.join('|')}):$`, 'iu');

export function tokensOf(text: string): { tokens: QueryToken[]; notices: Notice[] } {
  const tokens: QueryToken[] = [];
  const notices: Notice[] = [];
  let depth = 0;
  let at = 0;
  const taken = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  while (at < text.length) {
    const character = text[at]!;
    if (/\s/u.test(character)) {
      at++;
      continue;
    }
    const operator = taken(OPERATOR)?.[0] as keyof typeof OPERATORS | undefined;
    if (operator !== undefined) {
      if (operator === ')' && depth === 0) continue;
      depth += operator === '(' ? 1 : operator === ')' ? -1 : 0;
      tokens.push({ type: OPERATORS[operator], text: operator, end: at });
      continue;
    }
    if (taken(MINUS) !== null) {
      tokens.push({ type: 'not', text: '-', end: at });
      if (text[at] === '(') continue;
    }
    const from = at;
    const field = taken(FIELD)?.[1]?.toLowerCase() as Field | Filter | undefined;
    // `title:-word` is `-title:word`.
    if (field !== undefined && taken(MINUS) !== null) tokens.push({ type: 'not', text: '-', end: at });
    if (field !== undefined && text[at] === '(') {
      at++;
      tokens.push({ type: 'open', text: text.slice(from, at), end: at, field });
      depth++;
      continue;
    }
    const start = at;
    const closing = CLOSING[text[at] ?? ''];
    const close = closing === undefined ? -1 : text.indexOf(closing, at + 1);
    if (close !== -1) {
      at = close + 1;
      const inside = text.slice(start + 1, close);
      const slop = isFilter(field) ? 0 : Number(taken(SLOP)?.[1] ?? 0);
      tokens.push({
        type: 'leaf',
        leaf: phraseLeaf(inside, start + 1, slop, field, text.slice(from, at), from),
        end: at,
      });
      continue;
    }
    at = endOfWord(text, start, depth > 0);
    const word = text.slice(start, at);
    const leaf = wordLeaf(word, start, field, text.slice(from, at), from);
    const code = closing === undefined ? noticeOf(leaf) : 'unclosed_quote';
    if (code !== undefined) notices.push({ code, text: word });
    tokens.push({ type: 'leaf', leaf, end: at });
  }
  return { tokens, notices };
}

/** Why a word is not what it may have been typed as. */
function noticeOf(leaf: WordNode | FilterNode): Notice['code'] | undefined {
  if (leaf.type === 'filter' || leaf.prefix || leaf.edits !== undefined) return undefined;
  if (leaf.field === undefined && UNKNOWN_FIELD.test(leaf.text)) return 'unknown_field';
  return OTHER_SYNTAX.test(leaf.text) || EMPTY_FIELD.test(leaf.text) ? 'unknown_syntax' : undefined;
}

const isTextField = (field: string | undefined): field is Field => FIELDS.some((name) => name === field);
const isFilter = (field: string | undefined): field is Filter => field !== undefined && !isTextField(field);

function phraseLeaf(
  inside: string,
  start: number,
  slop: number,
  field: Field | Filter | undefined,
  typed: string,
  from: number,
): PhraseNode | FilterNode {
  if (isFilter(field)) return { type: 'filter', by: field, value: inside, text: typed, start: from };
  return { type: 'phrase', text: inside, start, slop, ...(field && { field }) };
}

function wordLeaf(
  word: string,
  start: number,
  field: Field | Filter | undefined,
  typed: string,
  from: number,
): WordNode | FilterNode {
  if (isFilter(field)) return { type: 'filter', by: field, value: word, text: typed, start: from };
  const leaf: WordNode = { type: 'word', text: word, start, ...(field && { field }) };
  const prefix = PREFIX.exec(word);
  if (prefix !== null) return { ...leaf, text: prefix[1]!, prefix: true };
  const fuzzy = FUZZY.exec(word);
  if (fuzzy !== null)
    return { ...leaf, text: fuzzy[1]!, edits: (Number(fuzzy[2]) || DEFAULT_EDITS) as 1 | 2 };
  return leaf;
}

/** The next white space or quotation mark; within parentheses also the one that closes them. */
function endOfWord(text: string, start: number, inParentheses: boolean): number {
  let open = 0;
  let end = start;
  for (; end < text.length; end++) {
    const character = text[end]!;
    if (/\s/u.test(character) || character === '|' || (end > start && OPENING.includes(character))) break;
    if (character === '(') open++;
    if (character === ')' && open-- === 0) {
      if (inParentheses) break;
      open = 0;
    }
  }
  return end;
}
