/** Synonyms of the archive: words that find each other, at query time. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  removeSynonym,
  storeSynonyms,
  synonymLine,
  synonymOfLine,
  synonymsIn,
  synonymsOfLines,
} from '../../src/search/synonyms/synonym-list.ts';
import { type TestService, testService } from '../support/service.ts';

const article = (id: string, body: string) => ({ id, title: '', body, keywords: [] });

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill([
    article('tr-1', 'Yeni arabalar bugün satışa çıktı.'),
    article('tr-2', 'Otomobilin fiyatı arttı.'),
    article('en-1', 'The automobile was parked outside.'),
    article('en-2', 'Two cars were parked outside.'),
    article('ar', 'اشترى سيارة جديدة أمس.'),
    article('bank', 'Merkez Bankası faizi artırdı.'),
    article('tcmb', 'TCMB faiz kararını açıkladı.'),
    article('apart', 'Merkezde yeni bir banka açıldı; şehir merkezi kalabalıktı.'),
    article('truce-ar', 'أعلن الجانبان وقف إطلاق النار مساء أمس.'),
    article('truce-one', 'اتفق الطرفان على هدنة طويلة.'),
    article('fire-ar', 'اندلعت النار في مصنع قديم.'),
    article('blaze', 'Пожар на складе потушили.'),
  ]);
});
afterAll(() => service.remove());
afterEach(() => {
  for (const { id } of synonymsIn(service.archive)) removeSynonym(service.archive, id);
});

const found = async (q: string, more = {}) => (await service.ask(q, more)).hits.map(({ id }) => id).sort();

test.each<[synonym: string, q: string, expected: string[], why: string]>([
  ['car, automobile', 'car', ['en-1', 'en-2'], 'two-way, with the forms of both'],
  ['car, automobile', 'automobiles', ['en-1', 'en-2'], 'in whatever form it is typed'],
  ['car => automobile', 'cars', ['en-1', 'en-2'], 'one-way, forth'],
  ['car => automobile', 'automobile', ['en-1'], 'one-way, not back'],
  ['tr: araba, otomobil', 'otomobil', ['tr-1', 'tr-2'], 'of a language'],
  ['car, سيارة', 'سيارة', ['ar', 'en-2'], 'across scripts'],
  ['car, automobile', 'parked -automobile', [], 'an exclusion excludes synonyms too'],
  ['car, automobile', '"two car"', [], 'words of a phrase stand for themselves'],
  ['car, automobile', 'automobile OR سيارة', ['ar', 'en-1', 'en-2'], 'within alternatives'],
  ['car, automobile', 'body:automobile', ['en-1', 'en-2'], 'within a field'],
  ['car, automobile', 'title:automobile', [], 'which holds for the synonym, too'],
  ['merkez bankası, TCMB', 'tcmb', ['bank', 'tcmb'], 'a word for several, and not where they are apart'],
  [
    'merkez bankası, TCMB',
    'merkez bankasının',
    ['apart', 'bank', 'tcmb'],
    'several words for one, in other forms',
  ],
  ['merkez bankası => TCMB', 'TCMB', ['tcmb'], 'one-way, not back'],
  ['TCMB => merkez bankası', 'TCMB faiz', ['bank', 'tcmb'], 'beside other words'],
  ['tr: merkez bankası, TCMB', 'tcmb', ['bank', 'tcmb'], 'of a language'],
  ['وقف إطلاق النار, هدنة', 'هدنة', ['truce-ar', 'truce-one'], 'with an article within'],
  ['وقف إطلاق النار, هدنة', 'وقف إطلاق النار', ['truce-ar', 'truce-one'], 'and back'],
  ['هدنة, ceasefire deal', 'ceasefire deal', ['truce-one'], 'across scripts, where the archive has one only'],
  ['merkez bankası, TCMB', 'faiz -TCMB', [], 'an exclusion excludes several words'],
  ['merkez bankası, TCMB', 'merkez -TCMB', ['apart'], 'but none that has one of them'],
  ['merkez bankası, TCMB', 'faiz -merkez -bankası', ['tcmb'], 'words excluded one by one are no spelling'],
  ['merkez bankası, TCMB', '"merkez bankası"', ['bank'], 'a phrase stands for itself'],
  ['merkez bankası, TCMB', 'title:TCMB', [], 'within a field'],
  ['merkez bankası, TCMB', 'body:TCMB', ['bank', 'tcmb'], 'which several words have, too'],
  ['merkez bankası, TCMB', 'TCMB OR araba', ['bank', 'tcmb', 'tr-1'], 'within alternatives'],
])('%s: %s finds %j: %s', async (synonym, q, expected) => {
  storeSynonyms(service.archive, [synonymOfLine(synonym)]);
  expect(await found(q, { relax: [] })).toEqual(expected);
});

test('a change takes effect at once, match=exact ignores synonyms, and marks say what they are', async () => {
  expect(await found('automobile')).toEqual(['en-1']);
  const [added] = storeSynonyms(service.archive, [{ words: ['car', 'automobile'] }]);
  const { hits, total } = await service.ask('automobile');
  expect(total).toEqual({ value: 2, relation: 'eq' });
  const marks = hits.flatMap(({ id, highlights }) =>
    highlights.body.flatMap(({ text, marks }) =>
      marks.map(({ start, end, kind, word }) => [id, text.slice(start, end), kind, word]),
    ),
  );
  expect(marks).toContainEqual(['en-1', 'automobile', 'exact', 'automobile']);
  expect(marks).toContainEqual(['en-2', 'cars', 'synonym', 'automobile']);
  expect(await found('automobile', { match: 'exact' })).toEqual(['en-1']);
  removeSynonym(service.archive, added!.id);
  expect(await found('automobile')).toEqual(['en-1']);
});

test('the longest synonym counts: a word within it has none of its own', async () => {
  storeSynonyms(service.archive, synonymsOfLines('النار => Пожар\nوقف إطلاق النار => هدنة'));
  expect(await found('النار', { relax: [] })).toEqual(['blaze', 'fire-ar', 'truce-ar']);
  expect(await found('وقف إطلاق النار', { relax: [] })).toEqual(['truce-ar', 'truce-one']);
});

test('marks of several words are one, from the first to the last, and say which word they are for', async () => {
  storeSynonyms(service.archive, [synonymOfLine('merkez bankası, TCMB')]);
  const marksOf = async (q: string): Promise<unknown[]> =>
    (await service.ask(q, { relax: [] })).hits.flatMap(({ id, highlights }) =>
      highlights.body.flatMap(({ text, marks }) =>
        marks.map(({ start, end, kind, word }) => [id, text.slice(start, end), kind, word]),
      ),
    );
  expect(await marksOf('TCMB')).toContainEqual(['bank', 'Merkez Bankası', 'synonym', 'TCMB']);
  expect(await marksOf('merkez bankası')).toContainEqual(['tcmb', 'TCMB', 'synonym', 'merkez bankası']);
  const { total } = await service.ask('TCMB', { relax: [] });
  expect(total).toEqual({ value: 2, relation: 'eq' });
});

test('a file of synonyms is what it was after import and export', () => {
  const lines = ['car, automobile', 'AB => Avrupa Birliği, Brüksel', 'tr: araba, otomobil', 'سيارة, عربة'];
  storeSynonyms(service.archive, synonymsOfLines(`# vehicles\n\n${lines.join('\r\n')}\n`));
  expect(synonymsIn(service.archive).map(synonymLine)).toEqual(lines);
  storeSynonyms(service.archive, [synonymOfLine('car,automobile')]);
  expect(synonymsIn(service.archive)).toHaveLength(4);
  storeSynonyms(service.archive, [synonymOfLine('a1, b1')], { replace: true });
  expect(synonymsIn(service.archive).map(synonymLine)).toEqual(['a1, b1']);
});

test.each([
  ['car', 'A synonym needs two words'],
  ['car, car', 'A synonym needs two words'],
  ['car =>', '"" cannot be a synonym'],
  ['a => b => c', 'one arrow'],
  ['one two three four five six seven, x', 'seven" cannot be a synonym'],
  ['car, "auto mobile"', 'cannot be a synonym'],
  ['car, auto!', '"auto!" cannot be a synonym'],
  ['xx: a, b', '"xx" is no language'],
  ['ok, fine\ncar', 'Line 2'],
])('%j is refused: %s', (text, reason) => {
  expect(() => synonymsOfLines(text)).toThrow(reason);
  expect(synonymsIn(service.archive)).toEqual([]);
});
