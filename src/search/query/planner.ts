/** Plans a search: parses and analyses the query, expands its words from the index, and combines the filters. */

import { termList } from '../../analysis/lexicon/term-list.ts';
import type { Notice, Relaxation } from '../../answers/search.ts';
import type { IndexEntry } from '../../archive/archive.ts';
import { LisanError } from '../../common/errors.ts';
import { allOf, type Condition, EVERY_DOCUMENT } from '../../engines/conditions.ts';
import type { Index } from '../../engines/engine.ts';
import type { PrefixLookup } from '../../entities/gazetteer/prefix-lookup.ts';
import { stateOf } from '../../indexing/live-index.ts';
import { hashesOf } from '../ranking/matches.ts';
import type { Days, QueryRequest } from '../request.ts';
import type { SynonymSource } from '../synonyms/synonym-table.ts';
import { expandOperators, expandSpelling } from './expansion.ts';
import { publishedOn, type QueryParts, resolveFilters } from './filters.ts';
import { hashesOfUsage, NameExpander } from './name-expansion.ts';
import { type ParsedQuery, parseQuery } from './parser.ts';
import { type MatchCondition, type Query, wordsOf } from './query.ts';
import { queryOf } from './query-builder.ts';
import { addSynonyms } from './synonym-expansion.ts';
import { addTranslations } from './translation.ts';
import { addUnlistedEntities, hashesOfNames, possibleNamesIn } from './unlisted-expansion.ts';
import { withoutPhrases } from './without-phrases.ts';

/** Most words of one query; each may become many terms of the index. */
const MAX_WORDS = 64;

/** A plan of less than what was typed, and what is left out. */
export interface Relaxed {
  plan: Plan;
  dropped: Relaxation['dropped'];
}

export interface Plan {
  parsed: ParsedQuery;
  query: Query;
  /** The filter of the request; those of the query are part of its condition. */
  filter: Condition;
  notices: Notice[];
  /** Languages of the translations that were added; null if none were asked for. */
  across: string[] | null;
  /** True if something was typed and nothing of it can be searched: nothing is found. */
  empty: boolean;
}

/** What planning needs. */
export interface PlannerParts extends QueryParts {
  lookup: PrefixLookup;
  /** File of the operator's own terms; see `termList`. */
  terms?: string;
  /** Absent: none. */
  synonyms?: SynonymSource;
}

export class Planner {
  readonly #parts: PlannerParts;
  readonly #nameExpander = new NameExpander();

  constructor(parts: PlannerParts) {
    this.#parts = parts;
  }

  /** `entry`: what the archive knows of the index. @throws LisanError `invalid_query` for too many words, or from the engine. */
  async plan(
    index: Index,
    entry: IndexEntry,
    request: QueryRequest,
    filter: Condition = EVERY_DOCUMENT,
    days: Days = {},
  ): Promise<Plan> {
    const combined = allOf(filter, publishedOn(days, this.#parts.zone));
    return this.#planOf(index, entry, parseQuery(request.q), request, combined);
  }

  /**
   * The plan with phrases and fields as plain words; what is excluded stays excluded. `undefined` if there are none or
   * the request does not allow it. @throws as `plan`.
   */
  async planWithoutPhrases(
    index: Index,
    entry: IndexEntry,
    { parsed, filter }: Plan,
    request: QueryRequest,
  ): Promise<Relaxed | undefined> {
    const { match, relax = ['phrase', 'field'] } = request;
    if (parsed.root === undefined || match === 'exact') return undefined;
    const { root, dropped } = withoutPhrases(parsed.root);
    if (dropped.length === 0 || dropped.some(({ kind }) => !relax.includes(kind))) return undefined;
    return { plan: await this.#planOf(index, entry, { ...parsed, root }, request, filter), dropped };
  }

  async #planOf(
    index: Index,
    entry: IndexEntry,
    parsed: ParsedQuery,
    { q, match, names = true, listed = false, across = false, relax }: QueryRequest,
    filter: Condition,
  ): Promise<Plan> {
    const { root, notices } =
      parsed.root === undefined ? { root: undefined, notices: [] } : resolveFilters(parsed.root, this.#parts);
    const exact = match === 'exact';
    const query = queryOf({ ...parsed, ...(root && { root }) }, this.#parts, { exact });
    refuseTooManyWords(query);
    const possibleNames = exact || listed ? [] : possibleNamesIn(query, this.#parts.tagger.decisions());
    // What all steps ask for is read at once: each call is a read transaction.
    await index.frequencies([
      ...hashesOf([...query.clauses, ...query.excluded]),
      ...hashesOfNames(possibleNames),
      ...(names && !exact ? hashesOfUsage(query) : []),
    ]);
    const empty = q.trim() !== '' && isEmpty(query);
    const said = [...parsed.notices, ...notices, ...(await expandOperators(index, query))];
    if (empty) said.push({ code: 'no_words', text: q });
    await addUnlistedEntities(index, query, possibleNames);
    if (!exact && this.#parts.synonyms !== undefined)
      await addSynonyms(index, parsed.text, query, this.#parts.synonyms.current());
    if (!exact && (relax === undefined || relax.includes('spelling')))
      await expandSpelling(index, parsed, query, this.#parts);
    if (!exact && names) await this.#nameExpander.expand(index, stateOf(entry), query);
    const languages =
      !exact && across ? await addTranslations(index, query, termList(this.#parts.terms)) : null;
    return { parsed, query, filter, notices: said, empty, across: languages };
  }
}

/** Whether a query has neither words nor filters. */
const isEmpty = ({ clauses, excluded, condition }: Query): boolean =>
  clauses.length === 0 && excluded.length === 0 && 'all' in condition && condition.all.length === 0;

/** @throws LisanError `invalid_query` for a query of too many words. */
function refuseTooManyWords({ clauses, excluded, condition }: Query): void {
  const inClauses = [...clauses, ...excluded].reduce((sum, clause) => sum + wordsOf(clause).length, 0);
  const words = inClauses + wordsOfExcludedPhrases(condition, false);
  if (words <= MAX_WORDS) return;
  throw new LisanError({
    code: 'invalid_query',
    message: `The query has ${words} words; at most ${MAX_WORDS} are allowed.`,
    remedy: 'Leave out the words that matter least.',
    status: 400,
  });
}

/** Phrases that are excluded have no clauses. */
function wordsOfExcludedPhrases(condition: MatchCondition, negated: boolean): number {
  if ('not' in condition) return wordsOfExcludedPhrases(condition.not, !negated);
  if ('phrase' in condition) return negated ? condition.phrase.words.length : 0;
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  return parts.reduce((sum, part) => sum + wordsOfExcludedPhrases(part, negated), 0);
}
