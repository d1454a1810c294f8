/** `<lisan-search>` on a page of another origin, in a real browser, under a strict content security policy. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, runningOnSample } from '../../support/running-service.ts';
import { violations } from './accessibility.ts';
import { findChromium, launch } from './chromium.ts';

const found = findChromium();

describe.skipIf('reason' in found)('the search element', () => {
  let site: Server;
  let origin: string;
  let api: Running;
  let opened: Awaited<ReturnType<typeof launch>>;
  let context: BrowserContext;
  /** What the page of the other site has in its body. */
  let markup = '';

  beforeAll(async () => {
    site = createServer((_request, response) => {
      response.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src ${api.server.url}; connect-src ${api.server.url}; require-trusted-types-for 'script'`,
      );
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="en"><title>News</title><main><h1>News</h1><h2>Archive</h2>${markup}</main><script type="module" src="${api.server.url}/embed/lisan-search.js"></script></html>`,
      );
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    api = await runningOnSample({ LISAN_ORIGINS: origin });
    opened = await launch((found as { path: string }).path);
    context = await opened.browser.newContext({ viewport: { width: 360, height: 740 } });
  }, 60_000);
  afterAll(async () => {
    await opened?.close();
    await api?.end();
    site?.close();
  });

  async function pageWith(html: string): Promise<{ page: Page; errors: string[] }> {
    markup = html.replace('ENDPOINT', api.server.url);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(origin);
    return { page, errors };
  }

  test('searches as one types, marks what was found, and leads to the article', async () => {
    const { page, errors } = await pageWith('<lisan-search endpoint="ENDPOINT" limit="2"></lisan-search>');
    await page.getByRole('searchbox', { name: 'Search the archive' }).pressSequentially('Lavrov');
    const status = page.getByRole('status');
    await expect.poll(() => status.textContent()).toMatch(/^\d+ articles/);
    expect(await page.locator('lisan-search li').count()).toBe(2);
    expect(await page.locator('lisan-search mark').count()).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'More' }).click();
    await expect.poll(() => page.locator('lisan-search li').count()).toBeGreaterThan(2);
    const address = await page.locator('lisan-search li a').first().getAttribute('href');
    expect(address).toMatch(new RegExp(`^${api.server.url}/articles/[^/?]+\\?q=Lavrov$`));
    expect((await fetch(address!, { headers: { accept: 'text/html' } })).status).toBe(200);
    expect(errors).toEqual([]);
  });

  test.each([
    ['ar', 'rtl', 'بحث', /مقال/],
    ['fa', 'rtl', 'جست‌وجو', /مقاله/],
    ['tr', 'ltr', 'Ara', /haber/],
    ['ru', 'ltr', 'Искать', /стат/],
  ])('speaks %s', async (lang, dir, button, count) => {
    const { page } = await pageWith(
      `<lisan-search endpoint="ENDPOINT" lang="${lang}" entity="person-sergey-lavrov"></lisan-search>`,
    );
    await expect.poll(() => page.getByRole('status').textContent()).toMatch(count);
    const form = page.locator('lisan-search form');
    expect([await form.getAttribute('dir'), await form.locator('button').textContent()]).toEqual([
      dir,
      button,
    ]);
    expect(await page.locator('lisan-search li').count()).toBeGreaterThan(0);
  });

  test('says that nothing was found, what a hit lacks, and that there is no service', async () => {
    const { page } = await pageWith('<lisan-search endpoint="ENDPOINT"></lisan-search>');
    const box = page.getByRole('searchbox');
    const status = page.getByRole('status');
    await box.fill('qwxzv');
    await expect.poll(() => status.textContent()).toBe('Nothing found.');
    await box.fill('Lavrov qwxzv');
    await expect.poll(() => status.textContent()).toMatch(/close matches/);
    expect(await page.locator('lisan-search .missing').first().textContent()).toBe('Missing: qwxzv');
    await page
      .locator('lisan-search')
      .evaluate((element) => element.setAttribute('endpoint', 'http://127.0.0.1:9'));
    await expect.poll(() => status.textContent()).toMatch(/did not work/);
  });

  test('a page may open articles itself', async () => {
    const { page } = await pageWith('<lisan-search endpoint="ENDPOINT" q="Lavrov"></lisan-search>');
    await page.locator('lisan-search li a').first().waitFor();
    await page.locator('lisan-search').evaluate((element) => {
      element.addEventListener('lisan-open', (event) => {
        event.preventDefault();
        document.title = (event as CustomEvent<{ id: string }>).detail.id;
      });
    });
    await page.locator('lisan-search li a').first().click();
    await expect.poll(() => page.title()).not.toBe('News');
    expect(context.pages()).toContain(page);
  });

  test('takes its colours and its letters from the page', async () => {
    const { page } = await pageWith('<lisan-search endpoint="ENDPOINT" q="Lavrov"></lisan-search>');
    await page.locator('lisan-search mark').first().waitFor();
    await page.locator('lisan-search').evaluate((element) => {
      (element as HTMLElement).style.setProperty('--lisan-mark', 'rgb(1, 2, 3)');
    });
    const colour = await page
      .locator('lisan-search mark')
      .first()
      .evaluate((mark) => getComputedStyle(mark).backgroundColor);
    expect(colour).toBe('rgb(1, 2, 3)');
  });

  test('can be used with the keyboard alone and has no violation that axe knows', async () => {
    const { page } = await pageWith('<lisan-search endpoint="ENDPOINT"></lisan-search>');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Lavrov');
    await page.keyboard.press('Enter');
    await page.locator('lisan-search li a').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const focused = await page
      .locator('lisan-search')
      .evaluate((element) => element.shadowRoot!.activeElement!.tagName);
    expect(focused).toBe('A');
    await page.close();
    // axe is not allowed to run under the policy of the other page.
    const free = await opened.browser.newContext({ bypassCSP: true });
    markup = `<lisan-search endpoint="${api.server.url}" q="Lavrov" style="color: #111; background: #fff"></lisan-search>`;
    const checked = await free.newPage();
    await checked.goto(origin);
    await checked.locator('lisan-search li a').first().waitFor();
    expect(await violations(checked)).toEqual([]);
    await free.close();
  });
});
