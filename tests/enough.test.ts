/** When documents that lack a word of the query are taken in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SearchRequest } from '../src/search.ts';
import { type TestService, testService } from './service.ts';

/** As many as make two words find only what has both. */
const WITH_ALL = 40;
const FILLER =
  'Elsewhere the day was quiet, shops were open, buses ran and nobody complained about anything. ';

let service: TestService;
beforeAll(async () => {
  service = testService();
  const passing = Array.from({ length: WITH_ALL }, (_, i) => ({
    id: `all-${i}`,
    title: '',
    body: `The glacier is far. ${FILLER.repeat(6)} A harbour. ${FILLER.repeat(6)} Some survey.`,
    keywords: [],
  }));
  const answer = {
    id: 'answer',
    title: 'Glacier survey',
    body: 'A glacier survey: the glacier lost ice in every survey.',
    keywords: [],
  };
  const neither = { id: 'neither', title: '', body: FILLER, keywords: [] };
  // What makes `harbour` a word that says little.
  const common = Array.from({ length: 100 }, (_, i) => ({
    id: `harbour-${i}`,
    title: '',
    body: `A harbour. ${FILLER}`,
    keywords: [],
  }));
  await service.fill([...passing, answer, neither, ...common]);
});
afterAll(() => service.remove());

const ids = async (q: string, more: Partial<SearchRequest> = {}): Promise<string[]> =>
  (await service.ask(q, { limit: 300, ...more })).hits.map(({ id }) => id);

test('two words are meant as they stand: where twenty documents have both, none with one', async () => {
  const found = await ids('glacier harbour');
  expect(found).toHaveLength(WITH_ALL);
  expect(found).not.toContain('answer');
});

test('of three words one may be another one: the document that is about the other two comes first', async () => {
  const found = await ids('glacier harbour survey');
  expect(found[0]).toBe('answer');
  expect(found.slice(1, WITH_ALL + 1).every((id) => id.startsWith('all-'))).toBe(true);
});

test('strict: every word, of however many', async () => {
  expect(await ids('glacier harbour survey', { strict: true })).not.toContain('answer');
});

test('a document with none of the words is never taken in', async () => {
  expect(await ids('glacier harbour survey')).not.toContain('neither');
});
