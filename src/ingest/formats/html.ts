/**
 * Saved HTML pages: the article that Mozilla's Readability finds in one, and what the page says about it in its
 * metadata (JSON-LD, Open Graph, meta elements). Nothing is fetched and no script runs.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Article, ReadResult } from '../../common/types.ts';
import { readDate } from '../dates.ts';
import { splitKeywords } from './scraped-page.ts';

/** Elements of a page that are looked at; Readability takes longer than the square of them. */
const ELEMENTS = 20_000;
/** Longest JSON-LD that is read, in code units. */
const JSON_LD = 200_000;
/** Deepest nesting of elements that is walked. */
const DEPTH = 500;

type Document = ReturnType<typeof parseHTML>['document'];

/** The article of a page. `address`: where the page was, where the page itself does not say so. */
export function* readHtml(text: string, file: string, address?: string): Generator<ReadResult> {
  const skipped = (reason: string): ReadResult => ({ problem: { file, line: 1, effect: 'skipped', reason } });
  // Measured before it is parsed: neither the tree nor what walks it may grow without bound.
  const elements = countTags(text);
  if (elements > ELEMENTS) {
    yield skipped(`the page has about ${elements} elements, more than ${ELEMENTS}`);
    return;
  }
  const { document } = parseHTML(text);
  if (document.documentElement === null) {
    yield skipped('there is no HTML in it');
    return;
  }
  if (depthOf(document) > DEPTH) {
    yield skipped(`elements are nested deeper than ${DEPTH}`);
    return;
  }
  const said = metadataOf(document);
  // A page without a body element has its text in the root.
  const whole = textOf(document.body) || textOf(document.documentElement);
  const named = document.querySelector('title')?.textContent ?? '';
  const found = articleIn(document);
  const body = (found?.content ? textOfHtml(found.content) : '') || whole;
  const title = oneLine(said.title || found?.title || named);
  if (title === '' && body === '') {
    yield skipped('neither title nor body');
    return;
  }
  const url = said.url ?? address;
  const source = said.source ?? found?.siteName;
  const dateText = said.date ?? found?.publishedTime ?? undefined;
  const date = dateText === undefined ? undefined : readDate(dateText);
  if (dateText !== undefined && date === undefined) {
    const reason = `the date ${JSON.stringify(dateText)} was not understood`;
    yield { problem: { file, line: 1, effect: 'kept', reason } };
  }
  const article: Article = {
    title,
    body: withoutTitle(body, title),
    ...(url && { url }),
    ...(source && { source: oneLine(source) }),
    ...(date !== undefined && { publishedAt: date }),
    ...(dateText !== undefined && { publishedText: dateText }),
    keywords: said.keywords,
  };
  yield { article, line: 1 };
}

/** What Readability takes for the article. It breaks on trees without a root of their own, which have none. */
function articleIn(document: Document): ReturnType<Readability['parse']> {
  try {
    return new Readability(document as never, { charThreshold: 200 }).parse();
  } catch (thrown) {
    if (thrown instanceof TypeError) return null;
    throw thrown;
  }
}

/** The text of a piece of HTML, a paragraph a line. */
export function textOfHtml(html: string): string {
  if (countTags(html) > ELEMENTS) return html.replace(/<[^<>]*>/g, ' ');
  return textOf(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body);
}

interface Metadata {
  title?: string;
  url?: string;
  source?: string;
  date?: string;
  keywords: string[];
}

function metadataOf(document: Document): Metadata {
  const meta = (name: string): string | undefined => {
    const element =
      document.querySelector(`meta[property="${name}"]`) ??
      document.querySelector(`meta[name="${name}"]`) ??
      document.querySelector(`meta[itemprop="${name}"]`);
    return element?.getAttribute('content')?.trim() || undefined;
  };
  const linked = linkedData(document);
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim();
  const date =
    linked.date ??
    meta('article:published_time') ??
    meta('datePublished') ??
    meta('date') ??
    meta('DC.date.issued') ??
    document.querySelector('time[datetime]')?.getAttribute('datetime')?.trim();
  const title = meta('og:title') ?? linked.title;
  const url = [canonical, meta('og:url'), linked.url].find(
    (some) => some !== undefined && isWebAddress(some),
  );
  const source = meta('og:site_name') ?? linked.source;
  const keywords = linked.keywords ?? splitKeywords(meta('keywords') ?? meta('news_keywords') ?? '');
  return {
    ...(title && { title }),
    ...(url && { url }),
    ...(source && { source }),
    ...(date && { date }),
    keywords,
  };
}

const isWebAddress = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '');

/** What schema.org's NewsArticle says, where a page has one as JSON-LD. */
function linkedData(document: Document): Partial<Metadata> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > JSON_LD) continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      continue;
    }
    const article = [
      value,
      ...listOf(value),
      ...listOf((value as Record<string, unknown> | null)?.['@graph']),
    ].find(
      (node) =>
        isRecord(node) && listOf(node['@type']).some((type) => /(?:Article|BlogPosting)$/.test(String(type))),
    );
    if (!isRecord(article)) continue;
    const { headline, datePublished, url, publisher, keywords } = article;
    const name = isRecord(publisher) ? publisher.name : undefined;
    return {
      ...(typeof headline === 'string' && { title: headline }),
      ...(typeof datePublished === 'string' && { date: datePublished }),
      ...(typeof url === 'string' && { url }),
      ...(typeof name === 'string' && { source: name }),
      ...(keywords !== undefined && {
        keywords: listOf(keywords).flatMap((some) => (typeof some === 'string' ? splitKeywords(some) : [])),
      }),
    };
  }
  return {};
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
/** Elements whose text is none of the page's. */
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE TITLE HEAD SVG IFRAME OBJECT BUTTON SELECT TEXTAREA'.split(' '),
);

/** A node of the tree, as far as it is read. */
interface Node {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  childNodes: ArrayLike<Node>;
}

const ELEMENT = 1;
const TEXT = 3;

/** The text of an element as a browser shows it: white space runs are one space, blocks are lines. */
function textOf(root: unknown): string {
  const lines: string[] = [];
  let line = '';
  const endLine = (): void => {
    const text = line.replace(/[\t\n\f\r ]+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const walk = (node: Node, depth: number): void => {
    if (node.nodeType === TEXT) {
      line += node.textContent ?? '';
      return;
    }
    if (node.nodeType !== ELEMENT || depth > DEPTH) return;
    const name = node.nodeName.toUpperCase();
    if (SILENT.has(name)) return;
    const block = BLOCKS.has(name);
    if (block || name === 'BR') endLine();
    if (name === 'TD' || name === 'TH') line += ' ';
    for (const child of Array.from(node.childNodes)) walk(child, depth + 1);
    if (block) endLine();
  };
  walk(root as Node, 0);
  endLine();
  return lines.join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The body without a first line that only repeats the title. */
function withoutTitle(body: string, title: string): string {
  const end = body.indexOf('\n');
  return end !== -1 && body.slice(0, end) === title ? body.slice(end + 1) : body;
}

function countTags(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    if (/[a-z]/i.test(text[at + 1] ?? '')) count++;
  }
  return count;
}

/** The deepest nesting of elements, walked without recursion. */
function depthOf(document: Document): number {
  let deepest = 0;
  let level = [document.documentElement as unknown as Node];
  while (level.length > 0 && deepest <= DEPTH) {
    deepest++;
    level = level.flatMap((node) =>
      Array.from(node.childNodes).filter(({ nodeType }) => nodeType === ELEMENT),
    );
  }
  return deepest;
}
