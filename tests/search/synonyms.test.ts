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

test('a file of synonyms is what it was after import and export', () => {
  const lines = ['car, automobile', 'AB => Avrupa, Brüksel', 'tr: araba, otomobil', 'سيارة, عربة'];
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
  ['car =>', 'is not one word'],
  ['a => b => c', 'one arrow'],
  ['merkez bankası, TCMB', '"merkez bankası" is not one word'],
  ['xx: a, b', '"xx" is no language'],
  ['ok, fine\ncar', 'Line 2'],
])('%j is refused: %s', (text, reason) => {
  expect(() => synonymsOfLines(text)).toThrow(reason);
  expect(synonymsIn(service.archive)).toEqual([]);
});
