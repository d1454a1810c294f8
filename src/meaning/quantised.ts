/** Vectors in 8 bits a value: a quarter of the memory, and cosines that are off by less than .01. */

/** The vectors of one document, one after another. */
export interface QuantisedVectors {
  /** Of each vector what its values are multiplied by. */
  scales: Float32Array;
  values: Int8Array;
}

/** Largest magnitude of a value. */
const MOST = 127;

export function quantised(vectors: readonly Float32Array[]): QuantisedVectors {
  const dimensions = vectors[0]?.length ?? 0;
  const scales = new Float32Array(vectors.length);
  const values = new Int8Array(vectors.length * dimensions);
  vectors.forEach((vector, number) => {
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    scales[number] = largest / MOST;
    if (largest > 0)
      vector.forEach((value, at) => {
        values[number * dimensions + at] = Math.round((value / largest) * MOST);
      });
  });
  return { scales, values };
}
