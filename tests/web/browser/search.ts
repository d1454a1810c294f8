/** Facets, the histogram, the order, reasons, copies, entities and articles. */
import { expect, test } from 'vitest';
import type { FacetCount } from '../../../src/engines/facets.ts';
import { api, type Site, visit } from './visit.ts';

/** How many documents have a value, by the counts of an answer. */
const documentsWith = (counts: FacetCount[], value: string): number | undefined =>
  counts.find((count) => count.value === value)?.count;

export function describeSearch(site: () => Site): void {
  test('facets show the counts of the API, and one can choose more than one language', async () => {
    await visit(site(), '/?q=Suriye', async ({ page, settled, titles }) => {
      const { facets } = await api(site(), '/api/search?q=Suriye&facets=lang,source,entity');
      const arabic = page.getByRole('checkbox', { name: /Arabic/ });
      const countOf = (name: RegExp) =>
        page.locator('.facet li', { hasText: name }).locator('.count').innerText();
      expect(await countOf(/Arabic/)).toBe(String(documentsWith(facets.lang, 'ar')));
      expect(await countOf(/Turkish/)).toBe(String(documentsWith(facets.lang, 'tr')));
      await arabic.check();
      await settled();
      const inArabic = await titles();
      expect(inArabic).toHaveLength(documentsWith(facets.lang, 'ar')!);
      expect(await countOf(/Turkish/), 'counted as if no language were chosen').toBe(
        String(documentsWith(facets.lang, 'tr')),
      );
      await page.getByRole('checkbox', { name: /Russian/ }).check();
      await settled();
      expect((await titles()).length).toBeGreaterThan(inArabic.length);
      expect(new URL(page.url()).search).toBe('?q=Suriye&lang=ar&lang=ru');
      await page.getByRole('button', { name: 'Remove all filters' }).click();
      await settled();
      expect(new URL(page.url()).search).toBe('?q=Suriye');
    });
  });

  test('entities and sources narrow too; names are those of the language of the page', async () => {
    await visit(
      site(),
      '/?q=Suriye',
      async ({ page, settled, titles }) => {
        const all = (await titles()).length;
        await page.getByRole('checkbox', { name: /Хакан Фидан/ }).check();
        await settled();
        expect(new URL(page.url()).searchParams.getAll('entity')).toEqual(['person-hakan-fidan']);
        const few = await titles();
        expect(few.length).toBeLessThan(all);
        await page.getByRole('checkbox', { name: /Steppe Wire/ }).check();
        await settled();
        expect(await titles()).toEqual(['Lavrov and Fidan discuss Syria in Astana']);
      },
      { locale: 'ru-RU' },
    );
  });

  test('a stretch of the histogram that is dragged over is searched, and what lies outside stays to be seen', async () => {
    await visit(site(), '/?q=Lavrov', async ({ page, settled, titles }) => {
      const bars = page.locator('.filters .column');
      const count = await bars.count();
      const last = (await bars.last().boundingBox())!;
      const third = (await bars.nth(count - 3).boundingBox())!;
      const height = (await page.locator('.filters .timeline-area').boundingBox())!;
      await page.mouse.move(last.x + last.width / 2, height.y + 20);
      await page.mouse.down();
      await page.mouse.move(third.x + third.width / 2, height.y + 30, { steps: 5 });
      await page.mouse.up();
      await settled();
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('from'), searchParams.get('to')]).toEqual(['2024-11-01', '2025-01-31']);
      const { hits } = await api(site(), '/api/search?q=Lavrov&from=2024-11-01&to=2025-01-31');
      expect(await titles()).toEqual(hits.map(({ title }: { title: string }) => title));
      expect(await bars.count()).toBe(count);
      expect(await page.locator('.filters .column.inside').count()).toBe(3);
      await page.getByRole('button', { name: 'Any time' }).click();
      await settled();
      expect(new URL(page.url()).search).toBe('?q=Lavrov');
    });
  });

  test('one bar is chosen by one press, without dragging', async () => {
    await visit(site(), '/?q=Lavrov', async ({ page, settled }) => {
      const first = (await page.locator('.filters .timeline-area').boundingBox())!;
      await page.mouse.click(first.x + 3, first.y + 30);
      await settled();
      expect(new URL(page.url()).search).toBe('?q=Lavrov&from=2023-10-01&to=2023-10-31');
    });
  });

  test('order and pages', async () => {
    await visit(site(), '/', async ({ page, settled }) => {
      await page.locator('.sort select').selectOption('oldest');
      await settled();
      const dates = await page
        .locator('.hits time')
        .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')!));
      const moments = dates.map((date) => Date.parse(date));
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
      const firstPage = await page
        .locator('.hits article')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-id')));
      await page.getByRole('link', { name: 'Next' }).click();
      await settled();
      expect(new URL(page.url()).search).toBe('?sort=oldest&page=2');
      const secondPage = await page
        .locator('.hits article')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-id')));
      expect(secondPage.length).toBeGreaterThan(0);
      expect(firstPage.filter((id) => secondPage.includes(id))).toEqual([]);
    });
  });

  test('only as typed', async () => {
    await visit(site(), '/?q=disisleri', async ({ page, settled }) => {
      await page.getByRole('checkbox', { name: 'Exact match only' }).check();
      await settled();
      const kinds = await page
        .locator('.hits mark')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-kind')));
      expect(new Set(kinds)).toEqual(new Set(['exact']));
    });
  });

  test('shows why a hit was found and the parts of its score', async () => {
    await visit(site(), '/?q=disisleri', async ({ page }) => {
      const hit = page.locator('.hit', { has: page.locator('mark[data-kind="variant"]') }).first();
      await hit.locator('summary').click();
      expect(await hit.locator('.why').innerText()).toMatch(/Dışişleri.*another spelling of disisleri/s);
      expect(await hit.locator('.score dd').count()).toBe(8);
    });
  });

  test('copies of a text are one hit with a count, or separate hits on request', async () => {
    await visit(site(), '/?q=Feribot', async ({ page, settled, titles }) => {
      expect(await titles()).toHaveLength(1);
      expect(await page.locator('[role="status"]').innerText()).toBe('2 articles');
      await page.locator('.copies a').click();
      await settled();
      expect(await titles()).toHaveLength(2);
      await page.locator('.hits h3 a').first().click();
      await page.locator('.aside h2', { hasText: 'The same text elsewhere' }).waitFor();
    });
  });

  test('a search can be followed: the feed has the same hits', async () => {
    await visit(site(), '/?q=Lavrov&lang=tr', async ({ page, titles }) => {
      const href = await page.locator('.follow a').getAttribute('href');
      const feed = await (await fetch(site().url + href)).text();
      expect((feed.match(/<entry\b/g) ?? []).length).toBe((await titles()).length);
    });
  });

  test('the language of the page is that of the browser until another is chosen, which stays', async () => {
    await visit(
      site(),
      '/?q=Lavrov',
      async ({ page, settled }) => {
        expect(await page.locator('.results-head h2').innerText()).toBe('Результаты');
        await page.getByRole('button', { name: 'العربية' }).click();
        await page.locator('html[dir="rtl"]').waitFor({ state: 'attached' });
        await page.reload();
        await settled();
        expect(await page.locator('html').getAttribute('lang')).toBe('ar');
        expect(await page.locator('.results-head h2').innerText()).toBe('النتائج');
        expect(await page.locator('.card h2').innerText()).toBe('سيرغي لافروف');
      },
      { locale: 'ru-RU' },
    );
  });

  test('an entity shows names in every script, mentions over time and related entities; an article shows its entities', async () => {
    await visit(site(), '/?q=Лавров', async ({ page }) => {
      await page.locator('.card h2 a').click();
      const view = page.locator('.entity-view');
      await view.locator('.names').waitFor();
      for (const name of ['سيرغي لافروف', 'Sergey Lavrov', 'Сергей Лавров'])
        expect(await view.locator('.names').innerText()).toContain(name);
      await view.locator('.column').first().waitFor();
      const { facets } = await api(site(), '/api/search?entity=person-sergey-lavrov&limit=0&facets=entity');
      const syria = view.locator('.chip', { hasText: /^Syria/ }).first();
      expect(await syria.innerText()).toContain(String(documentsWith(facets.entity, 'place-syria')));
      await view.locator('.hits h3 a').first().click();
      await page.locator('.article').waitFor();
      const id = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!);
      const { mentions } = await api(site(), `/api/documents/${encodeURIComponent(id)}`);
      const listed = page.locator('.mention-list li');
      expect(await listed.count()).toBe(
        new Set(mentions.map(({ entity }: { entity: string }) => entity)).size,
      );
      const button = listed.first().locator('button');
      const places = mentions.filter(
        ({ entity, field }: { entity: string; field: string }) =>
          entity === mentions[0].entity && field !== 'keywords',
      );
      expect(places.length).toBeGreaterThan(0);
      for (const step of [1, 2]) {
        await button.click();
        const shown = page.locator('.article .mention .shown');
        expect(await shown.count(), 'one mention is shown, also where the page does not scroll').toBe(1);
        expect(await shown.evaluate((one) => getComputedStyle(one).backgroundColor)).not.toBe(
          'rgba(0, 0, 0, 0)',
        );
        expect(await page.evaluate(() => document.activeElement?.closest('[data-entity]') !== null)).toBe(
          true,
        );
        const [, at, of] = /(\d+) of (\d+)/.exec(await button.innerText())!;
        expect(Number(at)).toBe(((step - 1) % Number(of)) + 1);
      }
      await page.locator('.aside h2', { hasText: 'Similar articles' }).waitFor();
    });
  });

  test('marks of the query go on in the article', async () => {
    await visit(site(), '/?q=Лавров', async ({ page }) => {
      await page.locator('.hits h3 a').first().click();
      await page.locator('.article mark').first().waitFor();
      const { body } = await api(site(), `/api/documents/${new URL(page.url()).pathname.split('/').at(-1)}`);
      const shown = await page.locator('.article-body p').allTextContents();
      expect(shown.join('').replaceAll(/\s/g, '')).toBe(body.replaceAll(/\s/g, ''));
    });
  });
}
