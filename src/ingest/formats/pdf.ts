/**
 * PDF: the text layer, read with Mozilla's pdf.js (unpdf). Pages that are pictures have none; there is no recognition of
 * characters (OCR).
 */
import { getDocumentProxy, getMeta } from 'unpdf';
import { messageOf } from '../../common/errors.ts';
import type { Article, ReadResult } from '../../common/types.ts';
import { type Source, wholeOf } from '../byte-source.ts';
import { readDate } from '../dates.ts';
import { type PageItem, paragraphsOf } from '../pdf-text.ts';
import { MAX_TITLE_LENGTH } from './plain-text.ts';
import { splitKeywords } from './scraped-page.ts';

/** Largest file. */
const MAX_BYTES = 128 * 1024 * 1024;
/** Pages that are read. */
const MAX_PAGES = 2_000;

export async function* readPdf({ file, bytes }: Source): AsyncGenerator<ReadResult> {
  const problem = (effect: 'kept' | 'skipped', reason: string): ReadResult => ({
    problem: { file, line: 1, effect, reason },
  });
  try {
    const content = await wholeOf(bytes(), MAX_BYTES);
    const pdf = await getDocumentProxy(new Uint8Array(content), { verbosity: 0 });
    const paragraphs: string[] = [];
    const pages = Math.min(pdf.numPages, MAX_PAGES);
    let empty = 0;
    for (let number = 1; number <= pages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const own = paragraphsOf(items.filter((item) => 'str' in item) as PageItem[]);
      if (own.length === 0) empty++;
      for (const paragraph of own) paragraphs.push(paragraph);
      page.cleanup();
    }
    const { info } = await getMeta(pdf).catch(() => ({ info: {} as Record<string, unknown> }));
    await pdf.loadingTask.destroy();
    if (paragraphs.length === 0) {
      yield problem('skipped', 'it has no text layer: its pages are pictures, and there is no OCR');
      return;
    }
    if (pdf.numPages > pages)
      yield problem('kept', `only the first ${MAX_PAGES} of ${pdf.numPages} pages are read`);
    if (empty > 0) yield problem('kept', `${empty} of ${pages} pages have no text layer`);
    const get = (name: string): string => (typeof info[name] === 'string' ? info[name].trim() : '');
    const hasTitle = paragraphs[0]!.length <= MAX_TITLE_LENGTH && paragraphs.length > 1;
    const title = isTitle(get('Title')) ? get('Title') : hasTitle ? paragraphs[0]! : '';
    const body = paragraphs.slice(paragraphs[0] === title ? 1 : 0).join('\n');
    const publishedText = get('CreationDate');
    const publishedAt = readDate(dateOfPdf(publishedText));
    const article: Article = {
      title,
      body,
      ...(publishedAt !== undefined && { publishedAt }),
      ...(publishedText !== '' && { publishedText }),
      keywords: splitKeywords(get('Keywords')),
      ...(get('Author') !== '' && { authors: [get('Author')] }),
    };
    yield { article, line: 1 };
  } catch (thrown) {
    yield problem('skipped', `it cannot be read as PDF: ${messageOf(thrown)}`);
  }
}

/** Programs write the name of the file, or of themselves, where a title should be. */
function isTitle(text: string): boolean {
  return (
    text !== '' &&
    !/\.(?:docx?|indd|pdf|qxd|pages|odt|rtf)$/i.test(text) &&
    !/^(?:microsoft word|untitled|adsız|без имени)/i.test(text)
  );
}

/** `D:20240312100000+03'00'` in a form that dates have elsewhere. */
function dateOfPdf(text: string): string {
  const parts = /^(?:D:)?(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?(Z|[+-]\d{2})?'?(\d{2})?/.exec(text);
  if (parts === null) return text;
  const [, year, month, day, hour, minute = '00', second = '00', zone, zoneMinutes = '00'] = parts;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || zone === undefined) return date;
  return `${date}T${hour}:${minute}:${second}${zone === 'Z' ? 'Z' : `${zone}:${zoneMinutes}`}`;
}
