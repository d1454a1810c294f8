/**
 * Numbers the words of one document after the other: the same number for the same forms in all of them, whatever language
 * they were made in, so that what is known of a word can be kept in arrays.
 */
import { type Forms, newKeeper } from '../analysis/forms.ts';
import { termHash } from '../analysis/hash.ts';
import { FORMS } from '../analysis/language.ts';
import { languageNumber } from '../analysis/languages/registry.ts';
import { withRoom } from '../common/room.ts';
import { FIELDS } from '../common/types.ts';
import type { AnnotatedPassage } from './annotate.ts';
import type { NumberedForwardIndex } from './stored-forward-index.ts';
import { WordIds } from './word-ids.ts';
import { WordTable } from './word-table.ts';

export class DocumentWords {
  /** The words by their numbers. */
  readonly table = new WordTable();
  readonly #ids: WordIds;
  readonly #keeper = newKeeper();
  readonly #hashes = new Int32Array(FORMS.length);
  /** By number: the document in which a word was seen last, counted from 1, and how often it was in that. */
  #lastIn = new Int32Array(256);
  #countIn = new Int32Array(256);
  #documents = 0;
  #own = new Int32Array(64);
  #size = 0;
  #sequence = new Uint32Array(256);
  #added: Forms[] = [];

  /** `expected`: words for which there is room at once; there may be more. */
  constructor(expected = 0) {
    this.#ids = new WordIds(this.table, expected);
  }

  /** The words of the last document, each once, in the order in which they come. Valid until the next one. */
  get own(): Int32Array {
    return this.#own.subarray(0, this.#size);
  }

  /** Those of them that no earlier document has: their numbers follow those of the words that were known. */
  get added(): readonly Forms[] {
    return this.#added;
  }

  /** How often a word of the last document occurs in it. */
  count(number: number): number {
    return this.#countIn[number]!;
  }

  /** Numbers the words of a document. `words` is valid until the next one. */
  add(passages: readonly AnnotatedPassage[]): NumberedForwardIndex {
    this.#documents++;
    this.#size = 0;
    this.#added = [];
    const mentions: number[] = [];
    const languages = new Uint8Array(passages.length);
    const lengths: [number, number, number] = [0, 0, 0];
    let [end, passageNumber] = [0, 0];
    for (let field = 0; field < FIELDS.length; field++) {
      const before = end;
      for (const passage of passages) {
        if (passage.field !== FIELDS[field]) continue;
        for (const { entity, tokenStart, tokenEnd } of passage.mentions)
          mentions.push(termHash(entity, 'entity'), end + tokenStart, tokenEnd - tokenStart);
        const { tokens } = passage;
        this.#sequence = withRoom(this.#sequence, end + tokens.length + 1);
        for (let at = 0; at < tokens.length; at++) this.#sequence[end++] = this.#note(tokens[at]!.forms) + 1;
        this.#sequence[end++] = 0;
        languages[passageNumber++] = languageNumber(passage.lang);
      }
      lengths[field] = end - before;
    }
    return { lengths, words: this.#sequence.subarray(0, end), mentions, languages };
  }

  /** Counts a word of the document; returns its number. */
  #note(forms: Forms): number {
    const number = this.numberOf(forms);
    if (this.#lastIn[number] === this.#documents) {
      this.#countIn[number]!++;
      return number;
    }
    this.#lastIn[number] = this.#documents;
    this.#countIn[number] = 1;
    if (this.#size === this.#own.length) this.#own = withRoom(this.#own, this.#size + 1);
    this.#own[this.#size++] = number;
    return number;
  }

  /** The number of a word, a new one if no document has it. */
  numberOf(forms: Forms): number {
    return forms.numberedBy === this.#keeper ? forms.wordNumber : this.#lookUp(forms);
  }

  #lookUp(forms: Forms): number {
    const { hashes } = forms;
    for (let form = 0; form < FORMS.length; form++) this.#hashes[form] = hashes[form]!;
    const known = this.table.size;
    const number = this.#ids.of(this.#hashes, 0);
    if (number === known) this.#added.push(forms);
    if (number >= this.#lastIn.length) {
      this.#lastIn = withRoom(this.#lastIn, number + 1);
      this.#countIn = withRoom(this.#countIn, number + 1);
    }
    forms.numberedBy = this.#keeper;
    forms.wordNumber = number;
    return number;
  }
}
