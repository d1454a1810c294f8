/**
 * What an HTML page says about its article: JSON-LD, elements `meta` and `link`, RDFa and microdata on any element, and
 * visible dates. Of several dates the one of publication counts.
 */
import { isFrontPage } from '../../archive/document-id.ts';
import { dateWithin, readDate } from '../dates.ts';
import { attribute, type Document, type Element, elementsOf, rawText } from '../html-tree.ts';
import { hasMarkup, textOfMarkup, textOfNode } from '../markup.ts';
import { linkedArticle } from './json-ld.ts';
import { splitKeywords } from './scraped-page.ts';
import {
  addShownDate,
  dateBesideHeadline,
  isBesideArticle,
  MAX_DATE_LENGTH,
  type ShownDates,
} from './visible-dates.ts';

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
/** A day in the path of an address. */
const DAY_IN_PATH = /\/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|$|\D)/;
/** The same without signs between, as the name of a file: `/20240312/`, `-20240312`. */
const COMPACT_IN_PATH = /[/_-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/;

/** `address`: URL of the page, if known. */
export function pageMetadata(document: Document, text: string, address?: string): PageMetadata {
  const meta = new Map<string, string>();
  const authors: string[] = [];
  const properties: { published: boolean; text: string }[] = [];
  const times: string[] = [];
  const shown: ShownDates = { labelled: [], named: [] };
  const scripts: string[] = [];
  let canonical: string | undefined;
  let named: string | undefined;
  let base: string | undefined;
  let language: string | undefined;
  for (const element of elementsOf(document, (some) => !isBesideArticle(some))) {
    const name = element.tagName;
    if (name === 'html') language = attribute(element, 'lang') ?? attribute(element, 'xml:lang');
    else if (name === 'meta') addMeta(element, meta, authors);
    else if (name === 'title' && named === undefined) named = rawText(element);
    else if (name === 'base') base ??= attribute(element, 'href');
    else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, 'rel') ?? ''))
      canonical ??= attribute(element, 'href')?.trim();
    else if (name === 'script' && /^application\/ld\+json/i.test(attribute(element, 'type') ?? ''))
      scripts.push(rawText(element));
    else if (!isBesideArticle(element)) {
      addProperties(element, { properties, times });
      addShownDate(element, shown);
    }
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
    ...shown.labelled,
    ...times,
  ].filter((some): some is string => some !== undefined && some.trim() !== '');
  const inPath = dayInPath(url ?? address);
  const date = firstDate(candidates, inPath === undefined ? shown.named : [inPath], [linked.created], () => [
    dateInScripts(text),
    dateBesideHeadline(document),
    modified,
  ]);
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
  const content = (attribute(element, 'content') ?? attribute(element, 'value'))?.trim();
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
function addProperties(
  element: Element,
  found: { properties: { published: boolean; text: string }[]; times: string[] },
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
    else for (const text of [datetime, textOfNode(element).trim()]) if (text) found.times.push(text);
  }
}

/**
 * The first text that is a date: of those that are said, else within those that are shown, else of the uncertain ones.
 * Otherwise the first one, not parsed.
 */
function firstDate(
  said: readonly string[],
  shown: readonly string[],
  uncertain: readonly (string | undefined)[],
  last: () => readonly (string | undefined)[],
): { publishedText?: string; publishedAt?: string } {
  for (const publishedText of said) {
    const publishedAt = readDate(publishedText);
    if (publishedAt !== undefined) return { publishedText, publishedAt };
  }
  for (const texts of [
    [...shown, ...said.filter((text) => text.length <= MAX_DATE_LENGTH)],
    uncertain,
    last(),
  ]) {
    for (const publishedText of texts) {
      if (publishedText === undefined || publishedText.trim() === '') continue;
      const publishedAt = readDate(publishedText) ?? dateWithin(publishedText);
      if (publishedAt !== undefined) return { publishedText, publishedAt };
    }
  }
  const publishedText = said[0] ?? shown.find((text) => /\p{Nd}/u.test(text));
  return publishedText === undefined ? {} : { publishedText: publishedText.slice(0, MAX_DATE_LENGTH) };
}

/** The date in the data that a page carries for its scripts, and in JSON-LD that is no JSON. */
function dateInScripts(text: string): string | undefined {
  return /["'](?:datePublished|publishedAt|publishDate|publish_date|published_at|datePosted|pubDate)\\?["']\s*:\s*\\?["']([^"'\\]{8,40})\\?["']/.exec(
    text,
  )?.[1];
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
  const parts = url === undefined ? null : (DAY_IN_PATH.exec(url) ?? COMPACT_IN_PATH.exec(url));
  return parts === null
    ? undefined
    : `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
}

/** Some pages escape twice. */
function decoded(text: string): string {
  return (hasMarkup(text) ? textOfMarkup(text) : text).replace(/\s+/gu, ' ').trim();
}
