/** Names that are not in the gazetteer are found in every script; common words are not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entityLine } from '../../../src/cli/commands/entities-suggest.ts';
import type { Article } from '../../../src/common/types.ts';
import { discoverNames } from '../../../src/indexing/discover-names.ts';
import type { SearchRequest } from '../../../src/search/searcher.ts';
import { type TestService, testService } from '../../support/service.ts';

const article = (id: string, body: string): Article => ({ id, title: '', body, keywords: [] });

/** Qandorin and Velmira are invented names. */
const CORPUS: readonly Article[] = [
  article('ar', 'قال وزير الدفاع ستيفان كاندورين إن المحادثات مستمرة. وأضاف كاندورين أن الوفد وصل.'),
  article('ar-2', 'التقى الوزير ستيفان كاندورين بنظيره في فيلميرا أمس.'),
  article('ru', 'Вчера министр Стефан Кандорин прибыл в столицу. Кандорину задали вопросы.'),
  article('tr', "Savunma Bakanı Stefan Kandorin dün konuştu. Kandorin'in sözleri tartışıldı."),
  article('en', 'The talks led by Minister Stefan Kandorin ended late. Critics of Kandorin disagreed.'),
  article('book', 'قرأ الطالب كتابا عن الكتاب والكتب في مكتبة المدينة.'),
  article('firm-tr', 'Geçen yıl Fransız Orange şirketi büyüdü. Rakipleri Orange için endişeli.'),
  article('firm-ar', 'أعلنت شركة أورانج نتائجها وقالت أورانج إنها توسعت.'),
  article('words', 'The kitab shop sells every kind of book, and the kitab is old.'),
];

describe('on every engine that keeps a document store', () => {
  let service: TestService;
  beforeAll(async () => {
    service = testService();
    await service.fill(CORPUS);
  });
  afterAll(() => service.remove());

  const search = (q: string, more: Partial<SearchRequest> = {}) => service.ask(q, more);
  const kinds = async (q: string, more: Partial<SearchRequest> = {}): Promise<Record<string, string[]>> => {
    const { hits } = await search(q, more);
    return Object.fromEntries(
      hits.map(({ id, highlights }) => [
        id,
        [...new Set(highlights.body.flatMap(({ marks }) => marks.map(({ kind }) => kind as string)))],
      ]),
    );
  };

  test.each(['Kandorin', 'kandorin', 'كاندورين', 'Кандорин'])('%s finds all of them', async (q) => {
    expect(Object.keys(await kinds(q)).sort()).toEqual(['ar', 'ar-2', 'en', 'ru', 'tr']);
  });

  test('the mark has the kind "name" and covers the name', async () => {
    const { hits } = await search('Kandorin');
    const arabic = hits.find(({ id }) => id === 'ar')!;
    const [passage] = arabic.highlights.body;
    for (const { start, end, kind } of passage!.marks) {
      expect(kind).toBe('name');
      expect(passage!.text.slice(start - passage!.start, end - passage!.start)).toBe('كاندورين');
    }
    expect(passage!.marks).toHaveLength(2);
  });

  test('the script of the query comes first', async () => {
    const order = (await search('Kandorin')).hits.map(({ id }) => id);
    expect(order.slice(0, 2).sort()).toEqual(['en', 'tr']);
    const arabic = (await search('كاندورين')).hits.map(({ id }) => id);
    expect(arabic.slice(0, 2).sort()).toEqual(['ar', 'ar-2']);
  });

  test.each([{ match: 'exact' }, { names: false }] as const)('%o turns it off', async (more) => {
    expect(Object.keys(await kinds('Kandorin', more)).sort()).toEqual(['en', 'tr']);
  });

  test.each([
    ['kitab', 'an ordinary word of the archive that sounds like كتاب'],
    ['كتاب', 'an Arabic word that the archive has with an article'],
    ['book', 'nothing sounds like it'],
  ])('%s is not searched as a name: %s', async (q) => {
    expect(Object.values(await kinds(q)).flat()).not.toContain('name');
  });

  test('a dictionary word is a name only with a capital, whatever the archive contains', async () => {
    expect(Object.values(await kinds('orange')).flat()).not.toContain('name');
    expect((await kinds('Orange'))['firm-ar']).toEqual(['name']);
  });

  test('a name indexed after a search for it is found, and no longer once its articles are deleted', async () => {
    expect(await kinds('تراستيفيل')).toEqual({});
    service.archive.put([article('gone', 'The envoy Trastevel left for home.')]);
    await service.level();
    expect(Object.keys(await kinds('تراستيفيل'))).toEqual(['gone']);
    service.archive.delete('gone');
    await service.level();
    expect(await kinds('تراستيفيل')).toEqual({});
  });

  test('names next to titles are suggested with the spellings of every script', () => {
    const [first] = discoverNames(service.archive, service.tagger, 3);
    expect(first?.documents).toBe(5);
    const { id, type, names } = entityLine(first!);
    expect({ id, type }).toEqual({ id: 'person-stefan-kandorin', type: 'person' });
    expect(names).toEqual({
      ar: ['ستيفان كاندورين'],
      ru: ['Стефан Кандорин'],
      tr: ['Stefan Kandorin'],
      en: ['Stefan Kandorin'],
    });
    for (const { example, name } of first!.spellings) expect(example).toContain(name);
  });

  test('a name in too few documents is not suggested', () => {
    expect(discoverNames(service.archive, service.tagger, 6)).toEqual([]);
  });
});
