/** Spellings of one word that folding does not make equal. */
import { WordMap } from '../../word-map.ts';
import { folded } from './endings.ts';
import { SPELLINGS } from './words.ts';

/** Letters from which a spelling is also replaced at the beginning of a longer word. */
const RESPELT_FROM = 5;
const respelling = new WordMap<string>();
const RESPELT: (readonly [from: string, to: string])[] = [];
for (const group of SPELLINGS.split('|')) {
  const [usual, ...others] = folded(group);
  for (const other of others) {
    respelling.set(other, usual!);
    if (other.length >= RESPELT_FROM) RESPELT.push([other, usual!]);
  }
}
const RESPELT_BEGINNINGS = Map.groupBy(RESPELT, ([from]) => from[0]!);

/** One spelling for words that are spelt in several ways. */
export function respelt(word: string): string {
  const whole = respelling.get(word);
  if (whole !== undefined) return whole;
  const found = RESPELT_BEGINNINGS.get(word[0]!)?.find(([from]) => word.startsWith(from));
  return found === undefined ? word : found[1] + word.slice(found[0].length);
}
