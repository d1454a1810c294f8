/**
 * What an HTML page says about its article: JSON-LD, elements `meta` and `link`, RDFa and microdata on any element, and
 * visible dates. Of several dates the one of publication counts.
 */
import { isFrontPage } from '../../archive/document-id.ts';
import { foldDate, PUBLISHED_LABELS, UPDATED_LABELS } from '../date-words.ts';
import { readDate } from '../dates.ts';
import { attribute, type Document, type Element, elementsOf, rawText } from '../html-tree.ts';
import { hasMarkup, textOfMarkup, textOfNode } from '../markup.ts';
import { linkedArticle } from './json-ld.ts';
import { splitKeywords } from './scraped-page.ts';

export interface PageMetadata {
  title?: string;
  description?: string;
  url?: string;
  source?: string;
  /** The date as the page has it, and as it was read. */
  publishedText?: string;
  publishedAt?: string;
  /** When the article was changed last, as the page has it. */
  modified?: string;
  body?: string;
  authors: string[];
  section?: string;
  image?: string;
  language?: string;
  keywords: string[];
}

/** Names of `meta` elements, in lower case, the most certain first. */
const PUBLISHED =
  `article:published_time og:article:published_time og:published_time og:pubdate datepublished date_published
  datepublished publishdate publish_date publish-date published_date published-date published published_at publishedat
  pubdate pub_date publication_date publicationdate publication-date parsely-pub-date sailthru.date article:published
  article.published article_date_original originalpublicationdate cxenseparse:recs:publishtime cxenseparse:publishtime
  dcterms.issued dcterms.created dcterms.date dc.date.issued dc.date.created dc.date dc.issued dc.created dc:date
  dc:created dcterms:created dcterms:issued dcterms:date rnews:datepublished schema:datepublished article:post_date
  displaydate display_date date bt:pubdate`.split(/\s+/);
const MODIFIED =
  `article:modified_time og:updated_time og:modified_time datemodified date_modified dcterms.modified
  dc.date.modified dc:modified dcterms:modified last-modified lastmod modified updated revised`.split(/\s+/);
/** Properties of RDFa and microdata. */
const PUBLISHED_PROPERTIES =
  /^(?:(?:schema|rnews|dc|dcterms|sioc|np|news):)?(?:datepublished|date|created|issued|published|pubdate)$/;
const MODIFIED_PROPERTIES = /^(?:(?:schema|rnews|dc|dcterms):)?(?:datemodified|modified|updated)$/;
/** Classes of elements that show a date. */
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|datetime|time|timestamp|pubdate|published|publish|posted|tarih|yayin|entry-date|post-date)(?:$|[\s_-])/i;
/** Parts of a page with dates of other articles. */
const BESIDE = new Set(['nav', 'aside', 'footer', 'header']);
const BESIDE_CLASS =
  /(?:^|[\s_-])(?:related|sidebar|footer|comments?|popular|most-read|widget|teaser|recommended)(?:$|[\s_-])/i;
/** Longest text that shows a date, in UTF-16 code units. */
const MAX_DATE_LENGTH = 160;
/** A day in the path of an address. */
const DAY_IN_PATH = /\/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|$|\D)/;

/** `address`: URL of the page, if known. */
export function pageMetadata(document: Document, text: string, address?: string): PageMetadata {
  const meta = new Map<string, string>();
  const authors: string[] = [];
  const properties: { published: boolean; text: string }[] = [];
  const times: string[] = [];
  const shown: string[] = [];
  const scripts: string[] = [];
  let canonical: string | undefined;
  let named: string | undefined;
  let base: string | undefined;
  let language: string | undefined;
  const beside = (element: Element): boolean =>
    (BESIDE.has(element.tagName) && !hasHeading(element)) ||
    BESIDE_CLASS.test(attribute(element, 'class') ?? '');
  for (const element of elementsOf(document, (some) => !beside(some))) {
    const name = element.tagName;
    if (name === 'html') language = attribute(element, 'lang') ?? attribute(element, 'xml:lang');
    else if (name === 'meta') addMeta(element, meta, authors);
    else if (name === 'title' && named === undefined) named = rawText(element);
    else if (name === 'base') base ??= attribute(element, 'href');
    else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, 'rel') ?? ''))
      canonical ??= attribute(element, 'href')?.trim();
    else if (name === 'script' && /^application\/ld\+json/i.test(attribute(element, 'type') ?? ''))
      scripts.push(rawText(element));
    else if (!beside(element)) addShown(element, { properties, times, shown });
  }
  const linked = linkedArticle(scripts);
  const first = (...names: string[]): string | undefined =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined);
  const savedFrom = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+?)\s*-->/i.exec(text.slice(0, 2000))?.[1];
  const url = addressOf(
    [canonical, meta.get('og:url'), linked.url, meta.get('twitter:url'), savedFrom],
    address ?? savedFrom ?? meta.get('og:url') ?? base,
    address,
  );
  const modified =
    linked.modified ?? first(...MODIFIED) ?? properties.find(({ published }) => !published)?.text;
  const candidates = [
    linked.date,
    ...PUBLISHED.map((name) => meta.get(name)),
    ...properties.filter(({ published }) => published).map(({ text: found }) => found),
    ...shown,
    ...times,
    linked.created,
    dayInPath(url ?? address),
    modified,
  ].filter((some): some is string => some !== undefined && some.trim() !== '');
  const date = firstDate(candidates);
  const title = first('og:title', 'twitter:title') ?? linked.title ?? first('dc.title', 'headline');
  const source =
    first('og:site_name') ?? linked.source ?? first('application-name', 'dc.publisher', 'publisher');
  const keywords =
    linked.keywords ?? splitKeywords(first('keywords', 'news_keywords', 'parsely-tags', 'article:tag') ?? '');
  const names = linked.authors ?? authors.filter((author) => !/^https?:/i.test(author));
  const section = linked.section ?? first('article:section', 'section', 'parsely-section', 'category');
  const image = linked.image ?? first('og:image', 'og:image:url', 'twitter:image');
  const ownLanguage = linked.language ?? language ?? first('og:locale', 'content-language', 'language');
  const description = first('og:description', 'description', 'twitter:description');
  return {
    ...(title && { title: decoded(title) }),
    ...(description && { description: decoded(description) }),
    ...(url && { url }),
    ...(source && { source: decoded(source) }),
    ...date,
    ...(modified && modified !== date.publishedText && { modified }),
    ...(linked.body && { body: linked.body }),
    authors: [...new Set(names.map(decoded))],
    ...(section && { section: decoded(section) }),
    ...(image && URL.canParse(image, url) && { image: URL.parse(image, url)!.href }),
    ...(ownLanguage &&
      /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(ownLanguage) && { language: ownLanguage.replaceAll('_', '-') }),
    keywords: keywords.map(decoded),
  };
}

/** Takes the first value of each name; of authors all. */
function addMeta(element: Element, meta: Map<string, string>, authors: string[]): void {
  const content = attribute(element, 'content')?.trim();
  if (!content) return;
  for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
    for (const name of attribute(element, key)?.toLowerCase().split(/\s+/) ?? []) {
      if (name === '') continue;
      if (!meta.has(name)) meta.set(name, content);
      if (/^(?:author|article:author|dc\.creator|byl|parsely-author|sailthru\.author)$/.test(name))
        authors.push(content);
    }
  }
}

/** Collects what an element of the body says about dates. */
function addShown(
  element: Element,
  found: { properties: { published: boolean; text: string }[]; times: string[]; shown: string[] },
): void {
  const names =
    `${attribute(element, 'property') ?? ''} ${attribute(element, 'itemprop') ?? ''}`.toLowerCase();
  const value = (): string =>
    (
      attribute(element, 'content') ??
      attribute(element, 'datetime') ??
      attribute(element, 'title') ??
      textOfNode(element)
    ).trim();
  for (const name of names.split(/\s+/)) {
    if (PUBLISHED_PROPERTIES.test(name)) found.properties.push({ published: true, text: value() });
    else if (MODIFIED_PROPERTIES.test(name)) found.properties.push({ published: false, text: value() });
  }
  const datetime = attribute(element, 'datetime')?.trim();
  if (element.tagName === 'time' && names.trim() === '') {
    // "pubdate" was the attribute of HTML 5 for the date of publication.
    if (attribute(element, 'pubdate') !== undefined)
      found.properties.push({ published: true, text: datetime ?? value() });
    else found.times.push(datetime || value());
  }
  const text = shortText(element);
  if (text === undefined) return;
  const folded = foldDate(text);
  const startsWith = (labels: readonly string[]): boolean => labels.some((label) => folded.startsWith(label));
  if (startsWith(PUBLISHED_LABELS) && /\d/.test(text)) found.shown.unshift(text);
  else if (DATE_CLASS.test(attribute(element, 'class') ?? '') && !startsWith(UPDATED_LABELS))
    found.times.push(text);
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

/** The first candidate that is a date; otherwise the first one, not parsed. */
function firstDate(candidates: readonly string[]): { publishedText?: string; publishedAt?: string } {
  for (const publishedText of candidates) {
    const publishedAt = readDate(publishedText);
    if (publishedAt !== undefined) return { publishedText, publishedAt };
  }
  const [publishedText] = candidates;
  return publishedText === undefined ? {} : { publishedText: publishedText.slice(0, MAX_DATE_LENGTH) };
}

/** A header of the page has no heading of an article; that of an article has. */
function hasHeading(element: Element): boolean {
  if (element.tagName !== 'header') return false;
  for (const inner of elementsOf(element)) if (inner.tagName === 'h1') return true;
  return false;
}

/** The first address that can be the article's: of the web, and not the front page where the page is not that. */
function addressOf(
  candidates: readonly (string | undefined)[],
  base: string | undefined,
  address: string | undefined,
): string | undefined {
  for (const candidate of candidates) {
    if (candidate === undefined || candidate === '') continue;
    const url = URL.parse(candidate, base?.startsWith('http') ? base : undefined);
    if (url === null || !/^https?:$/.test(url.protocol)) continue;
    if (isFrontPage(url.href) && !(address !== undefined && isFrontPage(address))) continue;
    return /^https?:/i.test(candidate) ? candidate : url.href;
  }
  return address;
}

function dayInPath(url: string | undefined): string | undefined {
  const parts = url === undefined ? null : DAY_IN_PATH.exec(url);
  return parts === null
    ? undefined
    : `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
}

/** Some pages escape twice. */
function decoded(text: string): string {
  return (hasMarkup(text) ? textOfMarkup(text) : text).replace(/\s+/gu, ' ').trim();
}
