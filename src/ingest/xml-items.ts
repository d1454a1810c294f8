/**
 * Reads the repeated elements of an XML file (entries of a feed, records of a list) one at a time. It is a stream of
 * tags: entities are not expanded and nothing is fetched.
 */
import { Parser } from 'htmlparser2';

/** Nodes of one item, and UTF-16 code units of its text. */
const MAX_NODES = 20_000;
const MAX_ITEM_LENGTH = 16 * 1024 * 1024;
/** Deepest nesting. */
const MAX_DEPTH = 1000;

export interface XmlElement {
  /** In lower case, with the usual prefix of its namespace: `title`, `content:encoded`, `dc:date`. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

export interface XmlItem {
  element: XmlElement;
  /** 1-based line where it starts. */
  line: number;
  /** The root element, with what came before the item. */
  root: XmlElement;
  /** True if the item was cut off because it is too large. */
  isCut: boolean;
}

/** Usual prefixes of the namespaces that feeds use. Those without one are the feed's own. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://purl.org/rss/1.0/': '',
  'http://www.w3.org/2005/atom': '',
  'http://purl.org/atom/ns#': '',
  'http://www.w3.org/1999/xhtml': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://www.sitemaps.org/schemas/sitemap/0.9': '',
  'http://www.google.com/schemas/sitemap-news/0.9': 'news',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://search.yahoo.com/mrss/': 'media',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
};

/**
 * The items of a file. `isItem` decides by the name of an element and of the root whether it is one; within an item
 * there are none. @throws Error where elements are nested too deeply. A file without items gives its root as the last one, so that the caller can tell what it is.
 */
export async function* xmlItems(
  chunks: AsyncIterable<string>,
  isItem: (name: string, root: string, depth: number) => boolean,
): AsyncGenerator<XmlItem | { rootOnly: XmlElement }> {
  const queue: XmlItem[] = [];
  const stack: XmlElement[] = [];
  const names = new Map<string, string>();
  let root: XmlElement | undefined;
  let item: { depth: number; line: number; nodes: number; length: number; isCut: boolean } | undefined;
  let found = 0;
  const lines = new LineCounter();
  const nameOf = (tag: string): string => {
    const lower = tag.toLowerCase();
    const colon = lower.indexOf(':');
    if (colon === -1) return lower;
    const prefix = names.get(lower.slice(0, colon)) ?? lower.slice(0, colon);
    return prefix === '' ? lower.slice(colon + 1) : `${prefix}:${lower.slice(colon + 1)}`;
  };
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        // The parser's own stack takes time that grows with the square of the depth.
        if (stack.length >= MAX_DEPTH) throw new Error(`elements are nested deeper than ${MAX_DEPTH}`);
        for (const [name, value] of Object.entries(attributes)) {
          if (!name.startsWith('xmlns:')) continue;
          const prefix = PREFIXES[value.toLowerCase()];
          if (prefix !== undefined) names.set(name.slice('xmlns:'.length).toLowerCase(), prefix);
        }
        const element: XmlElement = { name: nameOf(tag), attributes, children: [] };
        root ??= element;
        const parent = stack.at(-1);
        stack.push(element);
        if (item !== undefined) {
          item.isCut ||= ++item.nodes > MAX_NODES;
          if (!item.isCut) parent!.children.push(element);
        } else if (isItem(element.name, root.name, stack.length)) {
          found++;
          item = {
            depth: stack.length,
            line: lines.at(parser.startIndex),
            nodes: 0,
            length: 0,
            isCut: false,
          };
        } else if (parent !== undefined && parent.children.length < MAX_NODES) parent.children.push(element);
      },
      ontext(data) {
        if (item !== undefined) {
          item.length += data.length;
          item.isCut ||= item.length > MAX_ITEM_LENGTH;
          if (item.isCut) return;
        }
        const parent = stack.at(-1);
        if (parent === undefined || parent.children.length >= MAX_NODES) return;
        const last = parent.children.length - 1;
        const before = parent.children[last];
        if (typeof before === 'string') parent.children[last] = before + data;
        else parent.children.push(data);
      },
      onclosetag() {
        const element = stack.pop();
        if (item === undefined || stack.length >= item.depth) return;
        queue.push({ element: element!, line: item.line, root: root!, isCut: item.isCut });
        item = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for await (const chunk of chunks) {
    lines.add(chunk);
    try {
      parser.write(chunk);
    } catch (thrown) {
      yield* queue;
      throw thrown;
    }
    yield* queue;
    queue.length = 0;
  }
  parser.end();
  yield* queue;
  if (found === 0 && root !== undefined) yield { rootOnly: root };
}

/** Lines of offsets that only grow, in a text that comes in pieces. */
class LineCounter {
  #breaks: number[] = [];
  #length = 0;
  #next = 0;
  #line = 1;

  add(chunk: string): void {
    this.#breaks = this.#breaks.slice(this.#next);
    this.#next = 0;
    for (let at = chunk.indexOf('\n'); at !== -1; at = chunk.indexOf('\n', at + 1)) {
      this.#breaks.push(this.#length + at);
    }
    this.#length += chunk.length;
  }

  at(offset: number): number {
    while (this.#next < this.#breaks.length && this.#breaks[this.#next]! < offset) {
      this.#next++;
      this.#line++;
    }
    return this.#line;
  }
}

/** The first child with a name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element).find((child) => child.name === name);
}

export function childrenOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** All text in an element. */
export function textIn(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const parts: string[] = [];
  const stack: (XmlElement | string)[] = [...element.children].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === 'string') parts.push(node);
    else for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at]!);
  }
  return parts.join('').trim();
}

/** The content of an element as HTML: text is HTML already (escaped or in CDATA), unless there are elements. */
export function markupIn(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  if (!element.children.some((child) => typeof child !== 'string')) return textIn(element);
  const parts: string[] = [];
  const stack: (XmlElement | string | { end: string })[] = [...element.children].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === 'string') parts.push(node.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    else if ('end' in node) parts.push(`</${node.end}>`);
    else {
      parts.push(`<${node.name}>`);
      stack.push({ end: node.name });
      for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at]!);
    }
  }
  return parts.join('');
}
