import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commonName, FAMILY, GIVEN, TOWN } from '../../../src/entities/recogniser/common-names.ts';

const BITS: Readonly<Record<string, number>> = { g: GIVEN, f: FAMILY, p: TOWN };

test('names are what the files say of them, and other words are nothing', () => {
  const listed = new Map<string, number>();
  for (const script of ['Arab', 'Cyrl', 'Latn']) {
    const file = new URL(`../../../data/names/${script}.tsv`, import.meta.url);
    for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
      const [name, kinds] = line.split('\t') as [string, string];
      listed.set(
        name,
        [...kinds].reduce((bits, kind) => bits | BITS[kind]!, 0),
      );
    }
  }
  expect(listed.size).toBeGreaterThan(100_000);
  expect([...listed].filter(([name, bits]) => commonName(name) !== bits)).toEqual([]);
  const others = [...listed.keys()].map((name) => `${name}q`).filter((word) => !listed.has(word));
  expect(others.filter((word) => commonName(word) !== 0)).toEqual([]);
  expect(commonName('')).toBe(0);
});
