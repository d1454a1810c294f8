/** Who appears with whom: by the keyboard alone, as a table, on a phone, and without violations. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './accessibility.ts';
import { api, PHONE, type Site, visit } from './visit.ts';

const counted = (text: string): number => Number(/\d+/.exec(text)![0]);
const drawn = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('.together-graph .lines path')
    .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));

export function describeTogether(site: () => Site): void {
  test('from a search to the names and to the articles of a pair, by the keyboard alone', async () => {
    await visit(site(), '/?q=Syria&lang=en', async ({ page, settled, titles }) => {
      await page.locator('.search-tools a').focus();
      await page.keyboard.press('Enter');
      const table = page.getByRole('table', { name: 'The same as a table' });
      await table.waitFor();
      expect(await page.locator(':focus').innerText()).toBe('Who appears with whom');
      expect(new URL(page.url()).pathname).toBe('/together');
      const link = table.locator('tbody a').first();
      const count = counted(await link.innerText());
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab');
        if (await link.evaluate((element) => element === document.activeElement)) break;
      }
      await page.keyboard.press('Enter');
      await settled();
      await page.waitForFunction(
        (n) => document.querySelector('.total')?.textContent?.startsWith(n),
        `${count}`,
      );
      expect((await titles()).length).toBe(count);
      await page.goBack();
      await table.waitFor();
    });
  });

  test('around somebody, only people; the lines are those of the table and always the same', async () => {
    const path = '/together?around=person-sergey-lavrov&types=person';
    await visit(site(), path, async ({ page }) => {
      const rows = page.locator('.together-table tbody tr');
      await rows.first().waitFor();
      expect(await page.locator('h1').innerText()).toContain('Sergey Lavrov');
      const { edges, nodes } = await api(site(), '/api/together?around=person-sergey-lavrov&types=person');
      expect(await rows.count()).toBe(edges.length);
      expect(await page.locator('.together-graph li').count()).toBe(nodes.length);
      const before = await drawn(page);
      expect(before.length).toBe(Math.min(30, edges.length));
      await page.getByRole('button', { name: 'Person' }).click();
      await page.waitForFunction(
        (n) => document.querySelectorAll('.together-graph li').length > n,
        nodes.length,
      );
      await page.getByRole('button', { name: 'Person' }).click();
      await page.waitForFunction(
        (n) => document.querySelectorAll('.together-graph li').length === n,
        nodes.length,
      );
      expect(await drawn(page)).toEqual(before);
    });
  });

  test('a line leads to the articles of its two names', async () => {
    await visit(site(), '/together?types=person', async ({ page, settled }) => {
      const line = page.locator('.together-graph .lines path').last();
      await line.waitFor({ state: 'attached' });
      const title = await line.locator('title').innerHTML();
      await line.dispatchEvent('click');
      await settled();
      expect(new URL(page.url()).searchParams.getAll('entity')).toHaveLength(2);
      expect(counted(await page.locator('.total').innerText())).toBe(counted(title));
    });
  });

  test.each([
    ['en-US', 'light', '/together'],
    ['ar', 'dark', '/together?around=person-sergey-lavrov'],
    ['fa', 'light', '/together?q=zzqxv'],
  ] as const)(
    '%s, %s, %s: no violations, on a phone nothing is cut off',
    async (locale, colorScheme, path) => {
      await visit(
        site(),
        path,
        async ({ page }) => {
          await page.locator('.together-view .facts').waitFor();
          expect(await violations(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        },
        { ...PHONE, locale, colorScheme },
      );
    },
  );
}
