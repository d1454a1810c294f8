/** Names of the archive in other scripts that may be another spelling of a word, by their sounds and letters. */
import { WordSet } from '../../analysis/word-map.ts';
import type { Index } from '../../engines/engine.ts';
import type { NameMatcher } from '../../entities/transliteration/name-distance.ts';
import { scriptOfKey, soughtNameKeys } from '../../entities/transliteration/phonetic-keys.ts';
import { type Spelling, spellingOf } from '../../entities/transliteration/spelling.ts';

/** Sounds that a phonetic key must have to be looked up, unless it is the word's own. */
const LEAST_SOUNDS = 2;

export interface NamedSpelling {
  name: string;
  spelling: Spelling;
}

/**
 * Each name once, those of the likeliest keys first: all within a distance of `bound` of the matcher's word, and some that
 * are farther. Most names with like sounds are told from their letters to be none, before anything is made of them.
 */
export async function namesLike(index: Index, matcher: NameMatcher, bound: number): Promise<NamedSpelling[]> {
  const keys = soughtNameKeys(matcher.spelling, LEAST_SOUNDS);
  const lists = await index.names(keys);
  const found: NamedSpelling[] = [];
  const seen = new WordSet();
  for (const key of keys) {
    const names = lists.get(key) ?? '';
    const script = scriptOfKey(key);
    for (let start = 0, end = 0; start < names.length; start = end + 1) {
      end = names.indexOf('\n', start);
      if (end === -1) end = names.length;
      if (!matcher.mayBeWithin(script, bound, names, start, end)) continue;
      const name = names.slice(start, end);
      if (seen.has(name)) continue;
      const spelling = spellingOf(name);
      if (spelling === undefined) continue;
      seen.add(name);
      found.push({ name, spelling });
    }
  }
  return found;
}
