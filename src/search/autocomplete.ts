/**
 * Autocomplete: the entities and then the words of the archive that a typed text may become. Entities are found by the
 * beginning of any word of any of their names, in any script, and people by a position; words by the beginning of the last
 * word typed.
 */

import { LRUCache } from 'lru-cache';
import { termHash } from '../analysis/hash.ts';
import { detectLanguage, directionOf } from '../analysis/language-detection.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Suggestion } from '../answers/search.ts';
import type { Index } from '../engines/engine.ts';
import type { Decisions } from '../entities/decisions/decisions.ts';
import { type Gazetteer, nameIn, namesOf } from '../entities/gazetteer/gazetteer.ts';
import type { PositionLookup } from '../entities/gazetteer/position-lookup.ts';
import type { LookedUp, PrefixLookup } from '../entities/gazetteer/prefix-lookup.ts';
import { type LiveIndex, stateOf } from '../indexing/live-index.ts';
import { formsOf } from './query/query-words.ts';
import { unlistedMark } from './results/entity-names.ts';
import { asDecided } from './results/known-entities.ts';
import { unlistedBeginning } from './same-names.ts';

/** People who are suggested by a position of theirs. */
const HOLDERS = 3;
/** Entities from which the most mentioned are chosen. */
const ENTITY_CANDIDATES = 200;
/** Letters from which unlisted entities are looked for, and how many are suggested at most. */
const UNLISTED_FROM = 3;
const UNLISTED = 5;
/** Answers that are remembered while the index stays as it is: short beginnings are typed again and again. */
const REMEMBERED = 1000;

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

  readonly #known: Gazetteer['entities'];

  readonly #decisions: () => Decisions;

  /** Answers for one state of the index and of the decisions. */
  #remembered = { state: '', answers: new LRUCache<string, Suggestion[]>({ max: REMEMBERED }) };

  /** `known`: the entities that answers name, by `decisions`. */
  constructor(
    live: LiveIndex,
    lookup: PrefixLookup,
    positions: PositionLookup,
    known: Gazetteer['entities'],
    decisions: () => Decisions,
  ) {
    this.#known = known;
    this.#decisions = decisions;
    this.#live = live;
    this.#lookup = lookup;
    this.#positions = positions;
  }

  /**
   * Suggestions: entities that are mentioned, words, and last entities that no document mentions; none for an empty
   * text. @throws LisanError from the engine.
   */
  async suggest(request: AutocompleteRequest): Promise<Suggestion[]> {
    if (foldedWords(request.q).length === 0) return [];
    const { index, entry } = await this.#live.opened();
    const state = `${stateOf(entry)} ${this.#decisions().digest}`;
    if (state !== this.#remembered.state)
      this.#remembered = { state, answers: new LRUCache({ max: REMEMBERED }) };
    // A request that runs meanwhile may replace the field with the answers of a newer state.
    const { answers } = this.#remembered;
    const key = JSON.stringify(request);
    let found = answers.get(key);
    if (found === undefined) {
      found = await this.#suggestions(index, request);
      answers.set(key, found);
    }
    return found;
  }

  async #suggestions(index: Index, { q, limit, language }: AutocompleteRequest): Promise<Suggestion[]> {
    const entities = (await this.#entities(index, q, language)).map(
      ({ name, entity, documents }): Suggestion => ({
        kind: 'entity',
        ...described(name),
        documents,
        entity: {
          id: entity.id,
          type: entity.type,
          name: nameIn(entity, language),
          ...unlistedMark(entity.id),
        },
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
      const { position } = holder;
      const entity = this.#known.get(holder.entity.id) ?? holder.entity;
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

  /** Entities that no list has of which a word of the name begins so, by the name of the index that begins so. */
  async #unlisted(index: Index, q: string, language: string): Promise<LookedUp[]> {
    if (foldedText(q).length < UNLISTED_FROM) return [];
    const ids = await unlistedBeginning(q, index, UNLISTED);
    const begun = foldedText(q);
    return ids.flatMap((id): LookedUp[] => {
      const entity = this.#known.get(id);
      if (entity === undefined) return [];
      const names = [...namesOf(entity)].map(({ name, language }) => ({ name, language }));
      const written = names.find(({ name }) => foldedText(name).startsWith(begun));
      const shown = written ?? { name: nameIn(entity, language), language };
      return [{ entity, ...shown, first: written !== undefined }];
    });
  }

  /** Entities of which a word of a name begins so, the most mentioned first. */
  async #entities(index: Index, q: string, language: string) {
    const listed = this.#lookup.beginningWith(q).slice(0, ENTITY_CANDIDATES);
    const unlisted = await this.#unlisted(index, q, language);
    const found = [...asDecided(listed, this.#known), ...unlisted];
    const hashOf = (id: string): number => termHash(id, 'entity');
    const frequencies = await index.frequencies(found.map(({ entity }) => hashOf(entity.id)));
    return found
      .map((entry) => ({
        ...entry,
        documents: frequencies.get(hashOf(entry.entity.id)) ?? 0,
      }))
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
