/** What every engine promises, run by `contract.test.ts` on each one that is there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestService, testService } from '../service.ts';
import { describeAlike } from './alike.ts';
import { describeAnswers } from './answers.ts';
import { describeFields } from './fields.ts';
import { article } from './golden.ts';
import { describePort } from './port.ts';
import { type EngineServer, freePort, START_TIMEOUT } from './servers.ts';

export function describeContract(name: string, server: EngineServer): void {
  describe(`engine ${name}`, () => {
    let found: Readonly<Record<string, string>>;
    beforeAll(async () => {
      found = await server.start();
    }, START_TIMEOUT);
    afterAll(() => server.stop(), START_TIMEOUT);
    // The names of OpenSearch's indexes are not those of an archive that may be on the server too.
    const environment = (): Readonly<Record<string, string>> => ({
      ...found,
      LISAN_ENGINE: name,
      LISAN_OPENSEARCH_INDEX: `contract_${process.pid}`,
    });

    describePort(environment);
    describeAnswers(name, environment);
    describeFields(environment);
    describeAlike(environment);
    describeManyArticles(environment);
    if (name !== 'sqlite') describeMissingServer(name);
  });
}

/** More articles than are ranked, so that pages reach over the border between the ranked and the rest. */
function describeManyArticles(environment: () => Readonly<Record<string, string>>): void {
  describe('more matches than are ranked', () => {
    const ARTICLES = Array.from({ length: 700 }, (_, n) =>
      article(`n-${n}`, n % 3 === 0 ? 'Common title' : 'Title', `common ${'word '.repeat(n % 7)}`, {
        // Many on one day, some on none.
        ...(n % 5 !== 0 && { publishedAt: `2024-01-0${(n % 4) + 1}` }),
      }),
    );
    let service: TestService;
    beforeAll(async () => {
      service = testService(environment());
      await service.fill(ARTICLES);
    });
    afterAll(() => service.discard());

    test.each([
      { q: 'common', sort: 'relevance' },
      { q: 'common title', sort: 'relevance' },
      { q: '', sort: 'relevance' },
      { q: 'common', sort: 'newest' },
      { q: 'common', sort: 'oldest' },
    ] as const)('$q by $sort: pages have no holes and no repeats', async ({ q, sort }) => {
      const paged: string[] = [];
      for (let offset = 0; offset < ARTICLES.length; offset += 85) {
        const { hits, total } = await service.ask(q, { sort, offset, limit: 85 });
        expect(total).toEqual({ value: ARTICLES.length, relation: 'eq' });
        paged.push(...hits.map(({ id }) => id));
      }
      expect(new Set(paged).size, 'no repeats').toBe(paged.length);
      expect(paged).toHaveLength(ARTICLES.length);
      expect((await service.ask(q, { sort, offset: ARTICLES.length })).hits).toEqual([]);
    });
  });
}

function describeMissingServer(name: string): void {
  test('without its server, the engine reports the error and the archive keeps the documents', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const service = testService({
      LISAN_ENGINE: name,
      LISAN_MEILISEARCH_URL: url,
      LISAN_OPENSEARCH_URL: url,
    });
    const missing = { code: 'engine_unreachable', status: 503, message: expect.stringContaining(url) };
    await expect(service.engine.check()).rejects.toMatchObject(missing);
    await expect(service.fill([article('kept', 'Kept', 'kept')])).rejects.toMatchObject(missing);
    expect(service.archive.count()).toBe(1);
    await service.remove();
  });
}
