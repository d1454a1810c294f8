/**
 * The compact account of one document that ranking reads: which words stand where, in all their forms, and which
 * entities are mentioned. Engines store it as bytes and hand it back with the candidate, so that one ranker serves
 * every engine and never reads the text again.
 *
 * Layout, little-endian 32-bit integers, then the sequence of words:
 *   version, words, tokens of title, of keywords, of body (breaks included), mentions, passages
 *   words    x 4: key of exact, variant, stem, coarse
 *   mentions x 3: key of the entity, position, length in tokens
 *   sequence    : 16-bit word numbers (32-bit from 65,535 words on); the number after the last word is a passage break
 *   languages   : a byte a passage, its place in `LANGUAGES`; 255 for `und`
 */
import type { AnnotatedPassage } from './annotate.ts';
import type { Forms } from './text/analyse.ts';
import { keyOf } from './text/key.ts';
import { LANGUAGES } from './text/languages.ts';
import { FIELDS } from './types.ts';

const VERSION = 2;
const HEADER = 7;
const NARROW = 0xffff;

export interface Postings {
  /** Keys of word n at 4n (exact), 4n+1 (variant), 4n+2 (stem), 4n+3 (coarse). */
  words: Int32Array;
  /** Key, position and length of mention n at 3n, 3n+1, 3n+2. */
  mentions: Int32Array;
  /** Word numbers in order of title, keywords, body; `words.length / 4` marks a passage break. */
  sequence: Uint16Array | Uint32Array;
  /** Length of each field within `sequence`, in the order of `FIELDS`. */
  lengths: readonly [title: number, keywords: number, body: number];
  /** BCP 47 code of passage n, in the order of the breaks. */
  languageOf: (passage: number) => string;
}

/** Bytes for the passages of one article, given in the order of `FIELDS`. */
export function encodePostings(passages: readonly AnnotatedPassage[]): Uint8Array {
  const numbers = new WordNumbers();
  const mentions: number[] = [];
  const sequence: number[] = [];
  const languages: number[] = [];
  const lengths = FIELDS.map((field) => {
    const before = sequence.length;
    for (const passage of passages) {
      if (passage.field !== field) continue;
      for (const { entity, tokenStart, tokenEnd } of passage.mentions) {
        mentions.push(keyOf(entity, 'entity'), sequence.length + tokenStart, tokenEnd - tokenStart);
      }
      for (const token of passage.tokens) sequence.push(numbers.of(token.forms));
      sequence.push(-1);
      languages.push(LANGUAGES.findIndex(({ code }) => code === passage.lang) & 0xff);
    }
    return sequence.length - before;
  });
  const count = numbers.keys.length / 4;
  const head = Int32Array.of(VERSION, count, ...lengths, mentions.length / 3, languages.length);
  const fixed = (HEADER + numbers.keys.length + mentions.length) * 4;
  const wide = count >= NARROW;
  const width = wide ? 4 : 2;
  const bytes = new Uint8Array(fixed + sequence.length * width + languages.length);
  const integers = new Int32Array(bytes.buffer, 0, fixed / 4);
  integers.set(head);
  integers.set(numbers.keys, HEADER);
  integers.set(mentions, HEADER + numbers.keys.length);
  const tail = wide
    ? new Uint32Array(bytes.buffer, fixed, sequence.length)
    : new Uint16Array(bytes.buffer, fixed, sequence.length);
  for (let i = 0; i < sequence.length; i++) tail[i] = sequence[i] === -1 ? count : sequence[i]!;
  bytes.set(languages, fixed + sequence.length * width);
  return bytes;
}

/** Reads what `encodePostings` wrote; views, not copies, where the bytes are aligned. @throws RangeError where they are not ours. */
export function decodePostings(bytes: Uint8Array): Postings {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = new Int32Array(buffer, byteOffset, HEADER);
  const [version, count, title, keywords, body, mentions, passages] = head as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (version !== VERSION) throw new RangeError(`postings of version ${version}, expected ${VERSION}`);
  const words = new Int32Array(buffer, byteOffset + HEADER * 4, count * 4);
  const mentioned = new Int32Array(buffer, byteOffset + (HEADER + count * 4) * 4, mentions * 3);
  const fixed = (HEADER + count * 4 + mentions * 3) * 4;
  const length = title + keywords + body;
  const sequence =
    count >= NARROW
      ? new Uint32Array(buffer, byteOffset + fixed, length)
      : new Uint16Array(buffer, byteOffset + fixed, length);
  const end = fixed + sequence.byteLength;
  if (end + passages !== byteLength) throw new RangeError('postings are cut short');
  const languages = new Uint8Array(buffer, byteOffset + end, passages);
  return {
    words,
    mentions: mentioned,
    sequence,
    lengths: [title, keywords, body],
    languageOf: (passage) => LANGUAGES[languages[passage]!]?.code ?? 'und',
  };
}

/** Every key of a document once: what its presence adds to the document frequencies. */
export function distinctKeys({ words, mentions }: Postings): Set<number> {
  const keys = new Set<number>(words);
  for (let i = 0; i < mentions.length; i += 3) keys.add(mentions[i]!);
  return keys;
}

/** Numbers the distinct words of a document: one number for the same exact form with the same stem. */
class WordNumbers {
  readonly keys: number[] = [];
  readonly #byForms = new Map<Forms, number>();
  /** The first word of each exact form; the next one of the same form is `#same[n]`, -1 after the last. */
  readonly #byExact = new Map<number, number>();
  readonly #same: number[] = [];

  of(forms: Forms): number {
    let number = this.#byForms.get(forms);
    if (number === undefined) {
      number = this.#equal(forms) ?? this.#add(forms);
      this.#byForms.set(forms, number);
    }
    return number;
  }

  #equal({ keys: [exact, , stem, coarse] }: Forms): number | undefined {
    let number = this.#byExact.get(exact) ?? -1;
    while (number !== -1 && (this.keys[number * 4 + 2] !== stem || this.keys[number * 4 + 3] !== coarse))
      number = this.#same[number]!;
    return number === -1 ? undefined : number;
  }

  #add({ keys: [exact, variant, stem, coarse] }: Forms): number {
    const number = this.#same.length;
    this.keys.push(exact, variant, stem, coarse);
    this.#same.push(this.#byExact.get(exact) ?? -1);
    this.#byExact.set(exact, number);
    return number;
  }
}
