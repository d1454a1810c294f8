/** Help, the advanced search, export: with a mouse, and without one. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Site, visit } from './visit.ts';

const query = (page: Page): string | null => new URL(page.url()).searchParams.get('q');

export function describeTools(site: () => Site): void {
  test.each(['en-US', 'ar', 'fa', 'tr-TR', 'ru-RU'])(
    '%s: every example of the help is understood',
    async (locale) => {
      await visit(
        site(),
        '/',
        async ({ page, settled }) => {
          const tools = page.locator('.search-tools button');
          const rows = page.locator('.syntax tbody a');
          await tools.first().click();
          await rows.first().waitFor();
          const count = await rows.count();
          expect(count).toBeGreaterThan(7);
          for (let row = 0; row < count; row++) {
            if (row > 0) await tools.first().click();
            const example = await rows.nth(row).innerText();
            await rows.nth(row).click();
            await page.locator('dialog').waitFor({ state: 'detached' });
            await settled();
            expect(query(page)).toBe(example);
            expect(await page.locator('.notice.error').count(), example).toBe(0);
          }
        },
        { locale },
      );
    },
  );

  test('help and advanced search by the keyboard alone', async () => {
    await visit(site(), '/', async ({ page, settled }) => {
      await page.locator('.search-tools button').first().focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Search help' });
      await dialog.waitFor();
      for (let step = 0; step < 15; step++) {
        await page.keyboard.press('Tab');
        const inside = await page.evaluate(() => {
          const at = document.activeElement;
          // A browser of its own may take the focus between the last stop and the first.
          return at === document.body || at?.closest('dialog') !== null;
        });
        expect(inside).toBe(true);
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await page.locator(':focus').innerText()).toBe('Search help');

      // Not by Tab: after the stops above it may begin in the browser's own controls.
      await page.getByRole('button', { name: 'Advanced search' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Advanced search' }).waitFor();
      await page.getByLabel('All of these words').focus();
      await page.keyboard.type('Lavrov');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Damascus');
      await page.keyboard.press('Enter');
      await settled();
      expect(query(page)).toBe('Lavrov -Damascus');
    });
  });

  test('the advanced form: all words, phrase, none, where, when, language and source', async () => {
    await visit(site(), '/?q=Lavrov', async ({ page, settled }) => {
      await page.getByRole('button', { name: 'Advanced search' }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByLabel('All of these words').inputValue()).toBe('Lavrov');
      await dialog.getByLabel('This exact phrase').fill('foreign "minister');
      await dialog.getByLabel('None of these words').fill('Ankara');
      await dialog.getByLabel('From', { exact: true }).fill('November 2024');
      await dialog.getByLabel('Language').selectOption({ label: 'English' });
      await dialog.getByLabel('Source').selectOption('Steppe Wire');
      await dialog.getByRole('button', { name: 'Search', exact: true }).click();
      await settled();
      const { searchParams } = new URL(page.url());
      expect(Object.fromEntries(searchParams)).toEqual({
        q: 'Lavrov "foreign minister" -Ankara',
        lang: 'en',
        source: 'Steppe Wire',
        from: '2024-11-01',
      });
    });
  });

  test('the articles of a search as a file', async () => {
    await visit(site(), '/?q=Lavrov&lang=tr', async ({ page, titles }) => {
      await page.locator('.menu summary').click();
      for (const [name, type] of [
        ['Table (CSV)', 'text/csv'],
        ['Data (JSON Lines)', 'application/x-ndjson'],
        ['References (RIS)', 'application/x-research-info-systems'],
      ] as const) {
        const href = await page.getByRole('link', { name }).getAttribute('href');
        const response = await fetch(site().url + href);
        expect(response.headers.get('content-type')).toContain(type);
        const text = await response.text();
        for (const title of await titles()) expect(text).toContain(title.replaceAll('"', '""').slice(0, 20));
      }
    });
  });

  test('names are compared by month as lines and as a table, and as shares', async () => {
    await visit(site(), '/?q=Lavrov', async ({ page }) => {
      await page.getByRole('button', { name: 'Compare' }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Compare' });
      expect(await dialog.getByLabel('Name or word 1').inputValue()).toBe('Lavrov');
      await dialog.getByLabel('Name or word 2').fill('Fidan, Hakan');
      await page.keyboard.press('Enter');
      const table = dialog.getByRole('table');
      await table.waitFor();
      expect(await table.locator('thead th').allInnerTexts()).toEqual([
        'Month',
        'Lavrov',
        'Fidan, Hakan',
        'All articles',
      ]);
      expect(await dialog.locator('.compare-lines figcaption li').count()).toBe(2);
      const first = () => table.locator('tbody tr').first().locator('td').allInnerTexts();
      expect(Number((await first())[0])).toBeGreaterThan(0);
      await dialog.getByLabel('As a share of all articles').check();
      expect((await first())[0]).toMatch(/%$/);
      await dialog.getByLabel('Count by').selectOption('lang');
      await dialog.getByRole('columnheader', { name: 'Language' }).waitFor();
      expect(await dialog.locator('.compare-lines').count()).toBe(0);
    });
  });

  test('a further field to compare comes with what is typed, up to five; the drawing has its height', async () => {
    await visit(site(), '/?q=Lavrov', async ({ page }) => {
      await page.getByRole('button', { name: 'Compare' }).click();
      const fields = page.getByRole('dialog').locator('input[type=text]');
      await fields.first().waitFor();
      expect(await fields.count()).toBe(2);
      for (const [index, name] of ['Fidan', 'Syria', 'Astana', 'Gaza'].entries())
        await fields.nth(index + 1).fill(name);
      expect(await fields.count()).toBe(5);
      await page.keyboard.press('Enter');
      await page.locator('.compare-table').waitFor();
      const counts = await page
        .locator('.compare-table tbody tr')
        .evaluateAll((rows) =>
          rows.flatMap((row) =>
            [...row.querySelectorAll('td')].slice(0, -1).map((cell) => Number(cell.textContent)),
          ),
        );
      expect(await page.locator('.compare-lines .most').innerText()).toBe(String(Math.max(...counts)));
    });
  });

  test('no word of the browser is in the list dialog, and its file is chosen by the keyboard', async () => {
    await visit(
      site(),
      '/',
      async ({ page }) => {
        await page.locator('.search-tools button').nth(2).click();
        const file = page.locator('.batch input[type=file]');
        await file.setInputFiles({
          name: 'имена.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('Lavrov\n'),
        });
        expect(await page.locator('.batch .file').innerText()).toBe('Выбрать файл имена.csv');
        expect((await file.boundingBox())!.width).toBeLessThanOrEqual(1);
        await page.locator('.batch textarea').focus();
        await page.keyboard.press('Tab');
        expect(await file.evaluate((input) => input === document.activeElement)).toBe(true);
        const outline = () =>
          page.locator('.batch .file label').evaluate((label) => getComputedStyle(label).outlineStyle);
        expect(await outline()).toBe('solid');
      },
      { locale: 'ru-RU' },
    );
  });

  test('a citation has the direction of the page, whatever the title is written in', async () => {
    await visit(
      site(),
      '/articles/sample-energy',
      async ({ page }) => {
        await page.locator('.cite summary').click();
        const cited = page.locator('.cite p.text');
        expect(await cited.evaluate((p) => getComputedStyle(p).direction)).toBe('rtl');
        expect(await cited.innerText()).toContain('Türkiye');
      },
      { locale: 'ar' },
    );
  });

  test('a list of names, typed or as a file, gives a table', async () => {
    await visit(site(), '/?lang=tr', async ({ page }) => {
      await page.getByRole('button', { name: 'Search a list' }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Search a list' });
      const submit = dialog.getByRole('button', { name: 'Download' });
      expect(await submit.isDisabled()).toBe(true);
      await dialog.getByLabel('Choose a file').setInputFiles({
        name: 'names.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('name\nLavrov\nNobody Atall\n'),
      });
      const [download] = await Promise.all([page.waitForEvent('download'), submit.click()]);
      expect(download.suggestedFilename()).toBe('hits.csv');
      const text = await readFile(await download.path(), 'utf8');
      expect(text).toMatch(/^\uFEFFposition,query/);
      expect(text).toMatch(/^1,"Lavrov",\d+,eq,"",1,/m);
      expect(text).toMatch(/^2,"Nobody Atall",0,eq,/m);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });
  });

  test('/docs is linked, has contents, fits a phone and has no violations', async () => {
    await visit(site(), '/', async ({ page }) => {
      await page.locator('.footer a').click();
      await page.waitForURL(/\/docs$/);
      await page.locator('nav a', { hasText: '/api/suggest' }).click();
      expect(new URL(page.url()).hash).toBe('#getSuggest');
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const { wide, over } = await page.evaluate(() => {
          const cells = [...document.querySelectorAll('dl > div')].filter((row) => {
            const [head, text] = [...row.children].map((cell) => cell.getBoundingClientRect());
            return (
              head!.right > text!.left + 1 && head!.bottom > text!.top + 1 && head!.top < text!.bottom - 1
            );
          });
          return { wide: document.documentElement.scrollWidth, over: cells.length };
        });
        expect(wide).toBeLessThanOrEqual(width);
        expect(over).toBe(0);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.locator('h1 a').click();
      await page.locator('#q').waitFor();
    });
  });
}
