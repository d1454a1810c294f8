/**
 * Scraped pages: a title on the first line (with or without a label), then labelled lines and body text; a "read also"
 * line begins another article of the same page. The labels come from the languages.
 */
import { createHash } from 'node:crypto';
import { foldArabic } from '../../analysis/folding/arabic.ts';
import { foldLatin } from '../../analysis/folding/latin.ts';
import type { PageLabel } from '../../analysis/language.ts';
import { LANGUAGES } from '../../analysis/languages/list.ts';
import type { Article, ReadResult } from '../../common/types.ts';
import { readDate } from '../dates.ts';
import { linesOfText, MAX_TITLE_LENGTH } from './plain-text.ts';

/** Folded label -> what it labels. */
const LABELS = new Map<string, PageLabel>(
  LANGUAGES.flatMap(({ pageLabels = {} }) =>
    Object.entries(pageLabels).flatMap(([label, names]) =>
      names.map((name): [string, PageLabel] => [fold(name), label as PageLabel]),
    ),
  ),
);
/** Longest label, in UTF-16 code units. */
const MAX_LABEL_LENGTH = 40;
/** Longest value of a label that is not a sentence which happens to begin with the word. */
const MAX_NAME_LENGTH = 100;
const MAX_NAME_WORDS = 8;

function fold(text: string): string {
  const plain = text.normalize('NFKC').replaceAll('İ', 'i').toLowerCase();
  return (
    /\p{Script=Latin}/u.test(plain) ? foldLatin(plain) : foldArabic(plain.replace(/\u0640/g, ''))
  ).trim();
}

interface Labelled {
  label: PageLabel;
  value: string;
}

function labelOf(line: string): Labelled | undefined {
  const colon = line.slice(0, MAX_LABEL_LENGTH).search(/[:：]/u);
  if (colon === -1) return undefined;
  const label = LABELS.get(fold(line.slice(0, colon)));
  if (label === undefined) return undefined;
  const value = line.slice(colon + 1).trim();
  return isValueOf(label, value) ? { label, value } : undefined;
}

/** Whether a text can be what the label says; "Source: the ministry says that the bridge …" is a sentence. */
function isValueOf(label: PageLabel, value: string): boolean {
  switch (label) {
    case 'url':
      return /^https?:\/\/\S+$/i.test(value);
    case 'date':
    case 'updated':
      return value !== '' && value.length <= MAX_NAME_LENGTH && (/\d/.test(value) || isName(value));
    case 'source':
    case 'author':
    case 'section':
      return isName(value);
    default:
      return true;
  }
}

function isName(value: string): boolean {
  const words = value.split(/\s+/).length;
  if (value === '' || value.length > MAX_NAME_LENGTH || words > MAX_NAME_WORDS) return false;
  return words <= 3 || !/[.!?؟…]$/u.test(value);
}

/** Whether a text has the labels of a scraped page. */
export function isPage(text: string): boolean {
  return text.split('\n').some((line) => labelOf(line) !== undefined);
}

interface Draft {
  article: Article;
  body: string[];
  line: number;
  /** Line of the date. */
  dateLine?: number;
  updated?: string;
}

/**
 * The articles of a page, linked by an equal `page`. Each line without a label belongs to a title or a body, unchanged.
 * Only a labelled date is the article's date: those in the running text are not.
 */
export function* readPage(text: string, file: string): Generator<ReadResult> {
  const page = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  let draft: Draft | undefined;
  for (const [index, line] of linesOfText(text).entries()) {
    const found = labelOf(line);
    if (found?.label === 'also' && draft !== undefined) {
      yield* finished(draft, page, file);
      draft = found.value === '' ? undefined : begin(found.value, index);
      continue;
    }
    if (found === undefined || found.label === 'also') {
      const isEmpty = draft === undefined || draft.body.length === 0;
      if (isEmpty && line.trim() === '') continue;
      draft ??= begin('', index);
      if (isEmpty && draft.article.title === '' && line.length <= MAX_TITLE_LENGTH)
        draft.article.title = line;
      else draft.body.push(line);
      continue;
    }
    draft ??= begin('', index);
    apply(draft, found, index + 1);
  }
  if (draft !== undefined) yield* finished(draft, page, file);
}

function begin(title: string, index: number): Draft {
  return { article: { title, body: '', keywords: [] }, body: [], line: index + 1 };
}

/** Stores the value of a labelled line; the first of several dates and sources counts. */
function apply(draft: Draft, { label, value }: Labelled, line: number): void {
  const { article } = draft;
  if (label === 'title') article.title = value;
  else if (label === 'body') {
    if (value !== '') draft.body.push(value);
  } else if (label === 'date') {
    if (article.publishedText === undefined) draft.dateLine = line;
    article.publishedText ??= value;
  } else if (label === 'updated') draft.updated ??= value;
  else if (label === 'source') article.source ??= value;
  else if (label === 'section') article.section ??= value;
  else if (label === 'url') article.url ??= value;
  else if (label === 'author') article.authors ??= splitKeywords(value);
  else for (const keyword of splitKeywords(value)) article.keywords.push(keyword);
}

function* finished(
  { article, body, line, dateLine = line, updated }: Draft,
  page: string,
  file: string,
): Generator<ReadResult> {
  while (body.at(-1)?.trim() === '') body.pop();
  const publishedText = article.publishedText ?? updated;
  const publishedAt = publishedText === undefined ? undefined : readDate(publishedText);
  if (publishedText !== undefined && publishedAt === undefined) {
    const reason = `the date ${JSON.stringify(publishedText)} was not understood`;
    yield { problem: { file, line: dateLine, effect: 'kept', reason } };
  }
  yield {
    article: {
      ...article,
      body: body.join('\n'),
      ...(publishedText !== undefined && { publishedText }),
      ...(publishedAt !== undefined && { publishedAt }),
      ...(article.publishedText !== undefined && updated !== undefined && { fields: { updated } }),
      page,
    },
    line,
  };
}

/** Keywords at commas, semicolons or bars; those that were run together stay one. */
export function splitKeywords(text: string): string[] {
  return text
    .split(/[,،;؛|]/u)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
}
