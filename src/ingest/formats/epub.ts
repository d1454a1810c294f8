/** EPUB: each chapter an article, linked as articles of one page. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { messageOf } from '../../common/errors.ts';
import type { Article, ReadResult } from '../../common/types.ts';
import { type Source, wholeOf } from '../byte-source.ts';
import { decode } from '../charset.ts';
import { readDate } from '../dates.ts';
import { elementsOf, parsePage, rawText } from '../html-tree.ts';
import { countTags, MAX_ELEMENTS, textOfNode } from '../markup.ts';
import { attributesOfXml, textsOfXml } from '../xml-text.ts';
import { ZipFile } from '../zip-file.ts';

const PROPERTIES = new Set([
  'dc:title',
  'dc:creator',
  'dc:date',
  'dc:language',
  'dc:publisher',
  'dc:subject',
  'dc:identifier',
]);

export async function* readEpub(source: Source): AsyncGenerator<ReadResult> {
  const { file } = source;
  const problem = (line: number, effect: 'kept' | 'skipped', reason: string): ReadResult => ({
    problem: { file, line, effect, reason },
  });
  let zip: ZipFile | undefined;
  try {
    zip = await ZipFile.open(source);
    const container = await zip.text('META-INF/container.xml');
    const packagePath = attributesOfXml(container, 'rootfile')[0]?.['full-path'];
    if (packagePath === undefined || !zip.has(packagePath))
      throw new Error('it does not say where its text is');
    const opf = await zip.text(packagePath);
    const said = textsOfXml(opf, PROPERTIES);
    const get = (name: string): string => said.get(name)?.[0] ?? '';
    const items = new Map(attributesOfXml(opf, 'item').map((item) => [item.id, item]));
    const chapters = attributesOfXml(opf, 'itemref').flatMap(({ idref }) => {
      const item = items.get(idref);
      return item === undefined ? [] : [item];
    });
    const publishedText = get('dc:date');
    const publishedAt = publishedText === '' ? undefined : readDate(publishedText);
    const page = createHash('sha256')
      .update(`${get('dc:identifier')}\n${opf}`)
      .digest('base64url')
      .slice(0, 16);
    const book: Omit<Article, 'title' | 'body'> = {
      ...(get('dc:publisher') !== '' && { source: get('dc:publisher') }),
      ...(publishedAt !== undefined && { publishedAt }),
      ...(publishedText !== '' && { publishedText }),
      keywords: said.get('dc:subject') ?? [],
      ...(said.has('dc:creator') && { authors: said.get('dc:creator')! }),
      ...(get('dc:title') !== '' && { section: get('dc:title') }),
      ...(get('dc:language') !== '' && { language: get('dc:language') }),
      page,
    };
    let number = 0;
    for (const { href = '' } of chapters) {
      number++;
      const name = posix.normalize(posix.join(posix.dirname(packagePath), decodeURIComponent(href)));
      try {
        const decoded = decode(await wholeOf(zip.bytes(name)));
        if (decoded === undefined) throw new Error('its encoding is not known');
        const chapter = chapterOf(decoded.text);
        if (chapter.body === '') continue;
        yield { article: { ...book, ...chapter, title: chapter.title || get('dc:title') }, line: number };
      } catch (thrown) {
        yield problem(number, 'skipped', `${name}: ${messageOf(thrown)}`);
      }
    }
    if (number === 0) yield problem(1, 'skipped', 'the book has no text');
  } catch (thrown) {
    yield problem(1, 'skipped', `the book cannot be read: ${messageOf(thrown)}`);
  } finally {
    zip?.close();
  }
}

function chapterOf(html: string): { title: string; body: string } {
  if (countTags(html) > MAX_ELEMENTS * 5) throw new Error('it has too many elements');
  const document = parsePage(html);
  let title = '';
  let named = '';
  for (const element of elementsOf(document)) {
    if (element.tagName === 'title') named ||= rawText(element).trim();
    if (/^h[1-3]$/.test(element.tagName)) {
      title = textOfNode(element).replace(/\s+/gu, ' ');
      if (title !== '') break;
    }
  }
  const body = textOfNode(document);
  const start = title !== '' && body.startsWith(title) ? body.slice(title.length).trimStart() : body;
  return { title: title || named, body: start };
}
