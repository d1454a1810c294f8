/** What is shown where nothing is found, the service is gone, or it says no. */
import { expect, test } from 'vitest';
import { api, type Site, visit } from './visit.ts';

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

  test('a stopped service is reported, results stay visible, and the page recovers automatically', async () => {
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

  test('recovers after the network was lost', async () => {
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

  test('an error of the service is shown and can be retried', async () => {
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
    [`/?q=${'a+'.repeat(65)}`, 'too many words'],
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

  test.each([
    ['ar', 'too_many_requests', 429, 'عمليات بحث كثيرة في وقت قصير'],
    ['fa', 'engine_unreachable', 503, 'موتور جست‌وجو اکنون در دسترس نیست'],
    ['tr-TR', 'index_rebuilding', 503, 'Dizin hazırlanıyor'],
    ['ru-RU', 'key_wrong', 401, 'Ключ доступа недействителен'],
    ['en-US', 'something_new', 500, 'Something went wrong in the archive'],
  ])('%s: %s is explained in the language of the page', async (locale, code, status, text) => {
    await visit(
      site(),
      '/',
      async ({ page }) => {
        const error = { code, message: 'What the service says.', remedy: 'What it advises.' };
        await page.route('**/api/search?q=deprem*', (route) => route.fulfill({ status, json: { error } }));
        await page.locator('#q').fill('deprem');
        const notice = page.locator('.notice.error');
        await notice.waitFor();
        expect(await notice.innerText()).toContain(text);
        expect(await notice.innerText()).not.toContain('What the service says');
        await notice.locator('summary').click();
        expect(await notice.locator('[lang="en"]').innerText()).toContain(
          'What the service says. What it advises.',
        );
      },
      { locale, expected: FAILED },
    );
  });

  test.each([
    ['en-US', 'There is no page at this address'],
    ['fa', 'در این نشانی صفحه‌ای نیست'],
  ])('%s: an unknown address shows the page, which says so', async (locale, text) => {
    await visit(
      site(),
      '/somewhere/else',
      async ({ page, settled }) => {
        expect(await page.locator('h1').innerText()).toBe(text);
        expect(await page.title()).toBe(`${text} - lisan`);
        await page.locator('.no-page a').click();
        await settled();
        expect(await page.locator('.hits article').count()).toBeGreaterThan(0);
      },
      { locale, expected: FAILED },
    );
    const response = await fetch(`${site().url}/somewhere`, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(404);
    expect((await fetch(`${site().url}/somewhere`)).headers.get('content-type')).toContain('json');
  });

  test('a relaxed search says what it dropped and what each hit lacks, and can be repeated strictly', async () => {
    await visit(site(), '/', async ({ page, settled }) => {
      await page.route('**/api/search?q=deprem*', async (route) => {
        const strict = route.request().url().includes('strict=true');
        const url = route.request().url().replace('&strict=true', '');
        const answer = await (await fetch(url)).json();
        answer.relaxed = strict
          ? null
          : { why: 'phrase', dropped: [{ kind: 'phrase', text: 'büyük deprem' }] };
        if (strict) Object.assign(answer, { hits: [], total: { value: 0, relation: 'eq' } });
        else answer.hits[0].missing = ['büyük'];
        await route.fulfill({ json: answer });
      });
      await page.locator('#q').fill('deprem');
      await page.locator('.notice.relaxed').waitFor();
      expect(await page.locator('.notice.relaxed').innerText()).toContain(
        'No article has the phrase büyük deprem',
      );
      expect(await page.locator('.hits s').allInnerTexts()).toEqual(['büyük']);
      await page.locator('.notice.relaxed a').click();
      await settled();
      expect(new URL(page.url()).searchParams.get('strict')).toBe('true');
      expect(await page.locator('.hits article').count()).toBe(0);
      await page.locator('.notice.relaxed a').click();
      await settled();
      expect(new URL(page.url()).search).toBe('?q=deprem');
    });
  });

  test('a phrase that is nowhere: its words, what each article lacks, and nothing of it where one insists', async () => {
    await visit(site(), '/?q="Hakan+Lavrov"', async ({ page, settled }) => {
      const { total, partial } = await api(site(), '/api/search?q="Hakan Lavrov"&collapse=true');
      expect(partial).toBeGreaterThan(0);
      expect(await page.locator('[role="status"]').innerText()).toBe(
        `${total.value} articles and ${partial} close matches`,
      );
      const notice = page.locator('.notice.relaxed');
      expect(await notice.innerText()).toContain('No article has the phrase Hakan Lavrov.');
      expect(await page.locator('.hits s').allInnerTexts()).toContain('Lavrov');
      await notice.locator('a').click();
      await settled();
      expect(await page.locator('[role="status"]').innerText()).toBe('0 articles');
      expect(await notice.innerText()).toContain('only articles that match the whole query');
    });
  });

  test.each([
    ['en-US', 'Lavrov writer:Smith', 'There is no field in writer:Smith'],
    ['tr-TR', 'Suriye date:2024-13', 'date:2024-13 bir tarih değil'],
    ['ar', '++', 'لا توجد كلمة للبحث عنها'],
  ])('%s: %s is taken as words, which is said', async (locale, q, text) => {
    await visit(
      site(),
      `/?${new URLSearchParams({ q })}`,
      async ({ page }) => expect(await page.locator('.query-notices').innerText()).toContain(text),
      { locale },
    );
  });

  test('an archive that requires a key asks for one, which is forgotten with the window', async () => {
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
