/** Plans a search: parses and analyses the query, expands its words from the index, and combines the filters. */
import type { IndexEntry } from '../../archive/archive.ts';
import { LisanError } from '../../common/errors.ts';
import type { TimeZone } from '../../common/time-zone.ts';
import type { Condition } from '../../engines/conditions.ts';
import type { Index } from '../../engines/engine.ts';
import type { Gazetteer } from '../../entities/gazetteer/gazetteer.ts';
import type { PrefixLookup } from '../../entities/gazetteer/prefix-lookup.ts';
import type { Tagger } from '../../entities/tagger/tagger.ts';
import type { Days, QueryRequest } from '../request.ts';
import { expandQuery } from './expansion.ts';
import { applyQueryFilters } from './filters.ts';
import { NameExpander } from './name-expansion.ts';
import { type ParsedQuery, parseQuery } from './parser.ts';
import { type Query, wordsOf } from './query.ts';
import { queryOf } from './query-builder.ts';

/** Most words of one query; each may become many terms of the index. */
const MAX_WORDS = 64;

export interface Plan {
  parsed: ParsedQuery;
  query: Query;
  /** The filters of request and query combined. */
  filter: Condition;
}

/** What the analysis of queries needs. */
export interface PlannerParts {
  gazetteer: Gazetteer;
  tagger: Tagger;
  lookup: PrefixLookup;
  /** Decides when a day begins and ends. */
  zone: TimeZone;
}

export class Planner {
  readonly #parts: PlannerParts;
  readonly #nameExpander = new NameExpander();

  constructor(parts: PlannerParts) {
    this.#parts = parts;
  }

  /** `entry`: what the archive knows of the index. @throws LisanError `invalid_query`, or from the engine. */
  async plan(
    index: Index,
    entry: IndexEntry,
    { q, match, names = true }: QueryRequest,
    filter?: Condition,
    days?: Days,
  ): Promise<Plan> {
    const { tagger, lookup } = this.#parts;
    const parsed = parseQuery(q);
    const query = queryOf(parsed, { tagger, exact: match === 'exact' });
    refuseTooManyWords(query);
    const combined = applyQueryFilters(filter, days, parsed.filters, this.#parts);
    if (match === 'all') await expandQuery(index, parsed, query, { lookup, tagger });
    if (match === 'all' && names) await this.#nameExpander.expand(index, stateOf(entry), query);
    return { parsed, query, filter: combined };
  }
}

/** Differs whenever the index may have other words. */
const stateOf = ({ generation, analysis, position }: IndexEntry): string =>
  `${generation} ${analysis} ${position}`;

/** @throws LisanError `invalid_query` for a query of too many words. */
function refuseTooManyWords({ clauses, constraints }: Query): void {
  const inClauses = clauses.reduce((sum, clause) => sum + wordsOf(clause).length, 0);
  const inConstraints = constraints.reduce((sum, { sequences }) => sum + sequences.flat().length, 0);
  const words = Math.max(inClauses, inConstraints);
  if (words <= MAX_WORDS) return;
  throw new LisanError({
    code: 'invalid_query',
    message: `The query has ${words} words; at most ${MAX_WORDS} are allowed.`,
    remedy: 'Leave out the words that matter least.',
    status: 400,
  });
}
