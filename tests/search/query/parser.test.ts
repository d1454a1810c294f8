/** The grammar of the search box: every text has a reading. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/search/query/parser.ts';
import type { QueryNode } from '../../../src/search/query/syntax-tree.ts';

/** A tree as text: (and a b), (or a b), (not a), "a phrase"~2, title:a, a*, a~1, [lang:tr]. */
function written(node: QueryNode | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'not') return `(not ${written(node.child)})`;
  if (node.type === 'filter') return `[${node.by}:${node.value}]`;
  if ('children' in node) return `(${[node.type, ...node.children.map(written)].join(' ')})`;
  const field = node.field === undefined ? '' : `${node.field}:`;
  if (node.type === 'phrase') return `${field}"${node.text}"${node.slop === 0 ? '' : `~${node.slop}`}`;
  return `${field}${node.text}${node.prefix ? '*' : ''}${node.edits === undefined ? '' : `~${node.edits}`}`;
}

test.each<[q: string, tree: string, why: string]>([
  ['', '', 'an empty query'],
  ['a b', '(and a b)', 'words side by side must all be there'],
  ['a OR b', '(or a b)', 'OR in upper case'],
  ['a or b', '(and a or b)', 'or in lower case is a word'],
  ['a | b', '(or a b)', 'a bar is OR'],
  ['a|b', '(or a b)', 'a bar without spaces, too'],
  ['a b OR c d', '(and a (or b c) d)', 'OR binds tighter than side by side'],
  ['a AND b OR c', '(or (and a b) c)', 'AND binds tighter than OR'],
  ['(a OR b) AND (c OR d)', '(and (or a b) (or c d))', 'parentheses'],
  ['(a OR (b c)) d', '(and (or a (and b c)) d)', 'parentheses in parentheses'],
  ['-a', '(not a)', 'a minus before a word'],
  ['a-b', 'a-b', 'a hyphen within a word'],
  ['a - b', '(and a - b)', 'a dash between words'],
  ['NOT a b', '(and (not a) b)', 'NOT binds tightest'],
  ['-(a OR b)', '(not (or a b))', 'a minus before parentheses'],
  ['NOT NOT a', '(not (not a))', 'NOT twice'],
  ['"a b"', '"a b"', 'a phrase'],
  ['“a b”', '"a b"', 'typographic quotation marks'],
  ['„a b“ «c»', '(and "a b" "c")', 'German and French quotation marks'],
  ['"a b"~5', '"a b"~5', 'a phrase with other words between'],
  ['-"a b"', '(not "a b")', 'an excluded phrase'],
  ['"a b', '(and "a b)', 'a quotation mark without its partner is text'],
  ['begin*', 'begin*', 'the beginning of a word'],
  ['*', '*', 'an asterisk alone is text'],
  ['word~', 'word~1', 'one edit'],
  ['word~2', 'word~2', 'two edits'],
  ['word~7', 'word~7', 'seven edits are not offered: text'],
  ['title:a', 'title:a', 'a word of the title'],
  ['Title:a', 'title:a', 'a field in any case'],
  ['title:"a b"', 'title:"a b"', 'a phrase of the title'],
  ['title:(a OR b)', '(or title:a title:b)', 'a field before parentheses'],
  ['keywords:a body:b', '(and keywords:a body:b)', 'the other fields'],
  ['title: a', '(and title: a)', 'a field needs its word at once'],
  ['title:-a', '(not title:a)', 'a minus after the field'],
  ['lang:-tr', '(not [lang:tr])', 'a minus after the name of a filter'],
  ['a && b', '(and a b)', 'two ampersands are AND'],
  ['AT&T', 'AT&T', 'an ampersand within a word is text'],
  ['lang:(tr OR ru)', '(or [lang:tr] [lang:ru])', 'a filter before parentheses'],
  ['-date:(2023 OR 2024-05)', '(not (or [date:2023] [date:2024-05]))', 'the same, excluded'],
  [
    'entity:(A B OR "C D")',
    '(and [entity:A] (or [entity:B] [entity:C D]))',
    'OR binds tighter than side by side',
  ],
  ['source:(A B)', '[source:A B]', 'words side by side are one source'],
  ['source:(A AND B)', '(and [source:A] [source:B])', 'with AND they are two'],
  ['source:(A* B)', '[source:A* B]', 'values of filters have no wildcards'],
  ['lang:tr', '[lang:tr]', 'a filter'],
  ['-lang:tr', '(not [lang:tr])', 'an excluded filter'],
  ['source:"A B" OR source:C', '(or [source:A B] [source:C])', 'alternatives of filters'],
  ['writer:x', 'writer:x', 'an unknown field is text'],
  ['https://x.org/a', 'https://x.org/a', 'an address is text'],
  ['a AND', 'a', 'an operator at the end, while it is typed'],
  ['OR a', 'a', 'an operator at the start'],
  ['a OR OR b', '(or a b)', 'an operator twice'],
  ['AND', 'AND', 'an operator alone is a word'],
  ['(a', 'a', 'a parenthesis that is not closed'],
  ['a)', 'a)', 'a parenthesis that was not opened is text'],
  ['f(x) (g(y) b)', '(and f(x) g(y) b)', 'parentheses within words'],
  ['()', '', 'parentheses around nothing'],
])('%j is %s: %s', (q, tree) => {
  expect(written(parseQuery(q).root)).toBe(tree);
});

test.each<[q: string, notices: string[]]>([
  ['writer:Smith Lavrov', ['unknown_field writer:Smith']],
  ['https://x.org', []],
  ['saat 12:30', []],
  ['Reuters: oil', []],
  ['lavr?v', ['unknown_syntax lavr?v']],
  ['lavr*v', ['unknown_syntax lavr*v']],
  ['*lavrov', ['unknown_syntax *lavrov']],
  ['+lavrov', ['unknown_syntax +lavrov']],
  ['lavrov^2', ['unknown_syntax lavrov^2']],
  ['lavrov~3', ['unknown_syntax lavrov~3']],
  ['"a b"~x', ['unknown_syntax ~x']],
  ['"a b"~', ['unknown_syntax ~']],
  ['"a b"~1000', ['unknown_syntax ~1000']],
  ['lang: tr', ['unknown_syntax lang:']],
  ['where is lavrov?', []],
  ['C++ 5* otel', []],
  ['"lavrov astana', ['unclosed_quote "lavrov']],
  ['AND lavrov', ['unused_operator AND']],
  ['lavrov OR OR fidan', ['unused_operator OR']],
  ['(lavrov NOT) fidan', ['unused_operator NOT']],
  ['lavrov OR', []],
  ['lavrov NOT ', []],
])('%j has the notices %j', (q, expected) => {
  expect(parseQuery(q).notices.map(({ code, text }) => `${code} ${text}`)).toEqual(expected);
});

describe('an unfinished query', () => {
  test.each([
    ['lav', true],
    ['a OR lav', true],
    ['lav ', false],
    ['-lav', false],
    ['"lav"', false],
    ['lav*', false],
    ['lav~1', false],
    ['lang:tr', false],
  ])('%j ends in a word that may be unfinished: %s', (q, open) => {
    expect(parseQuery(q).open).toBe(open);
  });
});

test('every text has a reading, and its leaves are where it has them', () => {
  const part = fc.constantFrom(
    '(',
    ')',
    'OR',
    'AND',
    'NOT',
    '-',
    '"',
    '*',
    '~',
    '~2',
    'title:',
    'lang:',
    ' ',
    'ab',
    '😀',
    '|',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (q) => {
      const check = (node: QueryNode | undefined): void => {
        if (node === undefined) return;
        if (node.type === 'not') check(node.child);
        else if ('children' in node) node.children.forEach(check);
        else expect(q.slice(node.start, node.start + node.text.length)).toBe(node.text);
      };
      check(parseQuery(q).root);
    }),
    { numRuns: 2000 },
  );
});
