import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { canonicalUrl, identityOf } from '../../src/archive/document-id.ts';
import type { Article } from '../../src/common/types.ts';

let folder: string;
let archive: Archive;
const file = (): string => join(folder, 'archive.db');
const article = (id: string, body = 'body'): Article => ({
  id,
  title: `title of ${id}`,
  body,
  keywords: ['a'],
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-archive-'));
  archive = new Archive(file());
});
afterEach(() => {
  archive.close();
  rmSync(folder, { recursive: true });
});

test('stored articles are there after the archive is reopened', () => {
  archive.put([article('a')]);
  archive.close();
  archive = new Archive(file());
  expect(archive.get('a')).toMatchObject({ id: 'a', title: 'title of a', revision: 1, deleted: false });
});

test('any text is returned unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), fc.string({ unit: 'binary' }), (title, body) => {
      archive.put([{ id: 'x', title, body: `${body}\u0000\uD800`, keywords: [title] }]);
      expect(archive.get('x')).toMatchObject({ title, body: `${body}\u0000\uD800`, keywords: [title] });
    }),
    { numRuns: 200 },
  );
});

test('equal content changes nothing; different content makes a new revision and keeps the previous one', () => {
  expect(archive.put([article('a')])).toEqual({ added: 1, changed: 0, unchanged: 0 });
  expect(archive.put([article('a')])).toEqual({ added: 0, changed: 0, unchanged: 1 });
  expect(archive.lastSequence()).toBe(1);
  expect(archive.put([article('a', 'new')])).toEqual({ added: 0, changed: 1, unchanged: 0 });
  expect(archive.get('a')).toMatchObject({ revision: 2, sequence: 2, body: 'new' });
  expect(archive.revisions('a')).toMatchObject([{ revision: 1, article: { body: 'body' } }]);
});

test('a deleted document leaves a tombstone and none of its text', () => {
  archive.put([article('a', 'secret text'), article('b')]);
  archive.put([article('a', 'second secret')]);
  expect(archive.delete('a')).toBe(true);
  expect(archive.delete('a')).toBe(false);
  expect(archive.get('a')).toBeUndefined();
  expect(archive.revisions('a')).toEqual([]);
  expect(archive.count()).toBe(1);
  expect(archive.changesAfter(3, 10)).toMatchObject([{ id: 'a', deleted: true, body: '' }]);
});

test('changes are listed in order, each document once, in its latest state', () => {
  archive.put([article('a'), article('b'), article('c')]);
  archive.put([article('a', 'new')]);
  expect(archive.changesAfter(0, 10).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  expect(archive.changesAfter(2, 1).map(({ id }) => id)).toEqual(['c']);
  expect(archive.countAfter(2)).toBe(2);
});

test('only one index of an engine is live', () => {
  archive.addIndex('sqlite', 'one', 'v1');
  archive.addIndex('sqlite', 'two', 'v1');
  archive.setLive('sqlite', 'one');
  archive.setPosition('sqlite', 'one', 7);
  expect(archive.liveIndex('sqlite')).toMatchObject({ generation: 'one', position: 7 });
  archive.setLive('sqlite', 'two');
  expect(archive.liveIndex('sqlite')).toMatchObject({ generation: 'two', position: 0 });
  expect(archive.liveIndex('meilisearch')).toBeUndefined();
});

test('a broken archive is refused and left unchanged', () => {
  const broken = join(folder, 'broken.db');
  writeFileSync(
    broken,
    'this is no database, though it is long enough to look like a file of one'.repeat(20),
  );
  const before = readFileSync(broken);
  expect(() => new Archive(broken)).toThrow(/broken\.db cannot be read/);
  expect(readFileSync(broken)).toEqual(before);
});

describe('identity', () => {
  test.each([
    [
      'https://www.Example.org/a/?utm_source=x#top',
      'http://example.org/a',
      'tracking, fragment, scheme and www',
    ],
    ['https://example.org/a?b=1&a=2', 'https://example.org/a?a=2&b=1', 'order of parameters'],
  ])('%s = %s', (one, other, why) => {
    expect(canonicalUrl(one), why).toBe(canonicalUrl(other));
  });

  test('an id that is too long for a URL is replaced by its digest', () => {
    const named = (id: string): string => identityOf({ id, title: 't', body: 'b', keywords: [] });
    expect(named('x'.repeat(2000))).toBe('x'.repeat(2000));
    expect(named('x'.repeat(2001))).toMatch(/^[\w-]{16}$/);
    expect(named('x'.repeat(2001))).not.toBe(named('x'.repeat(2002)));
  });

  test('without id and URL, title, date and source tell articles apart', () => {
    const base: Article = { title: 't', body: 'b', source: 's', publishedAt: '2024-01-01', keywords: [] };
    expect(identityOf(base)).toBe(identityOf({ ...base, body: 'another body' }));
    expect(identityOf(base)).not.toBe(identityOf({ ...base, publishedAt: '2024-01-02' }));
    expect(identityOf({ ...base, title: 'ts', source: '' })).not.toBe(
      identityOf({ ...base, title: 't', source: 's' }),
    );
  });
});

test('an archive of the first version is upgraded with all its content', () => {
  archive.put([article('a'), article('b')]);
  archive.delete('b');
  archive.close();
  const database = new DatabaseSync(file());
  database.exec(`
    DROP TABLE indexes; DROP TABLE leases; DROP INDEX tombstones;
    CREATE TABLE indexes (
      engine TEXT NOT NULL, generation TEXT NOT NULL, analysis TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0,
      live INTEGER NOT NULL DEFAULT 0, made_at TEXT NOT NULL, PRIMARY KEY (engine, generation)
    ) WITHOUT ROWID;
    INSERT INTO indexes VALUES ('sqlite', 'one', 'v', 3, 1, '2024-01-01'), ('sqlite', 'two', 'v', 1, 0, '2024-01-02');
    PRAGMA user_version = 1;`);
  database.close();
  archive = new Archive(file());
  expect(archive.count()).toBe(1);
  expect(archive.get('a')?.title).toBe('title of a');
  expect(archive.liveIndex('sqlite')).toMatchObject({ generation: 'one', position: 3, stage: 'ready' });
  expect(archive.indexes('sqlite').map(({ stage }) => stage)).toEqual(['ready', 'building']);
});
