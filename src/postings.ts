/**
 * The compact account of one document that ranking reads: which words stand where, in all their forms, and which
 * entities are mentioned. Engines store it as bytes and hand it back with the candidate, so that one ranker serves
 * every engine and never reads the text again.
 *
 * Layout, little-endian 32-bit integers, then the sequence of words:
 *   version, words, tokens of title, of keywords, of body (breaks included), mentions
 *   words    x 4: key of exact, variant, stem, coarse
 *   mentions x 3: key of the entity, position, length in tokens
 *   sequence    : 16-bit word numbers (32-bit from 65,535 words on); the number after the last word is a passage break
 */
import type { AnnotatedPassage } from './annotate.ts';
import type { Forms } from './text/analyse.ts';
import { keyOf } from './text/key.ts';
import { FIELDS } from './types.ts';

const VERSION = 1;
const HEADER = 6;
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
}

/** Bytes for the passages of one article, given in the order of `FIELDS`. */
export function encodePostings(passages: readonly AnnotatedPassage[]): Uint8Array {
  const numbers = new WordNumbers();
  const mentions: number[] = [];
  const sequence: number[] = [];
  const lengths = FIELDS.map((field) => {
    const before = sequence.length;
    for (const passage of passages) {
      if (passage.field !== field) continue;
      for (const { entity, tokenStart, tokenEnd } of passage.mentions) {
        mentions.push(keyOf(entity, 'entity'), sequence.length + tokenStart, tokenEnd - tokenStart);
      }
      for (const token of passage.tokens) sequence.push(numbers.of(token.forms));
      sequence.push(-1);
    }
    return sequence.length - before;
  });
  const count = numbers.keys.length / 4;
  const head = Int32Array.of(VERSION, count, ...lengths, mentions.length / 3);
  const fixed = (HEADER + numbers.keys.length + mentions.length) * 4;
  const wide = count >= NARROW;
  const bytes = new Uint8Array(fixed + sequence.length * (wide ? 4 : 2));
  const integers = new Int32Array(bytes.buffer, 0, fixed / 4);
  integers.set(head);
  integers.set(numbers.keys, HEADER);
  integers.set(mentions, HEADER + numbers.keys.length);
  const tail = wide
    ? new Uint32Array(bytes.buffer, fixed, sequence.length)
    : new Uint16Array(bytes.buffer, fixed, sequence.length);
  for (let i = 0; i < sequence.length; i++) tail[i] = sequence[i] === -1 ? count : sequence[i]!;
  return bytes;
}

/** Reads what `encodePostings` wrote; views, not copies, where the bytes are aligned. @throws RangeError where they are not ours. */
export function decodePostings(bytes: Uint8Array): Postings {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = new Int32Array(buffer, byteOffset, HEADER);
  const [version, count, title, keywords, body, mentions] = head as unknown as [
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
  if (fixed + sequence.byteLength !== byteLength) throw new RangeError('postings are cut short');
  return { words, mentions: mentioned, sequence, lengths: [title, keywords, body] };
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
  readonly #byKeys = new Map<string, number>();

  of(forms: Forms): number {
    let number = this.#byForms.get(forms);
    if (number === undefined) {
      const keys = `${forms.keys[0]} ${forms.keys[2]} ${forms.keys[3]}`;
      number = this.#byKeys.get(keys);
      if (number === undefined) {
        number = this.keys.length / 4;
        this.keys.push(...forms.keys);
        this.#byKeys.set(keys, number);
      }
      this.#byForms.set(forms, number);
    }
    return number;
  }
}
