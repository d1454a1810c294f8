/** An index built by another analysis must be detected, and a changed comment must not force every archive to rebuild. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GOLDEN_FILE, type GoldenRecords, goldenRecords } from '../../scripts/golden-records.ts';
import { LANGUAGES } from '../../src/analysis/languages/registry.ts';
import { UTC } from '../../src/common/time-zone.ts';
import { loadGazetteer } from '../../src/entities/gazetteer/gazetteer.ts';
import { indexFingerprint } from '../../src/indexing/fingerprint.ts';
import { GAZETTEER_FOLDER } from '../../src/service/service.ts';

const known: GoldenRecords = JSON.parse(readFileSync(GOLDEN_FILE, 'utf8'));

test('the index records of the fixed corpus change only with ANALYSIS_VERSION', () => {
  const { analysisVersion, ...made } = goldenRecords();
  const { analysisVersion: knownVersion, ...expected } = known;
  const remedy =
    analysisVersion === knownVersion
      ? 'The analysis makes other records than before, and indexes of the earlier code would not be noticed. If that is ' +
        'intended, raise ANALYSIS_VERSION in src/indexing/fingerprint.ts, then run `node scripts/golden-records.ts`.'
      : 'ANALYSIS_VERSION was raised: run `node scripts/golden-records.ts`.';
  expect(made, remedy).toEqual(expected);
  expect(analysisVersion, remedy).toBe(knownVersion);
});

test('the fixed corpus has words of every language', () => {
  expect(Object.keys(known.words).sort()).toEqual(LANGUAGES.map(({ code }) => code).sort());
});

test('the fingerprint has one part for analysis and layout and one for the gazetteer', () => {
  const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
  const fewer = { ...gazetteer, entities: new Map([...gazetteer.entities].slice(1)) };
  const [analysis, entities] = indexFingerprint(gazetteer, '4', UTC).split('.');
  expect(indexFingerprint(gazetteer, '4', UTC)).toBe(`${analysis}.${entities}`);
  expect(indexFingerprint(gazetteer, '5', UTC).split('.')[0]).not.toBe(analysis);
  expect(indexFingerprint(gazetteer, '5', UTC).split('.')[1]).toBe(entities);
  expect(indexFingerprint(fewer, '4', UTC).split('.')[0]).toBe(analysis);
  expect(indexFingerprint(fewer, '4', UTC).split('.')[1]).not.toBe(entities);
});
