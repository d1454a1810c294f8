/** Common given and family names by script, from data/names; `scripts/common-names.ts` derives them. */
import { readFileSync } from 'node:fs';
import type { Script } from '../../analysis/language.ts';

/** Bits of what a word is as a name. */
export const GIVEN = 1;
export const FAMILY = 2;
export const TOWN = 4;

const SCRIPTS = ['Arab', 'Cyrl', 'Latn'] as const satisfies readonly Script[];

let known: ReadonlyMap<string, number> | undefined;

/** Whether a word (folded form) is a common given or family name: bits of `GIVEN` and `FAMILY`. */
export function commonName(folded: string): number {
  known ??= read();
  return known.get(folded) ?? 0;
}

function read(): Map<string, number> {
  const found = new Map<string, number>();
  for (const script of SCRIPTS) {
    const file = new URL(`../../../data/names/${script}.tsv`, import.meta.url);
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [name = '', kinds = ''] = line.split('\t');
      if (name !== '')
        found.set(
          name,
          (kinds.includes('g') ? GIVEN : 0) |
            (kinds.includes('f') ? FAMILY : 0) |
            (kinds.includes('p') ? TOWN : 0),
        );
    }
  }
  return found;
}
