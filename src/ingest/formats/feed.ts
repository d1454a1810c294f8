/** An entry of a feed (RSS 0.9 to 2.0, RDF, Atom, the export of WordPress) as an article. */
import type { Article, ReadResult } from '../../common/types.ts';
import { readDate } from '../dates.ts';
import { textOfMarkup } from '../markup.ts';
import { childOf, childrenOf, markupIn, textIn, type XmlElement, type XmlItem } from '../xml-items.ts';

/** Elements of an entry that hold its text: of those in the first list that has any, the one with the longest text. */
const TEXTS = [
  ['content:encoded', 'content', 'body', 'fulltext', 'full-text', 'description', 'summary'],
  ['media:description', 'itunes:summary', 'excerpt:encoded'],
] as const;
const DATES = [
  'pubdate',
  'published',
  'dc:date',
  'dcterms:created',
  'dcterms:issued',
  'date',
  'issued',
  'created',
  'wp:post_date_gmt',
  'updated',
  'modified',
  'dcterms:modified',
];
/** Marks of WordPress within a text, which its pages replace. */
const SHORTCODE = /\[\/?(?:caption|gallery|embed|video|audio|playlist|vc_\w+|et_pb_\w+)\b[^\]]*\]/g;

/** What a file says about all of its entries. */
interface Feed {
  title: string;
  language: string;
  /** The address that relative ones start from. */
  base: string | undefined;
}

/** Whether an entry of a WordPress export is not an article: a draft, a deleted one, a picture, a menu. */
export function isUnpublished(element: XmlElement): boolean {
  const type = textIn(childOf(element, 'wp:post_type'));
  const status = textIn(childOf(element, 'wp:status'));
  return (type !== '' && type !== 'post' && type !== 'page') || (status !== '' && status !== 'publish');
}

export function* readEntry({ element, line, root }: XmlItem, file: string): Generator<ReadResult> {
  const feed = feedOf(root);
  const get = (name: string): string => textIn(childOf(element, name));
  const title = textOfMarkup(markupIn(childOf(element, 'title')) || get('media:title')).replace(/\s+/gu, ' ');
  const isWordPress = childOf(element, 'wp:post_type') !== undefined;
  const body = bodyOf(element, isWordPress);
  if (title === '' && body === '') {
    yield { problem: { file, line, effect: 'skipped', reason: 'the entry has neither title nor text' } };
    return;
  }
  const id = get('guid') || get('id');
  const base = attributeOf(element, 'xml:base') ?? feed.base;
  const url =
    absolute(linkOf(element), base) ?? absolute(aboutOf(element), undefined) ?? absolute(id, undefined);
  const dates = DATES.map(get).filter((text) => text !== '');
  const dateText = dates.find((text) => readDate(text) !== undefined) ?? dates[0];
  const date = dateText === undefined ? undefined : readDate(dateText);
  if (dateText !== undefined && date === undefined) {
    const reason = `the date ${JSON.stringify(dateText)} was not understood`;
    yield { problem: { file, line, effect: 'kept', reason } };
  }
  const source = sourceOf(element) || get('dc:publisher') || feed.title;
  const authors = authorsOf(element);
  const { keywords, section } = categoriesOf(element);
  const image = imageOf(element, base);
  const language = get('dc:language') || attributeOf(element, 'xml:lang') || feed.language;
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
    ...(authors.length > 0 && { authors }),
    ...(section !== undefined && { section }),
    ...(image !== undefined && { image }),
    ...(language !== '' && { language }),
  };
  yield { article, line };
}

function feedOf(root: XmlElement): Feed {
  const channel = childOf(root, 'channel') ?? root;
  const link = linkOf(channel);
  return {
    title: textOfMarkup(markupIn(childOf(channel, 'title'))).replace(/\s+/gu, ' '),
    language:
      textIn(childOf(channel, 'language')) ||
      textIn(childOf(channel, 'dc:language')) ||
      (attributeOf(root, 'xml:lang') ?? ''),
    base: attributeOf(root, 'xml:base') ?? (/^https?:/i.test(link ?? '') ? link : undefined),
  };
}

function bodyOf(element: XmlElement, isWordPress: boolean): string {
  const candidates = [
    ...childrenOf(element),
    ...childrenOf(element)
      .filter(({ name }) => name === 'media:group')
      .flatMap(childrenOf),
  ];
  let longest = '';
  for (const names of TEXTS) {
    for (const candidate of candidates) {
      if (!(names as readonly string[]).includes(candidate.name)) continue;
      const markup = markupIn(candidate);
      const text = textOfMarkup(isWordPress ? paragraphs(markup) : markup);
      if (text.length > longest.length) longest = text;
    }
    if (longest !== '') break;
  }
  return longest;
}

/** WordPress stores blank lines between paragraphs, and makes elements of them when it shows a page. */
function paragraphs(markup: string): string {
  return markup.replace(SHORTCODE, '').replace(/(?:\r?\n[\t ]*){2,}/g, '<p>');
}

function linkOf(element: XmlElement): string | undefined {
  const links = childrenOf(element).filter(({ name }) => name === 'link' || name === 'atom:link');
  const said = links.find(({ attributes }) => attributes.href === undefined);
  const alternate = links.find(
    ({ attributes: { href, rel = 'alternate' } }) => href !== undefined && rel === 'alternate',
  );
  return (said && textIn(said)) || alternate?.attributes.href?.trim() || undefined;
}

function absolute(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || address === '') return undefined;
  if (/^https?:\/\//i.test(address)) return address;
  const url = base === undefined || /^[a-z][\w+.-]*:/i.test(address) ? null : URL.parse(address, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** An Atom entry that was taken over names its source with elements of its own. */
function sourceOf(element: XmlElement): string {
  const source = childOf(element, 'source');
  if (source === undefined) return '';
  return textIn(childOf(source, 'title')) || (childrenOf(source).length === 0 ? textIn(source) : '');
}

function authorsOf(element: XmlElement): string[] {
  const names = childrenOf(element).flatMap((child) => {
    if (child.name === 'author') return textIn(childOf(child, 'name')) || textIn(child);
    return child.name === 'dc:creator' || child.name === 'itunes:author' ? textIn(child) : [];
  });
  // RSS has addresses of mail with a name in brackets.
  const plain = names.map((name) => (/^\S+@\S+\s*\((.+)\)$/.exec(name)?.[1] ?? name).trim());
  return [...new Set(plain.filter((name) => name !== '' && !/^\S+@\S+$/.test(name)))];
}

function categoriesOf(element: XmlElement): { keywords: string[]; section: string | undefined } {
  const keywords: string[] = [];
  let section: string | undefined;
  for (const child of childrenOf(element)) {
    if (child.name !== 'category' && child.name !== 'dc:subject' && child.name !== 'media:keywords') continue;
    const { term, label, domain } = child.attributes;
    const said = term === undefined ? textIn(child) : label || term;
    for (const keyword of child.name === 'media:keywords' ? said.split(',') : [said]) {
      if (keyword.trim() !== '') keywords.push(keyword.trim());
    }
    if (domain === 'category') section ??= said;
  }
  return { keywords, section };
}

function imageOf(element: XmlElement, base: string | undefined): string | undefined {
  const all = [
    ...childrenOf(element),
    ...childrenOf(element)
      .filter(({ name }) => name === 'media:group')
      .flatMap(childrenOf),
  ];
  for (const { name, attributes } of all) {
    const { url, href, type = '', medium = '' } = attributes;
    const isImage =
      name === 'media:thumbnail' ||
      name === 'itunes:image' ||
      (name === 'media:content' && (medium === 'image' || type.startsWith('image/'))) ||
      (name === 'enclosure' && type.startsWith('image/'));
    const address = isImage ? absolute(url ?? href, base) : undefined;
    if (address !== undefined) return address;
  }
  return undefined;
}

/** RDF names its entries by an attribute, whatever its prefix. */
function aboutOf({ attributes }: XmlElement): string | undefined {
  return Object.entries(attributes).find(([name]) => /(?:^|:)about$/i.test(name))?.[1];
}

function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes[name] || undefined;
}
