/**
 * Collections of documents in SGML, as TREC, Reuters and LDC (Gigaword) distribute news: `<DOC>` with `<DOCNO>`,
 * `<HEADLINE>`, `<TEXT>`; also pages with `<DOCHDR>` (TREC web). SGML is not XML: end tags may be missing, and signs that
 * mean something in XML stand for themselves.
 */
import type { ReadResult } from '../../common/types.ts';
import type { Source } from '../byte-source.ts';
import { decodeStream } from '../charset.ts';
import { textOfMarkup } from '../markup.ts';
import type { ReadOptions } from '../read-options.ts';
import { readRecord } from '../record.ts';
import { readHtml } from './html.ts';

/** Longest document, in UTF-16 code units. */
const MAX_DOCUMENT_LENGTH = 16 * 1024 * 1024;
const START = /<(?:DOC|REUTERS)(?=[\s>])[^>]{0,2000}>/i;
const END = /<\/(?:DOC|REUTERS)\s*>/i;
/** Longest start or end tag, which may be in two chunks. */
const MAX_TAG_LENGTH = 2100;

/** Elements that become fields, by the names that the collections use; the first that is there counts. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  id: ['DOCNO', 'DOCID', 'NEWID'],
  title: ['HEADLINE', 'HEAD', 'TITLE', 'TTL', 'HL', 'TI', 'H3', 'HEADING'],
  body: ['TEXT', 'BODY', 'CONTENT', 'LP'],
  publishedAt: ['DATE', 'DATE_TIME', 'DATETIME', 'DATE1', 'DD', 'PUBDATE', 'DATELINE'],
  authors: ['BYLINE', 'AUTHOR', 'AU', 'BY'],
  section: ['SECTION', 'CATEGORY', 'DOCTYPE'],
  source: ['SOURCE', 'PUB', 'SO', 'AGENCY'],
  url: ['URL'],
  keywords: ['SUBJECT', 'TOPICS', 'KEYWORD', 'KEYWORDS', 'IN', 'DESCRIPT'],
  language: ['LANGUAGE', 'LANG'],
};

/** Line numbers are numbers of documents. */
export async function* readTrec({ file, bytes }: Source, options: ReadOptions): AsyncGenerator<ReadResult> {
  let number = 0;
  for await (const document of documentsOf(decodeStream(bytes()))) {
    number++;
    if (document === undefined) {
      const reason = `the document is longer than ${MAX_DOCUMENT_LENGTH / 1024 / 1024} MiB`;
      yield { problem: { file, line: number, effect: 'skipped', reason } };
      continue;
    }
    const { text, head, open } = document;
    if (open) {
      const reason = 'the document has no end tag; it may be incomplete';
      yield { problem: { file, line: number, effect: 'kept', reason } };
    }
    yield* webPage(text, file, number) ?? readRecord(recordOf(text, head), file, number, options);
  }
}

/** Whether a text is such a collection, by its beginning. */
export function isTrec(beginning: string): boolean {
  const first = beginning
    .replace(/^\uFEFF/, '')
    .replace(/^\s*(?:<!DOCTYPE[^>]*>|<\?xml[^>]*>|<add>|<docs>)?\s*/i, '');
  return /^<(?:DOC|REUTERS)[\s>]/.test(first) && /<(?:DOCNO|HEADLINE|TEXT|BODY|DOCHDR)\b/.test(first);
}

interface Document {
  /** Between the tags. */
  text: string;
  /** The start tag. */
  head: string;
  /** True if its end tag is missing. */
  open: boolean;
}

/** The documents of a stream of text; `undefined` for one that is too long. */
async function* documentsOf(chunks: AsyncIterable<string>): AsyncGenerator<Document | undefined> {
  let held = '';
  let head: string | undefined;
  /** Where the search for the end tag goes on. */
  let from = 0;
  let tooLong = false;
  for await (const chunk of chunks) {
    held += chunk;
    for (;;) {
      if (head === undefined) {
        const start = START.exec(held);
        if (start === null) {
          held = held.slice(-MAX_TAG_LENGTH);
          break;
        }
        [head] = start;
        held = held.slice(start.index + head.length);
        from = 0;
      }
      const end = END.exec(held.slice(from));
      if (end === null) {
        from = Math.max(0, held.length - MAX_TAG_LENGTH);
        if (held.length > MAX_DOCUMENT_LENGTH) {
          tooLong = true;
          held = held.slice(from);
          from = 0;
        }
        break;
      }
      yield tooLong ? undefined : { text: held.slice(0, from + end.index), head, open: false };
      held = held.slice(from + end.index + end[0].length);
      head = undefined;
      tooLong = false;
    }
  }
  if (head !== undefined && held.trim() !== '') yield tooLong ? undefined : { text: held, head, open: true };
}

/** The page of a TREC web document; `undefined` if it is none. */
function webPage(text: string, file: string, number: number): Iterable<ReadResult> | undefined {
  const header = partBetween(text, /<DOCHDR>/i, /<\/DOCHDR>/i);
  if (header === undefined) return undefined;
  const address = /\bhttps?:\/\/\S+/i.exec(header.inner)?.[0];
  const id = elementsOf(header.before, 'DOCNO')[0]?.trim();
  return [...readHtml(header.after, file, address)].map((result) =>
    'article' in result
      ? { ...result, line: number, ...(id && { article: { ...result.article, id } }) }
      : { problem: { ...result.problem, line: number } },
  );
}

function recordOf(text: string, head: string): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [, name, , value] of head.matchAll(/([\w-]+)\s*=\s*(["']?)([^"'>\s]*)\2/g)) {
    if (/^(?:id|newid)$/i.test(name!)) record.id = value;
    else if (!/^(?:oldid|cgisplit|lewissplit)$/i.test(name!)) record[name!.toLowerCase()] = value;
  }
  for (const [field, names] of Object.entries(FIELDS)) {
    for (const name of names) {
      // In Reuters' collection the title is within the text, and in others each sentence of the text is an element.
      const values = elementsOf(field === 'body' ? text : (withoutBody(text) ?? text), name)
        .map(plain)
        .filter((value) => value !== '');
      if (values.length === 0) continue;
      record[field] ??=
        field === 'body' ? values.join('\n') : field === 'title' ? values.join(' ') : values[0];
      break;
    }
  }
  if (record.body === undefined) {
    const rest = Object.values(FIELDS)
      .flat()
      .reduce((left, name) => left.replace(elementPattern(name), ''), text);
    if (plain(rest) !== '') record.body = plain(rest);
  }
  return record;
}

/** The part before and after the body, in which the other elements are; titles within a body stay there too. */
function withoutBody(text: string): string | undefined {
  const body =
    partBetween(text, /<TEXT\b[^>]{0,200}>/i, /<\/TEXT\s*>/i) ??
    partBetween(text, /<BODY\b[^>]{0,200}>/i, /<\/BODY\s*>/i);
  if (body === undefined || /<TITLE\b/i.test(body.inner)) return undefined;
  return body.before + body.after;
}

/** The text before, within and after the first part between two tags; `undefined` if there is none. */
function partBetween(
  text: string,
  start: RegExp,
  end: RegExp,
): { before: string; inner: string; after: string } | undefined {
  const first = start.exec(text);
  if (first === null) return undefined;
  const rest = text.slice(first.index + first[0].length);
  const last = end.exec(rest);
  if (last === null) return undefined;
  return {
    before: text.slice(0, first.index),
    inner: rest.slice(0, last.index),
    after: rest.slice(last.index + last[0].length),
  };
}

/** An element whose end tag may be missing: then it ends before the next one. A body holds other elements. */
const elementPattern = (name: string): RegExp => {
  const next = FIELDS.body!.includes(name) ? '' : '|(?=<[A-Z]{2,}[0-9]?>)';
  return new RegExp(`<${name}(?=[\\s>])[^>]*>([\\s\\S]*?)(?:</${name}\\s*>${next}|$)`, 'gi');
};

function elementsOf(text: string, name: string): string[] {
  const matches = [...text.matchAll(elementPattern(name))].map((match) => match[1]!);
  // A body element may hold others: then the innermost counts.
  return name === 'TEXT' ? matches.map((inner) => elementsOf(inner, 'BODY')[0] ?? inner) : matches;
}

/** The text of an element: paragraphs are lines, and lines that were broken to a width stay as they are. */
function plain(markup: string): string {
  const marked = markup.replace(/<\/?[A-Za-z][^>]*>/g, (tag) =>
    /^<\/?(?:P|S|LB|BR)\b/i.test(tag) ? '\n' : '',
  );
  const text = /&[#\w]+;/.test(marked)
    ? textOfMarkup(marked.replaceAll('\n', '<br>').replace(/<(?!br>)/g, '&lt;'))
    : marked;
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
