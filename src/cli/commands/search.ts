/** `lisan search`: hits for a terminal. */

import { onTerminal, withoutControls } from '../../common/bidi.ts';
import type { SearchResponse } from '../../search/searcher.ts';
import { isStyled, styled } from '../styled.ts';

/** What was relaxed of a query, by kind. */
const RELAXED = {
  phrase: 'no document has this phrase, searched its words',
  field: 'no document has this in the field, searched all fields',
  spelling: 'unknown word, searched words that are spelt alike',
  words: 'not in all hits',
  similar: 'only similar words in some hits',
} as const;

/** Prints the hits to stdout, and how many there are to stderr. */
export function printHits(answer: SearchResponse): void {
  const { hits, total, partial, collapsed, hidden, relaxed, notices, tookMs, suggestion } = answer;
  const { value, relation } = total;
  const copies = collapsed === 0 ? '' : `, ${collapsed} near-duplicates hidden`;
  const left = hidden === 0 ? '' : `, ${hidden} hidden for this query`;
  const inPart = partial === 0 ? '' : `, ${partial} more match in part`;
  console.error(
    `${relation === 'gte' ? 'at least ' : ''}${value} documents${inPart}${copies}${left}, ${tookMs} ms`,
  );
  for (const { kind, text } of relaxed?.dropped ?? []) console.error(`${RELAXED[kind]}: ${onTerminal(text)}`);
  for (const { code, text } of notices) console.error(`${code.replaceAll('_', ' ')}: ${onTerminal(text)}`);
  if (suggestion !== null) console.error(`did you mean: ${JSON.stringify(suggestion)}`);
  for (const { id, title, publishedAt, source, duplicates, pinned, missing, highlights } of hits) {
    const more = duplicates === 0 ? '' : `and ${duplicates} more`;
    console.log(styled('bold', onTerminal(title)));
    const lacks = missing.length === 0 ? '' : `without ${missing.join(', ')}`;
    const first = pinned ? 'pinned' : '';
    const parts = [first, id, publishedAt ?? '', source ?? '', more, lacks];
    const about = parts.filter((part) => part !== '').map(onTerminal);
    console.log(styled('dim', `  ${about.join(' · ')}`));
    for (const { text, start, marks } of highlights.body) console.log(`  ${marked(text, start, marks)}`);
  }
}

/** The text with its marks in colour, or in square brackets without colours. */
function marked(text: string, offset: number, marks: readonly { start: number; end: number }[]): string {
  const [open, close] = isStyled() ? ['', ''] : ['[', ']'];
  let shown = '';
  let at = 0;
  for (const { start, end } of marks) {
    const word = withoutControls(text.slice(start - offset, end - offset));
    shown +=
      withoutControls(text.slice(at, start - offset)) + open + styled(['bold', 'yellow'], word) + close;
    at = end - offset;
  }
  return shown + withoutControls(text.slice(at));
}
