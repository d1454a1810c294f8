/** Similar words, which meet only in their root, are no match: they are shown last, if at all, and said to be similar. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestService, testService } from '../support/service.ts';

const article = (id: string, body: string) => ({ id, title: '', body, keywords: [] });

const CORPUS = [
  article('yemen', 'اليمن يعاني من الحرب منذ سنوات.'),
  article('far right', 'فاز اليمين المتطرف في الانتخابات أمس.'),
  article('qatar', 'زار وزير الخارجية دولة قطر أمس.'),
  article('train', 'وصل قطار جديد إلى المحطة أمس.'),
  article('syria', 'عقدت في سوريا جلسة جديدة أمس.'),
  article('sura', 'قرأ الطالب سورة قصيرة أمس.'),
  article('opera', 'Opera binası dün akşam şehirde açıldı.'),
  article('operation', 'Polis operasyonu dün akşam şehirde sürdü.'),
  article('novel', 'Yazar yeni bir roman yazdı.'),
  article('romania', 'Romanya dün seçime gitti.'),
  article('sea', 'Deniz dün kirlendi.'),
  article('denizli', 'Denizli dün kar altında kaldı.'),
  article('republic', 'Cumhuriyet dün kutlandı.'),
  article('president', 'Cumhurbaşkanı dün konuştu.'),
  article('ministry', 'Bakanlık dün akşam yeni kararı açıkladı.'),
  article('minister', 'Yeni bakan dün akşam göreve geldi.'),
  article('years', 'Uzun yıllar böyle geçti gitti.'),
  article('yilmaz', 'Ahmet Yılmaz dün akşam geldi.'),
];

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill(CORPUS);
});
afterAll(() => service.remove());

describe('a word that names an entity', () => {
  test.each([
    ['اليمن', ['yemen'], 'not the right wing'],
    ['قطر', ['qatar'], 'not a train'],
    ['سوريا', ['syria'], 'not a sura'],
    ['Romanya', ['romania'], 'not a novel'],
    ['Denizli', ['denizli'], 'not the sea'],
  ])('%s finds %j alone: %s', async (q, expected) => {
    const { hits, total, partial, relaxed } = await service.ask(q);
    expect(hits.map(({ id }) => id)).toEqual(expected);
    expect([total, partial, relaxed]).toEqual([{ value: expected.length, relation: 'eq' }, 0, null]);
  });
});

describe('a word that only begins as another one', () => {
  test.each([
    ['سورة', ['sura'], 'not Syria'],
    ['opera', ['opera'], 'not an operation'],
    ['operasyon', ['operation'], 'not an opera'],
    ['roman', ['novel'], 'not Romania'],
    ['deniz', ['sea'], 'not Denizli'],
    ['yıllar', ['years'], 'not the name Yılmaz'],
    ['Yılmaz', ['yilmaz'], 'not years'],
  ])('%s matches %j alone: %s', async (q, expected) => {
    const { hits, total } = await service.ask(q);
    const matching = hits.filter(({ missing, similar }) => missing.length + similar.length === 0);
    expect(matching.map(({ id }) => id)).toEqual(expected);
    expect(total).toEqual({ value: expected.length, relation: 'eq' });
  });
});

describe('a word with similar words', () => {
  test.each([
    ['bakanlık', 'ministry', 'minister'],
    ['cumhuriyet', 'republic', 'president'],
    ['cumhurbaşkanı', 'president', 'republic'],
  ])('%s finds %s, and after it %s, which is not counted', async (q, match, similar) => {
    const { hits, total, partial, facets, relaxed } = await service.ask(q, { facets: ['lang'] });
    expect(hits.map((hit) => [hit.id, hit.missing, hit.similar])).toEqual([
      [match, [], []],
      [similar, [], [q]],
    ]);
    expect([total, partial]).toEqual([{ value: 1, relation: 'eq' }, 1]);
    expect(facets.lang?.reduce((sum, { count }) => sum + count, 0)).toBe(1);
    expect(relaxed).toEqual({ why: 'similar', dropped: [{ kind: 'similar', text: q }] });
    const kinds = hits.map(({ highlights }) => highlights.body[0]!.marks.map(({ kind }) => kind));
    expect(kinds[1]).toEqual(['similar']);
    expect(kinds[0]).not.toContain('similar');
    expect(hits[0]!.score!).toBeGreaterThan(hits[1]!.score!);
  });

  test('strictly, it finds itself alone', async () => {
    const { hits, relaxed } = await service.ask('bakanlık', { relax: [] });
    expect([hits.map(({ id }) => id), relaxed]).toEqual([['ministry'], null]);
  });

  test('with ten documents that have it, half a page, it finds itself alone', async () => {
    const TEN = [...'abcdefghij'];
    const own = testService();
    try {
      await own.fill([
        ...TEN.map((id) => article(id, 'Bakanlık dün akşam yeni kararı açıkladı.')),
        article('minister', 'Yeni bakan dün akşam göreve geldi.'),
      ]);
      const { hits, partial, relaxed } = await own.ask('bakanlık');
      expect([hits.map(({ id }) => id).sort(), partial, relaxed]).toEqual([TEN, 0, null]);
    } finally {
      await own.remove();
    }
  });

  test('beside other words, a document of nothing but similar words is last, whatever its score', async () => {
    const { hits } = await service.ask('bakanlık trafik kar');
    const last = hits.at(-1)!;
    for (const { missing, similar } of hits.slice(0, -1))
      expect(missing.length + similar.length).toBeLessThan(3);
    expect(hits.map(({ score }) => score!)).toEqual(
      hits.map(({ score }) => score!).toSorted((a, b) => b - a),
    );
    expect(last.id).toBeDefined();
  });
});
