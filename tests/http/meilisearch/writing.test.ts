/** Writing with Meilisearch's own client: documents, deletions, settings, and the tasks of them. */
import { Meilisearch, MeilisearchApiError } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, running } from '../../support/running-service.ts';

const KEY = '0123456789abcdef';
let api: Running;
let client: Meilisearch;
let articles: ReturnType<Meilisearch['index']>;

async function start(): Promise<void> {
  api = await running({ LISAN_API_KEYS: `ingest:${KEY}` });
  client = new Meilisearch({
    host: api.server.url,
    apiKey: KEY,
    // On a busy machine the thread that updates the index takes its time to start.
    defaultWaitOptions: { timeout: 60_000 },
  });
  articles = client.index('articles');
}

/** The task that a client waits for. */
const waited = (task: { waitTask(): Promise<unknown> }) =>
  task.waitTask() as Promise<{
    status: string;
    details: Record<string, unknown>;
    error: { code: string; message: string } | null;
  }>;

describe('documents', () => {
  beforeAll(start);
  afterAll(() => api.end());

  test('are stored, found when the task has succeeded, and given back', async () => {
    const promise = articles.addDocuments([
      { id: 1, title: 'Okapi at the zoo', body: 'It sleeps.', source: 'Daily' },
      { id: 'two', title: 'Quagga', body: 'Extinct.' },
    ]);
    expect(await promise).toMatchObject({
      taskUid: expect.any(Number),
      indexUid: 'articles',
      status: 'enqueued',
      type: 'documentAdditionOrUpdate',
    });
    expect(await waited(promise)).toMatchObject({
      status: 'succeeded',
      details: { receivedDocuments: 2, indexedDocuments: 2 },
      error: null,
    });
    expect((await articles.search('okapi')).hits).toMatchObject([
      { title: 'Okapi at the zoo', source: 'Daily' },
    ]);
    expect(await articles.getDocument(1)).toMatchObject({ title: 'Okapi at the zoo', body: 'It sleeps.' });
    expect(await articles.getDocument('two')).toMatchObject({ title: 'Quagga' });
  });

  test('the text that a client gives a task is kept with it', async () => {
    const headers = { authorization: `Bearer ${KEY}` };
    const path = '/indexes/articles/documents';
    const added = await api.post(`${path}?customMetadata=run%207`, [{ id: 9, title: 'Dodo' }], headers);
    expect(added.body).toMatchObject({ status: 'enqueued', customMetadata: 'run 7' });
    const task = await client.tasks.waitForTask(added.body.taskUid);
    expect(task).toMatchObject({ status: 'succeeded', customMetadata: 'run 7' });
    const deleted = await api.ask(`${path}/9?customMetadata=undo`, { method: 'DELETE', headers });
    expect(deleted.body).toMatchObject({ customMetadata: 'undo' });
    await client.tasks.waitForTask(deleted.body.taskUid);
  });

  test('skipCreation leaves out what is not stored yet', async () => {
    const headers = { authorization: `Bearer ${KEY}` };
    const sent = [
      { id: 'two', source: 'Weekly' },
      { id: 'nine', title: 'Moa' },
    ];
    const options = { method: 'PUT', headers: { ...headers, 'content-type': 'application/json' } };
    const path = '/indexes/articles/documents?skipCreation=true';
    const { body } = await api.ask(path, { ...options, body: JSON.stringify(sent) });
    expect(await client.tasks.waitForTask(body.taskUid)).toMatchObject({
      status: 'succeeded',
      details: { receivedDocuments: 2, indexedDocuments: 1 },
    });
    expect(await articles.getDocument('two')).toMatchObject({ title: 'Quagga', source: 'Weekly' });
    await expect(articles.getDocument('nine')).rejects.toThrow(MeilisearchApiError);
  });

  test.each([
    ['foo=1', 'bad_request', 'Unknown parameter `foo`'],
    ['skipCreation=maybe', 'invalid_skip_creation', 'maybe'],
    ['primaryKey=a&primaryKey=b', 'bad_request', 'several times'],
  ])('?%s is refused with %s', async (query, code, message) => {
    const headers = { authorization: `Bearer ${KEY}` };
    const { status, body } = await api.post(
      `/indexes/articles/documents?${query}`,
      [{ id: 1, title: 'x' }],
      headers,
    );
    expect([status, body.code]).toEqual([400, code]);
    expect(body.message).toContain(message);
  });

  test('with attributes that lisan does not know are given back with them, also by a search', async () => {
    const document = {
      id: 12,
      title: 'Caracal',
      author: 'Ann Writer',
      rating: 4.5,
      tags: ['cat', 'wild'],
      section: 'Animals',
    };
    await waited(articles.addDocuments([document]));
    expect(await articles.getDocument(12)).toMatchObject(document);
    expect((await articles.search('caracal')).hits[0]).toMatchObject(document);
    const { hits } = await articles.search('caracal', { attributesToRetrieve: ['rating', 'id'] });
    expect(hits).toEqual([{ id: 12, rating: 4.5 }]);
    await waited(articles.updateDocuments([{ id: 12, rating: 5 }]));
    expect(await articles.getDocument(12)).toMatchObject({ ...document, rating: 5 });
  });

  test('with ids beyond 2^53 are apart', async () => {
    const text = '[{"id":9007199254740993,"title":"Odd"},{"id":9007199254740992,"title":"Even"}]';
    await waited(articles.addDocumentsFromString(text, 'application/json'));
    expect(await articles.getDocument('9007199254740993')).toMatchObject({ title: 'Odd' });
    expect(await articles.getDocument('9007199254740992')).toMatchObject({ title: 'Even' });
  });

  test('tell what could not be kept', async () => {
    const long = 'x'.repeat(5000);
    const { details } = await waited(articles.addDocuments([{ id: 'r', title: 'Remark', note: long }]));
    expect(details).toMatchObject({ remarks: [expect.stringContaining('note')] });
  });

  test('are replaced by POST; PUT keeps attributes that are not sent', async () => {
    await waited(articles.updateDocuments([{ id: 'two', title: 'Quagga foal' }]));
    expect(await articles.getDocument('two')).toMatchObject({ title: 'Quagga foal', body: 'Extinct.' });
    await waited(articles.addDocuments([{ id: 'two', title: 'Quagga again' }]));
    expect(await articles.getDocument('two')).toMatchObject({ title: 'Quagga again', body: '' });
  });

  test.each([
    ['application/x-ndjson', '{"id":"n1","title":"Narwhal one"}\n{"id":"n2","title":"Narwhal two"}\n'],
    ['text/csv', 'id,title:string\nn1,Narwhal "one" only\nn2,"Narwhal two"\n'],
    ['application/json', '[{"id":"n1","title":"Narwhal one"},{"id":"n2","title":"Narwhal two"}]'],
  ] as const)('are read as %s', async (type, text) => {
    expect(await waited(articles.addDocumentsFromString(text, type))).toMatchObject({
      status: 'succeeded',
      details: { receivedDocuments: 2, indexedDocuments: 2 },
    });
    expect((await articles.search('narwhal')).hits.map(({ id }) => id).sort()).toEqual(['n1', 'n2']);
    await waited(articles.deleteDocuments(['n1', 'n2']));
    expect((await articles.search('narwhal')).hits).toEqual([]);
  });

  test('one without brackets is one', async () => {
    const { status, body } = await api.post(
      '/indexes/articles/documents',
      { id: 'single', title: 'Single' },
      { authorization: `Bearer ${KEY}` },
    );
    expect([status, body.status]).toEqual([202, 'enqueued']);
    await client.tasks.waitForTask(body.taskUid);
    expect(await articles.getDocument('single')).toMatchObject({ title: 'Single' });
  });

  test.each<[string, unknown[], string]>([
    ['without an id', [{ title: 'x' }], 'missing_document_id'],
    ['with an object as id', [{ id: {}, title: 'x' }], 'invalid_document_id'],
    ['with half of a number as id', [{ id: 0.5, title: 'x' }], 'invalid_document_id'],
    ['that is no object', [7], 'malformed_payload'],
    ['without text', [{ id: 'e', title: '' }], 'invalid_document'],
  ])('%s: the task fails, and says why; nothing is stored', async (_, documents, code) => {
    const before = (await articles.getDocuments()).total;
    const task = await waited(articles.addDocuments([{ id: 'good', title: 'Good' }, ...documents] as never));
    expect(task).toMatchObject({
      status: 'failed',
      details: { receivedDocuments: 2, indexedDocuments: 0 },
      error: { code, message: expect.any(String) },
    });
    expect((await articles.getDocuments()).total).toBe(before);
  });

  test.each<[string, string, string, number]>([
    ['text/plain', '[]', 'invalid_content_type', 415],
    ['application/json', '', 'missing_payload', 400],
    ['application/json', '7', 'malformed_payload', 400],
    ['application/x-ndjson', '{"id":1}\n{', 'malformed_payload', 400],
    ['text/csv', 'id,n:number\n1,x\n', 'malformed_payload', 400],
  ])('%s %j is refused', async (type, text, code, status) => {
    const { status: given, body } = await api.post('/indexes/articles/documents', text, {
      authorization: `Bearer ${KEY}`,
      'content-type': type,
    });
    expect([given, body.code]).toEqual([status, code]);
  });

  test('are deleted by id, by filter, and all', async () => {
    await waited(
      articles.addDocuments([
        { id: 'd1', title: 'Dodo', source: 'Gone' },
        { id: 'd2', title: 'Dodo', source: 'Gone' },
        { id: 'd3', title: 'Dodo', source: 'Kept' },
      ]),
    );
    expect(await waited(articles.deleteDocument('none'))).toMatchObject({
      status: 'succeeded',
      details: { providedIds: 1, deletedDocuments: 0, originalFilter: null },
    });
    expect(await waited(articles.deleteDocuments({ filter: 'source = Gone' }))).toMatchObject({
      status: 'succeeded',
      details: { providedIds: 0, deletedDocuments: 2, originalFilter: '"source = Gone"' },
    });
    expect((await articles.search('dodo')).hits.map(({ id }) => id)).toEqual(['d3']);
    const { total } = await articles.getDocuments();
    expect(await waited(articles.deleteAllDocuments())).toMatchObject({
      details: { deletedDocuments: total },
    });
    expect((await articles.getDocuments()).total).toBe(0);
  });

  test('are not written without a key for it', async () => {
    const stranger = new Meilisearch({ host: api.server.url }).index('articles');
    const thrown = await stranger.addDocuments([{ id: 1, title: 'x' }]).then(
      () => undefined,
      (error: MeilisearchApiError) => error,
    );
    expect(thrown).toBeInstanceOf(MeilisearchApiError);
    expect(thrown!.cause).toMatchObject({ code: 'missing_authorization_header' });
  });
});

describe('the index', () => {
  beforeAll(start);
  afterAll(() => api.end());

  test('is created with a primary key of its own', async () => {
    expect(await waited(client.createIndex('articles', { primaryKey: 'post_id' }))).toMatchObject({
      status: 'succeeded',
    });
    // Without documents, another one can be named.
    expect(await waited(articles.update({ primaryKey: 'first' }))).toMatchObject({ status: 'succeeded' });
    expect(await articles.fetchPrimaryKey()).toBe('first');
    expect(await waited(articles.update({ primaryKey: 'post_id' }))).toMatchObject({ status: 'succeeded' });
    await waited(articles.addDocuments([{ post_id: 7, title: 'Seven' }]));
    expect(await articles.getDocument(7)).toMatchObject({ post_id: 7, title: 'Seven' });
    expect(await waited(articles.update({ primaryKey: 'other' }))).toMatchObject({
      status: 'failed',
      error: { code: 'index_primary_key_already_exists' },
    });
    expect(await waited(articles.addDocuments([{ id: 1, title: 'x' }], { primaryKey: 'id' }))).toMatchObject({
      status: 'failed',
      error: { code: 'index_primary_key_already_exists' },
    });
  });

  test('is the only one', async () => {
    expect(await waited(client.createIndex('movies'))).toMatchObject({
      status: 'failed',
      error: { code: 'invalid_index_uid', message: expect.stringContaining('articles') },
    });
  });

  test.each<[object, string]>([
    [{ filterableAttributes: ['lang', 'source'], sortableAttributes: ['publishedAt'] }, 'succeeded'],
    [{ searchableAttributes: ['title', 'keywords', 'body'], stopWords: null }, 'succeeded'],
    [{ typoTolerance: { enabled: true } }, 'succeeded'],
    [{ filterableAttributes: ['colour'] }, 'failed'],
    [{ stopWords: ['the'] }, 'failed'],
    [{ typoTolerance: { enabled: false } }, 'failed'],
  ])('with settings %j: %s', async (settings, status) => {
    const task = await waited(articles.updateSettings(settings as never));
    expect(task.status).toBe(status);
    if (status === 'failed') expect(task.error!.message).toContain(Object.keys(settings)[0]);
  });

  test('with one setting', async () => {
    expect(await waited(articles.updateFilterableAttributes(['source']))).toMatchObject({
      status: 'succeeded',
    });
    expect(await waited(articles.updateRankingRules(['typo']))).toMatchObject({ status: 'failed' });
    expect(await waited(articles.resetRankingRules())).toMatchObject({ status: 'succeeded' });
  });
});

describe('tasks', () => {
  beforeAll(start);
  afterAll(() => api.end());

  test('are listed, the newest first, and filtered', async () => {
    await waited(articles.addDocuments([{ id: 1, title: 'One' }]));
    await waited(articles.deleteDocument('1'));
    await waited(articles.addDocuments([{ title: 'no id' }]));
    const { results, total, from, next } = await client.tasks.getTasks({ limit: 2 });
    expect([results.map(({ uid }) => uid), total, from, next]).toEqual([[2, 1], 3, 2, 0]);
    const failed = await client.tasks.getTasks({ statuses: ['failed'] });
    expect(failed.results.map(({ uid }) => uid)).toEqual([2]);
    const deletions = await client.tasks.getTasks({ types: ['documentDeletion'] });
    expect(deletions.results).toMatchObject([{ uid: 1, status: 'succeeded', indexUid: 'articles' }]);
    expect((await client.tasks.getTasks({ indexUids: ['movies'] })).total).toBe(0);
    const newest = results[0]!;
    const oldestFirst = await client.tasks.getTasks({ reverse: true, limit: 1 });
    expect(oldestFirst.results[0]!.uid).toBe(0);
    const before = await client.tasks.getTasks({ beforeEnqueuedAt: newest.enqueuedAt });
    expect(before.total).toBe(total - 1);
    const after = await client.tasks.getTasks({ afterEnqueuedAt: oldestFirst.results[0]!.enqueuedAt });
    expect(after.total).toBe(total - 1);
    expect((await client.tasks.getTasks({ afterFinishedAt: '2999-01-01' })).total).toBe(0);
    const wrong = client.tasks.getTasks({ beforeStartedAt: 'yesterday' });
    await expect(wrong).rejects.toMatchObject({ cause: { code: 'invalid_task_before_started_at' } });
    expect(await client.tasks.getTask(0)).toMatchObject({
      uid: 0,
      duration: expect.stringMatching(/^PT[\d.]+S$/),
      startedAt: expect.any(String),
      finishedAt: expect.any(String),
    });
  });

  test.each([
    ['/tasks/999', 404, 'task_not_found'],
    ['/tasks/x', 400, 'invalid_task_uid'],
    ['/tasks?statuses=done', 400, 'invalid_task_statuses'],
    ['/tasks?types=other', 400, 'invalid_task_types'],
    ['/tasks?limit=x', 400, 'invalid_task_limit'],
    ['/tasks?colour=red', 400, 'bad_request'],
  ])('%s: %i %s', async (path, status, code) => {
    const answer = await api.ask(path, { headers: { authorization: `Bearer ${KEY}` } });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('a task is under way until the index has its change', async () => {
    api.server.maintenance.update = () => new Promise(() => {});
    const { taskUid } = await articles.addDocuments([{ id: 'slow', title: 'Slow loris' }]);
    expect(await client.tasks.getTask(taskUid)).toMatchObject({ status: 'processing', finishedAt: null });
    await api.service.level();
    expect(await client.tasks.getTask(taskUid)).toMatchObject({ status: 'succeeded' });
  });
});
