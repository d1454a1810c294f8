/** Names the state of everything that decides what an index holds, so that an index made by another state is noticed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Gazetteer } from '../entities/gazetteer/gazetteer.ts';
import { snapshotOf } from '../entities/tagger/gazetteer-diff.ts';

/** Files and folders whose code makes index records. */
const SOURCES = [
  '../analysis/',
  '../entities/',
  '../document/',
  '../engines/facets.ts',
  'batch-builder.ts',
  'record.ts',
];

/**
 * What changes whenever analysis code, the engine's layout or the gazetteer do: 12 characters for the first two, a dot,
 * and 12 for that part of the gazetteer on which tagging depends.
 */
export function indexFingerprint(gazetteer: Gazetteer, layout: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const url = new URL(source, import.meta.url);
    const files = source.endsWith('/')
      ? readdirSync(url, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts'))
          .sort()
          .map((name) => new URL(name, url))
      : [url];
    for (const file of files) hash.update(readFileSync(file));
  }
  hash.update(layout);
  const tags = createHash('sha256').update(snapshotOf(gazetteer));
  return [hash, tags].map((made) => made.digest('base64url').slice(0, 12)).join('.');
}
