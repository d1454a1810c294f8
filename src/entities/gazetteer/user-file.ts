/** A user's own gazetteer file: lines are put into it only when the whole gazetteer is right with them. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
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
  const draft = `${file}.new`;
  writeFileSync(draft, lines.map((line) => `${line}\n`).join(''));
  try {
    const gazetteer = loadGazetteer(folder, draft);
    renameSync(draft, file);
    return { ...report, gazetteer };
  } catch (thrown) {
    rmSync(draft, { force: true });
    throw thrown;
  } finally {
    removePacks(draft);
  }
}
