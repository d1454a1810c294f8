/** Relaxes plain words: documents that lack some of the words, or have similar ones, are added to those that match. */

import type { RelaxationKind } from '../../answers/search.ts';
import { hashOfTerm } from '../../document/terms.ts';
import { idf } from '../../engines/bm25.ts';
import type { Candidates, PartialMatches, WeightedClause, WeightedTerm } from '../../engines/engine.ts';
import {
  type Alternative,
  entitiesNamedBy,
  isTermAlternative,
  type Query,
  type QueryClause,
  termsOfAlternative,
  termsWithSimilar,
  wordsOf,
} from '../query/query.ts';
import { RANK_OPTIONS, type Ranked } from '../ranking/ranker.ts';
import { inTiers } from '../ranking/tiers.ts';
import type { OrderedDocuments } from './documents.ts';

/**
 * With fewer documents that have all words, few match: documents that lack words are added, however many they lack. At
 * most the smallest re-rank depth, see `PartialMatches.enough`.
 */
const FEW_HITS = 100;
/** The same for a single word, to which documents with similar words are added. */
const FEW_HITS_OF_A_WORD = 10;
/** Least share of the weight of a query's words that a hit has, if few documents have all of them. */
const SHARE_IF_FEW = 0.05;
/** If many have: a hit may lack words of little weight only. */
const SHARE_IF_ENOUGH = 0.67;
/** Weight of a word that is found as typed: its four forms add up, and mostly the three finer ones are met. */
const WORD_WEIGHT = 1.5;

/** How a query is relaxed. */
export interface Relaxation {
  /** The clauses that find documents. */
  clauses: readonly (QueryClause & { number: number })[];
  /** With fewer documents that match, few do. */
  enough: number;
  /** Accept documents that lack words. */
  words: boolean;
  /** Accept documents with similar words. */
  similar: boolean;
}

/** How a query may be relaxed; `undefined` if not at all. `allowed`: default everything. */
export function relaxationOf(
  { clauses: all, relaxable }: Query,
  allowed?: readonly RelaxationKind[],
): Relaxation | undefined {
  if (!relaxable) return undefined;
  const clauses = all.flatMap((clause, number) => (clause.optional ? [] : [{ ...clause, number }]));
  const words = clauses.length > 1 && (allowed?.includes('words') ?? true);
  const similar =
    (allowed?.includes('similar') ?? true) && clauses.some(({ loosestForm }) => loosestForm === 'root');
  if (!words && !similar) return undefined;
  return { clauses, enough: clauses.length === 1 ? FEW_HITS_OF_A_WORD : FEW_HITS, words, similar };
}

/** The terms for which frequencies are needed. */
export const termsInPart = ({ clauses }: Relaxation): string[] => clauses.flatMap(termsWithSimilar);

/** What an engine is asked for. `frequencies`: documents of each term, by its hash; `documents`: of the index. */
export function partialMatches(
  { clauses, enough, words, similar }: Relaxation,
  frequencies: ReadonlyMap<number, number>,
  documents: number,
): PartialMatches {
  const weighted = clauses.map((clause): WeightedClause => {
    const terms = new Map<string, WeightedTerm>();
    const add = (term: string, factor: number, isSimilar: boolean): void => {
      const known = terms.get(term);
      if (known !== undefined && known.factor >= factor) return;
      const count = frequencies.get(hashOfTerm(term)) ?? 0;
      terms.set(term, { term, documents: count, factor, similar: isSimilar });
    };
    for (const alternative of clause.alternatives)
      for (const term of termsOfAlternative(alternative)) add(term, factorOf(alternative), false);
    if (similar)
      for (const term of termsWithSimilar(clause))
        if (!terms.has(term)) add(term, RANK_OPTIONS.matchKinds.root, true);
    const own = clause.alternatives.flatMap((alternative) =>
      alternative.kind === 'word' ? termsOfAlternative(alternative) : [],
    );
    const most = Math.max(0, ...own.map((term) => terms.get(term)!.documents));
    // What no document has tells them not apart.
    const occurs = [...terms.values()].some((term) => term.documents > 0);
    return { weight: occurs ? idf(most, documents) : 0, terms: [...terms.values()] };
  });
  return {
    clauses: weighted,
    enough,
    shareIfFew: words ? SHARE_IF_FEW : similar ? 0 : 1,
    shareIfEnough: words ? SHARE_IF_ENOUGH : 1,
  };
}

/** What a term of an alternative counts, relative to a word as typed. */
function factorOf(alternative: Alternative): number {
  const { kind } = alternative;
  const share = isTermAlternative(alternative) ? alternative.share : 1;
  return kind === 'word' ? 1 : (share * RANK_OPTIONS.matchKinds[kind]) / WORD_WEIGHT;
}

/**
 * Whether an engine takes a document for a match that has the rarest word of a term of several words, but not the term. The
 * ranker found it to lack words.
 */
export function lacksTerm({ missing, forwardIndex }: Ranked, { clauses }: Relaxation): boolean {
  if (missing.length === 0) return false;
  const lacking = clauses.filter(({ number }) => missing.includes(number));
  const terms = lacking.map(({ alternatives }) => alternatives.filter(isTermAlternative));
  if (terms.some(({ length }) => length === 0)) return false;
  const hashes = forwardIndex.distinctHashes();
  return terms.every((of) => of.some(({ sought }) => hashes.has(hashOfTerm(sought[0]!))));
}

/** The ranked candidates in order, with those that match in part as far as they are accepted. */
export function orderedInPart(
  ranked: readonly Ranked[],
  relaxation: Relaxation,
  { total, facets }: Pick<Candidates, 'total' | 'facets'>,
): OrderedDocuments {
  const { clauses, enough } = relaxation;
  const hasOnlySimilar = ({ missing, similar }: Ranked): boolean =>
    similar.length > 0 && missing.length + similar.length === clauses.length;
  const accepted = ranked.filter((document) => isAccepted(document, relaxation));
  const evident = accepted.filter((document) => !hasOnlySimilar(document));
  // With enough others, documents of nothing but similar words are left out.
  const ordered = evident.length >= enough ? evident : inTiers(accepted, hasOnlySimilar);
  const partial = ordered.filter((document) => !isMatching(document)).length;
  const texts = textsOf(relaxation);
  return {
    documents: ordered.map(({ id, forwardIndex, score, missing, similar }) => ({
      id,
      forwardIndex,
      score,
      missing: texts(missing),
      similar: texts(similar),
    })),
    total,
    partial,
    facets,
    missing: texts(inOrder(ordered.flatMap(({ missing }) => missing))),
    similar: texts(inOrder(ordered.flatMap(({ similar }) => similar))),
  };
}

/** Gives the words of clauses by their numbers, which rise, each word once. */
function textsOf({ clauses }: Relaxation): (numbers: readonly number[]) => string[] {
  const words = new Map(clauses.map((clause) => [clause.number, wordsOf(clause)[0]!.text]));
  return (numbers) => (numbers.length === 0 ? [] : [...new Set(numbers.map((number) => words.get(number)!))]);
}

/** Each number once, in rising order. */
const inOrder = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

const isMatching = ({ missing, similar }: Ranked): boolean => missing.length === 0 && similar.length === 0;

/**
 * Whether a document is a hit: it has all words, or all words of one meaning, so that a part of a name alone is not enough;
 * or nothing but similar words.
 */
function isAccepted(
  { missing, similar }: Ranked,
  { clauses, words, similar: similarToo }: Relaxation,
): boolean {
  if (missing.length > 0 && !words) return false;
  if (similar.length > 0 && !words && !similarToo) return false;
  if (missing.length + similar.length === 0) return true;
  const lacking = new Set(missing);
  const incomplete = new Set<unknown>();
  for (const clause of clauses) if (lacking.has(clause.number)) incomplete.add(meaningOf(clause));
  return clauses.some((clause) => !incomplete.has(meaningOf(clause)));
}

/** The words of one name mean the same. */
const meaningOf = (clause: QueryClause): unknown => entitiesNamedBy(clause)[0] ?? clause;
