/** Searching across languages: only where it is asked for, below the same language, and said in the marks. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestService, testService } from '../../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill([
    { id: 'en', title: 'Strong earthquake', body: 'An earthquake was felt on the coast.', keywords: [] },
    { id: 'ar', title: 'زلزال قوي', body: 'ضرب زلزال قوي الساحل.', keywords: [] },
    { id: 'ru', title: 'Землетрясение на побережье', body: 'Сильное землетрясение.', keywords: [] },
    { id: 'tr', title: 'Kıyıda deprem', body: 'Depremin ardından yardım gönderildi.', keywords: [] },
    { id: 'other', title: 'Weather', body: 'It rained.', keywords: [] },
  ]);
});
afterAll(() => service.remove());

const found = async (q: string, options: object = {}): Promise<string[]> =>
  (await service.ask(q, options)).hits.map(({ id }) => id).sort();

test('a word finds its translations if that is asked for', async () => {
  expect(await found('earthquake')).toEqual(['en']);
  expect(await found('earthquake', { across: true })).toEqual(['ar', 'en', 'ru', 'tr']);
  expect(await found('deprem', { across: true })).toEqual(['ar', 'en', 'ru', 'tr']);
});

test('the language of the query comes first, and translations are marked as such', async () => {
  const { hits } = await service.ask('earthquake', { across: true });
  expect(hits[0]!.id).toBe('en');
  const arabic = hits.find(({ id }) => id === 'ar')!;
  expect(arabic.highlights.title!.marks).toMatchObject([{ kind: 'translation', word: 'earthquake' }]);
});

test('phrases, exact words and names stand for themselves', async () => {
  expect(await found('"earthquake"', { across: true })).toEqual(['en']);
  expect(await found('earthquake', { across: true, match: 'exact' })).toEqual(['en']);
});
