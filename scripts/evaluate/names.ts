/**
 * Names across scripts. The file is a TSV of two spellings of one name; the second column of all lines is the list in
 * which each spelling of the first column looks for its own. The time of a look-up stands beside that of the same
 * search by brute force in the same run. Odd and even lines are also given apart, because the costs of the tables in
 * src/entities were estimated with even ones (counted from 0) only.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { NameMatcher } from '../../src/entities/transliteration/name-distance.ts';
import { NameIndex, nearest } from '../../src/entities/transliteration/name-index.ts';
import { spellingOf } from '../../src/entities/transliteration/spelling.ts';

export interface NamesResult {
  file: string;
  lines: string;
  names: number;
  /** Names in the list. */
  candidates: number;
  /** Share of names whose right spelling is first; among ten. */
  r1: number;
  r10: number;
  /** Median and mean time of a look-up by the index, and the mean by comparing with every name. */
  p50Ms: number;
  meanMs: number;
  bruteMs: number;
}

const DEPTH = 10;
/** Every so many names are looked up by brute force too. */
const BRUTE_EVERY = 30;
const FURTHEST = 28;

export function measureNames(file: string): NamesResult[] {
  const pairs = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t') as [string, string]);
  const list = [...new Set(pairs.map(([, right]) => right))];
  const index = new NameIndex(list);
  const spelled = list.flatMap((name) => {
    const spelling = spellingOf(name);
    return spelling === undefined ? [] : [{ name, spelling }];
  });
  for (const [name] of pairs.slice(0, 300)) index.nearest(name, DEPTH);
  const parts = { all: () => true, even: (i: number) => i % 2 === 0, odd: (i: number) => i % 2 === 1 };
  return Object.entries(parts).map(([lines, belongs]) => {
    const part = pairs.filter((_, i) => belongs(i));
    let first = 0;
    let among = 0;
    const times: number[] = [];
    for (const [name, right] of part) {
      const begun = performance.now();
      const place = index.nearest(name, DEPTH).findIndex((near) => near.name === right);
      times.push(performance.now() - begun);
      if (place === 0) first++;
      if (place >= 0) among++;
    }
    const meanMs = times.reduce((sum, time) => sum + time, 0) / part.length;
    const p50Ms = times.sort((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0;
    const some = part.filter((_, i) => i % BRUTE_EVERY === 0);
    const bruteBegun = performance.now();
    for (const [name] of some) {
      const spelling = spellingOf(name);
      if (spelling !== undefined) nearest(new NameMatcher(spelling), spelled, DEPTH, FURTHEST);
    }
    const bruteMs = (performance.now() - bruteBegun) / some.length;
    return {
      file: basename(file),
      lines,
      names: part.length,
      candidates: list.length,
      r1: first / part.length,
      r10: among / part.length,
      p50Ms,
      meanMs,
      bruteMs,
    };
  });
}
