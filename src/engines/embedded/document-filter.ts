/** Conditions of filters as tests of document numbers, on the doc values in memory. */
import type { Condition } from '../conditions.ts';
import type { DocValues } from './doc-values.ts';

/** The test of a condition; `undefined` if every document meets it. */
export function filterTest(
  docValues: DocValues,
  where: Condition,
): ((document: number) => boolean) | undefined {
  return 'all' in where && where.all.length === 0 ? undefined : testOf(docValues, where);
}

function testOf(docValues: DocValues, where: Condition): (document: number) => boolean {
  const { dates, ordinals, offsets, values: facetValues } = docValues;
  if ('all' in where) {
    const parts = where.all.map((part) => testOf(docValues, part));
    return (document) => parts.every((meets) => meets(document));
  }
  if ('any' in where) {
    const parts = where.any.map((part) => testOf(docValues, part));
    return (document) => parts.some((meets) => meets(document));
  }
  if ('not' in where) {
    const meets = testOf(docValues, where.not);
    return (document) => !meets(document);
  }
  if ('facet' in where) {
    const { facet, values } = where;
    if (values !== undefined) {
      const wanted = new Set(values.flatMap((value) => docValues.ordinalOf(facet, value) ?? []));
      return (document) => {
        for (let at = offsets[document - 1]!; at < offsets[document]!; at++)
          if (wanted.has(ordinals[at]!)) return true;
        return false;
      };
    }
    return (document) => {
      for (let at = offsets[document - 1]!; at < offsets[document]!; at++)
        if (facetValues[ordinals[at]!]!.facet === facet) return true;
      return false;
    };
  }
  const { from = Number.NEGATIVE_INFINITY, before = Number.POSITIVE_INFINITY } = where.published;
  // A document without a date is never within: NaN compares with nothing.
  return (document) => dates[document]! >= from && dates[document]! < before;
}
