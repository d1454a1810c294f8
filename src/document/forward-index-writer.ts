/** Writes forward indexes, see `forward-index.ts`. */
import type { Forms } from '../analysis/forms.ts';
import { FormsCache } from '../analysis/forms-cache.ts';
import { termHash } from '../analysis/hash.ts';
import { FORMS } from '../analysis/language.ts';
import { languageNumber } from '../analysis/languages/registry.ts';
import { FIELDS } from '../common/types.ts';
import type { AnnotatedPassage } from './annotate.ts';
import { FIRST_WIDE, HEADER_INTEGERS, VERSION } from './forward-index.ts';

/** Bytes for the passages of one article, given in the order of `FIELDS`. */
export function encodeForwardIndex(passages: readonly AnnotatedPassage[]): Uint8Array {
  return new ForwardIndexWriter().write(passages);
}

/**
 * Writes the forward index of one document after the other. Words are numbered twice: over all documents, so that a
 * caller can keep what it knows of a word in arrays, and within each document, as in its forward index.
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

  /** The words of the document that was written last, each once, by their numbers over all documents. */
  get own(): Int32Array {
    return this.#own.subarray(0, this.#size);
  }

  /** How often each of them occurs in it. */
  get counts(): Int32Array {
    return this.#counts.subarray(0, this.#size);
  }

  /** The forms of a word by its number over all documents. */
  forms(number: number): Forms {
    return this.#numbers.forms[number]!;
  }

  /** The bytes for the passages of one article. */
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

  /** Counts a word of the document; returns its number within the document. */
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
    const fixed = (HEADER_INTEGERS + count * FORMS.length + mentions.length) * 4;
    const wide = count >= FIRST_WIDE;
    const width = wide ? 4 : 2;
    const bytes = new Uint8Array(fixed + length * width + this.#languages.length);
    const integers = new Int32Array(bytes.buffer, 0, fixed / 4);
    integers.set([VERSION, count, ...lengths, mentions.length / 3, this.#languages.length]);
    for (let local = 0; local < count; local++) {
      const { hashes } = this.#numbers.forms[this.#own[local]!]!;
      const at = HEADER_INTEGERS + local * FORMS.length;
      integers[at] = hashes[0];
      integers[at + 1] = hashes[1];
      integers[at + 2] = hashes[2];
      integers[at + 3] = hashes[3];
    }
    integers.set(mentions, HEADER_INTEGERS + count * FORMS.length);
    const tail = wide
      ? new Uint32Array(bytes.buffer, fixed, length)
      : new Uint16Array(bytes.buffer, fixed, length);
    for (let i = 0; i < length; i++) tail[i] = this.#sequence[i] === -1 ? count : this.#sequence[i]!;
    bytes.set(this.#languages, fixed + length * width);
    return bytes;
  }
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
