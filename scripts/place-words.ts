/**
 * Adds the places of the gazetteer that are one word to data/names/Arab.tsv and Cyrl.tsv, as towns (p): `scripts/common-names.ts`
 * has those of Latin script. Made names count too: `node scripts/place-words.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { FOLDINGS } from '../src/analysis/folding/by-script.ts';

const SOURCES = ['geonames/places.jsonl.gz', 'cldr/places.jsonl', 'places.jsonl'];
const LANGUAGES = { Arab: 'ar', Cyrl: 'ru' } as const;

for (const script of ['Arab', 'Cyrl'] as const) {
  const file = new URL(`../data/names/${script}.tsv`, import.meta.url);
  const kinds = new Map(
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t') as [string, string])
      .map(([name, of]) => [name, of.replace('p', '')]),
  );
  for (const source of SOURCES)
    for (const line of linesOf(source))
      for (const name of JSON.parse(line).names[LANGUAGES[script]] ?? []) {
        const folded = FOLDINGS[script](name.toLowerCase());
        if (/^[\p{L}\p{M}'’-]{2,}$/u.test(name))
          kinds.set(folded, `${kinds.get(folded) ?? ''}p`.replace('pp', 'p'));
      }
  const lines = [...kinds].filter(([, of]) => of !== '').map(([name, of]) => `${name}\t${of}\n`);
  writeFileSync(file, lines.sort((a, b) => (a < b ? -1 : 1)).join(''));
}

function linesOf(source: string): string[] {
  const bytes = readFileSync(new URL(`../data/gazetteer/${source}`, import.meta.url));
  return (source.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().trim().split('\n');
}
