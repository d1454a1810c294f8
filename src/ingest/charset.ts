/**
 * From bytes to text: by byte order mark, else as UTF-8 where they are that or nearly that, else as declared unless the
 * bytes clearly say otherwise, else as most likely. Old Arabic, Turkish and Russian files are in code pages of Windows,
 * DOS and Macintosh, and what they declare is not always true.
 * References: WHATWG Encoding (iso-8859-1 means windows-1252); WHATWG HTML, prescan a byte stream to determine its
 * encoding.
 */
import iconv from 'iconv-lite';
import { guessEncoding } from './charset-guess.ts';

export interface Decoded {
  text: string;
  /** Name by the WHATWG encoding standard; `utf-32le`, `utf-32be`, `cp720`, `cp857` and `x-mac-arabic` besides. */
  encoding: string;
  /** What was not right with the bytes. */
  remark?: string;
}

/** Bytes that are examined where nothing is declared. */
const SAMPLE_BYTES = 64 * 1024;
/** Bytes in which a page declares its encoding. */
const PRESCAN_BYTES = 4096;
/** Valid sequences of UTF-8 for each invalid byte from which on a text counts as damaged UTF-8. */
const VALID_PER_INVALID = 4;
/** Share of zero bytes up to which they count as garbage within a text. */
const MAX_ZERO_SHARE = 0.02;
/** Encodings that only iconv-lite knows. */
const DOS_ENCODINGS: ReadonlySet<string> = new Set(['cp720', 'cp857']);

/** The text of a file or page. `undefined` if it is not text in any known encoding. */
export function decode(bytes: Uint8Array, declared?: string): Decoded | undefined {
  const encoding = encodingOf(bytes, declared);
  if (encoding === undefined) return undefined;
  if (!/^utf-(?:16|32)/.test(encoding) && bytes.includes(0)) {
    // They may stand within a character.
    const clean = decode(
      bytes.filter((byte) => byte !== 0),
      declared,
    );
    return clean && { ...clean, remark: [clean.remark, ZEROS].filter(Boolean).join('; ') };
  }
  const text = decodeAs(bytes, encoding);
  const once = decodedTwice(text);
  const remarks = new Set<string>();
  if (once !== undefined) remarks.add('the text was encoded in UTF-8 twice; this was undone');
  const remark = remarkOn(text);
  // U+FFFD may also be what was written.
  if (remark !== undefined && !(isWhatwg(encoding) && isValid(bytes, encoding) && !text.includes('\0')))
    remarks.add(remark);
  const result = (once ?? text).replaceAll('\0', '');
  return { text: result, encoding, ...(remarks.size > 0 && { remark: [...remarks].join('; ') }) };
}

/** Text of a stream of bytes; the encoding is found at the first bytes outside of ASCII. */
export async function* decodeStream(
  bytes: AsyncIterable<Uint8Array>,
  declared?: string,
): AsyncGenerator<string> {
  let held: Uint8Array[] = [];
  let length = 0;
  let decoder: StreamDecoder | undefined;
  let first = true;
  let claimed = declared;
  const failures: unknown[] = [];
  for await (const chunk of untilFailure(bytes, failures)) {
    if (decoder !== undefined) {
      yield decoder.write(chunk);
      continue;
    }
    if (length === 0 && !first && isPlainAscii(chunk)) {
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
      continue;
    }
    if (first) claimed ??= declaredIn(chunk);
    first = false;
    held.push(chunk);
    length += chunk.length;
    if (length < SAMPLE_BYTES) continue;
    const sample = Buffer.concat(held);
    if (isPlainAscii(sample)) yield sample.toString('latin1');
    else {
      decoder = new StreamDecoder(encodingOf(sample, claimed, false));
      yield decoder.write(sample);
    }
    held = [];
    length = 0;
  }
  const rest = Buffer.concat(held);
  decoder ??= new StreamDecoder(encodingOf(rest, claimed));
  const text = decoder.write(rest) + decoder.end();
  if (text !== '') yield text;
  if (failures.length > 0) throw failures[0];
}

/** Ends where reading fails, so that what came before is still decoded. */
async function* untilFailure(
  bytes: AsyncIterable<Uint8Array>,
  failures: unknown[],
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (thrown) {
    failures.push(thrown);
  }
}

/** Decodes chunk by chunk, without zero bytes and the byte order mark. */
class StreamDecoder {
  readonly #decoder: { write(bytes: Buffer): string; end(): string | undefined };

  /** @throws Error if the encoding is unknown. */
  constructor(encoding: string | undefined) {
    if (encoding === undefined) throw new Error('the file is not text in any known encoding');
    if (encoding === 'x-mac-arabic') {
      this.#decoder = { write: (bytes) => decodeMacArabic(bytes), end: () => '' };
    } else if (DOS_ENCODINGS.has(encoding) || encoding.startsWith('utf-32')) {
      this.#decoder = iconv.getDecoder(encoding);
    } else {
      const decoder = new TextDecoder(encoding);
      this.#decoder = {
        write: (bytes) => decoder.decode(bytes, { stream: true }),
        end: () => decoder.decode(),
      };
    }
  }

  write(bytes: Uint8Array): string {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return this.#decoder.write(buffer).replaceAll('\0', '');
  }

  end(): string {
    return this.#decoder.end() ?? '';
  }
}

const ZEROS = 'zero bytes were left out';

/** What to say about a decoded text. */
export function remarkOn(text: string): string | undefined {
  if (text.includes('\uFFFD')) return 'some bytes are not valid in its encoding; they are shown as U+FFFD';
  return text.includes('\0') ? ZEROS : undefined;
}

/** The encoding of bytes, of which these are the first. `whole`: there are no others. */
export function encodingOf(bytes: Uint8Array, declared?: string, whole = true): string | undefined {
  const marked = byMark(bytes);
  if (marked !== undefined) return marked;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const telling = fromFirstTelling(bytes);
  const wide = utf16By(sample);
  if (wide !== undefined) return wide;
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros > sample.length * MAX_ZERO_SHARE) return undefined;
  const claim = known(declared ?? declaredIn(bytes));
  const { valid, invalid } = utf8In(bytes, whole);
  if (invalid === 0) return isBinary(sample) ? undefined : 'utf-8';
  if (valid >= invalid * VALID_PER_INVALID) return 'utf-8';
  const clean = telling.filter((byte) => byte !== 0);
  // windows-1252 is what pages declare that mean "ASCII and whatever".
  const trusted = claim === 'utf-8' || claim === 'windows-1252' ? undefined : claim;
  if (trusted !== undefined && !isCandidate(trusted) && isValid(bytes, trusted)) return trusted;
  const guess = guessEncoding(clean, decodeAs, trusted);
  return guess !== undefined && !isBinary(sample) ? guess : undefined;
}

/** The part of the bytes that says most about their encoding: from the first non-ASCII byte on. */
function fromFirstTelling(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return bytes.subarray(Math.max(0, first - 1), Math.max(0, first - 1) + SAMPLE_BYTES);
}

function byMark([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) return 'utf-32le';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Sequences of two and more bytes that are valid UTF-8, and bytes that are not. A sequence cut off at the end of a sample is neither. */
function utf8In(bytes: Uint8Array, whole: boolean): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    let end = at + 1;
    while (length > 0 && byte < 0xf5 && end < at + length && isContinuation(bytes, at, end)) end++;
    if (length > 0 && byte < 0xf5 && end === at + length) valid++;
    else if (whole || end < bytes.length) invalid++;
    at = end;
  }
  return { valid, invalid };
}

/** Whether the byte at `at` can follow in a sequence that begins at `start`; overlong forms and surrogates are refused. */
function isContinuation(bytes: Uint8Array, start: number, at: number): boolean {
  const byte = bytes[at];
  if (byte === undefined || byte < 0x80 || byte > 0xbf) return false;
  if (at !== start + 1) return true;
  const lead = bytes[start];
  if (lead === 0xe0) return byte >= 0xa0;
  if (lead === 0xed) return byte < 0xa0;
  if (lead === 0xf0) return byte >= 0x90;
  return lead !== 0xf4 || byte < 0x90;
}

/** UTF-16 without a mark: in text with any ASCII (spaces, line feeds) every other byte of those is 0. */
function utf16By(sample: Uint8Array): string | undefined {
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0 && sample[at + 1] !== 0) even++;
    if (sample[at + 1] === 0 && sample[at] !== 0) odd++;
  }
  const pairs = sample.length / 2;
  if (odd > pairs / 50 && even < odd / 10) return 'utf-16le';
  return even > pairs / 50 && odd < even / 10 ? 'utf-16be' : undefined;
}

/** Control characters that texts do not have, more than a few of them. */
function isBinary(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) {
    if (byte > 0 && byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b)
      controls++;
  }
  return controls > 4 && controls > sample.length / 100;
}

function isPlainAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte > 0 && byte < 0x80);
}

/** The text with a second UTF-8 encoding undone; `undefined` if there was none. */
function decodedTwice(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE_BYTES);
  const pairs = sample.match(/[\u00C2-\u00DF][\u0080-\u00BF\u0152-\u2122]/g)?.length ?? 0;
  const wide = sample.match(/[^\0-\u007F]/g)?.length ?? 0;
  if (pairs < 4 || pairs < wide * 0.4) return undefined;
  const bytes = Buffer.alloc(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x100 ? code : WINDOWS_1252.get(code);
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return isValid(bytes, 'utf-8') ? bytes.toString('utf8') : undefined;
}

/** Code points of windows-1252 above U+00FF, and their bytes. */
const WINDOWS_1252 = new Map(
  Array.from({ length: 0x20 }, (_, index): [number, number] => {
    const byte = 0x80 + index;
    return [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)).charCodeAt(0), byte];
  }),
);

/** What an HTML or XML text says of itself. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PRESCAN_BYTES)).toString('latin1');
  return (/^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head) ??
    /<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head))?.[1];
}

/** The standard's name of an encoding; `undefined` for one that it does not have. */
function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Whether `TextDecoder` knows it. */
function isWhatwg(encoding: string): boolean {
  return known(encoding) !== undefined;
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Encodings of one byte a character that the guess can judge. */
function isCandidate(encoding: string): boolean {
  return /^(?:windows-125[1246]|iso-8859-[56]|koi8-r|ibm866|x-mac-cyrillic)$/.test(encoding);
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'x-mac-arabic') return decodeMacArabic(bytes);
  if (DOS_ENCODINGS.has(encoding) || encoding.startsWith('utf-32')) return iconv.decode(bytes, encoding);
  return new TextDecoder(encoding).decode(bytes);
}

/** Bytes of MacArabic that have their own place in ISO-8859-6: the Arabic comma, semicolon and question mark. */
const ARABIC_SIGNS = new Set([0xac, 0xbb, 0xbf]);

/** MacArabic: ISO-8859-6 with a second, right-to-left set of ASCII signs from 0xA0 to 0xBF. */
function decodeMacArabic(bytes: Uint8Array): string {
  let text = '';
  const arabic = new TextDecoder('iso-8859-6');
  for (const byte of bytes) {
    if (byte >= 0xb0 && byte <= 0xb9) text += String.fromCharCode(0x660 + byte - 0xb0);
    else if (byte >= 0xa0 && byte <= 0xbe && !ARABIC_SIGNS.has(byte))
      text += String.fromCharCode(byte - 0x80);
    else text += byte < 0x80 ? String.fromCharCode(byte) : arabic.decode(Uint8Array.of(byte));
  }
  return text;
}
