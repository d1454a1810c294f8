/** Forward indexes as a store holds them: the same as with a table of their own, whatever the words and their numbers. */
import { expect, test } from 'vitest';
import { annotate } from '../../src/document/annotate.ts';
import { ForwardIndex } from '../../src/document/forward-index.ts';
import { encodeForwardIndex } from '../../src/document/forward-index-writer.ts';
import { readStoredForwardIndex, StoredForwardIndexWriter } from '../../src/document/stored-forward-index.ts';
import { WordIds } from '../../src/document/word-ids.ts';
import { WordTable } from '../../src/document/word-table.ts';
import {
  eachForwardIndex,
  ForwardIndexCollector,
  type ForwardIndexes,
  ForwardIndexNumberer,
} from '../../src/engines/batch/forward-indexes.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from '../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../src/entities/tagger/tagger.ts';

const tagger = new Tagger(loadGazetteer(GAZETTEER_FOLDER));
const own = (title: string, body: string): ForwardIndex =>
  new ForwardIndex(encodeForwardIndex(annotate({ title, body, keywords: ['Astana', 'talks'] }, tagger)));

const many = (words: number): string => Array.from({ length: words }, (_, n) => `word${n}x`).join(' ');
const DOCUMENTS = {
  empty: own('', ''),
  'with mentions, passages and languages': own(
    'Lavrov in Astana',
    'Talks of Lavrov with Hakan Fidan.\nТекст на русском языке о Лаврове.\nمحادثات لافروف في أستانا.',
  ),
  'with as many rare words as fit': own('a', many(1000)),
  'with more rare words than fit': own('a', many(3000)),
};

/** Documents as one batch. */
function batched(documents: readonly ForwardIndex[]): ForwardIndexes {
  const words = new ForwardIndexNumberer();
  const collector = new ForwardIndexCollector();
  for (const document of documents) collector.add(words.number(document));
  return collector.finish(words.table);
}

/** Writes documents as one batch to a store that knows `known` words already, and reads them. */
function stored(documents: readonly ForwardIndex[], known: number): ForwardIndex[] {
  const table = new WordTable();
  table.append(Int32Array.from({ length: known * 4 }, (_, at) => 0x40000000 + at));
  const batch = batched(documents);
  const ids = new WordIds(table);
  const numbers = Uint32Array.from({ length: batch.hashes.length / 4 }, (_, word) =>
    ids.of(batch.hashes, word),
  );
  const writer = new StoredForwardIndexWriter();
  const written = [...eachForwardIndex(batch)].map((each) => writer.write(each, numbers).slice());
  return written.map((bytes) => readStoredForwardIndex(bytes, table));
}

// Without other words all numbers are small; with 70,000 all words of the documents are rare.
test.each([0, 64_000, 70_000])('what is written is read, in a store of %s other words', (known) => {
  const documents = Object.values(DOCUMENTS);
  const read = stored(documents, known);
  read.forEach((document, place) => {
    const original = documents[place]!;
    expect(document.equals(original), Object.keys(DOCUMENTS)[place]).toBe(true);
    expect(document.distinctHashes()).toEqual(original.distinctHashes());
  });
  expect(read.map(({ isWide }) => isWide)).toEqual([false, false, false, known > 0]);
});

test('a document with another word, passage, language or mention is not equal', () => {
  const document = DOCUMENTS['with mentions, passages and languages'];
  for (const other of [
    own('Lavrov in Astana', 'Talks of Lavrov with Hakan Fidan.'),
    own('Fidan in Astana', 'Talks'),
    DOCUMENTS.empty,
  ])
    expect(document.equals(other)).toBe(false);
});

test('what is not whole, or has a word that the table lacks, is refused', () => {
  const [first] = [...eachForwardIndex(batched([own('a', many(20))]))];
  const numbers = Uint32Array.from({ length: 40 }, (_, word) => word + 70_000);
  const bytes = new StoredForwardIndexWriter().write(first!, numbers).slice();
  const table = new WordTable(new Int32Array(4 * 70_100));
  expect(readStoredForwardIndex(bytes, table).rare.length).toBeGreaterThan(0);
  expect(() => readStoredForwardIndex(bytes, new WordTable(new Int32Array(4 * 70_000)))).toThrow(
    'of a table',
  );
  expect(() => readStoredForwardIndex(bytes.subarray(0, bytes.length - 2), table)).toThrow('incomplete');
  expect(() => readStoredForwardIndex(Uint8Array.of(9), table)).toThrow('version 9');
});
