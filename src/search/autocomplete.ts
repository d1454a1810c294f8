/**
 * Autocomplete: the entities and then the words of the archive that a typed text may become. Entities are found by the
 * beginning of any word of any of their names, in any script, and people by a position; words by the beginning of the last
 * word typed.
 */

import { termHash } from '../analysis/hash.ts';
import { detectLanguage, directionOf } from '../analysis/language-detection.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Suggestion } from '../answers/search.ts';
import type { Index } from '../engines/engine.ts';
import { nameIn } from '../entities/gazetteer/gazetteer.ts';
import type { PositionLookup } from '../entities/gazetteer/position-lookup.ts';
import type { PrefixLookup } from '../entities/gazetteer/prefix-lookup.ts';
import type { LiveIndex } from '../indexing/live-index.ts';
import { formsOf } from './query/query-words.ts';

/** People who are suggested by a position of theirs. */
const HOLDERS = 3;
/** Entities from which the most mentioned are chosen. */
const ENTITY_CANDIDATES = 200;

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

  readonly #positions: PositionLookup;

  constructor(live: LiveIndex, lookup: PrefixLookup, positions: PositionLookup) {
    this.#live = live;
    this.#lookup = lookup;
    this.#positions = positions;
  }

  /**
   * Suggestions: entities that are mentioned, words, and last entities that no document mentions; none for an empty
   * text. @throws LisanError from the engine.
   */
  async suggest({ q, limit, language }: AutocompleteRequest): Promise<Suggestion[]> {
    if (foldedWords(q).length === 0) return [];
    const index = await this.#live.current();
    const entities = (await this.#entities(index, q)).map(
      ({ name, entity, documents }): Suggestion => ({
        kind: 'entity',
        ...described(name),
        documents,
        entity: { id: entity.id, type: entity.type, name: nameIn(entity, language) },
      }),
    );
    const entityTexts = new Set(entities.map(({ text }) => foldedText(text)));
    const words = (await wordsBegunBy(index, q, limit)).filter(
      ({ text }) => text !== q && !entityTexts.has(foldedText(text)),
    );
    const mentioned = entities.filter(({ documents }) => documents > 0);
    const unmentioned = entities.filter(({ documents }) => documents === 0);
    // At most half of the list, so that words are suggested too.
    const first = mentioned.slice(0, Math.ceil(limit / 2));
    const holders = entities.length > 0 ? [] : await this.#holders(index, q, language);
    return [...holders, ...first, ...words, ...unmentioned].slice(0, limit);
  }

  /** People with a position that the text names: their names, which is what a search for them takes. */
  async #holders(index: Index, q: string, language: string): Promise<Suggestion[]> {
    const holders = this.#positions.holding(q).slice(0, HOLDERS);
    const hashOf = ({ entity }: (typeof holders)[number]): number => termHash(entity.id, 'entity');
    const frequencies = await index.frequencies(holders.map(hashOf));
    return holders.map((holder) => {
      const { entity, position } = holder;
      const name = nameIn(entity, language);
      return {
        kind: 'entity',
        ...described(name),
        documents: frequencies.get(hashOf(holder)) ?? 0,
        entity: { id: entity.id, type: entity.type, name },
        position: { title: holder.title, from: position?.from ?? null, to: position?.to ?? null },
      };
    });
  }

  /** Entities of which a word of a name begins so, the most mentioned first. */
  async #entities(index: Index, q: string) {
    const found = this.#lookup.beginningWith(q).slice(0, ENTITY_CANDIDATES);
    const hashOf = (id: string): number => termHash(id, 'entity');
    const frequencies = await index.frequencies(found.map(({ entity }) => hashOf(entity.id)));
    return found
      .map((entry) => ({ ...entry, documents: frequencies.get(hashOf(entry.entity.id)) ?? 0 }))
      .sort(
        (a, b) =>
          b.documents - a.documents || Number(b.first) - Number(a.first) || (a.name < b.name ? -1 : 1),
      );
  }
}

/** The text with its last word completed, unless white space ends it. */
async function wordsBegunBy(index: Index, q: string, limit: number): Promise<Suggestion[]> {
  const last = foldedWords(q).at(-1);
  if (last === undefined || /\s$/u.test(q)) return [];
  const completions = await index.completions(last.folded, limit);
  return completions.map(({ written, documents }) => ({
    kind: 'word',
    ...described(q.slice(0, last.start) + written),
    documents,
  }));
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
