/** Retakes the screenshots of the page for README and docs: `npm run screenshots`, or some by name: `npm run screenshots -- across`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { startServer } from '../src/http/server.ts';
import { SAMPLE_FOLDER } from '../src/service/service.ts';
import { testService } from '../tests/support/service.ts';
import { findChromium, launch } from '../tests/web/browser/chromium.ts';

const FOLDER = new URL('../docs/images/', import.meta.url);
const DESKTOP = { width: 1180, height: 860 };

/** Articles about somebody whom no list has. */
const UNLISTED = [
  [
    'ru-1',
    'Президент Виктор Балагинский прибыл в Астану',
    'Виктор Балагинский встретился с Сергеем Лавровым.',
  ],
  [
    'en-1',
    'President Viktor Balaginsky visits Astana',
    'President Viktor Balaginsky said that talks would go on.',
  ],
  ['tr-1', 'Astana zirvesi', "Cumhurbaşkanı Viktor Balaginski dün Astana'da Lavrov'la görüştü."],
  [
    'ar-1',
    'قمة أستانا',
    'وصل الرئيس فيكتور بالاغنسكي إلى أستانا. وقال فيكتور بالاغنسكي إن المحادثات مستمرة.',
  ],
].map(([id, title, body]) => ({
  id: id!,
  title: title!,
  body: body!,
  keywords: [],
  publishedAt: '2025-05-12',
}));

/**
 * `ready`: what is there when the picture can be taken. `unlisted`: in an archive with unlisted names, by somebody with the
 * admin key. `press`: what is pressed before.
 */
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
  {
    name: 'across',
    path: '/?q=bakan&across=true',
    locale: 'tr-TR',
    viewport: DESKTOP,
    ready: 'main mark',
  },
  {
    name: 'unlisted',
    path: '/entities/unlisted-person-viktor-balaginsky',
    locale: 'ar',
    viewport: DESKTOP,
    ready: 'main mark',
    unlisted: true,
  },
  {
    name: 'merge',
    path: '/entities/unlisted-person-viktor-balaginsky',
    locale: 'en-US',
    viewport: DESKTOP,
    ready: 'main mark',
    unlisted: true,
    press: 'button.decide',
  },
  {
    name: 'both-kinds',
    path: '/?q=Astana',
    locale: 'tr-TR',
    viewport: DESKTOP,
    ready: '.unlisted-sign',
    unlisted: true,
  },
] as const;

const ADMIN_KEY = 'admin-key-of-pictures';
const named = process.argv.slice(2);
const pictures = PICTURES.filter(({ name }) => named.length === 0 || named.includes(name));

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
const everyName = testService({ LISAN_NAMES: 'all', LISAN_API_KEYS: `admin:${ADMIN_KEY}` });
await everyName.read(SAMPLE_FOLDER);
await everyName.fill(UNLISTED);
const server = await startServer(service);
const serverOfAll = await startServer(everyName);
const { browser, close } = await launch(found.path);
try {
  const answer = await fetch(`${server.url}/api/search?q=${encodeURIComponent('"Ahmed el-Şaraa"')}&limit=1`);
  const { hits } = (await answer.json()) as { hits: { id: string }[] };
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, path, locale, viewport, ready, ...more } of pictures) {
    const colorScheme = 'dark' in more ? 'dark' : 'light';
    const context = await browser.newContext({ locale, viewport, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    if ('unlisted' in more) await page.addInitScript(`sessionStorage.setItem('lisan-key', '${ADMIN_KEY}')`);
    await page.goto(
      ('unlisted' in more ? serverOfAll : server).url +
        path.replace('ARTICLE', encodeURIComponent(hits[0]!.id)),
      {
        waitUntil: 'networkidle',
      },
    );
    // Results may take longer than the pause after which a network counts as idle.
    await page.locator(ready).first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    if ('press' in more) {
      await page.locator(more.press).first().click();
      await page.locator('dialog[open]').waitFor();
    }
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
  await serverOfAll.stop();
  await service.remove();
  await everyName.remove();
}
