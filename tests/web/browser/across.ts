/** Words across languages: the switch, the languages found, and what marked words mean. */
import { beforeAll, expect, test } from 'vitest';
import { api, type Site, visit } from './visit.ts';

const SWITCHES = [
  ['en-US', 'Other languages, too'],
  ['tr-TR', 'Başka dillerde de ara'],
  ['ru-RU', 'Искать и на других языках'],
  ['ar', 'البحث بلغات أخرى أيضًا'],
  ['fa', 'جست‌وجو به زبان‌های دیگر هم'],
] as const;

export function describeAcross(site: () => Site): void {
  // The first such search reads the lexicon.
  beforeAll(async () => {
    await api(site(), '/api/search?q=bakan&across=true');
  });

  test.each(SWITCHES)(
    '%s: the switch finds other languages, names them, and can be undone',
    async (locale, label) => {
      await visit(
        site(),
        '/?q=bakan',
        async ({ page, settled }) => {
          expect(await page.locator('.also-in').count()).toBe(0);
          await page.locator('#filters').getByLabel(label).check();
          await settled();
          expect(new URL(page.url()).searchParams.get('across')).toBe('true');
          expect(await page.locator('.also-in').innerText()).toMatch(/English|العربية|русский/);
          await page.locator('#filters').getByLabel(label).uncheck();
          await settled();
          expect(new URL(page.url()).search).toBe('?q=bakan');
        },
        { locale },
      );
    },
  );

  test('a language that was found is one press away, and marked words are explained', async () => {
    await visit(
      site(),
      '/?q=bakan&across=true',
      async ({ page, settled }) => {
        const first = page.locator('.also-in button').first();
        const code = await first.locator('bdi').getAttribute('lang');
        await first.click();
        await settled();
        expect(new URL(page.url()).searchParams.get('lang')).toBe(code);
        expect(await page.locator('.glosses').first().innerText()).toContain(' = bakan');
      },
      { locale: 'tr-TR' },
    );
  });

  test('an opened article has the marks of translations', async () => {
    await visit(site(), '/?q=bakan&across=true', async ({ page, settled }) => {
      await settled();
      const hit = page.locator('.hit:has(mark[data-kind="translation"]) h3 a').first();
      await hit.click();
      await page.locator('.article-view mark[data-kind="translation"]').first().waitFor();
    });
  });
}
