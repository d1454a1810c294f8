/**
 * The file of a packed list: entities with the trie of their names, ready to be used without parsing.
 *
 *   8 bytes   magic
 *   8 bytes   where the header is, as a number of 64 bits
 *   sections  each at a multiple of 8 bytes; some are held in memory, the others read on demand
 *   header    JSON, see `PackHeader`
 *
 * A node of the trie is a slot of a hash table with open addressing: its key is the parent node and the word that leads
 * to it. Words are slots of a table of 64-bit hashes; the words themselves are not kept in memory.
 */

/** Raised with every change of the format; a pack of another version is made anew. */
export const PACK_VERSION = 1;
export const PACK_MAGIC = 'lisanpk\0';
/** Bytes before the sections: the magic and the place of the header. */
export const PREFIX_BYTES = 16;

/** Sections in memory, in their order, and the bytes of their elements. */
export const MEMORY_SECTIONS = {
  /** Low and high half of the hash of each slot; 0 0 is an empty one. */
  words: 4,
  /** Bits of each word, see `WORD_BITS`. */
  wordBits: 1,
  /** Parent (0 is the root, n + 1 slot n) and word slot + 1 of each node; word 0 is an empty slot. */
  edges: 4,
  /** First owner + 1 of the names that end at a node, with the bits below. */
  nodes: 4,
  /** Entity of each owner. */
  owners: 4,
  /** Bits of each owner, see `OWNER_BITS`. */
  ownerBits: 2,
  /** Where each entity's line begins, and the end of the last one. */
  lines: 8,
  /** `termHash` of each entity's id. */
  idHashes: 4,
  /** Entity + 1 by the hash of its id. */
  ids: 4,
} as const;
export type MemorySection = keyof typeof MEMORY_SECTIONS;

/** Sections on disk. */
export const DISK_SECTIONS = [
  'text',
  'digests',
  'dictionary',
  'dictionaryStarts',
  'postingStarts',
  'postings',
] as const;
export type DiskSection = (typeof DISK_SECTIONS)[number];

export interface PackHeader {
  version: number;
  /** Hash of the content, without what it was made from. */
  digest: string;
  /** What it was made from; another source means that it is out of date. */
  source: string;
  entities: number;
  names: number;
  counts: Readonly<Record<string, number>>;
  /** Languages of names by their number in `ownerBits`. */
  languages: readonly string[];
  /** Ids of entities of lower layers that are in this one, merged. */
  overrides: readonly string[];
  warnings: readonly string[];
  warningCount: number;
  /** Names with their words, by which a change of the analysis is noticed. */
  samples: readonly (readonly [name: string, words: string])[];
  sections: Readonly<Record<string, readonly [offset: number, bytes: number]>>;
}

/** A word is: in a name; the first of one; in a Russian one; a given name; from bit 4 on, the last of one with endings of each kind. */
export const WORD_BITS = { name: 1, first: 2, declined: 4, given: 8 } as const;
export const LAST_WORD_SHIFT = 4;

/** High bits of `nodes`: longer names follow; a name below is written in small letters; it is a family name of people. */
export const HAS_NEXT = 0x80000000;
export const IS_SMALL = 0x40000000;
export const IS_FAMILY_NAME = 0x20000000;
export const FIRST_OWNER = 0x1fffffff;

/** An owner is the last of its name; its kind (2 bits); capital, acronym, unmarked; from bit 6 on its language. */
export const OWNER_BITS = { last: 1, capital: 8, acronym: 16, unmarked: 32 } as const;
export const KIND_SHIFT = 1;
export const LANGUAGE_SHIFT = 6;
export const KINDS = ['certain', 'ambiguous', 'family', 'except'] as const;

/** Share of a hash table's slots that are used. */
export const TABLE_LOAD = 0.72;
/** Entities that may have one name; of a name with more owners, nobody can tell whose it is. */
export const MOST_OWNERS = 64;
