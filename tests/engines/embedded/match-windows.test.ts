/** Matching in windows of any size against a sum over all documents. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Best } from '../../../src/engines/embedded/best.ts';
import type { PostingList } from '../../../src/engines/embedded/inverted-index.ts';
import {
  type MatchPlan,
  MatchWindows,
  type PlannedClause,
} from '../../../src/engines/embedded/match-windows.ts';
import { writeVarint } from '../../../src/engines/storage/varint.ts';

const SIZE = 700;
const TERMS = 7;

/** Impact by document. */
type Impacts = ReadonlyMap<number, number>;

/** Term n is in about one of 1 + 4n documents, so that windows lack the rarer ones. */
const impactsOf = (seed: number): Impacts[] =>
  Array.from({ length: TERMS }, (_, term) => {
    const impacts = new Map<number, number>();
    for (let document = 1; document < SIZE; document++) {
      const chance = Math.imul((document + seed * SIZE) * TERMS + term + 1, 0x9e3779b1) >>> 0;
      if ((chance >>> 8) % (1 + 4 * term) === 0) impacts.set(document, 1 + ((chance >>> 20) % 255));
    }
    return impacts;
  });

/** The posting list of a term in parts, each with a base of its own. */
function partsOf(impacts: Impacts, starts: readonly number[]): PostingList[] {
  return starts.flatMap((start, place) => {
    const end = starts[place + 1] ?? SIZE;
    const own = [...impacts].filter(([document]) => document >= start && document < end);
    const bytes = new Uint8Array(own.length * 6);
    let at = 0;
    let before = start;
    for (const [document, impact] of own) {
      at = writeVarint(bytes, at, document - before);
      bytes[at++] = impact;
      before = document;
    }
    return own.length === 0 ? [] : [{ postings: bytes.subarray(0, at), base: start }];
  });
}

const clauses = fc
  .shuffledSubarray([...Array(TERMS).keys()], { minLength: 1 })
  .chain((terms) =>
    fc.tuple(
      fc.constant(terms),
      fc.array(fc.record({ perImpact: fc.constantFrom(0.01, 0.004, 0.0007), similar: fc.boolean() }), {
        minLength: TERMS,
        maxLength: TERMS,
      }),
      fc.integer({ min: 1, max: 3 }),
    ),
  )
  .map(([terms, kinds, most]) => {
    const count = Math.ceil(terms.length / most);
    return Array.from({ length: count }, (_, place): PlannedClause => {
      const own = terms.slice(place * most, place * most + most).map((term) => ({
        ...kinds[term]!,
        term: String(term),
        share: kinds[term]!.similar ? 0.3 : 1,
      }));
      // Shares fall, and are 1 together.
      const share = (2 * (count - place)) / (count * (count + 1));
      return { share, bound: 0, terms: own.sort((a, b) => Number(a.similar) - Number(b.similar)) };
    });
  });

const cases = fc.record({
  seed: fc.integer({ min: 0, max: 50 }),
  clauses: fc.oneof(
    { weight: 9, arbitrary: clauses },
    { weight: 1, arbitrary: fc.constant<PlannedClause[]>([]) },
  ),
  adds: fc.constantFrom('best' as const, 'sum' as const),
  any: fc.boolean(),
  // Not what shares may add up to, which is rounded.
  leastShare: fc.constantFrom(0.049, 0.39, Number.POSITIVE_INFINITY),
  lift: fc.constantFrom(0, 1e6),
  excluded: fc.constantFrom([], ['3'], ['5', '6']),
  filtered: fc.boolean(),
  deleted: fc.constantFrom(1000, 7),
  window: fc.constantFrom(32, 64, 256, 8192),
  starts: fc.constantFrom([0], [0, 100, 101, 500]),
  limit: fc.constantFrom(0, 1, 10, 100),
});

test('finds what a sum over all documents finds, whatever the window', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { seed, adds, any, leastShare, lift, excluded, filtered, deleted, window, starts, limit } = given;
      const impacts = impactsOf(seed);
      const live = Uint8Array.from({ length: SIZE }, (_, n) => (n > 0 && n % deleted !== 0 ? 1 : 0));
      const plan: MatchPlan = {
        clauses: given.clauses.map(({ share, terms }) => {
          const most = terms.map(({ perImpact }) => perImpact * 255);
          const bound = adds === 'best' ? Math.max(...most) : most.reduce((sum, one) => sum + one, 0);
          return { share, bound, terms };
        }),
        adds,
        needed: any ? Math.min(1, given.clauses.length) : given.clauses.length,
        leastShare,
        lift,
        excluded,
        passes: filtered ? (document) => document % 3 === 0 : undefined,
      };
      const keys = new Map<number, number>();
      const matching: number[] = [];
      for (let document = 1; document < SIZE; document++) {
        if (live[document] === 0 || (filtered && document % 3 !== 0)) continue;
        if (excluded.some((term) => impacts[Number(term)]!.has(document))) continue;
        let [score, share, matched] = [0, 0, 0];
        for (const clause of plan.clauses) {
          const found = clause.terms.filter(({ term }) => impacts[Number(term)]!.has(document));
          if (found.length === 0) continue;
          const scores = found.map(
            ({ term, perImpact }) => perImpact * impacts[Number(term)]!.get(document)!,
          );
          score += adds === 'best' ? Math.max(...scores) : scores.reduce((sum, one) => sum + one, 0);
          share += clause.share * found[0]!.share;
          if (!found[0]!.similar) matched++;
        }
        const matches = matched >= plan.needed;
        if (matches) matching.push(document);
        // Without clauses a document has no share of them.
        if (matches || share >= leastShare) keys.set(document, score + (matches ? lift : 0));
      }
      const lists = new Map(impacts.map((own, term) => [String(term), partsOf(own, starts)]));
      const windows = new MatchWindows(
        { live, size: SIZE },
        { postingLists: (term) => lists.get(term)! },
        window,
      );
      // A search leaves nothing behind for the next.
      for (let round = 0; round < 2; round++) {
        const best = new Best(limit);
        const taken: number[] = [];
        windows.find(plan, best, (documents) => {
          taken.push(...documents);
          return true;
        });
        expect(taken).toEqual(matching);
        const expected = [...keys.values()].sort((a, b) => b - a).slice(0, limit);
        const found = best.take().map((document) => keys.get(document)!);
        expect(found.length).toBe(expected.length);
        found.forEach((key, place) => {
          expect(Math.abs(key - expected[place]!)).toBeLessThan(lift === 0 ? 1e-4 : 0.2);
        });
      }
    }),
    { numRuns: 300 },
  );
});

test('stops when no more are wanted', () => {
  const impacts = impactsOf(1);
  const windows = new MatchWindows(
    { live: new Uint8Array(SIZE).fill(1), size: SIZE },
    { postingLists: (term) => partsOf(impacts[Number(term)]!, [0]) },
    64,
  );
  const clause = { share: 0, bound: 1, terms: [{ term: '0', perImpact: 0.001, share: 1, similar: false }] };
  const plan: MatchPlan = {
    clauses: [clause],
    adds: 'sum',
    needed: 1,
    leastShare: Number.POSITIVE_INFINITY,
    lift: 0,
    excluded: [],
    passes: undefined,
  };
  let taken = 0;
  windows.find(plan, new Best(10), (documents) => {
    taken += documents.length;
    return taken < 100;
  });
  // The first window lacks document 0.
  expect(taken).toBe(127);
  const best = new Best(SIZE);
  windows.find(plan, best, () => true);
  expect(best.take().length).toBe(SIZE - 1);
});
