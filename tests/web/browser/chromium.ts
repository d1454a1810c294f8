/** The browser that the tests of the page run in: Debian's chromium, or one that LISAN_CHROMIUM names. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The program, or the reason why there is none. */
export function findChromium(
  environment: NodeJS.ProcessEnv = process.env,
): { path: string } | { reason: string } {
  const named = environment.LISAN_CHROMIUM;
  if (named)
    return existsSync(named) ? { path: named } : { reason: `LISAN_CHROMIUM names no file: ${named}` };
  const path = USUAL_PLACES.find((place) => existsSync(place));
  if (path !== undefined) return { path };
  return { reason: `no chromium in ${USUAL_PLACES.slice(0, 3).join(', ')}; set LISAN_CHROMIUM` };
}

/** True where a missing browser is a failure and no reason to skip. */
export const browserRequired = (environment: NodeJS.ProcessEnv = process.env): boolean =>
  environment.LISAN_REQUIRE_BROWSER === '1';

/** A browser that keeps nothing and asks nobody, and how to be rid of it. */
export async function launch(path: string): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'lisan-browser-'));
  const browser = await chromium.launch({
    executablePath: path,
    // Its own home, so that nothing of the user's is read or written.
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
