/**
 * Paragraphs from the pieces of text on a page of a PDF. Pieces have their own text in logical order; here they are put
 * into lines, in right-to-left lines from right to left, and lines into paragraphs.
 */

export interface PageItem {
  str: string;
  dir: string;
  /** [a, b, c, d, x, y] */
  transform: number[];
  width: number;
  height: number;
  hasEOL: boolean;
}

interface Line {
  items: PageItem[];
  y: number;
  height: number;
}

/** Share of the height of a line by which pieces of it may be higher or lower. */
const LINE_TOLERANCE = 0.5;
/** Distance between lines, in heights, from which on a paragraph begins. */
const PARAGRAPH_GAP = 1.9;
/** Distance between pieces, in heights, from which on there is a space. */
const SPACE_GAP = 0.18;
/** Letters of old fonts that are forms of Arabic letters and ligatures of Latin ones. */
const PRESENTATION_FORMS = /[\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFC]+/g;

export function paragraphsOf(items: readonly PageItem[]): string[] {
  const paragraphs: string[] = [];
  let text = '';
  let before: Line | undefined;
  for (const line of linesOfPage(items)) {
    const own = textOfLine(line);
    if (own === '') continue;
    const gap = before === undefined ? 0 : Math.abs(before.y - line.y) / Math.max(before.height, 1);
    const isOther =
      before !== undefined &&
      (gap > PARAGRAPH_GAP || Math.abs(before.height - line.height) > 0.2 * before.height);
    if (isOther || before === undefined) {
      if (text !== '') paragraphs.push(text);
      text = own;
    } else text = joined(text, own);
    before = line;
  }
  if (text !== '') paragraphs.push(text);
  return paragraphs;
}

/** Two lines of a paragraph; a word that was cut at the end of a line is one again. */
function joined(one: string, other: string): string {
  return /\p{Ll}-$/u.test(one) && /^\p{Ll}/u.test(other) ? one.slice(0, -1) + other : `${one} ${other}`;
}

/** Pieces that follow each other at one height. */
function linesOfPage(items: readonly PageItem[]): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const item of items) {
    const y = item.transform[5] ?? 0;
    const height = item.height || Math.abs(item.transform[3] ?? 0);
    if (item.str.trim() === '') {
      if (line !== undefined && item.str !== '') line.items.push(item);
      continue;
    }
    if (line === undefined || Math.abs(line.y - y) > LINE_TOLERANCE * Math.max(line.height, height)) {
      line = { items: [], y, height };
      lines.push(line);
    }
    line.items.push(item);
    line.height = Math.max(line.height, height);
  }
  return lines;
}

function textOfLine({ items, height }: Line): string {
  const letters = items.map(({ str }) => str).join('');
  const rightToLeft =
    (letters.match(/[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/g)?.length ?? 0) >
    (letters.match(/\p{Script=Latin}|\p{Script=Cyrillic}/gu)?.length ?? 0);
  const x = (item: PageItem): number => item.transform[4] ?? 0;
  const placed = items.filter(({ str, width }) => str.trim() !== '' || width > 0);
  const ordered = placed.toSorted((one, other) => (rightToLeft ? x(other) - x(one) : x(one) - x(other)));
  let text = '';
  let before: PageItem | undefined;
  for (const item of ordered) {
    if (before !== undefined) {
      const gap = rightToLeft ? x(before) - (x(item) + item.width) : x(item) - (x(before) + before.width);
      if (gap > SPACE_GAP * height && !/\s$/.test(text) && !/^\s/.test(item.str)) text += ' ';
    }
    text += item.str;
    before = item;
  }
  return text
    .replace(PRESENTATION_FORMS, (forms) => forms.normalize('NFKC'))
    .replace(/\s+/gu, ' ')
    .trim();
}
