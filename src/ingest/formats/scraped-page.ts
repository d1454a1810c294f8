/**
 * Scraped pages: the title on the first line, then labelled lines and body text; a "read also" line begins another
 * article of the same page.
 */
import { createHash } from 'node:crypto';
import { foldArabic } from '../../analysis/folding/arabic.ts';
import { foldLatin } from '../../analysis/folding/latin.ts';
import type { PageLabel } from '../../analysis/language.ts';
import { LANGUAGES } from '../../analysis/languages/list.ts';
import type { Article, ReadResult } from '../../common/types.ts';
import { readDate } from '../dates.ts';

/** Folded label -> what it labels. The colon after it may be missing only for `also`. */
const FOLDED = new Map<string, PageLabel>(
  LANGUAGES.flatMap(({ pageLabels = {} }) =>
    Object.entries(pageLabels).flatMap(([label, names]) =>
      names.map((name): [string, PageLabel] => [fold(name), label as PageLabel]),
    ),
  ),
);
/** No label is longer. */
const LABEL_LENGTH = 40;

function fold(text: string): string {
  const plain = text.normalize('NFKC').replaceAll('İ', 'i').toLowerCase();
  return (
    /\p{Script=Latin}/u.test(plain) ? foldLatin(plain) : foldArabic(plain.replace(/\u0640/g, ''))
  ).trim();
}

function labelOf(line: string): { label: PageLabel; value: string } | undefined {
  const colon = line.slice(0, LABEL_LENGTH).search(/[:：]/u);
  if (colon === -1) return undefined;
  const label = FOLDED.get(fold(line.slice(0, colon)));
  return label === undefined ? undefined : { label, value: line.slice(colon + 1).trim() };
}

/** Whether a text has the labels of a scraped page. */
export function isPage(text: string): boolean {
  return text.split('\n').some((line) => labelOf(line) !== undefined);
}

/**
 * The articles of a page, linked by an equal `page`. Every line that is no label belongs to a title or a body, as it
 * stands. Only a labelled date is the article's date: those in the running text are not.
 */
export function* readPage(text: string, file: string): Generator<ReadResult> {
  const page = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  let draft: { article: Article; body: string[]; line: number } | undefined;
  const finish = (): ReadResult | undefined => {
    if (draft === undefined) return undefined;
    const { article, body, line } = draft;
    while (body.at(-1)?.trim() === '') body.pop();
    draft = undefined;
    return { article: { ...article, body: body.join('\n'), page }, line };
  };
  for (const [index, line] of lines.entries()) {
    const found = labelOf(line);
    if (found?.label === 'also' && draft !== undefined) {
      yield finish()!;
      if (found.value !== '') draft = begin(found.value, index);
      continue;
    }
    if (draft === undefined) {
      if (line.trim() !== '') draft = begin(line, index);
      continue;
    }
    if (found === undefined || found.label === 'also') {
      draft.body.push(line);
      continue;
    }
    const { article } = draft;
    if (found.label === 'source') article.source = found.value;
    else if (found.label === 'keywords') article.keywords.push(...splitKeywords(found.value));
    else {
      const date = readDate(found.value);
      article.publishedText = found.value;
      if (date !== undefined) article.publishedAt = date;
      else
        yield {
          problem: {
            file,
            line: index + 1,
            effect: 'kept',
            reason: `the date ${JSON.stringify(found.value)} was not understood`,
          },
        };
    }
  }
  const last = finish();
  if (last !== undefined) yield last;
}

function begin(title: string, index: number) {
  return { article: { title, body: '', keywords: [] } as Article, body: [] as string[], line: index + 1 };
}

/** Keywords at commas, semicolons or bars; those that were run together stay one. */
export function splitKeywords(text: string): string[] {
  return text
    .split(/[,،;؛|]/u)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
}
