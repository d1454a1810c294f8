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

/** One word in five paragraphs, of which a hit shows three. */
export const LONG = {
  id: 'long',
  title: 'Extinct animals',
  body: [1, 2, 3, 4, 5]
    .map((n) => `Paragraph ${n}. ${'It was long ago. '.repeat(60)}The quagga was seen.`)
    .join('\n'),
  keywords: [],
};

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

  test('one language of a mixed article first; the choice is kept for the next one', async () => {
    await visit(site(), '/articles/versions', async ({ page }) => {
      const directions = () =>
        page
          .locator('.article-body > *')
          .evaluateAll((all) => all.map((p) => p.getAttribute('dir') ?? p.tagName));
      const printed = ['ltr', 'rtl', 'ltr'];
      const choice = page.getByRole('group', { name: 'Read first' });
      await choice.waitFor();
      expect(await directions()).toEqual(printed);
      const texts = await page.locator('.article-body p').allInnerTexts();
      await choice.getByRole('button', { name: 'Arabic' }).focus();
      await page.keyboard.press('Enter');
      expect((await directions())[0]).toBe('rtl');
      expect(await page.locator('.article-body h2').innerText()).toBe('In other languages');
      expect((await page.locator('.article-body p').allInnerTexts()).sort()).toEqual(texts.sort());
      await page.reload();
      await choice.waitFor();
      expect((await directions())[0]).toBe('rtl');
      await choice.getByRole('button', { name: 'As printed' }).click();
      expect(await directions()).toEqual(printed);
      await page.goto(`${site().url}/articles/copy-0`);
      await page.locator('.article-body p').first().waitFor();
      expect(await choice.count()).toBe(0);
    });
  });

  test('what a hit does not show leads to its place in the article, and from there one steps through the marks', async () => {
    await visit(site(), '/?q=quagga', async ({ page }) => {
      const more = page.locator('.more-marks a');
      expect(await more.innerText()).toBe('2 more in this article');
      await more.focus();
      await page.keyboard.press('Enter');
      const focused = page.locator('.article-body mark:focus');
      await focused.waitFor();
      const marks = page.locator('.article-body mark');
      expect(await marks.count()).toBe(5);
      expect(await marks.nth(3).evaluate((mark) => mark === document.activeElement)).toBe(true);
      const status = page.locator('.mark-steps [role=status]');
      expect(await status.innerText()).toBe('4 of 5');
      await page.getByRole('button', { name: 'Next marked word' }).press('Enter');
      expect(await status.innerText()).toBe('5 of 5');
      await page.keyboard.press('Enter');
      expect(await status.innerText()).toBe('1 of 5');
      expect(await page.locator('mark.shown').evaluate((mark) => mark.getBoundingClientRect().top > 0)).toBe(
        true,
      );
      expect(await violations(page)).toEqual([]);
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
