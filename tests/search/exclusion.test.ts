/** What a query excludes, and what it asks of a field, it knows by every name, script and form. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestService, testService } from '../support/service.ts';

const article = (id: string, title: string, body: string, more = {}) => ({
  id,
  title,
  body,
  keywords: [],
  ...more,
});

const CORPUS = [
  article('ru', 'Лавров в Москве', 'Лавров говорил о Сирии.', { source: 'AA', publishedAt: '2023-05-01' }),
  article('ar', 'لافروف في موسكو', 'قال لافروف شيئا عن سوريا.', { publishedAt: '2024-05-01' }),
  article('tr', 'Bakan açıkladı', 'Lavrov dün konuştu.', { source: 'TASS', publishedAt: '2024-01-02' }),
  article('en', 'A minister speaks', 'Lavrov spoke about pipelines.', { keywords: ['Syria'] }),
  // Kandorin is invented: no gazetteer has him, and he is found by his sound.
  article(
    'kandorin-en',
    'Talks',
    'The talks led by Minister Stefan Kandorin ended. Critics of Kandorin disagreed.',
  ),
  article('kandorin-ru', 'Встреча', 'Вчера министр Стефан Кандорин прибыл. Кандорину задали вопросы.'),
];

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill(CORPUS);
});
afterAll(() => service.remove());

test.each<[q: string, expected: string[], why: string]>([
  ['Lavrov', ['ar', 'en', 'ru', 'tr'], 'all scripts'],
  ['Lavrov -Syria', ['tr'], 'an excluded entity is excluded in every script and field'],
  ['Lavrov -سوريا', ['tr'], 'whatever the script of the query'],
  ['Lavrov NOT Syria', ['tr'], 'NOT is the same as a minus'],
  ['Lavrov -(Syria OR pipeline)', ['tr'], 'each of the alternatives is excluded'],
  ['Lavrov -pipeline', ['ar', 'ru', 'tr'], 'other forms of the excluded word'],
  ['Kandorin', ['kandorin-en', 'kandorin-ru'], 'by sound'],
  ['(министр OR minister) -Kandorin', ['en'], 'an excluded name is excluded by its sound, too'],
  ['title:Lavrov', ['ar', 'ru'], 'a name in the title, in any script'],
  ['-title:Lavrov Lavrov', ['en', 'tr'], 'a name excluded from the title'],
  ['title:(Lavrov OR minister)', ['ar', 'en', 'ru'], 'a field before parentheses'],
  ['body:Syria', ['ar', 'ru'], 'the body alone'],
  ['keywords:Syria', ['en'], 'the keywords alone'],
  ['Lavrov -source:AA', ['ar', 'en', 'tr'], 'documents without a source are not of it'],
  ['Lavrov source:AA OR source:TASS', ['ru', 'tr'], 'alternatives of filters'],
  ['Lavrov -entity:place-syria', ['tr'], 'an excluded entity by id'],
  ['Lavrov -lang:ru', ['ar', 'en', 'tr'], 'an excluded language'],
  ['Lavrov -date:2023', ['ar', 'en', 'tr'], 'documents without a date are not of it'],
  ['Lavrov date:2024-01..2024-03', ['tr'], 'a period'],
  ['(Lavrov lang:ru) OR (Lavrov lang:tr)', ['ru', 'tr'], 'filters within alternatives'],
  ['Lavrov -(Syria OR lang:en)', ['tr'], 'excluded alternatives of words and filters are excluded each'],
  ['Lavrov NOT (source:AA OR (pipeline OR lang:tr))', ['ar'], 'however deep'],
  ['Lavrov lang:(ar OR ru)', ['ar', 'ru'], 'a filter before parentheses'],
  ['title:-Lavrov Lavrov', ['en', 'tr'], 'a minus after the field'],
  ['(Lavrov source:AA) OR (Kandorin lang:en)', ['kandorin-en', 'ru'], 'sources within alternatives'],
])('%s finds %j: %s', async (q, expected) => {
  const { hits, total, relaxed, notices } = await service.ask(q);
  expect(hits.map(({ id }) => id).sort()).toEqual(expected);
  expect([total, relaxed, notices]).toEqual([{ value: expected.length, relation: 'eq' }, null, []]);
});

test.each<[q: string, code: string, text: string]>([
  ['writer:Smith', 'unknown_field', 'writer:Smith'],
  ['Lavrov lang:xx', 'unknown_language', 'lang:xx'],
  ['Lavrov -lang:xx', 'unknown_language', 'lang:xx'],
  ['Lavrov date:2024-13', 'invalid_date', 'date:2024-13'],
  ['Lavrov date:yesterday', 'invalid_date', 'date:yesterday'],
  ['Lavrov entity:person-nobody', 'unknown_entity', 'entity:person-nobody'],
  ['source:AA OR Lavrov', 'filter_beside_words', 'source:AA'],
  ['++', 'no_words', '++'],
  ['؟', 'no_words', '؟'],
  ['🇹🇷', 'no_words', '🇹🇷'],
  ['""', 'no_words', '""'],
])('%s has the notice %s', async (q, code, text) => {
  expect((await service.ask(q)).notices).toEqual([{ code, text }]);
});

test.each(['++', '؟', '🇹🇷', '""', '()'])('%s has no words, so it finds nothing', async (q) => {
  const { hits, total, facets } = await service.ask(q, { facets: ['lang', 'source'] });
  expect([hits, total, facets]).toEqual([[], { value: 0, relation: 'eq' }, { lang: [], source: [] }]);
});

test.each(['', '  '])('%j is no query, so it shows everything', async (q) => {
  expect((await service.ask(q)).total.value).toBe(CORPUS.length);
});

test('a query of filters alone shows what passes them', async () => {
  const { hits, notices } = await service.ask('source:AA');
  expect([hits.map(({ id }) => id), notices]).toEqual([['ru'], []]);
});

test('more words than are searched begin so: a notice says it', async () => {
  const own = testService();
  try {
    const words = Array.from(
      { length: 120 },
      (_, n) => `zq${String.fromCharCode(97 + (n % 26))}${'x'.repeat(n / 26)}w`,
    );
    await own.fill([article('many', '', words.join(' ')), article('few', '', 'vorbat vorbatim')]);
    expect((await own.ask('zq*')).notices).toEqual([{ code: 'many_completions', text: 'zq*' }]);
    expect((await own.ask('vor*')).notices).toEqual([]);
  } finally {
    await own.remove();
  }
});
