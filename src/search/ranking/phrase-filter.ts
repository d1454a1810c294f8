/** Checks on the forward index what the terms of an engine cannot promise: phrases, exact forms, words of the title. */

import { FORMS } from '../../analysis/language.ts';
import type { ForwardIndex } from '../../document/forward-index.ts';
import type { PhraseConstraint, QueryWord } from '../query/query.ts';

/** Whether a document meets every constraint. */
export function satisfies(constraints: readonly PhraseConstraint[], forwardIndex: ForwardIndex): boolean {
  return constraints.every(
    (constraint) =>
      constraint.negated !== constraint.sequences.some((words) => occurs(words, constraint, forwardIndex)),
  );
}

/** Whether the words are adjacent in one passage, each in the loosest accepted form or a finer one. */
function occurs(
  words: readonly QueryWord[],
  constraint: PhraseConstraint,
  { words: keys, sequence, lengths }: ForwardIndex,
): boolean {
  const form = FORMS.indexOf(constraint.loosestForm);
  const passageBreak = keys.length / FORMS.length;
  const wanted = words.map((word) => new Set(word.forms.map((forms) => forms.hashes[form]!)));
  const end = constraint.field === 'title' ? lengths[0] : sequence.length;
  for (let start = 0; start + wanted.length <= end; start++) {
    const here = wanted.every((set, offset) => {
      const word = sequence[start + offset]!;
      return word !== passageBreak && set.has(keys[word * FORMS.length + form]!);
    });
    if (here) return true;
  }
  return false;
}
