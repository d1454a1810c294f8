/** Reading: versions of an article, colours by word; by the keyboard alone, and without violations. */
import { expect, test } from 'vitest';
import { violations } from './accessibility.ts';
import { PHONE, type Site, visit } from './visit.ts';

/** An article in three versions. */
export const VERSIONS = [
  {
    title: 'Explosion in the port',
    body: 'Five people were hurt, officials said.\nانفجار في المرفأ يوقع خمسة جرحى.\nThe port is closed.',
  },
  {
    title: 'Explosion in the port',
    body: 'Six people were hurt, officials said.\nانفجار في المرفأ يوقع ستة جرحى.\nThe port is closed.',
  },
  {
    title: 'Fire in the port',
    body: 'Six people were hurt, officials said.\nانفجار في المرفأ يوقع ستة جرحى.\nThe port is open.',
  },
].map((version) => ({ ...version, id: 'versions', source: 'Liman Haber', keywords: [] }));

export function describeReading(site: () => Site): void {
  test('the versions of an article and what each changed, by the keyboard alone', async () => {
    await visit(site(), '/articles/versions', async ({ page }) => {
      await page.getByRole('link', { name: 'This article was changed' }).focus();
      await page.keyboard.press('Enter');
      const changes = page.locator('.changes');
      await changes.locator('h2 ins').waitFor();
      expect(await page.locator(':focus').innerText()).toBe('Versions of this article');
      expect(await changes.locator('h2 del').innerText()).toBe('Explosion');
      expect(await changes.locator('h2 ins').innerText()).toBe('Fire');
      const links = page.locator('.version-list a');
      expect(await links.count()).toBe(3);
      expect(await links.first().getAttribute('aria-current')).toBe('true');
      await links.nth(1).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: 'Version 2' }).waitFor();
      expect(await changes.locator('p.text del').allInnerTexts()).toEqual(['Five', 'خمسة']);
      expect(await changes.locator('p.text ins').allInnerTexts()).toEqual(['Six', 'ستة']);
      const whole = await changes.locator('p.text').count();
      await changes.getByRole('checkbox').press('Space');
      expect(await changes.locator('p.text').count()).toBe(whole - 1);
      const sides = await changes
        .locator('p.text')
        .evaluateAll((all) => all.map((p) => getComputedStyle(p).direction));
      expect(sides).toEqual(['ltr', 'rtl']);
      await page.goBack();
      await changes.locator('h2 ins').waitFor();
      await page.getByRole('link', { name: 'To the article' }).click();
      await page.locator('.article h1').waitFor();
    });
  });

  test.each([
    ['/articles/versions/versions?version=7', 'This is not in the archive'],
    ['/articles/nobody/versions', 'This is not in the archive'],
  ])('%s says so', async (path, title) => {
    await visit(
      site(),
      path,
      async ({ page }) => {
        await page.locator('.notice.error').waitFor();
        expect(await page.locator('.notice.error').innerText()).toContain(title);
        expect(await page.locator('del, ins').count()).toBe(0);
      },
      { expected: /404/ },
    );
  });

  test('each word of a query has a colour and a pattern of its own, in hits, legend and article', async () => {
    await visit(site(), '/?q=Lavrov+Syria', async ({ page, settled }) => {
      const looks = (selector: string) =>
        page.locator(selector).evaluateAll((marks) => [
          ...new Set(
            marks.map((mark) => {
              const { backgroundColor, backgroundImage } = getComputedStyle(mark);
              return `${mark.getAttribute('data-word')} ${backgroundColor} ${backgroundImage.replace(/\(.*/, '')}`;
            }),
          ),
        ]);
      const legend = await looks('.word-legend mark');
      expect(await page.locator('.word-legend mark').allInnerTexts()).toEqual(['Lavrov', 'Syria']);
      expect(new Set(legend.map((look) => look.split(' ').slice(1).join(' '))).size).toBe(2);
      expect(new Set(legend.map((look) => look.split(' ').at(-1))).size).toBe(2);
      expect((await looks('.hits mark')).sort()).toEqual(legend.sort());
      await page.locator('.hits h3 a').first().click();
      await page.locator('.article mark').first().waitFor();
      expect(await page.locator('.article .word-legend mark').count()).toBe(2);
      await page.goto(`${site().url}/?q=Lavrov`);
      await settled();
      await page.locator('.hits mark').first().waitFor();
      expect(await page.locator('[data-word]').count()).toBe(0);
    });
  });

  test.each([
    ['en-US', 'light'],
    ['ar', 'dark'],
  ] as const)(
    'versions in %s, %s: no violations, and on a phone nothing is cut off',
    async (locale, colorScheme) => {
      await visit(
        site(),
        '/articles/versions/versions?version=2',
        async ({ page }) => {
          await page.locator('.changes ins').first().waitFor();
          expect(await violations(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        },
        { ...PHONE, locale, colorScheme },
      );
    },
  );
}
