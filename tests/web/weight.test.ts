/** What a first visit loads. */
import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SCRIPT_BUDGET, weighPage } from '../../scripts/weigh-page.ts';

test('script is under its budget, and every script of the archive has its font', async () => {
  const { script, fonts } = await weighPage();
  expect(script).toBeGreaterThan(5_000);
  expect(script).toBeLessThan(SCRIPT_BUDGET);
  for (const subset of [
    'naskh-arabic-arabic',
    'serif-4-latin-wght',
    'serif-4-latin-ext',
    'serif-4-cyrillic-wght',
  ])
    expect(
      Object.keys(fonts).some((name) => name.includes(subset)),
      subset,
    ).toBe(true);
});

test('the search element is one file of less than 20 kB', () => {
  const { size } = statSync(new URL('../../dist/web/embed/lisan-search.js', import.meta.url));
  expect(size).toBeGreaterThan(5_000);
  expect(size).toBeLessThan(20_000);
});
