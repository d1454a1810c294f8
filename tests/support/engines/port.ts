/** What every engine promises to lisan: the port, tried with requests of every kind against a naive model. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config/settings.ts';
import {
  type CandidateRequest,
  candidateRequest,
  type Engine,
  type Index,
} from '../../../src/engines/engine.ts';
import { NO_FACET_VALUES } from '../../../src/engines/facets.ts';
import type { IndexRecord } from '../../../src/engines/index-record.ts';
import { createEngine } from '../../../src/engines/registry.ts';
import { throwAwayFolder } from '../service.ts';
import { countsOf, hashesOf, matching, partialRequests, RECORDS, requests, shareOf } from './model.ts';

const RUNS = 150;
const WINDOW = candidateRequest({ limit: 1000 });
const idsOf = async (index: Index, request: CandidateRequest): Promise<string[]> =>
  (await index.candidates(request)).candidates.map(({ id }) => id);

export function describePort(environment: () => Readonly<Record<string, string>>): void {
  describe('port', () => {
    const folder = throwAwayFolder();
    const generations: string[] = [];
    let engine: Engine;
    let index: Index;

    const create = (name: string): Promise<Index> => {
      const generation = `port-${process.pid}-${name}`;
      generations.push(generation);
      return engine.open(generation, true);
    };

    beforeAll(async () => {
      engine = createEngine(readConfig({ ...environment(), LISAN_DATA: folder.path }));
      await engine.check();
      index = await create('records');
      // In two batches, and one of them twice: doing the same again changes nothing.
      await index.apply(RECORDS.slice(0, 50), []);
      await index.apply(RECORDS.slice(40), ['never there']);
      await index.apply(RECORDS.slice(40), []);
    });
    afterAll(async () => {
      await index?.close();
      for (const generation of generations) await engine.remove(generation);
      await engine?.close();
      folder.remove();
    });

    test('finds, counts and sorts like a scan over all records', async () => {
      expect(await index.count()).toBe(RECORDS.length);
      await fc.assert(
        fc.asyncProperty(requests, async (request) => {
          const wanted = matching(request);
          const { candidates, total, facets } = await index.candidates(request);
          const found = candidates.map(({ id }) => id);
          const ids = wanted.map(({ id }) => id);
          if (request.sort === 'relevance') expect(found.toSorted()).toEqual(ids.toSorted());
          else expect(found).toEqual(ids);
          expect(total).toEqual({ value: wanted.length, relation: 'eq' });
          for (const facet of request.facets) {
            expect(facets[facet], facet).toEqual(countsOf(wanted, facet));
          }
          const dates = new Map(wanted.map(({ id, publishedAt }) => [id, publishedAt]));
          for (const { id, publishedAt } of candidates) expect(publishedAt).toBe(dates.get(id));
        }),
        { numRuns: RUNS },
      );
    });

    test('finds what holds enough of the weight, and counts what matches all', async () => {
      await fc.assert(
        fc.asyncProperty(partialRequests, async (request) => {
          const { partial } = request;
          const all = matching(request);
          const few = all.length < partial.enough;
          const least = few ? partial.shareIfFew : partial.shareIfEnough;
          const wanted = matching({ ...request, groups: [] }).filter((one) => shareOf(one, partial) >= least);
          const { candidates, total, facets } = await index.candidates(request);
          const found = candidates.map(({ id }) => id);
          expect(found.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
          expect(total).toEqual({ value: all.length, relation: 'eq' });
          for (const facet of request.facets) expect(facets[facet], facet).toEqual(countsOf(all, facet));
          const ids = all.map(({ id }) => id).toSorted();
          if (few) expect(found.slice(0, all.length).toSorted()).toEqual(ids);
          const strictly = { ...request, partial: { ...partial, shareIfFew: 1, shareIfEnough: 1 } };
          expect((await idsOf(index, strictly)).toSorted()).toEqual(ids);
        }),
        { numRuns: RUNS },
      );
    });

    test('pages neither overlap nor leave anything out', async () => {
      await fc.assert(
        fc.asyncProperty(requests, fc.integer({ min: 1, max: 40 }), async (request, limit) => {
          const asked: CandidateRequest = { ...request, mode: 'all', facets: [] };
          const count = matching(asked).length;
          const pagedBy = async (size: number): Promise<string[]> => {
            const paged: string[] = [];
            for (let offset = 0; offset < count; offset += size)
              paged.push(...(await idsOf(index, { ...asked, offset, limit: size })));
            return paged;
          };
          const paged = await pagedBy(limit);
          const whole = await idsOf(index, asked);
          expect(paged.toSorted()).toEqual(whole.toSorted());
          // Where all fit into one answer their rough order is the ranker's business; else it is that of other pages.
          if (asked.sort !== 'relevance') expect(paged).toEqual(whole);
          else if (limit < count) expect(paged).toEqual(await pagedBy(Math.ceil(count / 2)));
        }),
        { numRuns: RUNS / 5 },
      );
    });

    test('a window of many has those that have the words most, and the new', async () => {
      const all = ['common', ...Array.from({ length: 30 }, (_, n) => `w${n}`)];
      const filler = (id: string, { terms = all, ...more }: Partial<IndexRecord>): IndexRecord => ({
        ...RECORDS[0]!,
        id,
        terms,
        hashes: hashesOf(terms),
        heading: [],
        ...more,
      });
      const many = Array.from({ length: 400 }, (_, n) => filler(`dull-${n}`, {}));
      many.splice(
        200,
        0,
        filler('in title', { heading: ['common'], terms: ['common', 'common', 'w1', 'w2'] }),
        filler('often', { terms: ['common', 'common', 'common', 'common', 'w3', 'w4'] }),
      );
      const crowded = await create('crowded');
      await crowded.apply(many, []);
      const window = await idsOf(crowded, { ...WINDOW, groups: [['common']], limit: 100 });
      expect(window).toEqual(expect.arrayContaining(['in title', 'often']));
      const two = await idsOf(crowded, { ...WINDOW, groups: [['common'], ['w3']], limit: 100 });
      expect(two).toContain('often');
      await crowded.close();
    });

    test('the requested number of facet values is returned, the most frequent first', async () => {
      const labelled = await create('labelled');
      // Source n has n % 3 + 1 documents: 40 sources have three, 40 two and 40 one.
      const records = Array.from({ length: 120 }, (_, n) =>
        Array.from({ length: (n % 3) + 1 }, (_, copy) => ({
          ...RECORDS[0]!,
          id: `${n} ${copy}`,
          terms: ['any'],
          heading: [],
          hashes: hashesOf(['any']),
          facets: { ...NO_FACET_VALUES, source: [`source ${String(n).padStart(3, '0')}`] },
        })),
      ).flat();
      await labelled.apply(records, []);
      const counted = async (values?: number): Promise<number[]> => {
        const asked: CandidateRequest = { ...WINDOW, groups: [['any']], facets: ['source'] };
        const { facets } = await labelled.candidates({
          ...asked,
          ...(values !== undefined && { valuesPerFacet: values }),
        });
        return facets.source!.map(({ count }) => count);
      };
      const expected = [3, 2, 1].flatMap((count) => Array.from({ length: 40 }, () => count));
      expect(await counted(1000)).toEqual(expected);
      expect(await counted()).toEqual(expected.slice(0, 100));
      expect(await counted(50)).toEqual(expected.slice(0, 50));
      await labelled.close();
    });

    test('values that look like numbers have their place by count', async () => {
      const numbered = await create('numbered');
      const sources = ['Reuters', 'Reuters', 'Reuters', '24', '7', '7', '007'];
      const records = sources.map((source, n) => ({
        ...RECORDS[0]!,
        id: `n${n}`,
        facets: { ...NO_FACET_VALUES, source: [source] },
      }));
      await numbered.apply(records, []);
      const { facets } = await numbered.candidates({ ...WINDOW, facets: ['source'] });
      expect(facets.source).toEqual([
        { value: 'Reuters', count: 3 },
        { value: '7', count: 2 },
        { value: '007', count: 1 },
        { value: '24', count: 1 },
      ]);
      await numbered.close();
    });

    test('an empty index answers and accepts deletions of unknown documents', async () => {
      const empty = await create('empty');
      await empty.apply([], ['gone']);
      await empty.apply([], []);
      const asked: CandidateRequest = { ...WINDOW, groups: [['a']], facets: ['lang', 'entity', 'source'] };
      expect(await empty.candidates(asked)).toEqual({
        candidates: [],
        total: { value: 0, relation: 'eq' },
        facets: { lang: [], entity: [], source: [] },
      });
      expect(await empty.count()).toBe(0);
      expect(await empty.completions('a', 5)).toEqual([]);
      expect(await empty.frequencies([1, 2])).toEqual(new Map());
      expect((await empty.statistics()).documents).toBe(0);
      await empty.close();
    });

    test('what another connection writes is found, however much it is', async () => {
      const reader = await create('shared');
      const writer = await engine.open(reader.generation, false);
      for (let n = 0; n < 20; n++) {
        const terms = [`only${n}`, 'both'];
        await writer.apply([{ ...RECORDS[n]!, terms, hashes: hashesOf(terms) }], []);
        const found = await idsOf(reader, { ...WINDOW, groups: [[`only${n}`], ['both']] });
        expect(found).toEqual([RECORDS[n]!.id]);
        expect([...(await reader.frequencies([...hashesOf(['both'])])).values()]).toEqual([n + 1]);
        for (const index of [reader, writer]) expect((await index.statistics()).documents).toBe(n + 1);
      }
      await reader.close();
      await writer.close();
    });

    test('creating an existing index keeps its content', async () => {
      const once = await create('twice');
      await once.apply(RECORDS.slice(0, 3), []);
      await once.close();
      const again = await create('twice');
      expect(await again.count()).toBe(3);
      await again.close();
    });

    test('an index that is not there is said to be missing, and removing it is no error', async () => {
      await expect(engine.open('never-made', false)).rejects.toMatchObject({ code: 'index_missing' });
      await expect(engine.remove('never-made')).resolves.toBeUndefined();
    });
  });
}
