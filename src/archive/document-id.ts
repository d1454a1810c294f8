/** Which document an article belongs to, and whether its content changed. */
import { createHash } from 'node:crypto';
import type { Article } from '../common/types.ts';

/** Longest id in UTF-16 code units that fits into a URL and into every engine. */
const MAX_ID_LENGTH = 2000;
/** Query parameters that name a campaign or a session, not a document. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid|ref_src)$/i;
/** Paths of the front page of a site. */
const FRONT_PAGE = /^\/*(?:(?:index|default|home)(?:\.\w{2,5})?)?\/*$/i;

/**
 * One form for all URLs of a page: without scheme, `www.`, fragment, tracking parameters and trailing slash; host in
 * lower case, parameters sorted.
 */
export function canonicalUrl(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const host = url.host.replace(/^www\./, '');
  return `${host}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}

/** Whether a URL leads to the front page of a site, or to a language's front page (`/tr/`): it names no article. */
export function isFrontPage(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  const path = url.pathname.replace(/^\/[a-z]{2}(?:-[a-z]{2})?(?=\/|$)/i, '');
  const parameters = [...url.searchParams.keys()].filter((name) => !TRACKING.test(name));
  return FRONT_PAGE.test(path) && parameters.length === 0;
}

/**
 * The id of the document that an article is a version of:
 * 1. the article's own id; the digest of an id longer than 2,000 code units;
 * 2. else a digest of its canonical URL, unless that is a front page;
 * 3. else a digest of its content, so that different articles are never the same document.
 */
export function identityOf(article: Article): string {
  const { id = '', url } = article;
  if (id !== '') return id.length > MAX_ID_LENGTH ? digest('id', id) : id;
  return urlIdentity(url) ?? contentIdentity(article);
}

/** The id that a URL gives; `undefined` without a URL and for front pages. */
export function urlIdentity(url: string | undefined): string | undefined {
  return url === undefined || isFrontPage(url) ? undefined : digest('url', canonicalUrl(url));
}

/** The id of an article that has neither id nor URL of its own. */
export function contentIdentity({ title, body, publishedAt, publishedText, source }: Article): string {
  return digest('content', title, body, dateKey(publishedAt, publishedText), source ?? '');
}

/**
 * The id that versions before 0.2 gave to an article without id and URL: different articles could share it. Articles
 * stored under it keep it.
 */
export function formerIdentity(article: Article): string | undefined {
  const { id = '', url, title, publishedAt, publishedText, source } = article;
  if (id !== '') return undefined;
  if (url !== undefined) return isFrontPage(url) ? digest('url', canonicalUrl(url)) : undefined;
  return digest('article', title, dateKey(publishedAt, publishedText), source ?? '');
}

/** One instant is one date, whatever offset it is written with. A plain date stays as it is. */
function dateKey(publishedAt: string | undefined, publishedText = ''): string {
  if (publishedAt === undefined) return publishedText;
  const instant = publishedAt.includes('T') ? Date.parse(publishedAt) : Number.NaN;
  return Number.isNaN(instant) ? publishedAt : new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** Equal exactly for articles whose stored content is equal. */
export function contentHash(article: Article): string {
  const { title, body, url, source, publishedAt, publishedText, keywords, page } = article;
  const content: unknown[] = [title, body, url, source, publishedAt, publishedText, keywords, page];
  // Added later: without them the hash is that of earlier versions, so their documents count as unchanged.
  const { authors, section, image, language, fields } = article;
  const added = [authors, section, image, language, fields && Object.entries(fields).sort(byName)];
  if (added.some((value) => value !== undefined)) content.push(added);
  return digest(JSON.stringify(content));
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** 96 bits of SHA-256 as 16 characters that are safe in URLs. */
function digest(...parts: string[]): string {
  // UTF-8 has no form for half a surrogate pair: without the escapes of JSON all of them would be the same.
  const text = parts.map((part) => (part.isWellFormed() ? part : JSON.stringify(part)));
  return createHash('sha256').update(text.join('\u0000')).digest('base64url').slice(0, 16);
}
