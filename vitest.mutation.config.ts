/** The tests that mutants of `src/analysis`, `ranker.ts` and `highlighter.ts` are tried on: those that are about them, and quick. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'tests/search/ranking/ranker.test.ts',
      'tests/search/results/highlighter.test.ts',
      'tests/analysis/*.test.ts',
    ],
    // A thousand texts for every mutant take hours, and catch little that the others do not.
    testNamePattern: /^(?!marks taken out give the source)/,
    environment: 'node',
    // Stryker counts in what a test took without mutants.
    testTimeout: 300_000,
  },
});
