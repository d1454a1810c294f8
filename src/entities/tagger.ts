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
import type { Token } from '../text/analyse.ts';
import { type Entity, type Gazetteer, isAcronym, namesOf, wordsOf } from './gazetteer.ts';
import { isNamedAfter } from './named-after.ts';
import { isParticle, roleBits, titleBits } from './titles.ts';
import { NameTrie, type Span } from './trie.ts';

/** One mention. Offsets are those of the tokens: from the start of the first to the end of the last. */
export interface Mention {
  start: number;
  end: number;
  /** Entity id. */
  entity: string;
  /** Index of the first token, and of the one after the last. */
  tokenStart: number;
  tokenEnd: number;
}

/** What a name says of an entity. */
interface Owner {
  /** `undefined` for a phrase that is no name although it holds one. */
  readonly entity: Entity | undefined;
  readonly kind: 'certain' | 'ambiguous' | 'family';
  readonly language: string;
  /** The name has capitals, so that in text with capitals it must have them too. */
  readonly capital: boolean;
  /** A short name in capitals throughout, like EU, which is a common word in small letters. */
  readonly acronym: boolean;
  /** A short name that is another word without its marks (Şam and Sam), as an ambiguous one. */
  readonly unmarked?: Owner;
}

interface Found extends Span<Owner> {
  passage: number;
  start: number;
  end: number;
  /** Bits of the titles before it. */
  titles: number;
  /** A line in capitals, where an acronym looks like any word. */
  shouted: boolean;
}

/** Longest name that is doubtful when it is typed without its marks. */
const UNMARKED = 4;
/** Words before a name that are looked at for a title: министр иностранных дел России Лавров. */
const TITLE_REACH = 4;
/** Shortest family name; shorter ones (Un, Xi) are given in the gazetteer where they are wanted. */
const FAMILY_FROM = 3;

export class Tagger {
  readonly gazetteer: Gazetteer;
  readonly #trie = new NameTrie<Owner>();
  /** Given names of the gazetteer's people -> the people who have them. */
  readonly #given: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #related = new Map<string, Set<string>>();

  constructor(gazetteer: Gazetteer) {
    this.gazetteer = gazetteer;
    const { entities } = gazetteer;
    for (const entity of entities.values()) {
      for (const { name, language, ambiguous } of namesOf(entity)) {
        const capital = name !== name.toLowerCase();
        const kind = ambiguous ? 'ambiguous' : 'certain';
        const plain: Owner = { entity, kind, language, capital, acronym: isAcronym(name) };
        const marked = name.length <= UNMARKED && /[şçğöüâîû]/iu.test(name);
        const owner: Owner = marked ? { ...plain, unmarked: { ...plain, kind: 'ambiguous' } } : plain;
        this.#trie.add(wordsOf(name), language, owner, !capital);
      }
      for (const phrase of entity.except)
        this.#trie.add(wordsOf(phrase), 'und', {
          ...NOBODY,
          capital: phrase !== phrase.toLowerCase(),
        });
      for (const other of entity.related) {
        this.#relate(entity.id, other);
        this.#relate(other, entity.id);
      }
    }
    const people = [...entities.values()].filter(({ type }) => type === 'person');
    this.#given = givenNames(people);
    for (const person of people) this.#addFamily(person);
  }

  /**
   * Mentions in the passages of one article, in order; a name within a name follows the one that holds it.
   * `texts[i]` is the text that the offsets of `passages[i]` count in.
   */
  tagArticle(passages: readonly (readonly Token[])[], texts: readonly string[]): Mention[][] {
    const found: Found[] = [];
    passages.forEach((tokens, passage) => {
      this.#scan(tokens, texts[passage]!, passage, found);
    });
    const mentions = passages.map((): Mention[] => []);
    if (found.length === 0) return mentions;
    const certain = new Map<string, number[]>();
    found.forEach(({ values, shouted }, index) => {
      const id = onlyOne(values.filter((owner) => isSure(owner, shouted)));
      if (id === undefined) return;
      const places = certain.get(id);
      if (places === undefined) certain.set(id, [index]);
      else places.push(index);
    });
    found.forEach((span, index) => {
      const entity = this.#decide(span, index, certain);
      if (entity === undefined) return;
      const { start, end, tokenStart, tokenEnd } = span;
      mentions[span.passage]!.push({ start, end, entity, tokenStart, tokenEnd });
    });
    return mentions;
  }

  /**
   * Names in a query, whose writer may not care for capitals. A name that is ambiguous, or an acronym in small letters,
   * counts only where it is all of the query; it may then stand for several entities, each of which is given.
   */
  recognise(tokens: readonly Token[], text: string): Mention[] {
    const mentions: Mention[] = [];
    for (let at = 0; at < tokens.length; ) {
      const span = this.#trie.longest(tokens, at, tokens.length, text, (owners) => owners);
      if (span === undefined) {
        at++;
        continue;
      }
      const { tokenStart, tokenEnd } = span;
      const whole = tokenEnd - tokenStart === tokens.length;
      const owners = this.#notSomebodyElse(span.values, tokens, tokenStart, tokenEnd, text);
      const [start, end] = [tokens[tokenStart]!.start, tokens[tokenEnd - 1]!.end];
      // Who and us are words, WHO and US are names.
      const shouted = isShouted(text.slice(start, end));
      const certain = owners.filter(({ kind, acronym }) => kind === 'certain' && (shouted || !acronym));
      for (const entity of new Set(
        (certain.length > 0 ? certain : whole ? owners : []).map((owner) => owner.entity?.id),
      ))
        if (entity !== undefined) mentions.push({ start, end, entity, tokenStart, tokenEnd });
      at = tokenEnd;
    }
    return mentions;
  }

  /** The words of names that a word (variant form) may be within a name; see `NameTrie.readings`. */
  readings(word: string): string[] {
    return this.#trie.readings(word);
  }

  /** The names that are looked for, each as its words in variant form; those of a Russian one in the nominative. */
  wordings(): Iterable<readonly string[]> {
    return this.#trie.wordings();
  }

  #addFamily(person: Entity): void {
    const listed = new Set([...namesOf(person)].map(({ name }) => wordsOf(name).join(' ')));
    for (const { name, language } of namesOf(person)) {
      const words = wordsOf(name);
      const family = familyOf(words);
      if (family === undefined || this.#given.has(family)) continue;
      const particle = words.length > 2 && isParticle(words.at(-2)!) ? [[words.at(-2)!, family]] : [];
      for (const short of [[family], ...particle]) {
        if (listed.has(short.join(' '))) continue;
        listed.add(short.join(' '));
        const capital = name !== name.toLowerCase();
        const owner: Owner = { entity: person, kind: 'family', language, capital, acronym: false };
        this.#trie.add(short, language, owner, !capital);
      }
    }
  }

  #relate(a: string, b: string): void {
    const others = this.#related.get(a) ?? new Set();
    this.#related.set(a, others.add(b));
  }

  #scan(tokens: readonly Token[], text: string, passage: number, found: Found[]): void {
    let style: Style | undefined;
    let capitals: boolean | undefined;
    for (let at = 0; at < tokens.length; ) {
      const begins = this.#trie.begins(tokens[at]!);
      if (begins === 'no') {
        at++;
        continue;
      }
      if (begins === 'capital' && isSmall(text.charCodeAt(tokens[at]!.start))) {
        capitals ??= /\p{Lu}/u.test(text.slice(tokens[0]!.start, tokens.at(-1)!.end));
        if (capitals) {
          at++;
          continue;
        }
      }
      const span = this.#trie.longest(tokens, at, tokens.length, text, (owners, tokenEnd) => {
        style ??= styleOf(tokens, text);
        return this.#written(owners, tokens, at, tokenEnd, text, style);
      });
      if (span === undefined) {
        at++;
        continue;
      }
      const shouted = style!.capitals === 'shouted';
      const add = ({ tokenStart, tokenEnd, values }: Span<Owner>): void => {
        const [start, end] = [tokens[tokenStart]!.start, tokens[tokenEnd - 1]!.end];
        const asked = values.some(({ entity, kind }) => kind !== 'certain' && entity?.type === 'person');
        const titles = asked ? titlesBefore(tokens, tokenStart, text) : 0;
        found.push({ tokenStart, tokenEnd, values, passage, start, end, titles, shouted });
      };
      add(span);
      for (const inner of this.#inside(tokens, span, text, style!)) add(inner);
      at = span.tokenEnd;
    }
  }

  /** The names within a name that are related to it: the Astana format is also about Astana. */
  #inside(tokens: readonly Token[], outer: Span<Owner>, text: string, style: Style): Span<Owner>[] {
    const found: Span<Owner>[] = [];
    const { tokenStart, tokenEnd } = outer;
    if (tokenEnd - tokenStart < 2) return found;
    if (!outer.values.some(({ entity }) => entity !== undefined && entity.related.length > 0)) return found;
    const related = new Set(outer.values.flatMap(({ entity }) => entity?.related ?? []));
    for (let at = tokenStart; at < tokenEnd; ) {
      const span = this.#trie.longest(
        tokens,
        at,
        at === tokenStart ? tokenEnd - 1 : tokenEnd,
        text,
        (owners, end) =>
          this.#written(owners, tokens, at, end, text, style).filter(({ entity }) =>
            related.has(entity?.id ?? ''),
          ),
      );
      if (span !== undefined) found.push(span);
      at = span?.tokenEnd ?? at + 1;
    }
    return found;
  }

  /** The owners whose name is written here as a name is written. */
  #written(
    owners: Owner[],
    tokens: readonly Token[],
    from: number,
    to: number,
    text: string,
    style: Style,
  ): Owner[] {
    const { start, end } = tokens[from]!;
    const word = text.slice(start, end);
    const first = word[0]!;
    const cased = isCased(first);
    let kept = owners;
    if (cased && (style.capitals === 'mixed' || style.capitals === 'headline')) {
      const capital = first !== first.toLowerCase();
      kept = owners.filter((owner) => (capital || !owner.capital) && (!owner.acronym || isShouted(word)));
    } else if (cased && style.capitals === 'small') {
      kept = owners.filter(({ kind, acronym }) => kind === 'certain' && !acronym);
    }
    if (kept.length === 0) return kept;
    const type = kept[0]!.entity?.type;
    if ((type === 'place' || type === 'person') && isNamedAfter(type, tokens, from, to, text))
      kept = kept.filter(({ entity }) => entity?.type !== type);
    if (/^[a-z]+$/i.test(word)) kept = kept.map((owner) => owner.unmarked ?? owner);
    if (style.turkish) kept = kept.map((owner) => foreignPlace(owner, kept));
    return this.#notSomebodyElse(kept, tokens, from, to, text, style);
  }

  /** Leaves out people, and places, whose single name stands after a given name of somebody else. */
  #notSomebodyElse(
    owners: Owner[],
    tokens: readonly Token[],
    from: number,
    to: number,
    text: string,
    style?: Style,
  ): Owner[] {
    if (to - from > 1 && !(to - from === 2 && isParticle(tokens[from]!.forms.variant))) return owners;
    let before = from - 1;
    while (before >= 0 && isParticle(tokens[before]!.forms.variant)) before--;
    if (before < 0 || !adjacent(tokens, before, from, text)) return owners;
    const word = tokens[before]!;
    // علي is a name and, in its variant form, the preposition على.
    if (word.forms.stop) return owners;
    const people = this.#given.get(word.forms.variant);
    const capital = style?.capitals === 'mixed' && people === undefined && looksGiven(tokens, before, text);
    const stranger = capital && !this.#trie.knows(word.forms.variant);
    if (people === undefined && !stranger)
      return capital ? owners.filter(({ kind }) => kind !== 'family') : owners;
    // Whether a place is a surname after a given name only capitals can tell.
    const surname = !stranger && isCased(text[word.start]!);
    return owners.filter(({ entity }) => {
      if (entity === undefined || people?.has(entity.id)) return true;
      return entity.type !== 'person' && !(entity.type === 'place' && surname);
    });
  }

  #decide(span: Found, index: number, certain: ReadonlyMap<string, number[]>): string | undefined {
    const { values, titles, shouted } = span;
    if (values.some(({ entity }) => entity === undefined)) return undefined;
    const sure = values.filter((owner) => isSure(owner, shouted));
    const one = onlyOne(sure);
    if (one !== undefined) return one;
    const supported = values.filter(({ entity }) => this.#supports(entity!, certain));
    if (supported.length > 0) return onlyOne(supported) ?? nearest(supported, index, certain);
    if (sure.length > 0) return sure[0]!.entity!.id;
    const titled = values.filter(
      ({ entity }) => entity!.type === 'person' && (roleBits(entity!.roles) & titles) > 0,
    );
    return onlyOne(titled);
  }

  #supports(entity: Entity, certain: ReadonlyMap<string, number[]>): boolean {
    if (certain.has(entity.id)) return true;
    if (entity.type === 'person') return false;
    for (const other of this.#related.get(entity.id) ?? []) if (certain.has(other)) return true;
    return false;
  }
}

/** Given names of people, in variant form -> ids of those who have them. */
export function givenNames(people: Iterable<Entity>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const person of people) {
    if (person.type !== 'person') continue;
    for (const { name } of namesOf(person)) {
      const words = wordsOf(name);
      const given = words[0]!;
      if (words.length < 2 || titleBits(given) > 0) continue;
      const bearers = found.get(given) ?? new Set();
      found.set(given, bearers.add(person.id));
    }
  }
  return found;
}

/** Words that a father's name, a compound or an order of kings begins or is: what follows, or they, are no family name. */
const NO_FAMILY = new Set(
  'بن ابن bin ben бен ibn عبد عبدو أبو بو آل نصر الثاني الثالث الرابع السادس الله الدين II III VI XIV'
    .split(' ')
    .flatMap((word) => wordsOf(word)),
);

/** Words that a father's name follows. */
const FATHERS = new Set('بن ابن bin бен ibn'.split(' '));

/** The family name in the words of a full name; `undefined` where it has none that stands for itself. */
function familyOf(words: readonly string[]): string | undefined {
  const last = words.at(-1)!;
  if (words.length < 2 || last.length < FAMILY_FROM || NO_FAMILY.has(last)) return undefined;
  return words.some((word) => FATHERS.has(word)) || NO_FAMILY.has(words.at(-2)!) ? undefined : last;
}

const NOBODY: Owner = { entity: undefined, kind: 'certain', language: 'und', capital: false, acronym: false };

/** Whether a name leaves no doubt; in a line of capitals an acronym does. */
function isSure({ kind, acronym }: Owner, shouted: boolean): boolean {
  return kind === 'certain' && !(acronym && shouted);
}

/** The id of the one entity that all owners are, if they are one. */
function onlyOne(owners: readonly Owner[]): string | undefined {
  const id = owners[0]?.entity?.id;
  return owners.every(({ entity }) => entity?.id === id) ? id : undefined;
}

/** Of several people who share a family name, the one named last before, else the one named first after. */
function nearest(owners: readonly Owner[], index: number, certain: ReadonlyMap<string, number[]>): string {
  const distance = ({ entity }: Owner): number => {
    const places = certain.get(entity!.id);
    if (places === undefined) return Number.POSITIVE_INFINITY;
    const before = places.findLast((place) => place < index);
    return before === undefined ? 1e6 + places[0]! - index : index - before;
  };
  return owners.reduce((best, owner) => (distance(owner) < distance(best) ? owner : best)).entity!.id;
}

/** How a passage is written. */
interface Style {
  /** Its capitals: for names, for most words, not at all, or throughout. */
  capitals: 'mixed' | 'headline' | 'small' | 'shouted';
  /** It has letters that only Turkish has. */
  turkish: boolean;
}

/** Share of words with a capital from which it says nothing, and words from which that can be told. */
const HEADLINE = 0.6;
const HEADLINE_WORDS = 4;

function styleOf(tokens: readonly Token[], text: string): Style {
  const passage = text.slice(tokens[0]!.start, tokens.at(-1)!.end);
  const turkish = /[ğĞşŞıİ]/.test(passage);
  if (!/\p{Lu}/u.test(passage)) return { capitals: 'small', turkish };
  if (!/\p{Ll}/u.test(passage)) return { capitals: 'shouted', turkish };
  const written = tokens.filter(({ start }) => /\p{Lu}/u.test(text[start]!)).length;
  const ends = /[.!?:]/.test(text[tokens.at(-1)!.end] ?? '');
  const headline = !ends && tokens.length >= HEADLINE_WORDS && written >= tokens.length * HEADLINE;
  return { capitals: headline ? 'headline' : 'mixed', turkish };
}

/** In Turkish text a place by another language's name, like Jordan, may be a person. */
function foreignPlace(owner: Owner, owners: readonly Owner[]): Owner {
  if (owner.entity?.type !== 'place' || owner.language !== 'en') return owner;
  const turkish = owners.some(({ entity, language }) => entity === owner.entity && language === 'tr');
  return turkish ? owner : { ...owner, kind: 'ambiguous' };
}

/** Capitals throughout, but for an ending written on to it: AB, ABD, BMnin. */
function isShouted(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]/u.test(word);
}

/** A small ASCII letter: enough to pass most words over, and wrong for none. */
const isSmall = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

function isCased(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase();
}

/** Whether nothing but spaces, hyphens and particles stands between two words. */
function adjacent(tokens: readonly Token[], before: number, after: number, text: string): boolean {
  for (let at = before; at < after; at++)
    if (/[^\s\p{Pd}]/u.test(text.slice(tokens[at]!.end, tokens[at + 1]!.start))) return false;
  return true;
}

/** A word with a capital that its sentence does not give it and that is no title: a given name, for all we know. */
function looksGiven(tokens: readonly Token[], at: number, text: string): boolean {
  const { start, end, forms } = tokens[at]!;
  const word = text.slice(start, end);
  if (!/^\p{Lu}\p{Ll}/u.test(word) || titleBits(forms.variant) > 0 || at === 0) return false;
  return /^[\s,]+$/.test(text.slice(tokens[at - 1]!.end, start));
}

/** Bits of the titles among the few words before a name, in the same sentence. */
function titlesBefore(tokens: readonly Token[], from: number, text: string): number {
  let bits = 0;
  for (let at = from - 1; at >= 0 && at >= from - TITLE_REACH; at--) {
    if (/[.!?؟;:؛،,\n]/u.test(text.slice(tokens[at]!.end, tokens[at + 1]!.start))) break;
    bits |= titleBits(tokens[at]!.forms.variant);
  }
  return bits;
}
