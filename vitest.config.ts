import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

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
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      // The page runs in a browser, and is tested there.
      exclude: ['src/web/**'],
      reporter: ['text-summary', 'text', 'json-summary'],
      reportsDirectory: 'coverage',
      thresholds: { lines: 90 },
    },
  },
});
