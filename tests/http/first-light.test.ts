/** The main job, over HTTP, on the sample pages: from the file to the search box's answer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, runningOnSample } from '../support/running-service.ts';

let api: Running;
beforeAll(async () => {
  api = await runningOnSample();
});
afterAll(() => api.end());

const search = async (q: string, more = '') =>
  (await api.ask(`/api/search?q=${encodeURIComponent(q)}&limit=100${more}`)).body;

const PAGE = [
  'لافروف والمقداد يبحثان هاتفيا التصعيد في الأراضي السورية على خلفية الأحداث في قطاع غزة',
  'لافروف: ضغوطات غربية على الإدارة السورية الجديدة لقطع العلاقات معنا (شاهد)',
];

describe('Lavrov, in every spelling and script', () => {
  test.each(['لافروف', 'Lavrov', "lavrov'dan", 'Лавров', 'ولافروف', 'سيرجي لافروف'])('%s', async (q) => {
    const { hits } = await search(q);
    const ofPage = PAGE.map((title) => hits.find((hit: { title: string }) => hit.title === title));
    for (const hit of ofPage) {
      expect(hit, q).toBeDefined();
      const document = (await api.ask(`/api/documents/${hit.id}`)).body;
      const arabic = hit.highlights.body.filter(({ lang }: { lang: string }) => lang === 'ar');
      const marked = arabic.flatMap(({ marks }: { marks: { start: number; end: number }[] }) =>
        marks.map(({ start, end }) => document.body.slice(start, end)),
      );
      expect(
        marked.some((text: string) => text.includes('لافروف')),
        `${q} in ${hit.title}`,
      ).toBe(true);
    }
  });

  test.each(['لافروف', 'Lavrov', 'Лавров'])('%s marks the Turkish passage too', async (q) => {
    const { hits } = await search(q);
    const hit = hits.find((candidate: { title: string }) => candidate.title === PAGE[1]);
    const { body, passages, mentions } = (await api.ask(`/api/documents/${hit.id}`)).body;
    const tweet = passages.find(({ lang }: { lang: string }) => lang === 'tr');
    expect(body.slice(tweet.start, tweet.end)).toContain('Sergey Lavrov’dan');
    expect(tweet.dir).toBe('ltr');
    const inTweet = mentions.filter(
      ({ start }: { start: number }) => start >= tweet.start && start < tweet.end,
    );
    expect(inTweet.map(({ entity }: { entity: string }) => entity)).toContain('person-sergey-lavrov');
    if (q !== 'Lavrov') return;
    const shown = hit.highlights.body.find(({ lang }: { lang: string }) => lang === 'tr');
    expect(shown.html).toContain('Sergey <mark data-kind="exact">Lavrov</mark>’dan');
  });
});

test.each(['Astana', 'Астана', 'استانا'])('%s finds the Astana format', async (q) => {
  const { hits } = await search(q);
  const hit = hits.find(({ title }: { title: string }) => title === PAGE[1]);
  expect(hit.highlights.body.map(({ html }: { html: string }) => html).join()).toMatch(
    /صيغة <mark data-kind="\w+">أستانا<\/mark>/,
  );
});

test.each([
  ['disisleri', '<mark data-kind="variant">Dışişleri</mark>', 'typed without Turkish letters'],
  ['suriye', '<mark data-kind="exact">Suriye</mark>&#39;nin', 'straight apostrophe'],
  ['suriye', '<mark data-kind="exact">Suriye</mark>’deki', 'typographic apostrophe'],
  ['سوريه', '>السورية</mark>', 'ha for ta marbuta, article'],
  ['السورية', '<mark data-kind="exact">السورية</mark>', 'as typed'],
  ['25', 'الـ<mark data-kind="exact">25</mark>', 'a number written together with the article'],
  ['٢٥', 'الـ<mark data-kind="variant">25</mark>', 'Arabic-Indic digits'],
])('%s marks %s', async (q, html, why) => {
  const { hits } = await search(q);
  const shown = hits.flatMap((hit: { highlights: { title: { html: string }; body: { html: string }[] } }) =>
    [hit.highlights.title, ...hit.highlights.body].map((passage) => passage?.html),
  );
  expect(shown.join('\n'), why).toContain(html);
});

test('an answer has the shape of the contract', async () => {
  const answer = await search('لافروف', '&facets=lang,entity,source&explain=true');
  expect(answer).toMatchObject({
    query: 'لافروف',
    engine: 'sqlite',
    total: { relation: 'eq' },
    suggestion: null,
  });
  expect(answer.total.value).toBe(answer.hits.length);
  expect(answer.facets.entity).toContainEqual({
    value: 'person-sergey-lavrov',
    count: answer.hits.length,
    name: 'Sergey Lavrov',
    type: 'person',
  });
  const [hit] = answer.hits;
  expect(Object.keys(hit).sort()).toEqual(
    [
      'duplicates',
      'entities',
      'explanation',
      'highlights',
      'id',
      'languages',
      'missing',
      'publishedAt',
      'score',
      'similar',
      'source',
      'title',
      'url',
    ].sort(),
  );
  expect(hit.explanation.total).toBe(hit.score);
  expect(hit.entities[0]).toEqual({
    id: expect.any(String),
    type: expect.any(String),
    name: expect.any(String),
    mentions: expect.any(Array),
  });
});

test('filters narrow', async () => {
  const turkish = await search('lavrov', '&lang=tr');
  expect(turkish.hits.every(({ languages }: { languages: string[] }) => languages.includes('tr'))).toBe(true);
  const { hits } = await search('', '&from=2023-10-01&to=2023-10-31');
  expect(hits.map(({ title }: { title: string }) => title)).toEqual([PAGE[0]]);
});

test('a document knows its neighbours on the page', async () => {
  const { hits } = await search('"صيغة أستانا اجتمعت"');
  const { body } = await api.ask(`/api/documents/${hits[0].id}`);
  expect(body.title).toBe(PAGE[1]);
  expect(body.related).toMatchObject([{ title: PAGE[0], publishedAt: '2023-10-31' }]);
});

test('entities are found by any of their names', async () => {
  for (const q of ['lavr', 'لافروف', 'Лавр']) {
    const { body } = await api.ask(`/api/entities?q=${encodeURIComponent(q)}`);
    expect(body.entities[0]).toEqual({ id: 'person-sergey-lavrov', type: 'person', name: 'Sergey Lavrov' });
  }
  const { body } = await api.ask('/api/entities/person-sergey-lavrov');
  expect(body.documents).toBeGreaterThan(4);
});

test.each([
  ['/api/search?limit=x', 400, 'invalid_parameter'],
  ['/api/search?limit=101', 400, 'invalid_parameter'],
  ['/api/search?q=a&q=b', 400, 'invalid_parameter'],
  ['/api/search?lang=xx', 400, 'invalid_parameter'],
  ['/api/search?from=2023-02-31', 400, 'invalid_parameter'],
  ['/api/search?colour=red', 400, 'invalid_parameter'],
  [`/api/search?q=${'a+'.repeat(65)}`, 400, 'invalid_query'],
  [`/api/search?q=${'a'.repeat(600)}`, 400, 'invalid_parameter'],
  ['/api/documents/unknown', 404, 'document_unknown'],
  ['/api/documents/%ff', 400, 'invalid_request'],
  ['/api/entities/unknown', 404, 'entity_unknown'],
  ['/api/nothing', 404, 'not_found'],
])('%s is answered with %i %s and a remedy', async (path, status, code) => {
  const answer = await api.ask(path);
  expect(answer.status).toBe(status);
  expect(answer.body.error).toEqual({ code, message: expect.any(String), remedy: expect.any(String) });
});

test('health, metrics and the page', async () => {
  expect((await api.ask('/health')).body).toMatchObject({ status: 'available', lag: 0, outdated: false });
  expect((await api.ask('/metrics')).text).toMatch(/lisan_documents \d+/);
  const page = await api.ask('/');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(page.text).not.toMatch(/https?:\/\//);
});

test('strict=true does not relax a query, and the answer without it says what it relaxed', async () => {
  const q = encodeURIComponent('"Hakan Lavrov"');
  const { body: relaxed } = await api.ask(`/api/search?q=${q}`);
  expect(relaxed.hits.length).toBeGreaterThan(0);
  expect(relaxed.relaxed).toMatchObject({ why: 'phrase' });
  const { body: strict } = await api.ask(`/api/search?q=${q}&strict=true`);
  expect(strict).toMatchObject({ total: { value: 0, relation: 'eq' }, partial: 0, hits: [], relaxed: null });
});

test('a query without words finds nothing and says so', async () => {
  const { status, body } = await api.ask('/api/search?q=%2B%2B');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    total: { value: 0, relation: 'eq' },
    hits: [],
    notices: [{ code: 'no_words', text: '++' }],
  });
});
