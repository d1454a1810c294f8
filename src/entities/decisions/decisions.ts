/** Decisions as tagging and search use them. */
import type { Token } from '../../analysis/forms.ts';
import { analyzerFor } from '../../analysis/languages/registry.ts';
import type { Gazetteer } from '../gazetteer/entity.ts';
import { nameWordsOf, typeOfUnlisted } from '../recogniser/unlisted-id.ts';
import type { Mention } from '../tagger/mention.ts';
import { type Decision, MAX_NAME_WORDS, splitId } from './decision.ts';

type Correction = Decision & { kind: 'correct' };

export class Decisions {
  /** See `decisionsDigest`. */
  readonly digest: string;
  readonly #wholes = new Map<string, string>();
  readonly #parts = new Map<string, string[]>();
  /** Entity -> name (see `nameKey`) -> the entity that it is. */
  readonly #splits = new Map<string, Map<string, string>>();
  readonly #splitIds = new Set<string>();
  readonly #corrections = new Map<string, Correction[]>();

  /** A decision for an entity that the gazetteer does not have, or no longer, is left out until it has it. */
  constructor(decisions: readonly Decision[], { entities }: Pick<Gazetteer, 'entities'>, digest = '') {
    this.digest = digest;
    const isKnown = (id: string): boolean => typeOfUnlisted(id) !== undefined || entities.has(id);
    for (const decision of decisions) {
      if (decision.kind !== 'merge' || !isKnown(decision.into)) continue;
      this.#wholes.set(decision.from, decision.into);
    }
    for (const id of this.#wholes.keys()) {
      const whole = this.meant(id);
      this.#parts.set(whole, [...(this.#parts.get(whole) ?? []), id]);
    }
    for (const decision of decisions) {
      if (decision.kind === 'split') {
        const entity = this.meant(decision.entity);
        const names = this.#splits.get(entity) ?? new Map<string, string>();
        const own = splitId(decision);
        this.#splits.set(entity, names.set(nameKey(decision.name), own));
        this.#splitIds.add(own);
      } else if (decision.kind === 'correct' && (decision.to === null || isKnown(decision.to))) {
        const { document } = decision;
        this.#corrections.set(document, [...(this.#corrections.get(document) ?? []), decision]);
      }
    }
  }

  get isEmpty(): boolean {
    return this.#wholes.size + this.#splits.size + this.#corrections.size === 0;
  }

  get hasMerges(): boolean {
    return this.#wholes.size > 0;
  }

  /** The entity that an id stands for: the whole that it was merged into, else itself. */
  meant(id: string): string {
    let whole = id;
    for (let next = this.#wholes.get(id); next !== undefined; next = this.#wholes.get(next)) whole = next;
    return whole;
  }

  /** Ids of the entities that were merged into one. */
  partsOf(id: string): readonly string[] {
    return this.#parts.get(id) ?? [];
  }

  /** Whether others were merged into an entity. */
  hasParts(id: string): boolean {
    return this.#parts.has(id);
  }

  /** Whether an entity was split off, so that names which sound like its own are others. */
  isSplit(id: string): boolean {
    return this.#splitIds.has(id);
  }

  /** The entity that a name of an entity means. */
  named(entity: string, words: readonly Token[]): string {
    const whole = this.meant(entity);
    const names = this.#splits.get(whole);
    if (names === undefined) return whole;
    const own = names.get(keyOf(words));
    return own === undefined ? whole : this.meant(own);
  }

  /** The mentions of a document as decided, in order. */
  applied(
    passages: readonly (readonly Token[])[],
    mentions: readonly (readonly Mention[])[],
    document: string | undefined,
  ): Mention[][] {
    const corrections = this.#corrections.get(document ?? '') ?? [];
    return mentions.map((found, passage) => {
      const tokens = passages[passage]!;
      const decided = found.map((mention) => {
        const { tokenStart, tokenEnd } = mention;
        return { ...mention, entity: this.named(mention.entity, tokens.slice(tokenStart, tokenEnd)) };
      });
      return corrections.reduce((kept, correction) => this.#corrected(kept, tokens, correction), decided);
    });
  }

  #corrected(mentions: readonly Mention[], tokens: readonly Token[], correction: Correction): Mention[] {
    const { entity, name, to } = correction;
    const key = name === undefined ? undefined : nameKey(name);
    const meant = to === null ? undefined : this.meant(to);
    if (entity !== undefined) {
      const old = this.meant(entity);
      return mentions.flatMap((mention) => {
        const words = tokens.slice(mention.tokenStart, mention.tokenEnd);
        if (mention.entity !== old || (key !== undefined && keyOf(words) !== key)) return [mention];
        return meant === undefined ? [] : [{ ...mention, entity: meant }];
      });
    }
    const places = placesOf(key!, tokens);
    if (places.length === 0) return [...mentions];
    const isFree = (mention: Mention): boolean =>
      places.every(([from, to]) => mention.tokenEnd <= from || to <= mention.tokenStart);
    const added = places.flatMap(([tokenStart, tokenEnd]): Mention[] =>
      meant === undefined
        ? []
        : [
            {
              start: tokens[tokenStart]!.start,
              end: tokens[tokenEnd - 1]!.end,
              entity: meant,
              tokenStart,
              tokenEnd,
            },
          ],
    );
    return [...mentions.filter(isFree), ...added].sort(
      (a, b) => a.tokenStart - b.tokenStart || b.tokenEnd - a.tokenEnd,
    );
  }
}

export const NO_DECISIONS = new Decisions([], { entities: new Map() });

/** A name by its words, the same for its cases and with what is written together with it. */
const keyOf = (words: readonly Token[]): string => nameWordsOf(words.map(({ forms }) => forms)).join(' ');

const nameKey = (name: string): string => keyOf(analyzerFor('und').tokens(name));

/** Where a name is written: indexes of its first token and of the one after its last. */
function placesOf(key: string, tokens: readonly Token[]): [from: number, to: number][] {
  const places: [number, number][] = [];
  for (let from = 0; from < tokens.length; ) {
    let length = 0;
    for (let words = 1; words <= MAX_NAME_WORDS && from + words <= tokens.length && length === 0; words++)
      if (keyOf(tokens.slice(from, from + words)) === key) length = words;
    if (length > 0) places.push([from, from + length]);
    from += Math.max(1, length);
  }
  return places;
}
