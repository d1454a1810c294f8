/** The names of a packed list as a part of the trie that the tagger goes through. */
import type { Role } from '../../analysis/name-rules.ts';
import { type Entity, namesOf, wordsOf } from '../gazetteer/entity.ts';
import { roleBits } from '../gazetteer/titles.ts';
import { hasEndings, type KnownWords, type Reading, readingOf } from '../tagger/name-forms.ts';
import { familyNamesOf, givenNameOf, NOBODY, type Owned, type Owner } from '../tagger/name-owners.ts';
import type { NameSource, TrieNode } from '../tagger/name-trie.ts';
import {
  FIRST_OWNER,
  HAS_NEXT,
  IS_FAMILY_NAME,
  IS_SMALL,
  KIND_SHIFT,
  KINDS,
  LANGUAGE_SHIFT,
  LAST_WORD_SHIFT,
  OWNER_BITS,
  WORD_BITS,
} from './pack-format.ts';
import { NONE, type PackedList } from './packed-list.ts';

/** Nodes whose owners are kept. */
const KEPT_NODES = 1 << 16;

interface Ends {
  values: Owner[] | undefined;
  ended: Owner[] | undefined;
}
const NO_END: Ends = { values: undefined, ended: undefined };

export class PackedNames implements NameSource<Owner>, KnownWords {
  readonly list: PackedList;
  readonly #ends = new Map<number, Ends>();
  readonly #roles = new Map<string, number>();
  /** Nodes of the family names of people who were asked for, as long as their entities are kept. */
  readonly #familyNodes = new WeakMap<Entity, { all: number[]; ended: number[] }>();

  constructor(list: PackedList) {
    this.list = list;
  }

  root(source: number): TrieNode<Owner> {
    return new PackedNode(this, source, NONE, HAS_NEXT | IS_SMALL);
  }

  numberOf(word: string): number {
    return this.list.wordSlot(word);
  }

  isName(word: string): boolean {
    return (this.list.wordBits(word) & WORD_BITS.name) !== 0;
  }

  isDeclined(word: string): boolean {
    return (this.list.wordBits(word) & WORD_BITS.declined) !== 0;
  }

  isFirst(word: string): boolean {
    return (this.list.wordBits(word) & WORD_BITS.first) !== 0;
  }

  isLast(word: string, kind: number): boolean {
    return (this.list.wordBits(word) & (1 << (LAST_WORD_SHIFT + kind))) !== 0;
  }

  isGivenName(word: string): boolean {
    return (this.list.wordBits(word) & WORD_BITS.given) !== 0;
  }

  /** Whether a person of the list has a given name. */
  hasGivenName(id: string, given: string): boolean {
    const entity = this.list.get(id);
    return entity?.type === 'person' && givenNamesIn(entity).has(given);
  }

  read(word: string): Reading | undefined {
    return readingOf(word, this);
  }

  /** The owners of the names that end at a node. */
  endsAt(node: number): Ends {
    let ends = this.#ends.get(node);
    if (ends === undefined) {
      ends = this.#readEnds(node);
      if (this.#ends.size >= KEPT_NODES) this.#ends.clear();
      this.#ends.set(node, ends);
    }
    return ends;
  }

  #readEnds(node: number): Ends {
    const { list } = this;
    const bits = list.nodes[node]!;
    const values: Owner[] = [];
    const first = bits & FIRST_OWNER;
    if (first !== 0) {
      for (let at = first - 1; ; at++) {
        const owner = list.ownerBits[at]!;
        const index = list.owners[at]!;
        if (!list.isHidden(index)) values.push(this.#owner(list.entity(index), owner));
        if ((owner & OWNER_BITS.last) !== 0) break;
      }
    }
    const ended = values.filter(({ language }) => hasEndings(language));
    if ((bits & IS_FAMILY_NAME) !== 0) {
      values.push(this.#familyName(node, false));
      ended.push(this.#familyName(node, true));
    }
    if (values.length === 0) return NO_END;
    return { values, ended: ended.length > 0 ? ended : undefined };
  }

  #familyName(node: number, ended: boolean): Owner {
    const bearers = (id: string): boolean => this.#hasFamilyName(id, node, ended);
    return { ...NOBODY, type: 'person', kind: 'family', capital: true, bearers };
  }

  /** Whether a person has the family name of a node; `ended`: in a language that puts endings after it. */
  #hasFamilyName(id: string, node: number, ended: boolean): boolean {
    const entity = this.list.get(id);
    if (entity?.type !== 'person') return false;
    let nodes = this.#familyNodes.get(entity);
    if (nodes === undefined) {
      const names = [...familyNamesOf(entity)];
      const nodesOf = (some: readonly Owned[]): number[] => some.map(({ words }) => this.#nodeOf(words));
      nodes = {
        all: nodesOf(names),
        ended: nodesOf(names.filter(({ owner }) => hasEndings(owner.language))),
      };
      this.#familyNodes.set(entity, nodes);
    }
    return (ended ? nodes.ended : nodes.all).includes(node);
  }

  #nodeOf(words: readonly string[]): number {
    let node = NONE;
    for (const word of words) {
      const slot = this.list.wordSlot(word);
      node = slot === NONE ? NONE : this.list.child(node, slot);
      if (node === NONE) return NONE;
    }
    return node;
  }

  #owner({ id, type, related, roles }: Entity, bits: number): Owner {
    const kind = KINDS[(bits >> KIND_SHIFT) & 3]!;
    const capital = (bits & OWNER_BITS.capital) !== 0;
    if (kind === 'except') return { ...NOBODY, capital };
    const plain: Owner = {
      id,
      type,
      related,
      roles: this.#rolesOf(roles),
      kind,
      language: this.list.header.languages[bits >> LANGUAGE_SHIFT]!,
      capital,
      acronym: (bits & OWNER_BITS.acronym) !== 0,
      unmarked: undefined,
      bearers: undefined,
    };
    return (bits & OWNER_BITS.unmarked) === 0
      ? plain
      : { ...plain, unmarked: { ...plain, kind: 'ambiguous' } };
  }

  #rolesOf(roles: readonly Role[]): number {
    if (roles.length === 0) return 0;
    const key = roles.join(' ');
    let bits = this.#roles.get(key);
    if (bits === undefined) {
      bits = roleBits(roles);
      this.#roles.set(key, bits);
    }
    return bits;
  }
}

/** Given names of people who were asked for, as long as their entities are kept. */
const givenNames = new WeakMap<Entity, ReadonlySet<string>>();

function givenNamesIn(person: Entity): ReadonlySet<string> {
  let names = givenNames.get(person);
  if (names === undefined) {
    names = new Set([...namesOf(person)].flatMap(({ name }) => givenNameOf(wordsOf(name)) ?? []));
    givenNames.set(person, names);
  }
  return names;
}

/** A node of a packed list; made when it is reached. */
class PackedNode implements TrieNode<Owner> {
  readonly small: boolean;
  readonly source: number;
  readonly next: this | undefined;
  readonly #names: PackedNames;
  readonly #list: PackedList;
  readonly #node: number;
  /** Read when they are asked for. */
  #ends: Ends | undefined;

  constructor(names: PackedNames, source: number, node: number, bits: number) {
    this.small = (bits & IS_SMALL) !== 0;
    this.source = source;
    this.next = (bits & HAS_NEXT) === 0 ? undefined : this;
    this.#names = names;
    this.#list = names.list;
    this.#node = node;
    this.#ends = (bits & (FIRST_OWNER | IS_FAMILY_NAME)) !== 0 ? undefined : NO_END;
  }

  /** The node that a word, given by its number, leads to. */
  get(word: number): PackedNode | undefined {
    const node = this.#list.child(this.#node, word);
    if (node === NONE) return undefined;
    return new PackedNode(this.#names, this.source, node, this.#list.nodes[node]!);
  }

  get values(): Owner[] | undefined {
    this.#ends ??= this.#names.endsAt(this.#node);
    return this.#ends.values;
  }

  get ended(): Owner[] | undefined {
    this.#ends ??= this.#names.endsAt(this.#node);
    return this.#ends.ended;
  }
}
