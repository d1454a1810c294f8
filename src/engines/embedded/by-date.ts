/** Documents in order of date, undated ones last; those of one date in order of id. */
import type { DocumentIds } from '../docstore/docstore.ts';
import { Best } from './best.ts';

/**
 * The first `count` of the documents, whose numbers rise.
 * @param sign -1: the oldest first, 1: the newest
 */
export function firstByDate(
  documents: Uint32Array,
  count: number,
  sign: -1 | 1,
  dates: Float64Array,
  ids: DocumentIds,
): number[] {
  const keyOf = (document: number): number =>
    Number.isNaN(dates[document]!) ? Number.NEGATIVE_INFINITY : sign * dates[document]!;
  const best = new Best(count);
  for (let place = 0; place < documents.length; place++)
    best.offer(keyOf(documents[place]!), documents[place]!);
  const kept = best.take();
  if (kept.length === 0) return [];
  const least = keyOf(kept.at(-1)!);
  const first = kept.filter((document) => keyOf(document) > least);
  // Of those with the last one's date, more may match than there are places left.
  const tied = new Set<number>();
  for (let place = 0; place < documents.length; place++)
    if (keyOf(documents[place]!) === least) tied.add(documents[place]!);
  for (const number of ids.first(tied, kept.length - first.length)) first.push(number);
  const idOf = ids.of(first);
  return first.sort((a, b) => keyOf(b) - keyOf(a) || Buffer.compare(idOf.get(a)!, idOf.get(b)!));
}
