/**
 * A packed list in use. What is asked for each word of a text is in memory, in one buffer that all threads of the process
 * share; entities and the dictionary are read from the file when they are needed.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { termHash } from '../../analysis/hash.ts';
import { share, sharedMemory } from '../../common/shared-memory.ts';
import type { Entity } from '../gazetteer/entity.ts';
import {
  type DiskSection,
  MEMORY_SECTIONS,
  type MemorySection,
  PACK_MAGIC,
  PACK_VERSION,
  type PackHeader,
  PREFIX_BYTES,
} from './pack-format.ts';
import { edgeHash, hashed, hashWord, slotFor } from './word-hash.ts';

/** Entities that are kept as objects. */
const KEPT_ENTITIES = 20_000;
/** No word or node. */
export const NONE = -1;

export class PackedList {
  readonly header: PackHeader;
  readonly #descriptor: number;
  readonly #words: Int32Array;
  readonly #wordBits: Uint8Array;
  readonly #edges: Uint32Array;
  /** Bits of the hashes of all edges: most pairs of words of a text are in no name, and this fits into a cache. */
  readonly #filter: Int32Array;
  readonly nodes: Uint32Array;
  readonly owners: Uint32Array;
  readonly ownerBits: Uint16Array;
  readonly #lines: Float64Array;
  readonly #idHashes: Int32Array;
  readonly #ids: Uint32Array;
  readonly #entities = new LRUCache<number, Entity>({ max: KEPT_ENTITIES });
  readonly #indexes = new Map<string, number>();
  /** Entities that an upper layer has instead. */
  readonly #hidden = new Set<number>();

  /** The list that it is made from. */
  readonly listFile: string;

  /** @throws Error if it is no pack, or one of another version. */
  constructor(file: string, listFile: string) {
    this.listFile = listFile;
    this.#descriptor = openSync(file, 'r');
    try {
      this.header = readHeader(this.#descriptor, file);
      const memory = memoryOf(this.#descriptor, this.header);
      const view = <A>(
        name: MemorySection,
        make: new (buffer: SharedArrayBuffer, at: number, length: number) => A,
      ): A => {
        const { at, bytes } = memory.places[name];
        return new make(memory.buffer, at, bytes / MEMORY_SECTIONS[name]);
      };
      this.#words = view('words', Int32Array);
      this.#wordBits = view('wordBits', Uint8Array);
      this.#edges = view('edges', Uint32Array);
      this.#filter = new Int32Array(memory.filter);
      this.nodes = view('nodes', Uint32Array);
      this.owners = view('owners', Uint32Array);
      this.ownerBits = view('ownerBits', Uint16Array);
      this.#lines = view('lines', Float64Array);
      this.#idHashes = view('idHashes', Int32Array);
      this.#ids = view('ids', Uint32Array);
    } catch (thrown) {
      closeSync(this.#descriptor);
      throw thrown;
    }
  }

  get size(): number {
    return this.header.entities - this.#hidden.size;
  }

  /** Bytes in memory, shared by all threads. */
  get memoryBytes(): number {
    return this.#words.buffer.byteLength;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** Slot of a word; `NONE` for one that is in no name. */
  wordSlot(word: string): number {
    hashWord(word);
    const { low, high } = hashed;
    const words = this.#words;
    const size = this.#wordBits.length;
    for (let slot = slotFor(low, size); ; slot = slot + 1 === size ? 0 : slot + 1) {
      const [foundLow, foundHigh] = [words[slot * 2]!, words[slot * 2 + 1]!];
      if (foundLow === low && foundHigh === high) return slot;
      if (foundLow === 0 && foundHigh === 0) return NONE;
    }
  }

  /** Bits of a word, see `WORD_BITS`; 0 for one that is in no name. */
  wordBits(word: string): number {
    const slot = this.wordSlot(word);
    return slot === NONE ? 0 : this.#wordBits[slot]!;
  }

  /** The node that a word, given by its slot, leads to from another; from the root where `node` is `NONE`. */
  child(node: number, wordSlot: number): number {
    const parent = node + 1;
    const hash = edgeHash(parent, wordSlot);
    if ((this.#filter[(hash >>> 5) & (this.#filter.length - 1)]! & (1 << (hash & 31))) === 0) return NONE;
    const edges = this.#edges;
    const size = this.nodes.length;
    for (let slot = slotFor(hash, size); ; slot = slot + 1 === size ? 0 : slot + 1) {
      const found = edges[slot * 2 + 1]!;
      if (found === 0) return NONE;
      if (found === wordSlot + 1 && edges[slot * 2] === parent) return slot;
    }
  }

  /** Hides an entity of this list, because an upper layer has it. */
  hide(id: string): void {
    const index = this.indexOf(id);
    if (index !== undefined) this.#hidden.add(index);
  }

  isHidden(index: number): boolean {
    return this.#hidden.size > 0 && this.#hidden.has(index);
  }

  get(id: string): Entity | undefined {
    const index = this.indexOf(id);
    return index === undefined || this.isHidden(index) ? undefined : this.entity(index);
  }

  /** Number of the entity with an id, hidden or not. */
  indexOf(id: string): number | undefined {
    let index = this.#indexes.get(id);
    if (index === undefined) {
      index = this.#findIndex(id) ?? NONE;
      if (this.#indexes.size >= KEPT_ENTITIES) this.#indexes.clear();
      this.#indexes.set(id, index);
    }
    return index === NONE ? undefined : index;
  }

  #findIndex(id: string): number | undefined {
    const hash = termHash(id, 'entity');
    const size = this.#ids.length;
    for (let slot = slotFor(hash, size); this.#ids[slot] !== 0; slot = slot + 1 === size ? 0 : slot + 1) {
      const index = this.#ids[slot]! - 1;
      if (this.#idHashes[index] === hash && this.entity(index).id === id) return index;
    }
    return undefined;
  }

  /** Id of the first entity whose id has a hash (`termHash`). */
  idByHash(hash: number): string | undefined {
    for (const index of this.#withHash(hash)) if (!this.isHidden(index)) return this.entity(index).id;
    return undefined;
  }

  hasHash(hash: number): boolean {
    for (const _ of this.#withHash(hash)) return true;
    return false;
  }

  *#withHash(hash: number): Generator<number> {
    const size = this.#ids.length;
    for (let slot = slotFor(hash, size); this.#ids[slot] !== 0; slot = slot + 1 === size ? 0 : slot + 1) {
      const index = this.#ids[slot]! - 1;
      if (this.#idHashes[index] === hash) yield index;
    }
  }

  entity(index: number): Entity {
    let entity = this.#entities.get(index);
    if (entity === undefined) {
      const from = this.#lines[index]!;
      entity = JSON.parse(this.read('text', from, this.#lines[index + 1]! - from).toString('utf8')) as Entity;
      this.#entities.set(index, entity);
    }
    return entity;
  }

  /** Every entity that is not hidden, in the order of the list; read in large pieces and not kept. */
  *all(): Generator<Entity> {
    const { entities } = this.header;
    for (let from = 0; from < entities; ) {
      let to = from + 1;
      const begin = this.#lines[from]!;
      while (to < entities && this.#lines[to + 1]! - begin < READ_BYTES) to++;
      const bytes = this.read('text', begin, this.#lines[to]! - begin);
      for (let index = from; index < to; index++) {
        if (this.isHidden(index)) continue;
        const [start, end] = [this.#lines[index]! - begin, this.#lines[index + 1]! - begin];
        yield JSON.parse(bytes.toString('utf8', start, end)) as Entity;
      }
      from = to;
    }
  }

  /** Ids of the entities, hidden or not, that none of the others has alike as far as tagging depends on it. */
  *idsThatDiffer(others: readonly PackedList[]): Generator<string> {
    const digests = this.#digests();
    const theirs = others.map((other) => [other, other.#digests()] as const);
    for (let index = 0; index < this.#idHashes.length; index++) {
      const alike = theirs.some(([other, digest]) => {
        for (const there of other.#withHash(this.#idHashes[index]!))
          if (digest[there * 2] === digests[index * 2] && digest[there * 2 + 1] === digests[index * 2 + 1])
            return true;
        return false;
      });
      if (!alike) yield this.entity(index).id;
    }
  }

  #digests(): Int32Array {
    const bytes = this.read('digests', 0, this.header.sections.digests![1]);
    return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / Int32Array.BYTES_PER_ELEMENT);
  }

  /** A part of a section on disk. */
  read(section: DiskSection, from: number, length: number): Buffer {
    const bytes = Buffer.from(new ArrayBuffer(length));
    const [offset] = this.header.sections[section]!;
    for (let at = 0; at < length; ) {
      const read = readSync(this.#descriptor, bytes, at, length - at, offset + from + at);
      if (read === 0) throw new Error('the pack is cut off');
      at += read;
    }
    return bytes;
  }
}

const READ_BYTES = 1 << 20;

/** The header alone. @throws Error if it is no pack, or one of another version. */
export function headerOf(file: string): PackHeader {
  const descriptor = openSync(file, 'r');
  try {
    return readHeader(descriptor, file);
  } finally {
    closeSync(descriptor);
  }
}

function readHeader(descriptor: number, file: string): PackHeader {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  readSync(descriptor, prefix, 0, PREFIX_BYTES, 0);
  const from = prefix.readDoubleLE(8);
  const { size } = fstatSync(descriptor);
  if (prefix.toString('latin1', 0, 8) !== PACK_MAGIC || !(from >= PREFIX_BYTES && from < size))
    throw new Error(`${file} is no packed list`);
  const bytes = Buffer.alloc(size - from);
  readSync(descriptor, bytes, 0, bytes.length, from);
  const header = JSON.parse(bytes.toString('utf8')) as PackHeader;
  if (header.version !== PACK_VERSION) throw new Error(`${file} is a packed list of another version`);
  return header;
}

/** What is in memory of a pack, in buffers that all threads of the process share. */
interface PackMemory {
  buffer: SharedArrayBuffer;
  filter: SharedArrayBuffer;
  places: Readonly<Record<MemorySection, { at: number; bytes: number }>>;
}

/** The memory of a pack: that of another thread if one has loaded it. */
function memoryOf(descriptor: number, { digest, source, sections }: PackHeader): PackMemory {
  const name = `packed list ${digest} ${source}`;
  const known = sharedMemory().get(name);
  if (known !== undefined) return known as PackMemory;
  const names = Object.keys(MEMORY_SECTIONS) as MemorySection[];
  const places = {} as Record<MemorySection, { at: number; bytes: number }>;
  let total = 0;
  for (const name of names) {
    const [, bytes] = sections[name]!;
    places[name] = { at: total, bytes };
    total += bytes + ((8 - (bytes % 8)) % 8);
  }
  const buffer = new SharedArrayBuffer(total);
  for (const name of names) {
    const { at, bytes } = places[name];
    const [offset] = sections[name]!;
    const target = new Uint8Array(buffer, at, bytes);
    for (let done = 0; done < bytes; ) {
      const read = readSync(descriptor, target, done, Math.min(bytes - done, 1 << 28), offset + done);
      if (read === 0) throw new Error('the pack is cut off');
      done += read;
    }
  }
  const { at, bytes } = places.edges;
  const edges = new Uint32Array(buffer, at, bytes / MEMORY_SECTIONS.edges);
  const memory: PackMemory = { buffer, places, filter: filterOf(edges) };
  share(name, memory);
  return memory;
}

/** Bits of the filter for each edge, before the size is rounded up to a power of two. */
const FILTER_BITS = 8;
const WORD_BITS = 32;

/** A Bloom filter with one hash function over all edges. */
function filterOf(edges: Uint32Array): SharedArrayBuffer {
  const words = 2 ** Math.ceil(Math.log2(Math.max(1, ((edges.length / 2) * FILTER_BITS) / WORD_BITS)));
  const buffer = new SharedArrayBuffer(words * Int32Array.BYTES_PER_ELEMENT);
  const filter = new Int32Array(buffer);
  for (let at = 0; at < edges.length; at += 2) {
    const word = edges[at + 1]!;
    if (word === 0) continue;
    const hash = edgeHash(edges[at]!, word - 1);
    filter[(hash >>> 5) & (words - 1)]! |= 1 << (hash & 31);
  }
  return buffer;
}
