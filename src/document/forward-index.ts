/**
 * The compact account of one document that ranking reads: which words stand where, in all their forms, and which
 * entities are mentioned. Engines store it as bytes and hand it back with the candidate, so that one ranker serves
 * every engine and never reads the text again.
 *
 * Layout, little-endian 32-bit integers, then the sequence of words:
 *   version, words, tokens of title, of keywords, of body (breaks included), mentions, passages
 *   words    x 4: key of exact, folded, stem, coarse
 *   mentions x 3: key of the entity, position, length in tokens
 *   sequence    : 16-bit word numbers (32-bit from 65,535 words on); the number after the last word is a passage break
 *   languages   : a byte a passage, `Language.number`; 255 for `und`
 */

import type { Forms } from '../analysis/forms.ts';
import { FormsCache } from '../analysis/forms-cache.ts';
import { termHash } from '../analysis/hash.ts';
import { languageNumber, languageOfNumber } from '../analysis/languages/registry.ts';
import { FIELDS } from '../common/types.ts';
import type { AnnotatedPassage } from './annotate.ts';

const VERSION = 2;
const HEADER = 7;
const NARROW = 0xffff;

export interface ForwardIndex {
  /** Keys of word n at 4n (exact), 4n+1 (folded), 4n+2 (stem), 4n+3 (root). */
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
export function encodeForwardIndex(passages: readonly AnnotatedPassage[]): Uint8Array {
  return new ForwardIndexWriter().write(passages);
}

/**
 * Makes forward index of one document after the other. Words are numbered twice: within all documents, so that what is known
 * of a word can be kept in arrays, and within each document, as its forward index have it.
 */
export class ForwardIndexWriter {
  readonly #numbers = new WordNumbers();
  #localOf = new Int32Array(64);
  /** The document in which a word was seen last, counted from 1. */
  #lastIn = new Int32Array(64);
  #document = 0;
  #own = new Int32Array(64);
  #counts = new Int32Array(64);
  #size = 0;
  #sequence = new Int32Array(256);
  readonly #mentions: number[] = [];
  readonly #languages: number[] = [];

  /** Numbers of the words of the document that was written last, among those of all, each once. */
  get own(): Int32Array {
    return this.#own.subarray(0, this.#size);
  }

  /** How often each of them stands in it. */
  get counts(): Int32Array {
    return this.#counts.subarray(0, this.#size);
  }

  /** The forms of a word by its number among those of all documents. */
  forms(number: number): Forms {
    return this.#numbers.forms[number]!;
  }

  /** See `encodePostings`. */
  write(passages: readonly AnnotatedPassage[]): Uint8Array {
    this.#begin();
    let end = 0;
    const lengths = FIELDS.map((field) => {
      const before = end;
      for (const passage of passages) {
        if (passage.field !== field) continue;
        for (const { entity, tokenStart, tokenEnd } of passage.mentions)
          this.#mentions.push(termHash(entity, 'entity'), end + tokenStart, tokenEnd - tokenStart);
        const { tokens } = passage;
        if (end + tokens.length >= this.#sequence.length)
          this.#sequence = larger(this.#sequence, end + tokens.length + 1);
        for (let at = 0; at < tokens.length; at++) this.#sequence[end++] = this.#note(tokens[at]!.forms);
        this.#sequence[end++] = -1;
        this.#languages.push(languageNumber(passage.lang));
      }
      return end - before;
    });
    return this.#bytes(lengths, end);
  }

  #begin(): void {
    this.#document++;
    this.#size = 0;
    this.#mentions.length = 0;
    this.#languages.length = 0;
  }

  /** Counts a word of the document and gives its number there. */
  #note(forms: Forms): number {
    const number = this.#numbers.of(forms);
    if (number >= this.#lastIn.length) {
      this.#lastIn = larger(this.#lastIn, number + 1);
      this.#localOf = larger(this.#localOf, number + 1);
    }
    if (this.#lastIn[number] === this.#document) {
      const local = this.#localOf[number]!;
      this.#counts[local]!++;
      return local;
    }
    const local = this.#size++;
    if (local === this.#own.length) {
      this.#own = larger(this.#own, local + 1);
      this.#counts = larger(this.#counts, local + 1);
    }
    this.#lastIn[number] = this.#document;
    this.#localOf[number] = local;
    this.#own[local] = number;
    this.#counts[local] = 1;
    return local;
  }

  #bytes(lengths: readonly number[], length: number): Uint8Array {
    const count = this.#size;
    const mentions = this.#mentions;
    const fixed = (HEADER + count * 4 + mentions.length) * 4;
    const wide = count >= NARROW;
    const width = wide ? 4 : 2;
    const bytes = new Uint8Array(fixed + length * width + this.#languages.length);
    const integers = new Int32Array(bytes.buffer, 0, fixed / 4);
    integers.set([VERSION, count, ...lengths, mentions.length / 3, this.#languages.length]);
    for (let local = 0; local < count; local++) {
      const { hashes } = this.#numbers.forms[this.#own[local]!]!;
      const at = HEADER + local * 4;
      integers[at] = hashes[0];
      integers[at + 1] = hashes[1];
      integers[at + 2] = hashes[2];
      integers[at + 3] = hashes[3];
    }
    integers.set(mentions, HEADER + count * 4);
    const tail = wide
      ? new Uint32Array(bytes.buffer, fixed, length)
      : new Uint16Array(bytes.buffer, fixed, length);
    for (let i = 0; i < length; i++) tail[i] = this.#sequence[i] === -1 ? count : this.#sequence[i]!;
    bytes.set(this.#languages, fixed + length * width);
    return bytes;
  }
}

/** Reads what `encodePostings` wrote; views, not copies, where the bytes are aligned. @throws RangeError where they are not ours. */
export function decodeForwardIndex(bytes: Uint8Array): ForwardIndex {
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
  if (version !== VERSION) throw new RangeError(`forward index of version ${version}, expected ${VERSION}`);
  const words = new Int32Array(buffer, byteOffset + HEADER * 4, count * 4);
  const mentioned = new Int32Array(buffer, byteOffset + (HEADER + count * 4) * 4, mentions * 3);
  const fixed = (HEADER + count * 4 + mentions * 3) * 4;
  const length = title + keywords + body;
  const sequence =
    count >= NARROW
      ? new Uint32Array(buffer, byteOffset + fixed, length)
      : new Uint16Array(buffer, byteOffset + fixed, length);
  const end = fixed + sequence.byteLength;
  if (end + passages !== byteLength) throw new RangeError('forward index is cut short');
  const languages = new Uint8Array(buffer, byteOffset + end, passages);
  return {
    words,
    mentions: mentioned,
    sequence,
    lengths: [title, keywords, body],
    languageOf: (passage) => languageOfNumber(languages[passage]!),
  };
}

/** Every key of a document once: what its presence adds to the document frequencies. */
export function distinctHashes({ words, mentions }: ForwardIndex): Set<number> {
  const keys = new Set<number>(words);
  for (let i = 0; i < mentions.length; i += 3) keys.add(mentions[i]!);
  return keys;
}

/** Numbers distinct words: one number for the same forms, whatever language they were made in. */
class WordNumbers {
  /** By number. */
  readonly forms: Forms[] = [];
  readonly #numbers = new FormsCache((forms) => this.#equal(forms) ?? this.#add(forms));
  /** The first word of each exact form; the next one of the same form is `#same[n]`, -1 after the last. */
  readonly #byExact = new Map<number, number>();
  readonly #same: number[] = [];

  of(forms: Forms): number {
    return this.#numbers.of(forms);
  }

  #equal({ hashes: [exact, folded, stem, root] }: Forms): number | undefined {
    for (let number = this.#byExact.get(exact) ?? -1; number !== -1; number = this.#same[number]!) {
      const { hashes } = this.forms[number]!;
      if (hashes[1] === folded && hashes[2] === stem && hashes[3] === root) return number;
    }
    return undefined;
  }

  #add(forms: Forms): number {
    const number = this.forms.push(forms) - 1;
    const [exact] = forms.hashes;
    this.#same.push(this.#byExact.get(exact) ?? -1);
    this.#byExact.set(exact, number);
    return number;
  }
}

function larger(numbers: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(room, numbers.length * 2));
  more.set(numbers);
  return more;
}
