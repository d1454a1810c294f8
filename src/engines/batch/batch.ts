/**
 * A batch of documents in the form in which lisan's files store it: postings, counts and words of all documents together.
 * It is built without the index and consists of few objects, so any thread can build it and transfer it.
 */

import { termHash, wideTermHash } from '../../analysis/hash.ts';
import { ForwardIndex } from '../../document/forward-index.ts';
import { bandsOfNumbered } from '../../document/minhash.ts';
import type { NumberedForwardIndex } from '../../document/stored-forward-index.ts';
import type { WordTable } from '../../document/word-table.ts';
import { FACETS, type Facet } from '../facets.ts';
import type { IndexRecord, RecordMention } from '../index-record.ts';
import { KeyCounter } from '../storage/key-counter.ts';
import { KeyIds } from '../storage/key-ids.ts';
import type { SegmentImage } from '../storage/segments.ts';
import { ForwardIndexCollector, type ForwardIndexes, ForwardIndexNumberer } from './forward-indexes.ts';
import { Inverter } from './inverter.ts';

/** Distinct words with their keys (`wideKeyOf`), which make it cheap to check whether a word is new. */
export interface KeyedWords {
  keys: Float64Array;
  /** The concatenated words, and the end of each. */
  text: string;
  ends: Uint32Array;
}

/** The part of a batch for the docstore, which lisan keeps for every engine. */
export interface DocStoreBatch {
  ids: string[];
  /** Seconds since 1970, or `UNDATED`. */
  dates: Float64Array;
  /** Tokens of title, keywords and body in all documents. */
  lengths: [title: number, keywords: number, body: number];
  /** The forward indexes of the documents. */
  forwardIndexes: ForwardIndexes;
  /** Number of documents of the batch by hash. */
  frequencies: SegmentImage;
  /** Bands of each document (`minhash.ts`), and the end of its part. */
  bands: Int32Array;
  bandEnds: Uint32Array;
  /** Folded forms, each followed by a line feed (which words do not contain) and one written form. */
  words: KeyedWords;
  /** Words used as names. */
  names: KeyedWords;
  /** For documents that mention entities: position in the batch, month and mentions. */
  mentions: { place: number; month: string; mentions: readonly RecordMention[] }[];
}

/** A batch with the data that the embedded engine searches. */
export interface Batch extends DocStoreBatch {
  /** Distinct facet values; the values of each document, and the end of its part. */
  facetValues: { facet: Facet; value: string }[];
  ordinals: Uint32Array;
  ordinalEnds: Uint32Array;
  /** Posting lists; documents are numbered from 0. */
  postings: SegmentImage;
}

/** The data of a document besides its words. */
export type BatchHead = Pick<IndexRecord, 'id' | 'publishedAt' | 'facets' | 'mentions'>;

/** Distinct terms, keys, words and names of a batch. */
export interface BatchSizes {
  terms: number;
  keys: number;
  words: number;
  names: number;
}
const NOTHING_EXPECTED: BatchSizes = { terms: 0, keys: 0, words: 0, names: 0 };

/** Collects documents: call `begin` for each, then `term`, `key`, `word` and `name` for its content. */
export class BatchBuilder {
  readonly #table: WordTable;
  readonly #ids: string[] = [];
  readonly #dates: number[] = [];
  readonly #lengths: Batch['lengths'] = [0, 0, 0];
  readonly #forwardIndexes = new ForwardIndexCollector();
  /** By facet. */
  readonly #labels = FACETS.map(() => new Map<string, number>());
  readonly #facetValues: Batch['facetValues'] = [];
  readonly #labelsOf: number[] = [];
  readonly #labelEnds: number[] = [];
  readonly #bands: number[] = [];
  readonly #bandEnds: number[] = [];
  readonly #inverter: Inverter;
  readonly #hashCounts: KeyCounter;
  readonly #words: Vocabulary;
  readonly #names: Vocabulary;
  /** Number of the key, by number of the name. */
  readonly #nameKeys: number[] = [];
  readonly #mentions: Batch['mentions'] = [];

  /** `table`: the words of the documents by their numbers; it may grow. `expected`: for so much there is room at once. */
  constructor(table: WordTable, expected: BatchSizes = NOTHING_EXPECTED) {
    this.#table = table;
    this.#inverter = new Inverter(expected.terms);
    this.#hashCounts = new KeyCounter(expected.keys);
    this.#words = new Vocabulary(expected.words);
    this.#names = new Vocabulary(expected.names);
  }

  get sizes(): BatchSizes {
    return {
      terms: this.#inverter.size,
      keys: this.#hashCounts.size,
      words: this.#words.size,
      names: this.#names.size,
    };
  }

  get size(): number {
    return this.#ids.length;
  }

  /** `forwardIndex`: with the numbers of the table; not kept. */
  begin({ id, publishedAt, facets, mentions }: BatchHead, forwardIndex: NumberedForwardIndex): void {
    for (let field = 0; field < 3; field++) this.#lengths[field]! += forwardIndex.lengths[field]!;
    if (mentions.length > 0)
      this.#mentions.push({ place: this.#ids.length, month: facets.date[0] ?? '', mentions });
    this.#ids.push(id);
    this.#dates.push(publishedAt ?? UNDATED);
    this.#forwardIndexes.add(forwardIndex);
    for (let facet = 0; facet < FACETS.length; facet++)
      for (const value of facets[FACETS[facet]!]) this.#label(facet, value);
    this.#labelEnds.push(this.#labelsOf.length);
    for (const band of bandsOfNumbered(forwardIndex, this.#table)) this.#bands.push(band);
    this.#bandEnds.push(this.#bands.length);
    this.#inverter.begin();
    this.#hashCounts.begin();
  }

  /** The number of a term in this batch, by its key (`wideKeyOf`). */
  term(key: number): number {
    return this.#inverter.number(key);
  }

  /** Adds `times` occurrences of a term, by its number, to the document. */
  count(term: number, times: number): void {
    this.#inverter.count(term, times);
  }

  /** The number of a key in this batch. */
  key(key: number): number {
    return this.#hashCounts.number(key);
  }

  /** Adds a hash of the document's forward index, by its number. */
  note(key: number): void {
    this.#hashCounts.note(key);
  }

  /** Adds a word: its folded form and its written form. */
  word(word: string, written: string): void {
    this.#words.add(word, written);
  }

  /** The number of the key of a word that is used as a name; to be noted for each document in which it is. */
  name(name: string): number {
    const number = this.#names.add(name);
    if (number === this.#nameKeys.length) this.#nameKeys.push(this.key(termHash(name, 'name')));
    return this.#nameKeys[number]!;
  }

  finish(): Batch {
    return {
      ids: this.#ids,
      dates: Float64Array.from(this.#dates),
      lengths: this.#lengths,
      forwardIndexes: this.#forwardIndexes.finish(this.#table),
      facetValues: this.#facetValues,
      ordinals: Uint32Array.from(this.#labelsOf),
      ordinalEnds: Uint32Array.from(this.#labelEnds),
      postings: this.#inverter.image(),
      frequencies: this.#hashCounts.image(),
      bands: Int32Array.from(this.#bands),
      bandEnds: Uint32Array.from(this.#bandEnds),
      words: this.#words.keyed((word, written) => `${word}\n${written}`),
      names: this.#names.keyed((name) => name),
      mentions: this.#mentions,
    };
  }

  #label(facet: number, value: string): void {
    const labels = this.#labels[facet]!;
    let label = labels.get(value);
    if (label === undefined) {
      label = this.#facetValues.push({ facet: FACETS[facet]!, value }) - 1;
      labels.set(value, label);
    }
    this.#labelsOf.push(label);
  }
}

/** Records as a batch. */
export function batchOfRecords(records: readonly IndexRecord[]): Batch {
  return batchOf(records, (builder, { terms }) => {
    for (const term of terms) builder.count(builder.term(wideTermHash(term)), 1);
  });
}

/** Records as a batch for an engine on a server, which has its own posting lists: none are built. */
export function docStoreBatchOf(records: readonly IndexRecord[]): DocStoreBatch {
  return batchOf(records, () => {});
}

function batchOf(
  records: readonly IndexRecord[],
  invert: (builder: BatchBuilder, record: IndexRecord) => void,
): Batch {
  const words = new ForwardIndexNumberer();
  const builder = new BatchBuilder(words.table);
  for (const record of records) {
    builder.begin(record, words.number(new ForwardIndex(record.forwardIndex)));
    for (const hash of record.hashes) builder.note(builder.key(hash));
    for (const [word, written] of record.words) builder.word(word, written);
    for (const name of record.names) builder.note(builder.name(name));
    invert(builder, record);
  }
  return builder.finish();
}

/** Buffers that are transferred to another thread instead of copied. */
export function buffersOf(batch: Batch): ArrayBuffer[] {
  const { dates, forwardIndexes, ordinals, ordinalEnds, postings, frequencies, bands, bandEnds } = batch;
  return [
    ...Object.values(forwardIndexes),
    ...[dates, ordinals, ordinalEnds, bands, bandEnds],
    ...[postings, frequencies].flatMap(({ firstKeys, bytes, ends }) => [firstKeys, bytes, ends]),
    ...[batch.words, batch.names].flatMap(({ keys, ends }) => [keys, ends]),
  ].map(({ buffer }) => buffer as ArrayBuffer);
}

/** Words whose keys pass a test. */
export function* passing(
  { keys, text, ends }: KeyedWords,
  passes: (key: number) => boolean,
): Generator<string> {
  for (let place = 0; place < keys.length; place++)
    if (passes(keys[place]!)) yield text.slice(place === 0 ? 0 : ends[place - 1]!, ends[place]!);
}

/**
 * Whether the new written form of a word should replace the known one: if it has diacritics and the known one does not.
 */
export function isBetter(known: string | undefined, word: string): boolean {
  return known === undefined || known === word;
}

/** Distinct words, numbered in the order of arrival, with their written forms. */
class Vocabulary {
  readonly #numbers: KeyIds;
  readonly #words: string[] = [];
  readonly #written: string[] = [];

  constructor(expected = 0) {
    this.#numbers = new KeyIds(expected);
  }

  get size(): number {
    return this.#words.length;
  }

  /** The number of a word. */
  add(word: string, written = word): number {
    const number = this.#numbers.of(wideTermHash(word));
    if (number === this.#words.length) this.#words.push(word);
    if (isBetter(this.#written[number], word)) this.#written[number] = written;
    return number;
  }

  keyed(text: (word: string, written: string) => string): KeyedWords {
    const texts = this.#words.map((word, number) => text(word, this.#written[number]!));
    let end = 0;
    const ends = Uint32Array.from(texts, ({ length }) => {
      end += length;
      return end;
    });
    return { keys: this.#numbers.keys, text: texts.join(''), ends };
  }
}

/** Date of a document that has none. */
export const UNDATED = Number.NaN;
