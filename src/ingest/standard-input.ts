/** The standard input as a source. */
import type { Source } from './byte-source.ts';

/** Bytes that are kept, so that a reader can look at the beginning first and then read from the start. */
const KEPT_BYTES = 1024 * 1024;
/** Bytes from which the format is found. */
const SAMPLE_BYTES = 4096;

/** The standard input and its format: as given, else JSON Lines, JSON, HTML, XML, WARC or text by how it begins. */
export async function standardInput(
  format: string | undefined,
  input: AsyncIterable<Buffer> = process.stdin,
): Promise<{ source: Source; format: string }> {
  const chunks = new ReplayedChunks(input);
  const source: Source = { file: 'standard input', bytes: () => chunks.read() };
  if (format !== undefined) return { source, format };
  const head: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.bytes()) {
    head.push(chunk);
    length += chunk.length;
    if (length >= SAMPLE_BYTES) break;
  }
  return { source, format: formatOf(Buffer.concat(head)) };
}

/** Chunks of a stream that can be read again from the start as long as not many were read. */
class ReplayedChunks {
  readonly #iterator: AsyncIterator<Buffer>;
  readonly #kept: Buffer[] = [];
  #keptBytes = 0;
  #isWhole = true;

  constructor(input: AsyncIterable<Buffer>) {
    this.#iterator = input[Symbol.asyncIterator]();
  }

  async *read(): AsyncGenerator<Buffer> {
    if (!this.#isWhole) throw new Error('the standard input cannot be read twice');
    for (let at = 0; ; at++) {
      const kept = this.#kept[at];
      if (kept !== undefined) {
        yield kept;
        continue;
      }
      const { done, value } = await this.#iterator.next();
      if (done) return;
      this.#keptBytes += value.length;
      if (this.#isWhole && this.#keptBytes <= KEPT_BYTES) this.#kept.push(value);
      else this.#isWhole = false;
      yield value;
    }
  }
}

function formatOf(head: Buffer): string {
  const text = head
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart();
  if (text.startsWith('[')) return 'json';
  if (text.startsWith('{')) return /^\{[^\n]*\}\s*(?:\n|$)/.test(text) ? 'jsonl' : 'json';
  if (/^<(?:\?xml|rss|feed|rdf)/i.test(text)) return 'xml';
  if (/^<(?:!doctype html|html|head|body)/i.test(text)) return 'html';
  if (text.startsWith('WARC/')) return 'warc';
  return 'txt';
}
