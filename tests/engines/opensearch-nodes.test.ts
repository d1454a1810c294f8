/**
 * Three nodes and one replica: a node that is killed during searches and during ingest loses no answer and no document.
 * Runs where OpenSearch is required or asked for by `LISAN_TEST_OPENSEARCH_NODES=1`; the script brings the nodes.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/types.ts';
import { type TestService, testService } from '../service.ts';
import { article } from './golden.ts';
import { isRequired, OpenSearchCluster, START_TIMEOUT } from './servers.ts';

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
  const SECOND = 3600;
  let cluster: OpenSearchCluster;
  let service: TestService;

  beforeAll(async () => {
    cluster = new OpenSearchCluster(3);
    service = testService({
      ...(await cluster.start()),
      LISAN_ENGINE: 'opensearch',
      LISAN_OPENSEARCH_SHARDS: '3',
      LISAN_OPENSEARCH_REPLICAS: '1',
    });
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

  test('a node killed during ingest: every document is there, once', { timeout: START_TIMEOUT }, async () => {
    const index = await service.live.current();
    service.archive.put(articles(FIRST, SECOND));
    await without(1, 700, async (killed) => {
      await askDuring(Promise.all([service.level(), killed]), 5, async () => {
        // What was found before is found all the while.
        expect((await service.ask('number7')).hits.map(({ id }) => id)).toEqual(['n-7']);
      });
      expect(await index.count()).toBe(SECOND);
      expect((await service.ask('common', { limit: 1 })).total).toEqual({ value: SECOND, relation: 'eq' });
      for (let n = 0; n < SECOND; n += 61)
        expect((await service.ask(`number${n}`)).hits.map(({ id }) => id)).toEqual([`n-${n}`]);
    });
    expect(await index.count(), 'with the node back').toBe(SECOND);
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
