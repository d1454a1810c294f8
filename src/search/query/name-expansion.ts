/**
 * Finds names across scripts by their sound, also names that no gazetteer has: a word of the query that may be a name
 * gets the words of the archive, in other scripts, that sound alike (Tsahkna, تساخكنا). Common words are left out on both
 * sides: words that the archive mostly writes without a capital, or in Arabic with an article or in another form of the
 * same stem.
 */

import { LRUCache } from 'lru-cache';
import { isInDictionary } from '../../analysis/dictionary.ts';
import type { Forms } from '../../analysis/forms.ts';
import { termHash } from '../../analysis/hash.ts';
import { ARTICLE } from '../../analysis/languages/arabic/article.ts';
import type { Index } from '../../engines/engine.ts';
import { isCapitalised, looksForeign, NAME_FROM } from '../../entities/discovery/name-candidates.ts';
import { otherSpellings } from '../../entities/transliteration/latin-spellings.ts';
import { NameMatcher } from '../../entities/transliteration/name-distance.ts';
import { type Near, nearest } from '../../entities/transliteration/name-index.ts';
import { type Spelling, spellingOf } from '../../entities/transliteration/spelling.ts';
import { freeWord, singleWord } from './corrections.ts';
import { namesLike } from './names-like.ts';
import type { Query, QueryClause, QueryWord } from './query.ts';
import { formsOf } from './query-words.ts';

/** Words of one query that are looked up; a longer query is found by its other words. */
const LOOKED_UP_WORDS = 6;
/** Spellings that one word gets at most. */
const SPELLINGS = 8;
/** Largest distance of two spellings of one name, for each letter of the shorter one beyond `FREE_LETTERS`. */
const DISTANCE_PER_LETTER = 1.25;
const FREE_LETTERS = 3;
/** Factors of that distance: the word surely is a name; an Arabic word that the archive does not have may be a common one. */
const SURE_FACTOR = 1.4;
const UNSURE_FACTOR = 0.8;
/** How much farther than the nearest spelling of its script another one may be. */
const SPREAD = 2;
/** Least share of a name's documents in which it is used as a name; in Arabic, of its stem's documents those with the name itself. */
const NAME_SHARE = 0.5;
/** Largest share of a name's documents with an article before it: Arabic writes few names so. */
const ARTICLE_SHARE = 0.1;

/** Words whose spellings are cached: the same words are searched again, and the lookup takes longer than ranking. */
const CACHED_WORDS = 5000;

type FindSpellings = (spelling: Spelling, distancePerLetter: number) => Promise<readonly Near[]>;

/** Expands names, and caches the spellings of each word for one state of the index. */
export class NameExpander {
  #state = '';
  #cache = new LRUCache<string, readonly Near[]>({ max: CACHED_WORDS });

  /**
   * Adds alternatives of kind `name` to the clauses of `query`. `state` must differ whenever the index may have other names.
   * @throws LisanError from the engine.
   */
  async expand(index: Index, state: string, query: Query): Promise<void> {
    if (state !== this.#state) this.#cache = new LRUCache({ max: CACHED_WORDS });
    this.#state = state;
    // A search that runs meanwhile may replace the field with the cache of a newer state.
    const cache = this.#cache;
    await expandNames(index, query, async (spelling, distancePerLetter) => {
      const key = `${spelling.letters} ${distancePerLetter}`;
      let near = cache.get(key);
      if (near === undefined) {
        near = await spellingsOf(index, spelling, distancePerLetter);
        cache.set(key, near);
      }
      return near;
    });
  }
}

/** The hashes of which the frequencies tell how the archive uses the words of a query. */
export function hashesOfUsage({ clauses, excluded }: Query): number[] {
  const words = [...clauses, ...excluded].flatMap((clause) => possibleName(clause) ?? []);
  return words.slice(0, LOOKED_UP_WORDS).flatMap(({ forms }) => Object.values(nameHashesOf(forms[0]!.exact)));
}

async function expandNames(index: Index, query: Query, find: FindSpellings): Promise<void> {
  const clauses = [...query.clauses, ...query.excluded];
  let lookedUp = 0;
  for (const clause of clauses) {
    addOtherSpellings(clause);
    const word = possibleName(clause);
    if (word === undefined || lookedUp >= LOOKED_UP_WORDS) continue;
    const spelling = spellingOf(word.forms[0]!.exact);
    if (spelling === undefined || spelling.letters.length < NAME_FROM) continue;
    lookedUp++;
    const usage = await usageOf(index, spelling, word.forms);
    if (isCommonWord(word, usage)) continue;
    const forms = (await find(spelling, distanceFor(word, usage, spelling))).flatMap(({ name }) =>
      formsOf(name),
    );
    if (forms.length > 0) clause.alternatives.push({ kind: 'name', word, forms });
  }
}

/** Adds the spellings of names and models that are listed, whether or not the word names an entity. */
function addOtherSpellings(clause: QueryClause): void {
  const word = freeWord(clause);
  if (word === undefined) return;
  const spelt = otherSpellings(word.forms[0]!.folded).flatMap(formsOf);
  if (spelt.length > 0) clause.alternatives.push({ kind: 'name', word, forms: spelt });
}

/** How the archive uses a word. */
type WordUsage = 'name' | 'possible name' | 'common' | 'unknown';

function distanceFor({ text }: QueryWord, usage: WordUsage, { script }: Spelling): number {
  if (usage === 'name' || isCapitalised(text)) return DISTANCE_PER_LETTER * SURE_FACTOR;
  const unsure = usage === 'unknown' && script === 'Arab';
  return DISTANCE_PER_LETTER * (unsure ? UNSURE_FACTOR : 1);
}

/**
 * Whether a word is a common one: the archive uses it so; or it is in a dictionary and typed without a capital, whatever
 * companies and films have the same name (Creative, Orange); or in Arabic, which has neither, if it has an article, or is
 * unknown to the archive and does not look foreign.
 */
function isCommonWord({ text, forms }: QueryWord, usage: WordUsage): boolean {
  if (usage === 'common') return true;
  const [{ folded }] = forms as [Forms];
  if (spellingOf(folded)?.script !== 'Arab') return !isCapitalised(text) && isInDictionary(forms);
  return folded.startsWith(ARTICLE) || (usage === 'unknown' && !looksForeign(folded.slice(1)));
}

/** The word of a clause that may be a name which no gazetteer has. */
function possibleName(clause: QueryClause): QueryWord | undefined {
  const word = singleWord(clause);
  return word?.forms.some(({ stop }) => stop) ? undefined : word;
}

/** How the archive uses a word of the query, in its own script. */
async function usageOf(index: Index, { script }: Spelling, forms: readonly Forms[]): Promise<WordUsage> {
  const { exact, folded } = forms[0]!;
  const stems = forms.map(({ stem }) => termHash(stem, 'stem'));
  const own = termHash(folded, 'folded');
  const frequencies = await index.frequencies([own, ...stems]);
  const documents = frequencies.get(own) ?? 0;
  const ofStem = Math.max(...stems.map((hash) => frequencies.get(hash) ?? 0));
  if (ofStem === 0) return 'unknown';
  if (documents < ofStem * NAME_SHARE) return 'common';
  if ((await onlyNames(index, [exact])).length === 0) return 'common';
  return script === 'Arab' ? 'possible name' : 'name';
}

/** Names of the archive that sound like a word, the nearest first. */
async function spellingsOf(index: Index, spelling: Spelling, distancePerLetter: number): Promise<Near[]> {
  const withinOf = ({ letters }: Spelling): number => distancePerLetter * (letters.length - FREE_LETTERS);
  const matcher = new NameMatcher(spelling);
  const candidates = await namesLike(index, matcher, withinOf(spelling));
  const near = nearest(matcher, candidates, SPELLINGS * 2, withinOf(spelling)).filter(
    ({ name, distance }) => distance <= withinOf(spellingOf(name)!),
  );
  if (near.length === 0) return [];
  const names = new Set(
    await onlyNames(
      index,
      near.map(({ name }) => name),
    ),
  );
  // Scripts write more or less of a name's sound, so each script has its own least distance.
  const least = new Map<string, number>();
  return near
    .filter(({ name, distance }) => {
      if (!names.has(name)) return false;
      const { script } = spellingOf(name)!;
      if (!least.has(script)) least.set(script, distance);
      return distance <= least.get(script)! + SPREAD;
    })
    .slice(0, SPELLINGS);
}

/** Those of the words that the archive mostly uses as names. */
async function onlyNames(index: Index, words: readonly string[]): Promise<string[]> {
  const hashed = words.map((word) => ({
    word,
    arabic: spellingOf(word)?.script === 'Arab',
    hashes: nameHashesOf(word),
  }));
  const frequencies = await index.frequencies(hashed.flatMap(({ hashes }) => Object.values(hashes)));
  const documents = (hash: number): number => frequencies.get(hash) ?? 0;
  return hashed
    .filter(({ arabic, hashes: { name, own, stem, withArticle } }) => {
      const all = documents(own);
      if (!arabic) return documents(name) >= all * NAME_SHARE;
      return all >= documents(stem) * NAME_SHARE && documents(withArticle) <= all * ARTICLE_SHARE;
    })
    .map(({ word }) => word);
}

/** What tells whether a word (an exact form) is used as a name. */
function nameHashesOf(word: string): Record<'name' | 'own' | 'stem' | 'withArticle', number> {
  const { folded, stem } = formsOf(word)[0]!;
  return {
    name: termHash(word, 'name'),
    own: termHash(folded, 'folded'),
    stem: termHash(stem, 'stem'),
    withArticle: termHash(ARTICLE + folded, 'folded'),
  };
}
