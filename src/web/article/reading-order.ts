/** The order in which the passages of an article in several languages are read. Pure. */

interface InLanguage {
  lang: string;
}

/** Languages of some passages, in the order in which they first occur; texts of no known language are not counted. */
export function languagesOf(passages: readonly InLanguage[]): string[] {
  return [...new Set(passages.map(({ lang }) => lang))].filter((lang) => lang !== 'und');
}

/** The passages in a language, then the others, each in the order of the text; all in that order if there are none. */
export function readingOrder<P extends InLanguage>(
  passages: readonly P[],
  first: string | undefined,
): { first: P[]; rest: P[] } {
  const chosen = passages.filter(({ lang }) => lang === first);
  if (chosen.length === 0) return { first: [...passages], rest: [] };
  return { first: chosen, rest: passages.filter(({ lang }) => lang !== first) };
}
