/** Index records in a form that is quickly handed from thread to thread: few strings, and numbers in two buffers. */
import type { IndexRecord } from '../engines/index-record.ts';

export interface Packed {
  records: (Omit<IndexRecord, 'terms' | 'words' | 'postings' | 'keys'> & {
    /** Joined by spaces, of which terms have none. */
    terms: string;
    /** Words and how they are written in turn, joined by line feeds, of which words have none. */
    words: string;
    /** Ends of this record's part of the buffers. */
    postingsEnd: number;
    keysEnd: number;
  })[];
  postings: Uint8Array;
  keys: Int32Array;
}

export function pack(records: readonly IndexRecord[]): Packed {
  const keys: number[] = [];
  const postings = new Uint8Array(records.reduce((sum, record) => sum + record.postings.length, 0));
  let postingsEnd = 0;
  const packed = records.map(({ terms, words, postings: own, keys: ownKeys, ...rest }) => {
    postings.set(own, postingsEnd);
    postingsEnd += own.length;
    for (const key of ownKeys) keys.push(key);
    return {
      ...rest,
      terms: terms.join(' '),
      words: [...words].flat().join('\n'),
      postingsEnd,
      keysEnd: keys.length,
    };
  });
  return { records: packed, postings, keys: Int32Array.from(keys) };
}

/** The records that were packed. Postings begin where numbers of four bytes may: each has a copy of its own. */
export function unpack({ records, postings, keys }: Packed): IndexRecord[] {
  let postingsEnd = 0;
  let keysEnd = 0;
  return records.map(({ terms, words, postingsEnd: nextPostings, keysEnd: nextKeys, ...rest }) => {
    const record = {
      ...rest,
      terms: terms === '' ? [] : terms.split(' '),
      words: pairs(words === '' ? [] : words.split('\n')),
      postings: postings.slice(postingsEnd, nextPostings),
      keys: keys.subarray(keysEnd, nextKeys),
    };
    postingsEnd = nextPostings;
    keysEnd = nextKeys;
    return record;
  });
}

function pairs(words: readonly string[]): Map<string, string> {
  const map = new Map<string, string>();
  for (let i = 0; i < words.length; i += 2) map.set(words[i]!, words[i + 1]!);
  return map;
}
