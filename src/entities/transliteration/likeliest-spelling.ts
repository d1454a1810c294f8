/**
 * The likeliest spelling of a name in another script, by the letter tables: the cheapest answers, one after another. A name
 * that is made so has not been seen; it is good enough to be recognised beside what supports it.
 */
import { type Arc, correspondences, NAME_SCRIPTS, type NameScript } from './letters.ts';
import { spellingOf } from './spelling.ts';

/** Costs of answers from which on nothing can be said. */
const MOST_COST_PER_LETTER = 2;

/** A word of a name in another script, with a capital if that has any; `undefined` if the tables do not say. */
export function likeliestSpelling(word: string, script: NameScript): string | undefined {
  const spelling = spellingOf(word);
  if (spelling === undefined || NAME_SCRIPTS.indexOf(spelling.script) >= NAME_SCRIPTS.indexOf(script))
    return undefined;
  const lattice = correspondences(spelling.script, script).lattice(spelling.letters);
  const best: { cost: number; text: string }[] = [{ cost: 0, text: '' }];
  for (let at = 0; at < lattice.length; at++) {
    const here = best[at];
    if (here === undefined) continue;
    for (const { length, answer, cost } of lattice[at]! as readonly Arc[]) {
      // Letters that are put in where nothing is are for comparing.
      if (length === 0) continue;
      const total = here.cost + cost;
      const there = best[at + length];
      if (there === undefined || total < there.cost)
        best[at + length] = { cost: total, text: here.text + answer };
    }
  }
  const end = best[spelling.letters.length];
  if (end === undefined || end.text === '' || end.cost > MOST_COST_PER_LETTER * spelling.letters.length)
    return undefined;
  return script === 'Cyrl' ? end.text[0]!.toUpperCase() + end.text.slice(1) : end.text;
}

/** The same of each word of a name. */
export function likeliestName(name: string, script: NameScript): string | undefined {
  const words = name.split(/[\s-]+/).map((word) => likeliestSpelling(word, script));
  return words.every((word) => word !== undefined) ? words.join(' ') : undefined;
}
