/** Highlights of a hit: its title and the passages that answer most of the query, with marks on the original text. */

import type { HighlightedPassage, Mark } from '../../answers/passage.ts';
import type { Hit } from '../../answers/search.ts';
import type { Article } from '../../common/types.ts';
import { type AnnotatedPassage, fieldText } from '../../document/annotate.ts';
import { leadingPassages } from '../../meaning/passages.ts';
import type { QueryClause } from '../query/query.ts';
import { excerptOf, markUp } from './excerpts.ts';
import { Marker } from './marks.ts';

type Highlights = Hit['highlights'];

/** Passages of the body that are shown at most. */
const SHOWN_PASSAGES = 3;
/** A line of so many code units says more than where and when. */
const TELLING_UNITS = 80;
/** Longest excerpt of a passage, in code units. */
const EXCERPT_UNITS = 320;

/**
 * Marks title and body of an article; of the body, the passages that answer most of the query, those in `languages` first
 * (BCP 47 codes of a filter; may be empty).
 */
export function highlight(
  article: Article,
  passages: readonly AnnotatedPassage[],
  clauses: readonly QueryClause[],
  languages: readonly string[] = [],
): Highlights {
  const marker = new Marker(article, clauses, passages);
  const shown = (passage: AnnotatedPassage, longest: number): HighlightedPassage =>
    highlighted(fieldText(article, passage.field), passage, marker.marks(passage), longest);
  const title = passages.find(({ field }) => field === 'title');
  const body = passages.filter(({ field }) => field === 'body');
  const answering = body
    .map((passage, index) => ({ passage, index, answered: marker.answered(passage) }))
    .filter(({ answered }) => answered > 0);
  const best = answering
    .toSorted(
      (a, b) =>
        Number(languages.includes(b.passage.lang)) - Number(languages.includes(a.passage.lang)) ||
        b.answered - a.answered ||
        a.index - b.index,
    )
    .slice(0, SHOWN_PASSAGES)
    .sort((a, b) => a.index - b.index)
    .map(({ passage }) => passage);
  const excerpts = (best.length > 0 ? best : body.slice(0, 1)).map((passage) =>
    shown(passage, EXCERPT_UNITS),
  );
  const marks = answering.flatMap(({ passage }) => marker.marks(passage));
  return {
    title: title === undefined ? null : shown(title, Number.POSITIVE_INFINITY),
    body: excerpts,
    more: marksBeyond(marks, excerpts),
  };
}

/** Title and near passage of an article that is found by its meaning; nothing is marked. `near`: of `leadingPassages`. */
export function nearestPassage(
  article: Article,
  passages: readonly AnnotatedPassage[],
  near: number,
): Highlights {
  const shown = (passage: AnnotatedPassage, longest: number): HighlightedPassage =>
    highlighted(fieldText(article, passage.field), passage, [], longest);
  const title = passages.find(({ field }) => field === 'title');
  const body = passages.filter(({ field }) => field === 'body');
  const { start = 0, end = 0 } = leadingPassages(article)[near] ?? {};
  const within = body.filter((passage) => passage.start < end && passage.end > start);
  // The first is often a line of place and date.
  const best = within.find((passage) => passage.end - passage.start >= TELLING_UNITS) ?? within[0] ?? body[0];
  return {
    title: title === undefined ? null : shown(title, Number.POSITIVE_INFINITY),
    body: best === undefined ? [] : [shown(best, EXCERPT_UNITS)],
    more: null,
  };
}

/** The marks that are in none of the excerpts. */
function marksBeyond(marks: readonly Mark[], excerpts: readonly HighlightedPassage[]): Highlights['more'] {
  const shown = new Set(excerpts.flatMap((excerpt) => excerpt.marks.map(({ start }) => start)));
  const beyond = marks.filter(({ start }) => !shown.has(start));
  return beyond.length === 0 ? null : { count: beyond.length, start: beyond[0]!.start };
}

function highlighted(
  text: string,
  passage: AnnotatedPassage,
  marks: readonly Mark[],
  longest: number,
): HighlightedPassage {
  const { start, end } = excerptOf(text, passage, marks, longest);
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end);
  return {
    html: markUp(text, start, end, inside),
    text: text.slice(start, end),
    lang: passage.lang,
    dir: passage.dir,
    start,
    cutStart: start > passage.start,
    cutEnd: end < passage.end,
    marks: inside,
  };
}
