/**
 * A search service to compare with: `node scripts/bench/service-peer.ts --data DIR --count N [--seed S]`. MiniSearch
 * over the articles of `corpus.ts` behind Node's HTTP server returns ids, titles, sources and dates of twenty hits,
 * without language analysis, facets, marks or near-duplicates. Prints its address; `/cpu` returns its processor time.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Command } from 'commander';
import type { Article } from '../../src/common/types.ts';
import { articles, type CorpusOptions } from './corpus.ts';
import { miniSearch } from './peers.ts';

const options = new Command('service-peer')
  .requiredOption('--data <dir>', 'folder of the evaluation data')
  .requiredOption('--count <n>', 'articles', Number)
  .option('--seed <n>', 'the same seed gives the same articles', Number, 1)
  .parse()
  .opts<CorpusOptions>();

const peer = miniSearch();
const byId = new Map<string, Pick<Article, 'title' | 'source' | 'publishedAt'>>();
for await (const article of articles(options)) {
  peer.add([article]);
  const { title, source, publishedAt } = article;
  byId.set(article.id, { title, ...(source && { source }), ...(publishedAt && { publishedAt }) });
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const answer =
    pathname === '/cpu'
      ? process.cpuUsage()
      : { hits: peer.search(searchParams.get('q') ?? '').map((id) => ({ id, ...byId.get(id) })) };
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(answer));
}).listen(0, '127.0.0.1', () => {
  console.log(`at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
