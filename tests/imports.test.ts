/** The direction of imports: each room of src knows only itself and the rooms before it, and no files import each other in a circle. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));

/** In the order of the data. A file may import from its own room and from those above. `index.ts` is what programs import. */
const ORDER = [
  'common',
  'client',
  'config',
  'analysis',
  'archive',
  'meaning',
  'ingest',
  'entities',
  'document',
  'engines',
  'indexing',
  'answers',
  'search',
  'service',
  'web',
  'alerts',
  'http',
  'library',
  'index.ts',
  'cli',
] as const;

const files = globSync('**/*.{ts,tsx}', { cwd: SOURCE }).sort();

/** Files that each file imports, of types too, dynamic imports and workers included. */
const imports = new Map(
  files.map((file) => {
    const source = readFileSync(join(SOURCE, file), 'utf8');
    const paths = source.matchAll(/(?:from|import\()\s*'(\.[^']+\.tsx?)'/g);
    return [file, [...paths].map(([, path]) => normalize(join(dirname(file), path!)))];
  }),
);

const placeOf = (file: string): number =>
  ORDER.findIndex((room) => file === room || file.startsWith(`${room}/`));

test.each(files)('%s', (file) => {
  expect(placeOf(file), 'its room in ORDER').toBeGreaterThanOrEqual(0);
  for (const imported of imports.get(file)!) {
    expect(imports.has(imported), `${imported} exists`).toBe(true);
    expect(placeOf(imported), `${file} imports ${imported}`).toBeLessThanOrEqual(placeOf(file));
  }
});

test('no files import each other in a circle', () => {
  const left = new Map(imports);
  // Takes away files that import nothing of what is left: what remains at the end is on a circle, or leads to one.
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const [file, others] of left) if (!others.some((other) => left.has(other))) left.delete(file);
  }
  expect([...left.keys()]).toEqual([]);
});
