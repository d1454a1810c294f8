/**
 * Autocomplete: the entities and then the words of the archive that a typed text may become. Entities are found by the
 * beginning of any word of any of their names, in any script; words by the beginning of the last word typed.
 */

import { termHash } from '../analysis/hash.ts';
import { detectLanguage, directionOf } from '../analysis/language-detection.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Suggestion } from '../answers/search.ts';
import { nameIn } from '../entities/gazetteer/gazetteer.ts';
import type { PrefixLookup } from '../entities/gazetteer/prefix-lookup.ts';
import type { LiveIndex } from '../indexing/live-index.ts';
import { formsOf } from './query/query-words.ts';

/** Entities from which the most mentioned are chosen. */
const ENTITY_CANDIDATES = 200;
/** Letters from which a word is completed. */
const COMPLETED_FROM = 2;

export interface AutocompleteRequest {
  q: string;
  limit: number;
  /** BCP 47 code for names of entities. */
  language: string;
}

export type { Suggestion };

export class Autocompleter {
  readonly #live: LiveIndex;
  readonly #lookup: PrefixLookup;

  constructor(live: LiveIndex, lookup: PrefixLookup) {
    this.#live = live;
    this.#lookup = lookup;
  }

  /** Suggestions, entities first; none for an empty text. @throws LisanError from the engine. */
  async suggest({ q, limit, language }: AutocompleteRequest): Promise<Suggestion[]> {
    const words = foldedWords(q);
    const last = words.at(-1);
    if (last === undefined) return [];
    const index = await this.#live.current();
    const found = this.#lookup.beginningWith(q).slice(0, ENTITY_CANDIDATES);
    const mentioned = await index.frequencies(found.map(({ entity }) => termHash(entity.id, 'entity')));
    const entities = found
      .map((entry) => ({ ...entry, documents: mentioned.get(termHash(entry.entity.id, 'entity')) ?? 0 }))
      .sort(
        (a, b) =>
          b.documents - a.documents || Number(b.first) - Number(a.first) || (a.name < b.name ? -1 : 1),
      )
      // At most half of the list, so that words are suggested too.
      .slice(0, Math.ceil(limit / 2))
      .map(
        ({ name, entity, documents }): Suggestion => ({
          kind: 'entity',
          ...described(name),
          documents,
          entity: { id: entity.id, type: entity.type, name: nameIn(entity, language) },
        }),
      );
    const entityTexts = new Set(entities.map(({ text }) => foldedText(text)));
    const finished = /\s$/u.test(q);
    const completions =
      finished || last.folded.length < COMPLETED_FROM ? [] : await index.completions(last.folded, limit);
    const completed = completions
      .map(
        ({ written, documents }): Suggestion => ({
          kind: 'word',
          ...described(q.slice(0, last.start) + written),
          documents,
        }),
      )
      .filter(({ text }) => text !== q && !entityTexts.has(foldedText(text)));
    return [...entities, ...completed].slice(0, limit);
  }
}

function described(text: string): Pick<Suggestion, 'text' | 'lang' | 'dir'> {
  return { text, lang: detectLanguage(text), dir: directionOf(text) };
}

/** The words of a text in their folded form, with one space between. */
export const foldedText = (text: string): string =>
  foldedWords(text)
    .map(({ folded }) => folded)
    .join(' ');

function foldedWords(text: string): { folded: string; start: number }[] {
  const words: { folded: string; start: number }[] = [];
  tokenize(text, (start, end) => words.push({ folded: formsOf(text.slice(start, end))[0]!.folded, start }));
  return words;
}
