/** Typing into the box: Arabic and Turkish, through an input method, fast, and with answers that come too late. */
import { expect, test } from 'vitest';
import { type Site, visit } from './visit.ts';

export function describeTyping(site: () => Site): void {
  test('hits come while an Arabic word is typed, marked, each passage in its own direction', async () => {
    await visit(site(), '/', async ({ page, search, titles }) => {
      await search('لافروف');
      expect((await titles()).length).toBeGreaterThan(2);
      expect(await page.locator('#q').evaluate((box) => getComputedStyle(box).direction)).toBe('rtl');
      expect(await page.locator('.hits mark[data-kind="exact"]').first().innerText()).toBe('لافروف');
      expect(await page.locator('.hits mark[data-kind="entity"]').allInnerTexts()).toContain('Лавров');
      const passages = await page
        .locator('.hits .text')
        .evaluateAll((all) => all.map((one) => [one.getAttribute('lang'), one.getAttribute('dir')]));
      for (const [lang, dir] of passages) expect(dir).toBe(lang === 'ar' ? 'rtl' : 'ltr');
      expect(new Set(passages.map(([lang]) => lang)).size).toBeGreaterThan(2);
      expect(new URL(page.url()).searchParams.get('q')).toBe('لافروف');
    });
  });

  test.each([
    ['disisleri', 'variant', 'Dışişleri', 'typed without Turkish letters'],
    ['DIŞİŞLERİ', 'exact', 'Dışişleri', 'the Turkish capitals of ı and i'],
    ["suriye'nin", 'exact', 'Suriye', 'with an ending behind an apostrophe'],
  ])('Turkish: %s', async (text, kind, marked, why) => {
    await visit(
      site(),
      '/',
      async ({ page, search }) => {
        await search(text);
        const marks = await page.locator(`.hits mark[data-kind="${kind}"]`).allInnerTexts();
        expect(marks, why).toContain(marked);
        const legend = await page
          .locator('.legend mark')
          .evaluateAll((all) => all.map((one) => one.getAttribute('data-kind')));
        expect(legend).toContain(kind);
      },
      { locale: 'tr-TR' },
    );
  });

  test('an input method composition is searched while typing, is not disturbed, and keeps its Enter', async () => {
    await visit(site(), '/', async ({ page, settled, titles }) => {
      const session = await page.context().newCDPSession(page);
      await page.locator('#q').click();
      const steps = await page.evaluate(() => history.length);
      for (const text of ['Л', 'Ла', 'Лав', 'Лавр', 'Лавро', 'Лавров']) {
        await session.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      }
      await page.waitForResponse((response) => decodeURIComponent(response.url()).includes('q=Лавров&'));
      await settled();
      expect(await page.locator('#q').inputValue()).toBe('Лавров');
      expect((await titles()).length).toBeGreaterThan(2);
      // Enter and an arrow as an input method sends them: with the composition still open.
      await session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Process',
        windowsVirtualKeyCode: 229,
      });
      await page.locator('#q').evaluate((box) => {
        for (const key of ['ArrowDown', 'Escape', '/'])
          box.dispatchEvent(
            new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }),
          );
      });
      expect(await page.locator('#q').inputValue()).toBe('Лавров');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
      await session.send('Input.insertText', { text: 'Лавров' });
      await page.keyboard.press('Enter');
      expect(await page.locator('#q').inputValue()).toBe('Лавров');
      expect(new URL(page.url()).searchParams.get('q')).toBe('Лавров');
      expect(await page.evaluate(() => history.length)).toBe(steps + 1);
    });
  });

  test('an answer that comes late does not take the place of a later one', async () => {
    await visit(site(), '/', async ({ page, search, titles }) => {
      await page.route('**/api/search?q=Galatasaray&**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        await route.continue().catch(() => {});
      });
      await page.locator('#q').click();
      await page.keyboard.type('Galatasaray');
      await page.waitForTimeout(200);
      await search('deprem');
      const found = await titles();
      await page.waitForTimeout(700);
      expect(await titles()).toEqual(found);
      expect(found.join()).not.toContain('Galatasaray');
    });
  });

  test('suggestions name entities in the script that is typed, and lead to them', async () => {
    await visit(site(), '/', async ({ page, settled }) => {
      await page.locator('#q').click();
      await page.keyboard.type('لافر');
      const option = page.locator('[role="option"]').first();
      await option.waitFor();
      expect(await option.locator('bdi').first().getAttribute('dir')).toBe('rtl');
      expect(await option.innerText()).toContain('Sergey Lavrov');
      await option.click();
      await settled();
      expect(await page.locator('#q').inputValue()).toBe('لافروف');
      expect(await page.locator('[role="listbox"]').isVisible()).toBe(false);
      await page.locator('.card').waitFor();
      expect(await page.locator('.card').innerText()).toContain('Сергей Лавров');
    });
  });

  test('typing sends one request after a pause and cancels outdated ones', async () => {
    await visit(site(), '/', async ({ page, settled }) => {
      const asked: string[] = [];
      const cancelled: string[] = [];
      page.on('request', (request) => {
        const { pathname, searchParams } = new URL(request.url());
        if (pathname.startsWith('/api/')) asked.push(`${pathname} ${searchParams.get('q') ?? ''}`.trim());
      });
      page.on('requestfailed', (request) =>
        cancelled.push(new URL(request.url()).searchParams.get('q') ?? ''),
      );
      await page.locator('#q').click();
      await page.keyboard.type('Lavrov');
      await page.locator('.card').waitFor();
      await settled();
      const counts = new Map<string, number>();
      for (const request of asked) counts.set(request, (counts.get(request) ?? 0) + 1);
      expect(
        [...counts.values()].every((count) => count === 1),
        asked.join(', '),
      ).toBe(true);
      expect(asked.length).toBeLessThanOrEqual(6);

      // An answer that is held back is given up as soon as another query is typed.
      await page.route('**/api/search?q=deprem*', () => {});
      await page.locator('#q').fill('deprem');
      await page.waitForRequest(/\/api\/search\?q=deprem/);
      await page.locator('#q').fill('Suriye');
      await page.waitForRequest(/\/api\/search\?q=Suriye/);
      await settled();
      expect(cancelled).toContain('deprem');
    });
  });

  test('a misspelt word is answered with what was probably meant', async () => {
    await visit(site(), '/?q=Lavrv', async ({ page, settled }) => {
      // The article that is first has the man in an Arabic title, too.
      const [hit] = await page.locator('.hits > *:has(mark)').all();
      const kinds = hit!.locator('mark').evaluateAll((marks) => marks.map((mark) => mark.dataset.kind));
      expect(await kinds).toContain('typo');
      await page.locator('.did-you-mean a').click();
      await settled();
      expect((await page.locator('#q').inputValue()).toLowerCase()).toBe('lavrov');
      expect(await page.locator('.hits mark').first().getAttribute('data-kind')).toBe('exact');
    });
  });
}
