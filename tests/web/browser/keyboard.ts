/** The whole page without a mouse. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PHONE, type Site, visit } from './visit.ts';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    return at.id || at.dataset.stop || at.tagName;
  });

export function describeKeyboard(site: () => Site): void {
  test('from the box through suggestions and hits into an article and back', async () => {
    await visit(site(), '/?q=deprem', async ({ page, settled }) => {
      await page.keyboard.press('/');
      expect(await focused(page)).toBe('q');
      // The old words are selected: typing replaces them.
      await page.keyboard.type('lav');
      await page.locator('[role="option"]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      const active = await page.locator('#q').getAttribute('aria-activedescendant');
      expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Enter');
      await settled();
      expect(await page.locator('#q').inputValue()).toBe('Lavrov');
      expect(await page.locator('#q').getAttribute('aria-expanded')).toBe('false');

      const ids = await page
        .locator('.hits [data-stop]')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.stop));
      expect(ids.length).toBeGreaterThan(2);
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe(ids[0]);
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe(ids[1]);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await focused(page)).toBe('q');

      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.article').waitFor();
      expect(new URL(page.url()).pathname).toBe(`/articles/${encodeURIComponent(ids[1]!)}`);
      expect(await focused(page)).toBe('H1');
      await page.keyboard.press('Escape');
      await page.locator('.hits').waitFor();
      await settled();
      expect(await focused(page)).toBe(ids[1]);
      await page.keyboard.press('Escape');
      expect(await focused(page)).toBe('q');
      await page.keyboard.press('Escape');
      expect(await page.locator('#q').inputValue()).toBe('');
    });
  });

  test('facets and the histogram', async () => {
    await visit(site(), '/?q=Lavrov', async ({ page, settled }) => {
      await page.getByRole('checkbox', { name: /Turkish/ }).focus();
      await page.keyboard.press('Space');
      await settled();
      expect(new URL(page.url()).searchParams.getAll('lang')).toEqual(['tr']);
      await page.keyboard.press('Space');
      await settled();
      expect(new URL(page.url()).searchParams.getAll('lang')).toEqual([]);

      const from = page.locator('.filters').getByRole('slider', { name: 'From' });
      await from.focus();
      const first = await from.getAttribute('aria-valuetext');
      await page.keyboard.press('ArrowRight');
      expect(await from.getAttribute('aria-valuetext')).not.toBe(first);
      await page.waitForURL(/from=2023-11-01/);
      await settled();
      expect(await page.locator('[role="status"]').innerText()).not.toBe('');
      const dates = await page
        .locator('.hits time')
        .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')!));
      for (const date of dates) expect(date >= '2023-11-01').toBe(true);
    });
  });

  test('the arrows of the histogram follow the direction of the page', async () => {
    await visit(
      site(),
      '/?q=Lavrov',
      async ({ page }) => {
        const from = page.locator('.filters').getByRole('slider').first();
        await from.focus();
        await page.keyboard.press('ArrowLeft');
        expect(await from.getAttribute('aria-valuenow')).toBe('1');
        await page.waitForURL(/from=2023-11-01/);
      },
      { locale: 'ar' },
    );
  });

  test('a key of one character can be switched off, and never stops one from writing it', async () => {
    await visit(site(), '/?q=deprem', async ({ page }) => {
      await page.locator('#q').focus();
      await page.keyboard.type('/');
      expect(await page.locator('#q').inputValue()).toContain('/');
      await page.locator('.gear').focus();
      await page.keyboard.press('Enter');
      await page.locator('#settings').waitFor();
      await page.locator('#settings input[type="checkbox"]').focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Escape');
      expect(await page.locator('#settings').isVisible()).toBe(false);
      await page.locator('.hits a').first().focus();
      await page.keyboard.press('/');
      expect(await focused(page)).not.toBe('q');
    });
  });

  test('the first stops lead to the results and to the filters, past all before them', async () => {
    await visit(site(), '/?q=deprem', async ({ page }) => {
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText()).toBe('Skip to the results');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('results');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('#results') !== null)).toBe(true);
      await page.locator('.skip').first().focus();
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText()).toBe('Skip to the filters');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('filters');
    });
  });

  test('the keyboard comes to the filters before it comes to the hits', async () => {
    for (const options of [{}, PHONE]) {
      await visit(
        site(),
        '/?q=Suriye',
        async ({ page }) => {
          const order = await page.evaluate(() => {
            const stops = [
              ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary'),
            ];
            const first = (selector: string) => stops.findIndex((stop) => stop.closest(selector) !== null);
            return [first('.sort'), first('#filters'), first('.hits')];
          });
          expect(order).toEqual([...order].sort((a, b) => a - b));
          expect(order[0]).toBeGreaterThan(0);
        },
        options,
      );
    }
  });
}
