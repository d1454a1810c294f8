/** The golden corpus on one engine and on the embedded one: the same answers, to the last mark. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/analysis/tokenizer.ts';
import { hasValues } from '../../../src/engines/conditions.ts';
import { storePins } from '../../../src/search/pins/pin-list.ts';
import type { SearchRequest, SearchResponse } from '../../../src/search/searcher.ts';
import { storeSynonyms, synonymsOfLines } from '../../../src/search/synonyms/synonym-list.ts';
import { SAMPLE_FOLDER } from '../../../src/service/service.ts';
import { type TestService, testService } from '../service.ts';
import { CORPUS, QUERIES, SOURCED, SOURCES } from './golden.ts';

/** Searches asked at once. */
const TOGETHER = 8;

export function describeAlike(environment: () => Readonly<Record<string, string>>): void {
  describe('golden corpus', () => {
    let service: TestService;
    let embedded: TestService;
    beforeAll(async () => {
      service = testService(environment());
      embedded = testService();
      for (const each of [service, embedded]) {
        each.archive.put([...CORPUS, ...SOURCED]);
        await each.read(SAMPLE_FOLDER);
      }
    }, 60_000);
    afterAll(async () => {
      await embedded.remove();
      await service.discard();
    });

    test.each(QUERIES)('%j', async ({ q, ...more }) => {
      const request: Partial<SearchRequest> = { limit: 100, facets: ['lang', 'entity', 'source'], ...more };
      const [answer, expected] = [await service.ask(q, request), await embedded.ask(q, request)];
      expect(essence(answer)).toEqual(essence(expected));
    });

    test('synonyms of several words, pinned and hidden articles', async () => {
      const request: Partial<SearchRequest> = { limit: 100, facets: ['lang', 'source'], pins: 'place' };
      const all = (await embedded.ask('sourced', request)).hits.map(({ id }) => id);
      for (const { archive } of [service, embedded]) {
        storeSynonyms(archive, synonymsOfLines('Суммит талкс => foreign minister\nbakan, foreign minister'));
        storePins(archive, [{ query: 'sourced', pinned: all.slice(-2), hidden: all.slice(0, 2) }]);
      }
      for (const q of ['Суммит талкс', 'bakan', 'foreign minister', 'sourced', 'source -bakan']) {
        const [answer, expected] = [await service.ask(q, request), await embedded.ask(q, request)];
        expect(essence(answer), q).toEqual(essence(expected));
        expect([answer.hidden, answer.hits.map(({ pinned }) => pinned)], q).toEqual([
          expected.hidden,
          expected.hits.map(({ pinned }) => pinned),
        ]);
      }
      for (const { archive } of [service, embedded]) {
        storeSynonyms(archive, [], { replace: true });
        storePins(archive, [], { replace: true });
      }
    });

    test('every article is found by each of its words, in any case', async () => {
      const holders = new Map<string, Set<string>>();
      for (const { id, title, body, deleted } of service.archive.changesAfter(0, 1000)) {
        if (deleted) continue;
        for (const field of [title, body]) {
          tokenize(field, (start, end) => {
            const word = field.slice(start, end);
            for (const typed of [word, word.toUpperCase(), word.toLocaleLowerCase('tr')]) {
              const ids = holders.get(typed) ?? new Set();
              holders.set(typed, ids.add(id));
            }
          });
        }
      }
      expect(holders.size).toBeGreaterThan(1000);
      const asked = [...holders];
      for (let at = 0; at < asked.length; at += TOGETHER) {
        await Promise.all(
          asked.slice(at, at + TOGETHER).map(async ([typed, ids]) => {
            // A quarter of a thousand is more than the corpus has articles.
            const found = (await service.ask(typed, { limit: 250 })).hits.map(({ id }) => id);
            expect(found, typed).toEqual(expect.arrayContaining([...ids]));
          }),
        );
      }
    }, 120_000);

    test('a source is itself, however much another looks like it', async () => {
      for (const [number, source] of SOURCES.entries()) {
        const { hits, facets } = await service.ask('sourced', {
          filter: hasValues('source', [source]),
          facets: ['source'],
        });
        expect(
          hits.map(({ id }) => id),
          source,
        ).toEqual([`source-${number}`]);
        expect(facets.source).toEqual([{ value: source, count: 1 }]);
      }
    });
  });
}

/** What two engines must agree on: all but the time it took and the last digits of scores, which age with the clock. */
function essence({ query, total, hits, facets, suggestion }: SearchResponse) {
  return {
    query,
    total,
    facets,
    suggestion,
    hits: hits.map(({ score, ...hit }) => ({
      ...hit,
      score: score === null ? null : Math.round(score * 1e6),
    })),
  };
}
