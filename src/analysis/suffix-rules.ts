/** Endings of words, where a list of them is all there is to know. */

/** An ending, and what stands in its place. */
export type Rule = readonly [ending: string, replacement: string];

/**
 * Applies the first rule whose ending the word has, if at least `least` code units are left before it; gives the word
 * itself where there is none.
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

/** Takes the longest of the endings off that leaves `least` code units; gives the word itself where there is none. */
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
