/** What each name of a gazetteer says of an entity, the family names of people and phrases that are no names included. */
import { lazily } from '../../common/lazily.ts';
import { type Entity, type Gazetteer, isAcronym, type Name, namesOf, wordsOf } from '../gazetteer/entity.ts';
import { roleBits, titleBits } from '../gazetteer/titles.ts';
import { isFatherWord, isParticle, wordsOfNames } from '../language-rules.ts';

/** What a name says of an entity. All have the same fields in the same order, which is what makes reading them quick. */
export interface Owner {
  /** Id of the entity; `undefined` for a phrase that is no name although it holds one. */
  readonly id: string | undefined;
  readonly type: Entity['type'] | undefined;
  readonly related: readonly string[];
  /** See `titleBits`. */
  readonly roles: number;
  readonly kind: 'certain' | 'ambiguous' | 'family';
  readonly language: string;
  /** The name has capitals, so that in text with capitals it must have them too. */
  readonly capital: boolean;
  /** A short name in capitals throughout, like EU, which is a common word in small letters. */
  readonly acronym: boolean;
  /** A short name that is another word without its marks (Şam and Sam), as an ambiguous one. */
  readonly unmarked: Owner | undefined;
  /** Of a family name in a packed list, which many people may have: whether a person has it. `id` is then `undefined`. */
  readonly bearers: ((id: string) => boolean) | undefined;
}

/** A name as its words in folded form. */
export interface Owned {
  words: readonly string[];
  owner: Owner;
}

/** Ids of the people who have a given name, by its folded form. */
export interface GivenNames {
  get(word: string): { has(id: string): boolean } | undefined;
  has(word: string): boolean;
}

/** Longest name that is doubtful when it is typed without its marks. */
const UNMARKED = 4;
/** Shortest family name; shorter ones (Un, Xi) are given in the gazetteer where they are wanted. */
const FAMILY_FROM = 3;

/** Every name of the gazetteer, an entity's own before the family names of people. */
export function* ownersIn({ entities }: Pick<Gazetteer, 'entities'>, given: GivenNames): Generator<Owned> {
  for (const entity of entities.values()) {
    for (const name of namesOf(entity)) yield { words: wordsOf(name.name), owner: ownerOf(entity, name) };
    for (const phrase of entity.except)
      yield { words: wordsOf(phrase), owner: { ...NOBODY, capital: phrase !== phrase.toLowerCase() } };
  }
  for (const entity of entities.values()) if (entity.type === 'person') yield* familyNames(entity, given);
}

/** Owner of a phrase that is no name. */
export const NOBODY: Owner = {
  id: undefined,
  type: undefined,
  related: [],
  roles: 0,
  kind: 'certain',
  language: 'und',
  capital: false,
  acronym: false,
  unmarked: undefined,
  bearers: undefined,
};

/** What a name says of its entity. */
export function ownerOf({ id, type, related, roles }: Entity, { name, language, ambiguous }: Name): Owner {
  const plain: Owner = {
    id,
    type,
    related,
    roles: roleBits(roles),
    kind: ambiguous ? 'ambiguous' : 'certain',
    language,
    capital: name !== name.toLowerCase(),
    acronym: isAcronym(name),
    unmarked: undefined,
    bearers: undefined,
  };
  const marked = name.length <= UNMARKED && /[şçğöüâîû]/iu.test(name);
  return marked ? { ...plain, unmarked: { ...plain, kind: 'ambiguous' } } : plain;
}

function* familyNames(person: Entity, given: GivenNames): Generator<Owned> {
  for (const owned of familyNamesOf(person)) if (!given.has(owned.words.at(-1)!)) yield owned;
}

/** The family names of a person, alone and with their particle, that are not listed as names; also those that are given names. */
export function* familyNamesOf(person: Entity): Generator<Owned> {
  const listed = new Set([...namesOf(person)].map(({ name }) => wordsOf(name).join(' ')));
  for (const name of namesOf(person)) {
    const words = wordsOf(name.name);
    const family = familyOf(words);
    if (family === undefined) continue;
    const particle = words.length > 2 && isParticle(words.at(-2)!) ? [[words.at(-2)!, family]] : [];
    for (const short of [[family], ...particle]) {
      if (listed.has(short.join(' '))) continue;
      listed.add(short.join(' '));
      const owner: Owner = { ...ownerOf(person, name), kind: 'family', acronym: false, unmarked: undefined };
      yield { words: short, owner };
    }
  }
}

/** Given names of people, in folded form -> ids of those who have them. */
export function givenNames(people: Iterable<Entity>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const person of people) {
    if (person.type !== 'person') continue;
    for (const { name } of namesOf(person)) {
      const given = givenNameOf(wordsOf(name));
      if (given === undefined) continue;
      const bearers = found.get(given) ?? new Set();
      found.set(given, bearers.add(person.id));
    }
  }
  return found;
}

/** The given name in the words of a full name; `undefined` if there is none. */
export function givenNameOf(words: readonly string[]): string | undefined {
  const [given] = words;
  return words.length < 2 || titleBits(given!) > 0 ? undefined : given;
}

/** Words that are no family name, and after which none follows, in folded form. */
const notFamilyNames = lazily(() => new Set(wordsOfNames((rules) => rules.notFamilyNames)));

/** The family name in the words of a full name; `undefined` if it has none that can be used alone. */
function familyOf(words: readonly string[]): string | undefined {
  const last = words.at(-1)!;
  if (words.length < 2 || last.length < FAMILY_FROM || notFamilyNames().has(last)) return undefined;
  return words.some((word) => isFatherWord(word)) || notFamilyNames().has(words.at(-2)!) ? undefined : last;
}
