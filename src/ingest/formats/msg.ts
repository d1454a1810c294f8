/** Messages of Outlook (MSG, MS-OXMSG): subject, text, people, attachments. */
import msgreader, { type FieldsData } from '@kenjiuno/msgreader';
import { messageOf } from '../../common/errors.ts';
import type { ReadResult } from '../../common/types.ts';
import { MAX_DOCUMENT_BYTES, type Source, wholeOf } from '../byte-source.ts';
import { decode } from '../charset.ts';
import type { NestedReader } from '../nested-reader.ts';
import type { ReadOptions } from '../read-options.ts';
import { type Message, readMessageParts, textOfMessage } from './message.ts';

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
  const content = await wholeOf(bytes(), MAX_DOCUMENT_BYTES);
  let message: FieldsData;
  let reader: InstanceType<typeof MsgReader>;
  try {
    if (!content.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('it is not an Outlook file');
    ({ message, reader } = parsed(content));
    if (message.dataType !== 'msg') throw new Error('there is no message in it');
  } catch (thrown) {
    const reason = `the message cannot be read: ${messageOf(thrown)}`;
    yield { problem: { file, line: 1, effect: 'skipped', reason } };
    return;
  }
  const { bodyHtml, html, compressedRtf, recipients = [], attachments = [] } = message;
  const { senderName, senderSmtpAddress, senderEmail } = message;
  const address = [senderSmtpAddress, senderEmail].find((one) => one?.includes('@'));
  const parts: Message = {
    id: message.messageId,
    subject: message.subject,
    body: textOfMessage(message.body, () => bodyHtml ?? (html && decode(html)?.text) ?? ''),
    author: senderName || senderSmtpAddress || senderEmail,
    source: address?.split('@')[1],
    date: message.clientSubmitTime ?? message.messageDeliveryTime,
    recipients: recipients.map(({ name, smtpAddress, email }) => name || smtpAddress || email),
    attachments: attachments.flatMap((attachment) => {
      if (attachment.innerMsgContent || attachment.attachmentHidden) return [];
      const { fileName, content } = reader.getAttachment(attachment);
      return fileName ? [{ name: fileName, content }] : [];
    }),
    unread: compressedRtf === undefined ? undefined : 'a formatted text (RTF)',
  };
  yield* readMessageParts(parts, file, 1, nested);
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
