/** Entities over HTTP, on the sample pages: what the API promises of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, runningOnSample } from '../support/running-service.ts';

let api: Running;
beforeAll(async () => {
  api = await runningOnSample();
});
afterAll(() => api.end());

// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field
async function get(path: string, language = 'en'): Promise<any> {
  return (await api.ask(path, { headers: { 'accept-language': language } })).body;
}

const search = (q: string, more = '', language?: string) =>
  get(`/api/search?q=${encodeURIComponent(q)}&limit=100${more}`, language);

const LAVROV = 'person-sergey-lavrov';

test.each([
  ['ar', 'سيرغي لافروف', 'أستانا'],
  ['tr', 'Sergey Lavrov', 'Astana'],
  ['ru', 'Сергей Лавров', 'Астана'],
  ['en', 'Sergey Lavrov', 'Astana'],
])('the facet has names in %s', async (language, lavrov, astana) => {
  const { facets } = await search('', '&facets=entity', language);
  const named = (id: string) => facets.entity.find(({ value }: { value: string }) => value === id);
  for (const { name, type } of facets.entity)
    expect([typeof name, typeof type]).toEqual(['string', 'string']);
  expect(named(LAVROV)).toMatchObject({ type: 'person', name: lavrov });
  expect(named('place-astana')).toMatchObject({ type: 'place', name: astana });
});

describe('a query that is an entity', () => {
  test.each([
    ['Лавров', 'لافروف'],
    ['Путешествие в Астану', 'أستانا'],
    ['Suriye', 'سوريا'],
    ['United Nations', 'الأمم المتحدة'],
    ['القاهرة', 'Kahire'],
    ['ХАМАС', 'حماس'],
    ['Совбез ООН', 'مجلس الأمن'],
    ['Mikdad', 'المقداد'],
    ['غوتيريش', 'Antonio Guterres'],
  ])('%s finds %s in another script', async (q, found) => {
    const { hits } = await search(q);
    const marked = hits.flatMap(
      ({ highlights: { title, body } }: { highlights: { title: object; body: object[] } }) =>
        [title, ...body].map((passage) => (passage as { html: string } | null)?.html),
    );
    expect(marked.join('\n')).toMatch(new RegExp(`<mark data-kind="entity">[^<]*${found}`));
  });

  test('is returned, with its offsets in the query', async () => {
    const { recognised } = await search('зачем Лаврову Astana', '', 'tr');
    expect(recognised).toEqual([
      { id: LAVROV, type: 'person', name: 'Sergey Lavrov', start: 6, end: 13 },
      { id: 'place-astana', type: 'place', name: 'Astana', start: 14, end: 20 },
    ]);
  });

  test.each(['"Lavrov"', 'Lavrov&match=exact'])('%s is no entity', async (typed) => {
    const [q, more = ''] = typed.split(/(?=&)/);
    const { recognised, hits } = await search(q!, more);
    expect(recognised).toEqual([]);
    for (const { highlights } of hits) {
      const html = [highlights.title, ...highlights.body].map(
        (passage: { html: string } | null) => passage?.html,
      );
      expect(html.join()).not.toContain('data-kind="entity"');
    }
  });
});

test.each([`entity:${LAVROV}`, 'entity:Lavrov', 'entity:لافروف', 'entity:"Сергей Лавров"'])(
  '%s filters',
  async (q) => {
    const ids = (await search(q)).hits.map(({ id }: { id: string }) => id).sort();
    const filtered = await search('', `&entity=${LAVROV}`);
    expect(ids).toEqual(filtered.hits.map(({ id }: { id: string }) => id).sort());
    expect(ids.length).toBeGreaterThan(4);
  },
);

test('entities of a hit have offsets into the stored text', async () => {
  const { hits } = await search('Lavrov');
  for (const { id, entities } of hits) {
    const article = await get(`/api/documents/${encodeURIComponent(id)}`);
    const lavrov = entities.find((entity: { id: string }) => entity.id === LAVROV);
    expect(lavrov.mentions.length).toBeGreaterThan(0);
    for (const { field, start, end } of lavrov.mentions) {
      const text = field === 'keywords' ? article.keywords.join('\n') : article[field];
      expect(text.slice(start, end)).toMatch(/لافروف|Lavrov|Лавров/);
    }
  }
});

describe('the profile of an entity', () => {
  test('adds up mentions by month and by language', async () => {
    const { mentions, documents, spellings } = await get(`/api/entities/${LAVROV}`);
    const sum = (rows: { mentions: number }[]): number => rows.reduce((all, row) => all + row.mentions, 0);
    expect(mentions.total).toBeGreaterThan(documents);
    expect(sum(mentions.months)).toBe(mentions.total);
    expect(sum(mentions.languages)).toBe(mentions.total);
    expect(sum(spellings)).toBe(mentions.total);
    const months = mentions.months.map(({ month }: { month: string | null }) => month);
    expect(months).toEqual([null, '2023-10', '2024-11', '2025-01']);
    const languages = mentions.languages.map(({ language }: { language: string }) => language);
    expect([...languages].sort()).toEqual(['ar', 'en', 'ru', 'tr']);
  });

  test('has the spellings that were seen', async () => {
    const { spellings } = await get(`/api/entities/${LAVROV}`);
    const seen = spellings.map(
      ({ spelling, language }: { spelling: string; language: string }) => `${language} ${spelling}`,
    );
    for (const spelling of [
      'ar لافروف',
      'ar سيرجي لافروف',
      'tr Sergey Lavrov',
      'ru Лаврова',
      'en Sergei Lavrov',
    ])
      expect(seen).toContain(spelling);
  });

  test('lists entities mentioned with it and related entities', async () => {
    const { together, related, description, names } = await get('/api/entities/place-astana', 'tr');
    expect(together.map(({ id }: { id: string }) => id)).toContain('event-astana-process');
    expect(together[0].documents).toBeGreaterThanOrEqual(together.at(-1).documents);
    expect(related).toContainEqual({ id: 'place-kazakhstan', type: 'place', name: 'Kazakistan' });
    expect(description).toBe("Kazakistan'ın başkenti");
    expect(names.ru[0]).toBe('Астана');
  });

  test('follows a document that changes and one that goes', async () => {
    const before = (await get('/api/entities/place-lisbon')).mentions.total;
    const article = (body: string) => ({ id: 'lisbon', title: 'A note', body, keywords: [] });
    await api.service.fill([article('Lisbon and Lisbon, then لشبونة.')]);
    expect((await get('/api/entities/place-lisbon')).mentions.total).toBe(before + 3);
    await api.service.fill([article('Only Lisbon.')]);
    expect(await get('/api/entities/place-lisbon')).toMatchObject({
      mentions: { total: before + 1, months: [{ month: null, mentions: 1 }] },
      spellings: [{ spelling: 'Lisbon', language: 'en', mentions: 1 }],
    });
    api.service.archive.delete('lisbon');
    await api.service.level();
    expect(await get('/api/entities/place-lisbon')).toMatchObject({
      documents: before,
      mentions: { total: before },
    });
  });
});

test('entities are looked up by a beginning in any script, the most mentioned first', async () => {
  for (const q of ['lav', 'لافر', 'Лавр']) {
    const { entities } = await get(`/api/entities?q=${encodeURIComponent(q)}`, 'ru');
    expect(entities[0]).toEqual({ id: LAVROV, type: 'person', name: 'Сергей Лавров' });
  }
});

describe('positions', () => {
  test.each([
    ['2010-05-01', 'Prime minister of Russia'],
    ['2015', 'President of Russia'],
    ['1990', null],
  ])('on %s: %s', async (date, title) => {
    const { position, positions } = await get(`/api/entities/person-vladimir-putin?date=${date}`);
    expect(position?.title ?? null).toBe(title);
    expect(positions.map(({ from }: { from: string }) => from)).toEqual([
      '2012-05-07',
      '2008-05-08',
      '2000-05-07',
    ]);
  });

  test('a query that is a title suggests who has it, in the language of the client', async () => {
    const { suggestions } = await get('/api/suggest?q=Russian%20foreign%20minister%202023', 'tr');
    expect(suggestions[0]).toMatchObject({
      kind: 'entity',
      text: 'Sergey Lavrov',
      entity: { id: LAVROV },
      position: { from: '2004-03-09', to: null },
    });
  });

  test('a date that is none is refused', async () => {
    expect((await api.ask('/api/entities/person-vladimir-putin?date=yesterday')).status).toBe(400);
  });
});
