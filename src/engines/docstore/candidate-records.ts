/**
 * What a search needs of each candidate, as a record of a file (`storage/record-file.ts`), by document number.
 *
 * Layout, little-endian: date (64-bit float, `NaN` without one), length of the forward index (32 bits), the forward index
 * (`document/stored-forward-index.ts`), the id as UTF-8.
 */
import {
  type NumberedForwardIndex,
  readStoredForwardIndex,
  StoredForwardIndexWriter,
} from '../../document/stored-forward-index.ts';
import type { WordTable } from '../../document/word-table.ts';
import type { DocStoreBatch } from '../batch/batch.ts';
import { eachForwardIndex } from '../batch/forward-indexes.ts';
import type { Candidate } from '../engine.ts';
import { damagedRow } from '../index-broken.ts';
import { RecordBatch } from '../storage/record-batch.ts';

const LENGTH_AT = 8;
const FORWARD_INDEX_AT = 12;

/** The records of a batch whose first document has the number `first`. `numbers`: of the words of the batch, in the lexicon. */
export function candidateRecords(batch: DocStoreBatch, first: number, numbers: Uint32Array): RecordBatch {
  const writer = new StoredForwardIndexWriter();
  const records = new RecordBatch(first);
  const forwardIndexes = eachForwardIndex(batch.forwardIndexes);
  batch.ids.forEach((id, place) => {
    const forwardIndex = writer.write(forwardIndexes.next().value as NumberedForwardIndex, numbers);
    const idBytes = Buffer.from(id);
    const idAt = FORWARD_INDEX_AT + forwardIndex.length;
    records.add(idAt + idBytes.length, (content) => {
      content.writeDoubleLE(batch.dates[place]!, 0);
      content.writeUInt32LE(forwardIndex.length, LENGTH_AT);
      content.set(forwardIndex, FORWARD_INDEX_AT);
      content.set(idBytes, idAt);
    });
  });
  return records;
}

/**
 * The candidate of a record, `[start, end)` of some bytes.
 * @throws LisanError `index_broken` if the record names words that the lexicon lacks.
 */
export function candidateOf(bytes: Buffer, start: number, end: number, lexicon: WordTable): Candidate {
  const publishedAt = bytes.readDoubleLE(start);
  const forwardIndexAt = start + FORWARD_INDEX_AT;
  const idAt = forwardIndexAt + bytes.readUInt32LE(start + LENGTH_AT);
  try {
    const id = bytes.toString('utf8', idAt, end);
    const forwardIndex = readStoredForwardIndex(bytes, lexicon, forwardIndexAt, idAt);
    return Number.isNaN(publishedAt) ? { id, forwardIndex } : { id, forwardIndex, publishedAt };
  } catch (thrown) {
    throw thrown instanceof RangeError ? damagedRow('records') : thrown;
  }
}
