/** WCAG 2.2 AA, as far as axe-core can tell, in both appearances and both directions. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PHONE, type Site, type Visit, visit } from './visit.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong: rule and place. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(
    (tags) => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: tags }),
    RULES,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

const openWhy = async ({ page }: Visit): Promise<void> => {
  for (const summary of await page.locator('.why summary').all()) await summary.click();
};

const type = async ({ page }: Visit): Promise<void> => {
  await page.locator('#q').fill('lav');
  await page.locator('[role="option"]').first().waitFor();
  await page.keyboard.press('ArrowDown');
};

const openSettings = async ({ page }: Visit): Promise<void> => {
  await page.locator('.gear').click();
  await page.locator('#settings').waitFor();
};

const openTool =
  (index: number) =>
  async ({ page }: Visit): Promise<void> => {
    await page.locator('.search-tools button').nth(index).click();
    await page.locator('dialog').waitFor();
  };

const wrongDate = async ({ page }: Visit): Promise<void> => {
  await page.locator('.days input').first().fill('?');
  await page.keyboard.press('Enter');
  await page.locator('.problem').waitFor();
  await page.locator('.menu summary').click();
};

const compared = async (visited: Visit): Promise<void> => {
  await openTool(3)(visited);
  await visited.page.locator('.compare button[type=submit]').click();
  await visited.page.locator('.compare-table').waitFor();
};

const noMore = async (): Promise<void> => {};

export function describeAccessibility(site: () => Site): void {
  test.each([
    ['the first page', 'en-US', 'light', '/', noMore],
    ['suggestions', 'ar', 'dark', '/', type],
    ['hits with all their reasons', 'en-US', 'light', '/?q=disisleri+Лавров+suriye', openWhy],
    ['hits with all their reasons', 'ar', 'dark', '/?q=disisleri+Лавров+suriye', openWhy],
    ['a corrected word', 'ar', 'dark', '/?q=Lavrv', openWhy],
    ['nothing found', 'en-US', 'light', '/?q=zzqxv', noMore],
    ['settings', 'en-US', 'light', '/?q=Lavrov', openSettings],
    ['help', 'fa', 'light', '/', openTool(0)],
    ['advanced search', 'ar', 'dark', '/?q=Lavrov', openTool(1)],
    ['a list of queries', 'fa', 'light', '/', openTool(2)],
    ['names compared', 'ar', 'dark', '/?q=Lavrov', compared],
    [
      'filters that are on, a wrong date, the export',
      'ru-RU',
      'dark',
      '/?q=Lavrov&lang=tr&from=2024-01-01',
      wrongDate,
    ],
    ['a list of an entity', 'fa', 'dark', '/?entity=place-syria', noMore],
    ['an unknown entity', 'tr-TR', 'light', '/entities/nobody', noMore],
    ['the API', 'en-US', 'light', '/docs', noMore],
    ['the API', 'en-US', 'dark', '/docs', noMore],
    ['an entity', 'ar', 'dark', '/entities/person-sergey-lavrov', noMore],
    ['an article with marks', 'en-US', 'light', '/articles/sample-energy?q=Irak+petrol', noMore],
    ['an article with marks', 'ar', 'dark', '/articles/sample-energy?q=Irak+petrol', noMore],
  ] as const)('%s, in %s, %s', async (_name, locale, colorScheme, path, prepare) => {
    await visit(
      site(),
      path,
      async (visitor) => {
        await prepare(visitor);
        expect(await violations(visitor.page)).toEqual([]);
      },
      { locale, colorScheme, expected: /404/ },
    );
  });

  test('on a phone, with the filters open, in Turkish and Russian', async () => {
    for (const locale of ['tr-TR', 'ru-RU']) {
      await visit(
        site(),
        '/?q=Suriye',
        async ({ page }) => {
          await page.locator('.filters-fold summary').click();
          expect(await violations(page), locale).toEqual([]);
        },
        { ...PHONE, locale },
      );
    }
  });

  test('the appearance that is chosen stays, and comes without a flash of the other', async () => {
    await visit(site(), '/', async ({ page }) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = await ground();
      await page.locator('.gear').click();
      await page.getByRole('radio', { name: 'Dark' }).check();
      const dark = await ground();
      expect(dark).not.toBe(light);
      const html = await (await page.context().request.get(page.url())).text();
      expect(html).toContain('data-theme="dark"');
      await page.reload();
      expect(await ground()).toBe(dark);
    });
  });
}
