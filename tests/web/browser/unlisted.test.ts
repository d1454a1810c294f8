/** Names that no list has on the page, and decisions about entities, in a real browser. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, running } from '../../support/running-service.ts';
import { violations } from './accessibility.ts';
import { findChromium, launch } from './chromium.ts';
import { PHONE, type Site, type Visit, visit } from './visit.ts';

const found = findChromium();
const KEY = 'admin-0123456789abcdef';
const said = (id: string, body: string) => ({ id, title: `News ${id}`, body, keywords: [] });
const ARTICLES = [
  said('en', 'President Viktor Balaginsky said on Monday in Syria that talks would go on.'),
  said('en2', 'President Viktor Balaginski said on Tuesday that nothing had changed in Syria.'),
  said('ru', 'Президент Виктор Балагинский заявил в понедельник, что переговоры продолжатся.'),
  said('tr', "Yönetmen Kerem Alışkan dün Ankara'da konuştu. Oyuncu Kerem Alışkan'ın eşi de geldi."),
];
const BALAGINSKY = 'unlisted-person-viktor-balaginsky';
const LOCALES = ['ar', 'tr-TR', 'en-US', 'ru-RU', 'fa'];

describe.runIf('path' in found)('the page', () => {
  let api: Running;
  let opened: Awaited<ReturnType<typeof launch>>;
  beforeAll(async () => {
    api = await running({ LISAN_NAMES: 'all', LISAN_API_KEYS: `admin:${KEY}` });
    await api.service.fill(ARTICLES);
    opened = await launch((found as { path: string }).path);
  }, 60_000);
  afterAll(async () => {
    await opened?.close();
    await api?.end();
  });
  const site = (): Site => ({ browser: opened.browser, url: api.server.url });
  /** With the key that a reader has typed before. */
  const withKey = (path: string, work: (visited: Visit) => Promise<void>, options = {}): Promise<void> =>
    visit(
      site(),
      '/?q=zzqxv',
      async (visited) => {
        await visited.page.evaluate((key) => sessionStorage.setItem('lisan-key', key), KEY);
        await visited.page.goto(api.server.url + path);
        await visited.settled();
        await work(visited);
        await visited.page.evaluate(() => sessionStorage.clear());
      },
      options,
    );
  const facetNames = ({ page }: Visit): Promise<string[]> =>
    page.locator('.facet:has(.unlisted-sign) .value, .facet .value:has-text("Syria")').allInnerTexts();

  test('the facet shows both kinds, with a sign, and a switch leaves only listed ones', async () => {
    await visit(site(), '/', async (visited) => {
      const { page } = visited;
      const facet = page.locator('.facet', { hasText: 'Syria' });
      expect(await facet.locator('li', { hasText: 'Balaginsk' }).locator('.unlisted-sign').count()).toBe(1);
      expect(await facet.locator('li', { hasText: 'Syria' }).locator('.unlisted-sign').count()).toBe(0);
      await page.getByLabel('Only names from the list').check();
      await visited.settled();
      await page.waitForFunction(() => document.querySelector('.filters .unlisted-sign') === null);
      expect(new URL(page.url()).searchParams.get('names')).toBe('listed');
      expect(await facetNames(visited)).toContain('Syria');
    });
  });

  test('the card shows the spellings of all scripts', async () => {
    await visit(site(), '/?q=Viktor+Balaginsky', async ({ page }) => {
      const card = page.locator('.card');
      await card.waitFor();
      expect(await card.locator('.kicker .unlisted-sign').count()).toBe(1);
      const seen = await card.locator('.seen-as').innerText();
      for (const spelling of ['Viktor Balaginsky', 'Виктор Балагинский']) expect(seen).toContain(spelling);
      expect(await page.locator('.decide').count(), 'without a key nobody is asked').toBe(0);
    });
  });

  test('the box suggests it, with the sign', async () => {
    await visit(site(), '/', async ({ page }) => {
      await page.locator('#q').fill('balag');
      await page.locator('[role="option"] .unlisted-sign').first().waitFor();
    });
  });

  test('with the keyboard alone: asked whether it is right, two become one, and it is taken back', async () => {
    await withKey(`/entities/${BALAGINSKY}`, async ({ page }) => {
      const button = page.locator('.entity-head .decide');
      await button.waitFor();
      await button.focus();
      await page.keyboard.press('Enter');
      await page.locator('dialog').waitFor();
      await page.locator('dialog .picker input[type="text"]').focus();
      await page.keyboard.type('Kerem');
      await page.locator('dialog input[type="radio"]').first().waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Kept.').waitFor();
      expect(api.service.archive.setting('entity-decisions')).toContain('unlisted-person-kerem-aliskan');
      await page.getByRole('button', { name: 'Take back' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => !document.querySelector('dialog')?.textContent?.includes('Take back'));
      expect(api.service.archive.setting('entity-decisions')).toBeUndefined();
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.activeElement?.classList.contains('decide') === true);
    });
  });

  test('in an article, a mention is corrected', async () => {
    await withKey('/articles/en2', async ({ page }) => {
      await page.locator('.mention-list li', { hasText: 'Balaginsk' }).locator('.decide').click();
      await page.getByRole('button', { name: 'Nobody' }).click();
      await page.getByText('Kept.').waitFor();
    });
    const headers = { authorization: `Bearer ${KEY}` };
    const [decision] = (await api.ask('/api/entity-decisions', { headers })).body.decisions;
    expect(decision).toMatchObject({ kind: 'correct', document: 'en2', to: null });
    const takenBack = await api.ask(`/api/entity-decisions/${decision.id}?wait=true`, {
      method: 'DELETE',
      headers,
    });
    expect(takenBack.body).toMatchObject({ indexed: true });
  });

  test.each(LOCALES)('axe finds nothing, and nothing is cut off, in %s', async (locale) => {
    for (const viewport of [
      { width: 360, height: 740 },
      { width: 1200, height: 900 },
    ]) {
      const options = { locale, ...(viewport.width < 400 ? PHONE : { viewport }) };
      await visit(
        site(),
        '/?q=Viktor+Balaginsky',
        async ({ page }) => {
          await page.locator('.card').waitFor();
          expect(await violations(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
        },
        options,
      );
      await withKey(
        `/entities/${BALAGINSKY}`,
        async ({ page }) => {
          await page.locator('.entity-head .decide').click();
          await page.locator('dialog .picker input[type="text"]').fill('Syr');
          await page.locator('dialog input[type="radio"]').first().waitFor();
          expect(await violations(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
          const dialog = await page.locator('dialog').evaluate((box) => [box.scrollWidth, box.clientWidth]);
          expect(dialog[0]).toBe(dialog[1]);
        },
        options,
      );
    }
  });
});
