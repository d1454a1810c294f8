/** The page below a path of its host: everything that it asks for and leads to is below it as well. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, runningOnSample } from '../../support/running-service.ts';
import { findChromium, launch } from './chromium.ts';

const found = findChromium();

describe.skipIf('reason' in found)('the page below a path', () => {
  let api: Running;
  let opened: Awaited<ReturnType<typeof launch>>;
  beforeAll(async () => {
    api = await runningOnSample({ LISAN_BASE: '/archive/' });
    opened = await launch((found as { path: string }).path);
  }, 60_000);
  afterAll(async () => {
    await opened?.close();
    await api?.end();
  });

  test('searches, opens an article and an entity, goes back, and keeps the language', async () => {
    const context = await opened.browser.newContext();
    const page = await context.newPage();
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${api.server.url}/`)) outside.push(request.url());
    });
    const failed: string[] = [];
    page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
    await page.goto(`${api.server.url}/?q=Lavrov`);
    await page.locator('.hit').first().waitFor();
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    for (const link of links.filter((href) => href.startsWith('http://127.0.0.1')))
      expect(link.startsWith(`${api.server.url}/`)).toBe(true);
    await page.locator('.hit h3 a').first().click();
    await page.waitForURL(/\/archive\/articles\//);
    await page.reload();
    await page.locator('article h1').first().waitFor();
    await page.goBack();
    await page.locator('.hit').first().waitFor();
    expect(page.url()).toBe(`${api.server.url}/?q=Lavrov`);
    await page.locator('#q').fill('ast');
    await page.locator('[role="option"]').first().waitFor();
    await page.locator('.languages').getByRole('button', { name: 'Türkçe' }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('tr');
    const cookies = await context.cookies();
    expect(cookies.map(({ path }) => path)).toEqual(cookies.map(() => '/archive/'));
    expect(cookies.length).toBeGreaterThan(0);
    expect([outside, failed]).toEqual([[], []]);
  });
});
