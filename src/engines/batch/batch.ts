/**
 * A batch of documents in the form in which the files of lisan's own take it: lists, counts and words of all documents
 * together, made without knowing the index, and of few objects, so that any thread can make it and hand it over.
 */

import { termHash, wideTermHash } from '../../analysis/hash.ts';
import { ForwardIndex } from '../../document/forward-index.ts';
import { bandsOf, shinglesOf } from '../../document/minhash.ts';
import { FACETS, type Facet } from '../facets.ts';
import type { IndexRecord, RecordMention } from '../index-record.ts';
import { KeyCounter } from '../storage/key-counter.ts';
import { KeyIds } from '../storage/key-ids.ts';
import type { SegmentImage } from '../storage/segments.ts';
import { Inverter } from './inverter.ts';

/** Different words, each beside its key (`wideKeyOf`), by which it is soon known whether it is new. */
export interface KeyedWords {
  keys: Float64Array;
  /** The words one after the other, and where each ends. */
  text: string;
  ends: Uint32Array;
}

/** The part of a batch that the document store takes, which lisan keeps for every engine. */
export interface DocStoreBatch {
  ids: string[];
  /** Seconds since 1970, or `UNDATED`. */
  dates: Float64Array;
  /** Tokens of title, keywords and body in all documents. */
  lengths: [title: number, keywords: number, body: number];
  /** Forward indexes one after the other, and where each ends. */
  forwardIndexes: Uint8Array;
  forwardIndexEnds: Uint32Array;
  /** Documents of the batch by hash. */
  frequencies: SegmentImage;
  /** Bands of each document (`minhash.ts`), and where its part ends. */
  bands: Int32Array;
  bandEnds: Uint32Array;
  /** Folded forms, each with one way in which it is written behind a line feed, which words do not contain. */
  words: KeyedWords;
  /** Words that stand as names. */
  names: KeyedWords;
  /** Of the documents that mention an entity: place, month and the mentions. */
  mentions: { place: number; month: string; mentions: readonly RecordMention[] }[];
}

/** A batch with what the embedded engine searches. */
export interface Batch extends DocStoreBatch {
  /** Values of facets, each once; which of them each document has, and where its part ends. */
  facetValues: { facet: Facet; value: string }[];
  ordinals: Uint32Array;
  ordinalEnds: Uint32Array;
  /** Inverted lists; documents count from 0. */
  postings: SegmentImage;
}

/** What is said of a document besides its words. */
export type BatchHead = Pick<IndexRecord, 'id' | 'publishedAt' | 'facets' | 'mentions' | 'forwardIndex'>;

/** Puts documents together: `begin` each, then `term`, `key`, `word` and `name` what it has. */
export class BatchBuilder {
  readonly #ids: string[] = [];
  readonly #dates: number[] = [];
  readonly #lengths: Batch['lengths'] = [0, 0, 0];
  readonly #forwardIndexes: Uint8Array[] = [];
  readonly #labels = new Map<string, number>();
  readonly #labelsOf: number[] = [];
  readonly #labelEnds: number[] = [];
  readonly #bands: number[] = [];
  readonly #bandEnds: number[] = [];
  readonly #inverter = new Inverter();
  readonly #hashCounts = new KeyCounter();
  readonly #words = new Vocabulary();
  readonly #names = new Vocabulary();
  /** By number of the name: the number of its key. */
  readonly #nameKeys: number[] = [];
  readonly #mentions: Batch['mentions'] = [];

  get size(): number {
    return this.#ids.length;
  }

  begin(head: BatchHead): void {
    const { id, publishedAt, facets, forwardIndex, mentions } = head;
    const decoded = new ForwardIndex(forwardIndex);
    for (let field = 0; field < 3; field++) this.#lengths[field]! += decoded.lengths[field]!;
    if (mentions.length > 0)
      this.#mentions.push({ place: this.#ids.length, month: facets.date[0] ?? '', mentions });
    this.#ids.push(id);
    this.#dates.push(publishedAt ?? UNDATED);
    this.#forwardIndexes.push(forwardIndex);
    for (const facet of FACETS) for (const value of facets[facet]) this.#label(facet, value);
    this.#labelEnds.push(this.#labelsOf.length);
    for (const band of bandsOf(shinglesOf(decoded))) this.#bands.push(band);
    this.#bandEnds.push(this.#bands.length);
    this.#inverter.begin();
    this.#hashCounts.begin();
  }

  /** The number that a term has in this batch by its key (`wideKeyOf`). */
  term(key: number): number {
    return this.#inverter.number(key);
  }

  /** Notes that the document has a term, by its number, so many times more. */
  count(term: number, times: number): void {
    this.#inverter.count(term, times);
  }

  /** The number of a key in this batch. */
  key(key: number): number {
    return this.#hashCounts.number(key);
  }

  /** Notes that the document has a hash of its forward index, by its number. */
  note(key: number): void {
    this.#hashCounts.note(key);
  }

  /** Notes a word, in its folded form, and how it is written. */
  word(word: string, written: string): void {
    this.#words.add(word, written);
  }

  /** Notes that a word stands as a name in the document. */
  name(name: string): void {
    const number = this.#names.add(name);
    if (number === this.#nameKeys.length) this.#nameKeys.push(this.key(termHash(name, 'name')));
    this.#hashCounts.note(this.#nameKeys[number]!);
  }

  finish(): Batch {
    const forwardIndexes = new Uint8Array(this.#forwardIndexes.reduce((sum, { length }) => sum + length, 0));
    const forwardIndexEnds = new Uint32Array(this.#forwardIndexes.length);
    let end = 0;
    this.#forwardIndexes.forEach((own, place) => {
      forwardIndexes.set(own, end);
      end += own.length;
      forwardIndexEnds[place] = end;
    });
    return {
      ids: this.#ids,
      dates: Float64Array.from(this.#dates),
      lengths: this.#lengths,
      forwardIndexes,
      forwardIndexEnds,
      facetValues: Array.from(this.#labels.keys(), (label) => ({
        facet: FACETS[label.charCodeAt(0)]!,
        value: label.slice(1),
      })),
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

  #label(facet: Facet, value: string): void {
    const name = String.fromCharCode(FACETS.indexOf(facet)) + value;
    let label = this.#labels.get(name);
    if (label === undefined) {
      label = this.#labels.size;
      this.#labels.set(name, label);
    }
    this.#labelsOf.push(label);
  }
}

/** Records as a batch. */
export function batchOfRecords(records: readonly IndexRecord[]): Batch {
  const builder = new BatchBuilder();
  for (const record of records) {
    addRecord(builder, record);
    for (const term of record.terms) builder.count(builder.term(wideTermHash(term)), 1);
  }
  return builder.finish();
}

/** Records as a batch for an engine on a server, which has inverted lists of its own: they are not built. */
export function docStoreBatchOf(records: readonly IndexRecord[]): DocStoreBatch {
  const builder = new BatchBuilder();
  for (const record of records) addRecord(builder, record);
  return builder.finish();
}

function addRecord(builder: BatchBuilder, record: IndexRecord): void {
  builder.begin(record);
  for (const hash of record.hashes) builder.note(builder.key(hash));
  for (const [word, written] of record.words) builder.word(word, written);
  for (const name of record.names) builder.name(name);
}

/** Buffers that are handed over to another thread instead of being copied. */
export function buffersOf(batch: Batch): ArrayBuffer[] {
  const {
    dates,
    forwardIndexes,
    forwardIndexEnds,
    ordinals,
    ordinalEnds,
    postings,
    frequencies,
    bands,
    bandEnds,
  } = batch;
  return [
    ...[dates, forwardIndexes, forwardIndexEnds, ordinals, ordinalEnds, bands, bandEnds],
    ...[postings, frequencies].flatMap(({ firstKeys, bytes, ends }) => [firstKeys, bytes, ends]),
    ...[batch.words, batch.names].flatMap(({ keys, ends }) => [keys, ends]),
  ].map(({ buffer }) => buffer as ArrayBuffer);
}

/** Words whose keys pass. */
export function* passing(
  { keys, text, ends }: KeyedWords,
  passes: (key: number) => boolean,
): Generator<string> {
  for (let place = 0; place < keys.length; place++)
    if (passes(keys[place]!)) yield text.slice(place === 0 ? 0 : ends[place - 1]!, ends[place]!);
}

/**
 * Whether a word, of which it is known how it is written, should rather be shown as it is now: with its marks, where it
 * was met without them only.
 */
export function isBetter(known: string | undefined, word: string): boolean {
  return known === undefined || known === word;
}

/** Different words, numbered in the order in which they come, and how each is written. */
class Vocabulary {
  readonly #numbers = new KeyIds();
  readonly #words: string[] = [];
  readonly #written: string[] = [];

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
