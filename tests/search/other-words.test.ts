/** Words that stand for the word of a query: made from the name of a place, a model in another script, with an elided letter. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestService, testService } from '../support/service.ts';

const article = (id: string, body: string) => ({ id, title: '', body, keywords: [] });

const CORPUS = [
  article('lebanon', 'Вчера Ливан закрыл границу.'),
  article('lebanese', 'Вчера ливанский министр приехал в город.'),
  article('lebanese people', 'Вчера ливанцы вышли на улицы.'),
  article('turkish ru', 'Вчера турецкий министр приехал в город.'),
  article('chinese', 'Çinli şirketler dün anlaşmayı imzaladı.'),
  article('egyptians', 'Mısırlılar dün sandık başına gitti.'),
  article('syrian', 'A Syrian family arrived yesterday.'),
  article('nato', 'Вчера натовские генералы встретились.'),
  article('missile en', 'The S-400 was delivered yesterday.'),
  article('missile ru', 'Вчера поставили С-400.'),
  article('covid', 'В городе снова ковид-19.'),
  article('brand', 'Loreal opened a shop yesterday.'),
  article('jazeera', 'Aljazeera reported it yesterday.'),
];

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill(CORPUS);
});
afterAll(() => service.remove());

describe('a query finds other words that stand for its word', () => {
  test.each([
    ['Ливан', ['lebanese', 'lebanese people', 'lebanon'], 'adjective and people of a country, by rule'],
    ['Турция', ['turkish ru'], 'an adjective with other letters, by list'],
    ['НАТО', ['nato'], 'an abbreviation that is spoken as a word'],
    ['Çin', ['chinese'], '-lI'],
    ['Mısır', ['egyptians'], 'with a plural ending'],
    ['misir', ['egyptians'], 'typed without marks'],
    ['Syria', ['syrian'], '-n'],
    ['С-400', ['missile en', 'missile ru'], 'one model in two scripts'],
    ['S400', ['missile en', 'missile ru'], 'and without a hyphen'],
    ['COVID-19', ['covid'], 'a name with a number'],
    ["L'Oréal", ['brand'], 'written as one word'],
    ['Al-Jazeera', ['jazeera'], 'with the article in the word'],
  ])('%s: %j, %s', async (q, expected) => {
    const { hits, total } = await service.ask(q);
    expect([hits.map(({ id }) => id).sort(), total.value]).toEqual([expected, expected.length]);
    for (const { highlights } of hits) expect(highlights.body[0]!.marks).not.toEqual([]);
  });

  test('words made from a name are marked as other forms', async () => {
    const { hits } = await service.ask('Ливан');
    const marks = new Map(hits.map(({ id, highlights }) => [id, highlights.body[0]!.marks[0]!.kind]));
    expect(marks.get('lebanese')).toBe('stem');
    expect(marks.get('lebanon')).toBe('exact');
  });

  test.each([
    ['"Ливан"', ['lebanon'], 'a phrase is meant as it is'],
    ['ливанский', ['lebanese'], 'the adjective does not name the country'],
    ['Ливан -ливанский', ['lebanese people', 'lebanon'], 'what is made from a name can be excluded'],
  ])('%s: %j, %s', async (q, expected) => {
    const { hits } = await service.ask(q);
    const matching = hits.filter(({ similar }) => similar.length === 0);
    expect(matching.map(({ id }) => id).sort()).toEqual(expected);
  });
});

describe('a word that print cut at the end of a line', () => {
  test('is found, and marked as it is written', async () => {
    const own = testService();
    try {
      const body = 'First line.\nYesterday the govern-\nment fell.\nLast line.';
      await own.fill([article('cut', body)]);
      const { hits } = await own.ask('government');
      const [passage] = hits[0]!.highlights.body;
      const [mark] = passage!.marks;
      expect(passage!.text).toBe('Yesterday the govern-\nment fell.');
      expect(body.slice(mark!.start, mark!.end)).toBe('govern-\nment');
    } finally {
      await own.remove();
    }
  });
});
