/** What helps a reader on: suggestions while typing, related articles, counts by month. */
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

const suggest = async (q: string, more = '', language?: string) =>
  (await get(`/api/suggest?q=${encodeURIComponent(q)}${more}`, language)).suggestions;

describe('suggestions', () => {
  test.each([
    ['lav', 'person-sergey-lavrov', 'the family name, begun'],
    ['сергей ла', 'person-sergey-lavrov', 'two words, the second begun'],
    ['لاف', 'person-sergey-lavrov', 'another script'],
    ['استا', 'place-astana', 'without hamza'],
    ['putin', 'person-vladimir-putin', 'the last word of a longer name'],
    ['rusya DISISL', 'organisation-russian-foreign-ministry', 'capitals without Turkish letters'],
  ])('%s offers %s first', async (q, id, why) => {
    const [first] = await suggest(q);
    expect(first, why).toMatchObject({ kind: 'entity', entity: { id } });
  });

  test('an entity has its name in the words that were begun and in the language of the reader', async () => {
    const [lavrov] = await suggest('لاف', '', 'ru');
    expect(lavrov).toMatchObject({
      text: 'لافروف',
      dir: 'rtl',
      entity: { type: 'person', name: 'Сергей Лавров' },
    });
    expect(lavrov.documents).toBeGreaterThan(3);
  });

  test('the last word is completed as the archive writes it, the words before it stay as typed', async () => {
    const texts = (await suggest('Rusya disis')).map(({ text }: { text: string }) => text);
    expect(texts).toContain('Rusya dışişleri');
  });

  test.each([
    ['', 'nothing is typed'],
    ['?!', 'no word'],
    ['zzzzzz', 'no such beginning'],
  ])('no suggestions for %j', async (q, why) => expect(await suggest(q), why).toEqual([]));

  test('a limit holds, and half of the places are left to words', async () => {
    const few = await suggest('a', '&limit=4');
    expect(few.length).toBeLessThanOrEqual(4);
    expect(few.filter(({ kind }: { kind: string }) => kind === 'entity').length).toBeLessThanOrEqual(2);
  });
});

describe('similar articles', () => {
  const idOf = async (q: string) => (await get(`/api/search?q=${encodeURIComponent(q)}&limit=1`)).hits[0].id;

  test('are about the same entities, in any language, and never the article itself', async () => {
    const id = await idOf('Lavrov Fidan Astana lang:en');
    const { hits } = await get(`/api/similar/${id}`);
    expect(hits.map((hit: { id: string }) => hit.id)).not.toContain(id);
    expect(hits[0].entities.map((entity: { id: string }) => entity.id)).toContain('person-sergey-lavrov');
    expect(new Set(hits.flatMap(({ languages }: { languages: string[] }) => languages)).size).toBeGreaterThan(
      1,
    );
    const scores = hits.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('an unknown id gives the usual error', async () => {
    expect((await get('/api/similar/nothing')).error.code).toBe('document_unknown');
  });
});

test('articles by month', async () => {
  const { facets, total } = await get('/api/search?q=lavrov&facets=date');
  const counts: { value: string; count: number }[] = facets.date;
  const months = counts.map(({ value }) => value);
  expect(months).toEqual([...months].sort());
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(total.value);
  expect(counts).toContainEqual({ value: '2023-10', count: 1 });
});
