/** Conditions of filters as tests of document numbers, on the doc values in memory and posting lists. */
import type { Condition } from '../conditions.ts';
import { PostingReader } from '../storage/posting-pages.ts';
import type { DocValues } from './doc-values.ts';
import type { InvertedIndex } from './inverted-index.ts';

/** The test of a condition; `undefined` if every document meets it. */
export function filterTest(
  docValues: DocValues,
  index: InvertedIndex,
  where: Condition,
): ((document: number) => boolean) | undefined {
  return 'all' in where && where.all.length === 0 ? undefined : testOf(docValues, index, where);
}

function testOf(docValues: DocValues, index: InvertedIndex, where: Condition): (document: number) => boolean {
  if ('all' in where) {
    const parts = where.all.map((part) => testOf(docValues, index, part));
    return (document) => parts.every((meets) => meets(document));
  }
  if ('any' in where) {
    const parts = where.any.map((part) => testOf(docValues, index, part));
    return (document) => parts.some((meets) => meets(document));
  }
  if ('not' in where) {
    const meets = testOf(docValues, index, where.not);
    return (document) => !meets(document);
  }
  if ('facet' in where) return docValues.columns[where.facet].test(where.values);
  if ('term' in where) {
    const having = documentsHaving(docValues, index, where.term);
    return (document) => having[document] === 1;
  }
  const { dates } = docValues;
  const { from = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY } = where.published;
  // A document without a date is never within: NaN compares with nothing.
  return (document) => dates[document]! >= from && dates[document]! < before;
}

/** 1 for each document that has a term. */
function documentsHaving({ size }: DocValues, index: InvertedIndex, term: string): Uint8Array {
  const having = new Uint8Array(size);
  for (const { postings, base } of index.postingLists(term)) {
    const reader = new PostingReader(postings, base);
    while (reader.next()) having[reader.document] = 1;
  }
  return having;
}
