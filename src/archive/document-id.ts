/** Which document an article is, and whether its content changed. */
import { createHash } from 'node:crypto';
import type { Article } from '../common/types.ts';

/** UTF-16 code units of an id that fit into an address, and into every engine. */
const LONGEST_ID = 2000;
/** Query parameters that name a campaign or a session and not a document. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid|ref_src)$/i;

/** Two addresses of one page are one: no fragment, no tracking, no trailing slash, no `www.`; host in lower case. */
export function canonicalUrl(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const host = url.host.replace(/^www\./, '');
  return `${host}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}

/** The article's own id, of a very long one its digest; else one made from its canonical URL; else from title, date and source. */
export function identityOf(article: Article): string {
  const { id = '' } = article;
  if (id !== '') return id.length > LONGEST_ID ? digest('id', id) : id;
  if (article.url !== undefined) return digest('url', canonicalUrl(article.url));
  return digest(
    'article',
    article.title,
    article.publishedAt === undefined ? (article.publishedText ?? '') : inUtc(article.publishedAt),
    article.source ?? '',
  );
}

/** One instant has one identity, whatever offset it is written with. A plain date stays as it is. */
function inUtc(date: string): string {
  if (!date.includes('T')) return date;
  const instant = new Date(date);
  return Number.isNaN(instant.getTime()) ? date : instant.toISOString().replace('.000Z', 'Z');
}

/** Equal for articles whose stored content is equal. */
export function contentHash(article: Article): string {
  const { title, body, url, source, publishedAt, publishedText, keywords, page } = article;
  return digest(JSON.stringify([title, body, url, source, publishedAt, publishedText, keywords, page]));
}

/** 96 bits of SHA-256 as 16 characters that are safe in URLs. */
function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('base64url').slice(0, 16);
}
