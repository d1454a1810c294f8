/**
 * Common given and family names by script, from data/names; `scripts/common-names.ts` derives them. They are read at the first
 * question and kept as hashes of 61 bits in 2 MiB that all threads share: as strings in a map they took 8 MiB a thread.
 */
import { readFileSync } from 'node:fs';
import { halves, hashHalves } from '../../analysis/hash.ts';
import type { Script } from '../../analysis/language.ts';
import { sharedTable } from '../../common/shared-table.ts';

/** Bits of what a word is as a name. */
export const GIVEN = 1;
export const FAMILY = 2;
export const TOWN = 4;

const KINDS = GIVEN | FAMILY | TOWN;
const SCRIPTS = ['Arab', 'Cyrl', 'Latn'] as const satisfies readonly Script[];
/** Twice as many as there are names. A slot has the low half of a hash, and the high one with the kinds in its last bits. */
const SLOTS = 1 << 18;

const table = sharedTable('common names', SLOTS * 2, fill);

/** Whether a word (folded form) is a common given or family name: bits of `GIVEN` and `FAMILY`. */
export function commonName(folded: string): number {
  const slots = table();
  return slots[slotOf(folded, slots) + 1]! & KINDS;
}

function fill(slots: Int32Array): void {
  for (const script of SCRIPTS) {
    const file = new URL(`../../../data/names/${script}.tsv`, import.meta.url);
    const text = readFileSync(file, 'utf8');
    for (let start = 0, end: number; start < text.length; start = end + 1) {
      end = text.indexOf('\n', start);
      if (end === -1) end = text.length;
      const [name = '', kinds = ''] = text.slice(start, end).split('\t');
      if (name === '') continue;
      const slot = slotOf(name, slots);
      const { low, high } = halves;
      slots[slot] = low;
      slots[slot + 1] =
        (high & ~KINDS) |
        (kinds.includes('g') ? GIVEN : 0) |
        (kinds.includes('f') ? FAMILY : 0) |
        (kinds.includes('p') ? TOWN : 0);
    }
  }
}

/** Where a word is in the table, or would be: an empty slot is 0. Leaves the hash in `halves`. */
function slotOf(word: string, slots: Int32Array): number {
  hashHalves(word);
  const { low, high } = halves;
  const last = slots.length - 1;
  for (let at = (low << 1) & last; ; at = (at + 2) & last) {
    const [foundLow, foundHigh] = [slots[at]!, slots[at + 1]!];
    if ((foundLow === low && ((foundHigh ^ high) & ~KINDS) === 0) || (foundLow === 0 && foundHigh === 0))
      return at;
  }
}
