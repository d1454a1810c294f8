/** The weights of the recogniser, from data/names/weights; `scripts/name-weights.ts` estimates them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { LABEL_COUNT, LABELS, type Weights } from './crf.ts';
import { FEATURES, LAYOUT } from './features.ts';

/** Scripts with capitals and without: they show names by different signs. */
export const WRITINGS = ['cased', 'uncased'] as const;
export type Writing = (typeof WRITINGS)[number];

/** Weights are stored in hundredths. */
const SCALE = 100;
/** Rows with smaller weights only are left out. */
const LEAST = 4;

const fileOf = (writing: Writing): URL =>
  new URL(`../../../data/names/weights-${writing}.tsv`, import.meta.url);

/** The first line names the layout of the features, the second has the transitions, each further one a feature. */
export function writeWeights(writing: Writing, { features, transitions }: Weights): void {
  const lines = [LAYOUT, [...transitions].map(rounded).join(' ')];
  for (let feature = 0; feature < FEATURES; feature++) {
    const row = [...features.subarray(feature * LABEL_COUNT, (feature + 1) * LABEL_COUNT)].map(rounded);
    if (row.some((weight) => Math.abs(weight) >= LEAST)) lines.push(`${feature}\t${row.join(' ')}`);
  }
  writeFileSync(fileOf(writing), `${lines.join('\n')}\n`);
}

/** @throws Error if the file was made for other features than those of the program. */
export function readWeights(writing: Writing): Weights {
  const [layout, transitions = '', ...rows] = readFileSync(fileOf(writing), 'utf8').trimEnd().split('\n');
  if (layout !== LAYOUT)
    throw new Error(`data/names/weights-${writing}.tsv is for other features: run scripts/name-weights.ts.`);
  const features = new Float32Array(FEATURES * LABEL_COUNT);
  for (const row of rows) {
    const [feature = '', weights = ''] = row.split('\t');
    for (const [label, weight] of weights.split(' ').entries())
      features[Number(feature) * LABEL_COUNT + label] = Number(weight) / SCALE;
  }
  return {
    features,
    transitions: Float32Array.from(transitions.split(' '), (weight) => Number(weight) / SCALE),
  };
}

const rounded = (weight: number): number => Math.round(weight * SCALE) + 0;

export { LABELS };
