/** Damaged documents are restored from a copy of the archive or from their earlier revisions. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { repair } from '../../src/archive/repair.ts';
import type { Article } from '../../src/common/types.ts';

let folder: string;
let archive: Archive;
const file = (name = 'archive.db'): string => join(folder, name);
const article = (id: string, body: string): Article => ({ id, title: id, body, keywords: [] });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-repair-'));
  archive = new Archive(file());
});
afterEach(() => {
  archive.close();
  rmSync(folder, { recursive: true });
});

function damage(...ids: string[]): void {
  const database = new DatabaseSync(file());
  for (const id of ids) database.prepare(`UPDATE documents SET content = '{' WHERE id = ?`).run(id);
  database.close();
  for (const id of ids) archive.noteDamaged(id);
}

function copy(): string {
  const database = new DatabaseSync(file());
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  copyFileSync(file(), file('copy.db'));
  return file('copy.db');
}

test('from a copy if it has the latest intact version, else from a revision; the rest is named', () => {
  archive.put([article('a', 'one'), article('b', 'one'), article('c', 'one')]);
  archive.put([article('a', 'two')]);
  const backup = copy();
  // Of b the copy is older than its last earlier revision.
  archive.put([article('b', 'two')]);
  archive.put([article('b', 'three')]);
  archive.put([article('d', 'new')]);
  damage('a', 'b', 'd');
  const report = repair(archive, backup);
  expect(report.repaired).toEqual([
    { id: 'a', from: 'copy', revision: 2 },
    { id: 'b', from: 'revision', revision: 2 },
  ]);
  expect(report.left).toEqual(['d']);
  expect([archive.get('a')?.body, archive.get('b')?.body]).toEqual(['two', 'two']);
  expect(archive.damaged().map(({ id }) => id)).toEqual(['d']);
});

test('without a copy from revisions only', () => {
  archive.put([article('a', 'one')]);
  archive.put([article('a', 'two')]);
  damage('a');
  expect(repair(archive).repaired).toEqual([{ id: 'a', from: 'revision', revision: 1 }]);
});

test('a document that is damaged in the copy too is not taken from it', () => {
  archive.put([article('a', 'one')]);
  damage('a');
  expect(repair(archive, copy())).toEqual({ repaired: [], left: ['a'] });
});

test('a file that is no copy changes nothing', () => {
  const other = new DatabaseSync(file('other.db'));
  other.exec('CREATE TABLE a (b)');
  other.close();
  for (const name of ['other.db', 'missing.db'])
    expect(() => repair(archive, file(name))).toThrow(expect.objectContaining({ code: 'copy_unusable' }));
});
