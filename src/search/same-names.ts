/**
 * Spellings of one name in several scripts as one entity, for names that no list has: Tsahkna, تساخكنا, Цахкна. Each
 * spelling has an id of its own in the index. Two are one name if they are of one type and have as many words, and each
 * word sounds like its counterpart; what is one name with one of them is one with all. Only the spellings that the
 * question is about are looked up, by their sound, so new documents cost nothing here. What people have merged or split
 * goes before what the sound says.
 */
import { LRUCache } from 'lru-cache';
import { termHash } from '../analysis/hash.ts';
import { analyzerFor } from '../analysis/languages/registry.ts';
import { allOf, type Condition } from '../engines/conditions.ts';
import type { CandidateRequest, Candidates, Index, Total } from '../engines/engine.ts';
import { byFrequency, type FacetCount, kindOf } from '../engines/facets.ts';
import { type Decisions, NO_DECISIONS } from '../entities/decisions/decisions.ts';
import { foldedWords } from '../entities/gazetteer/gazetteer.ts';
import { idOfName, slugOf, typeOfUnlisted, wordCountOf } from '../entities/recogniser/unlisted-id.ts';
import { NAME_SCRIPTS, type NameScript } from '../entities/transliteration/letters.ts';
import { NameMatcher } from '../entities/transliteration/name-distance.ts';
import { spellingOf } from '../entities/transliteration/spelling.ts';
import { namesLike } from './query/names-like.ts';

/**
 * Largest distance of two spellings of a word, for each letter of the shorter one. Chosen on every second pair of
 * names-ar.tsv, 100 names in an archive, where 1, 1.15 and 1.3 give precision .983, .976, .953 and recall .777, .797,
 * .817.
 */
const DISTANCE_PER_LETTER = 1.15;
/** Spellings of a word in one script at most, the nearest; of a name in all; and words of a name. */
const WORD_SPELLINGS = 6;
const NAME_SPELLINGS = 12;
const NAME_WORDS = 4;
/** Values of a facet that are looked up at most, the most frequent. */
const FACET_VALUES = 50;
const CACHED_NAMES = 5000;

/** The index, in which a filter by an unlisted entity finds all spellings of its name, and facets count them together. */
export function withSameNames(index: Index, decisions: () => Decisions = () => NO_DECISIONS): Index {
  const names = new SameNames(index, decisions);
  const replaced: Partial<Index> = {
    sameNames: (id) => names.of(id),
    async candidates(request: CandidateRequest): Promise<Candidates> {
      const expanded = { ...request, filter: await names.expanded(request.filter) };
      const found = await index.candidates(expanded);
      const { entity } = found.facets;
      return entity === undefined
        ? found
        : { ...found, facets: { ...found.facets, entity: await names.merged(entity, expanded) } };
    },
  };
  return new Proxy(index, {
    get(target, name) {
      if (name in replaced) return replaced[name as keyof Index];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Ids of unlisted entities of which a word of the name begins so, spellings in several scripts once; at most `limit`. */
export async function unlistedBeginning(text: string, index: Index, limit: number): Promise<string[]> {
  if (index.sameNames === undefined) return [];
  const begun = foldedWords(text).map(slugOf).join('-');
  const ids = new Set<string>();
  for (const id of index.metadata.unlistedBeginning(begun, limit)) {
    const [first = id] = await index.sameNames(id);
    ids.add(first);
  }
  return [...ids];
}

class SameNames {
  readonly #index: Index;
  readonly #decisions: () => Decisions;
  readonly #cache = new LRUCache<string, readonly string[]>({ max: CACHED_NAMES });
  #state = '';

  constructor(index: Index, decisions: () => Decisions) {
    this.#index = index;
    this.#decisions = decisions;
  }

  /** See `Index.sameNames`. */
  async of(id: string): Promise<readonly string[]> {
    const decisions = this.#decisions();
    const ids = idsOf(id, decisions);
    if (!ids.some(isUnlisted)) return ids;
    await this.#refresh(decisions);
    return this.#spellingsOf(ids, decisions);
  }

  /** Forgets what was read of an index that has changed since. */
  async #refresh(decisions: Decisions): Promise<void> {
    const state = `${await this.#index.state()} ${decisions.digest}`;
    if (state !== this.#state) this.#cache.clear();
    this.#state = state;
  }

  /** As `of`, for what `idsOf` gives. Call `#refresh` first. */
  async #spellingsOf(
    [whole, ...parts]: readonly [string, ...string[]],
    decisions: Decisions,
  ): Promise<readonly string[]> {
    const known = this.#cache.get(whole);
    if (known !== undefined) return known;
    const spellings = new Map<string, number>([whole, ...parts].map((one) => [one, NAME_SCRIPTS.length]));
    for (const one of spellings.keys()) {
      if (spellings.size >= NAME_SPELLINGS) break;
      if (!isUnlisted(one) || (one === whole && decisions.isSplit(one))) continue;
      for (const [other, script] of await this.#near(one)) {
        const free = !decisions.isSplit(other) && decisions.meant(other) === other;
        if (free && !spellings.has(other)) spellings.set(other, script);
      }
      spellings.set(one, scriptNumber(this.#wordsOf(one)));
    }
    // Parts are not in the index: their mentions are those of the whole.
    for (const part of parts) spellings.delete(part);
    const same = [...spellings].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one);
    if (parts.length > 0) same.sort((a, b) => Number(b === whole) - Number(a === whole));
    for (const one of same) this.#cache.set(one, same);
    return same;
  }

  /** The condition, met by every spelling of the entities in it. */
  async expanded(condition: Condition): Promise<Condition> {
    if ('all' in condition)
      return { all: await Promise.all(condition.all.map((part) => this.expanded(part))) };
    if ('any' in condition)
      return { any: await Promise.all(condition.any.map((part) => this.expanded(part))) };
    if ('not' in condition) return { not: await this.expanded(condition.not) };
    if (!('facet' in condition) || condition.values === undefined || kindOf(condition.facet) !== 'entity')
      return condition;
    const values = await Promise.all(condition.values.map((value) => this.of(value)));
    return { ...condition, values: [...new Set(values.flat())] };
  }

  /** Counts with those of the spellings of a name under one value: the documents that have any of them. */
  async merged(counts: readonly FacetCount[], request: CandidateRequest): Promise<FacetCount[]> {
    const firsts = new Map<string, string>();
    const spellings = new Map<string, readonly string[]>();
    const decisions = this.#decisions();
    const unlisted = counts
      .filter(({ value }) => isUnlisted(value) || decisions.hasParts(value))
      .slice(0, FACET_VALUES);
    if (unlisted.length === 0) return [...counts];
    await this.#refresh(decisions);
    for (const { value } of unlisted) {
      const ids = idsOf(value, decisions);
      const same = ids.some(isUnlisted) ? await this.#spellingsOf(ids, decisions) : ids;
      const first = same.find((one) => firsts.has(one)) ?? same[0]!;
      for (const one of same) firsts.set(one, firsts.get(first) ?? first);
      if (same.length > 1) spellings.set(firsts.get(first) ?? first, same);
    }
    const sums = new Map<string, number>();
    const several = new Set<string>();
    for (const { value, count } of counts) {
      const first = firsts.get(value) ?? value;
      if (sums.has(first)) several.add(first);
      sums.set(first, (sums.get(first) ?? 0) + count);
    }
    for (const value of several) {
      const { value: documents, relation } = await this.#having(spellings.get(value)!, request);
      if (relation === 'eq') sums.set(value, documents);
    }
    return [...sums]
      .map(([value, count]) => {
        const same = spellings.get(value);
        return same === undefined ? { value, count } : { value, count, spellings: same };
      })
      .sort(byFrequency);
  }

  /** How many documents of a request mention any of some entities. */
  async #having(values: readonly string[], request: CandidateRequest): Promise<Total> {
    const { partial, ...all } = request;
    const filter = allOf(request.filter, { facet: 'entity', values });
    const counted = { ...all, filter, facets: [], offset: 0, limit: 0 };
    const { total } = await this.#index.candidates(
      partial === undefined ? counted : { ...counted, mode: 'all' },
    );
    return total;
  }

  /** Names of the index that sound like the name of an entity, each with the number of its script. */
  async #near(id: string): Promise<[id: string, script: number][]> {
    const words = this.#wordsOf(id);
    if (words.length === 0 || words.length > NAME_WORDS) return [];
    const near = await Promise.all(words.map((word) => this.#wordsLike(word)));
    const type = typeOfUnlisted(id)!;
    const ids = new Map<string, number>();
    for (const [number, script] of NAME_SCRIPTS.entries())
      for (const name of combined(near.map((found) => found.get(script) ?? []))) {
        const other = idOfName(type, name.join(' '));
        if (other !== id) ids.set(other, number);
      }
    const frequencies = await this.#index.frequencies(
      [...ids.keys()].map((other) => termHash(other, 'entity')),
    );
    return [...ids].filter(([other]) => (frequencies.get(termHash(other, 'entity')) ?? 0) > 0);
  }

  /** Words of the index, used as names in another script, that sound like a word. */
  async #wordsLike(word: string): Promise<Map<NameScript, string[]>> {
    const spelling = spellingOf(word);
    const found = new Map<NameScript, { name: string; distance: number }[]>();
    if (spelling === undefined) return new Map();
    const matcher = new NameMatcher(spelling);
    const farthest = DISTANCE_PER_LETTER * spelling.letters.length;
    for (const { name, spelling: other } of await namesLike(this.#index, matcher, farthest)) {
      const bound = DISTANCE_PER_LETTER * Math.min(spelling.letters.length, other.letters.length);
      const distance = matcher.distance(other, bound);
      if (distance > bound) continue;
      found.set(other.script, [...(found.get(other.script) ?? []), { name, distance }]);
    }
    return new Map(
      [...found].map(([script, near]) => [
        script,
        near
          .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
          .slice(0, WORD_SPELLINGS)
          .map(({ name }) => name),
      ]),
    );
  }

  /** The words of the spelling that is written as the id is, else of the most frequent one with as many. */
  #wordsOf(id: string): string[] {
    const { spellings } = this.#index.metadata.mentions(this.#decisions().meant(id));
    const type = typeOfUnlisted(id)!;
    const names = spellings.map(({ spelling }) => spelling);
    const own = names.find((name) => idOfName(type, name) === id);
    const words = wordsOf(own ?? names.find((name) => wordsOf(name).length === wordCountOf(id)) ?? '');
    return words.length === wordCountOf(id) ? words : [];
  }
}

const isUnlisted = (id: string): boolean => typeOfUnlisted(id) !== undefined;

/** The entity that an id means, and the unlisted ones that are part of it by decision. */
function idsOf(id: string, decisions: Decisions): [string, ...string[]] {
  const whole = decisions.meant(id);
  return [whole, ...decisions.partsOf(whole).filter(isUnlisted)];
}

const wordsOf = (name: string): string[] =>
  analyzerFor('und')
    .tokens(name)
    .map(({ forms }) => forms.exact);

function scriptNumber([word = '']: readonly string[]): number {
  const script = spellingOf(word)?.script;
  return script === undefined ? NAME_SCRIPTS.length : NAME_SCRIPTS.indexOf(script);
}

/** Every choice of one from each list. */
function combined(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (names, words) => names.flatMap((name) => words.map((word) => [...name, word])),
    [[]],
  );
}
