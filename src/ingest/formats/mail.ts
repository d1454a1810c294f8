/** Mail: single messages (EML), mailboxes (MBOX) and pages that a browser saved as one file (MHTML). */
import PostalMime, { type Address, type Email } from 'postal-mime';
import { messageOf } from '../../common/errors.ts';
import type { Article, ReadResult } from '../../common/types.ts';
import { bufferSource, MAX_DOCUMENT_BYTES, type Source, wholeOf } from '../byte-source.ts';
import { readDate } from '../dates.ts';
import { linesOf } from '../lines.ts';
import { textOfMarkup } from '../markup.ts';
import type { NestedReader } from '../nested-reader.ts';
import type { ReadOptions } from '../read-options.ts';
import { readHtml } from './html.ts';

/** Largest message of a mailbox. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;
/** Limits of the MIME parser. */
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 1024 * 1024 } as const;

export async function* readEml(
  { file, bytes }: Source,
  _options: ReadOptions,
  nested: NestedReader,
): AsyncGenerator<ReadResult> {
  yield* readMessage(await wholeOf(bytes(), MAX_DOCUMENT_BYTES), file, 1, nested);
}

/** Messages between lines that begin with "From ". Line numbers are numbers of messages. */
export async function* readMbox(
  { file, bytes }: Source,
  _options: ReadOptions,
  nested: NestedReader,
): AsyncGenerator<ReadResult> {
  let number = 0;
  for await (const message of messagesOf(bytes())) {
    number++;
    if (message === undefined) {
      const reason = `the message is larger than ${MAX_MESSAGE_BYTES / 1024 / 1024} MiB`;
      yield { problem: { file, line: number, effect: 'skipped', reason } };
    } else yield* readMessage(message, file, number, nested);
  }
}

export async function* readMhtml({ file, bytes }: Source): AsyncGenerator<ReadResult> {
  const skipped = (reason: string): ReadResult => ({ problem: { file, line: 1, effect: 'skipped', reason } });
  let email: Email;
  try {
    email = await PostalMime.parse(await wholeOf(bytes(), MAX_DOCUMENT_BYTES), LIMITS);
  } catch (thrown) {
    yield skipped(`it cannot be read as MHTML: ${messageOf(thrown)}`);
    return;
  }
  const address = headerOf(email, 'snapshot-content-location') ?? headerOf(email, 'content-location');
  if (!email.html) yield skipped('there is no page in it');
  else yield* readHtml(email.html, file, address);
}

/** The messages of a mailbox as bytes; `undefined` for one that is too large. */
async function* messagesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer | undefined> {
  let lines: string[] | undefined;
  let length = 0;
  let isAfterBlank = true;
  const message = (): Buffer | undefined =>
    length > MAX_MESSAGE_BYTES ? undefined : Buffer.from(lines!.join('\n'), 'latin1');
  // Each byte is one character: what they mean is said by the headers of the message.
  async function* characters(): AsyncGenerator<string> {
    for await (const chunk of bytes) yield chunk.toString('latin1');
  }
  for await (const line of linesOf(characters(), MAX_MESSAGE_BYTES)) {
    if (line?.startsWith('From ') && isAfterBlank) {
      if (lines !== undefined) yield message();
      lines = [];
      length = 0;
      isAfterBlank = false;
      continue;
    }
    isAfterBlank = line === '';
    length += (line?.length ?? MAX_MESSAGE_BYTES) + 1;
    if (length <= MAX_MESSAGE_BYTES) lines?.push((line ?? '').replace(/^>(>*From )/, '$1'));
  }
  if (lines !== undefined) yield message();
}

async function* readMessage(
  bytes: Buffer,
  file: string,
  line: number,
  nested: NestedReader,
): AsyncGenerator<ReadResult> {
  const problem = (effect: 'kept' | 'skipped', reason: string): ReadResult => ({
    problem: { file, line, effect, reason },
  });
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, LIMITS);
  } catch (thrown) {
    yield problem('skipped', `the message cannot be read: ${messageOf(thrown)}`);
    return;
  }
  const title = (email.subject ?? '').trim();
  const body = (email.text?.trim() ? email.text : textOfMarkup(email.html ?? ''))
    .replace(/\r\n?/g, '\n')
    .trim();
  if (title === '' && body === '') {
    yield problem('skipped', 'the message has neither subject nor text');
  } else {
    const publishedText = headerOf(email, 'date');
    const publishedAt = publishedText === undefined ? undefined : readDate(publishedText);
    if (publishedText !== undefined && publishedAt === undefined) {
      yield problem('kept', `the date ${JSON.stringify(publishedText)} was not understood`);
    }
    const author = nameOf(email.from);
    const source =
      headerOf(email, 'list-id')?.replace(/^.*<|>.*$/g, '') ?? email.from?.address?.split('@')[1];
    const recipients = [...(email.to ?? []), ...(email.cc ?? [])]
      .map(nameOf)
      .filter((name) => name !== undefined);
    const article: Article = {
      ...(email.messageId && { id: email.messageId }),
      title,
      body,
      ...(source && { source }),
      ...(publishedAt !== undefined && { publishedAt }),
      ...(publishedText !== undefined && { publishedText }),
      keywords: [],
      ...(author !== undefined && { authors: [author] }),
      ...(recipients.length > 0 && { fields: { to: recipients.slice(0, 100) } }),
    };
    yield { article, line };
  }
  const attachments = email.attachments.flatMap(({ filename, content, disposition }) =>
    !filename || disposition === 'inline' ? [] : [{ name: filename, content }],
  );
  yield* readAttachments(attachments, file, line, nested);
}

export interface Attachment {
  name: string;
  content: string | ArrayBuffer | Uint8Array;
}

/** The articles of attachments; those that no reader knows are reported. `line`: of the message in its file. */
export async function* readAttachments(
  attachments: readonly Attachment[],
  file: string,
  line: number,
  nested: NestedReader,
): AsyncGenerator<ReadResult> {
  const unread: string[] = [];
  for (const { name, content } of attachments) {
    if (nested.canRead(name)) yield* readAttachment(name, content, file, nested);
    else unread.push(name);
  }
  const reason = `attachments that are not read: ${unread.slice(0, 10).join(', ')}`;
  if (unread.length > 0) yield { problem: { file, line, effect: 'kept', reason } };
}

async function* readAttachment(
  name: string,
  content: string | ArrayBuffer | Uint8Array,
  file: string,
  nested: NestedReader,
): AsyncGenerator<ReadResult> {
  const place = `${file}/${name}`;
  const bytes = Buffer.from(content as Uint8Array);
  for await (const result of nested.read(bufferSource(place, bytes))) {
    yield 'article' in result && result.file === undefined ? { ...result, file: place } : result;
  }
}

function nameOf(address: Address | undefined): string | undefined {
  return address?.name || address?.address || undefined;
}

function headerOf(email: Email, name: string): string | undefined {
  return email.headers.find(({ key }) => key === name)?.value.trim() || undefined;
}
