/** Cutting and replacing endings by a list. */

/** An ending, and its replacement. */
export type Rule = readonly [ending: string, replacement: string];

/**
 * Applies the first rule whose ending the word has, if at least `least` code units are left before it; returns the
 * word unchanged if no rule applies.
 */
export function replacing(rules: readonly Rule[]): (word: string, least: number) => string {
  const byLast = new Map<number, Rule[]>();
  for (const rule of rules) {
    const last = rule[0].charCodeAt(rule[0].length - 1);
    byLast.set(last, [...(byLast.get(last) ?? []), rule]);
  }
  return (word, least) => {
    const rule = byLast.get(word.charCodeAt(word.length - 1))?.find(([ending]) => word.endsWith(ending));
    if (rule === undefined) return word;
    const rest = word.length - rule[0].length;
    return rest < least ? word : word.slice(0, rest) + rule[1];
  };
}

/** Cuts the longest of the endings that leaves `least` code units; returns the word unchanged if there is none. */
export function cutting(endings: readonly string[], least: number): (word: string) => string {
  const byLast = new Map<number, string[]>();
  for (const ending of [...endings].sort((a, b) => b.length - a.length)) {
    const last = ending.charCodeAt(ending.length - 1);
    byLast.set(last, [...(byLast.get(last) ?? []), ending]);
  }
  return (word) => {
    const room = word.length - least;
    const cut = byLast
      .get(word.charCodeAt(word.length - 1))
      ?.find((ending) => ending.length <= room && word.endsWith(ending));
    return cut === undefined ? word : word.slice(0, -cut.length);
  };
}
