/** Names the state of everything that decides what an index holds, so that an index made by another state is noticed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { snapshotOf } from './entities/changes.ts';
import type { Gazetteer } from './entities/gazetteer.ts';

/** Files and folders beside this one whose code makes index records. */
const SOURCES = [
  'text/',
  'entities/',
  'annotate.ts',
  'postings.ts',
  'prepare.ts',
  'record.ts',
  'shingles.ts',
  'terms.ts',
];

/**
 * What changes whenever analysis code, the engine's layout or the gazetteer do: 12 characters for the first two, a dot,
 * and 12 for that part of the gazetteer on which tagging depends.
 */
export function analysisVersion(gazetteer: Gazetteer, layout: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const url = new URL(source, import.meta.url);
    const files = source.endsWith('/')
      ? readdirSync(url)
          .sort()
          .map((name) => new URL(name, url))
      : [url];
    for (const file of files) hash.update(readFileSync(file));
  }
  hash.update(layout);
  const tags = createHash('sha256').update(snapshotOf(gazetteer));
  return [hash, tags].map((made) => made.digest('base64url').slice(0, 12)).join('.');
}
