/** Retakes the README's screenshots of the page: `npm run screenshots`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { startServer } from '../src/http/server.ts';
import { SAMPLE_FOLDER } from '../src/service/service.ts';
import { testService } from '../tests/support/service.ts';
import { findChromium, launch } from '../tests/web/browser/chromium.ts';

const FOLDER = new URL('../docs/images/', import.meta.url);
const DESKTOP = { width: 1180, height: 860 };

/** `ready`: what is there when the picture can be taken. */
const PICTURES = [
  { name: 'search', path: '/?q=Lavrov', locale: 'en-US', viewport: DESKTOP, ready: 'main mark' },
  {
    name: 'arabic',
    path: '/?q=لافروف+سوريا',
    locale: 'ar',
    viewport: DESKTOP,
    ready: 'main mark',
    dark: true,
  },
  {
    name: 'article',
    path: '/articles/ARTICLE?q=Lavrov',
    locale: 'tr-TR',
    viewport: DESKTOP,
    ready: '.article mark',
  },
  {
    name: 'together',
    path: '/together?around=person-sergey-lavrov',
    locale: 'ru-RU',
    viewport: DESKTOP,
    ready: '.together-graph .lines path',
  },
  {
    name: 'versions',
    path: '/articles/sample-energy/versions',
    locale: 'en-US',
    viewport: { width: 1180, height: 560 },
    ready: '.changes ins',
  },
  {
    name: 'phone',
    path: '/?q=disisleri',
    locale: 'tr-TR',
    viewport: { width: 390, height: 800 },
    ready: 'main mark',
  },
] as const;

const found = findChromium();
if ('reason' in found) throw new Error(found.reason);
const service = testService();
await service.read(SAMPLE_FOLDER);
const article = service.archive.get('sample-energy')!;
/** An article as it was before it was corrected. */
const body = article.body
  .replace('400 bin varil', '300 bin varil')
  .replace('görüşmelerin sürdüğünü belirtti', 'anlaşıldığını söyledi');
await service.fill([{ ...article, title: article.title.replace('anlaştı', 'görüştü'), body }]);
await service.fill([article]);
const server = await startServer(service);
const { browser, close } = await launch(found.path);
try {
  const answer = await fetch(`${server.url}/api/search?q=${encodeURIComponent('"Ahmed el-Şaraa"')}&limit=1`);
  const { hits } = (await answer.json()) as { hits: { id: string }[] };
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, path, locale, viewport, ready, ...more } of PICTURES) {
    const colorScheme = 'dark' in more ? 'dark' : 'light';
    const context = await browser.newContext({ locale, viewport, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(server.url + path.replace('ARTICLE', encodeURIComponent(hits[0]!.id)), {
      waitUntil: 'networkidle',
    });
    // Results may take longer than the pause after which a network counts as idle.
    await page.locator(ready).first().waitFor({ state: 'attached' });
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
