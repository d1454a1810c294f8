/** What a query asks for as plain text, for a model of meaning: no operators, filters and excluded words. */
import type { ParsedQuery } from './parser.ts';
import { type MatchCondition, type Query, wordsOf } from './query.ts';

/** The text of a query as typed if it is plain words, else its words and phrases; empty if it has none. */
export function queryText(
  { text }: Pick<ParsedQuery, 'text'>,
  { clauses, excluded, condition, relaxable }: Query,
): string {
  if (relaxable && excluded.length === 0 && !hasFilter(condition)) return text.trim();
  const words = [...clauses.flatMap(wordsOf), ...phraseWords(condition)];
  const byPlace = new Map(words.map(({ start, text: word }) => [start, word]));
  return [...byPlace]
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word)
    .join(' ');
}

/** Whether a part of the condition is a filter, of whatever document. */
export function hasFilter(condition: MatchCondition): boolean {
  if ('not' in condition) return hasFilter(condition.not);
  if ('all' in condition) return condition.all.some(hasFilter);
  if ('any' in condition) return condition.any.some(hasFilter);
  return 'filter' in condition;
}

function phraseWords(condition: MatchCondition): { start: number; text: string }[] {
  if ('phrase' in condition) return [...condition.phrase.words];
  if ('all' in condition) return condition.all.flatMap(phraseWords);
  if ('any' in condition) return condition.any.flatMap(phraseWords);
  return [];
}

/**
 * What a document that is found by its meaning must still meet: phrases, fields, filters, exclusions and unfinished words.
 * Plain words need not be there.
 */
export function withoutPlainWords(condition: MatchCondition): MatchCondition {
  if ('clause' in condition) {
    const { field, prefix, edits } = condition.clause;
    return field === undefined && prefix === undefined && edits === undefined ? { all: [] } : condition;
  }
  if ('all' in condition) return { all: condition.all.map(withoutPlainWords) };
  if ('any' in condition) return { any: condition.any.map(withoutPlainWords) };
  return condition;
}
