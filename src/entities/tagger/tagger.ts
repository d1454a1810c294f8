/**
 * Finds the names of the gazetteer in articles and queries. One pass over the words of each passage takes the longest
 * name; then the article as a whole decides about names that may mean something else:
 *
 *   certain     a name that means one entity, written as names are written
 *   ambiguous   a name marked so in the gazetteer; counts where the article has a certain name of the entity, or (but
 *               for people) of one that it is related to
 *   family      the last word of a person's full names; counts where the article has the full name, or after a title
 *               that the person is called by
 *
 * A single name of a person after somebody else's given name is somebody else: Emine Erdoğan, George Washington.
 */
import type { Token } from '../../analysis/forms.ts';
import { languageFor } from '../../analysis/languages/registry.ts';
import { lazily } from '../../common/lazily.ts';
import { ANALYSIS_LIMITS, type AnalysisLimits } from '../../config/analysis-limits.ts';
import { type Decisions, NO_DECISIONS } from '../decisions/decisions.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { isParticle } from '../language-rules.ts';
import { givenNamesOf } from '../packed/given-names.ts';
import { inMemory, packsOf } from '../packed/layered-entities.ts';
import { PackedNames } from '../packed/packed-names.ts';
import { ArticleNames } from '../recogniser/article-names.ts';
import { CAPITAL, CASED, Capitalisation, isQuoted, isShoutedAt, letterAt } from './capitalisation.ts';
import { adjacent, looksGiven, titlesBefore } from './context.ts';
import { decide, type Found, Relations } from './disambiguation.ts';
import type { Mention } from './mention.ts';
import { type GivenNames, type Owner, ownersIn } from './name-owners.ts';
import { type Accept, NameTrie, type Span } from './name-trie.ts';
import { isNamedAfter } from './named-after.ts';
import { mayBeSurname, namesakesIn } from './namesakes.ts';

export type { Mention };

/** A name at a place. */
interface Place extends Span<Owner>, Omit<Found, 'values'> {
  passage: number;
  start: number;
  end: number;
}

/** What texts are compared with. */
interface Names {
  trie: NameTrie<Owner>;
  given: GivenNames;
  relations: Relations;
}

function namesIn(gazetteer: Gazetteer): Names {
  const own = inMemory(gazetteer);
  const packed = packsOf(gazetteer).map((pack) => new PackedNames(pack));
  const given = givenNamesOf(own.values(), packed);
  const trie = new NameTrie<Owner>();
  for (const { words, owner } of ownersIn({ entities: own }, given))
    trie.add(words, owner.language, owner, !owner.capital);
  for (const source of packed) trie.addSource(source);
  return { trie, given, relations: new Relations(gazetteer) };
}

export class Tagger {
  readonly gazetteer: Gazetteer;
  /** How much of an article is read. */
  readonly limits: AnalysisLimits;
  /** What people have decided against what is found. */
  decisions: () => Decisions = () => NO_DECISIONS;
  readonly #names: () => Names;
  readonly #unlisted: ArticleNames | undefined;

  /** `names`: whether articles are also searched for names that the gazetteer does not have. */
  constructor(gazetteer: Gazetteer, names: 'listed' | 'all' = 'listed', limits = ANALYSIS_LIMITS) {
    this.gazetteer = gazetteer;
    this.limits = limits;
    this.#unlisted = names === 'all' ? new ArticleNames(gazetteer) : undefined;
    this.#names = lazily(() => namesIn(gazetteer));
  }

  /** Makes what is otherwise made for the first text: the first search need not wait for it. */
  prepare(): void {
    this.#names();
  }

  /**
   * Mentions in the passages of one article, in order; a name within a name follows the one that holds it.
   * `texts[i]` is the text that the offsets of `passages[i]` count in; `document` is the id of the article, for what
   * was decided about it.
   */
  tagArticle(
    passages: readonly (readonly Token[])[],
    texts: readonly string[],
    document?: string,
  ): Mention[][] {
    const decisions = this.decisions();
    const listed = this.#listed(passages, texts, decisions);
    const found = this.#unlisted?.add(passages, texts, listed) ?? listed;
    return decisions.isEmpty ? found : decisions.applied(passages, found, document);
  }

  #listed(
    passages: readonly (readonly Token[])[],
    texts: readonly string[],
    decisions: Decisions,
  ): Mention[][] {
    const found: Place[] = [];
    const people = new Set<string>();
    const mentions = passages.map((tokens, passage): Mention[] => {
      this.#scan(tokens, texts[passage]!, passage, found, people);
      return [];
    });
    if (found.length === 0) return mentions;
    const others = namesakesIn(found, { passages, texts }, this.gazetteer, people);
    const places = found.map((place, index) => {
      const kept = others.has(index) ? withoutPlaces(place) : place;
      // A name that two entities share leaves no doubt if they are one.
      return decisions.hasMerges ? asMerged(kept, decisions) : kept;
    });
    const meant = decide(places, this.#names().relations);
    for (let at = 0; at < found.length; at++) {
      const entity = meant[at];
      if (entity === undefined) continue;
      const { passage, start, end, tokenStart, tokenEnd } = found[at]!;
      mentions[passage]!.push({ start, end, entity, tokenStart, tokenEnd });
    }
    return mentions;
  }

  /**
   * Names in a query, whose writer may not care for capitals. A name that is ambiguous, or an acronym in small letters,
   * counts only where it is all of the query; it may then mean several entities, and all of them are returned.
   */
  recognise(tokens: readonly Token[], text: string): Mention[] {
    const { trie } = this.#names();
    const decisions = this.decisions();
    const mentions: Mention[] = [];
    for (let at = 0; at < tokens.length; ) {
      const span = trie.longest(tokens, at, tokens.length, text, (owners) => owners);
      if (span === undefined) {
        at++;
        continue;
      }
      const { tokenStart, tokenEnd } = span;
      const whole = tokenEnd - tokenStart === tokens.length;
      const owners = this.#notSomebodyElse(span.values, tokens, tokenStart, tokenEnd, text);
      const [start, end] = [tokens[tokenStart]!.start, tokens[tokenEnd - 1]!.end];
      // Who and us are words, WHO and US are names.
      const shouted = isShoutedAt(text, start, end);
      const certain = owners.filter(({ kind, acronym }) => kind === 'certain' && (shouted || !acronym));
      const words = tokens.slice(tokenStart, tokenEnd);
      const named = (certain.length > 0 ? certain : whole ? owners : []).flatMap(({ id }) =>
        id === undefined ? [] : [decisions.named(id, words)],
      );
      for (const entity of new Set(named)) mentions.push({ start, end, entity, tokenStart, tokenEnd });
      at = tokenEnd;
    }
    return mentions;
  }

  /** The words of names that a word (folded form) may be within a name; see `NameTrie.readings`. */
  readings(word: string): string[] {
    return this.#names().trie.readings(word);
  }

  /** The names of entities in memory, each as its words in folded form; those of a Russian one in the nominative. */
  wordings(): Iterable<readonly string[]> {
    return this.#names().trie.wordings();
  }

  /** `people`: gets the ids of places whose name follows somebody's given name. */
  #scan(tokens: readonly Token[], text: string, passage: number, found: Place[], people: Set<string>): void {
    const { trie } = this.#names();
    const style = new Capitalisation(tokens, text);
    const written: Accept<Owner> = (owners, tokenEnd) =>
      this.#written(owners, tokens, at, tokenEnd, text, style, people);
    let at = 0;
    while (at < tokens.length) {
      const begins = trie.begins(tokens[at]!);
      if (begins === 'no') {
        at++;
        continue;
      }
      const small = begins === 'capital' && isSmall(text.charCodeAt(tokens[at]!.start));
      if (small && style.capitals !== 'small') {
        at++;
        continue;
      }
      const span = trie.longest(tokens, at, tokens.length, text, written);
      if (span === undefined) {
        at++;
        continue;
      }
      this.#add(span, tokens, text, style, passage, found);
      for (const inner of this.#inside(tokens, span, text, style))
        this.#add(inner, tokens, text, style, passage, found);
      at = span.tokenEnd;
    }
  }

  #add(
    { tokenStart, tokenEnd, values }: Span<Owner>,
    tokens: readonly Token[],
    text: string,
    style: Capitalisation,
    passage: number,
    found: Place[],
  ): void {
    const [start, end] = [tokens[tokenStart]!.start, tokens[tokenEnd - 1]!.end];
    const asked = values.some(({ type, kind }) => kind !== 'certain' && type === 'person');
    const titles = asked ? titlesBefore(tokens, tokenStart, text) : 0;
    // Only acronyms look like other words in a line of capitals.
    const shouted = values.some(({ acronym }) => acronym) && style.capitals === 'shouted';
    const mayBeTitle = values.some(({ type, kind }) => kind === 'ambiguous' && type === 'organisation');
    const quoted = mayBeTitle && isQuoted(text, start, end);
    found.push({ tokenStart, tokenEnd, values, passage, start, end, titles, shouted, quoted });
  }

  /** The names within a name that are related to it: the Astana format is also about Astana. */
  #inside(tokens: readonly Token[], outer: Span<Owner>, text: string, style: Capitalisation): Span<Owner>[] {
    const found: Span<Owner>[] = [];
    const { tokenStart, tokenEnd } = outer;
    if (tokenEnd - tokenStart < 2 || !outer.values.some(isRelated)) return found;
    const related = new Set(outer.values.flatMap((owner) => owner.related));
    for (let at = tokenStart; at < tokenEnd; ) {
      const span = this.#names().trie.longest(
        tokens,
        at,
        at === tokenStart ? tokenEnd - 1 : tokenEnd,
        text,
        (owners, end) =>
          this.#written(owners, tokens, at, end, text, style).filter(({ id }) => related.has(id ?? '')),
      );
      if (span !== undefined) found.push(span);
      at = span?.tokenEnd ?? at + 1;
    }
    return found;
  }

  /** The owners whose name is written here as names are written. */
  #written(
    owners: readonly Owner[],
    tokens: readonly Token[],
    from: number,
    to: number,
    text: string,
    style: Capitalisation,
    people?: Set<string>,
  ): readonly Owner[] {
    const { start, end } = tokens[from]!;
    const first = letterAt(text, start);
    let kept = owners;
    if ((first & CASED) !== 0) {
      if (style.capitals === 'mixed' || style.capitals === 'headline') {
        const capital = (first & CAPITAL) !== 0;
        const shouted = isShoutedAt(text, start, end);
        kept = keep(kept, (owner) => (capital || !owner.capital) && (shouted || !owner.acronym));
      } else if (style.capitals === 'small') {
        kept = keep(kept, ({ kind, acronym }) => kind === 'certain' && !acronym);
      }
    }
    if (kept.length === 0) return kept;
    const { type } = kept[0]!;
    if ((type === 'place' || type === 'person') && isNamedAfter(type, tokens, from, to, text))
      kept = keep(kept, (owner) => owner.type !== type);
    if (kept.some(({ unmarked }) => unmarked !== undefined) && /^[a-z]+$/i.test(text.slice(start, end)))
      kept = kept.map((owner) => owner.unmarked ?? owner);
    if (kept.some(isLatinPlace) && style.language !== null)
      kept = kept.map((owner) => foreignPlace(owner, kept, style.language!));
    const own = this.#notSomebodyElse(kept, tokens, from, to, text, style);
    if (people !== undefined && own !== kept)
      for (const owner of kept) if (owner.type === 'place' && !own.includes(owner)) people.add(owner.id!);
    return own;
  }

  /** Removes people, and places, whose single name follows a given name of somebody else. */
  #notSomebodyElse(
    owners: readonly Owner[],
    tokens: readonly Token[],
    from: number,
    to: number,
    text: string,
    style?: Capitalisation,
  ): readonly Owner[] {
    if (to - from > 1 && !(to - from === 2 && isParticle(tokens[from]!.forms.folded))) return owners;
    let before = from - 1;
    while (before >= 0 && isParticle(tokens[before]!.forms.folded)) before--;
    if (before < 0 || !adjacent(tokens, before, from, text)) return owners;
    const word = tokens[before]!;
    // علي is a name and, in its folded form, the preposition على.
    if (word.forms.stop) return owners;
    const people = this.#names().given.get(word.forms.folded);
    const capital = style?.capitals === 'mixed' && people === undefined && looksGiven(tokens, before, text);
    const stranger = capital && !this.#names().trie.knows(word, isCertainOfOne);
    if (people === undefined && !stranger)
      return capital ? keep(owners, ({ kind }) => kind !== 'family') : owners;
    // Whether a place is a surname after a given name only capitals can tell.
    const cased = (letterAt(text, word.start) & CASED) !== 0;
    const surname = !stranger && cased && mayBeSurname(tokens, to - 1, text);
    const others = people === undefined ? owners : owners.map((owner) => bearersWith(owner, people));
    return keep(others, ({ id, type, bearers }) => {
      if (bearers !== undefined) return people !== undefined;
      if (id === undefined || people?.has(id)) return true;
      return type !== 'person' && !(type === 'place' && surname);
    });
  }
}

/** A name of a place that is somebody or something else: what else it may be. */
const withoutPlaces = (place: Place): Place => ({
  ...place,
  values: place.values.filter(({ type }) => type !== 'place'),
});

/** A name whose owners are the entities that they were merged into. */
function asMerged(place: Place, decisions: Decisions): Place {
  const values = place.values.map((owner) => {
    if (owner.id === undefined) return owner;
    const id = decisions.meant(owner.id);
    return id === owner.id ? owner : { ...owner, id };
  });
  return { ...place, values };
}

/** A family name whose bearers are those of them who also have a given name. */
function bearersWith(owner: Owner, people: { has(id: string): boolean }): Owner {
  const { bearers } = owner;
  return bearers === undefined ? owner : { ...owner, bearers: (id) => bearers(id) && people.has(id) };
}

/** Those that pass, in the same list where all do. */
function keep(owners: readonly Owner[], passes: (owner: Owner) => boolean): readonly Owner[] {
  return owners.every(passes) ? owners : owners.filter(passes);
}

const isCertainOfOne = (owners: readonly Owner[]): boolean => owners.some(({ kind }) => kind === 'certain');

const isRelated = ({ related }: Owner): boolean => related.length > 0;

const isLatinPlace = ({ type, language }: Owner): boolean =>
  type === 'place' && languageFor(language)?.script === 'Latn';

/** In text of another language a place, like Jordan, may be the name of a person, unless it is also called so there. */
function foreignPlace(owner: Owner, owners: readonly Owner[], language: string): Owner {
  if (!isLatinPlace(owner) || owner.language === language) return owner;
  const own = owners.some((other) => other.id === owner.id && other.language === language);
  return own ? owner : { ...owner, kind: 'ambiguous' };
}

/** A small ASCII letter: enough to skip most words, and never wrong. */
const isSmall = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
