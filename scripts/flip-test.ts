/**
 * Flips single bytes of the archive, of the index and of its records at seeded random places, opens each damaged copy, and compares its
 * answers with those of the undamaged files: `node scripts/flip-test.ts [flips] [seed]`. An answer may differ only if
 * something says so: an error, or a document that is named as damaged.
 */
import { pathToFileURL } from 'node:url';
import { flipTest } from '../tests/support/flips.ts';

/** Flips in each file. */
const FLIPS = 200;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [flips = FLIPS, seed = 1] = process.argv.slice(2).map(Number);
  for (const file of ['index', 'records', 'archive'] as const) {
    const { unchanged, said, unsaid } = await flipTest(file, flips, seed);
    console.log(
      `${file}: ${flips} flips, ${unchanged} changed nothing, ${said} said, ${unsaid.length} unsaid`,
    );
    for (const line of unsaid) console.log(`  ${line}`);
    if (unsaid.length > 0) process.exitCode = 1;
  }
}
