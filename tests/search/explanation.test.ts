/** The parts of a score give its total, for whatever query and document. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestService, testService } from '../support/service.ts';

const WORDS = [
  'gas',
  'pipeline',
  'pipelines',
  'Ankara',
  'the',
  'Lavrov',
  'Лавров',
  'opera',
  'operasyon',
  'zirve',
];
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '));
const CORPUS = fc
  .sample(
    fc.record(
      {
        title: text,
        body: text,
        keywords: fc.array(text, { maxLength: 1 }),
        publishedAt: fc.constantFrom('2010-01-01', '2025-12-31'),
      },
      { requiredKeys: ['title', 'body', 'keywords'] },
    ),
    { numRuns: 40, seed: 5 },
  )
  .map((article, number) => ({ ...article, id: `d${number}` }));

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill(CORPUS);
});
afterAll(() => service.remove());

test('total = (sum of clauses + proximity + density) * coverage * freshness * brevity * demotion', async () => {
  const part = fc.oneof(
    fc.constantFrom(...WORDS),
    fc.constantFrom(
      'title:gas',
      '"gas pipeline"',
      'pipel*',
      'lavrof~2',
      '-zirve',
      'unknownword',
      'pipelnie',
      'oper',
    ),
  );
  const query = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
  await fc.assert(
    fc.asyncProperty(query, async (q) => {
      const { hits } = await service.ask(q, { explain: true, limit: 100 });
      for (const { id, score, explanation } of hits) {
        if (score === null) continue;
        const { total, clauses, proximity, density, coverage, freshness, brevity, demotion } = explanation!;
        const sum = clauses.reduce((all, clause) => all + clause, 0);
        expect(total, `${q}: ${id}`).toBeCloseTo(
          (sum + proximity + density) * coverage * freshness * brevity * demotion,
          10,
        );
        expect(score).toBe(total);
      }
      const scores = hits.flatMap(({ score }) => score ?? []);
      expect(scores, `${q}: in order`).toEqual(scores.toSorted((a, b) => b - a));
    }),
    { numRuns: 200 },
  );
});
