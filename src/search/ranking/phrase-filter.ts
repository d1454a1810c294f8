/** Checks on the forward index what the terms of an engine cannot promise: phrases, exact forms, words of the title. */

import { type ForwardIndex, formNumber } from '../../document/forward-index.ts';
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
  forwardIndex: ForwardIndex,
): boolean {
  const form = formNumber(constraint.loosestForm);
  const wanted = words.map((word) => new Set(word.forms.map((forms) => forms.hashes[form]!)));
  const end = constraint.field === 'title' ? forwardIndex.lengths[0] : forwardIndex.words.length;
  for (let start = 0; start + wanted.length <= end; start++) {
    const here = wanted.every((set, offset) => {
      const word = forwardIndex.words[start + offset]!;
      return word !== forwardIndex.wordCount && set.has(forwardIndex.hash(word, form));
    });
    if (here) return true;
  }
  return false;
}
