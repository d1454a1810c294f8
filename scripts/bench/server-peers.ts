/**
 * Search programs outside this process to compare with, with default settings, on the raw text: Meilisearch at
 * LISAN_TEST_MEILISEARCH_URL (key in LISAN_TEST_MEILISEARCH_KEY), OpenSearch at LISAN_TEST_OPENSEARCH_URL, which
 * `scripts/opensearch.sh start` prints, and Tantivy in a Python interpreter that has it, LISAN_TEST_TANTIVY. The index is
 * created at the beginning and removed at the end.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Article } from '../../src/common/types.ts';
import { asked } from './asked.ts';
import { PAGE, type Peer } from './peers.ts';
import { tantivy } from './tantivy-peer.ts';

const INDEX = 'bare-lisan-bench';
/** Milliseconds between two polls of a task. */
const ASK_AGAIN = 20;

/** The available servers; reports what to set for the others. */
export async function serverPeers(say: (line: string) => void): Promise<Peer[]> {
  const peers: Peer[] = [];
  for (const [name, variable, make] of [
    ['Meilisearch', 'LISAN_TEST_MEILISEARCH_URL', meilisearch],
    ['OpenSearch', 'LISAN_TEST_OPENSEARCH_URL', openSearch],
    ['Tantivy', 'LISAN_TEST_TANTIVY', tantivy],
  ] as const) {
    const url = process.env[variable];
    if (url === undefined || url === '') say(`${name} is left out: ${variable} names none`);
    else peers.push(await make(url.split(',')[0]!));
  }
  return peers;
}

/** The article without fields that are not searched. */
const bare = ({ id, title, body, source }: Article & { id: string }) => ({ id, title, body, source });

async function meilisearch(url: string): Promise<Peer> {
  const key = process.env.LISAN_TEST_MEILISEARCH_KEY;
  const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {};
  const ask = (method: string, path: string, body?: unknown) => asked(url, method, path, headers, body);
  const tasks: number[] = [];
  const finish = async (): Promise<void> => {
    for (const task of tasks.splice(0)) {
      let status: unknown;
      while (status !== 'succeeded') {
        ({ status } = await ask('GET', `/tasks/${task}`));
        if (status === 'failed') throw new Error(`Meilisearch could not do task ${task}`);
        if (status !== 'succeeded') await pause(ASK_AGAIN);
      }
    }
  };
  const send = async (method: string, path: string, body?: unknown): Promise<void> => {
    tasks.push(Number((await ask(method, path, body)).taskUid));
  };
  await ask('DELETE', `/indexes/${INDEX}`).catch(() => undefined);
  await send('POST', '/indexes', { uid: INDEX, primaryKey: 'id' });
  await send('PATCH', `/indexes/${INDEX}/settings`, { filterableAttributes: ['source'] });
  await finish();
  return {
    name: 'Meilisearch',
    add: (articles) => send('POST', `/indexes/${INDEX}/documents`, articles.map(bare)),
    finish,
    search: async (q) => {
      const { hits } = await ask('POST', `/indexes/${INDEX}/search`, {
        q,
        limit: PAGE,
        facets: ['source'],
        attributesToRetrieve: ['id'],
        attributesToHighlight: ['title', 'body'],
        attributesToCrop: ['body'],
        cropLength: 30,
      });
      return (hits as { id: string }[]).map(({ id }) => id);
    },
    close: async () => {
      await ask('DELETE', `/indexes/${INDEX}`);
    },
  };
}

async function openSearch(url: string): Promise<Peer> {
  const ask = (method: string, path: string, body?: unknown) => asked(url, method, path, {}, body);
  await ask('DELETE', `/${INDEX}`).catch(() => undefined);
  await ask('PUT', `/${INDEX}`, {
    settings: { number_of_replicas: 0 },
    mappings: { properties: { source: { type: 'keyword' } } },
  });
  const search = async (query: string, operator: 'and' | 'or'): Promise<string[]> => {
    const answer = await ask('POST', `/${INDEX}/_search`, {
      query: { multi_match: { query, operator, type: 'cross_fields', fields: ['title^2', 'body'] } },
      size: PAGE,
      _source: false,
      track_total_hits: true,
      highlight: { fields: { title: {}, body: {} } },
      aggs: { source: { terms: { field: 'source', size: 1000 } } },
    });
    return (answer.hits as { hits: { _id: string }[] }).hits.map(({ _id }) => _id);
  };
  return {
    name: 'OpenSearch',
    add: async (articles) => {
      const lines = articles.flatMap((article) => [
        JSON.stringify({ index: { _id: article.id } }),
        JSON.stringify(bare(article)),
      ]);
      const { errors } = await ask('POST', `/${INDEX}/_bulk`, `${lines.join('\n')}\n`);
      if (errors === true) throw new Error('OpenSearch refused documents');
    },
    finish: async () => {
      await ask('POST', `/${INDEX}/_refresh`);
    },
    // A question without results is repeated with any of its words, as lisan does.
    search: async (query) => {
      const all = await search(query, 'and');
      return all.length > 0 ? all : search(query, 'or');
    },
    close: async () => {
      await ask('DELETE', `/${INDEX}`);
    },
  };
}
