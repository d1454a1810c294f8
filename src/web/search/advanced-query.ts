/** The fields of the advanced search as a query of the search box. Pure. */

export interface AdvancedFields {
  /** All of these words are required. */
  all: string;
  phrase: string;
  /** Any of these words is required. */
  any: string;
  /** None of these words may occur. */
  none: string;
  /** Where the wanted words have to be. */
  where: 'anywhere' | 'title';
}

export const NO_FIELDS: AdvancedFields = { all: '', phrase: '', any: '', none: '', where: 'anywhere' };

/** Removes characters with a meaning in the query language: the fields contain plain words. */
export function queryOf({ all, phrase, any, none, where }: AdvancedFields): string {
  const field = where === 'title' ? 'title:' : '';
  const inField = (word: string): string => `${field}${word}`;
  const wanted = wordsOf(all).map(inField);
  const text = phrase.replace(QUOTES, ' ').replace(/\s+/g, ' ').trim();
  if (text !== '') wanted.push(inField(`"${text}"`));
  const alternatives = wordsOf(any).map(inField);
  if (alternatives.length > 0) wanted.push(alternatives.join(' OR '));
  return [...wanted, ...wordsOf(none).map((word) => `-${word}`)].join(' ');
}

/** The words of a query that is nothing but words; undefined for one with any syntax. */
export function plainWords(q: string): string | undefined {
  return /["“”„«»()|:*~]|(^|\s)[-−]\S|\b(OR|AND|NOT)\b/u.test(q) ? undefined : q.trim();
}

const QUOTES = /["“”„«»＂]/gu;

const wordsOf = (text: string): string[] =>
  text
    .replace(QUOTES, ' ')
    .split(/\s+/u)
    .map((word) => word.replace(/^[-−+(|]+|[)|]+$/gu, ''))
    .filter((word) => word !== '' && !/^(OR|AND|NOT)$/.test(word));
