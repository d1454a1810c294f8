/**
 * A batch of documents in the form in which the files of lisan's own take it: lists, counts and words of all documents
 * together, made without knowing the index, and of few objects, so that any thread can make it and hand it over.
 */
import { decodePostings } from '../postings.ts';
import { bandsOf, shinglesOf } from '../shingles.ts';
import { keyOf } from '../text/key.ts';
import { UNDATED } from './columns.ts';
import { FACETS, type Facet, type IndexRecord, type RecordMention } from './engine.ts';
import { Inversion } from './inversion.ts';
import { termKey } from './lists.ts';
import type { RunImage } from './runs.ts';
import { Tallies } from './tallies.ts';

/** Different strings, each beside its 53-bit key (`termKey`), by which it is soon known whether it is new. */
export interface KeyedWords {
  /** Joined by line feeds, of which words have none. */
  text: string;
  keys: Float64Array;
}

export interface Prepared {
  ids: string[];
  /** Seconds since 1970, or `UNDATED`. */
  dates: Float64Array;
  /** Tokens of title, keywords and body in all documents. */
  lengths: [title: number, keywords: number, body: number];
  /** Postings one after the other, and where each ends. */
  postings: Uint8Array;
  postingsEnds: Uint32Array;
  /** Values of facets, each once; which of them each document has, and where its part ends. */
  labels: { facet: Facet; value: string }[];
  labelsOf: Uint32Array;
  labelEnds: Uint32Array;
  /** Documents count from 0. */
  lists: RunImage;
  frequencies: RunImage;
  /** Bands of each document (`shingles.ts`), and where its part ends. */
  bands: Int32Array;
  bandEnds: Uint32Array;
  /** Variant forms, and in the same order one way in which each is written. */
  words: KeyedWords;
  written: string;
  /** Words that stand as names. */
  names: KeyedWords;
  /** Of the documents that mention somebody: place, month and the mentions. */
  mentions: { place: number; month: string; mentions: readonly RecordMention[] }[];
}

/** What is said of a document besides its words. */
export type PreparedHead = Pick<
  IndexRecord,
  'id' | 'publishedAt' | 'month' | 'languages' | 'entities' | 'source' | 'mentions' | 'postings'
>;

/** Puts documents together: `begin` each, then `term`, `key`, `word` and `name` what it has. */
export class Preparer {
  readonly #ids: string[] = [];
  readonly #dates: number[] = [];
  readonly #lengths: Prepared['lengths'] = [0, 0, 0];
  readonly #postings: Uint8Array[] = [];
  readonly #labels = new Map<string, number>();
  readonly #labelsOf: number[] = [];
  readonly #labelEnds: number[] = [];
  readonly #bands: number[] = [];
  readonly #bandEnds: number[] = [];
  readonly #inversion = new Inversion();
  readonly #tallies = new Tallies();
  readonly #words = new Map<string, string>();
  /** Name -> the number of its key. */
  readonly #names = new Map<string, number>();
  readonly #mentions: Prepared['mentions'] = [];

  get size(): number {
    return this.#ids.length;
  }

  begin(head: PreparedHead): void {
    const { id, publishedAt, postings, mentions } = head;
    const decoded = decodePostings(postings);
    for (let field = 0; field < 3; field++) this.#lengths[field]! += decoded.lengths[field]!;
    if (mentions.length > 0) this.#mentions.push({ place: this.#ids.length, month: head.month ?? '', mentions });
    this.#ids.push(id);
    this.#dates.push(publishedAt ?? UNDATED);
    this.#postings.push(postings);
    for (const facet of FACETS) for (const value of valuesOf(facet, head)) this.#label(facet, value);
    this.#labelEnds.push(this.#labelsOf.length);
    for (const band of bandsOf(shinglesOf(decoded))) this.#bands.push(band);
    this.#bandEnds.push(this.#bands.length);
    this.#inversion.begin();
    this.#tallies.begin();
  }

  /** The number of a term in this batch. */
  term(term: string): number {
    return this.#inversion.number(term);
  }

  /** Notes that the document has a term, by its number, so many times more. */
  count(term: number, times: number): void {
    this.#inversion.count(term, times);
  }

  /** The number of a key in this batch. */
  key(key: number): number {
    return this.#tallies.number(key);
  }

  /** Notes that the document has a key of postings, by its number. */
  note(key: number): void {
    this.#tallies.note(key);
  }

  /** Notes a word, in its variant form, and how it is written. */
  word(word: string, written: string): void {
    if (!this.#words.has(word)) this.#words.set(word, written);
  }

  /** Notes that a word stands as a name in the document. */
  name(name: string): void {
    let key = this.#names.get(name);
    if (key === undefined) {
      key = this.key(keyOf(name, 'name'));
      this.#names.set(name, key);
    }
    this.#tallies.note(key);
  }

  finish(): Prepared {
    const postings = new Uint8Array(this.#postings.reduce((sum, { length }) => sum + length, 0));
    const postingsEnds = new Uint32Array(this.#postings.length);
    let end = 0;
    this.#postings.forEach((own, place) => {
      postings.set(own, end);
      end += own.length;
      postingsEnds[place] = end;
    });
    return {
      ids: this.#ids,
      dates: Float64Array.from(this.#dates),
      lengths: this.#lengths,
      postings,
      postingsEnds,
      labels: Array.from(this.#labels.keys(), (label) => ({
        facet: FACETS[label.charCodeAt(0)]!,
        value: label.slice(1),
      })),
      labelsOf: Uint32Array.from(this.#labelsOf),
      labelEnds: Uint32Array.from(this.#labelEnds),
      lists: this.#inversion.image(),
      frequencies: this.#tallies.image(),
      bands: Int32Array.from(this.#bands),
      bandEnds: Uint32Array.from(this.#bandEnds),
      words: keyed(this.#words.keys()),
      written: [...this.#words.values()].join('\n'),
      names: keyed(this.#names.keys()),
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
export function prepared(records: readonly IndexRecord[]): Prepared {
  const preparer = new Preparer();
  for (const record of records) {
    preparer.begin(record);
    for (const term of record.terms) preparer.count(preparer.term(term), 1);
    for (const key of record.keys) preparer.note(preparer.key(key));
    for (const [word, written] of record.words) preparer.word(word, written);
    for (const name of record.names) preparer.name(name);
  }
  return preparer.finish();
}

/** Buffers that are handed over to another thread instead of being copied. */
export function buffersOf(batch: Prepared): ArrayBuffer[] {
  const { dates, postings, postingsEnds, labelsOf, labelEnds, lists, frequencies, bands, bandEnds } = batch;
  return [
    ...[dates, postings, postingsEnds, labelsOf, labelEnds, bands, bandEnds],
    ...[lists, frequencies].flatMap(({ firstKeys, bytes, ends }) => [firstKeys, bytes, ends]),
    ...[batch.words.keys, batch.names.keys],
  ].map(({ buffer }) => buffer as ArrayBuffer);
}

/** The strings whose keys pass, with their places. */
export function* passing(
  { text, keys }: KeyedWords,
  passes: (key: number) => boolean,
): Generator<[word: string, place: number]> {
  if (keys.length === 0) return;
  const words = text.split('\n');
  for (let place = 0; place < keys.length; place++)
    if (passes(keys[place]!)) yield [words[place]!, place];
}

function keyed(words: Iterable<string>): KeyedWords {
  const all = [...words];
  return { text: all.join('\n'), keys: Float64Array.from(all, termKey) };
}

function valuesOf(facet: Facet, { languages, entities, source, month }: PreparedHead): readonly string[] {
  switch (facet) {
    case 'lang':
      return languages;
    case 'entity':
      return entities;
    case 'source':
      return source === undefined ? [] : [source];
    case 'date':
      return month === undefined ? [] : [month];
  }
}
