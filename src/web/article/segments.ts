/** Cuts a text into runs by marks and mentions that may lie over each other. Pure; the text itself is never changed. */

/** UTF-16 offsets into the stored field. */
export interface Span {
  start: number;
  end: number;
}

export interface Run<M> {
  text: string;
  mark?: M;
}

/** A stretch of text, inside a mention or not, with its marked and unmarked runs. Texts joined give the whole. */
export interface Stretch<M, N> {
  mention?: N;
  runs: Run<M>[];
}

/**
 * `text` begins at `offset` of the field that marks and mentions count in; what reaches out of it is cut off. Of
 * mentions that overlap the one that begins first is kept, of those that begin together the longest. Marks do not
 * overlap each other.
 */
export function stretches<M extends Span, N extends Span>(
  text: string,
  offset: number,
  marks: readonly M[],
  mentions: readonly N[] = [],
): Stretch<M, N>[] {
  const end = offset + text.length;
  const found: Stretch<M, N>[] = [];
  const inOrder = [...marks].sort((a, b) => a.start - b.start);
  const cut = (from: number, to: number, mention?: N): void => {
    if (from >= to) return;
    const inside = inOrder.slice(
      firstFrom(inOrder, ({ end }) => end > from),
      firstFrom(inOrder, ({ start }) => start >= to),
    );
    const runs = runsOf(text.slice(from - offset, to - offset), from, inside);
    found.push(mention === undefined ? { runs } : { mention, runs });
  };
  let at = offset;
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const [from, to] = [mention.start, Math.min(mention.end, end)];
    if (from < at || from >= to) continue;
    cut(at, from);
    cut(from, to, mention);
    at = to;
  }
  cut(at, end);
  return found;
}

/** The runs of a text by marks alone. */
export function runsOf<M extends Span>(text: string, offset: number, marks: readonly M[]): Run<M>[] {
  const runs: Run<M>[] = [];
  const end = offset + text.length;
  let at = offset;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(mark.start, at), Math.min(mark.end, end)];
    if (from >= to) continue;
    if (from > at) runs.push({ text: text.slice(at - offset, from - offset) });
    runs.push({ text: text.slice(from - offset, to - offset), mark });
    at = to;
  }
  if (at < end) runs.push({ text: text.slice(at - offset) });
  return runs;
}

/** Of spans in order of their starts those that begin in a part of the text. */
export function beginningIn<S extends Span>(spans: readonly S[], start: number, end: number): S[] {
  return spans.slice(
    firstFrom(spans, (span) => span.start >= start),
    firstFrom(spans, (span) => span.start >= end),
  );
}

/** The place of the first span that passes a test which all later ones pass, too. */
function firstFrom<S extends Span>(spans: readonly S[], passes: (span: S) => boolean): number {
  let at = 0;
  for (let after = spans.length; at < after; ) {
    const middle = (at + after) >> 1;
    if (passes(spans[middle]!)) after = middle;
    else at = middle + 1;
  }
  return at;
}
