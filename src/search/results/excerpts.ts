/** Excerpts of a text: cut around its marks, never inside of a mark or a character, and written as HTML. */

import type { Mark } from '../../answers/passage.ts';
import { escapeHtml } from '../../common/html.ts';

/** Code units of an excerpt before its first mark. */
const LEAD_UNITS = 80;

/** A part of a text; UTF-16 offsets. */
export interface TextRange {
  start: number;
  end: number;
}

/** The part of a passage, at most `longest` code units, with the most different words of the query; cut at white space. */
export function excerptOf(
  text: string,
  { start, end }: TextRange,
  marks: readonly Mark[],
  longest: number,
): TextRange {
  if (end - start <= longest) return { start, end };
  let from = start;
  let most = 0;
  // Marks are in order and do not overlap: those of a candidate follow each other, from `first` to `after`.
  const words = new Map<string, number>();
  let first = 0;
  let after = 0;
  for (const mark of marks) {
    const candidate = Math.min(Math.max(start, mark.start - LEAD_UNITS), end - longest);
    while (after < marks.length && marks[after]!.end <= candidate + longest) {
      const { word } = marks[after++]!;
      words.set(word, (words.get(word) ?? 0) + 1);
    }
    while (first < after && marks[first]!.start < candidate) {
      const { word } = marks[first++]!;
      const left = words.get(word)! - 1;
      if (left === 0) words.delete(word);
      else words.set(word, left);
    }
    if (words.size > most) {
      most = words.size;
      from = candidate;
    }
  }
  const to = from + longest;
  return {
    start: from === start ? start : boundary(text, from, from + LEAD_UNITS / 2, marks),
    end: to >= end ? end : boundary(text, to, Math.max(from + LEAD_UNITS, to - LEAD_UNITS), marks),
  };
}

/** The first white space between `from` and `towards`; else the nearest place outside of marks and characters. */
function boundary(text: string, from: number, towards: number, marks: readonly Mark[]): number {
  const step = towards > from ? 1 : -1;
  for (let at = from; at !== towards; at += step)
    if (/\s/u.test(text[at] ?? ' ')) return step > 0 ? at + 1 : at;
  const split = marks.find((mark) => mark.start < from && from < mark.end);
  const at = split === undefined ? from : step > 0 ? split.start : split.end;
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at;
}

/** A part of a text as HTML. The marks are in order and inside it. */
export function markUp(text: string, start: number, end: number, marks: readonly Mark[]): string {
  let html = '';
  let at = start;
  for (const mark of marks) {
    html += `${escapeHtml(text.slice(at, mark.start))}<mark data-kind="${mark.kind}">${escapeHtml(text.slice(mark.start, mark.end))}</mark>`;
    at = mark.end;
  }
  return html + escapeHtml(text.slice(at, end));
}
