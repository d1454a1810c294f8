/** Answers that are written while they are read, so that one item at a time is in memory. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

export interface StreamedFile<Item> {
  headers: Readonly<Record<string, string>>;
  /** Before the first item, and after the last. */
  head?: string | undefined;
  end?: string | undefined;
  write(item: Item): string;
}

/** @throws as reading the items does; nothing was sent if the first one fails. */
export async function sendStreamed<Item>(
  response: Response,
  items: AsyncGenerator<Item>,
  { headers, head, end, write }: StreamedFile<Item>,
): Promise<void> {
  // The first one is read before anything is sent, so that an error is answered as one.
  const first = await items.next();
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'private, no-store');
  async function* lines(): AsyncGenerator<string> {
    if (head !== undefined) yield head;
    if (!first.done) yield write(first.value);
    for await (const item of items) yield write(item);
    if (end !== undefined) yield end;
  }
  try {
    await pipeline(Readable.from(lines()), response);
  } catch (thrown) {
    // The client closed the connection; there is no one to answer.
    if (!response.destroyed) throw thrown;
  }
}
