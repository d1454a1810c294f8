/** Completions of a prefix that begins many words are the most frequent of all of them. */
import { expect, test } from 'vitest';
import { type TestService, testService } from '../../support/service.ts';

const article = (id: string, body: string) => ({ id, title: '', body, keywords: [] });
/** Words with letters only, in alphabetical order: qaaaa, qaaab … */
const word = (n: number): string =>
  `q${[17576, 676, 26, 1].map((unit) => String.fromCharCode(97 + (Math.floor(n / unit) % 26))).join('')}`;

const suggested = async (service: TestService, q: string) =>
  (await service.suggester.suggest({ q, limit: 20, language: 'en' }))
    .filter(({ kind }) => kind === 'word')
    .map(({ text, documents }) => `${text} ${documents}`)
    .slice(0, 2);

test('the most frequent word is suggested, wherever the alphabet has it', async () => {
  const service = testService();
  try {
    const many = Array.from({ length: 2500 }, (_, n) => word(n)).join(' ');
    const articles = [article('many', many), article('a', 'qzzza qzzzb'), article('b', 'qzzza')];
    await service.fill(articles);
    expect(await suggested(service, 'q')).toEqual(['qzzza 2', 'qaaaa 1']);
    // What is remembered of a prefix follows an index that has grown.
    await service.fill([...articles, article('c', 'qzzzb'), article('d', 'qzzzb')]);
    expect(await suggested(service, 'q')).toEqual(['qzzzb 3', 'qzzza 2']);
  } finally {
    await service.remove();
  }
});
