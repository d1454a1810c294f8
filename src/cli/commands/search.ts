/** `lisan search`: hits for a terminal. */

import { onTerminal, withoutControls } from '../../common/bidi.ts';
import type { SearchResponse } from '../../search/searcher.ts';
import { isStyled, styled } from '../styled.ts';

/** Prints the hits to stdout and their number to stderr. */
export function printHits({ hits, total, collapsed, tookMs, suggestion }: SearchResponse): void {
  const { value, relation } = total;
  const copies = collapsed === 0 ? '' : `, ${collapsed} near-duplicates hidden`;
  console.error(`${relation === 'gte' ? 'at least ' : ''}${value} documents${copies}, ${tookMs} ms`);
  if (suggestion !== null) console.error(`did you mean: ${JSON.stringify(suggestion)}`);
  for (const { id, title, publishedAt, source, duplicates, highlights } of hits) {
    const more = duplicates === 0 ? '' : `and ${duplicates} more`;
    console.log(styled('bold', onTerminal(title)));
    const about = [id, publishedAt ?? '', source ?? '', more].filter((part) => part !== '').map(onTerminal);
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
