import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import {
  canonicalUrl,
  contentHash,
  formerIdentity,
  identityOf,
  isFrontPage,
} from '../../src/archive/document-id.ts';
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

test('the same content changes nothing, other content makes a revision and keeps the one before', () => {
  expect(archive.put([article('a')])).toMatchObject({ added: 1, changed: 0, unchanged: 0 });
  expect(archive.put([article('a')])).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  expect(archive.lastSequence()).toBe(1);
  expect(archive.put([article('a', 'new')])).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
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
  archive.setPosition('sqlite', 'one', 7, 'of seven');
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

  test.each<[string, Partial<Article>]>([
    ['another body', { body: 'another body' }],
    ['another date', { publishedAt: '2024-01-02' }],
    ['another source', { source: 'other' }],
    ['text moved from one field to the next', { title: 't\u0000b', body: '' }],
    ['half of a surrogate pair', { body: 'b\uD800' }],
  ])('without id and URL, %s is another document', (_, change) => {
    const base: Article = { title: 't', body: 'b', source: 's', publishedAt: '2024-01-01', keywords: [] };
    expect(identityOf(base)).toBe(identityOf({ ...base, keywords: ['k'] }));
    expect(identityOf(base)).not.toBe(identityOf({ ...base, ...change }));
  });

  test('halves of surrogate pairs are told apart', () => {
    const of = (body: string): string => identityOf({ title: 't', body, keywords: [] });
    expect(of('\uD800')).not.toBe(of('\uD801'));
    expect(of('\uD800')).not.toBe(of('\uFFFD'));
  });

  test.each([
    ['https://haber.example/', true, 'the root'],
    ['https://haber.example', true, 'no path'],
    ['https://haber.example/index.php', true, 'a file name that says so'],
    ['https://haber.example/tr/', true, 'the front page of a language'],
    ['https://haber.example/?utm_source=rss', true, 'with tracking'],
    ['https://haber.example/?p=123', false, 'WordPress without permalinks'],
    ['https://haber.example/spor', false, 'a section may be an article'],
    ['urn:uuid:1', false, 'an address that is not of the web'],
  ])('%s is a front page: %s', (address, expected, why) => {
    expect(isFrontPage(address), why).toBe(expected);
  });

  test('articles whose URL is a front page are different documents', () => {
    const of = (title: string): string =>
      identityOf({ title, body: title, url: 'https://haber.example/', keywords: [] });
    expect(of('one')).not.toBe(of('two'));
  });
});

describe('content', () => {
  const base: Article = { title: 't', body: 'b', keywords: [] };
  test.each<[string, Partial<Article>]>([
    ['authors', { authors: ['A'] }],
    ['section', { section: 's' }],
    ['image', { image: 'https://a.example/i.jpg' }],
    ['language', { language: 'tr' }],
    ['a field', { fields: { desk: 'x' } }],
    ['a list in a field', { fields: { desk: ['x', 1] } }],
  ])('%s is part of it', (_, change) => {
    expect(contentHash({ ...base, ...change })).not.toBe(contentHash(base));
  });

  test('the order of fields is not', () => {
    expect(contentHash({ ...base, fields: { a: 1, b: 2 } })).toBe(
      contentHash({ ...base, fields: { b: 2, a: 1 } }),
    );
  });

  test('without these it is as in earlier versions', () => {
    expect(contentHash({ title: 'Title', body: 'Body', url: 'https://a.example/1', keywords: ['k'] })).toBe(
      'RXbFlqfl9_Zlh1Ff',
    );
  });
});

test('an article that an earlier version stored under title, date and source stays the same document', () => {
  const legacy: Article = { title: 'Title', body: 'Body', source: 's', keywords: [] };
  const { id } = { id: formerIdentity(legacy)! };
  archive.put([{ ...legacy, id }]);
  expect(archive.put([legacy])).toMatchObject({ unchanged: 1, ids: [id] });
  expect(archive.put([{ ...legacy, authors: ['A'] }]), 'more is known of it now').toMatchObject({
    changed: 1,
    ids: [id],
  });
  expect(archive.put([{ ...legacy, body: 'Other' }]), 'a different article').toMatchObject({ added: 1 });
  expect(archive.count()).toBe(2);
});

describe('earlier revisions', () => {
  test('are deferred if wanted, and can be restored', () => {
    archive.put([article('a', 'one')]);
    archive.put([article('a', 'two')]);
    expect(archive.put([article('a', 'one')], { deferEarlier: true })).toMatchObject({
      changed: 0,
      earlier: [{ index: 0, revision: 1 }],
    });
    expect(archive.get('a')?.body).toBe('two');
    expect(archive.restoreRevision('a', 1)).toBe(true);
    expect(archive.get('a')).toMatchObject({ body: 'one', revision: 3 });
    expect(archive.restoreRevision('a', 7)).toBe(false);
  });

  test('become the newest without that', () => {
    archive.put([article('a', 'one')]);
    archive.put([article('a', 'two')]);
    expect(archive.put([article('a', 'one')])).toMatchObject({ changed: 1, earlier: [] });
    expect(archive.get('a')?.body).toBe('one');
  });
});

describe('takedowns', () => {
  test('delete a document and refuse it when it is ingested again, under another URL of it too', () => {
    const page: Article = { title: 't', body: 'b', url: 'https://a.example/1', keywords: [] };
    const [id] = archive.put([page]).ids;
    expect(archive.takeDown(id!, 'court order 7')).toBe(true);
    expect(archive.get(id!)).toBeUndefined();
    expect(archive.put([{ ...page, body: 'changed', url: 'https://www.a.example/1/#x' }])).toMatchObject({
      added: 0,
      refused: [{ id, reason: 'court order 7' }],
    });
    expect(archive.liftTakedown(id!)).toBe(true);
    expect(archive.liftTakedown(id!)).toBe(false);
    expect(archive.put([page])).toMatchObject({ changed: 1, refused: [] });
  });

  test('an id that was never there can be refused', () => {
    expect(archive.takeDown('z', 'why')).toBe(false);
    expect(archive.put([article('z')])).toMatchObject({ added: 0, refused: [{ id: 'z', reason: 'why' }] });
  });
});

describe('a document that is damaged on disk', () => {
  const damage = (sql: string): void => {
    const database = new DatabaseSync(file());
    database.exec(sql);
    database.close();
  };
  test.each([
    ['text that changed', `content = replace(content, 'body', 'bodx')`],
    ['text that is not JSON', 'content = substr(content, 1, 9)'],
    ['its revision', 'revision = 7'],
    ['its page', `page = 'another'`],
    ['its time', `stored_at = '1999-01-01'`],
    ['the mark of a tombstone', 'deleted = 1'],
    ['its checksum', 'checksum = checksum + 1'],
  ])('%s is reported by id and does not stop the others', (_, change) => {
    archive.put([article('a'), article('b')]);
    damage(`UPDATE documents SET ${change} WHERE id = 'a'`);
    expect(archive.changesAfter(0, 10)).toMatchObject([
      { id: 'a', damaged: true, deleted: true, body: '' },
      { id: 'b', deleted: false },
    ]);
    expect(archive.damaged(), 'not recorded yet').toEqual([]);
    expect(() => archive.get('a')).toThrow(expect.objectContaining({ code: 'document_damaged' }));
    expect(archive.damaged()).toMatchObject([{ id: 'a' }]);
    expect([...archive.getMany(['a', 'b']).keys()]).toEqual(['b']);
    expect([...archive.storedAt(['a', 'b']).keys()]).toEqual(['b']);
    expect(archive.changesAfter(2, 10), 'it is a change for every index').toMatchObject([
      { id: 'a', damaged: true },
    ]);
    expect(archive.put([article('a', 'new')]), 'it can be stored again').toMatchObject({ changed: 1 });
    expect(archive.get('a')?.body).toBe('new');
    expect(archive.damaged()).toEqual([]);
    expect(archive.revisions('a'), 'what is damaged is no revision').toEqual([]);
  });

  test('the same article as the damaged one replaces it', () => {
    archive.put([article('a')]);
    damage(`UPDATE documents SET content = replace(content, 'body', 'bodx')`);
    expect(archive.put([article('a')])).toMatchObject({ unchanged: 0, changed: 1 });
    expect(archive.get('a')?.body).toBe('body');
  });

  test('an earlier revision replaces it, unless that is damaged as well', () => {
    archive.put([article('a', 'one')]);
    archive.put([article('a', 'two')]);
    damage(`UPDATE documents SET content = '{}'`);
    expect(archive.restoreRevision('a', 1)).toBe(true);
    expect(archive.get('a')?.body).toBe('one');
    damage(`UPDATE revisions SET content = replace(content, 'one', 'two')`);
    expect(archive.revisions('a')).toEqual([]);
    expect(() => archive.restoreRevision('a', 1)).toThrow(
      expect.objectContaining({ code: 'document_damaged', message: expect.stringContaining('revision 1') }),
    );
  });

  test('a damaged document can be deleted', () => {
    archive.put([article('a')]);
    damage(`UPDATE documents SET content = '{}'`);
    expect(archive.delete('a')).toBe(true);
    expect(archive.get('a')).toBeUndefined();
    expect(archive.changesAfter(0, 10)[0]).not.toHaveProperty('damaged');
  });
});

test('settings of the archive', () => {
  expect(archive.setting('x')).toBeUndefined();
  archive.setSetting('x', 'one');
  archive.setSetting('x', 'two');
  expect(archive.setting('x')).toBe('two');
  archive.setSetting('x', undefined);
  expect(archive.setting('x')).toBeUndefined();
});

test('an archive of the first version is upgraded with all its content', () => {
  archive.put([article('a'), article('b'), article('damaged')]);
  archive.put([article('a', 'two')]);
  archive.delete('b');
  archive.close();
  const database = new DatabaseSync(file());
  database.exec(`
    UPDATE documents SET content = replace(content, 'body', 'bodx') WHERE id = 'damaged';
    DROP TABLE indexes; DROP TABLE leases; DROP INDEX tombstones; DROP TABLE takedowns; DROP TABLE settings;
    DROP TABLE damaged; DROP TABLE alerts; DROP TABLE alert_articles; ALTER TABLE documents DROP COLUMN checksum; ALTER TABLE revisions DROP COLUMN checksum;
    CREATE TABLE indexes (
      engine TEXT NOT NULL, generation TEXT NOT NULL, analysis TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0,
      live INTEGER NOT NULL DEFAULT 0, made_at TEXT NOT NULL, PRIMARY KEY (engine, generation)
    ) WITHOUT ROWID;
    INSERT INTO indexes VALUES ('sqlite', 'one', 'v', 3, 1, '2024-01-01'), ('sqlite', 'two', 'v', 1, 0, '2024-01-02');
    PRAGMA user_version = 1;`);
  database.close();
  archive = new Archive(file());
  expect(archive.count()).toBe(2);
  expect(archive.get('a')).toMatchObject({ title: 'title of a', body: 'two' });
  expect(archive.revisions('a')).toMatchObject([{ article: { body: 'body' } }]);
  expect(archive.get('b')).toBeUndefined();
  expect(() => archive.get('damaged'), 'it gets no valid checksum').toThrow(
    expect.objectContaining({ code: 'document_damaged' }),
  );
  expect(archive.liveIndex('sqlite')).toMatchObject({ generation: 'one', position: 3, stage: 'ready' });
  expect(archive.indexes('sqlite').map(({ stage }) => stage)).toEqual(['ready', 'building']);
});
