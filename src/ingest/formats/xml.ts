/** XML: feeds, news sitemaps, NITF, documents of Solr, and lists of records. */
import { messageOf } from '../../common/errors.ts';
import type { ReadResult } from '../../common/types.ts';
import type { Source } from '../byte-source.ts';
import { decodeStream } from '../charset.ts';
import { textOfMarkup } from '../markup.ts';
import type { ReadOptions } from '../read-options.ts';
import { readRecord } from '../record.ts';
import {
  childOf,
  childrenOf,
  markupIn,
  textIn,
  type XmlElement,
  type XmlItem,
  xmlItems,
} from '../xml-items.ts';
import { isUnpublished, readEntry } from './feed.ts';

const FEEDS = new Set(['rss', 'feed', 'rdf:rdf', 'rdf']);
/** What elements of lists of articles are called. */
const RECORDS = new Set(
  'article doc document item record row news story post entry haber makale خبر новость'.split(' '),
);

export async function* readXml(
  { file, bytes }: Source,
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  const skipped = (line: number, reason: string): ReadResult => ({
    problem: { file, line, effect: 'skipped', reason },
  });
  let unpublished = 0;
  let last = 1;
  try {
    for await (const item of xmlItems(decodeStream(bytes()), isItem)) {
      if ('rootOnly' in item) {
        yield skipped(1, withoutItems(item.rootOnly));
        continue;
      }
      const { element, line, root, isCut } = item;
      last = line;
      if (isCut) yield skipped(line, 'the entry is too large');
      else if (!FEEDS.has(root.name)) yield* readOther(item, file, options);
      else if (isUnpublished(element)) unpublished++;
      else yield* readEntry(item, file);
    }
  } catch (thrown) {
    yield skipped(last, `the rest cannot be read as XML: ${messageOf(thrown)}`);
  }
  if (unpublished > 0) {
    const reason = `${unpublished} entries are not articles: drafts, deleted ones, attachments, menus`;
    yield { problem: { file, line: 1, effect: 'kept', reason } };
  }
}

function isItem(name: string, root: string, depth: number): boolean {
  if (FEEDS.has(root)) return name === 'item' || name === 'entry';
  if (root === 'urlset') return name === 'url';
  if (root === 'nitf') return name === 'nitf';
  return (depth === 2 || depth === 3) && RECORDS.has(name);
}

function withoutItems(root: XmlElement): string {
  if (FEEDS.has(root.name)) return 'the feed has no entries';
  if (root.name === 'opml') return 'this is a list of feeds (OPML), without articles';
  if (root.name === 'sitemapindex') return 'this is a list of sitemaps, without articles';
  return `this XML (<${root.name}>) is no RSS and no Atom feed, and no list of articles that is known`;
}

/** An element of a list that is not a feed. */
function* readOther(
  { element, line, root }: XmlItem,
  file: string,
  options: ReadOptions,
): Generator<ReadResult> {
  if (root.name === 'urlset') {
    yield* readSitemapUrl(element, line, file);
    return;
  }
  const record = root.name === 'nitf' ? nitfRecord(element) : recordOf(element);
  yield* readRecord(record, file, line, options);
}

/** A news sitemap knows of an article, without its text. */
function* readSitemapUrl(element: XmlElement, line: number, file: string): Generator<ReadResult> {
  const news = childOf(element, 'news:news');
  const url = textIn(childOf(element, 'loc'));
  if (news === undefined) {
    yield {
      problem: { file, line, effect: 'skipped', reason: `${url}: a sitemap says nothing but the address` },
    };
    return;
  }
  const publication = childOf(news, 'news:publication');
  const get = (name: string): string | undefined => textIn(childOf(news, name)) || undefined;
  yield* readRecord(
    {
      title: get('news:title'),
      url,
      publishedAt: get('news:publication_date'),
      keywords: get('news:keywords'),
      source: publication && textIn(childOf(publication, 'news:name')),
      language: publication && textIn(childOf(publication, 'news:language')),
    },
    file,
    line,
  );
}

/** The children of an element as fields; those of Solr are named by an attribute. */
function recordOf(element: XmlElement): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!name.startsWith('xmlns')) record[name] = value;
  }
  for (const child of childrenOf(element)) {
    const name =
      child.name === 'field' || child.name === 'str' ? (child.attributes.name ?? 'field') : child.name;
    const value = childrenOf(child).length > 0 ? textOfMarkup(markupIn(child)) : textIn(child);
    const before = record[name];
    record[name] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return record;
}

/** News Industry Text Format. */
function nitfRecord(root: XmlElement): Record<string, unknown> {
  const head = childOf(root, 'head');
  const body = childOf(root, 'body');
  const bodyHead = body && childOf(body, 'body.head');
  const docdata = head && childOf(head, 'docdata');
  return {
    id: docdata && childOf(docdata, 'doc-id')?.attributes['id-string'],
    title: textIn(bodyHead && childOf(bodyHead, 'hedline')) || textIn(head && childOf(head, 'title')),
    body: textOfMarkup(markupIn(body && childOf(body, 'body.content'))),
    publishedAt: docdata && childOf(docdata, 'date.issue')?.attributes.norm,
    authors: textIn(bodyHead && childOf(bodyHead, 'byline')) || undefined,
  };
}
