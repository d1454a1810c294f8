/** Adds the synonyms of an archive to the words of a query, those that are excluded too. */
import type { Forms } from '../../analysis/forms.ts';
import { FORMS } from '../../analysis/language.ts';
import { MAX_TERM_WORDS } from '../../analysis/lexicon/term-list.ts';
import type { Index } from '../../engines/engine.ts';
import type { SynonymMatch, SynonymTable } from '../synonyms/synonym-table.ts';
import { asOne, type Query, type QueryClause, type QueryWord, soughtOf, wordsOf } from './query.ts';

const STEM = FORMS.indexOf('stem');

/** A word of a clause. */
interface Entry {
  clause: QueryClause;
  word: QueryWord;
}

/** Words side by side that a synonym covers. */
interface Covered {
  entries: readonly Entry[];
  found: SynonymMatch['found'];
}

/**
 * The longest synonym counts: words that one of several words covers have no synonyms of their own. Words with an operator
 * (`word*`, `word~1`) and words of phrases stand for themselves. Changes `query`. `text`: of the query.
 */
export async function addSynonyms(
  index: Index,
  text: string,
  { clauses, excluded, condition }: Query,
  synonyms: SynonymTable,
): Promise<void> {
  if (synonyms.isEmpty) return;
  const inPhrases = phraseWordsIn(condition);
  const covered = [clauses, excluded]
    .flatMap((some) => runsOf(some, text, inPhrases))
    .flatMap((run) => coveredIn(run, synonyms));
  if (covered.length === 0) return;
  const hashes = covered.flatMap(({ found }) => found.flat().map((forms) => forms.hashes[STEM]!));
  const frequencies = await index.frequencies([...new Set(hashes)]);
  for (const each of covered) add(each, ({ hashes }) => frequencies.get(hashes[STEM]!) ?? 0);
}

function add({ entries, found }: Covered, documents: (word: Forms) => number): void {
  const single = entries.length === 1 ? found.filter(({ length }) => length === 1).flat() : [];
  if (single.length > 0) {
    const [{ clause, word }] = entries as [Entry];
    clause.alternatives.push({ kind: 'synonym', word, forms: single });
  }
  const counted = Math.max(1, entries.filter(({ clause }) => !clause.optional).length);
  const word = asOne(entries.map((entry) => entry.word));
  for (const sequence of found) {
    if (entries.length === 1 && sequence.length === 1) continue;
    if (sequence.some((forms) => documents(forms) === 0)) continue;
    const sought = soughtOf(sequence, documents);
    for (const { clause } of entries)
      if (!clause.optional || entries.length === 1)
        clause.alternatives.push({ kind: 'synonym', word, sequence, sought, share: 1 / counted });
  }
}

/** Words side by side, in one field. Of a clause of several words, which are alternatives, each is by itself. */
function runsOf(clauses: readonly QueryClause[], text: string, inPhrases: ReadonlySet<unknown>): Entry[][] {
  const runs: Entry[][] = [];
  let before: Entry | undefined;
  for (const clause of clauses) {
    const words = clause.prefix || clause.edits !== undefined ? [] : wordsOf(clause);
    const free = words.filter((word) => !inPhrases.has(word));
    for (const word of free) {
      const entry = { clause, word };
      const isNext =
        free.length === 1 &&
        before?.clause.field === clause.field &&
        before !== undefined &&
        isJoint(text.slice(before.word.end, word.start));
      if (isNext) runs.at(-1)!.push(entry);
      else runs.push([entry]);
      before = free.length === 1 ? entry : undefined;
    }
    if (free.length === 0) before = undefined;
  }
  return runs;
}

/** Whether words with this between them are side by side: white space, or a hyphen or apostrophe. */
const isJoint = (between: string): boolean => /^(?:\s+|[^\s()|"])?$/u.test(between);

function coveredIn(run: readonly Entry[], synonyms: SynonymTable): Covered[] {
  const covered: Covered[] = [];
  for (let at = 0; at < run.length; ) {
    const rest = run.slice(at, at + MAX_TERM_WORDS);
    const match = synonyms.longest(rest.map(({ word }) => word.forms));
    const words = match?.words ?? 1;
    if (match !== undefined && match.found.length > 0)
      covered.push({ entries: rest.slice(0, words), found: match.found });
    at += words;
  }
  return covered;
}

function phraseWordsIn(condition: Query['condition']): Set<unknown> {
  if ('phrase' in condition) return new Set(condition.phrase.words);
  if ('not' in condition) return phraseWordsIn(condition.not);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  return new Set(parts.flatMap((part) => [...phraseWordsIn(part)]));
}
