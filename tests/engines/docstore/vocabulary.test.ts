/** Similar words are the same whether the vocabulary is read word by word or from memory, and follow its changes. */
import { expect, test } from 'vitest';
import { type TestService, testService } from '../../support/service.ts';

const article = (id: string, body: string) => ({ id, title: '', body, keywords: [] });

/** Words of consonants in all orders: enough to be kept in memory after some look-ups. */
const words = Array.from({ length: 3000 }, (_, n) => `k${n.toString(26)}tarna`);

const similarTo = async (service: TestService, word: string) =>
  (await (await service.live.current()).similar(word, 1)).map((similar) => similar.word);

test('words in memory are those of the index, also after one is added', async () => {
  const service = testService();
  try {
    await service.fill([article('a', words.join(' '))]);
    const first = await similarTo(service, 'ktarna');
    expect(first.length).toBeGreaterThan(20);
    for (let times = 0; times < 30; times++) expect(await similarTo(service, 'ktarna')).toEqual(first);
    await service.fill([article('b', 'kütarna')]);
    expect(await similarTo(service, 'ktarna')).toEqual([...first, 'kutarna'].sort());
  } finally {
    await service.remove();
  }
});
