/** The pinned and hidden articles of an archive, as they are at each search. */
import type { Archive } from '../../archive/archive.ts';
import type { ParsedQuery } from '../query/parser.ts';
import { normalisedQuery, normalisedWords } from './normalised-query.ts';
import { type PinRule, pinsText } from './pin-list.ts';

export class PinSource {
  readonly #archive: Archive;
  #text = '[]';
  /** By language and normalised query. */
  #rules = new Map<string, PinRule>();

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  /** The rule for a query of a reader; that for the reader's language before the one for all. */
  of(query: ParsedQuery, language: string): PinRule | undefined {
    this.#refresh();
    if (this.#rules.size === 0) return undefined;
    const words = normalisedWords(query);
    return words === undefined
      ? undefined
      : (this.#rules.get(keyOf(words, language)) ?? this.#rules.get(keyOf(words)));
  }

  #refresh(): void {
    const text = pinsText(this.#archive);
    if (text === this.#text) return;
    const rules = JSON.parse(text) as PinRule[];
    this.#rules = new Map(rules.map((rule) => [keyOf(normalisedQuery(rule.query) ?? '', rule.lang), rule]));
    this.#text = text;
  }
}

const keyOf = (words: string, language = ''): string => `${language}\n${words}`;
