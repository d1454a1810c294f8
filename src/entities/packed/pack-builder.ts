/**
 * Makes a packed list: numbers the words and the nodes of the trie as entities come, and lays them out as hash tables at
 * the end. Lines go to the file at once; the rest takes about 250 bytes of memory for each name while it is made.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { termHash } from '../../analysis/hash.ts';
import { type Entity, flawOf, namesOf, repeated, wordsOf } from '../gazetteer/entity.ts';
import { isDeclined, isLastWithEndings, mayHavePrefixes } from '../tagger/name-forms.ts';
import { familyNamesOf, givenNameOf, NOBODY, type Owner, ownerOf } from '../tagger/name-owners.ts';
import { taggedPart } from '../tagger/tagged-part.ts';
import { GrowingArray } from './growing-array.ts';
import {
  FIRST_OWNER,
  HAS_NEXT,
  IS_FAMILY_NAME,
  IS_SMALL,
  KIND_SHIFT,
  KINDS,
  LANGUAGE_SHIFT,
  LAST_WORD_SHIFT,
  MOST_OWNERS,
  OWNER_BITS,
  PACK_MAGIC,
  PACK_VERSION,
  type PackHeader,
  PREFIX_BYTES,
  TABLE_LOAD,
  WORD_BITS,
} from './pack-format.ts';
import { TrieNumbers } from './trie-numbers.ts';
import { edgeHash, hashed, hashWord, slotFor } from './word-hash.ts';
import { WordNumbers } from './word-numbers.ts';

const TEXT_BATCH = 1 << 20;
const SAMPLES = 64;
/** Entities of one word from which on those with the most names come first: callers take some of them. */
const SORTED_FROM = 200;
/** Warnings that are kept; all are counted. */
const WARNINGS = 1000;

export class PackBuilder {
  readonly #file: string;
  readonly #draft: string;
  readonly #descriptor: number;
  readonly #words = new WordNumbers();
  readonly #trie = new TrieNumbers();
  readonly #languages = new Map<string, number>();
  /** Of each name of an entity: its node, the entity and the bits of the owner. */
  readonly #ownerNodes = new GrowingArray(Uint32Array);
  readonly #ownerEntities = new GrowingArray(Uint32Array);
  readonly #ownerBits = new GrowingArray(Uint32Array);
  /** Family names, which count only if they are no given name: word, particle before it or 0, entity and bits. */
  readonly #families = [
    new GrowingArray(Uint32Array),
    new GrowingArray(Uint32Array),
    new GrowingArray(Uint32Array),
    new GrowingArray(Uint32Array),
  ] as const;
  /** Entities with roles: a title before their family names supports them. */
  readonly #withRoles = new Set<number>();
  readonly #lines = new GrowingArray(Float64Array);
  readonly #idHashes = new GrowingArray(Int32Array);
  readonly #digests = new GrowingArray(Int32Array);
  /** Words of entities, for the dictionary: pairs, and the last entity of each word. */
  readonly #postingWords = new GrowingArray(Uint32Array);
  readonly #postingEntities = new GrowingArray(Uint32Array);
  readonly #lastEntity = new GrowingArray(Uint32Array);
  readonly #nameCounts = new GrowingArray(Uint32Array);
  readonly #samples: [string, string][] = [];
  readonly #counts: Record<string, number> = {};
  readonly #warnings: string[] = [];
  #warningCount = 0;
  #names = 0;
  #text: string[] = [];
  #textLength = 0;
  #position = PREFIX_BYTES;

  /** `file` is made when `finish` is called, and not before, with `mode`. */
  constructor(file: string, mode: number) {
    this.#file = file;
    this.#draft = `${file}.${process.pid}.new`;
    this.#descriptor = openSync(this.#draft, 'w', mode);
  }

  /** Adds an entity. @returns what is wrong with it, if it was not added. */
  add(entity: Entity): string | undefined {
    const flaw = flawOf(entity);
    if (flaw !== undefined) return flaw;
    const index = this.#idHashes.push(termHash(entity.id, 'entity'));
    this.#counts[entity.type] = (this.#counts[entity.type] ?? 0) + 1;
    this.#write(`${JSON.stringify(entity)}\n`);
    hashWord(JSON.stringify(taggedPart(entity)));
    this.#digests.push(hashed.low);
    this.#digests.push(hashed.high);
    for (const twice of repeated(entity)) this.#warn(`${entity.id} has the name ${twice} twice`);
    let count = 0;
    for (const name of namesOf(entity)) {
      const words = wordsOf(name.name);
      this.#own(words, index, ownerOf(entity, name), true);
      if (this.#samples.length < SAMPLES && (index & 7) === 0)
        this.#samples.push([name.name, words.join(' ')]);
      count++;
    }
    this.#names += count;
    this.#nameCounts.push(Math.min(count, 0xffff));
    for (const phrase of entity.except) this.#except(phrase, index);
    for (const { name } of entity.positions)
      for (const title of Object.values(name))
        for (const word of wordsOf(title)) this.#post(this.#words.of(word), index);
    if (entity.type === 'person') this.#person(entity, index);
    return undefined;
  }

  /**
   * Writes the file. `isGivenName` tells given names of other layers.
   * @param overrides ids of entities of lower layers that were added merged
   */
  finish(source: string, overrides: readonly string[], isGivenName: (word: string) => boolean): PackHeader {
    try {
      this.#flush();
      const text = [PREFIX_BYTES, this.#position - PREFIX_BYTES] as const;
      this.#lines.push(this.#position - PREFIX_BYTES);
      this.#addFamilies(isGivenName);
      const sections: Record<string, readonly [number, number]> = { text };
      const put = (name: string, values: NodeJS.ArrayBufferView): void => {
        this.#position += (8 - (this.#position % 8)) % 8;
        const { byteLength } = values;
        for (let at = 0; at < byteLength; ) {
          const length = Math.min(byteLength - at, 1 << 26);
          const piece = new Uint8Array(values.buffer, values.byteOffset + at, length);
          at += writeSync(this.#descriptor, piece, 0, length, this.#position + at);
        }
        sections[name] = [this.#position, byteLength];
        this.#position += byteLength;
      };
      const { slots: wordSlots, table: wordTable, bits } = this.#layWords();
      put('words', wordTable);
      put('wordBits', bits);
      this.#layTrie(wordSlots, put);
      put('lines', this.#lines.values);
      put('idHashes', this.#idHashes.values);
      put('ids', this.#idTable());
      put('digests', this.#digests.values);
      this.#layDictionary(put);
      const digest = createHash('sha256')
        .update(this.#digests.values)
        .update(this.#idHashes.values)
        .digest('base64url')
        .slice(0, 16);
      const header: PackHeader = {
        version: PACK_VERSION,
        digest,
        source,
        entities: this.#idHashes.length,
        names: this.#names,
        counts: this.#counts,
        languages: [...this.#languages.keys()],
        overrides,
        warnings: this.#warnings,
        warningCount: this.#warningCount,
        samples: this.#samples,
        sections,
      };
      const prefix = Buffer.alloc(PREFIX_BYTES);
      prefix.write(PACK_MAGIC, 'latin1');
      prefix.writeDoubleLE(this.#position, 8);
      writeSync(this.#descriptor, Buffer.from(JSON.stringify(header)), 0, undefined, this.#position);
      writeSync(this.#descriptor, prefix, 0, PREFIX_BYTES, 0);
      closeSync(this.#descriptor);
      renameSync(this.#draft, this.#file);
      return header;
    } catch (thrown) {
      this.abandon();
      throw thrown;
    }
  }

  /** Removes what was written. */
  abandon(): void {
    try {
      closeSync(this.#descriptor);
    } catch {}
    rmSync(this.#draft, { force: true });
  }

  #write(line: string): void {
    this.#lines.push(this.#position - PREFIX_BYTES + this.#textLength);
    this.#text.push(line);
    this.#textLength += Buffer.byteLength(line);
    if (this.#textLength >= TEXT_BATCH) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.from(this.#text.join(''));
    for (let at = 0; at < bytes.length; )
      at += writeSync(this.#descriptor, bytes, at, bytes.length - at, this.#position + at);
    this.#position += bytes.length;
    this.#text = [];
    this.#textLength = 0;
  }

  #warn(text: string): void {
    this.#warningCount++;
    if (this.#warnings.length < WARNINGS) this.#warnings.push(text);
  }

  /** Notes what a name says of an entity. */
  #own(words: readonly string[], entity: number, owner: Owner, listed: boolean): void {
    let node = 0;
    const small = owner.capital ? 0 : IS_SMALL;
    for (const [at, word] of words.entries()) {
      const number = this.#words.of(word);
      if (node !== 0) this.#trie.mark(node, HAS_NEXT);
      node = this.#trie.child(node, number);
      if (small !== 0) this.#trie.mark(node, small);
      let bits: number = WORD_BITS.name;
      if (at === 0 && mayHavePrefixes(word)) bits |= WORD_BITS.first;
      if (isDeclined(owner.language)) bits |= WORD_BITS.declined;
      if (at === words.length - 1) bits |= isLastWithEndings(owner.language) << LAST_WORD_SHIFT;
      this.#words.mark(number, bits);
      if (listed) this.#post(number, entity);
    }
    this.#ownerNodes.push(node);
    this.#ownerEntities.push(entity);
    this.#ownerBits.push(this.#bitsOf(owner));
  }

  #bitsOf({ id, kind, capital, acronym, unmarked, language }: Owner): number {
    let number = this.#languages.get(language);
    if (number === undefined) {
      number = this.#languages.size;
      this.#languages.set(language, number);
    }
    return (
      (KINDS.indexOf(id === undefined ? 'except' : kind) << KIND_SHIFT) |
      (capital ? OWNER_BITS.capital : 0) |
      (acronym ? OWNER_BITS.acronym : 0) |
      (unmarked === undefined ? 0 : OWNER_BITS.unmarked) |
      (number << LANGUAGE_SHIFT)
    );
  }

  #post(word: number, entity: number): void {
    while (this.#lastEntity.length <= word) this.#lastEntity.push(0);
    if (this.#lastEntity.get(word) === entity + 1) return;
    this.#lastEntity.set(word, entity + 1);
    this.#postingWords.push(word);
    this.#postingEntities.push(entity);
  }

  #except(phrase: string, entity: number): void {
    const owner: Owner = { ...NOBODY, capital: phrase !== phrase.toLowerCase() };
    this.#own(wordsOf(phrase), entity, owner, false);
  }

  #person(entity: Entity, index: number): void {
    for (const { name } of namesOf(entity)) {
      const given = givenNameOf(wordsOf(name));
      if (given !== undefined) this.#words.mark(this.#words.of(given), WORD_BITS.given);
    }
    if (entity.roles.length > 0) this.#withRoles.add(index);
    for (const { words, owner } of familyNamesOf(entity)) {
      const [last, particle, entities, bits] = this.#families;
      last.push(this.#words.of(words.at(-1)!));
      particle.push(words.length > 1 ? this.#words.of(words[0]!) + 1 : 0);
      entities.push(index);
      bits.push(this.#bitsOf(owner));
    }
  }

  #addFamilies(isGivenName: (word: string) => boolean): void {
    const [last, particles, entities, bits] = this.#families;
    const languages = [...this.#languages.keys()];
    for (let at = 0; at < last.length; at++) {
      const word = last.get(at);
      const family = this.#words.words[word]!;
      if ((this.#words.bits.get(word) & WORD_BITS.given) !== 0 || isGivenName(family)) continue;
      const particle = particles.get(at);
      const words = particle === 0 ? [family] : [this.#words.words[particle - 1]!, family];
      const language = languages[bits.get(at) >> LANGUAGE_SHIFT]!;
      const capital = (bits.get(at) & OWNER_BITS.capital) !== 0;
      this.#own(words, entities.get(at), { ...NOBODY, id: '', kind: 'family', language, capital }, false);
    }
  }

  #layWords(): { slots: Uint32Array; table: Int32Array; bits: Uint8Array } {
    const { low, high, bits } = this.#words;
    const size = Math.ceil(low.length / TABLE_LOAD) + 1;
    const table = new Int32Array(size * 2);
    const slotBits = new Uint8Array(size);
    const slots = new Uint32Array(low.length);
    for (let number = 0; number < low.length; number++) {
      let slot = slotFor(low.get(number), size);
      while (table[slot * 2] !== 0 || table[slot * 2 + 1] !== 0) slot = slot + 1 === size ? 0 : slot + 1;
      table[slot * 2] = low.get(number);
      table[slot * 2 + 1] = high.get(number);
      slotBits[slot] = bits.get(number);
      slots[number] = slot;
    }
    return { slots, table, bits: slotBits };
  }

  #layTrie(wordSlots: Uint32Array, put: (name: string, values: NodeJS.ArrayBufferView) => void): void {
    const { parent, word, bits } = this.#trie;
    const count = parent.length;
    const size = Math.ceil(count / TABLE_LOAD) + 1;
    const edges = new Uint32Array(size * 2);
    const nodes = new Uint32Array(size);
    const slotOf = new Uint32Array(count);
    const { owners, ownerBits, firstOwner } = this.#layOwners(count);
    for (let node = 1; node < count; node++) {
      const above = parent.get(node);
      const parentKey = above === 0 ? 0 : slotOf[above]! + 1;
      const wordSlot = wordSlots[word.get(node)]!;
      let slot = slotFor(edgeHash(parentKey, wordSlot), size);
      while (edges[slot * 2 + 1] !== 0) slot = slot + 1 === size ? 0 : slot + 1;
      edges[slot * 2] = parentKey;
      edges[slot * 2 + 1] = wordSlot + 1;
      slotOf[node] = slot;
      nodes[slot] = (bits.get(node) | firstOwner[node]!) >>> 0;
    }
    put('edges', edges);
    put('nodes', nodes);
    put('owners', owners);
    put('ownerBits', ownerBits);
  }

  /** Owners of each node side by side, those of one entity once, its surest name. */
  #layOwners(nodeCount: number): { owners: Uint32Array; ownerBits: Uint16Array; firstOwner: Uint32Array } {
    const total = this.#ownerNodes.length;
    const starts = new Uint32Array(nodeCount + 1);
    for (let at = 0; at < total; at++) starts[this.#ownerNodes.get(at) + 1]!++;
    for (let node = 0; node < nodeCount; node++) starts[node + 1]! += starts[node]!;
    const order = new Uint32Array(total);
    const next = starts.slice();
    for (let at = 0; at < total; at++) order[next[this.#ownerNodes.get(at)]!++] = at;
    const owners = new GrowingArray(Uint32Array);
    const ownerBits = new GrowingArray(Uint32Array);
    const firstOwner = new Uint32Array(nodeCount);
    const kindOf = (at: number): number => (this.#ownerBits.get(at) >> KIND_SHIFT) & 3;
    let shared = 0;
    for (let node = 1; node < nodeCount; node++) {
      const [from, to] = [starts[node]!, starts[node + 1]!];
      if (from === to) continue;
      const only = order[from]!;
      if (to - from === 1 && KINDS[kindOf(only)] !== 'family') {
        firstOwner[node] = owners.push(this.#ownerEntities.get(only)) + 1;
        ownerBits.push(this.#ownerBits.get(only) | OWNER_BITS.last);
        continue;
      }
      const all = Array.from(order.subarray(from, to));
      const own = all.filter((at) => KINDS[kindOf(at)] !== 'family');
      const entities = new Set(own.map((at) => this.#ownerEntities.get(at)));
      if (own.length > 0 && entities.size > 1) this.#warnOfShared(node, own);
      const listed = entities.size > MOST_OWNERS ? [] : own;
      if (listed.length < own.length) shared++;
      const families = all.filter(
        (at) => KINDS[kindOf(at)] === 'family' && !entities.has(this.#ownerEntities.get(at)),
      );
      if (families.length > 0) this.#trie.mark(node, IS_FAMILY_NAME);
      // Who has it is asked of those whom an article names; only a title may speak for others.
      const titled = families.filter((at) => this.#withRoles.has(this.#ownerEntities.get(at)));
      const kept = [...listed, ...(titled.length > MOST_OWNERS ? [] : titled)];
      if (kept.length === 0) continue;
      firstOwner[node] = owners.length + 1;
      if (owners.length > FIRST_OWNER) throw new RangeError('Too many names for one pack.');
      kept.forEach((at, index) => {
        owners.push(this.#ownerEntities.get(at));
        ownerBits.push(this.#ownerBits.get(at) | (index === kept.length - 1 ? OWNER_BITS.last : 0));
      });
    }
    if (shared > 0)
      this.#warn(`${shared} names are shared by more than ${MOST_OWNERS} entities each, and count for none`);
    return { owners: owners.values, ownerBits: Uint16Array.from(ownerBits.values), firstOwner };
  }

  /** Warns of a name that means two entities for certain. */
  #warnOfShared(node: number, own: readonly number[]): void {
    const certain = own.filter((at) => ((this.#ownerBits.get(at) >> KIND_SHIFT) & 3) === 0);
    const entities = new Set(certain.map((at) => this.#ownerEntities.get(at)));
    if (entities.size < 2) return;
    if (this.#warnings.length >= WARNINGS) {
      this.#warningCount++;
      return;
    }
    const words: string[] = [];
    for (let at = node; at !== 0; at = this.#trie.parent.get(at))
      words.unshift(this.#words.words[this.#trie.word.get(at)]!);
    this.#warn(`${words.join(' ')} names ${entities.size} entities`);
  }

  #idTable(): Uint32Array {
    const size = Math.ceil(this.#idHashes.length / TABLE_LOAD) + 1;
    const table = new Uint32Array(size);
    for (let entity = 0; entity < this.#idHashes.length; entity++) {
      let slot = slotFor(this.#idHashes.get(entity), size);
      while (table[slot] !== 0) slot = slot + 1 === size ? 0 : slot + 1;
      table[slot] = entity + 1;
    }
    return table;
  }

  /** The words in order, each with its entities, those with the most names first. */
  #layDictionary(put: (name: string, values: NodeJS.ArrayBufferView) => void): void {
    const { words } = this.#words;
    const order = Uint32Array.from(words.keys());
    order.sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
    const ranks = new Uint32Array(words.length);
    order.forEach((number, rank) => {
      ranks[number] = rank;
    });
    const starts = new Uint32Array(words.length + 1);
    const count = this.#postingWords.length;
    for (let at = 0; at < count; at++) starts[ranks[this.#postingWords.get(at)]! + 1]!++;
    for (let rank = 0; rank < words.length; rank++) starts[rank + 1]! += starts[rank]!;
    const postings = new Uint32Array(count);
    const next = starts.slice();
    for (let at = 0; at < count; at++)
      postings[next[ranks[this.#postingWords.get(at)]!]!++] = this.#postingEntities.get(at);
    for (let rank = 0; rank < words.length; rank++) {
      const list = postings.subarray(starts[rank], starts[rank + 1]);
      if (list.length > SORTED_FROM)
        list.sort((a, b) => this.#nameCounts.get(b) - this.#nameCounts.get(a) || a - b);
    }
    const wordStarts = new Uint32Array(words.length + 1);
    const bytes: Buffer[] = [];
    let length = 0;
    order.forEach((number, rank) => {
      const encoded = Buffer.from(words[number]!);
      bytes.push(encoded);
      length += encoded.length;
      wordStarts[rank + 1] = length;
    });
    put('dictionary', Buffer.concat(bytes));
    put('dictionaryStarts', wordStarts);
    put('postingStarts', starts);
    put('postings', postings);
  }
}
