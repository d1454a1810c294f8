/** A column of facet values against lists of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FacetColumn } from '../../../src/engines/embedded/facet-column.ts';

/** Adds documents with their values, numbered from `first` on, as one batch. Returns the number after the last. */
function addBatch(column: FacetColumn, first: number, batch: readonly (readonly string[])[]): number {
  for (const value of batch.flat()) column.name(value);
  const size = first + batch.length;
  column.makeRoom(size);
  batch.forEach((values, place) => {
    for (const value of values) column.add(first + place, column.numberOf(value)!);
  });
  column.end();
  return size;
}

const countsOf = (column: FacetColumn, documents: Uint32Array): Uint32Array => {
  const counts = column.counts();
  column.count(documents, counts);
  return column.byValue(counts);
};

const valuesOf = (most: number) =>
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: most, minLength: 0 });
/** Documents with few values come first, so that a column has one value a document for a while. */
const batches = fc.tuple(
  fc.array(fc.array(valuesOf(1), { maxLength: 20 }), { maxLength: 4 }),
  fc.array(fc.array(valuesOf(3), { maxLength: 20 }), { maxLength: 4 }),
);

test('counts and tests the values of any documents', () => {
  fc.assert(
    fc.property(
      batches,
      fc.integer({ min: 0, max: 3 }),
      fc.func(fc.boolean()),
      ([few, more], gap, chosen) => {
        const column = new FacetColumn();
        const held: string[][] = [[]];
        for (const batch of [...few, ...more]) {
          // Numbers that no document has.
          while (held.length % 4 < gap) held.push([]);
          addBatch(column, held.length, batch);
          held.push(...batch);
          const documents = Uint32Array.from([...held.keys()].filter((n) => n > 0 && chosen(n)));
          const counts = countsOf(column, documents);
          for (const [number, value] of column.values.entries()) {
            const having = [...documents].filter((n) => held[n]!.includes(value));
            expect(counts[number]).toBe(having.length);
          }
          const any = column.test(undefined);
          const some = column.test(['b', 'unknown', 'd']);
          for (const document of documents) {
            const own = held[document]!;
            expect(any(document)).toBe(own.length > 0);
            expect(some(document)).toBe(own.includes('b') || own.includes('d'));
          }
        }
      },
    ),
  );
});

test('ranks values by the alphabet as they are named', () => {
  const column = new FacetColumn();
  column.name('b');
  column.name('a');
  expect([...column.ranks]).toEqual([1, 0]);
  column.name('aa');
  expect([...column.ranks]).toEqual([2, 0, 1]);
});

test('more sets of values than are numbered, and more values than 16 bits tell apart', () => {
  const column = new FacetColumn();
  const first = addBatch(column, 1, [['first'], [], ['last', 'first']]);
  const many = Array.from({ length: 70_000 }, (_, n) => (n % 2 === 0 ? [`v${n}`] : [`v${n}`, 'last']));
  const size = addBatch(column, first, many);
  addBatch(column, size, [['last']]);
  const counts = countsOf(column, Uint32Array.from([1, 2, 3, first, first + 69_999, size]));
  const counted = column.values.flatMap((value, number) =>
    counts[number]! > 0 ? [[value, counts[number]]] : [],
  );
  expect(counted).toEqual([
    ['first', 2],
    ['last', 3],
    ['v0', 1],
    ['v69999', 1],
  ]);
  const test = column.test(['v4100', 'first']);
  expect([1, 2, 3, first, first + 4100, size].map(test)).toEqual([true, false, true, false, true, false]);
});
