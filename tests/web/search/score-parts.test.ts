/** The parts of a score that are shown give the total that is shown. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownScore } from '../../../src/web/search/score-parts.ts';

test('for every combination of parts, to the hundredth', () => {
  const part = fc.double({ min: 0, max: 20, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      part,
      part,
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.double({ min: 1, max: 1.5, noNaN: true }),
      fc.double({ min: 0.8, max: 1.1, noNaN: true }),
      fc.constantFrom(1, 0.1, 0.25),
      (clauses, proximity, density, coverage, freshness, brevity, demotion) => {
        const sum = clauses.reduce((a, b) => a + b, 0) + proximity + density;
        const total = sum * coverage * freshness * brevity * demotion;
        const shown = shownScore({
          total,
          clauses,
          proximity,
          density,
          coverage,
          freshness,
          brevity,
          demotion,
        });
        expect(shown.words + shown.proximity + shown.density).toBeCloseTo(shown.sum, 6);
        const product = shown.sum * shown.coverage * shown.freshness * shown.brevity * shown.demotion;
        expect(Math.abs(product - shown.total)).toBeLessThan(0.01);
        expect(Math.abs(shown.total - total)).toBeLessThanOrEqual(0.0051);
      },
    ),
  );
});
