import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take longest, begun first: a long one that begins last would run alone. */
const LONGEST = [
  'web/page.test.ts',
  'engines/contract.test.ts',
  'document/growth.test.ts',
  'programs/readme-commands.test.ts',
  'programs/durability.test.ts',
  'service/flips.test.ts',
  'cli/program.test.ts',
  'cli/articles.test.ts',
  'http/load.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const known = LONGEST.findIndex((name) => moduleId.endsWith(`tests/${name}`));
      return known === -1 ? LONGEST.length : known;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/**
 * What a test needs decides its project and its time limit. Limits are for what hangs, not for what is slow: on a machine
 * that has much else to do, a process or a browser takes its time to start.
 */
const BROWSER = ['tests/web/page.test.ts', 'tests/web/browser/**/*.test.ts', 'tests/web/weight.test.ts'];
const CONTRACT = ['tests/engines/contract.test.ts', 'tests/engines/remote/**/*.test.ts'];
const SERVICE = ['tests/{cli,client,http,library,service}/**/*.test.ts'];
const PROGRAMS = ['tests/programs/**/*.test.ts'];

/** Minutes of a processor; run where they are required, or asked for by their name. */
const withPrograms =
  process.env.LISAN_REQUIRE_PROGRAMS === '1' || process.argv.some((word) => word.includes('programs'));
if (!withPrograms)
  console.log(
    'skipped: tests/programs, which start whole programs and take minutes; `npm run test:programs`, or LISAN_REQUIRE_PROGRAMS=1',
  );

function project(name: string, include: string[], seconds: number, exclude: string[] = [], isolate = true) {
  const limit = seconds * 1000;
  return {
    extends: true as const,
    test: { name, include, exclude, isolate, testTimeout: limit, hookTimeout: Math.max(limit, 60_000) },
  };
}

export default defineConfig({
  test: {
    environment: 'node',
    // What is waited for comes when the machine has time for it.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      // Functions and the embedded engine, in the process of the test. Files share the modules that they import.
      project('unit', ['tests/**/*.test.ts'], 30, [...BROWSER, ...CONTRACT, ...SERVICE, ...PROGRAMS], false),
      // Every engine behind the port; servers are started where they are installed.
      project('contract', CONTRACT, 120),
      // The command line, the HTTP service and the library, with threads of their own. Files share modules here too.
      project('service', SERVICE, 180, [], false),
      // Whole programs: started, killed and started again, and the commands and programs of the documents.
      ...(withPrograms ? [project('programs', PROGRAMS, 180, [], false)] : []),
      // The page in a browser.
      project('browser', BROWSER, 120),
    ],
    globalSetup: ['scripts/build-page.js'],
    // Vitest leaves a processor to itself, of two that would be half: many tests wait for processes and browsers.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      // The page runs in a browser, and is tested there.
      exclude: ['src/web/**'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'coverage',
      thresholds: { lines: 90 },
    },
  },
});
