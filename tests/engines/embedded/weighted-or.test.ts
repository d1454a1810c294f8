/** The weighted OR with pruning against a sum over all documents. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeForwardIndex } from '../../../src/document/forward-index-writer.ts';
import { idf } from '../../../src/engines/bm25.ts';
import { EVERY_DOCUMENT, hasValues } from '../../../src/engines/conditions.ts';
import { SqliteEngine } from '../../../src/engines/embedded/sqlite.ts';
import { candidateRequest, type Index, type PartialMatches } from '../../../src/engines/engine.ts';
import { NO_FACET_VALUES } from '../../../src/engines/facets.ts';
import type { IndexRecord } from '../../../src/engines/index-record.ts';

const DOCUMENTS = 3000;
/** Term n is in about one of 1 + n documents: many lists are long and yet weigh something. */
const TERMS = 9;
const LENGTH = 20;
const EMPTY = encodeForwardIndex([]);

/** How often document `number` has each term; any function of both numbers that looks like chance. */
const countsOf = (number: number): number[] =>
  Array.from({ length: TERMS }, (_, term) => {
    const chance = Math.imul(number * TERMS + term + 1, 0x9e3779b1) >>> 0;
    return chance % (term + 1) === 0 ? 1 + ((chance >>> 12) % 3) : 0;
  });
const COUNTS = Array.from({ length: DOCUMENTS }, (_, number) => countsOf(number));

const recordOf = (counts: number[], number: number): IndexRecord => {
  const terms = counts.flatMap((count, term) => Array.from({ length: count }, () => `t${term}`));
  return {
    id: `d${number}`,
    // All of one length, so that only counts make impacts.
    terms: [...terms, ...Array.from({ length: LENGTH * 2 - terms.length }, () => 'filler')],
    heading: [],
    names: new Set(),
    mentions: [],
    words: new Map(),
    forwardIndex: EMPTY,
    hashes: [],
    facets: { ...NO_FACET_VALUES, lang: number % 3 === 0 ? ['ar'] : ['tr'] },
  };
};

const folder = mkdtempSync(join(tmpdir(), 'lisan-weighted-'));
let index: Index;
beforeAll(async () => {
  index = await new SqliteEngine({ data: folder }).open('g', true);
  const records = COUNTS.map(recordOf);
  for (let from = 0; from < DOCUMENTS; from += 1000) await index.apply(records.slice(from, from + 1000), []);
});
afterAll(async () => {
  await index.close();
  rmSync(folder, { recursive: true });
});

const documentsWith = (term: number): number => COUNTS.filter((counts) => counts[term]! > 0).length;
const FREQUENCIES = Array.from({ length: TERMS }, (_, term) => documentsWith(term));

/** BM25's part of a document, as in the impacts: a byte. */
const impactOf = (count: number): number =>
  Math.max(1, Math.round((255 * count) / (count + 1.2 * (0.25 + (0.75 * LENGTH * 2) / 400)))) / 255;

const requests = fc.record({
  clauses: fc
    .shuffledSubarray([...Array(TERMS).keys()], { minLength: 2 })
    .chain((terms) =>
      fc.tuple(
        fc.constant(terms),
        fc.array(fc.tuple(fc.constantFrom(1, 0.6, 0.33), fc.boolean()), {
          minLength: TERMS,
          maxLength: TERMS,
        }),
        fc.integer({ min: 1, max: 2 }),
      ),
    )
    .map(([terms, kinds, size]) =>
      Array.from({ length: Math.ceil(terms.length / size) }, (_, n) => {
        const own = terms.slice(n * size, n * size + size).map((term, place) => ({
          term: `t${term}`,
          number: term,
          documents: FREQUENCIES[term]!,
          factor: kinds[term]![0],
          // Of some clauses no document has a term that matches.
          similar: (place > 0 || kinds[term]![0] === 0.33) && kinds[term]![1],
        }));
        return { weight: idf(own[0]!.documents, DOCUMENTS), terms: own };
      }),
    ),
  enough: fc.constantFrom(1, 50, 1000),
  filter: fc.constantFrom(EVERY_DOCUMENT, EVERY_DOCUMENT, hasValues('lang', ['ar'])),
  excluded: fc.constantFrom([], [], ['t5']),
  limit: fc.constantFrom(5, 50, 200),
});

test('finds the best documents of all, and counts those that match all clauses', async () => {
  await fc.assert(
    fc.asyncProperty(requests, async ({ clauses, enough, filter, excluded, limit }) => {
      const whole = clauses.reduce((sum, { weight }) => sum + weight, 0);
      const partial: PartialMatches = { clauses, enough, shareIfFew: 0.15, shareIfEnough: 0.4 };
      const allowed = COUNTS.flatMap((counts, number) =>
        (excluded.length > 0 && counts[5]! > 0) || (filter !== EVERY_DOCUMENT && number % 3 !== 0)
          ? []
          : [{ number, counts }],
      );
      const matching = allowed.filter(({ counts }) =>
        clauses.every(({ terms }) => terms.some(({ number, similar }) => !similar && counts[number]! > 0)),
      );
      const few = matching.length < enough;
      const scored = allowed.map(({ number, counts }) => {
        let [score, held, all] = [0, 0, 0];
        for (const { weight, terms } of clauses) {
          const found = terms.filter((term) => counts[term.number]! > 0 && (few || !term.similar));
          if (found.length === 0) continue;
          const matches = found.some(({ similar }) => !similar);
          score += Math.max(
            ...found.map(
              ({ number: term, factor, documents }) =>
                factor * idf(documents, DOCUMENTS) * impactOf(counts[term]!),
            ),
          );
          if (matches) all++;
          held += matches ? weight : weight * found[0]!.factor;
        }
        return { id: `d${number}`, score, held, all: all === clauses.length };
      });
      const least = (few ? 0.15 : 0.4) * whole;
      const expected = scored
        .filter(({ held, all }) => all || held >= least - 1e-4)
        .sort((a, b) => (few ? Number(b.all) - Number(a.all) : 0) || b.score - a.score)
        .slice(0, limit);
      const groups = clauses.map(({ terms }) => terms.map(({ term }) => term));
      const asked = candidateRequest({ groups, filter, excluded, limit, partial });
      const { candidates, total } = await index.candidates(asked);
      expect(total).toEqual({ value: matching.length, relation: 'eq' });
      // Documents of equal scores may stand for each other.
      const scores = new Map(scored.map(({ id, score }) => [id, score]));
      const found = candidates.map(({ id }) => scores.get(id)!.toFixed(3));
      expect(found).toEqual(expected.map(({ score }) => score.toFixed(3)));
    }),
    { numRuns: 60 },
  );
}, 60_000);
