/** Names the state of everything that decides what an index holds, so that an index made by another state is noticed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Gazetteer } from './entities/gazetteer.ts';

/** Files and folders beside this one whose code makes index records. */
const SOURCES = ['text/', 'entities/', 'annotate.ts', 'postings.ts', 'record.ts', 'terms.ts'];

/** 12 characters that change whenever analysis code, gazetteer or the engine's layout do. */
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
  hash.update(JSON.stringify([...gazetteer.entities.values()]));
  hash.update(layout);
  return hash.digest('base64url').slice(0, 12);
}
