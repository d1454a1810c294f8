/** Queries of every kind, sampled from articles, so that words have their natural frequency. */
import type { Article } from '../../src/common/types.ts';

export const KINDS = ['1 word', '2 words', '3 words', '10 words', 'prefix', 'typo'] as const;
export type Kind = (typeof KINDS)[number];

/** Minimum length of a query word, and of a word that is abbreviated or misspelt. */
const SHORTEST = 3;
const LONG = 7;

/** `count` queries of each kind. */
export function queriesOf(
  articles: readonly Article[],
  count: number,
  random: () => number,
): Record<Kind, string[]> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const words = (least: number): string[] => {
    for (;;) {
      const found = pick(articles).body.match(/[\p{L}\p{M}]+/gu) ?? [];
      const kept = found.filter((word) => word.length >= least);
      if (kept.length > 0) return kept;
    }
  };
  const run = (size: number): string => {
    for (;;) {
      const found = words(SHORTEST);
      if (found.length < size) continue;
      const from = Math.floor(random() * (found.length - size + 1));
      return found.slice(from, from + size).join(' ');
    }
  };
  const make: Record<Kind, () => string> = {
    '1 word': () => run(1),
    '2 words': () => run(2),
    '3 words': () => run(3),
    '10 words': () => run(10),
    prefix: () => pick(words(LONG)).slice(0, 4),
    typo: () => {
      const word = pick(words(LONG));
      const at = 2 + Math.floor(random() * (word.length - 4));
      // Two letters swapped.
      return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
    },
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, Array.from({ length: count }, make[kind])])) as Record<
    Kind,
    string[]
  >;
}
