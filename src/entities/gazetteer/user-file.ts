/** A user's own gazetteer file: it is changed only when the whole gazetteer is right with it. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { LisanError } from '../../common/errors.ts';
import { removePacks } from '../packed/pack-file.ts';
import { type Entity, type Gazetteer, loadGazetteer, parseEntity } from './gazetteer.ts';
import { readLines } from './line-file.ts';

/** The entities that a user's file has or adds to, merged, in the order of its lines. */
export function* ownEntities({ entities }: Gazetteer, file: string): Generator<Entity> {
  for (const line of readLines(file)) {
    const id = /^\{"id":"([^"]+)"/.exec(line)?.[1] ?? parseEntity(line, file).id;
    const entity = entities.get(id);
    if (entity !== undefined) yield entity;
  }
}

export interface AddReport {
  added: string[];
  /** Ids that the file had; their line was replaced. */
  changed: string[];
  gazetteer: Gazetteer;
}

/**
 * Puts entities, one JSON object a line, into the file; a line with an id that is there replaces that line. The file
 * is replaced in one step, or left as it was.
 * @throws LisanError `gazetteer_broken`.
 */
export function addEntities(folder: string, file: string, text: string): AddReport {
  const lines = [...ownLines(file)];
  const at = new Map(lines.map((line, index) => [parseEntity(line, file, index + 1).id, index]));
  const report: Omit<AddReport, 'gazetteer'> = { added: [], changed: [] };
  const wanted = text.split('\n').filter((line) => line.trim() !== '');
  for (const [index, line] of wanted.entries()) {
    const { id } = parseEntity(line, 'what is to be added', index + 1);
    const known = at.get(id);
    at.set(id, known ?? lines.length);
    lines[known ?? lines.length] = JSON.stringify(JSON.parse(line));
    (known === undefined ? report.added : report.changed).push(id);
  }
  return { ...report, gazetteer: replaceFile(folder, file, lines) };
}

/**
 * Removes the line of an id; false if the file has none. What other layers have of the entity stays.
 * @throws LisanError `gazetteer_broken` if another line needs it.
 */
export function removeEntity(folder: string, file: string, id: string): boolean {
  const lines = [...ownLines(file)];
  const others = lines.filter((line, index) => parseEntity(line, file, index + 1).id !== id);
  if (others.length === lines.length) return false;
  replaceFile(folder, file, others);
  return true;
}

/** The lines of the file that are not empty. */
export const ownLines = (file: string): Generator<string> => readLines(file);

/** No file for a user's entities is configured. */
export function noOwnFile(): LisanError {
  return new LisanError({
    code: 'no_entities_file',
    message: 'LISAN_ENTITIES is not set, so there is no file for your own entities.',
    remedy: 'Create an empty file and set LISAN_ENTITIES to it.',
    status: 409,
  });
}

/** Puts other lines into the file, in one step, and gives the gazetteer that has them. */
function replaceFile(folder: string, file: string, lines: readonly string[]): Gazetteer {
  const draft = `${file}.new`;
  writeFileSync(draft, lines.map((line) => `${line}\n`).join(''));
  try {
    const gazetteer = loadGazetteer(folder, draft);
    renameSync(draft, file);
    return gazetteer;
  } catch (thrown) {
    rmSync(draft, { force: true });
    throw thrown;
  } finally {
    removePacks(draft);
  }
}
