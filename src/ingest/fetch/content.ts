/** What an answer holds: a page, or a list of items (feed, sitemap), by what it says and what it begins with. */
import type { ReadResult } from '../../common/types.ts';
import { bufferSource, unpacked, wholeOf } from '../byte-source.ts';
import { decode } from '../charset.ts';
import { readHtml } from '../formats/html.ts';
import { formatOf, readSource } from '../formats.ts';
import { childOf, textIn, xmlItems } from '../xml-items.ts';
import type { Answer } from './request.ts';

export type Content =
  | { kind: 'list'; results: AsyncIterable<ReadResult> }
  /** Addresses without anything else: a sitemap that knows no news, or a list of sitemaps. */
  | { kind: 'sitemap'; entries: SitemapEntry[] }
  | { kind: 'sitemaps'; entries: SitemapEntry[] }
  | { kind: 'page'; results: AsyncIterable<ReadResult> | Iterable<ReadResult> };

export interface SitemapEntry {
  url: string;
  /** As the sitemap writes it. */
  modified: string;
}

/** A sitemap has at most 50 MiB. */
const MAX_UNPACKED_BYTES = 50 * 1024 * 1024;
/** Entries of one sitemap; the protocol allows no more. */
const MAX_ENTRIES = 50_000;

/** @throws Error if it is nothing that can be read. */
export async function contentOf({ url, headers, body: received }: Answer): Promise<Content> {
  // Sitemaps are often packed files: `sitemap.xml.gz`.
  const isPacked = received[0] === 0x1f && received[1] === 0x8b;
  const body = isPacked
    ? await wholeOf(unpacked(bufferSource(url, received)).bytes(), MAX_UNPACKED_BYTES)
    : received;
  const type = (headers['content-type'] ?? '').toLowerCase();
  const binary = { 'application/pdf': '.pdf', 'application/epub+zip': '.epub' }[type.split(';')[0]!.trim()];
  const named = formatOf(new URL(url).pathname)?.format.extensions[0];
  if (binary !== undefined || body.subarray(0, 5).toString('latin1') === '%PDF-')
    return {
      kind: 'page',
      results: withAddress(readSource(bufferSource(url, body), formatNamed(binary ?? '.pdf')), url),
    };
  const decoded = decode(body, /charset\s*=\s*["']?([\w.:-]+)/.exec(type)?.[1]);
  if (decoded === undefined) throw new Error(`it is neither a page nor a feed${type && ` but ${type}`}`);
  const { text } = decoded;
  const beginning = text.slice(0, 4096).replace(/^\uFEFF?\s*/, '');
  if (beginning === '') throw new Error('the answer is empty');
  const source = bufferSource(url, Buffer.from(text));
  const root = /<(?![?!])(?:\w+:)?([\w-]+)/
    .exec(beginning.replace(/<!--[\s\S]*?-->/g, ''))?.[1]
    ?.toLowerCase();
  if (root === 'urlset' && !/<news:news\b/.test(text))
    return { kind: 'sitemap', entries: await entriesOf(text, 'url') };
  if (root === 'sitemapindex') return { kind: 'sitemaps', entries: await entriesOf(text, 'sitemap') };
  if (root !== undefined && ['rss', 'feed', 'rdf', 'urlset', 'channel'].includes(root))
    return { kind: 'list', results: readSource(source, formatNamed('.xml')) };
  if (/\bjson\b/.test(type) || /^[[{]/.test(beginning))
    return {
      kind: 'list',
      results: readSource(source, formatNamed(/ndjson|jsonl/.test(type) ? '.jsonl' : '.json')),
    };
  if (/\bhtml\b/.test(type) || /^<(?:!doctype html|html|head|body)\b/i.test(beginning))
    return { kind: 'page', results: readHtml(text, url, url) };
  if (named !== undefined && named !== '.html')
    return { kind: 'list', results: readSource(source, formatNamed(named)) };
  if (beginning.startsWith('<')) return { kind: 'page', results: readHtml(text, url, url) };
  throw new Error(`it is neither a page nor a feed${type && ` but ${type}`}`);
}

const formatNamed = (extension: string): { format: string } => ({ format: extension.slice(1) });

async function* withAddress(results: AsyncIterable<ReadResult>, url: string): AsyncGenerator<ReadResult> {
  for await (const result of results) {
    if ('problem' in result) yield result;
    else {
      const source = new URL(url).hostname.replace(/^www\./, '');
      yield { ...result, article: { source, ...result.article, url: result.article.url ?? url } };
    }
  }
}

/** The entries of a sitemap, those that changed last first. */
async function entriesOf(text: string, name: 'url' | 'sitemap'): Promise<SitemapEntry[]> {
  const entries: SitemapEntry[] = [];
  async function* chunks(): AsyncGenerator<string> {
    yield text;
  }
  for await (const item of xmlItems(chunks(), (each) => each === name)) {
    if ('rootOnly' in item || entries.length === MAX_ENTRIES) continue;
    const url = textIn(childOf(item.element, 'loc'));
    if (/^https?:\/\//i.test(url)) entries.push({ url, modified: textIn(childOf(item.element, 'lastmod')) });
  }
  return entries.sort((a, b) => (a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0));
}
