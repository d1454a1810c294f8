/** `result.json` as Telegram Desktop exports a chat or channel. */

export interface TelegramChat {
  name: string;
  /** Id of the channel, part of the ids of its messages. */
  id: string;
}

/** The chat of an export whose beginning this is; `undefined` if it is not one. */
export function telegramChat(head: string): TelegramChat | undefined {
  if (!/"messages"\s*:\s*\[/.test(head) || !/"type"\s*:\s*"(?:message|service)"/.test(head)) return undefined;
  const before = head.slice(0, head.search(/"messages"\s*:\s*\[/));
  const name = /"name"\s*:\s*("[^"\\]*(?:\\[\s\S][^"\\]*)*")/.exec(before)?.[1];
  const id = /"id"\s*:\s*(\d+)/.exec(before)?.[1] ?? '';
  return { name: name === undefined ? '' : (JSON.parse(name) as string), id };
}

/** Whether a record is a message of a chat, also where messages are lines of their own. */
export function isTelegramMessage(record: unknown): boolean {
  return (
    isRecord(record) &&
    record.type === 'message' &&
    record.from !== undefined &&
    (typeof record.text === 'string' || Array.isArray(record.text))
  );
}

/** A message as a record with a title (its first line) and a body; `undefined` for messages without text. */
export function telegramMessage(message: unknown, chat: TelegramChat): Record<string, unknown> | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, id, date, date_unixtime, edited, from, author, text, text_entities, ...rest } =
    message as Record<string, unknown>;
  if (type !== 'message') return undefined;
  const whole = textOf(text).trim();
  if (whole === '') return undefined;
  const end = whole.indexOf('\n');
  const hashtags = listOf(text).flatMap((piece) =>
    isRecord(piece) && piece.type === 'hashtag' ? [String(piece.text).replace(/^#/, '')] : [],
  );
  const { photo, file, media_type, mime_type, forwarded_from, views } = rest;
  return {
    id: chat.id === '' ? id : `telegram-${chat.id}-${String(id)}`,
    title: end === -1 ? '' : whole.slice(0, end).trim(),
    body: end === -1 ? whole : whole.slice(end + 1).trim(),
    source: chat.name || from,
    publishedAt: typeof date_unixtime === 'string' ? date_unixtime : date,
    keywords: hashtags,
    authors: author,
    fields: { edited, photo, file, media_type, mime_type, forwarded_from, views },
  };
}

function textOf(text: unknown): string {
  return listOf(text)
    .map((piece) => (typeof piece === 'string' ? piece : isRecord(piece) ? String(piece.text ?? '') : ''))
    .join('');
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
