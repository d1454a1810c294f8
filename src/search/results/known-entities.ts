/**
 * The entities that answers name: those of the gazetteer, and those that only the documents of the index have. An entity
 * that was merged into another one is that one.
 */
import { scriptOf } from '../../analysis/folding/unicode.ts';
import { termHash } from '../../analysis/hash.ts';
import type { EntityMentions, IndexMetadata } from '../../engines/engine.ts';
import { type Decisions, NO_DECISIONS } from '../../entities/decisions/decisions.ts';
import { type Entity, foldedWords } from '../../entities/gazetteer/gazetteer.ts';
import type { LookedUp } from '../../entities/gazetteer/prefix-lookup.ts';
import { inMemory, LayeredEntities, packsOf } from '../../entities/packed/layered-entities.ts';
import { slugOf, typeOfUnlisted, unlistedId, wordCountOf } from '../../entities/recogniser/unlisted-id.ts';

/** Names of an unlisted entity in one language at most. */
const NAMES = 10;

/** Going through it gives the gazetteer; an unlisted entity is found by its id. */
export class KnownEntities extends LayeredEntities {
  readonly #metadata: () => IndexMetadata | undefined;
  /** The document that was read last, with its ids by their hashes. */
  #read: { document: string; ids: ReadonlyMap<number, string> } = { document: '', ids: new Map() };

  readonly #decisions: () => Decisions;
  /** Listed entities with the names of those that were merged into them, for one state of the decisions. */
  #wholes = { digest: '', entities: new Map<string, Entity>() };

  /** `metadata`: of the index that answers; `undefined` while there is none. */
  constructor(
    listed: ReadonlyMap<string, Entity>,
    metadata: () => IndexMetadata | undefined,
    decisions: () => Decisions = () => NO_DECISIONS,
  ) {
    super(inMemory({ entities: listed }), packsOf({ entities: listed }));
    this.#metadata = metadata;
    this.#decisions = decisions;
  }

  get hasMerges(): boolean {
    return this.#decisions().hasMerges;
  }

  override get(id: string): Entity | undefined {
    const decisions = this.#decisions();
    if (!decisions.hasMerges) return super.get(id) ?? this.#unlisted(id);
    const whole = decisions.meant(id);
    const entity = super.get(whole);
    return entity === undefined ? this.#unlisted(whole) : this.#whole(entity, decisions);
  }

  #whole(entity: Entity, decisions: Decisions): Entity {
    if (this.#wholes.digest !== decisions.digest)
      this.#wholes = { digest: decisions.digest, entities: new Map() };
    const { entities } = this.#wholes;
    const known = entities.get(entity.id);
    if (known !== undefined) return known;
    const parts = decisions.partsOf(entity.id).flatMap((id) => super.get(id) ?? []);
    const whole = parts.length === 0 ? entity : { ...entity, names: joinedNames([entity, ...parts]) };
    entities.set(entity.id, whole);
    return whole;
  }

  /** The id of an unlisted entity that a document mentions, by its hash. */
  unlistedIn(document: string, hash: number): string | undefined {
    // A hash always stands for the same id; only a document that has changed has others.
    if (this.#read.document !== document || !this.#read.ids.has(hash)) {
      const ids = this.#metadata()?.mentionedBy(document) ?? [];
      this.#read = { document, ids: new Map(ids.map((id) => [termHash(id, 'entity'), id])) };
    }
    return this.#read.ids.get(hash);
  }

  #unlisted(id: string): Entity | undefined {
    const type = typeOfUnlisted(id);
    if (type === undefined) return undefined;
    const spellings = this.#metadata()?.mentions(id).spellings ?? [];
    if (spellings.length === 0) return undefined;
    return {
      id,
      type,
      names: namesOf(id, spellings),
      ambiguous: [],
      except: [],
      related: [],
      roles: [],
      sameAs: [],
      positions: [],
    };
  }
}

/** The names of several entities by language, the first one's first. */
export function joinedNames(entities: readonly Pick<Entity, 'names'>[]): Entity['names'] {
  const joined: Record<string, string[]> = {};
  for (const { names } of entities)
    for (const [language, list] of Object.entries(names))
      joined[language] = [...new Set([...(joined[language] ?? []), ...list])];
  return joined;
}

/** What a lookup in the gazetteer found, with wholes in place of entities that were merged into them; each once. */
export function asDecided(found: readonly LookedUp[], entities: ReadonlyMap<string, Entity>): LookedUp[] {
  if (!(entities instanceof KnownEntities && entities.hasMerges)) return [...found];
  const ids = new Set<string>();
  return found.flatMap((one) => {
    const entity = entities.get(one.entity.id) ?? one.entity;
    if (ids.has(entity.id)) return [];
    ids.add(entity.id);
    return [{ ...one, entity }];
  });
}

/** Names by language, the best first: the words of the id without anything written together with them, then by mentions. */
function namesOf(id: string, spellings: EntityMentions['spellings']): Entity['names'] {
  const names: Record<string, string[]> = {};
  const type = typeOfUnlisted(id)!;
  const written = (spelling: string): string => unlistedId(type, foldedWords(spelling).map(slugOf));
  const plain = spellings.filter(({ spelling }) => written(spelling) === id);
  const whole = spellings.filter(({ spelling }) => foldedWords(spelling).length === wordCountOf(id));
  for (const { language, spelling } of [...plain, ...whole, ...spellings]) {
    const name = withoutEnding(spelling);
    names[language] ??= [];
    if (names[language].length < NAMES && !names[language].includes(name)) names[language].push(name);
  }
  return names;
}

/** A spelling as it was written, unless an apostrophe separates an ending. */
const withoutEnding = (spelling: string): string =>
  scriptOf(spelling.codePointAt(0)!) === 'Latn' ? spelling.replace(/['’ʼ]\p{Ll}+$/u, '') : spelling;
