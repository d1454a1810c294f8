/**
 * More like this: documents with the most significant words and entities of an article. Entities find documents in
 * other languages. Terms are chosen by tf-idf, as Lucene's MoreLikeThis does.
 */

import type { Forms } from '../analysis/forms.ts';
import { termHash } from '../analysis/hash.ts';
import type { Archive } from '../archive/archive.ts';
import { unknownDocument } from '../archive/stored-row.ts';
import { type AnnotatedPassage, annotate } from '../document/annotate.ts';
import { candidateRequest, type Index } from '../engines/engine.ts';
import type { Gazetteer } from '../entities/gazetteer/gazetteer.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import type { LiveIndex } from '../indexing/live-index.ts';
import type { MeaningSearch } from '../meaning/meaning.ts';
import { type Alternative, type QueryClause, type QueryWord, termsOf } from './query/query.ts';
import { collapse } from './ranking/collapse.ts';
import { hashesOf } from './ranking/matches.ts';
import { Ranker } from './ranking/ranker.ts';
import { type Summary, summaryOf } from './results/summary.ts';
import { joinSimilar, type Similar } from './similar-by-meaning.ts';

/** Most words and entities of an article that are searched for. */
const MAX_WORDS = 20;
const MAX_ENTITIES = 8;
/** Candidates that are ranked. */
const RERANK_DEPTH = 200;
/** Weight of a word in title or keywords; in the body it is 1. */
const TITLE_WEIGHT = 3;
/** Documents with less than this share of the best score are left out. */
const LEAST_SHARE = 0.2;

export interface MoreLikeThisParts {
  archive: Archive;
  live: LiveIndex;
  gazetteer: Gazetteer;
  tagger: Tagger;
  /** Adds documents of like meaning, if there is an embedder. */
  meaning?: MeaningSearch | undefined;
}

export interface MoreLikeThisRequest {
  id: string;
  limit: number;
  /** BCP 47 code for names of entities. */
  language: string;
}

/** A similar document. `score` orders the documents of one answer. */
export type SimilarHit = Summary & { score: number; duplicates: number; meaning?: true };

/**
 * The documents most like one of the archive, without it and its near-duplicates, and one of each cluster.
 * @throws LisanError `document_unknown`, or from the engine.
 */
export async function moreLikeThis(
  { archive, live, gazetteer, tagger, meaning }: MoreLikeThisParts,
  { id, limit, language }: MoreLikeThisRequest,
): Promise<SimilarHit[]> {
  const article = archive.get(id);
  if (article === undefined) throw unknownDocument(id);
  const index = await live.current();
  const clauses = await significantClauses(index, annotate(article, tagger));
  const byWords = clauses.length === 0 ? [] : await similarByWords(index, clauses, id);
  const similar = meaning === undefined ? byWords : await joinSimilar(index, meaning, id, byWords);
  const best = similar.slice(0, limit);
  const articles = archive.getMany(best.map((hit) => hit.id));
  return best.flatMap(({ id: similarId, ...hit }) => {
    const found = articles.get(similarId);
    return found === undefined
      ? []
      : [{ ...summaryOf(found, annotate(found, tagger), gazetteer, language, tagger.limits), ...hit }];
  });
}

/** The documents that share most of the clauses, but for near-duplicates. */
async function similarByWords(index: Index, clauses: readonly QueryClause[], id: string): Promise<Similar[]> {
  const { candidates } = await index.candidates(
    candidateRequest({ groups: clauses.map(termsOf), mode: 'any', limit: RERANK_DEPTH }),
  );
  const ranker = new Ranker(
    clauses,
    await index.statistics(),
    await index.frequencies(hashesOf(clauses)),
    Date.now() / 1000,
  );
  const all = ranker.rank(candidates);
  const clusters = await index.clusters(all.map((document) => document.id));
  const own = clusters[all.findIndex((document) => document.id === id)];
  const isOther = all.map(
    (document, place) => document.id !== id && (own === undefined || clusters[place] !== own),
  );
  const ranked = collapse(
    all.filter((_, place) => isOther[place]),
    clusters.filter((_, place) => isOther[place]),
  ).shown;
  const least = (ranked[0]?.document.score.total ?? 0) * LEAST_SHARE;
  return ranked
    .filter(({ document }) => document.score.total > least)
    .map(({ document, duplicates }) => ({ id: document.id, score: document.score.total, duplicates }));
}

/** The words and entities that are frequent in the article and rare in the archive, the most significant first. */
async function significantClauses(
  index: Index,
  passages: readonly AnnotatedPassage[],
): Promise<QueryClause[]> {
  const words = new Map<number, { forms: Forms; weight: number }>();
  const entities = new Map<number, { id: string; weight: number }>();
  for (const { field, tokens, mentions } of passages) {
    const weight = field === 'body' ? 1 : TITLE_WEIGHT;
    for (const { forms } of tokens) {
      if (forms.stop || forms.stem.length < 2) continue;
      const known = words.get(forms.hashes[2]);
      if (known === undefined) words.set(forms.hashes[2], { forms, weight });
      else known.weight += weight;
    }
    for (const { entity } of mentions) {
      const hash = termHash(entity, 'entity');
      const known = entities.get(hash);
      if (known === undefined) entities.set(hash, { id: entity, weight });
      else known.weight += weight;
    }
  }
  const { documents } = await index.statistics();
  const frequencies = await index.frequencies([...words.keys(), ...entities.keys()]);
  const mostSignificant = <T extends { weight: number }>(all: ReadonlyMap<number, T>, most: number): T[] =>
    [...all]
      .map(([hash, value]) => ({ value, frequency: frequencies.get(hash) ?? 0 }))
      // Others do not have what only this article has.
      .filter(({ frequency }) => frequency > 1)
      .map(({ value, frequency }) => ({
        value,
        tfIdf: Math.log(1 + value.weight) * Math.log(1 + documents / frequency),
      }))
      .sort((a, b) => b.tfIdf - a.tfIdf)
      .slice(0, most)
      .map(({ value }) => value);
  return [
    ...mostSignificant(words, MAX_WORDS).map(({ forms }) =>
      clauseOf({ kind: 'word', word: wordOf(forms.exact, [forms]), forms: [forms] }),
    ),
    ...mostSignificant(entities, MAX_ENTITIES).map(({ id }) =>
      clauseOf({ kind: 'entity', word: wordOf(id, []), entity: id }),
    ),
  ];
}

const clauseOf = (alternative: Alternative): QueryClause => ({
  alternatives: [alternative],
  optional: false,
  loosestForm: 'stem',
});

/** A word that was not typed by a user. */
const wordOf = (text: string, forms: readonly Forms[]): QueryWord => ({
  text,
  start: 0,
  end: text.length,
  forms,
});
