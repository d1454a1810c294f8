/** An incomplete or misspelt name reaches the other scripts as the complete name does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../../src/common/types.ts';
import type { SearchRequest } from '../../../src/search/searcher.ts';
import { type TestService, testService } from '../../support/service.ts';

const article = (id: string, body: string): Article => ({ id, title: '', body, keywords: [] });

const CORPUS: readonly Article[] = [
  article('ar', 'قال لافروف إن المحادثات مستمرة.'),
  article('ru', 'Лаврову задали вопросы о переговорах.'),
  article('tr', 'Rus bakan Lavrov dün konuştu.'),
  article('other', 'Kar yağışı yolları kapattı.'),
];

let service: TestService;
beforeAll(async () => {
  service = testService();
  await service.fill(CORPUS);
});
afterAll(() => service.remove());

async function found(q: string, more = {}): Promise<string[]> {
  return (await service.ask(q, more)).hits.map(({ id }) => id).sort();
}

describe('an incomplete name', () => {
  test.each([
    ['Lav', 'in Latin letters'],
    ['lavr', 'small'],
    ['лавр', 'in Cyrillic'],
    ['لافر', 'in Arabic'],
  ])('%s: %s', async (q) => {
    expect(await found(q)).toEqual(['ar', 'ru', 'tr']);
  });

  test('works next to other words, and a hit with all of them is first', async () => {
    const [first] = (await service.ask('المحادثات Lav')).hits;
    expect(first?.id).toBe('ar');
  });

  test('marks the complete name in the other script as the entity', async () => {
    const { hits } = await service.ask('Lav');
    const [passage] = hits.find(({ id }) => id === 'ar')!.highlights.body;
    expect(passage!.marks.map(({ kind, word }) => [kind, word])).toEqual([['entity', 'Lav']]);
    expect(passage!.text.slice(passage!.marks[0]!.start, passage!.marks[0]!.end)).toBe('لافروف');
  });

  test('is not recognised yet: no entity card is shown', async () => {
    expect((await service.ask('Lav')).recognised).toEqual([]);
  });

  test.each<[q: string, more: Partial<SearchRequest>, why: string]>([
    ['La', {}, 'two letters begin too many names'],
    ['Lav ', {}, 'a space ends the word'],
    ['Lav', { match: 'exact' }, 'only what is typed was asked for'],
    ['Merk', {}, 'nobody mentions her'],
  ])('%j %j is not completed to a name: %s', async (q, more) => {
    expect(await found(q, more)).not.toContain('ar');
  });
});

test('a misspelt name is corrected, and found in every script', async () => {
  expect(await found('Lavrof')).toEqual(['ar', 'ru', 'tr']);
  const { hits, suggestion } = await service.ask('Lavrof');
  expect(suggestion).toBe('lavrov');
  const kinds = hits.map(({ id, highlights }) => [id, highlights.body[0]!.marks[0]!.kind]);
  expect(Object.fromEntries(kinds)).toMatchObject({ ru: 'entity', tr: 'typo' });
});
