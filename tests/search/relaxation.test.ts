/** When hits need not have all of the query, and how the answer says so. */
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
      // Makes `harbour` a frequent word.
      ...some(100, 'harbour', `A harbour. ${FILLER}`),
      // An entity of three words, and two of them alone.
      ...some(WITH_ALL, 'name', 'Recep Tayyip Erdoğan spoke.'),
      article('namesake', 'Tayyip, a Recep of our street.'),
    ]);
  });
  afterAll(() => service.remove());

  const ids = async (q: string, more: Partial<SearchRequest> = {}): Promise<string[]> =>
    (await service.ask(q, { limit: 300, ...more })).hits.map(({ id }) => id);

  test.each(['glacier harbour survey', 'glacier harbour survey ledger'])(
    '%s: a document about most of them can come first, and is not counted',
    async (q) => {
      const { hits, total, partial } = await service.ask(q, { limit: 300 });
      expect(hits[0]).toMatchObject({ id: 'answer', missing: ['harbour'] });
      expect(hits.slice(1, WITH_ALL + 1).every(({ id }) => id.startsWith('all-'))).toBe(true);
      expect(hits.map(({ id }) => id)).not.toContain('neither');
      expect(total).toEqual({ value: WITH_ALL, relation: 'eq' });
      expect(partial).toBe(hits.length - WITH_ALL);
    },
  );

  test('a document with nothing but a frequent word is no hit', async () => {
    const found = await ids('glacier harbour survey ledger');
    expect(found.filter((id) => id.startsWith('harbour-'))).toEqual([]);
  });

  test('strict: every word is required, however many there are', async () => {
    expect(await ids('glacier harbour survey ledger', { relax: [] })).toHaveLength(WITH_ALL);
  });

  test('every page has the same total, also beyond the ranked candidates', async () => {
    const q = 'glacier harbour survey ledger';
    const totals = await Promise.all(
      [0, 100, 200, 220].map(async (offset) => (await service.ask(q, { offset, limit: 20 })).total),
    );
    expect(new Set(totals.map((total) => JSON.stringify(total))).size).toBe(1);
  });

  test('a part of a name alone is no hit', async () => {
    const found = await ids('Recep Tayyip Erdoğan spoke');
    expect(found).toHaveLength(WITH_ALL);
    expect(found).not.toContain('namesake');
  });
});

describe('a hundred documents or more with all words', () => {
  const WITH_ALL = 250;
  let service: TestService;
  beforeAll(async () => {
    service = testService();
    await service.fill([
      ...some(WITH_ALL, 'all', `A glacier near a harbour. ${FILLER.repeat(6)}`),
      ...some(500, 'harbour', `A harbour. ${FILLER}`),
      ...some(30, 'glacier', 'Glacier upon glacier: every glacier is a glacier.'),
      ...some(600, 'other', FILLER),
    ]);
  });
  afterAll(() => service.remove());

  test('a hit may lack a word of little weight, and no other', async () => {
    const seen = new Map<string, string[]>();
    for (let offset = 0; offset < 400; offset += 40) {
      const { hits, total, partial } = await service.ask('glacier harbour', { offset, limit: 40 });
      expect(total).toEqual({ value: WITH_ALL, relation: 'eq' });
      expect(partial).toBe(30);
      for (const { id, missing } of hits) {
        expect(seen.has(id), `${id} again`).toBe(false);
        seen.set(id, missing);
      }
    }
    // Every one of them is on some page, once.
    expect(seen.size).toBe(WITH_ALL + 30);
    expect(new Set([...seen].map(([id, missing]) => `${id.split('-')[0]} ${missing}`))).toEqual(
      new Set(['all ', 'glacier harbour']),
    );
  });

  test('strictly, all words are required', async () => {
    const { partial, total } = await service.ask('glacier harbour', { relax: [] });
    expect([partial, total.value]).toEqual([0, WITH_ALL]);
  });
});

test('a hundred documents with all of four words are enough', async () => {
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

describe('what an answer says of a relaxed query', () => {
  let service: TestService;
  beforeAll(async () => {
    service = testService();
    await service.fill([
      { ...article('both', 'İstanbul zirve toplantısı başladı.'), source: 'AA' },
      ...some(4, 'city', 'İstanbul trafiği bugün yoğundu.'),
      article('lavrov', 'Lavrov dün konuştu.', 'Bakan açıkladı'),
      article('syria', 'Suriye dün konuştu.', 'Bakan açıkladı'),
      article('pipeline', 'The pipeline was opened.'),
    ]);
  });
  afterAll(() => service.remove());

  test('words: total and facets count documents with all words, the others say what they lack', async () => {
    const { hits, total, partial, facets, relaxed } = await service.ask('İstanbul zirve', {
      facets: ['source', 'lang'],
    });
    expect(total).toEqual({ value: 1, relation: 'eq' });
    expect(partial).toBe(4);
    expect(hits.map(({ id, missing }) => [id, missing])).toEqual([
      ['both', []],
      ...[0, 1, 2, 3].map((n) => [`city-${n}`, ['zirve']]),
    ]);
    expect(facets.source).toEqual([{ value: 'AA', count: 1 }]);
    expect(facets.lang).toEqual([{ value: 'tr', count: 1 }]);
    expect(relaxed).toEqual({ why: 'words', dropped: [{ kind: 'words', text: 'zirve' }] });
  });

  test('phrase: its words are searched, and the words that hits lack are said, too', async () => {
    const { hits, total, partial, relaxed } = await service.ask('"Hakan Lavrov"');
    expect(hits.map(({ id, missing }) => [id, missing])).toEqual([['lavrov', ['Hakan']]]);
    expect([total.value, partial]).toEqual([0, 1]);
    expect(relaxed).toEqual({
      why: 'phrase',
      dropped: [
        { kind: 'phrase', text: 'Hakan Lavrov' },
        { kind: 'words', text: 'Hakan' },
      ],
    });
  });

  test('field: all fields are searched', async () => {
    const { hits, total, relaxed } = await service.ask('title:Suriye');
    expect(hits.map(({ id, missing }) => [id, missing])).toEqual([['syria', []]]);
    expect(total).toEqual({ value: 1, relation: 'eq' });
    expect(relaxed).toEqual({ why: 'field', dropped: [{ kind: 'field', text: 'title:Suriye' }] });
  });

  test('spelling: the word that was corrected', async () => {
    const { hits, relaxed } = await service.ask('pipelnie ');
    expect(hits.map(({ id }) => id)).toEqual(['pipeline']);
    expect(relaxed).toEqual({ why: 'spelling', dropped: [{ kind: 'spelling', text: 'pipelnie' }] });
  });

  test.each([
    'İstanbul "zirve toplantısı"',
    'pipeline',
    'Lavrov -Suriye',
    'pipel*',
    'pipelnie~2',
    'İstanbul AND zirve',
  ])('%s is not relaxed', async (q) => {
    const { hits, partial, relaxed } = await service.ask(q);
    expect(hits).toHaveLength(1);
    expect([partial, relaxed]).toEqual([0, null]);
  });

  test.each(['"Hakan Lavrov"', 'title:Suriye', 'pipelnie ', 'Lavrov zirve', '"pipelines pipeline"'])(
    'strictly, %s finds nothing, and nothing is relaxed',
    async (q) => {
      const { hits, total, partial, relaxed } = await service.ask(q, { relax: [] });
      expect([hits, total.value, partial, relaxed]).toEqual([[], 0, 0, null]);
    },
  );

  test('a query that finds nothing even when relaxed says nothing of it', async () => {
    const { hits, relaxed } = await service.ask('"qwxzv vzxwq"');
    expect([hits, relaxed]).toEqual([[], null]);
  });

  test('what is excluded stays excluded when a phrase is dropped', async () => {
    expect((await service.ask('"Hakan Lavrov" -konuştu')).hits).toEqual([]);
  });
});
