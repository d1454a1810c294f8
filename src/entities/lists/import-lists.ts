/**
 * Imports lists of entities into a user's gazetteer file, in these steps:
 *
 * 1. The entities that are there, and those of the lists, go into a temporary store; parts with a common id are one.
 * 2. Positions get their titles, which may be anywhere in the files.
 * 3. An entity that shares names in two scripts with one there, and has no other id in the same list, is that one.
 * 4. Names that mean other things are marked, by the rules of `ambiguity.ts`.
 * 5. The file is written beside the old one and replaces it.
 */

import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { messageOf } from '../../common/errors.ts';
import { linesOf } from '../../ingest/lines.ts';
import { nameForId, slugOf } from '../gazetteer/entity-id.ts';
import { type Entity, parseEntity } from '../gazetteer/gazetteer.ts';
import { titleBits } from '../gazetteer/titles.ts';
import { commonName, GIVEN } from '../recogniser/common-names.ts';
import { ambiguityOf } from './ambiguity.ts';
import {
  addNames,
  addPosition,
  addTo,
  areDifferent,
  type Draft,
  draftOf,
  draftOfEntity,
  lineOf,
  namesOfDraft,
} from './draft.ts';
import { emptyReport, type ImportReport, leave, noteBroken, noteNotMerged } from './import-report.ts';
import { ImportStore, type Stored } from './import-store.ts';
import { openLists } from './list-files.ts';
import { defined, type ListedEntity, type ListedName, type ListItem, type ListOptions } from './listed.ts';

export interface ImportOptions extends ListOptions {
  /** The entities that lisan brings. */
  builtIn: Iterable<Entity>;
  /** The user's file; it need not exist. */
  file: string;
  /** Name of a format, for all files. */
  format?: string;
  dryRun?: boolean;
  /** Called with the number of items read, then with that of entities put in order. */
  onProgress?: (done: number, phase: 'read' | 'merged') => void;
}

/** Items between two calls of `onProgress`. */
const PROGRESS_ITEMS = 1000;

/** @throws LisanError `list_format_unknown`, `list_unreadable`, `gazetteer_broken` where the user's file is. */
export async function importLists(files: readonly string[], options: ImportOptions): Promise<ImportReport> {
  const report = emptyReport(options.dryRun ?? false);
  const lists = await openLists(files, options.format);
  const store = new ImportStore();
  try {
    await keepWhatIsThere(store, options);
    let done = 0;
    for (const { source, reader } of lists) {
      const before = done;
      try {
        for await (const item of reader.read(source, options)) {
          if ('entity' in item) done++;
          take(item, source.file, store, report);
          if (done % PROGRESS_ITEMS === 0) options.onProgress?.(done, 'read');
        }
      } catch (thrown) {
        noteBroken(report, source.file, 0, `the rest cannot be read (${messageOf(thrown)})`);
      }
      report.files.push({ file: source.file, format: reader.name, items: done - before });
    }
    nameKnown(store, report);
    givePositions(store, report);
    mergeByNames(store, report, options);
    markAmbiguous(store, report);
    await write(store, report, options);
    return report;
  } finally {
    store.close();
  }
}

async function keepWhatIsThere(store: ImportStore, { builtIn, file }: ImportOptions): Promise<void> {
  const keep = (entity: Entity, origin: 'built-in' | 'file'): void => {
    const draft = draftOfEntity(entity);
    const known = store.withKey([`lisan:${entity.id}`]);
    // A line of the file that adds to an entity of lisan's stands for both.
    const n =
      known?.origin === 'built-in' && origin === 'file'
        ? joinFile(store, known, draft)
        : store.add(origin, draft);
    index(store, n, draft);
  };
  for (const entity of builtIn) keep(entity, 'built-in');
  if (!existsSync(file)) return;
  let line = 0;
  for await (const text of linesOf(createReadStream(file, 'utf8'))) {
    line++;
    if (text?.trim() !== '') keep(parseEntity(text ?? '', file, line), 'file');
  }
}

/** Puts the line of a user's file for a built-in entity in place of it, with its names first. */
function joinFile(store: ImportStore, { n, draft: under }: Stored, over: Draft): number {
  store.remove(n);
  const languages = new Set([...Object.keys(over.names), ...Object.keys(under.names)]);
  const joined: Draft = {
    ...over,
    names: Object.fromEntries(
      [...languages].map((code) => [
        code,
        [...new Set([...(over.names[code] ?? []), ...(under.names[code] ?? [])])],
      ]),
    ),
    ambiguous: [...new Set([...over.ambiguous, ...under.ambiguous])],
    keys: [...new Set([...over.keys, ...under.keys])],
    certain: [...(over.certain ?? []), ...(under.certain ?? [])],
  };
  return store.add('file', joined);
}

function take(item: ListItem, file: string, store: ImportStore, report: ImportReport): void {
  if ('broken' in item) noteBroken(report, file, item.broken.line, item.broken.reason);
  else if ('left' in item) leave(report, item.left.reason, item.left.example);
  else if ('holds' in item) store.hold(item.holds.key, item.holds.position, item.holds.from, item.holds.to);
  else if ('names' in item) {
    const { key, names, sameAs = [] } = item.names;
    if (names.length > 0) store.say(key, names);
    const known = sameAs.length > 0 ? store.withKey([key]) : undefined;
    if (known !== undefined) identify(store, known, sameAs, report);
  } else {
    const { entity } = item;
    for (const { position, from, to } of entity.holds ?? []) store.hold(entity.key, position, from, to);
    const keys = [
      entity.key,
      ...(entity.sameAs ?? []),
      ...(entity.id === undefined ? [] : [`lisan:${entity.id}`]),
    ];
    const known = store.withKey(keys);
    // The type of what is there stays; a list that says another one speaks of something else.
    if (known === undefined || known.draft.type !== entity.type) {
      store.add('list', draftOf(entity));
      return;
    }
    if (known.origin === 'list') addTo(known.draft, entity);
    else report.mergedById++;
    const more = known.origin === 'list' || addTo(known.draft, entity);
    update(store, known, more);
    if (known.origin !== 'list') index(store, known.n, known.draft);
  }
}

/** Says further ids of an entity; another with one of them is the same. */
function identify(store: ImportStore, known: Stored, sameAs: string[], report: ImportReport): void {
  const other = store.withKey(sameAs);
  if (other === undefined || other.n === known.n || other.draft.type !== known.draft.type) {
    update(store, known, addTo(known.draft, { key: known.draft.keys[0]!, names: [], sameAs }));
    return;
  }
  const [into, from] = known.origin === 'list' ? [other, known] : [known, other];
  if (from.origin !== 'list') return;
  join(store, into, from);
  if (into.origin !== 'list') index(store, into.n, into.draft);
  report.mergedById++;
}

/** Puts what one draft of a list says into another. */
function join(store: ImportStore, into: Stored, { n, draft }: Pick<Stored, 'n' | 'draft'>): void {
  const { keys, weak, description, positions, dates } = draft;
  const names = Object.entries(draft.names).flatMap(([language, list]) =>
    list.map((name) => ({ name, language, weak: weak.includes(name) })),
  );
  const [key = '', ...sameAs] = keys;
  const listed = defined<Omit<ListedEntity, 'type'>>({ key, sameAs, names, description, positions, dates });
  const more = addTo(into.draft, listed);
  store.remove(n);
  for (const id of keys) store.addKey(id, into.n);
  update(store, into, more);
}

function update(store: ImportStore, { n, draft, changed, origin }: Stored, more: boolean): void {
  if (more) store.replace(n, draft, changed || (more && origin !== 'list'));
}

/** Makes the names of an entity known to those that come later. */
function index(store: ImportStore, n: number, draft: Draft): void {
  for (const { words, script } of namesOfDraft(draft)) {
    store.addName(words, script, n);
    if (draft.type === 'person' && words.length > 1 && titleBits(words[0]!) === 0)
      store.addGivenName(words[0]!);
  }
}

/** Adds names that a file gives for entities of another: titles of positions stay where they are. */
function nameKnown(store: ImportStore, report: ImportReport): void {
  const titles = new Set([...store.held()].map(({ position }) => position));
  for (const [key, names] of store.allSaid()) {
    const known = store.withKey([key]);
    if (known === undefined) {
      if (!titles.has(key) && !key.startsWith('wikidata:')) report.namesOfUnknown++;
      continue;
    }
    const before = JSON.stringify(known.draft);
    addNames(known.draft, names);
    update(store, known, JSON.stringify(known.draft) !== before);
    if (known.origin !== 'list') index(store, known.n, known.draft);
  }
}

function givePositions(store: ImportStore, report: ImportReport): void {
  for (const { key, position, from, to } of store.held()) {
    const holder = store.withKey([key]);
    if (holder === undefined) continue;
    const title: Record<string, string> = {};
    for (const { name, language } of titleNames(store, position)) title[language ?? 'en'] ??= name;
    if (Object.keys(title).length === 0) {
      report.positionsWithoutTitle++;
      continue;
    }
    const before = JSON.stringify(holder.draft.positions);
    addPosition(holder.draft, {
      name: title,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    });
    update(store, holder, JSON.stringify(holder.draft.positions) !== before);
  }
}

/** Names of a position, which may be an item without a type or, if its class is known, an entity. */
function titleNames(store: ImportStore, position: string): ListedName[] {
  const said = store.said(position);
  if (said.length > 0) return said;
  const entity = store.withKey([position]);
  return entity === undefined
    ? []
    : Object.entries(entity.draft.names).map(([language, [name]]) => ({ name: name!, language }));
}

function mergeByNames(store: ImportStore, report: ImportReport, { onProgress }: ImportOptions): void {
  let done = 0;
  for (const { n, draft } of store.all('list')) {
    if (++done % PROGRESS_ITEMS === 0) onProgress?.(done, 'merged');
    if (Object.keys(draft.names).length === 0) {
      leave(report, 'no name in a language that lisan knows', draft.keys[0]);
      store.remove(n);
      continue;
    }
    const alike = namesakes(store, n, draft);
    const same = alike.filter((other) => !areDifferent(other.draft, draft));
    const name = nameForId(draft.names);
    if (same.length === 1) {
      const [known] = same as [Stored];
      join(store, known, { n, draft });
      index(store, known.n, known.draft);
      report.mergedByNames++;
      continue;
    }
    if (same.length > 1)
      noteNotMerged(
        report,
        name,
        `it may be ${same.map((other) => other.draft.id ?? nameForId(other.draft.names)).join(' or ')}`,
      );
    index(store, n, draft);
  }
}

/** Entities of the same type with the same names in two scripts at least. */
function namesakes(store: ImportStore, self: number, draft: Draft): Stored[] {
  const scripts = new Map<number, Set<string>>();
  for (const { words, script, name } of namesOfDraft(draft)) {
    if (draft.weak.includes(name)) continue;
    for (const n of store.named(words)) {
      if (n === self) continue;
      scripts.set(n, (scripts.get(n) ?? new Set()).add(script));
    }
  }
  return [...scripts]
    .filter(([, shared]) => shared.size > 1)
    .flatMap(([n]) => store.get(n) ?? [])
    .filter(({ draft: other }) => other.type === draft.type);
}

function markAmbiguous(store: ImportStore, report: ImportReport): void {
  for (const { n, draft, origin, changed } of store.all()) {
    if (origin !== 'list' && !changed) continue;
    const settled = new Set(draft.ambiguous);
    // What was certain before the import stays so.
    const before = origin === 'list' ? undefined : new Set(draft.certain);
    for (const { name, words } of namesOfDraft(draft)) {
      if (settled.has(name) || before?.has(name)) continue;
      const rule =
        ambiguityOf(name, words, {
          isShared: (some) => store.named(some).some((other) => other !== n),
          isGivenName: (word) => store.isGivenName(word) || (commonName(word) & GIVEN) !== 0,
        }) ?? (draft.weak.includes(name) ? 'weak' : undefined);
      if (rule === undefined) continue;
      settled.add(name);
      report.ambiguous[rule]++;
    }
    draft.ambiguous = [...settled];
    store.replace(n, draft, changed);
  }
}

async function write(
  store: ImportStore,
  report: ImportReport,
  { file, dryRun }: ImportOptions,
): Promise<void> {
  const ids = new Set<string>();
  for (const { draft } of store.all()) if (draft.id !== undefined) ids.add(draft.id);
  const draftFile = `${file}.new`;
  const out = dryRun ? undefined : createWriteStream(draftFile);
  try {
    for (const { draft, origin, changed } of store.all()) {
      if (origin === 'built-in' && !changed) continue;
      if (origin === 'list') draft.id = uniqueId(draft, ids);
      const line = lineOf(draft);
      if (origin === 'list' || changed) {
        const flaw = flawOfLine(line);
        if (flaw !== undefined) {
          leave(report, flaw, draft.id);
          if (origin === 'list') continue;
        }
      }
      if (origin === 'list') report.added++;
      else if (changed) report.changed++;
      else report.unchanged++;
      if (out !== undefined && !out.write(`${line}\n`)) await once(out, 'drain');
    }
    if (out === undefined) return;
    out.end();
    await once(out, 'finish');
    renameSync(draftFile, file);
  } finally {
    out?.destroy();
    rmSync(draftFile, { force: true });
  }
}

function flawOfLine(line: string): string | undefined {
  try {
    parseEntity(line);
    return undefined;
  } catch (thrown) {
    return messageOf(thrown);
  }
}

/** An id from the name; with the id of the list, then with a number, where another entity has it. */
function uniqueId(draft: Draft, ids: Set<string>): string {
  if (draft.id !== undefined) return draft.id;
  const slug = slugOf(nameForId(draft.names)) || 'unnamed';
  const [key = ''] = draft.keys;
  const beside = key
    .slice(key.indexOf(':') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const plain = `${draft.type}-${slug}`;
  const candidates = [plain, `${plain}-${beside}`];
  let id = candidates.find((some) => !ids.has(some) && !some.endsWith('-'));
  for (let number = 2; id === undefined; number++)
    if (!ids.has(`${plain}-${number}`)) id = `${plain}-${number}`;
  ids.add(id);
  return id;
}
