/** When documents that lack a word of the query are taken in. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchRequest } from '../../src/search/searcher.ts';
import { type TestService, testService } from '../support/service.ts';

const FILLER =
  'Elsewhere the day was quiet, shops were open, buses ran and nobody complained about anything. ';

const article = (id: string, body: string, title = '') => ({ id, title, body, keywords: [] });
const some = (count: number, name: string, body: string) =>
  Array.from({ length: count }, (_, i) => article(`${name}-${i}`, body));

describe('fewer than a hundred with all words', () => {
  const WITH_ALL = 40;
  let service: TestService;
  beforeAll(async () => {
    service = testService();
    const parts = ['The glacier is far.', 'A harbour.', 'Some survey.', 'One ledger.'];
    await service.fill([
      ...some(WITH_ALL, 'all', parts.join(` ${FILLER.repeat(6)} `)),
      article(
        'answer',
        'A glacier survey and its ledger: the glacier lost ice in every survey.',
        'Glacier survey',
      ),
      article('neither', FILLER),
      // What makes `harbour` a word that says little.
      ...some(100, 'harbour', `A harbour. ${FILLER}`),
      // An entity of three words, and two of them alone.
      ...some(WITH_ALL, 'name', 'Recep Tayyip Erdoğan spoke.'),
      article('namesake', 'Tayyip, a Recep of our street.'),
    ]);
  });
  afterAll(() => service.remove());

  const ids = async (q: string, more: Partial<SearchRequest> = {}): Promise<string[]> =>
    (await service.ask(q, { limit: 300, ...more })).hits.map(({ id }) => id);

  test('three words are meant as they stand: where twenty documents have all, none without one', async () => {
    const { hits, total } = await service.ask('glacier harbour survey', { limit: 300 });
    expect(hits).toHaveLength(WITH_ALL);
    expect(total).toEqual({ value: WITH_ALL, relation: 'eq' });
    expect(hits.map(({ id }) => id)).not.toContain('answer');
  });

  test('of four words one may be another one: the document that is about the other three comes first', async () => {
    const found = await ids('glacier harbour survey ledger');
    expect(found[0]).toBe('answer');
    expect(found.slice(1, WITH_ALL + 1).every((id) => id.startsWith('all-'))).toBe(true);
    expect(found).not.toContain('neither');
  });

  test('strict: every word, of however many', async () => {
    expect(await ids('glacier harbour survey ledger', { relax: [] })).toHaveLength(WITH_ALL);
  });

  test('every page of the answer has the same total, also one beyond the ranked window', async () => {
    const q = 'glacier harbour survey ledger';
    const totals = await Promise.all(
      [0, 100, 200, 220].map(async (offset) => (await service.ask(q, { offset, limit: 20 })).total),
    );
    expect(new Set(totals.map((total) => JSON.stringify(total))).size).toBe(1);
  });

  test('the words of one name count once', async () => {
    const found = await ids('Recep Tayyip Erdoğan spoke');
    expect(found).toHaveLength(WITH_ALL);
    expect(found).not.toContain('namesake');
  });
});

test('a hundred with all of four words are enough', async () => {
  const service = testService();
  try {
    await service.fill([
      ...some(100, 'all', 'A glacier, a harbour, a survey and a ledger.'),
      article('answer', 'Glacier survey ledger: a glacier survey.', 'Glacier survey ledger'),
    ]);
    const { total } = await service.ask('glacier harbour survey ledger');
    expect(total).toEqual({ value: 100, relation: 'eq' });
  } finally {
    await service.remove();
  }
});
