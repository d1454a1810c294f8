/** What mail of every format becomes: an article of the message, and the articles of its attachments. */
import type { ReadResult } from '../../common/types.ts';
import { bufferSource } from '../byte-source.ts';
import { readDate } from '../dates.ts';
import { textOfMarkup } from '../markup.ts';
import type { NestedReader } from '../nested-reader.ts';

/** Recipients that are kept. */
const MAX_RECIPIENTS = 100;
/** Names of attachments that one remark lists. */
const NAMES_LISTED = 10;

export interface Attachment {
  name: string;
  content: string | ArrayBuffer | Uint8Array;
}

export interface Message {
  id: string | undefined;
  subject: string | undefined;
  /** See `textOfMessage`. */
  body: string;
  author: string | undefined;
  /** A mailing list, or the domain of the sender. */
  source: string | undefined;
  /** The date as written. */
  date: string | undefined;
  /** Names or addresses; empty ones are left out. */
  recipients: readonly (string | undefined)[];
  attachments: readonly Attachment[];
  /** A part of its text that no reader knows. */
  unread?: string | undefined;
}

/** The plain text of a message; without one that of its markup. */
export function textOfMessage(plain: string | undefined, markup: () => string): string {
  return (plain?.trim() ? plain : textOfMarkup(markup())).replace(/\r\n?/g, '\n').trim();
}

/** `line`: of the message in its file. */
export async function* readMessageParts(
  { id, subject, body, author, source, date, recipients, attachments, unread }: Message,
  file: string,
  line: number,
  nested: NestedReader,
): AsyncGenerator<ReadResult> {
  const problem = (effect: 'kept' | 'skipped', reason: string): ReadResult => ({
    problem: { file, line, effect, reason },
  });
  const title = (subject ?? '').trim();
  if (title === '' && body === '') {
    const reason =
      unread === undefined ? 'the message has neither subject nor text' : `the message has only ${unread}`;
    yield problem('skipped', unread === undefined ? reason : `${reason}, which is not read`);
  } else {
    if (body === '' && unread !== undefined) yield problem('kept', `${unread} is not read`);
    const publishedAt = date === undefined ? undefined : readDate(date);
    if (date !== undefined && publishedAt === undefined)
      yield problem('kept', `the date ${JSON.stringify(date)} was not understood`);
    const to = recipients.filter((name) => name !== undefined && name !== '') as string[];
    const article = {
      ...(id && { id }),
      title,
      body,
      ...(source && { source }),
      ...(publishedAt !== undefined && { publishedAt }),
      ...(date !== undefined && { publishedText: date }),
      keywords: [],
      ...(author && { authors: [author] }),
      ...(to.length > 0 && { fields: { to: to.slice(0, MAX_RECIPIENTS) } }),
    };
    yield { article, line };
  }
  const unknown: string[] = [];
  for (const { name, content } of attachments) {
    if (nested.canRead(name)) yield* readAttachment(name, content, file, nested);
    else unknown.push(name);
  }
  if (unknown.length > 0)
    yield problem('kept', `attachments that are not read: ${unknown.slice(0, NAMES_LISTED).join(', ')}`);
}

async function* readAttachment(
  name: string,
  content: Attachment['content'],
  file: string,
  nested: NestedReader,
): AsyncGenerator<ReadResult> {
  const place = `${file}/${name}`;
  const bytes = Buffer.from(content as Uint8Array);
  for await (const result of nested.read(bufferSource(place, bytes))) {
    yield 'article' in result && result.file === undefined ? { ...result, file: place } : result;
  }
}
