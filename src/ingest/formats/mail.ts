/** Mail: single messages (EML), mailboxes (MBOX) and pages that a browser saved as one file (MHTML). */
import PostalMime, { type Address, type Email } from 'postal-mime';
import { messageOf } from '../../common/errors.ts';
import type { ReadResult } from '../../common/types.ts';
import { MAX_DOCUMENT_BYTES, type Source, wholeOf } from '../byte-source.ts';
import { linesOf } from '../lines.ts';
import type { NestedReader } from '../nested-reader.ts';
import type { ReadOptions } from '../read-options.ts';
import { readHtml } from './html.ts';
import { type Message, readMessageParts, textOfMessage } from './message.ts';

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
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, LIMITS);
  } catch (thrown) {
    const reason = `the message cannot be read: ${messageOf(thrown)}`;
    yield { problem: { file, line, effect: 'skipped', reason } };
    return;
  }
  const { messageId, subject, text, html, from, to = [], cc = [], attachments } = email;
  const message: Message = {
    id: messageId,
    subject,
    body: textOfMessage(text, () => html ?? ''),
    author: nameOf(from),
    source: headerOf(email, 'list-id')?.replace(/^.*<|>.*$/g, '') ?? from?.address?.split('@')[1],
    date: headerOf(email, 'date'),
    recipients: [...to, ...cc].map(nameOf),
    attachments: attachments.flatMap(({ filename, content, disposition }) =>
      !filename || disposition === 'inline' ? [] : [{ name: filename, content }],
    ),
  };
  yield* readMessageParts(message, file, line, nested);
}

function nameOf(address: Address | undefined): string | undefined {
  return address?.name || address?.address || undefined;
}

function headerOf(email: Email, name: string): string | undefined {
  return email.headers.find(({ key }) => key === name)?.value.trim() || undefined;
}
