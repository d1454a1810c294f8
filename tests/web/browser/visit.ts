/** A visit to the page as if for the first time, that fails where the page itself complains. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Visit {
  page: Page;
  /** Hits that are shown, by title. */
  titles(): Promise<string[]>;
  /** Waits until the shown hits are those of the address. */
  settled(): Promise<void>;
  /** Types into the search box, key by key, and waits for the hits. */
  search(text: string): Promise<void>;
}

export interface Site {
  browser: Browser;
  /** Where the service is. */
  url: string;
}

/** The API's own answer, to hold the page to. */
// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field
export async function api(site: Site, path: string): Promise<any> {
  return (await fetch(site.url + path)).json();
}

export interface VisitOptions extends BrowserContextOptions {
  /** Complaints that the test itself provokes. */
  expected?: RegExp;
}

const DESKTOP: BrowserContextOptions = {
  viewport: { width: 1280, height: 900 },
  locale: 'en-US',
  colorScheme: 'light',
  reducedMotion: 'reduce',
};
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
};

/** One window for each kind of visitor, kept for all tests: opening one takes longer than most of them. */
const windows = new Map<string, Page>();

async function windowFor(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const whole = { ...DESKTOP, ...options };
  const kind = JSON.stringify(Object.entries(whole).sort());
  const known = windows.get(kind);
  if (known !== undefined) return known;
  const context = await browser.newContext(whole);
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  windows.set(kind, page);
  return page;
}

/** Takes everything away that a test may have left behind. */
async function cleaned(page: Page): Promise<void> {
  page.removeAllListeners();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().setOffline(false);
  await page.context().clearCookies();
  await page.evaluate(() => localStorage.clear()).catch(() => {});
}

/** Opens an address of the page, hands it to the test, and looks afterwards whether anything was wrong. */
export async function visit(
  { browser, url }: Site,
  path: string,
  work: (visit: Visit) => Promise<void>,
  { expected, ...options }: VisitOptions = {},
): Promise<void> {
  const page = await windowFor(browser, options);
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on('pageerror', (error) => complaints.push(error.message));
  // Among these are violations of the content security policy.
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  const settled = async (): Promise<void> => {
    await page.waitForFunction(() => {
      const under = document.querySelector('[aria-busy="true"]') !== null;
      const old = document.querySelector('.stale') !== null && document.querySelector('.notice') === null;
      return !under && !old && document.querySelector('h1') !== null;
    });
  };
  try {
    await page.goto(url + path);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await settled();
    await work({
      page,
      settled,
      titles: () => page.locator('.hits h3').allInnerTexts(),
      async search(text) {
        await page.locator('#q').click();
        await page.keyboard.press('ControlOrMeta+a');
        const answered = page.waitForResponse((response) => {
          const { pathname, searchParams } = new URL(response.url());
          return pathname === '/api/search' && searchParams.get('q') === text.trim();
        });
        await page.keyboard.type(text);
        await answered;
        await settled();
      },
    });
    expect(complaints.filter((complaint) => expected === undefined || !expected.test(complaint))).toEqual([]);
    expect([...hosts], 'nobody else is asked').toEqual([url]);
  } finally {
    await cleaned(page);
  }
}
