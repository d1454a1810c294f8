/** The forward indexes of a batch, with one table of words for all of them. */
import { withRoom } from '../../common/room.ts';
import type { ForwardIndex } from '../../document/forward-index.ts';
import type { NumberedForwardIndex } from '../../document/stored-forward-index.ts';
import { WordIds } from '../../document/word-ids.ts';
import { WORD_SIZE, WordTable } from '../../document/word-table.ts';

/** Forward indexes whose words are numbered over all of them. */
export interface ForwardIndexes {
  /** Hashes of the distinct words, see `WordTable`. */
  hashes: Int32Array;
  /** One more than the number of the word at each position of all documents; 0 ends a passage. */
  words: Uint32Array;
  /** Positions of title, keywords and body of each document. */
  lengths: Uint32Array;
  /** See `ForwardIndexParts`; the mentions and passages of all documents, and where those of each end. */
  mentions: Int32Array;
  mentionEnds: Uint32Array;
  languages: Uint8Array;
  languageEnds: Uint32Array;
}

/** Gives the words of forward indexes that have tables of their own numbers in one table. */
export class ForwardIndexNumberer {
  readonly table = new WordTable();
  readonly #ids = new WordIds(this.table);

  number({ table, words, passageBreak, lengths, mentions, languages }: ForwardIndex): NumberedForwardIndex {
    const numbers = new Uint32Array(table.size);
    for (let word = 0; word < table.size; word++) numbers[word] = this.#ids.of(table.hashes, word) + 1;
    const numbered = Uint32Array.from(words, (word) => (word === passageBreak ? 0 : numbers[word]!));
    return { words: numbered, lengths, mentions, languages };
  }
}

/** Collects forward indexes whose words are numbered in one table. */
export class ForwardIndexCollector {
  #words = new Uint32Array(1 << 14);
  #end = 0;
  readonly #lengths: number[] = [];
  readonly #mentions: number[] = [];
  readonly #mentionEnds: number[] = [];
  readonly #languages: number[] = [];
  readonly #languageEnds: number[] = [];

  /** Copies what is given. */
  add({ words, lengths, mentions, languages }: NumberedForwardIndex): void {
    this.#words = withRoom(this.#words, this.#end + words.length);
    this.#words.set(words, this.#end);
    this.#end += words.length;
    for (const length of lengths) this.#lengths.push(length);
    for (let at = 0; at < mentions.length; at++) this.#mentions.push(mentions[at]!);
    this.#mentionEnds.push(this.#mentions.length);
    for (const language of languages) this.#languages.push(language);
    this.#languageEnds.push(this.#languages.length);
  }

  /** `table`: has the words. */
  finish({ hashes, size }: WordTable): ForwardIndexes {
    return {
      hashes: hashes.slice(0, size * WORD_SIZE),
      words: this.#words.slice(0, this.#end),
      lengths: Uint32Array.from(this.#lengths),
      mentions: Int32Array.from(this.#mentions),
      mentionEnds: Uint32Array.from(this.#mentionEnds),
      languages: Uint8Array.from(this.#languages),
      languageEnds: Uint32Array.from(this.#languageEnds),
    };
  }
}

/** The forward index of each document of a batch, in order. */
export function* eachForwardIndex(batch: ForwardIndexes): Generator<NumberedForwardIndex> {
  const { words, lengths, mentions, mentionEnds, languages, languageEnds } = batch;
  let [end, mentionEnd, languageEnd] = [0, 0, 0];
  for (let place = 0; place < mentionEnds.length; place++) {
    const own = [lengths[place * 3]!, lengths[place * 3 + 1]!, lengths[place * 3 + 2]!] as const;
    const [from, mentionFrom, languageFrom] = [end, mentionEnd, languageEnd];
    end += own[0] + own[1] + own[2];
    mentionEnd = mentionEnds[place]!;
    languageEnd = languageEnds[place]!;
    yield {
      lengths: own,
      words: words.subarray(from, end),
      mentions: mentions.subarray(mentionFrom, mentionEnd),
      languages: languages.subarray(languageFrom, languageEnd),
    };
  }
}
