/** One damaged byte changes no answer without saying so; `scripts/flip-test.ts` flips more of them. */
import { expect, test } from 'vitest';
import { flipTest } from '../support/flips.ts';

/** Flips in each file, each with a copy of the data and all questions. */
const FLIPS = 30;
/** Milliseconds that may take on a busy machine. */
const LONG_MS = 300_000;

test.each(['index', 'records', 'archive'] as const)(
  'of single bytes of the %s that are flipped, none changes an answer unsaid',
  async (file) => {
    const { unsaid, said } = await flipTest(file, FLIPS, 20_261_128);
    expect(unsaid).toEqual([]);
    expect(said).toBeGreaterThan(0);
  },
  LONG_MS,
);
