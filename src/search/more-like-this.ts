/**
 * Pipeline: article -> its most telling words and entities -> candidates -> ranking. More like this one, across
 * languages as far as entities reach. Terms are chosen by tf-idf, as Lucene's MoreLikeThis does.
 */

import type { Forms } from '../analysis/forms.ts';
import { termHash } from '../analysis/hash.ts';
import { type Archive, unknownDocument } from '../archive/archive.ts';
import { type AnnotatedPassage, annotate } from '../document/annotate.ts';
import { candidateRequest, type Index } from '../engines/engine.ts';
import type { Gazetteer } from '../entities/gazetteer/gazetteer.ts';
import type { Tagger } from '../entities/tagger/tagger.ts';
import type { LiveIndex } from '../indexing/live-index.ts';
import { type QueryClause, termsOf } from './query/query.ts';
import { collapse } from './ranking/collapse.ts';
import { hashesOf } from './ranking/matches.ts';
import { Ranker } from './ranking/ranker.ts';
import { type Summary, summaryOf } from './results/summary.ts';

/** Words and entities that stand for an article. */
const WORDS = 20;
const ENTITIES = 8;
/** Candidates that are ranked. */
const WINDOW = 200;
/** A word of the title says as much as so many in the body. */
const TITLE_WEIGHT = 3;
/** Candidates with less than this share of the best score are no longer about the same. */
const LEAST_SHARE = 0.2;

export interface MoreLikeThisParts {
  archive: Archive;
  live: LiveIndex;
  gazetteer: Gazetteer;
  tagger: Tagger;
}

export interface MoreLikeThisRequest {
  id: string;
  limit: number;
  /** BCP 47 code for names of entities. */
  language: string;
}

/** A document like another one. `score` orders the documents of one answer. */
export type SimilarHit = Summary & { score: number; duplicates: number };

/** Documents most like one of the archive: itself and its near-duplicates left out, of each cluster one. @throws LisanError `document_unknown`, or what the engine says. */
export async function moreLikeThis(
  { archive, live, gazetteer, tagger }: MoreLikeThisParts,
  { id, limit, language }: MoreLikeThisRequest,
): Promise<SimilarHit[]> {
  const article = archive.get(id);
  if (article === undefined) throw unknownDocument(id);
  const index = await live.current();
  const clauses = await significantClauses(index, annotate(article, tagger));
  if (clauses.length === 0) return [];
  const { candidates } = await index.candidates(
    candidateRequest({ groups: clauses.map(termsOf), mode: 'any', limit: WINDOW }),
  );
  const ranker = new Ranker(
    clauses,
    await index.statistics(),
    await index.frequencies(hashesOf(clauses)),
    Date.now() / 1000,
  );
  const clusters = await index.clusters(candidates.map((candidate) => candidate.id));
  const own = clusters.get(id);
  const others = candidates.filter(
    (candidate) => candidate.id !== id && (own === undefined || clusters.get(candidate.id) !== own),
  );
  const ranked = collapse(ranker.rank(others), clusters).shown;
  const least = (ranked[0]?.score.total ?? 0) * LEAST_SHARE;
  const best = ranked.filter(({ score }) => score.total > least).slice(0, limit);
  const articles = archive.getMany(best.map((hit) => hit.id));
  return best.flatMap((hit) => {
    const found = articles.get(hit.id);
    if (found === undefined) return [];
    return [
      {
        ...summaryOf(found, annotate(found, tagger), gazetteer, language),
        score: hit.score.total,
        duplicates: hit.duplicates,
      },
    ];
  });
}

/** The words and entities that are frequent in the article and rare in the archive, the most telling first. */
async function significantClauses(
  index: Index,
  passages: readonly AnnotatedPassage[],
): Promise<QueryClause[]> {
  const words = new Map<number, { text: string; forms: Forms; weight: number }>();
  const entities = new Map<number, { id: string; weight: number }>();
  for (const { field, tokens, mentions } of passages) {
    const weight = field === 'body' ? 1 : TITLE_WEIGHT;
    for (const { forms } of tokens) {
      if (forms.stop || forms.stem.length < 2) continue;
      const known = words.get(forms.hashes[2]);
      if (known === undefined) words.set(forms.hashes[2], { text: forms.exact, forms, weight });
      else known.weight += weight;
    }
    for (const { entity } of mentions) {
      const key = termHash(entity, 'entity');
      const known = entities.get(key);
      if (known === undefined) entities.set(key, { id: entity, weight });
      else known.weight += weight;
    }
  }
  const { documents } = await index.statistics();
  const frequencies = await index.frequencies([...words.keys(), ...entities.keys()]);
  // What only this article has finds nothing else.
  const best = <T extends { weight: number }>(all: ReadonlyMap<number, T>, most: number): T[] =>
    [...all]
      .map(([key, value]) => ({ value, frequency: frequencies.get(key) ?? 0 }))
      .filter(({ frequency }) => frequency > 1)
      .map(({ value, frequency }) => ({
        value,
        telling: Math.log(1 + value.weight) * Math.log(1 + documents / frequency),
      }))
      .sort((a, b) => b.telling - a.telling)
      .slice(0, most)
      .map(({ value }) => value);
  const base = { optional: false, loosestForm: 'stem' } as const;
  return [
    ...best(words, WORDS).map(({ text, forms }) => ({
      ...base,
      words: [
        { text, start: 0, end: text.length, forms: [forms], completions: [], corrections: [], names: [] },
      ],
      entities: [],
    })),
    ...best(entities, ENTITIES).map(({ id }) => ({ ...base, words: [], entities: [id] })),
  ];
}
