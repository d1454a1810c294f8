/**
 * Packed lists on disk. A pack is beside the list that it is made from, or in the folder for temporary files where that
 * cannot be written; it is made anew when the list, what is below it or the analysis has changed. The pack before it is
 * kept, so that a reindex finds what changed.
 */
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { isPrivateFolder, makePrivateFolder } from '../../common/private-files.ts';
import { type Entity, wordsOf } from '../gazetteer/entity.ts';
import { PackBuilder } from './pack-builder.ts';
import { headerOf, PackedList } from './packed-list.ts';

/** Packs of one list that are kept. */
const KEPT_PACKS = 2;
const ENDING = '.pack';

export interface PackSource {
  /** The list. */
  file: string;
  /** What is below the list and may change its pack. */
  below: string;
  /** The entities, merged with what is below, each with its line. */
  entities(): Iterable<readonly [line: number, entity: Entity, overrides: boolean]>;
  /** Whether a word is a given name of people below. */
  isGivenName(word: string): boolean;
  /** Called when the pack has to be made, and after each of some entities. */
  onProgress?: ((done: number) => void) | undefined;
  /** @throws LisanError for an entity that is wrong. */
  refuse(line: number, reason: string): never;
}

/** Entities between two calls of `onProgress`. */
const PROGRESS_ENTITIES = 1000;

/** The pack of a list, made now if there is none that is up to date. @throws what `refuse` throws. */
export function openPack(source: PackSource): PackedList {
  const { size, mtimeMs } = statSync(source.file);
  const origin = `${size} ${mtimeMs} ${source.below}`;
  const file = join(
    folderFor(source.file),
    `${basename(source.file)}.${createHash('sha256')
      .update(`${resolve(source.file)} ${origin}`)
      .digest('hex')
      .slice(0, 12)}${ENDING}`,
  );
  const known = opened(file, source.file);
  if (known?.header.source === origin && isOfThisAnalysis(known)) return known;
  known?.close();
  makePack(file, origin, source);
  removeOldPacks(source.file, file);
  return new PackedList(file, source.file);
}

/** The pack of a list with a digest, for comparison; `undefined` if it is not kept. */
export function packWithDigest(listFile: string, digest: string): PackedList | undefined {
  for (const file of packsFor(listFile)) {
    try {
      if (headerOf(file).digest === digest) return new PackedList(file, listFile);
    } catch {}
  }
  return undefined;
}

function makePack(
  file: string,
  origin: string,
  { file: list, entities, refuse, isGivenName, onProgress }: PackSource,
): void {
  // Who may read the list may read its pack.
  const builder = new PackBuilder(file, statSync(list).mode & 0o666);
  const overrides: string[] = [];
  let done = 0;
  onProgress?.(0);
  try {
    for (const [line, entity, isOver] of entities()) {
      const flaw = builder.add(entity);
      if (flaw !== undefined) refuse(line, flaw);
      if (isOver) overrides.push(entity.id);
      if (++done % PROGRESS_ENTITIES === 0) onProgress?.(done);
    }
  } catch (thrown) {
    builder.abandon();
    throw thrown;
  }
  builder.finish(origin, overrides, isGivenName);
}

function opened(file: string, listFile: string): PackedList | undefined {
  try {
    return new PackedList(file, listFile);
  } catch {
    return undefined;
  }
}

/** Whether the analysis still makes the same words of names. */
function isOfThisAnalysis({ header }: PackedList): boolean {
  return header.samples.every(([name, words]) => wordsOf(name).join(' ') === words);
}

function folderFor(listFile: string): string {
  const folder = dirname(resolve(listFile));
  try {
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return temporaryFolder();
  }
}

let ownFolder: string | undefined;

/**
 * A folder of this user for all processes; one of this process alone if somebody else has made a folder of that name,
 * where packs could be planted.
 */
function temporaryFolder(): string {
  const shared = join(tmpdir(), `lisan-packs-${userInfo().uid}`);
  makePrivateFolder(shared);
  if (isPrivateFolder(shared)) return shared;
  ownFolder ??= mkdtempSync(join(tmpdir(), 'lisan-packs-'));
  return ownFolder;
}

/** The packs of a list, the newest first. */
function packsFor(listFile: string): string[] {
  const folder = folderFor(listFile);
  const name = basename(listFile);
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}.`) && file.endsWith(ENDING))
    .map((file) => join(folder, file))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
}

/** Removes all packs of a list. */
export function removePacks(listFile: string): void {
  for (const file of packsFor(listFile)) rmSync(file, { force: true });
}

function removeOldPacks(listFile: string, newest: string): void {
  const others = packsFor(listFile).filter((file) => file !== newest);
  for (const file of others.slice(KEPT_PACKS - 1)) rmSync(file, { force: true });
}
