/** The differences of a text as paragraphs, each of which has a direction of its own. Pure. */
import type { Difference } from '../api/types.ts';

/** A paragraph as a list of what stayed, went and came. It is never empty. */
export type Paragraph = Difference[];

/** Cuts differences at line feeds, which are not part of any paragraph; empty lines are left out. */
export function paragraphsOf(parts: readonly Difference[]): Paragraph[] {
  const paragraphs: Paragraph[] = [[]];
  for (const { kind, text } of parts) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) paragraphs.push([]);
      if (line !== '') paragraphs.at(-1)!.push({ kind, text: line });
    }
  }
  return paragraphs.filter(({ length }) => length > 0);
}

export const isChanged = (paragraph: Paragraph): boolean => paragraph.some(({ kind }) => kind !== 'same');
