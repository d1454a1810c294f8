/** Following searches in a real browser: saved with a count, by mail with a confirmation, on a phone, by the keyboard. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type MailServer, mailServer } from '../../support/mail-server.ts';
import { type Running, runningOnSample } from '../../support/running-service.ts';
import { violations } from './accessibility.ts';
import { findChromium, launch } from './chromium.ts';
import { PHONE, type Site, visit } from './visit.ts';

const found = findChromium();

describe.skipIf('reason' in found)('following', () => {
  let mail: MailServer;
  let api: Running;
  let opened: Awaited<ReturnType<typeof launch>>;
  const site = (): Site => ({ browser: opened.browser, url: api.server.url });

  beforeAll(async () => {
    mail = await mailServer();
    api = await runningOnSample({
      ...{
        LISAN_SMTP_URL: mail.url,
        LISAN_MAIL_FROM: 'a@news.example',
        LISAN_PUBLIC_URL: 'http://127.0.0.1',
      },
    });
    opened = await launch((found as { path: string }).path);
  }, 60_000);
  afterAll(async () => {
    await opened?.close();
    await api?.end();
    await mail?.close();
  });
  beforeEach(() => {
    for (const { id } of api.service.archive.alerts.list()) api.service.archive.alerts.remove(id);
    api.service.archive.setSetting('alertConfirmations', undefined);
    mail.received.length = 0;
  });

  const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Follow' });
  const write = (id: string): Promise<void> =>
    api.service.fill([{ id, title: `Lavrov ${id}`, body: `Lavrov spoke about ${id}.`, keywords: [] }]);

  test('a search is saved by the keyboard alone; new articles are counted until it is opened', async () => {
    await visit(site(), '/?q=Lavrov&lang=en', async ({ page, settled }) => {
      await page.getByRole('button', { name: 'Follow', exact: true }).focus();
      await page.keyboard.press('Enter');
      const dialog = dialogOf(page);
      await dialog.waitFor();
      expect(await dialog.getByLabel('Name').inputValue()).toBe('Lavrov · English');
      expect(await dialog.getByText('No search is saved yet.').count()).toBe(1);
      await dialog.getByLabel('Name').focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('The minister');
      await page.keyboard.press('Enter');
      await dialog.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await page.locator(':focus').innerText()).toBe('Follow');

      await write('one');
      await page.goto(`${api.server.url}/`);
      const list = page.getByRole('region', { name: 'Saved searches' });
      const item = list.getByRole('listitem');
      await item.locator('.fresh').waitFor();
      expect(await item.locator('.fresh').innerText()).toBe('1 new');
      await list.getByRole('link', { name: 'The minister' }).focus();
      await page.keyboard.press('Enter');
      await settled();
      expect(new URL(page.url()).search).toBe('?q=Lavrov&lang=en');
      await page.goto(`${api.server.url}/`);
      const counted = page.waitForResponse((response) => response.url().includes('/api/search/new'));
      await list.getByRole('link', { name: 'The minister' }).waitFor();
      expect((await (await counted).json()).count).toBe(0);
      expect(await item.locator('.fresh').count()).toBe(0);
      await list.getByRole('button', { name: /^Remove .*The minister/ }).click();
      expect(await page.evaluate(() => localStorage.getItem('lisan-saved'))).toBeNull();
    });
  });

  test('by mail: asked, confirmed on a page, and told', async () => {
    await visit(site(), '/?q=Lavrov', async ({ page }) => {
      await page.getByRole('button', { name: 'Follow', exact: true }).click();
      const form = dialogOf(page).getByRole('region', { name: 'New articles by e-mail' });
      await form.getByLabel('E-mail address').fill('reader@news.example');
      await form.getByLabel('At most one message').selectOption({ label: 'every 15 minutes' });
      await form.getByRole('button', { name: 'Send me new articles' }).click();
      await form.getByRole('status').filter({ hasText: 'reader@news.example' }).waitFor();
      const [, path] = /http:\/\/127\.0\.0\.1(\/\S+)/.exec(mail.received[0]!.mail.text!)!;

      await page.goto(api.server.url + path);
      expect(await page.locator('h1').innerText()).toBe('Follow this search?');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /^Done\./ }).waitFor();
      expect(api.service.archive.alerts.list()).toMatchObject([
        { state: 'active', intervalMinutes: 15, search: 'q=Lavrov', language: 'en', name: 'Lavrov' },
      ]);
      await page.getByRole('link', { name: 'Go to the search' }).click();
      await page.locator('#q').waitFor();
    });
    await write('two');
    api.server.alerts.wake();
    await api.server.alerts.idle();
    expect(mail.received.at(-1)!.mail.subject).toBe('1 new article: Lavrov');
    expect(mail.received.at(-1)!.mail.html).toContain('<mark data-kind="exact">Lavrov</mark>');
  });

  test('what the service refuses is said in the language of the page', async () => {
    await visit(
      site(),
      '/?q=Lavrov',
      async ({ page }) => {
        await page.getByRole('button', { name: 'Takip et', exact: true }).click();
        const dialog = page.getByRole('dialog', { name: 'Takip et' });
        await dialog.getByLabel('E-posta adresi').fill('reader@localhost');
        await dialog.getByRole('button', { name: 'Yeni haberleri bana gönder' }).click();
        expect(await dialog.getByRole('alert').innerText()).toBe('Bu bir e-posta adresi değil.');
        expect(mail.received).toEqual([]);
      },
      { locale: 'tr-TR', expected: /400/ },
    );
  });

  test.each([
    ['en-US', 'light', PHONE],
    ['ar', 'dark', PHONE],
    ['fa', 'light', PHONE],
    ['ru-RU', 'light', PHONE],
    ['tr-TR', 'dark', {}],
    ['ar', 'light', {}],
  ] as const)(
    '%s, %s: fits its width and has no violation that axe knows',
    async (locale, colorScheme, size) => {
      await visit(
        site(),
        '/?q=Lavrov',
        async ({ page }) => {
          const button = page.locator('.search-tools button').nth(4);
          await button.click();
          const dialog = page.getByRole('dialog');
          await dialog.locator('input[type=email]').waitFor();
          await dialog.locator('button.primary').first().click();
          await dialog.locator('.saved-list li').waitFor();
          const { wide, width, cut } = await page.evaluate(() => {
            const box = document.querySelector('dialog')!;
            const inside = [...box.querySelectorAll('input, select, button, a, h3, li')];
            const { left, right } = box.getBoundingClientRect();
            return {
              wide: document.documentElement.scrollWidth,
              width: document.documentElement.clientWidth,
              cut: inside
                .filter((part) => {
                  const at = part.getBoundingClientRect();
                  return (
                    at.left < left - 1 || at.right > right + 1 || part.scrollWidth > part.clientWidth + 200
                  );
                })
                .map(({ outerHTML }) => outerHTML.slice(0, 80)),
            };
          });
          expect(wide).toBeLessThanOrEqual(width);
          expect(cut).toEqual([]);
          expect(await violations(page)).toEqual([]);
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'detached' });
          await page.goto(`${api.server.url}/`);
          await page.locator('.saved-list li').waitFor();
          expect(await violations(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        },
        { locale, colorScheme, ...size },
      );
    },
  );
});
