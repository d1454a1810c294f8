/**
 * Saved HTML pages: the article that Mozilla's Readability finds in one, and what the page says about it. The tree is the
 * one of the HTML standard (parse5). Nothing is fetched and no script runs.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { canonicalUrl } from '../../archive/document-id.ts';
import type { Article, ReadResult } from '../../common/types.ts';
import { fieldOf } from '../field-names.ts';
import {
  attribute,
  type Document,
  depthOf,
  type Element,
  elementsOf,
  parsePage,
  rawText,
} from '../html-tree.ts';
import { parseLooseJson } from '../json-value.ts';
import { countTags, hasMarkup, MAX_ELEMENTS, textOfMarkup, textOfNode } from '../markup.ts';
import { pageMetadata } from './page-metadata.ts';
import { headlineOf } from './visible-dates.ts';

/** Deepest nesting of elements; Readability is recursive. */
const MAX_DEPTH = 500;
/** Length of a text, in UTF-16 code units, that is an article and not a notice. */
const ENOUGH_LENGTH = 200;
/** Most values read from a page's data. */
const MAX_DATA_VALUES = 20_000;

/** Names of parts that are never the article: legal notices and cookie consent. */
const LEGAL =
  /(?:^|[\s_-])(?:footer|copyright|cookies?|consent|gdpr|kvkk|legal|disclaimer|privacy|imprint|kunye)(?:$|[\s_-])/i;
/** Elements that Readability needs not see. */
const UNREAD = new Set(['script', 'style', 'template', 'svg', 'math', 'noscript', 'iframe', 'object']);

/** The article of a page. `address`: URL of the page, if known. */
export function* readHtml(text: string, file: string, address?: string): Generator<ReadResult> {
  const skipped = (reason: string): ReadResult => ({ problem: { file, line: 1, effect: 'skipped', reason } });
  // Measured before it is parsed: neither the tree nor what walks it may grow without bound.
  const elements = countTags(text);
  if (elements > MAX_ELEMENTS) {
    yield skipped(`the page has about ${elements} elements, more than ${MAX_ELEMENTS}`);
    return;
  }
  const document = parsePage(withClosedComment(text));
  const depth = depthOf(document);
  if (depth > MAX_DEPTH) {
    yield skipped(`elements are nested deeper than ${MAX_DEPTH}`);
    return;
  }
  const said = pageMetadata(document, text, address);
  const found = articleIn(document);
  const named = oneLine(said.title || found?.title || titleOf(document)) || (headlineOf(document) ?? '');
  const title = withoutSite(named, said.source);
  const body = withoutTitle(bodyOf(document, found?.content ?? '', said.body, said.description), title);
  if (body === '' && (title === '' || shownText(document) === '')) {
    yield skipped(title === '' ? 'neither title nor body' : 'the page has no text');
    return;
  }
  if (said.publishedText !== undefined && said.publishedAt === undefined) {
    const reason = `the date ${JSON.stringify(said.publishedText)} was not understood`;
    yield { problem: { file, line: 1, effect: 'kept', reason } };
  }
  const { url, publishedText, publishedAt, modified, section, image, language } = said;
  const source = said.source ?? found?.siteName ?? (url === undefined ? undefined : hostOf(url));
  const authors = said.authors.length > 0 ? said.authors : bylineOf(found?.byline);
  const article: Article = {
    title,
    body,
    ...(url !== undefined && { url }),
    ...(source && { source: oneLine(source) }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(publishedText !== undefined && { publishedText }),
    keywords: said.keywords,
    ...(authors.length > 0 && { authors }),
    ...(section !== undefined && { section }),
    ...(image !== undefined && { image }),
    ...(language !== undefined && { language }),
    ...(modified !== undefined && { fields: { modified } }),
  };
  const isClaimed =
    url !== undefined && (address === undefined || canonicalUrl(url) !== canonicalUrl(address));
  yield { article, line: 1, ...(isClaimed && { urlClaimed: true }) };
}

/** A comment that is never closed would hide the rest of the page. */
function withClosedComment(text: string): string {
  const open = text.lastIndexOf('<!--');
  return open === -1 || text.indexOf('-->', open) !== -1
    ? text
    : `${text.slice(0, open)}${text.slice(open + '<!--'.length)}`;
}

/** What Readability takes for the article. */
function articleIn(document: Document): ReturnType<Readability['parse']> {
  try {
    return new Readability(treeFor(document) as never, { charThreshold: ENOUGH_LENGTH }).parse();
  } catch (thrown) {
    // It fails on trees without what it looks for; then all of the text is the article.
    if (thrown instanceof TypeError) return null;
    throw thrown;
  }
}

/** The tree prepared for Readability, without parts that are not the article. */
function treeFor(document: Document): unknown {
  const { document: copy } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const html = document.childNodes.find((node): node is Element => node.nodeName === 'html');
  const stack: { from: Element; to: unknown }[] = [];
  for (const node of html?.childNodes ?? []) {
    if (node.nodeName === 'head') stack.push({ from: node as Element, to: copy.head });
    if (node.nodeName === 'body') stack.push({ from: node as Element, to: copy.body });
  }
  while (stack.length > 0) {
    const { from, to } = stack.pop()!;
    for (const child of from.childNodes) {
      if (child.nodeName === '#text') {
        (to as Appendable).appendChild(copy.createTextNode((child as Tree.TextNode).value) as never);
      } else if ('tagName' in child && !UNREAD.has(child.tagName) && !isBeside(child)) {
        const element = copy.createElement(/^[a-z][\w-]*$/.test(child.tagName) ? child.tagName : 'div');
        for (const { name, value } of child.attrs) {
          if (/^[a-z_:][\w:.-]*$/i.test(name)) element.setAttribute(name, value);
        }
        (to as Appendable).appendChild(element as never);
        stack.push({ from: child, to: element });
      }
    }
  }
  return copy;
}

interface Appendable {
  appendChild(node: never): unknown;
}

function isBeside(element: Element): boolean {
  const isOutside = ['footer', 'nav', 'header'].includes(element.tagName);
  if (isOutside || attribute(element, 'role') === 'contentinfo') return !hasArticle(element);
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return LEGAL.test(names) && element.tagName !== 'body' && !hasArticle(element);
}

function hasArticle(element: Element): boolean {
  for (const { tagName } of elementsOf(element)) if (tagName === 'article' || tagName === 'h1') return true;
  return false;
}

/** The text of the article: from Readability, otherwise from the page's data, otherwise everything visible. */
function bodyOf(document: Document, content: string, linked = '', description = ''): string {
  const read = content === '' ? '' : textOfMarkup(content);
  if (read.length >= ENOUGH_LENGTH && read.length * 2 >= linked.length) return read;
  const candidates = [read, linked];
  if (read === '') candidates.push(shownText(document), bodyInData(document));
  const longest = candidates.reduce((best, other) => (other.length > best.length ? other : best));
  if (longest !== '') return longest;
  return noscriptText(document) || description;
}

/** All visible text of a page, without headers, menus and footers if there is other text. */
function shownText(document: Document): string {
  const beside = (element: Element): boolean =>
    ['nav', 'footer', 'aside'].includes(element.tagName) || isBeside(element);
  return textOfNode(document, { skip: beside }) || textOfNode(document);
}

/** The text of pages that have their article in `noscript`. */
function noscriptText(document: Document): string {
  let longest = '';
  for (const element of elementsOf(document)) {
    if (element.tagName !== 'noscript') continue;
    const text = element.childNodes
      .map((node) => textOfNode(node))
      .filter((some) => some !== '')
      .join('\n');
    if (text.length > longest.length) longest = text;
  }
  return longest.length >= ENOUGH_LENGTH ? longest : '';
}

/** The longest body in the data that a page carries for its scripts (`__NEXT_DATA__` and its like). */
function bodyInData(document: Document): string {
  let longest = '';
  for (const element of elementsOf(document)) {
    if (element.tagName !== 'script' || !/^application\/json/i.test(attribute(element, 'type') ?? ''))
      continue;
    let value: unknown;
    try {
      value = parseLooseJson(rawText(element));
    } catch {
      continue;
    }
    const queue: unknown[] = [value];
    for (let at = 0; at < queue.length && at < MAX_DATA_VALUES; at++) {
      const some = queue[at];
      if (typeof some !== 'object' || some === null) continue;
      for (const [name, inner] of Object.entries(some)) {
        if (typeof inner === 'object') queue.push(inner);
        else if (
          typeof inner === 'string' &&
          fieldOf(name)?.field === 'body' &&
          inner.length > longest.length
        )
          longest = inner;
      }
    }
  }
  return hasMarkup(longest) ? textOfMarkup(longest) : longest;
}

function titleOf(document: Document): string {
  for (const element of elementsOf(document)) if (element.tagName === 'title') return rawText(element);
  return '';
}

function bylineOf(byline: string | null | undefined): string[] {
  const name = oneLine(byline ?? '');
  return name === '' || name.length > 100 ? [] : [name];
}

function hostOf(url: string): string | undefined {
  return URL.parse(url)?.hostname.replace(/^www\./, '');
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A title without the name of the site behind it: "Bridge reopened - Example Daily". */
function withoutSite(title: string, site: string | undefined): string {
  if (site === undefined || !title.endsWith(oneLine(site))) return title;
  const rest = title.slice(0, title.length - oneLine(site).length).replace(/\s+[-–—|:»•·]\s*$/u, '');
  return rest === '' || rest.length + oneLine(site).length === title.length ? title : rest;
}

/** The body without a first line that only repeats the title. */
function withoutTitle(body: string, title: string): string {
  const end = body.indexOf('\n');
  return end !== -1 && oneLine(body.slice(0, end)) === title ? body.slice(end + 1) : body;
}
