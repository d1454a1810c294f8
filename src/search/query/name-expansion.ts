/**
 * Gives words of a query that may be names the words of the archive, in other scripts, that are the same name as far
 * as sound tells: Tsahkna - تساخكنا, though no gazetteer has her. Ordinary words are kept out on both sides: what
 * the archive mostly writes without a capital, or in Arabic with an article or another form of the same stem.
 */

import { LRUCache } from 'lru-cache';
import { isInDictionary } from '../../analysis/dictionary.ts';
import type { Forms } from '../../analysis/forms.ts';
import { termHash } from '../../analysis/hash.ts';
import { ARTICLE } from '../../analysis/languages/arabic/article.ts';
import type { Index } from '../../engines/engine.ts';
import { isCapitalised, looksForeign, NAME_FROM } from '../../entities/discovery/name-candidates.ts';
import { type Spelling, spellingOf } from '../../entities/transliteration/name-distance.ts';
import { type Near, nearest } from '../../entities/transliteration/name-index.ts';
import { soughtNameKeys } from '../../entities/transliteration/phonetic-keys.ts';
import { formsOf, type Query, type QueryClause, type QueryWord } from './query.ts';

/** Words of one query that are looked up; a long question has other words to go by. */
const LOOKED_UP = 6;
/** Spellings that one word is given at most. */
const SPELLINGS = 8;
/** Distance up to which two spellings are one name: for each letter of the shorter one beyond the first few. */
const WITHIN = 1.25;
const FIRST_FEW = 3;
/** The same where the query has a capital or the archive has the word as a name. */
const NAMED = 1.4;
/** The same for Arabic words that the archive does not have: nothing tells whether they are ordinary ones. */
const UNSURE = 0.8;
/** How much farther than the nearest spelling of its script another one may be. */
const SPREAD = 2;
/** Share of a name's documents in which it stands as one; of an Arabic stem's documents, those with the name itself. */
const MOSTLY = 0.5;
/** Share of a name's documents that may have it with an article: of names of its own Arabic has many with one. */
const WITH_ARTICLE = 0.1;
/** Sounds that a key must have to be looked up, unless it is the word's own. */
const SOUNDS = 2;

/** Words whose namesakes are kept: what is asked today is asked again, and looking takes longer than ranking. */
const KEPT = 5000;

/** Finds namesakes, and remembers those of words that were looked up in the same state of an index. */
export class NameExpander {
  #state = '';
  #recent = new LRUCache<string, readonly Near[]>({ max: KEPT });

  /**
   * Looks the words of a query up among the names of the archive; changes `understood`. `state` is another one whenever
   * the index may have other names.
   */
  async find(index: Index, state: string, understood: Query): Promise<void> {
    if (state !== this.#state) this.#recent = new LRUCache({ max: KEPT });
    this.#state = state;
    // Of this state, though another search may meanwhile come upon the next one.
    const recent = this.#recent;
    await expandNames(index, understood, async (spelling, within) => {
      const key = `${spelling.letters} ${within}`;
      let near = recent.get(key);
      if (near === undefined) {
        near = await spellingsOf(index, spelling, within);
        recent.set(key, near);
      }
      return near;
    });
  }
}

async function expandNames(
  index: Index,
  understood: Query,
  namesakes: (spelling: Spelling, within: number) => Promise<readonly Near[]>,
): Promise<void> {
  let looked = 0;
  for (const [position, clause] of understood.clauses.entries()) {
    const [word] = clause.words;
    if (word === undefined || !mayBeName(clause) || looked >= LOOKED_UP) continue;
    const spelling = spellingOf(word.forms[0]!.exact);
    if (spelling === undefined || spelling.letters.length < NAME_FROM) continue;
    looked++;
    const standing = await wordStatusOf(index, spelling, word.forms);
    if (standing === 'ordinary') continue;
    const sure = standing === 'name' || isCapitalised(word.text);
    const unsure = standing === 'unknown' && spelling.script === 'Arab';
    const within = WITHIN * (sure ? NAMED : unsure ? UNSURE : 1);
    if (isOrdinary(word, standing)) continue;
    const names = (await namesakes(spelling, within)).flatMap(({ name }) => formsOf(name));
    if (names.length === 0) continue;
    understood.clauses[position] = { ...clause, words: [{ ...word, names }] };
  }
}

/** What the archive knows a word as: mostly as a name, as one perhaps, as an ordinary word, or not at all. */
type WordStatus = 'name' | 'possible' | 'ordinary' | 'unknown';

/**
 * Whether a word is one of its language: in a dictionary and typed without a capital, whatever firms and films the
 * archive knows by it (Creative, Orange); in Arabic, which has neither, with an article, or unknown to the archive and
 * not foreign by its looks.
 */
function isOrdinary({ text, forms }: QueryWord, standing: WordStatus): boolean {
  const [{ folded }] = forms as [Forms];
  if (spellingOf(folded)?.script !== 'Arab') return !isCapitalised(text) && isInDictionary(forms);
  return folded.startsWith(ARTICLE) || (standing === 'unknown' && !looksForeign(folded.slice(1)));
}

/** One plain word that no gazetteer knows and that is no number and no stop word. */
function mayBeName({ words, entities, loosestForm, optional }: QueryClause): boolean {
  const [word] = words;
  return (
    words.length === 1 &&
    loosestForm === 'root' &&
    !optional &&
    entities.length === 0 &&
    !word!.forms.some(({ stop }) => stop) &&
    !/\d/.test(word!.forms[0]!.folded)
  );
}

/** What the archive knows a word of the query as, in its own script. */
async function wordStatusOf(index: Index, spelling: Spelling, forms: readonly Forms[]): Promise<WordStatus> {
  const { exact, folded } = forms[0]!;
  const stems = forms.map(({ stem }) => termHash(stem, 'stem'));
  const own = termHash(folded, 'folded');
  const frequencies = await index.frequencies([own, ...stems]);
  const all = frequencies.get(own) ?? 0;
  const related = Math.max(...stems.map((key) => frequencies.get(key) ?? 0));
  if (related === 0) return 'unknown';
  if (all < related * MOSTLY) return 'ordinary';
  const arabic = spelling.script === 'Arab';
  if ((await onlyNames(index, [exact])).length === 0) return 'ordinary';
  return arabic ? 'possible' : 'name';
}

async function spellingsOf(index: Index, spelling: Spelling, within: number): Promise<Near[]> {
  const kept = await index.names(soughtNameKeys(spelling, SOUNDS));
  const spelled = kept.flatMap((name) => {
    const other = spellingOf(name);
    return other === undefined ? [] : [{ name, spelling: other }];
  });
  const near = nearest(
    spelling,
    spelled,
    SPELLINGS * 2,
    within * (spelling.letters.length - FIRST_FEW),
  ).filter(({ name, distance }) => distance <= within * (spellingOf(name)!.letters.length - FIRST_FEW));
  const found = near.map(({ name }) => name);
  const names = new Set(await onlyNames(index, found));
  // A language says more or less of a name's sound than another one: the nearest is another in each script.
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

/** Of words those that mostly stand as names in the documents that have them. */
async function onlyNames(index: Index, words: readonly string[]): Promise<string[]> {
  const looked = words.map((word) => {
    const { folded, stem } = formsOf(word)[0]!;
    return {
      word,
      name: termHash(word, 'name'),
      arabic: spellingOf(word)?.script === 'Arab',
      own: termHash(folded, 'folded'),
      stem: termHash(stem, 'stem'),
      article: termHash(ARTICLE + folded, 'folded'),
    };
  });
  const frequencies = await index.frequencies(
    looked.flatMap(({ name, own, stem, article }) => [name, own, stem, article]),
  );
  const count = (key: number): number => frequencies.get(key) ?? 0;
  return looked
    .filter(({ name, arabic, own, stem, article }) => {
      const all = count(own);
      if (!arabic) return count(name) >= all * MOSTLY;
      return all >= count(stem) * MOSTLY && count(article) <= all * WITH_ARTICLE;
    })
    .map(({ word }) => word);
}
