/** Adds the synonyms of an archive to the words of a query, those that are excluded too. */
import type { SynonymTable } from '../synonyms/synonym-table.ts';
import { type Query, wordsOf } from './query.ts';

/** Words with an operator of their own (`word*`, `word~1`) and words of phrases stand for themselves. Changes `query`. */
export function addSynonyms({ clauses, excluded, condition }: Query, synonyms: SynonymTable): void {
  if (synonyms.isEmpty) return;
  const inPhrases = phraseWordsIn(condition);
  for (const clause of [...clauses, ...excluded]) {
    if (clause.prefix || clause.edits !== undefined) continue;
    for (const word of wordsOf(clause)) {
      if (inPhrases.has(word)) continue;
      const forms = synonyms.of(word.forms);
      if (forms.length > 0) clause.alternatives.push({ kind: 'synonym', word, forms });
    }
  }
}

function phraseWordsIn(condition: Query['condition']): Set<unknown> {
  if ('phrase' in condition) return new Set(condition.phrase.words);
  if ('not' in condition) return phraseWordsIn(condition.not);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  return new Set(parts.flatMap((part) => [...phraseWordsIn(part)]));
}
