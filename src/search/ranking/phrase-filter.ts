/** Conditions that an engine's terms cannot promise, checked on the postings: phrases, exact forms, title words. */

import { FORMS } from '../../analysis/language.ts';
import type { Postings } from '../../document/forward-index.ts';
import type { Demand, QueryWord } from '../query/query.ts';

/** Whether a document meets every demand. */
export function meets(demands: readonly Demand[], postings: Postings): boolean {
  return demands.every(
    (demand) => demand.negated !== demand.sequences.some((words) => stands(words, demand, postings)),
  );
}

/** Whether the words stand side by side in one passage, each in the demanded form or a finer one. */
function stands(
  words: readonly QueryWord[],
  demand: Demand,
  { words: keys, sequence, lengths }: Postings,
): boolean {
  const form = FORMS.indexOf(demand.coarsest);
  const passageBreak = keys.length / FORMS.length;
  const wanted = words.map((word) => new Set(word.forms.map((forms) => forms.keys[form]!)));
  const end = demand.field === 'title' ? lengths[0] : sequence.length;
  for (let start = 0; start + wanted.length <= end; start++) {
    const here = wanted.every((set, offset) => {
      const word = sequence[start + offset]!;
      return word !== passageBreak && set.has(keys[word * FORMS.length + form]!);
    });
    if (here) return true;
  }
  return false;
}
