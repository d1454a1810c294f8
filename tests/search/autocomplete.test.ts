/** What the search box suggests, and what a word finds while it is typed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestService, testService } from '../support/service.ts';

const article = (id: string, body: string) => ({ id, title: '', body, keywords: [] });

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill([
    article('lavrov', 'Rus bakan Lavrov dün konuştu.'),
    article('ar', 'قال لافروف إن المحادثات مستمرة.'),
    article('lavanta', 'Lavanta tarlaları çok güzel, lavanta bu yıl bol.'),
    article('merkez', 'Merkez bankası faizi açıkladı.'),
  ]);
});
afterAll(() => service.remove());

const suggested = async (q: string, limit = 8) =>
  (await service.suggester.suggest({ q, limit, language: 'en' })).map(
    ({ kind, text, documents }) => `${kind} ${text} ${documents}`,
  );

test('entities that are mentioned come first, then words, then entities that nobody mentions', async () => {
  const found = await suggested('mer');
  const word = found.findIndex((line) => line.startsWith('word merkez'));
  expect(word).toBe(0);
  const entities = found.filter((line) => line.startsWith('entity'));
  expect(entities.length).toBeGreaterThan(0);
  expect(entities.every((line) => line.endsWith(' 0'))).toBe(true);
  expect((await suggested('lav'))[0]).toMatch(/^entity .* 2$/);
});

test('one letter is completed', async () => {
  const found = await suggested('l', 20);
  expect(found[0]).toBe('entity Lavrov 2');
  expect(found).toContain('word lavanta 1');
  const { hits } = await service.ask('l');
  expect(hits.map(({ id }) => id)).toEqual(expect.arrayContaining(['lavrov', 'lavanta']));
});

test('a word that completes what is typed is marked as a completion, and a name in another script as a name', async () => {
  const { hits } = await service.ask('lav');
  const kinds = hits.map(({ id, highlights }) => [id, highlights.body[0]!.marks[0]!.kind]);
  expect(Object.fromEntries(kinds)).toEqual({ lavrov: 'completion', lavanta: 'completion', ar: 'entity' });
});

test('white space ends a word', async () => {
  expect((await suggested('mer ')).filter((line) => line.startsWith('word'))).toEqual([]);
});
