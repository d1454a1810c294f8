/**
 * Web archives of before 2009 (ARC, Internet Archive, version 1 and 2): each record is a line with the address, the time
 * and the length, and the answer of the server. They are read as WARC, record by record.
 */
import type { ReadResult } from '../../common/types.ts';
import type { Source } from '../byte-source.ts';
import type { ReadOptions } from '../read-options.ts';
import { readWarc } from './warc.ts';

/** Longest line before a record; addresses of crawls are rarely longer than 2,000 bytes. */
const MAX_HEAD_BYTES = 64 * 1024;
/** Address, IP address, `20080430204825`, media type, in version 2 further values, length in bytes. */
const HEAD = /^(?<url>\S+) \S+ (?<time>\d{8,14}) (?:(?<type>\S+) )?(?:.* )?(?<length>\d+)$/;
/** An address begins with a scheme; the first record describes the file. */
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export async function* readArc(source: Source, options: ReadOptions = {}): AsyncGenerator<ReadResult> {
  let broken: string | undefined;
  const bytes = (): AsyncIterable<Buffer> =>
    warcOf(source.bytes(), (reason) => {
      broken = reason;
    });
  yield* readWarc({ file: source.file, bytes }, options);
  if (broken !== undefined)
    yield { problem: { file: source.file, line: 1, effect: 'skipped', reason: broken } };
}

/** The records as those of a WARC file. `onBroken` is told why the rest cannot be read. */
async function* warcOf(
  bytes: AsyncIterable<Buffer>,
  onBroken: (reason: string) => void,
): AsyncGenerator<Buffer> {
  const input = new ByteReader(bytes);
  for (let number = 0; ; ) {
    const line = await input.line(MAX_HEAD_BYTES);
    if (line === undefined) return;
    if (line === '') continue;
    number++;
    const head = HEAD.exec(line)?.groups;
    if (head === undefined || !SCHEME.test(head.url!)) {
      onBroken(
        `from record ${number} on it cannot be read: ${JSON.stringify(line.slice(0, 60))} is not the head of a record`,
      );
      return;
    }
    const length = Number(head.length);
    if (head.url!.startsWith('filedesc:')) {
      for await (const _ of input.take(length));
      continue;
    }
    const answered = /^https?:/i.test(head.url!);
    yield Buffer.from(
      [
        'WARC/1.0',
        `WARC-Type: ${answered ? 'response' : 'resource'}`,
        `WARC-Target-URI: ${head.url}`,
        `WARC-Date: ${isoTime(head.time!)}`,
        `Content-Type: ${answered ? 'application/http; msgtype=response' : (head.type ?? 'application/octet-stream')}`,
        `Content-Length: ${length}`,
        '',
        '',
      ].join('\r\n'),
      'latin1',
    );
    let left = length;
    for await (const part of input.take(length)) {
      left -= part.length;
      yield part;
    }
    if (left > 0) onBroken(`record ${number} (${head.url}) is cut off; what there is of it was read`);
    yield Buffer.from('\r\n\r\n');
  }
}

/** `20080430204825`, of which the end may be missing, as an ISO instant. */
function isoTime(digits: string): string {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?$/.exec(digits.slice(0, digits.length - (digits.length % 2))) ??
    [];
  return year === undefined ? digits : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/** Takes lines and numbers of bytes from a stream. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(bytes: AsyncIterable<Buffer>) {
    this.#chunks = bytes[Symbol.asyncIterator]();
  }

  /** The next line without its end; `undefined` at the end of the stream. A longer one is cut off. */
  async line(maxBytes: number): Promise<string | undefined> {
    for (let from = 0; ; ) {
      const end = this.#held.indexOf(0x0a, from);
      if (end !== -1 || this.#held.length > maxBytes) {
        const to = end === -1 ? this.#held.length : end;
        const line = this.#held.subarray(0, to).toString('latin1').trimEnd();
        this.#held = this.#held.subarray(to + 1);
        return line;
      }
      from = this.#held.length;
      if (await this.#more()) continue;
      if (this.#held.length === 0) return undefined;
      const line = this.#held.toString('latin1').trimEnd();
      this.#held = Buffer.alloc(0);
      return line;
    }
  }

  /** The next `length` bytes, fewer at the end of the stream. */
  async *take(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.#held.length === 0 && !(await this.#more())) return;
      const part = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    return true;
  }
}
