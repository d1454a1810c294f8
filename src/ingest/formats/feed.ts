/**
 * Saved feeds: RSS 0.9 to 2.0, RDF and Atom. Read as a stream of tags: nothing is expanded, so that there are no
 * entity bombs and nothing is fetched.
 */
import { Parser } from 'htmlparser2';
import type { Article, ReadResult } from '../../common/types.ts';
import { readDate } from '../dates.ts';
import { textOfMarkup as textOfHtml } from '../markup.ts';

/** Elements of an item that hold its text, the fullest first. */
const TEXTS = ['content:encoded', 'content', 'description', 'summary'] as const;
const DATES = ['pubdate', 'published', 'dc:date', 'date', 'updated', 'issued'] as const;

interface Item {
  line: number;
  /** Text by name of element, in lower case. */
  texts: Map<string, string>;
  link?: string;
  keywords: string[];
}

/** Articles of a feed, in its order. */
export function* readFeed(text: string, file: string): Generator<ReadResult> {
  const { items, title, isFeed } = itemsOf(text);
  if (!isFeed) {
    yield { problem: { file, line: 1, effect: 'skipped', reason: 'this XML is no RSS and no Atom feed' } };
    return;
  }
  if (items.length === 0) {
    yield { problem: { file, line: 1, effect: 'skipped', reason: 'the feed has no entries' } };
  }
  for (const item of items) yield* articleOf(item, title, file);
}

function* articleOf(
  { line, texts, link, keywords }: Item,
  feed: string,
  file: string,
): Generator<ReadResult> {
  const title = textOfHtml(texts.get('title') ?? '').replace(/\s+/gu, ' ');
  const name = TEXTS.find((candidate) => (texts.get(candidate) ?? '').trim() !== '');
  const body = name === undefined ? '' : textOfHtml(texts.get(name)!);
  if (title === '' && body === '') {
    yield { problem: { file, line, effect: 'skipped', reason: 'the entry has neither title nor text' } };
    return;
  }
  const id = (texts.get('guid') ?? texts.get('id') ?? '').trim();
  const url = [link ?? '', id].find((address) => /^https?:\/\//i.test(address));
  const dateText = DATES.map((candidate) => texts.get(candidate)?.trim()).find(Boolean);
  const date = dateText === undefined ? undefined : readDate(dateText);
  if (dateText !== undefined && date === undefined) {
    const reason = `the date ${JSON.stringify(dateText)} was not understood`;
    yield { problem: { file, line, effect: 'kept', reason } };
  }
  const source = (texts.get('source') ?? texts.get('dc:publisher') ?? feed).trim();
  const article: Article = {
    // The address is the better identity: the same article comes in several feeds.
    ...(url === undefined && id !== '' && { id }),
    title,
    body,
    ...(url !== undefined && { url }),
    ...(source !== '' && { source }),
    ...(date !== undefined && { publishedAt: date }),
    ...(dateText !== undefined && { publishedText: dateText }),
    keywords,
  };
  yield { article, line };
}

function itemsOf(text: string): { items: Item[]; title: string; isFeed: boolean } {
  const items: Item[] = [];
  const lineAt = lineCounter(text);
  let isFeed = false;
  let title = '';
  let item: Item | undefined;
  /** Depth of the current item in the tree. */
  let itemDepth = 0;
  /** The element of an item whose text is being read, and how deep within it the parser is. */
  let open: { name: string; depth: number } | undefined;
  let within = '';
  const depth: string[] = [];
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = tag.toLowerCase();
        if (depth.length === 0) isFeed = ['rss', 'feed', 'rdf:rdf'].includes(name);
        depth.push(name);
        if (open !== undefined) {
          // Markup that is not escaped, as in Atom's xhtml: kept as markup.
          within += `<${name}>`;
        } else if (item === undefined && (name === 'item' || name === 'entry')) {
          item = { line: lineAt(parser.startIndex), texts: new Map(), keywords: [] };
          itemDepth = depth.length;
        } else if (item !== undefined) {
          if (name === 'link' && attributes.href !== undefined) {
            const relation = attributes.rel ?? 'alternate';
            if (relation === 'alternate' && item.link === undefined) item.link = attributes.href.trim();
          }
          if (name === 'category' && attributes.term) item.keywords.push(attributes.label || attributes.term);
          // An Atom entry that was taken over names its source with elements of its own.
          if (depth.at(-2) === 'item' || depth.at(-2) === 'entry' || name === 'title') {
            open = {
              name: depth.includes('source') && name === 'title' ? 'source' : name,
              depth: depth.length,
            };
            within = '';
          }
          if (name === 'source' && attributes.url === undefined) open = undefined;
        } else if (name === 'title' && depth.length <= 3) {
          open = { name: 'feed title', depth: depth.length };
          within = '';
        }
      },
      ontext(data) {
        if (open === undefined) return;
        within += depth.length > open.depth ? escaped(data) : data;
      },
      onclosetag(tag) {
        const name = tag.toLowerCase();
        if (open !== undefined && depth.length === open.depth) {
          const value = within.trim();
          if (open.name === 'feed title') title ||= textOfHtml(value);
          else if (open.name === 'category') {
            if (value !== '') item?.keywords.push(value);
          } else if (open.name === 'link') {
            if (value !== '') item!.link ??= value;
          } else if (!item!.texts.has(open.name)) item!.texts.set(open.name, value);
          open = undefined;
        } else if (open !== undefined) {
          within += `</${name}>`;
        }
        depth.pop();
        if (item !== undefined && depth.length < itemDepth) {
          items.push(item);
          item = undefined;
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return { items, title, isFeed };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Line of an offset; must be called with ascending offsets. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}
