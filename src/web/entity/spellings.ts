/** How texts spell the name of an entity. Pure. */
import type { Entity } from '../api/types.ts';

export interface MergedSpelling {
  spelling: string;
  /** The language that has most of the mentions first. */
  languages: string[];
  mentions: number;
}

/** Spellings with the mentions of all languages added up, the most frequent first. */
export function mergedSpellings(spellings: Entity['spellings']): MergedSpelling[] {
  const merged = new Map<string, MergedSpelling>();
  for (const { spelling, language, mentions } of [...spellings].sort((a, b) => b.mentions - a.mentions)) {
    const known = merged.get(spelling);
    if (known === undefined) merged.set(spelling, { spelling, languages: [language], mentions });
    else {
      known.languages.push(language);
      known.mentions += mentions;
    }
  }
  return [...merged.values()].sort((a, b) => b.mentions - a.mentions);
}
