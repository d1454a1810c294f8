/** An article as a reference, in the words of the page's language. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Article } from '../../../src/web/api/types.ts';
import { citation } from '../../../src/web/article/citation.ts';
import { loadTranslator } from '../../../src/web/i18n/translator.ts';

const LINK = 'https://archive.example/articles/a';
const ARTICLE = {
  title: 'مباحثات أستانا',
  authors: ['Ada B.', 'Cem D.'],
  source: 'Steppe Wire',
  publishedAt: '2024-11-12T08:00:00Z',
  url: 'https://example.org/a',
} as unknown as Article;

beforeAll(() => vi.useFakeTimers({ now: new Date('2025-01-30T12:00:00Z') }));
afterAll(() => void vi.useRealTimers());

const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

test.each([
  [
    'en',
    'Ada B., Cem D. “مباحثات أستانا”. Steppe Wire. November 12, 2024. https://example.org/a (accessed January 30, 2025).',
  ],
  [
    'ru',
    'Ada B., Cem D. «مباحثات أستانا». Steppe Wire. 12 ноября 2024 г. https://example.org/a (дата обращения: 30 января 2025 г.).',
  ],
] as const)('%s', async (language, text) =>
  expect(plain(citation(ARTICLE, LINK, await loadTranslator(language)))).toBe(text),
);

test('what an article lacks is left out; an address that is not of the web gives way to the link', async () => {
  const bare = { title: 'T', url: 'javascript:alert(1)' } as unknown as Article;
  expect(plain(citation(bare, LINK, await loadTranslator('en')))).toBe(
    `“T”. No date. ${LINK} (accessed January 30, 2025).`,
  );
});
