/** Retakes the screenshots of the page for README and docs: `npm run screenshots`, or some by name: `npm run screenshots -- across`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { startServer } from '../src/http/server.ts';
import { SAMPLE_FOLDER } from '../src/service/service.ts';
import { testService } from '../tests/support/service.ts';
import { findChromium, launch } from '../tests/web/browser/chromium.ts';

const FOLDER = new URL('../docs/images/', import.meta.url);
const DESKTOP = { width: 1180, height: 860 };

const PICTURES = [
  { name: 'search', path: '/?q=Lavrov', locale: 'en-US', viewport: DESKTOP },
  { name: 'arabic', path: '/?q=لافروف', locale: 'ar', viewport: DESKTOP, dark: true },
  { name: 'article', path: '/articles/ARTICLE?q=Lavrov', locale: 'tr-TR', viewport: DESKTOP },
  { name: 'phone', path: '/?q=disisleri', locale: 'tr-TR', viewport: { width: 390, height: 800 } },
  { name: 'across', path: '/?q=bakan&across=true', locale: 'tr-TR', viewport: DESKTOP },
] as const;

const named = process.argv.slice(2);
const pictures = PICTURES.filter(({ name }) => named.length === 0 || named.includes(name));

const found = findChromium();
if ('reason' in found) throw new Error(found.reason);
const service = testService();
await service.read(SAMPLE_FOLDER);
const server = await startServer(service);
const { browser, close } = await launch(found.path);
try {
  const answer = await fetch(`${server.url}/api/search?q=${encodeURIComponent('"Ahmed el-Şaraa"')}&limit=1`);
  const { hits } = (await answer.json()) as { hits: { id: string }[] };
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, path, locale, viewport, ...more } of pictures) {
    const colorScheme = 'dark' in more ? 'dark' : 'light';
    const context = await browser.newContext({ locale, viewport, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(server.url + path.replace('ARTICLE', encodeURIComponent(hits[0]!.id)), {
      waitUntil: 'networkidle',
    });
    // Results may take longer than the pause after which a network counts as idle.
    await page.locator('main mark').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate('document.fonts.ready');
    const session = await context.newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
    const picture = Buffer.from(data, 'base64');
    writeFileSync(new URL(`${name}.webp`, FOLDER), picture);
    console.log(`docs/images/${name}.webp ${(picture.length / 1000).toFixed(0)} kB`);
    await context.close();
  }
} finally {
  await close();
  await server.stop();
  await service.remove();
}
