/** Entities of a packed list by the beginning of any word of their names: a search in the sorted words on disk. */
import type { Entity } from '../gazetteer/entity.ts';
import type { PackedList } from './packed-list.ts';

const NUMBER_BYTES = Uint32Array.BYTES_PER_ELEMENT;
/** Words that begin so of which the entities are looked at. */
const MOST_WORDS = 2000;

/**
 * Entities, `limit` at most, of which a word of a name begins with the last of the words, or is the first of several. Those
 * with the most names come first of each word. Callers check the names.
 */
export function packedBeginningWith(list: PackedList, words: readonly string[], limit: number): Entity[] {
  const [first = ''] = words;
  const exact = words.length > 1;
  const count = list.header.sections.dictionaryStarts![1] / NUMBER_BYTES - 1;
  const found = new Map<number, Entity>();
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (wordAt(list, middle) < first) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < count && at < low + MOST_WORDS && found.size < limit; at++) {
    const word = wordAt(list, at);
    if (exact ? word !== first : !word.startsWith(first)) break;
    const [from, to] = [...numbers(list, 'postingStarts', at, 2)] as [number, number];
    const length = Math.min(to - from, limit - found.size);
    for (const index of numbers(list, 'postings', from, length))
      if (!list.isHidden(index)) found.set(index, list.entity(index));
  }
  return [...found.values()];
}

function wordAt(list: PackedList, at: number): string {
  const [from, to] = [...numbers(list, 'dictionaryStarts', at, 2)] as [number, number];
  return list.read('dictionary', from, to - from).toString('utf8');
}

function numbers(
  list: PackedList,
  section: 'dictionaryStarts' | 'postingStarts' | 'postings',
  from: number,
  length: number,
): Uint32Array {
  const bytes = list.read(section, from * NUMBER_BYTES, length * NUMBER_BYTES);
  return new Uint32Array(bytes.buffer, bytes.byteOffset, length);
}
