/** The direction of imports: each part of src knows only the parts before it. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));

/** In the order of the data. A file may import from its own row and from the rows above. */
const ORDER: readonly (readonly string[])[] = [
  [
    'types.ts',
    'errors.ts',
    'exit.ts',
    'database.ts',
    'progress.ts',
    'watch.ts',
    'shown.ts',
    'version.ts',
    'styled.ts',
    'recent.ts',
  ],
  ['keys.ts'],
  ['config.ts'],
  ['text/'],
  ['read/', 'identity.ts', 'query.ts'],
  ['archive.ts'],
  ['lease.ts', 'backup.ts'],
  ['entities/'],
  ['annotate.ts'],
  ['terms.ts', 'postings.ts', 'shingles.ts', 'collapse.ts', 'recall.ts', 'analysis.ts'],
  ['engines/'],
  ['record.ts', 'prepare.ts', 'journal.ts', 'live.ts', 'ideas.ts', 'restrictions.ts'],
  ['likely-entities.ts'],
  ['expand.ts', 'namesakes.ts', 'stages.ts'],
  ['demands.ts', 'occurrences.ts', 'rank.ts', 'highlight.ts', 'mentioned.ts', 'hit.ts', 'profile.ts'],
  ['packed.ts'],
  ['analysts.ts'],
  ['filling.ts', 'verification.ts', 'retag.ts'],
  ['ingest.ts', 'reindex.ts', 'search.ts', 'similar.ts', 'suggest.ts', 'discover.ts'],
  ['service.ts'],
  ['analyst.ts', 'upkeep.ts', 'upkeep-thread.ts', 'upkeep-worker.ts'],
  ['web/'],
  ['http/'],
  ['commands/'],
  ['cli.ts'],
];

function rowOf(file: string): number {
  return ORDER.findIndex((row) =>
    row.some((part) => (part.endsWith('/') ? file.startsWith(part) : file === part)),
  );
}

test.each(globSync('**/*.{ts,tsx}', { cwd: SOURCE }).sort())('%s', (file) => {
  expect(rowOf(file), 'its place in ORDER').toBeGreaterThanOrEqual(0);
  const source = readFileSync(join(SOURCE, file), 'utf8');
  for (const [, path] of source.matchAll(/from '(\.[^']+)'/g)) {
    const imported = relative(SOURCE, join(SOURCE, dirname(file), path!));
    expect(rowOf(imported), `${file} imports ${imported}`).toBeLessThanOrEqual(rowOf(file));
  }
});
