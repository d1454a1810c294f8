/**
 * Three nodes and one replica: a node that is killed during searches and during ingest loses no answer and no document,
 * and a thousand searches go on through a restart of every node, a full reindex and an ingest.
 * Runs where OpenSearch is required or asked for by `LISAN_TEST_OPENSEARCH_NODES=1`; the script brings the nodes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../../src/common/types.ts';
import { startServer } from '../../../src/http/server.ts';
import { article } from '../../support/engines/golden.ts';
import { isRequired, OpenSearchCluster, START_TIMEOUT } from '../../support/engines/servers.ts';
import { lisan } from '../../support/process.ts';
import { askThrough } from '../../support/search-loop.ts';
import { type TestService, testService } from '../../support/service.ts';

const WORDS = ['oil', 'gas', 'price', 'talks', 'minister', 'summit', 'border'];

/** Articles that each have words of their own and words in common. */
const articles = (from: number, to: number): Article[] =>
  Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    return article(`n-${n}`, `Report ${n}`, `${WORDS[n % 7]} ${WORDS[n % 5]} number${n} common`, {
      publishedAt: `2024-01-${String((n % 28) + 1).padStart(2, '0')}`,
    });
  });

const asked = isRequired('opensearch') || Boolean(process.env.LISAN_TEST_OPENSEARCH_NODES);
const REASON = 'set LISAN_TEST_OPENSEARCH_NODES=1 or LISAN_REQUIRE_ENGINES=opensearch';
if (!asked) console.log(`skipped: three nodes of OpenSearch; ${REASON}`);

describe.skipIf(!asked)(`three nodes of OpenSearch, one replica${asked ? '' : `: ${REASON}`}`, () => {
  const FIRST = 600;
  const SECOND = 700;
  const THIRD = 3700;
  let cluster: OpenSearchCluster;
  let environment: Record<string, string>;
  let service: TestService;

  beforeAll(async () => {
    cluster = new OpenSearchCluster(3);
    environment = {
      ...(await cluster.start()),
      LISAN_ENGINE: 'opensearch',
      LISAN_OPENSEARCH_SHARDS: '3',
      LISAN_OPENSEARCH_REPLICAS: '1',
      // What is tested is that answers come and are right, not how fast this machine is.
      LISAN_OPENSEARCH_WAIT_SECONDS: '900',
    };
    service = testService(environment);
    await service.fill(articles(0, FIRST));
  }, START_TIMEOUT);
  afterAll(async () => {
    await service?.remove();
    await cluster?.stop();
  }, START_TIMEOUT);

  /** Asks, and compares every answer, while `work` goes on and then until there are `least` of them. */
  async function askDuring(work: Promise<unknown>, least: number, ask: () => Promise<void>): Promise<void> {
    let ended = false;
    const settled = work.finally(() => {
      ended = true;
    });
    const asking = (async () => {
      for (let answers = 0; !ended || answers < least; answers++) await ask();
    })();
    await Promise.all([settled, asking]);
  }

  /** Kills a node after a while, lets `work` go on without it, and brings it back whatever comes of that. */
  async function without(node: number, after: number, work: (killed: Promise<void>) => Promise<void>) {
    const killed = pause(after).then(() => cluster.kill(node));
    try {
      await work(killed);
    } finally {
      await killed;
      await cluster.revive(node);
    }
  }

  test('a node killed during searches: every answer is whole and the same', {
    timeout: START_TIMEOUT,
  }, async () => {
    const ask = async () => {
      const { total, facets, hits } = await service.ask('common', { limit: 100, facets: ['lang'] });
      return { total, facets, ids: hits.map(({ id }) => id) };
    };
    const expected = await ask();
    expect(expected.total).toEqual({ value: FIRST, relation: 'eq' });
    const same = async (): Promise<void> => expect(await ask()).toEqual(expected);
    await without(2, 500, async (killed) => {
      await askDuring(killed, 5, same);
      // While the others notice and promote copies.
      await askDuring(pause(5000), 20, same);
    });
  });

  test('a thousand searches through full reindexes, an ingest and a restart of every node: none fails, none is empty', {
    timeout: START_TIMEOUT,
  }, async () => {
    const { data } = service.config;
    const more = join(data, 'more.jsonl');
    const lines = articles(FIRST, SECOND).map((one) => JSON.stringify(one));
    writeFileSync(more, lines.join('\n'));
    const server = await startServer(service);
    const questions = Array.from({ length: FIRST }, (_, n) => ({ q: `number${n}`, id: `n-${n}` }));
    // One thing in another process while each of the nodes is down.
    const commands = [
      ['reindex', '--full'],
      ['ingest', more],
      ['reindex', '--full'],
    ];
    try {
      await askThrough(server.url, questions, async () => {
        for (const [place, words] of commands.entries()) {
          const running = lisan(data, words, { env: environment });
          await cluster.restart(place + 1);
          const { code, errors } = await running;
          expect({ code, errors }).toMatchObject({ code: 0 });
        }
      });
    } finally {
      await server.stop();
    }
    const index = await service.live.current();
    expect(await index.count()).toBe(SECOND);
  });

  test('a node killed during ingest: every document is there, once', { timeout: START_TIMEOUT }, async () => {
    const index = await service.live.current();
    service.archive.put(articles(SECOND, THIRD));
    await without(1, 700, async (killed) => {
      await askDuring(Promise.all([service.level(), killed]), 5, async () => {
        // What was found before is found all the while.
        expect((await service.ask('number7', { relax: [] })).hits.map(({ id }) => id)).toEqual(['n-7']);
      });
      expect(await index.count()).toBe(THIRD);
      expect((await service.ask('common', { limit: 1 })).total).toEqual({ value: THIRD, relation: 'eq' });
      for (let n = 0; n < THIRD; n += 61)
        expect((await service.ask(`number${n}`, { relax: [] })).hits.map(({ id }) => id)).toEqual([`n-${n}`]);
    });
    expect(await index.count(), 'with the node back').toBe(THIRD);
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
