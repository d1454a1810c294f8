/** Cutting endings off words, where a list of them is all there is to know. */

/** Takes the longest of the endings off that leaves `least` code units; the word itself where there is none. */
export function cutting(endings: readonly string[], least: number): (word: string) => string {
  const byLast = new Map<number, string[]>();
  for (const ending of [...endings].sort((a, b) => b.length - a.length)) {
    const last = ending.charCodeAt(ending.length - 1);
    byLast.set(last, [...(byLast.get(last) ?? []), ending]);
  }
  return (word) => {
    const possible = byLast.get(word.charCodeAt(word.length - 1));
    if (possible === undefined) return word;
    for (const ending of possible) {
      const rest = word.length - ending.length;
      if (rest >= least && word.endsWith(ending)) return word.slice(0, rest);
    }
    return word;
  };
}
