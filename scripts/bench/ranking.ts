/**
 * Time to rank candidates: `node scripts/bench/ranking.ts --data DIR [--count N] [--rounds N] [--against DIR]`.
 *
 * Articles of `corpus.ts` become forward indexes in memory; for each query the ranker orders 200 articles that have one of
 * its words. Printed is the processor time of one ranking, in microseconds. With `--against` the ranker of another
 * checkout ranks the same candidates, the two in turn, and the median of the ratios of all rounds is printed too: other
 * work on the machine hits both alike.
 */

import { resolve } from 'node:path';
import { Command } from 'commander';
import { UTC } from '../../src/common/time-zone.ts';
import type { Article, StoredArticle } from '../../src/common/types.ts';
import { annotate } from '../../src/document/annotate.ts';
import { ForwardIndex } from '../../src/document/forward-index.ts';
import { encodeForwardIndex } from '../../src/document/forward-index-writer.ts';
import type { Candidate } from '../../src/engines/engine.ts';
import { GAZETTEER_FOLDER, loadGazetteer } from '../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../src/entities/tagger/tagger.ts';
import { recordOf } from '../../src/indexing/record.ts';
import { parseQuery } from '../../src/search/query/parser.ts';
import type { QueryClause } from '../../src/search/query/query.ts';
import { queryOf } from '../../src/search/query/query-builder.ts';
import { hashesOf } from '../../src/search/ranking/matches.ts';
import { Ranker } from '../../src/search/ranking/ranker.ts';
import { articles } from './corpus.ts';
import { KINDS, queriesOf } from './queries.ts';
import { randomNumbers } from './random.ts';

const options = new Command('ranking')
  .requiredOption('--data <dir>', 'folder of the evaluation data')
  .option('--count <n>', 'articles', Number, 3000)
  .option('--queries <n>', 'queries of each kind', Number, 30)
  .option('--rounds <n>', 'times that all queries are ranked', Number, 10)
  .option('--seed <n>', 'the same seed gives the same articles and queries', Number, 1)
  .option('--against <dir>', 'another checkout of this repository')
  .parse()
  .opts<{ data: string; count: number; queries: number; rounds: number; seed: number; against?: string }>();

const CANDIDATES = 200;
/** Rounds before times are taken, so that the code is compiled. */
const WARM_ROUNDS = 2;

interface Ranking {
  clauses: QueryClause[];
  frequencies: Map<number, number>;
  candidates: Candidate[];
}

const tagger = new Tagger(loadGazetteer(GAZETTEER_FOLDER));
const sample: Article[] = [];
const candidates: (Candidate & { hashes: Set<number> })[] = [];
for await (const article of articles(options)) {
  sample.push(article);
  const passages = annotate(article, tagger);
  const forwardIndex = encodeForwardIndex(passages);
  const { hashes } = recordOf(article as unknown as StoredArticle, passages, UTC);
  candidates.push({ id: article.id, forwardIndex: new ForwardIndex(forwardIndex), hashes: new Set(hashes) });
}
const queries = queriesOf(sample, options.queries, randomNumbers(options.seed + 1));
const rankings = KINDS.flatMap((kind) => queries[kind].map(rankingOf));
const statistics = { documents: candidates.length, meanLengths: [10, 3, 300] as const };

const rankers = [Ranker];
if (options.against !== undefined) {
  const other = await import(resolve(options.against, 'src/search/ranking/ranker.ts'));
  rankers.push(other.Ranker);
}
const times = rankers.map((): number[] => []);
for (let round = 0; round < WARM_ROUNDS + options.rounds; round++) {
  // Who goes first alternates.
  for (const turn of round % 2 === 0 ? rankers.keys() : [...rankers.keys()].reverse()) {
    const used = microsecondsOf(rankers[turn]!);
    if (round >= WARM_ROUNDS) times[turn]!.push(used / rankings.length);
  }
}
times.forEach((own, turn) => {
  console.log(`${turn === 0 ? 'this' : options.against}: ${median(own).toFixed(1)} µs a ranking`);
});
if (times.length > 1)
  console.log(`this / other: ${median(times[0]!.map((own, round) => own / times[1]![round]!)).toFixed(3)}`);

function rankingOf(q: string): Ranking {
  const names = { gazetteer: tagger.gazetteer, tagger, zone: UTC };
  const { clauses } = queryOf(parseQuery(q), names, { exact: false });
  const wanted = hashesOf(clauses);
  const found = candidates.filter(({ hashes }) => wanted.some((hash) => hashes.has(hash)));
  const frequencies = new Map(
    wanted.map((hash) => [hash, found.filter(({ hashes }) => hashes.has(hash)).length]),
  );
  return { clauses: [...clauses], frequencies, candidates: [...found, ...candidates].slice(0, CANDIDATES) };
}

function microsecondsOf(Used: typeof Ranker): number {
  const begun = process.cpuUsage();
  for (const { clauses, frequencies, candidates: window } of rankings)
    new Used(clauses, statistics, frequencies, 1_700_000_000).rank(window);
  const { user, system } = process.cpuUsage(begun);
  return user + system;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}
