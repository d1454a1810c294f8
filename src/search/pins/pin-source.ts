/** The pinned and hidden articles of an archive, as they are at each search. */
import type { Archive } from '../../archive/archive.ts';
import type { ParsedQuery } from '../query/parser.ts';
import { normalisedQuery, normalisedWords } from './normalised-query.ts';
import { type PinRule, pinsText } from './pin-list.ts';

export class PinSource {
  /** By language and normalised query. */
  readonly #rules: () => ReadonlyMap<string, PinRule>;

  constructor(archive: Archive) {
    this.#rules = archive.keepMade(() => pinsText(archive), rulesOf);
  }

  /** The rule for a query of a reader; that for the reader's language before the one for all. */
  of(query: ParsedQuery, language: string): PinRule | undefined {
    const rules = this.#rules();
    if (rules.size === 0) return undefined;
    const words = normalisedWords(query);
    return words === undefined ? undefined : (rules.get(keyOf(words, language)) ?? rules.get(keyOf(words)));
  }
}

const rulesOf = (text: string): Map<string, PinRule> =>
  new Map(
    (JSON.parse(text) as PinRule[]).map((rule) => [
      keyOf(normalisedQuery(rule.query) ?? '', rule.lang),
      rule,
    ]),
  );

const keyOf = (words: string, language = ''): string => `${language}\n${words}`;
