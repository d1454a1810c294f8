/** Back and forward, what is shared, what is remembered. */
import { expect, test } from 'vitest';
import { api, type Site, visit } from './visit.ts';

export function describeHistory(site: () => Site): void {
  test('back and forward go through searches, filters and articles; typing is one step', async () => {
    await visit(site(), '/', async ({ page, search, settled, titles }) => {
      await search('Lav');
      await search('Lavrov');
      await page.keyboard.press('Enter');
      await settled();
      const found = await titles();
      await page.getByRole('checkbox', { name: /Turkish/ }).check();
      await settled();
      await page.mouse.wheel(0, 300);
      await page.locator('.hits h3 a').first().click();
      await page.locator('.article').waitFor();
      await page.locator('.article .mention a').first().click();
      await page.locator('.entity-head').waitFor();

      await page.goBack();
      await page.locator('.article').waitFor();
      await page.goBack();
      await settled();
      expect(new URL(page.url()).search).toBe('?q=Lavrov&lang=tr');
      await page.goBack();
      await settled();
      expect(await page.locator('#q').inputValue()).toBe('Lavrov');
      expect(await titles()).toEqual(found);
      await page.goBack();
      await settled();
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
      expect(await page.locator('#q').inputValue()).toBe('');
      await page.goForward();
      await settled();
      expect(await page.locator('#q').inputValue()).toBe('Lavrov');
      expect(await titles()).toEqual(found);
    });
  });

  test('going back from an article comes back to the same place', async () => {
    await visit(site(), '/', async ({ page, settled }) => {
      const link = page.locator('.hits h3 a').nth(8);
      await link.scrollIntoViewIfNeeded();
      await page.waitForTimeout(100);
      const before = await page.evaluate(() => scrollY);
      expect(before).toBeGreaterThan(300);
      await link.click();
      await page.locator('.article').waitFor();
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.goBack();
      await page.locator('.hits').waitFor();
      await settled();
      expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(40);
    });
  });

  test('an address that is shared shows the same to somebody else', async () => {
    const shared = '/?q=Suriye&lang=ar&entity=person-sergey-lavrov&sort=oldest';
    const { hits } = await api(
      site(),
      '/api/search?q=Suriye&lang=ar&entity=person-sergey-lavrov&sort=oldest',
    );
    await visit(site(), shared, async ({ page, titles }) => {
      expect(await titles()).toEqual(hits.map(({ title }: { title: string }) => title));
      expect(await page.getByRole('checkbox', { name: /Arabic/ }).isChecked()).toBe(true);
      expect(await page.locator('.sort select').inputValue()).toBe('oldest');
    });
  });

  test('searches are remembered in this browser only, and forgotten when one says so', async () => {
    await visit(site(), '/', async ({ page, search, settled }) => {
      await search('deprem');
      await page.keyboard.press('Enter');
      await page.locator('.wordmark').click();
      await settled();
      expect(await page.locator('.recent').innerText()).toContain('deprem');
      expect(JSON.stringify(await page.context().cookies())).not.toContain('deprem');
      await page.getByRole('button', { name: /^Remove .*deprem/ }).click();
      expect(await page.locator('.recent').count()).toBe(0);
      expect(await page.evaluate(() => localStorage.getItem('lisan-recent'))).toBe(null);
    });
    await visit(site(), '/', async ({ page }) => expect(await page.locator('.recent').count()).toBe(0));
  });
}
