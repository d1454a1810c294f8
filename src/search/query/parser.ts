/**
 * The syntax of the search box. Every text is a query: what does not parse is read as plain words.
 *
 *   word            "a phrase"          -word  -"a phrase"     a OR b   a | b
 *   lang:tr  source:"Anadolu Ajansı"  entity:person-lavrov  title:word  date:2023  date:2023-10  date:2023-10-01..2023-10-31
 */

import { FACETS, type Facet } from '../../engines/facets.ts';

/** A word or a phrase. Several words must be adjacent and in order. */
export interface ParsedTerm {
  text: string;
  /** In quotation marks: spelling variants are accepted, other word forms are not. */
  quoted: boolean;
  /** Only there; anywhere if absent. */
  field?: 'title';
  /** Offset of `text` in the query, UTF-16 code units. */
  start: number;
}

/** One condition: any of the terms, or none of them if negated. */
export interface ParsedClause {
  terms: ParsedTerm[];
  negated: boolean;
}

export interface ParsedQuery {
  text: string;
  clauses: ParsedClause[];
  /** Values of `lang:`, `source:`, `entity:` and `date:` as they were written. */
  filters: { facet: Facet; value: string }[];
  /** True if the query ends in a plain word, which may be unfinished. */
  open: boolean;
}

const FIELD = new RegExp(`^(title|${FACETS.join('|')}):(?=\\S)`, 'iu');
/** Code units that `FIELD` needs to see. */
const FIELD_LENGTH = 2 + Math.max(...['title', ...FACETS].map(({ length }) => length));

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '“',
  '«': '»',
  '＂': '＂',
};

export function parseQuery(text: string): ParsedQuery {
  const query: ParsedQuery = { text, clauses: [], filters: [], open: false };
  let afterOr = false;
  let at = 0;
  while (at < text.length) {
    if (/\s/u.test(text[at]!)) {
      at++;
      continue;
    }
    const separator = /^(?:OR(?=\s)|\|)/u.exec(text.slice(at, at + 3));
    if (separator !== null) {
      afterOr = query.clauses.length > 0 && !query.clauses.at(-1)!.negated;
      at += separator[0].length;
      continue;
    }
    const item = readItem(text, at);
    at = item.end;
    query.open = !item.quoted && !item.negated && at === text.length;
    if (item.text === '') continue;
    if (item.name !== undefined && item.name !== 'title' && !item.negated) {
      query.filters.push({ facet: item.name, value: item.text });
    } else {
      const term: ParsedTerm = { text: item.text, quoted: item.quoted, start: item.start };
      if (item.name === 'title') term.field = 'title';
      if (afterOr && !item.negated) query.clauses.at(-1)!.terms.push(term);
      else query.clauses.push({ terms: [term], negated: item.negated });
    }
    afterOr = false;
  }
  return query;
}

interface Item {
  text: string;
  start: number;
  end: number;
  negated: boolean;
  quoted: boolean;
  name?: Facet | 'title';
}

/** Reads one word, phrase or restriction that begins at `from`, which is no white space. */
function readItem(text: string, from: number): Item {
  let at = from;
  const negated = /^[-−](?=[^\s\-−])/u.test(text.slice(at, at + 2));
  if (negated) at++;
  const named = FIELD.exec(text.slice(at, at + FIELD_LENGTH + 1));
  const name = named?.[1]?.toLowerCase() as Item['name'];
  if (named !== null) at += named[0].length;
  const closing = CLOSING[text[at] ?? ''];
  const close = closing === undefined ? -1 : text.indexOf(closing, at + 1);
  if (close !== -1) {
    const inside = text.slice(at + 1, close);
    return { text: inside, start: at + 1, end: close + 1, negated, quoted: true, ...(name && { name }) };
  }
  let end = at;
  while (end < text.length && !/\s/u.test(text[end]!) && (end === at || !(text[end]! in CLOSING))) end++;
  return { text: text.slice(at, end), start: at, end, negated, quoted: false, ...(name && { name }) };
}
