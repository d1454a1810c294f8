/** Messages of Outlook (MSG, MS-OXMSG): subject, text, people, attachments. */
import msgreader, { type FieldsData } from '@kenjiuno/msgreader';
import { messageOf } from '../../common/errors.ts';
import type { Article, ReadResult } from '../../common/types.ts';
import { MAX_DOCUMENT_BYTES, type Source, wholeOf } from '../byte-source.ts';
import { decode } from '../charset.ts';
import { readDate } from '../dates.ts';
import { textOfMarkup } from '../markup.ts';
import type { NestedReader } from '../nested-reader.ts';
import type { ReadOptions } from '../read-options.ts';
import { readAttachments } from './mail.ts';

// A CommonJS module: for Node its default export is a member of the import, for other loaders the import itself.
const MsgReader = 'default' in msgreader ? msgreader.default : (msgreader as unknown as Imported);
type Imported = typeof msgreader.default;

/** First bytes of a compound file. */
const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export async function* readMsg(
  { file, bytes }: Source,
  _options: ReadOptions,
  nested: NestedReader,
): AsyncGenerator<ReadResult> {
  const problem = (effect: 'kept' | 'skipped', reason: string): ReadResult => ({
    problem: { file, line: 1, effect, reason },
  });
  const content = await wholeOf(bytes(), MAX_DOCUMENT_BYTES);
  let message: FieldsData;
  let reader: InstanceType<typeof MsgReader>;
  try {
    if (!content.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('it is not an Outlook file');
    ({ message, reader } = parsed(content));
    if (message.dataType !== 'msg') throw new Error('there is no message in it');
  } catch (thrown) {
    yield problem('skipped', `the message cannot be read: ${messageOf(thrown)}`);
    return;
  }
  const title = (message.subject ?? '').trim();
  const body = textOf(message);
  if (title === '' && body === '') {
    yield problem(
      'skipped',
      message.compressedRtf === undefined
        ? 'the message has neither subject nor text'
        : 'the message has only a formatted text (RTF), which is not read',
    );
  } else {
    if (body === '' && message.compressedRtf !== undefined)
      yield problem('kept', 'its formatted text (RTF) is not read');
    yield { article: articleOf(message, title, body), line: 1 };
  }
  const attachments = (message.attachments ?? []).flatMap((attachment) => {
    if (attachment.innerMsgContent || attachment.attachmentHidden) return [];
    const { fileName, content } = reader.getAttachment(attachment);
    return fileName ? [{ name: fileName, content }] : [];
  });
  yield* readAttachments(attachments, file, 1, nested);
}

/** Texts of old messages are in the code page of the message, which is known only once it was read. */
function parsed(content: Buffer): { message: FieldsData; reader: InstanceType<typeof MsgReader> } {
  const read = (ansiEncoding?: string) => {
    const reader = new MsgReader(
      content.buffer.slice(content.byteOffset, content.byteOffset + content.length) as ArrayBuffer,
    );
    if (ansiEncoding !== undefined) reader.parserConfig = { ansiEncoding };
    return { reader, message: reader.getFileData() };
  };
  const first = read();
  const { messageCodepage, internetCodepage } = first.message;
  const page = [messageCodepage, internetCodepage].find(
    (code) => code !== undefined && /^(?:125\d|874|866)$/.test(String(code)),
  );
  return page === undefined ? first : read(`cp${page}`);
}

function textOf({ body, bodyHtml, html }: FieldsData): string {
  const plain = (body ?? '').replace(/\r\n?/g, '\n').trim();
  if (plain !== '') return plain;
  const markup = bodyHtml ?? (html === undefined ? '' : (decode(html)?.text ?? ''));
  return textOfMarkup(markup).trim();
}

function articleOf(message: FieldsData, title: string, body: string): Article {
  const publishedText = message.clientSubmitTime ?? message.messageDeliveryTime;
  const publishedAt = publishedText === undefined ? undefined : readDate(publishedText);
  const author = message.senderName || message.senderSmtpAddress || message.senderEmail;
  const address = [message.senderSmtpAddress, message.senderEmail].find((one) => one?.includes('@'));
  const source = address?.split('@')[1];
  const recipients = (message.recipients ?? [])
    .map(({ name, smtpAddress, email }) => name || smtpAddress || email || '')
    .filter((name) => name !== '');
  return {
    ...(message.messageId && { id: message.messageId }),
    title,
    body,
    ...(source && { source }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(publishedText !== undefined && { publishedText }),
    keywords: [],
    ...(author && { authors: [author] }),
    ...(recipients.length > 0 && { fields: { to: recipients.slice(0, 100) } }),
  };
}
