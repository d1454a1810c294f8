/** Directions by measured positions, phone width, and text of the archive that would be something else if it could. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PHONE, type Site, visit } from './visit.ts';

const box = async (page: Page, selector: string): Promise<{ left: number; right: number; width: number }> => {
  const rect = await page.locator(selector).first().boundingBox();
  if (rect === null) throw new Error(`${selector} is not shown`);
  return { left: rect.x, right: rect.x + rect.width, width: rect.width };
};

/** Where the first line of each passage begins, as the distance of its ink from the left and right edge. */
const firstLines = (page: Page): Promise<{ dir: string; left: number; right: number }[]> =>
  page.locator('.hits p.text').evaluateAll((all) =>
    all.map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const [first] = range.getClientRects();
      const edges = one.getBoundingClientRect();
      const line = [...range.getClientRects()].filter(
        ({ top }) => Math.abs(top - first!.top) < first!.height / 2,
      );
      return {
        dir: (one as HTMLElement).dir,
        left: Math.min(...line.map(({ left }) => left)) - edges.left,
        right: edges.right - Math.max(...line.map(({ right }) => right)),
      };
    }),
  );

export function describeLayout(site: () => Site): void {
  test.each([
    ['ar', 'rtl'],
    ['fa', 'rtl'],
    ['en-US', 'ltr'],
    ['ru-RU', 'ltr'],
    ['tr-TR', 'ltr'],
  ])('%s: the page runs %s, every passage runs its own way', async (locale, dir) => {
    await visit(
      site(),
      '/?q=Lavrov',
      async ({ page }) => {
        expect(await page.locator('html').getAttribute('dir')).toBe(dir);
        expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
        const before = (a: { left: number; right: number }, b: { left: number; right: number }): boolean =>
          dir === 'rtl' ? a.left >= b.right : a.right <= b.left;
        expect(before(await box(page, '.results'), await box(page, '.search-view > .aside'))).toBe(true);
        expect(before(await box(page, '.wordmark'), await box(page, '.settings'))).toBe(true);
        expect(before(await box(page, '.facet li input'), await box(page, '.facet .value'))).toBe(true);
        // Time runs in the direction of reading.
        expect(
          before(await box(page, '.filters .column'), await box(page, '.filters .column:last-child')),
        ).toBe(true);
        const lines = await firstLines(page);
        expect(new Set(lines.map((line) => line.dir))).toEqual(new Set(['rtl', 'ltr']));
        for (const line of lines) expect(line.dir === 'rtl' ? line.right : line.left).toBeLessThan(3);
      },
      { locale },
    );
  });

  test('an article of two directions has each paragraph at its own edge', async () => {
    await visit(site(), '/?q="Ahmed el-Şaraa, Suriye\'nin"', async ({ page }) => {
      await page.locator('.hits h3 a').first().click();
      await page.locator('.article-body').waitFor();
      const paragraphs = await page
        .locator('.article-body p')
        .evaluateAll((all) =>
          all.map((one) => [
            one.getAttribute('lang'),
            getComputedStyle(one).direction,
            getComputedStyle(one).textAlign,
          ]),
        );
      expect(new Set(paragraphs.map(([lang, direction]) => `${lang} ${direction}`))).toEqual(
        new Set(['ar rtl', 'tr ltr']),
      );
      for (const [, , align] of paragraphs) expect(align).toBe('start');
    });
  });

  describe('360 pixels wide', () => {
    test.each(['ar', 'fa', 'tr-TR', 'en-US', 'ru-RU'])(
      '%s: the number of articles is in one line',
      async (locale) => {
        await visit(
          site(),
          '/',
          async ({ page }) => {
            const lines = await page.locator('.total').evaluate((one) => {
              const range = document.createRange();
              range.selectNodeContents(one);
              return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
            });
            expect(lines).toBe(1);
          },
          { ...PHONE, locale },
        );
      },
    );

    test.each([
      ['/', 'ar'],
      ['/', 'fa'],
      ['/', 'en-US'],
      ['/somewhere', 'ru-RU'],
      ['/?q=Lavrov', 'ru-RU'],
      ['/?q=Suriye&lang=tr', 'tr-TR'],
      ['/entities/place-syria', 'ar'],
      ['/articles/sample-energy', 'tr-TR'],
      ['/articles/hostile', 'en-US'],
    ])('%s in %s fits, and everything to press is large enough', async (path, locale) => {
      await visit(
        site(),
        path,
        async ({ page }) => {
          const { wide, small } = await page.evaluate(() => ({
            wide: document.documentElement.scrollWidth,
            small: [...document.querySelectorAll('button, summary, select, input')]
              .filter((one) => (one as HTMLElement).offsetParent !== null)
              .map((one) => (one.closest('label') ?? one).getBoundingClientRect())
              .filter(({ width, height }) => width < 24 || height < 24).length,
          }));
          expect(wide).toBeLessThanOrEqual(360);
          expect(small).toBe(0);
        },
        { ...PHONE, locale, ...(path === '/somewhere' && { expected: /404/ }) },
      );
    });

    test('filters are folded away and work', async () => {
      await visit(
        site(),
        '/?q=Suriye',
        async ({ page, settled }) => {
          await page.locator('.filters-fold summary').tap();
          await page.getByRole('checkbox', { name: /Arabic/ }).tap();
          await settled();
          expect(new URL(page.url()).searchParams.getAll('lang')).toEqual(['ar']);
          expect(await page.locator('.filters-fold summary').innerText()).toContain('1 filter');
        },
        PHONE,
      );
    });
  });

  test('text of the archive is text: no markup, no address but those of the web, no direction that leaks', async () => {
    await visit(site(), '/?q=hostile', async ({ page }) => {
      expect(await page.locator('.hits h3').first().innerText()).toContain('<img src=x onerror=alert(1)>');
      expect(await page.locator('.hits img, .hits script').count()).toBe(0);
      await page.locator('.hits h3 a').first().click();
      await page.locator('.article-body').waitFor();
      expect(await page.locator('.article-body').innerText()).toContain('</mark><script>alert(2)</script>');
      expect(await page.locator('.original a').count()).toBe(0);
      // The override in the source's name ends with its isolate: what follows is not turned round.
      const [source, languages] = await page.locator('.article .facts > span').evaluateAll((all) => {
        const rects = all.slice(-2).map((one) => one.getBoundingClientRect());
        return rects.map(({ left }) => left);
      });
      expect(source).toBeLessThan(languages!);
    });
  });
}
