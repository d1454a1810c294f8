/**
 * Dates that a page shows: in elements that are named for it, beside the headline, and where the page shows one day only.
 * They count less than what the page says to programs.
 */
import { foldDate, PUBLISHED_LABELS, UPDATED_LABELS } from '../date-words.ts';
import { dateWithin, readDate } from '../dates.ts';
import { attribute, type Document, type Element, elementsOf, rawText } from '../html-tree.ts';
import { textOfNode } from '../markup.ts';

/** Words in the class or id of an element that shows a date. */
const NAMED_FOR_DATE =
  /date|datum|fecha|fech|data\b|time|zeit|tarih|publi|posted|post-?meta|entry-?meta|article-?meta|byline|submitted|created|authored|veroeff|yayin|дата|تاريخ/i;
/** Words in the names of elements with other dates. */
const NAMED_FOR_OTHER = /update|modif|expir|valid|copyright|event|termin|candidate|runtime|lastmod|aktualis/i;
/** Longest text that shows a date, in UTF-16 code units. */
export const MAX_DATE_LENGTH = 160;
/** Longest line beside a headline that is taken for a date and what belongs to it. */
const MAX_LINE_LENGTH = 100;
/** How far from the headline a date stands, in UTF-16 code units of text. */
const MAX_BEFORE = 300;
const MAX_AFTER = 600;
/** Parts of a page with dates of other articles. */
const BESIDE = new Set(['nav', 'aside', 'footer', 'header', 'select', 'button', 'form']);
const BESIDE_CLASS =
  /(?:^|[\s_-])(?:related|sidebar|comments?|popular|most-read|widget|teaser|recommended|calendar|archive|archives)(?:$|[\s_-])/i;
const FOOTER_CLASS = /(?:^|\s)(?:[\w-]*[-_])?footer(?:$|[\s_-])/i;
/** Footers of an article say who published it and when. */
const OWN_FOOTER_CLASS = /(?:^|\s)(?:post|entry|article|item|story|meldung|asset)[-_]?footer(?:$|[\s_-])/i;

/** Whether an element holds what belongs to other articles, or to the site. */
export function isBesideArticle(element: Element): boolean {
  const { tagName } = element;
  if (tagName === 'html' || tagName === 'body' || tagName === 'main') return false;
  const names = attribute(element, 'class') ?? '';
  if (OWN_FOOTER_CLASS.test(names)) return false;
  if (BESIDE.has(tagName)) return !(isWithinArticle(element) || holds(element, HEADLINE));
  // Classes of a frame around everything say which parts it has.
  return (BESIDE_CLASS.test(names) || FOOTER_CLASS.test(names)) && !holds(element, HEADLINE_OR_TEXT);
}

/** Headers and footers of an article, beside those of the page. */
function isWithinArticle(element: Element): boolean {
  if (element.tagName !== 'footer' && element.tagName !== 'header') return false;
  for (
    let parent = element.parentNode;
    parent !== null;
    parent = 'parentNode' in parent ? parent.parentNode : null
  )
    if (parent.nodeName === 'article' || parent.nodeName === 'main') return true;
  return false;
}

const HEADLINE = ({ tagName }: Element): boolean => tagName === 'h1';
/** The text of an article, as most programs that make pages call it. */
const TEXT_CLASS =
  /(?:^|\s)(?:hentry|post-body|post-content|entry-content|article-body|article-content)(?:$|\s)/i;
const HEADLINE_OR_TEXT = (element: Element): boolean =>
  HEADLINE(element) || TEXT_CLASS.test(attribute(element, 'class') ?? '');

function holds(element: Element, wanted: (inner: Element) => boolean): boolean {
  for (const inner of elementsOf(element)) if (wanted(inner)) return true;
  return false;
}

export interface ShownDates {
  /** Texts beside a label that says that they are of the publication. */
  labelled: string[];
  /** Texts of elements that are named for a date. */
  named: string[];
}

/** Notes the text of an element if it shows a date. */
export function addShownDate(element: Element, found: ShownDates): void {
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  const isNamed = NAMED_FOR_DATE.test(names) && !NAMED_FOR_OTHER.test(names);
  const title = isNamed ? attribute(element, 'title')?.trim() : undefined;
  if (title !== undefined && readDate(title) !== undefined) found.named.push(title);
  const text = shortText(element);
  if (text === undefined) return;
  const folded = foldDate(text);
  const startsWith = (labels: readonly string[]): boolean => labels.some((label) => folded.startsWith(label));
  if (startsWith(PUBLISHED_LABELS) && /\p{Nd}/u.test(text)) found.labelled.unshift(text);
  else if (isNamed && !startsWith(UPDATED_LABELS)) found.named.push(text);
}

/** The text of an element that has not much of it. */
function shortText(element: Element): string | undefined {
  if (element.childNodes.length > 12) return undefined;
  let length = 0;
  for (const node of element.childNodes) {
    if (node.nodeName === '#text') length += (node as { value: string }).value.trim().length;
    else if ('childNodes' in node)
      length += node.childNodes.length > 4 ? MAX_DATE_LENGTH : rawText(node).trim().length;
  }
  return length === 0 || length > MAX_DATE_LENGTH
    ? undefined
    : textOfNode(element).replaceAll('\n', ' ').trim();
}

/** The day that stands beside the headline, as the page writes it; else the only day that the page shows. */
export function dateBesideHeadline(document: Document): string | undefined {
  const lines = textOfNode(document, {
    skip: (element) => isBesideArticle(element) || isOfChange(element),
  }).split('\n');
  const headline = headlineOf(document);
  const at = headline === undefined ? -1 : lines.findIndex((line) => line.trim() === headline);
  const dated = (line: string): boolean => line.length <= MAX_LINE_LENGTH && dateWithin(line) !== undefined;
  if (at !== -1) {
    const after = within(lines.slice(at + 1), MAX_AFTER).find(dated);
    if (after !== undefined) return after.trim();
    const before = within(lines.slice(0, at).reverse(), MAX_BEFORE).find(dated);
    if (before !== undefined) return before.trim();
  }
  const all = lines.filter(dated);
  const days = new Set(all.map((line) => dateWithin(line)));
  return days.size === 1 ? all[0]!.trim() : undefined;
}

/** Lines up to a length in all. */
function within(lines: readonly string[], length: number): string[] {
  let sum = 0;
  return lines.filter((line) => {
    const inside = sum <= length;
    sum += line.length;
    return inside;
  });
}

/** Whether an element is named for the date of a change. */
function isOfChange(element: Element): boolean {
  return (
    /updat|modif|güncel|aktualis/i.test(attribute(element, 'class') ?? '') &&
    !holds(element, HEADLINE_OR_TEXT)
  );
}

/** The first headline that belongs to the article. */
export function headlineOf(document: Document): string | undefined {
  for (const name of ['h1', 'h2']) {
    for (const element of elementsOf(document)) {
      if (element.tagName !== name || isBesideArticle(element)) continue;
      const text = textOfNode(element).replaceAll('\n', ' ').trim();
      if (text !== '') return text;
    }
  }
  return undefined;
}
