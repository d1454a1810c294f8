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

  /** Asks until `work` ends, and compares every answer. @returns the number of answers. */
  async function askDuring(work: Promise<unknown>, ask: () => Promise<void>): Promise<number> {
    let ended = false;
    let answers = 0;
    work.finally(() => {
      ended = true;
    });
    while (!ended) {
      await ask();
      answers++;
    }
    await work;
    return answers;
  }

  test(
    'a node killed during searches: every answer is whole and the same',
    async () => {
      const expected = await service.ask('common', { limit: 100, facets: ['lang'] });
      expect(expected.total).toEqual({ value: FIRST, relation: 'eq' });
      const ids = expected.hits.map(({ id }) => id);
      const answers = await askDuring(
        (async () => {
          await pause(500);
          await cluster.kill(2);
          // Long enough for the others to notice, to promote copies and to leave the dead one out.
          await pause(10_000);
        })(),
        async () => {
          const { total, facets, hits } = await service.ask('common', { limit: 100, facets: ['lang'] });
          expect({ total, facets, ids: hits.map(({ id }) => id) }).toEqual({
            total: expected.total,
            facets: expected.facets,
            ids,
          });
        },
      );
      expect(answers).toBeGreaterThan(20);
      await cluster.revive(2);
    },
    START_TIMEOUT,
  );

  test(
    'a node killed during ingest: every document is there, once, by each way to it',
    async () => {
      service.archive.put(articles(FIRST, SECOND));
      const level = service.level();
      const seen = await askDuring(Promise.all([level, pause(700).then(() => cluster.kill(1))]), async () => {
        // What was found before is found all the while.
        const { hits } = await service.ask('number7');
        expect(hits.map(({ id }) => id)).toEqual(['n-7']);
      });
      expect(seen).toBeGreaterThan(5);
      const index = await service.live.current();
      expect(await index.count()).toBe(SECOND);
      expect((await service.ask('common', { limit: 1 })).total).toEqual({ value: SECOND, relation: 'eq' });
      for (let n = 0; n < SECOND; n += 61) {
        expect((await service.ask(`number${n}`)).hits.map(({ id }) => id)).toEqual([`n-${n}`]);
      }
      await cluster.revive(1);
      expect(await index.count(), 'with the node back').toBe(SECOND);
    },
    START_TIMEOUT,
  );
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
