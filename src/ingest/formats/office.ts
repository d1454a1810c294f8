/** Documents of word processors: DOCX (Office Open XML) and ODT (OpenDocument). */
import { messageOf } from '../../common/errors.ts';
import type { Article, ReadResult } from '../../common/types.ts';
import type { Source } from '../byte-source.ts';
import { readDate } from '../dates.ts';
import { linesOfXml, type TextRules, textsOfXml } from '../xml-text.ts';
import { ZipFile } from '../zip-file.ts';
import { MAX_TITLE_LENGTH } from './plain-text.ts';
import { splitKeywords } from './scraped-page.ts';

const DOCX: TextRules = {
  blocks: new Set(['w:p']),
  texts: new Set(['w:t']),
  // Deleted text is not part of the document, field codes are not shown, and a fallback repeats what it stands for.
  hidden: new Set(['w:delText', 'w:instrText', 'mc:Fallback']),
  signs: { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '\u2011' },
  styleOf: (name, attributes) => (name === 'w:pStyle' ? attributes['w:val'] : undefined),
};

const ODT: TextRules = {
  blocks: new Set(['text:p', 'text:h']),
  texts: new Set(['office:text']),
  hidden: new Set(['office:annotation', 'text:tracked-changes', 'text:sequence-decls', 'office:forms']),
  signs: { 'text:tab': '\t', 'text:line-break': '\n', 'text:s': ' ' },
  styleOf: (name, attributes) => (name === 'text:h' ? 'Heading' : attributes['text:style-name']),
};

/** Names of the elements that say something about a document. */
const PROPERTIES = new Set([
  'dc:title',
  'dc:creator',
  'dc:language',
  'dc:subject',
  'dc:date',
  'dcterms:created',
  'cp:keywords',
  'cp:category',
  'meta:initial-creator',
  'meta:creation-date',
  'meta:keyword',
]);
/** Styles of titles, in the languages of programs. */
const TITLE_STYLE = /^(?:title|heading ?1?|konu ?ba|ba[sş]l[ıi]k|заголовок|العنوان)/i;

export async function* readDocx(source: Source): AsyncGenerator<ReadResult> {
  yield* readDocument(source, 'word/document.xml', 'docProps/core.xml', DOCX);
}

export async function* readOdt(source: Source): AsyncGenerator<ReadResult> {
  yield* readDocument(source, 'content.xml', 'meta.xml', ODT);
}

async function* readDocument(
  source: Source,
  content: string,
  properties: string,
  rules: TextRules,
): AsyncGenerator<ReadResult> {
  const { file } = source;
  const problem = (effect: 'kept' | 'skipped', reason: string): ReadResult => ({
    problem: { file, line: 1, effect, reason },
  });
  let zip: ZipFile | undefined;
  try {
    zip = await ZipFile.open(source);
    const lines = await linesOfXml(zip.bytes(content), rules);
    if (lines.length === 0) {
      yield problem('skipped', 'the document has no text');
      return;
    }
    const said = textsOfXml(await zip.text(properties), PROPERTIES);
    const get = (...names: string[]): string =>
      names.map((name) => said.get(name)?.[0] ?? '').find((text) => text !== '') ?? '';
    const first = lines[0]!;
    const styled = lines.slice(0, 5).find(({ style }) => style !== undefined && TITLE_STYLE.test(style));
    const headline = styled ?? (first.text.length <= MAX_TITLE_LENGTH ? first : undefined);
    // What a program writes into the properties is often the name of a template.
    const title = headline?.text ?? get('dc:title');
    const body = lines
      .filter((line) => line !== headline)
      .map(({ text }) => text)
      .join('\n');
    const publishedText = get('dcterms:created', 'meta:creation-date', 'dc:date');
    const publishedAt = publishedText === '' ? undefined : readDate(publishedText);
    if (publishedText !== '' && publishedAt === undefined) {
      yield problem('kept', `the date ${JSON.stringify(publishedText)} was not understood`);
    }
    const author = get('dc:creator', 'meta:initial-creator');
    const keywords = [...(said.get('cp:keywords') ?? []), ...(said.get('meta:keyword') ?? [])].flatMap(
      splitKeywords,
    );
    const article: Article = {
      title,
      body,
      ...(publishedAt !== undefined && { publishedAt }),
      ...(publishedText !== '' && { publishedText }),
      keywords,
      ...(author !== '' && { authors: [author] }),
      ...(get('cp:category') !== '' && { section: get('cp:category') }),
      ...(get('dc:language') !== '' && { language: get('dc:language') }),
    };
    yield { article, line: 1 };
  } catch (thrown) {
    yield problem('skipped', `the document cannot be read: ${messageOf(thrown)}`);
  } finally {
    zip?.close();
  }
}
