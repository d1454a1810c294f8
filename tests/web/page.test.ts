/** The page in a real browser: one browser for all of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/settings.ts';
import { type RunningServer, startServer } from '../../src/http/server.ts';
import { SAMPLE_FOLDER } from '../../src/service/service.ts';
import { type TestService, testService } from '../support/service.ts';
import { describeAccessibility } from './browser/accessibility.ts';
import { describeAcross } from './browser/across.ts';
import { browserRequired, findChromium, launch } from './browser/chromium.ts';
import { describeFilters } from './browser/filters.ts';
import { describeHistory } from './browser/history.ts';
import { describeKeyboard } from './browser/keyboard.ts';
import { describeLayout } from './browser/layout.ts';
import { describeReading, LONG, VERSIONS } from './browser/reading.ts';
import { describeSearch } from './browser/search.ts';
import { describeStates, type Stoppable } from './browser/states.ts';
import { describeTogether } from './browser/together.ts';
import { describeTools } from './browser/tools.ts';
import { describeTyping } from './browser/typing.ts';
import type { Site } from './browser/visit.ts';

const found = findChromium();
if ('reason' in found) console.log(`the tests of the page in a browser are skipped: ${found.reason}`);

test.runIf(browserRequired())('LISAN_REQUIRE_BROWSER=1, and there is a browser', () => {
  expect(found).toHaveProperty('path');
});

/** Everything that a page could trip over. */
const HOSTILE = {
  id: 'hostile',
  title: 'Hostile: <img src=x onerror=alert(1)> "&amp;" \u202Eevil',
  body: `hostile </mark><script>alert(2)</script> ${'verylongword'.repeat(40)}\nsecond`,
  url: 'javascript:alert(3)',
  source: '\u202Enot what it seems',
  keywords: ['<b>', '{n}', '__proto__'],
};

/** What an agency wrote and two papers print. */
const COPIES = ['Liman Haber', 'Sabah Postası'].map((source, index) => ({
  id: `copy-${index}`,
  title: 'Feribot seferleri yeniden başladı',
  body: `Boğazda sis nedeniyle durdurulan feribot seferleri sabah saatlerinde yeniden başladı. Yetkililer yolcuların
iskelelerde bekletilmediğini, ek seferlerin öğleden sonra kaldırılacağını ve hava durumunun izlendiğini söyledi.`,
  source,
  publishedAt: `2024-12-0${index + 1}`,
  keywords: [],
}));

describe.skipIf('reason' in found)('in a browser', () => {
  let service: TestService;
  let server: RunningServer;
  let opened: Awaited<ReturnType<typeof launch>>;
  beforeAll(async () => {
    service = testService();
    const reading = service.read(SAMPLE_FOLDER);
    opened = await launch((found as { path: string }).path);
    await reading;
    for (const version of VERSIONS) service.archive.put([version]);
    await service.fill([HOSTILE, LONG, ...COPIES]);
    server = await startServer(service);
  }, 60_000);
  afterAll(async () => {
    await opened?.close();
    await server?.stop();
    await service?.remove();
  });
  const site = (): Site => ({ browser: opened.browser, url: server.url });
  /** A service of its own for one test, that comes back at the same address. */
  const stoppable = async (environment: Record<string, string> = {}): Promise<Stoppable> => {
    const config = { ...service.config, keys: readConfig(environment).keys };
    let own: RunningServer | undefined = await startServer({ ...service, config });
    const { url } = own;
    const port = Number(new URL(url).port);
    return {
      ...site(),
      url,
      async stop() {
        await own?.stop();
        own = undefined;
      },
      async start() {
        own = await startServer({ ...service, config: { ...config, port } });
      },
    };
  };

  describe('typing', () => describeTyping(site));
  describe('searching', () => describeSearch(site));
  describe('filters', () => describeFilters(site));
  describe('across languages', () => describeAcross(site));
  describe('tools', () => describeTools(site));
  describe('reading', () => describeReading(site));
  describe('together', () => describeTogether(site));
  describe('history', () => describeHistory(site));
  describe('keys', () => describeKeyboard(site));
  describe('layout', () => describeLayout(site));
  describe('states', () => describeStates(site, stoppable));
  describe('accessibility', () => describeAccessibility(site));
});
