/**
 * From bytes to text, in the encoding that they are in: by byte order mark, else UTF-8 where they are that, else as
 * declared, else by what is likely (chardet). Old Arabic, Turkish and Russian pages are in Windows' code pages, and
 * what they declare is not always true; UTF-8 hardly ever comes about by chance.
 * References: WHATWG Encoding; WHATWG HTML, prescan a byte stream to determine its encoding.
 */
import { analyse } from 'chardet';

export interface Decoded {
  text: string;
  /** Name by the WHATWG encoding standard. */
  encoding: string;
}

/** Bytes that are looked at where nothing is declared. */
const SAMPLE = 64 * 1024;
/** Bytes in which a page declares its encoding. */
const PRESCAN = 4096;
/** What pages in our languages are in; chardet's other guesses are no better than chance. */
const LIKELY = [
  'windows-1256',
  'windows-1254',
  'windows-1251',
  'windows-1252',
  'iso-8859-6',
  'iso-8859-9',
  'iso-8859-5',
  'iso-8859-1',
  'koi8-r',
  'utf-16le',
  'utf-16be',
];

/** The text of a file or page. `undefined` where it is no text in any encoding that is known. */
export function decode(bytes: Uint8Array, declared?: string): Decoded | undefined {
  const encoding = encodingOf(bytes, declared);
  if (encoding === undefined) return undefined;
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

/** The encoding of bytes, of which these are the first. `whole`: there are no others. */
export function encodingOf(bytes: Uint8Array, declared?: string, whole = true): string | undefined {
  const marked = byMark(bytes);
  if (marked !== undefined) return marked;
  const sample = bytes.subarray(0, SAMPLE);
  if (isUtf8(bytes, whole)) return sample.includes(0) ? utf16By(sample) : 'utf-8';
  const named = known(declared ?? declaredIn(bytes));
  if (named !== undefined && named !== 'utf-8') return named;
  const wide = utf16By(sample);
  if (wide !== undefined) return wide;
  // Zeros are in no text of one byte a character.
  if (sample.includes(0)) return undefined;
  const guess = analyse(sample).find(({ name }) => LIKELY.includes(name.toLowerCase()));
  return guess === undefined ? undefined : known(guess.name);
}

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
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

/** What an HTML or XML text says of itself. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1');
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
