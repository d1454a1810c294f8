/** Index records encoded for a cheap transfer between threads: few strings, and numbers in two buffers. */
import type { IndexRecord } from '../engines/index-record.ts';

export interface EncodedRecords {
  records: (Omit<IndexRecord, 'terms' | 'words' | 'forwardIndex' | 'hashes'> & {
    /** Joined by spaces; terms have none. */
    terms: string;
    /** Words and their written forms in turn, joined by line feeds; words have none. */
    words: string;
    /** Where this record's part of the buffers ends. */
    forwardIndexEnd: number;
    hashesEnd: number;
  })[];
  forwardIndexes: Uint8Array;
  hashes: Int32Array;
}

export function encodeRecords(records: readonly IndexRecord[]): EncodedRecords {
  const hashes: number[] = [];
  const forwardIndexes = new Uint8Array(records.reduce((sum, record) => sum + record.forwardIndex.length, 0));
  let forwardIndexEnd = 0;
  const packed = records.map(({ terms, words, forwardIndex: own, hashes: ownHashes, ...rest }) => {
    forwardIndexes.set(own, forwardIndexEnd);
    forwardIndexEnd += own.length;
    for (const hash of ownHashes) hashes.push(hash);
    return {
      ...rest,
      terms: terms.join(' '),
      words: [...words].flat().join('\n'),
      forwardIndexEnd,
      hashesEnd: hashes.length,
    };
  });
  return { records: packed, forwardIndexes, hashes: Int32Array.from(hashes) };
}

/** Reverses `encodeRecords`. Each forward index is copied, because it must begin at a multiple of four bytes. */
export function decodeRecords({ records, forwardIndexes, hashes }: EncodedRecords): IndexRecord[] {
  let forwardIndexEnd = 0;
  let hashesEnd = 0;
  return records.map(
    ({ terms, words, forwardIndexEnd: nextForwardIndex, hashesEnd: nextHashes, ...rest }) => {
      const record = {
        ...rest,
        terms: terms === '' ? [] : terms.split(' '),
        words: pairs(words === '' ? [] : words.split('\n')),
        forwardIndex: forwardIndexes.slice(forwardIndexEnd, nextForwardIndex),
        hashes: hashes.subarray(hashesEnd, nextHashes),
      };
      forwardIndexEnd = nextForwardIndex;
      hashesEnd = nextHashes;
      return record;
    },
  );
}

function pairs(words: readonly string[]): Map<string, string> {
  const map = new Map<string, string>();
  for (let i = 0; i < words.length; i += 2) map.set(words[i]!, words[i + 1]!);
  return map;
}
