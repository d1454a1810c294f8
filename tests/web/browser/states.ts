/** What is shown where nothing is found, the service is gone, or it says no. */
import { expect, test } from 'vitest';
import { type Site, visit } from './visit.ts';

const FAILED = /Failed to load resource/;

export interface Stoppable extends Site {
  stop(): Promise<void>;
  start(): Promise<void>;
}

export function describeStates(
  site: () => Site,
  stoppable: (environment?: Record<string, string>) => Promise<Stoppable>,
): void {
  test('nothing found: says so, and offers to take the filters off', async () => {
    await visit(site(), '/?q=zzqxv&lang=ar', async ({ page, settled }) => {
      expect(await page.locator('.notice.empty').innerText()).toContain('Nothing found');
      expect(await page.locator('[role="status"]').innerText()).toBe('0 articles');
      await page.locator('.notice.empty button').click();
      await settled();
      expect(new URL(page.url()).search).toBe('?q=zzqxv');
    });
  });

  test('a service that is stopped is told of, what was found stays, and it goes on by itself', async () => {
    const own = await stoppable();
    try {
      await visit(
        own,
        '/?q=Lavrov',
        async ({ page, titles, settled }) => {
          const before = await titles();
          await own.stop();
          await page.locator('#q').fill('Suriye');
          await page.locator('.notice.offline').waitFor();
          expect(await page.locator('.notice.offline').innerText()).toContain('No connection');
          expect(await titles()).toEqual(before);
          await own.start();
          await page.locator('.notice.offline').waitFor({ state: 'detached', timeout: 15_000 });
          await settled();
          expect(await page.locator('.hits mark').first().innerText()).toMatch(/S[ui]r/);
        },
        { expected: FAILED },
      );
    } finally {
      await own.stop();
    }
  });

  test('without a network, and with one again', async () => {
    await visit(
      site(),
      '/?q=Lavrov',
      async ({ page, settled }) => {
        await page.context().setOffline(true);
        await page.locator('#q').fill('deprem');
        await page.locator('.notice.offline').waitFor();
        await page.context().setOffline(false);
        await page.locator('.notice.offline').waitFor({ state: 'detached' });
        await settled();
        expect(await page.locator('.hits').innerText()).toMatch(/deprem/i);
      },
      { expected: FAILED },
    );
  });

  test('an error of the service: what it is, and another try', async () => {
    await visit(
      site(),
      '/',
      async ({ page, settled }) => {
        const error = { code: 'internal', message: 'Something went wrong.', remedy: 'Try again.' };
        await page.route('**/api/search?q=deprem*', (route) =>
          route.fulfill({ status: 500, json: { error } }),
        );
        await page.locator('#q').fill('deprem');
        await page.locator('.notice.error').waitFor();
        expect(await page.locator('.notice.error').innerText()).toContain(
          'Something went wrong in the archive.',
        );
        await page.unrouteAll();
        await page.getByRole('button', { name: 'Try again' }).click();
        await page.locator('.notice.error').waitFor({ state: 'detached' });
        await settled();
        expect(await page.locator('.hits').innerText()).toMatch(/deprem/i);
      },
      { expected: FAILED },
    );
  });

  test.each([
    ['/articles/nowhere', 'There is no such article'],
    ['/entities/nobody', 'There is no such person, place, organisation or event'],
  ])('%s', async (path, message) => {
    const { browser, url } = site();
    const page = await browser.newPage();
    try {
      await page.goto(url + path);
      await page.locator('.notice.error').waitFor();
      expect(await page.locator('.notice.error').innerText()).toContain(message);
      expect(await page.locator('.notice.error button').count(), 'another try would not help').toBe(0);
    } finally {
      await page.close();
    }
  });

  test('an archive that wants a key is asked for with one, which the window forgets', async () => {
    const key = 'search-key-0123456789';
    const own = await stoppable({ LISAN_API_KEYS: `search:${key}` });
    try {
      await visit(
        own,
        '/?q=Lavrov',
        async ({ page, titles, settled }) => {
          await page.locator('.key input').fill('wrong');
          await page.keyboard.press('Enter');
          await page.locator('.notice', { hasText: 'This access key is not valid.' }).waitFor();
          await page.locator('.key input').fill(key);
          await page.keyboard.press('Enter');
          await page.locator('.notice').waitFor({ state: 'detached' });
          await settled();
          expect((await titles()).length).toBeGreaterThan(2);
          expect(await page.evaluate(() => JSON.stringify(localStorage) + document.cookie)).not.toContain(
            key,
          );
          await page.evaluate(() => sessionStorage.clear());
        },
        { expected: FAILED },
      );
    } finally {
      await own.stop();
    }
  });

  test('while an answer is under way the page says so', async () => {
    await visit(site(), '/', async ({ page, settled }) => {
      let release = (): void => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/api/search?q=deprem*', async (route) => {
        await held;
        await route.continue();
      });
      await page.locator('#q').fill('deprem');
      await page.locator('[aria-busy="true"]').waitFor();
      await page.locator('.progress').waitFor({ state: 'visible' });
      release();
      await settled();
      expect(await page.locator('.progress').isVisible()).toBe(false);
    });
  });
}
