/** Versions of an article: their list, what changed in each, and that nothing is shown of what was taken down. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, running } from '../../support/running-service.ts';

const VERSIONS = [
  { title: 'Explosion in port', body: 'Five people were hurt.\nThe port is closed.', source: 'AA' },
  { title: 'Explosion in port', body: 'Six people were hurt.\nThe port is closed.', source: 'AA' },
  { title: 'Fire in port', body: 'Six people were hurt.\nThe port is open.', source: 'BB', section: 'Home' },
];

let api: Running;
beforeAll(async () => {
  api = await running();
  for (const [day, version] of VERSIONS.entries())
    api.service.archive.put([{ id: 'a', keywords: [], ...version }], {
      now: new Date(`2024-05-0${day + 1}`),
    });
  await api.service.fill([{ id: 'once', title: 'Never changed', body: '', keywords: [] }]);
});
afterAll(() => api.end());

const ask = async (path: string) => (await api.ask(`/api/documents/${path}`)).body;

test('the list, the newest first, with the fields that each version changed', async () => {
  const { id, revisions, leftOut } = await ask('a/revisions');
  expect([id, leftOut]).toEqual(['a', 0]);
  expect(revisions).toEqual([
    {
      revision: 3,
      storedAt: '2024-05-03T00:00:00.000Z',
      title: 'Fire in port',
      changed: ['title', 'body', 'source', 'section'],
    },
    { revision: 2, storedAt: '2024-05-02T00:00:00.000Z', title: 'Explosion in port', changed: ['body'] },
    { revision: 1, storedAt: '2024-05-01T00:00:00.000Z', title: 'Explosion in port', changed: [] },
  ]);
  expect((await ask('once/revisions')).revisions).toHaveLength(1);
});

test('what a version changed, from the one before or from another', async () => {
  const last = await ask('a/revisions/3');
  expect(last).toMatchObject({ revision: 3, comparedWith: 2 });
  expect(last.title.parts).toEqual([
    { kind: 'removed', text: 'Explosion' },
    { kind: 'added', text: 'Fire' },
    { kind: 'same', text: ' in port' },
  ]);
  expect(last.fields).toEqual([
    { name: 'source', before: 'AA', after: 'BB' },
    { name: 'section', before: null, after: 'Home' },
  ]);
  const whole = await ask('a/revisions/3?with=1');
  expect(whole.comparedWith).toBe(1);
  expect(whole.body.parts.map(({ kind, text }: { kind: string; text: string }) => [kind, text])).toEqual([
    ['removed', 'Five'],
    ['added', 'Six'],
    ['same', ' people were hurt.\nThe port is '],
    ['removed', 'closed'],
    ['added', 'open'],
    ['same', '.'],
  ]);
});

test('the first version has nothing before it', async () => {
  expect(await ask('a/revisions/1')).toMatchObject({
    comparedWith: null,
    title: { parts: [{ kind: 'added', text: 'Explosion in port' }] },
    fields: [],
  });
});

test.each([
  ['a/revisions/4', 'revision_unknown'],
  ['a/revisions/x', 'revision_unknown'],
  ['a/revisions/2?with=2', 'revision_unknown'],
  ['a/revisions/2?with=-1', 'invalid_parameter'],
  ['nothing/revisions', 'document_unknown'],
])('%s: %s', async (path, code) => {
  expect((await ask(path)).error.code).toBe(code);
});

test('of an article that was taken down, nothing is shown', async () => {
  const { archive } = api.service;
  archive.put([{ id: 'gone', title: 'First words', body: '', keywords: [] }]);
  archive.put([{ id: 'gone', title: 'Second words', body: '', keywords: [] }]);
  expect((await ask('gone/revisions')).revisions).toHaveLength(2);
  archive.takeDown('gone', 'by law');
  for (const path of ['gone/revisions', 'gone/revisions/1', 'gone/revisions/2']) {
    const { status, text } = await api.ask(`/api/documents/${path}`);
    expect(status).toBe(404);
    expect(text).not.toContain('words');
  }
});

test('a damaged version is left out, and that is said', async () => {
  const { archive } = api.service;
  for (const body of ['one', 'two', 'three']) archive.put([{ id: 'hurt', title: 'T', body, keywords: [] }]);
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(archive.file);
  database.exec("UPDATE revisions SET content = replace(content, 'two', 'tvo') WHERE id = 'hurt'");
  database.close();
  const { revisions, leftOut } = await ask('hurt/revisions');
  expect(revisions.map(({ revision }: { revision: number }) => revision)).toEqual([3, 1]);
  expect(leftOut).toBe(1);
  expect((await ask('hurt/revisions/3')).comparedWith).toBe(1);
  expect((await ask('hurt/revisions/2')).error.code).toBe('revision_unknown');
});
