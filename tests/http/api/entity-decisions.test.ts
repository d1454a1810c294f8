/** Decisions about entities over HTTP: made, listed and taken back with the admin key alone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, running } from '../../support/running-service.ts';

const ADMIN = { authorization: 'Bearer admin-0123456789abcdef' };
const READER = { authorization: 'Bearer search-0123456789abcdef' };

let api: Running;
beforeAll(async () => {
  api = await running({ LISAN_API_KEYS: 'admin:admin-0123456789abcdef,search:search-0123456789abcdef' });
  await api.service.fill([
    { id: 'a', title: 'Talks', body: 'Syria and Lebanon talked in Ankara.', keywords: [] },
    { id: 'b', title: 'More', body: 'Syria did not comment.', keywords: [] },
  ]);
});
afterAll(() => api.end());

const counts = async (): Promise<Record<string, number>> => {
  const { body } = await api.ask('/api/search?facets=entity', { headers: READER });
  return Object.fromEntries(
    body.facets.entity.map(({ value, count }: { value: string; count: number }) => [value, count]),
  );
};

test('a decision is made, followed, listed and taken back', async () => {
  const correct = { kind: 'correct', document: 'b', entity: 'place-syria', to: 'place-lebanon' };
  const sent = { decisions: [correct, { kind: 'merge', into: 'place-syria', from: 'place-ankara' }] };
  const { status, body } = await api.post('/api/entity-decisions?wait=true', sent, ADMIN);
  expect([status, body.indexed]).toEqual([200, true]);
  expect(body.decisions).toMatchObject(sent.decisions);
  expect(await counts()).toEqual({ 'place-syria': 1, 'place-lebanon': 2 });
  const whole = await api.ask('/api/entities/place-ankara', { headers: READER });
  expect(whole.body).toMatchObject({ id: 'place-syria', documents: 1 });

  const { decisions } = (await api.ask('/api/entity-decisions', { headers: ADMIN })).body;
  expect(decisions).toEqual(body.decisions);
  for (const { id } of decisions) {
    const path = `/api/entity-decisions/${id}?wait=true`;
    const removed = await api.ask(path, { method: 'DELETE', headers: ADMIN });
    expect(removed.body).toEqual({ id, deleted: true, indexed: true });
    const again = await api.ask(path, { method: 'DELETE', headers: ADMIN });
    expect([again.status, again.body.error.code]).toEqual([404, 'decision_unknown']);
  }
  expect(await counts()).toEqual({ 'place-syria': 2, 'place-lebanon': 1, 'place-ankara': 1 });
});

test('the key of a reader may neither list nor decide', async () => {
  const sent = { decisions: [{ kind: 'merge', into: 'place-syria', from: 'place-ankara' }] };
  const statuses = [
    (await api.ask('/api/entity-decisions', { headers: READER })).status,
    (await api.post('/api/entity-decisions', sent, READER)).status,
    (await api.ask('/api/entity-decisions/x', { method: 'DELETE', headers: READER })).status,
  ];
  expect(statuses).toEqual([403, 403, 403]);
});

test.each([
  [{}, 400, 'invalid_decision'],
  [{ decisions: [{ kind: 'join', into: 'a', from: 'b' }] }, 400, 'invalid_decision'],
  [{ decisions: [{ kind: 'merge', into: 'place-syria', from: 'place-syria' }] }, 400, 'invalid_decision'],
  [{ decisions: [{ kind: 'correct', document: 'a', to: null }] }, 400, 'invalid_decision'],
  [{ decisions: [{ kind: 'split', entity: 'place-syria', name: '…' }] }, 400, 'invalid_decision'],
  [{ decisions: [{ kind: 'merge', into: 'place-syria', from: 'place-nowhere' }] }, 404, 'entity_unknown'],
  [
    { decisions: [{ kind: 'correct', document: 'zz', entity: 'place-syria', to: null }] },
    404,
    'document_unknown',
  ],
])('%j is refused', async (sent, status, code) => {
  const answer = await api.post('/api/entity-decisions', sent, ADMIN);
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
});
