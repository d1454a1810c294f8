import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take longest, begun first: a long one that begins last would run alone. */
const LONGEST = ['web/page.test.ts', 'service/durability.test.ts', 'cli/program.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const known = LONGEST.findIndex((name) => moduleId.endsWith(`tests/${name}`));
      return known === -1 ? LONGEST.length : known;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    // On a machine that has much else to do a process takes its time to start.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['scripts/build-page.js'],
    // Vitest leaves a processor to itself, of two that would be half: many tests wait for processes and browsers.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      // The page runs in a browser, and is tested there.
      exclude: ['src/web/**'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'coverage',
      thresholds: { lines: 90 },
    },
  },
});
