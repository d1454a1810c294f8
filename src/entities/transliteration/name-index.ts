/** Finds the names of a list that another spelling may mean: by key, then by distance. In memory. */

import { NameMatcher } from './name-distance.ts';
import { keptNameKeys, soughtNameKeys } from './phonetic-keys.ts';
import { type Spelling, spellingOf } from './spelling.ts';

/** A name and how far it is from the one that was looked up. */
export interface Near {
  name: string;
  distance: number;
}

/** Names further away than this are never the same. */
const FURTHEST = 28;

export class NameIndex {
  readonly #byKey = new Map<string, number[]>();
  readonly #names: { name: string; spelling: Spelling }[] = [];

  constructor(names: Iterable<string>) {
    for (const name of new Set(names)) {
      const spelling = spellingOf(name);
      if (spelling === undefined) continue;
      const number = this.#names.push({ name, spelling }) - 1;
      for (const key of keptNameKeys(name)) {
        const list = this.#byKey.get(key);
        if (list === undefined) this.#byKey.set(key, [number]);
        else list.push(number);
      }
    }
  }

  /** Up to `limit` names of other scripts within `bound`, the nearest first; equally near ones as they were given. */
  nearest(word: string, limit: number, bound = FURTHEST): Near[] {
    const spelling = spellingOf(word);
    if (spelling === undefined) return [];
    const numbers = new Set<number>();
    for (const key of soughtNameKeys(spelling))
      for (const number of this.#byKey.get(key) ?? []) numbers.add(number);
    const names = Array.from(numbers, (number) => this.#names[number]!);
    return nearest(new NameMatcher(spelling), names, limit, bound);
  }
}

/** The `limit` nearest of some names, the nearest first. What cannot be among them any more is given up early. */
export function nearest(
  matcher: NameMatcher,
  names: Iterable<{ name: string; spelling: Spelling }>,
  limit: number,
  bound: number,
): Near[] {
  const best: Near[] = [];
  for (const { name, spelling: other } of names) {
    const worst = best.length < limit ? bound : best.at(-1)!.distance;
    if (!matcher.mayBeWithin(other.script, worst, other.letters)) continue;
    const distance = matcher.distance(other, worst);
    if (distance > worst || (distance === worst && best.length >= limit)) continue;
    const place = best.findIndex((known) => known.distance > distance);
    best.splice(place === -1 ? best.length : place, 0, { name, distance });
    if (best.length > limit) best.pop();
  }
  return best;
}
