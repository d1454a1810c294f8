/** The scan over int8 vectors finds what a scan over the float vectors finds, through changes and deletions. */
import { expect, test } from 'vitest';
import { normalised } from '../../src/meaning/embedder.ts';
import { quantised } from '../../src/meaning/quantised.ts';
import { VectorMatrix } from '../../src/meaning/vector-matrix.ts';

/** Pseudo-random, the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = generator(7);
const unit = (dimensions: number): Float32Array =>
  normalised(Array.from({ length: dimensions }, () => random() * 2 - 1))!;
const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * b[at]!, 0);

test.each([384, 48, 13])('%d values: nearest passages are those of the float vectors', (dimensions) => {
  const matrix = new VectorMatrix(dimensions);
  const documents = new Map<string, Float32Array[]>();
  const put = (id: string): void => {
    const vectors = Array.from({ length: 1 + Math.floor(random() * 4) }, () => unit(dimensions));
    documents.set(id, vectors);
    matrix.set(id, quantised(vectors));
  };
  for (let number = 0; number < 3000; number++) put(`d${number}`);
  for (let number = 0; number < 3000; number += 3) {
    matrix.delete(`d${number}`);
    documents.delete(`d${number}`);
  }
  for (let number = 0; number < 600; number++) put(`d${number}`);
  expect(matrix.documents).toBe(documents.size);
  expect(matrix.vectors).toBe([...documents.values()].flat().length);

  const query = unit(dimensions);
  const expected = [...documents]
    .map(([id, vectors]) => {
      const cosines = vectors.map((vector) => dot(query, vector));
      const similarity = Math.max(...cosines);
      return { id, similarity, passage: cosines.indexOf(similarity) };
    })
    .sort((a, b) => b.similarity - a.similarity);
  const scan = matrix.scan(query);
  expect(scan.documents).toBe(documents.size);
  const mean = expected.reduce((sum, { similarity }) => sum + similarity, 0) / expected.length;
  expect(scan.mean).toBeCloseTo(mean, 2);
  const found = scan.nearest(20);
  found.forEach(({ similarity }, place) => {
    expect(similarity).toBeCloseTo(expected[place]!.similarity, 1.9);
  });
  // Rounding may swap neighbours, and nothing else.
  const least = expected[19]!.similarity - 0.02;
  const near = new Map(expected.map(({ id, similarity }) => [id, similarity]));
  for (const { id } of found) expect(near.get(id)).toBeGreaterThan(least);
  expect(scan.of('d0')!.passage).toBe(expected.find(({ id }) => id === 'd0')!.passage);
  expect(scan.of('d2997')).toBeUndefined();
});

test('asks for more than there are, and for none', () => {
  const matrix = new VectorMatrix(4);
  expect(matrix.scan(unit(4)).nearest(3)).toEqual([]);
  matrix.set('a', quantised([Float32Array.of(1, 0, 0, 0)]));
  const scan = matrix.scan(Float32Array.of(1, 0, 0, 0));
  expect(scan.nearest(5)).toEqual([{ id: 'a', similarity: expect.closeTo(1, 5), passage: 0 }]);
  expect(scan.nearest(0)).toEqual([]);
  expect(matrix.vectorOf('a')).toEqual(Float32Array.of(1, 0, 0, 0));
});
