/** The pages for those who run the archive, in a real browser: with the key, by keyboard, on a phone, in both directions. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pinsIn, storePins } from '../../../src/search/pins/pin-list.ts';
import { storeSynonyms, synonymsIn } from '../../../src/search/synonyms/synonym-list.ts';
import { QueryLog } from '../../../src/service/query-log.ts';
import { queryLogFile } from '../../../src/service/service.ts';
import { type Running, runningOnSample } from '../../support/running-service.ts';
import { throwAwayFolder } from '../../support/service.ts';
import { violations } from './accessibility.ts';
import { findChromium, launch } from './chromium.ts';
import { PHONE, type Visit, type VisitOptions, visit } from './visit.ts';

const found = findChromium();
const KEY = 'admin-0123456789abcdef';

describe.skipIf('reason' in found)('in a browser', () => {
  const folder = throwAwayFolder();
  const own = join(folder.path, 'mine.jsonl');
  let running: Running;
  let opened: Awaited<ReturnType<typeof launch>>;
  beforeAll(async () => {
    writeFileSync(own, '');
    running = await runningOnSample({ LISAN_API_KEYS: `admin:${KEY}`, LISAN_ENTITIES: own });
    opened = await launch((found as { path: string }).path);
    await running.service.level();
    const log = new QueryLog(queryLogFile(running.service.config), 30);
    log.note('zzqxv', 0, 8);
    log.note('merkez bankası', 0, 5);
    log.close();
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    await running.end();
    folder.remove();
  });
  beforeEach(() => {
    const { archive } = running.service;
    storeSynonyms(archive, [], { replace: true });
    storePins(archive, [], { replace: true });
  });

  /** A visit with the key, as after it was typed. */
  const open = (path: string, work: (visited: Visit) => Promise<void>, options: VisitOptions = {}) =>
    visit(
      { browser: opened.browser, url: running.server.url },
      path,
      async (visited) => {
        await enter(visited.page);
        await work(visited);
      },
      { expected: /40[134]/, ...options },
    );
  async function enter(page: Page): Promise<void> {
    const key = page.locator('.admin-form input[type=password]');
    const loaded = page.locator('.admin-view > :is(p, dl, section)').first();
    await key.or(loaded).first().waitFor();
    if ((await key.count()) === 0) return;
    await key.fill(KEY);
    await page.keyboard.press('Enter');
    await key.waitFor({ state: 'detached' });
    await loaded.waitFor();
  }

  test('without the key nothing is shown, a wrong one is refused, and the right one opens', async () => {
    await visit(
      { browser: opened.browser, url: running.server.url },
      '/admin',
      async ({ page }) => {
        await page.evaluate(() => sessionStorage.clear());
        await page.reload();
        const key = page.getByLabel('Key with the scope admin');
        await key.fill('wrong-key-0123456789');
        await page.keyboard.press('Enter');
        await page.getByRole('alert').waitFor();
        expect(await page.getByRole('alert').innerText()).toContain('not valid');
        expect(await page.locator('.admin-facts').count()).toBe(0);
        await key.fill(KEY);
        await page.keyboard.press('Enter');
        await page.locator('.admin-facts').waitFor();
        expect(await page.title()).toContain('State');
      },
      { expected: /401/ },
    );
  });

  test('a search without a result leads to a synonym, by the keyboard alone', async () => {
    await open('/admin?section=searches', async ({ page }) => {
      const action = page.getByRole('link', { name: 'Add a synonym: merkez bankası' }).first();
      await action.focus();
      await page.keyboard.press('Enter');
      const words = page.getByLabel('Words that find each other');
      expect(await words.inputValue()).toBe('merkez bankası');
      await words.focus();
      await page.keyboard.press('End');
      await page.keyboard.type(', TCMB');
      await page.keyboard.press('Enter');
      await page.getByText('Saved.').waitFor();
      expect(synonymsIn(running.service.archive)).toMatchObject([{ words: ['merkez bankası', 'TCMB'] }]);
      await page.getByRole('button', { name: /^Edit .*merkez bankası, TCMB/ }).click();
      await page.locator('.admin-form select').selectOption('tr');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.admin-list li', { hasText: 'Turkish' }).waitFor();
      expect(synonymsIn(running.service.archive)).toMatchObject([{ lang: 'tr' }]);
      await page.getByRole('button', { name: /^Remove .*merkez bankası, TCMB/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      expect(synonymsIn(running.service.archive)).toHaveLength(1);
      await page.getByRole('button', { name: /^Remove .*merkez bankası, TCMB/ }).click();
      await dialog.getByRole('button', { name: 'Remove' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('There is nothing here yet.').waitFor();
      expect(synonymsIn(running.service.archive)).toEqual([]);
    });
  });

  test('a redirect is a synonym in one direction', async () => {
    await open('/admin?section=searches', async ({ page }) => {
      await page.getByRole('link', { name: 'Show results for another word: zzqxv' }).first().click();
      await page.getByLabel('Also show results for').fill('Lavrov');
      await page.getByRole('button', { name: 'Add a synonym' }).click();
      await page.getByText('zzqxv → Lavrov').waitFor();
      expect(synonymsIn(running.service.archive)).toMatchObject([{ words: ['zzqxv'], to: ['Lavrov'] }]);
    });
  });

  test('an error of the service is told in the language of the page', async () => {
    await open(
      '/admin?section=synonyms&q=tek',
      async ({ page }) => {
        await page.getByRole('button', { name: 'Eş anlamlı ekle' }).click();
        const alert = page.locator('.notice.error');
        await alert.waitFor();
        expect(await alert.innerText()).toMatch(/Eş anlamlı|iki sözcük/i);
        expect(await alert.innerText()).not.toMatch(/needs two words/);
      },
      { locale: 'tr-TR', expected: /400|401/ },
    );
  });

  test('articles are pinned and hidden for a search, and the page of hits says so', async () => {
    await open('/admin?section=pins&q=Lavrov', async ({ page, titles }) => {
      const list = page.locator('section', { hasText: 'Articles found for it' }).locator('.admin-list li');
      await list.nth(2).waitFor();
      await list.nth(2).getByRole('button', { name: /^Pin/ }).click();
      await list.nth(0).getByRole('button', { name: /^Hide/ }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').waitFor();
      const [rule] = pinsIn(running.service.archive);
      expect(rule).toMatchObject({ query: 'Lavrov', missing: [] });
      const pinned = running.service.archive.get(rule!.pinned[0]!)!.title;
      await page.goto(`${running.server.url}/?q=lavrov`);
      await page.locator('.hits .pinned').waitFor();
      expect((await titles())[0]).toBe(pinned);
      expect(await page.locator('.pinned').allInnerTexts()).toEqual(['Pinned']);
      expect(await page.getByText('1 article is hidden for this search').count()).toBe(1);
      // The same search again goes on from there.
      await page.goto(`${running.server.url}/admin?section=pins&q=lavrov`);
      await page.locator('.admin-form fieldset').nth(1).waitFor();
      expect(await page.locator('.admin-form fieldset li').count()).toBe(2);
    });
  });

  test('an article is taken down after a question, is gone, and can be allowed again', async () => {
    const { archive } = running.service;
    await open('/admin?section=takedowns&q=petrol', async ({ page }) => {
      await page
        .getByRole('button', { name: /^Choose/ })
        .first()
        .click();
      const id = await page.getByLabel('Id of the article').inputValue();
      await page.getByLabel('Reason').fill('a court order');
      await page.getByRole('button', { name: 'Take down…' }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.innerText()).toContain('cannot be brought back');
      expect(archive.get(id)).toBeDefined();
      await dialog.getByRole('button', { name: 'Take down' }).click();
      await page.locator('.admin-list li', { hasText: 'a court order' }).waitFor();
      expect(archive.get(id)).toBeUndefined();
      await page.getByRole('button', { name: /^Lift the takedown/ }).click();
      await dialog.getByRole('button', { name: 'Lift' }).click();
      await page.getByText('There is nothing here yet.').waitFor();
      expect(archive.takedowns()).toEqual([]);
    });
  });

  test('a name is added to an entity of the list, and a new one with its own', async () => {
    await open('/admin?section=names&q=Lavrov', async ({ page }) => {
      await page
        .getByRole('button', { name: /Add a name to it: .*Lavrov/ })
        .first()
        .click();
      const name = page.getByLabel('Name', { exact: true });
      await name.fill('Serj Lavrov');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').waitFor();
      await name.fill('Jane Q. Doe');
      expect(await page.getByLabel('Id').inputValue()).toBe('person-jane-q-doe');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.admin-list li', { hasText: 'person-jane-q-doe' }).waitFor();
      const lines = readFileSync(own, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines).toEqual([
        { id: 'person-sergey-lavrov', type: 'person', names: { en: ['Serj Lavrov'] } },
        { id: 'person-jane-q-doe', type: 'person', names: { en: ['Jane Q. Doe'] } },
      ]);
      await page.getByRole('button', { name: /^Remove .*person-jane-q-doe/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
      await page.locator('.admin-list li', { hasText: 'person-jane-q-doe' }).waitFor({ state: 'detached' });
    });
  });

  test.each(['state', 'searches', 'synonyms', 'pins', 'takedowns', 'names'])(
    '%s has no violations and fits a phone, from right to left too',
    async (section) => {
      const { archive } = running.service;
      storeSynonyms(archive, [{ words: ['merkez bankası', 'TCMB'], lang: 'tr' }]);
      storePins(archive, [{ query: 'Lavrov', pinned: ['gone'], hidden: ['sample-energy'] }]);
      for (const [locale, colorScheme, options] of [
        ['ar', 'dark', PHONE],
        ['tr-TR', 'light', {}],
      ] as const) {
        const q = ['pins', 'takedowns', 'names'].includes(section) ? '&q=Lavrov' : '';
        await open(
          `/admin?section=${section}${q}`,
          async ({ page }) => {
            await page.waitForLoadState('networkidle');
            expect(await violations(page), locale).toEqual([]);
            const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(width, locale).toBeLessThanOrEqual(0);
          },
          { locale, colorScheme, ...options },
        );
      }
    },
  );
});
