/** Filters: dates as one types them, periods, what is on, titles, what the colours mean, entities as filters. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { api, PHONE, type Site, visit } from './visit.ts';

const chips = (page: Page): Promise<string[]> => page.locator('.active-filters button').allInnerTexts();

export function describeFilters(site: () => Site): void {
  describe('dates', () => {
    test.each([
      ['en-US', 'From', 'November 12, 2024', '2024-11-12'],
      ['en-US', 'To', '11/2024', '2024-11-30'],
      ['tr-TR', 'Başlangıç', '12.11.2024', '2024-11-12'],
      ['ru-RU', 'С', '12 ноября 2024', '2024-11-12'],
      ['ar', 'من', '١٢ نوفمبر ٢٠٢٤', '2024-11-12'],
      ['fa', 'تا', '۲۰۲۴', '2024-12-31'],
    ])('%s: %s %s', async (locale, label, typed, day) => {
      await visit(
        site(),
        '/?q=Suriye',
        async ({ page, settled }) => {
          const field = page.locator('#filters').getByLabel(label, { exact: true });
          await field.and(page.locator('input')).fill(typed);
          await page.keyboard.press('Enter');
          await settled();
          const { searchParams } = new URL(page.url());
          expect(searchParams.get('from') ?? searchParams.get('to')).toBe(day);
          const written = await field.and(page.locator('input')).inputValue();
          expect(written).toBe(
            new Intl.DateTimeFormat(locale.slice(0, 2), {
              dateStyle: 'long',
              calendar: 'gregory',
              timeZone: 'UTC',
            }).format(new Date(day)),
          );
        },
        { locale },
      );
    });

    test('an invalid date is reported and changes nothing', async () => {
      await visit(
        site(),
        '/?q=Suriye',
        async ({ page }) => {
          const field = page.locator('.days input').first();
          await field.fill('geçen hafta');
          await page.keyboard.press('Enter');
          expect(await page.locator('.problem').innerText()).toContain('Bu bir tarih değil');
          expect(await field.getAttribute('aria-invalid')).toBe('true');
          expect(new URL(page.url()).search).toBe('?q=Suriye');
        },
        { locale: 'tr-TR' },
      );
    });

    test('a usual period is one press, and off with another', async () => {
      await visit(site(), '/', async ({ page, settled }) => {
        await page.clock.setFixedTime(new Date('2025-01-30T12:00:00'));
        await page.getByRole('button', { name: 'This month' }).click();
        await settled();
        expect(new URL(page.url()).search).toBe('?from=2025-01-01&to=2025-01-31');
        expect(await page.locator('.hits article').count()).toBeGreaterThan(0);
        const pressed = page.getByRole('button', { name: 'This month', pressed: true });
        await pressed.click();
        await settled();
        expect(new URL(page.url()).search).toBe('');
      });
    });
  });

  test('every filter that is on is named and can be taken off alone', async () => {
    await visit(
      site(),
      '/?q=Suriye&lang=ar&entity=person-sergey-lavrov&from=2024-01-01',
      async ({ page, settled }) => {
        expect(await chips(page)).toEqual([
          'Arabic ×',
          'Sergey Lavrov ×',
          'from \u2068January 1, 2024\u2069 ×',
        ]);
        await page.getByRole('button', { name: /Remove the filter .*Sergey Lavrov/ }).click();
        await settled();
        expect(new URL(page.url()).search).toBe('?q=Suriye&lang=ar&from=2024-01-01');
      },
    );
  });

  test.each([
    ['en-US', '/', 'lisan'],
    ['en-US', '/?lang=ar', 'Arabic - lisan'],
    ['tr-TR', '/?entity=place-syria', 'Suriye - lisan'],
    [
      'ru-RU',
      '/?source=Steppe+Wire&from=2024-11-12&to=2024-11-12',
      'Steppe Wire · 12 ноября 2024 г. - lisan',
    ],
    ['en-US', '/?q=Lavrov&lang=tr', 'Lavrov · Turkish - lisan'],
    ['en-US', '/entities/place-syria', 'Syria - lisan'],
  ])('in %s %s has the title %s', async (locale, path, title) => {
    await visit(
      site(),
      path,
      async ({ page }) => {
        await page.waitForFunction((expected) => document.title === expected, title);
      },
      { locale },
    );
  });

  test('"mentioned in" leads to as many articles, with name, card, marks and title', async () => {
    const { facets } = await api(site(), '/api/search?limit=0&facets=entity');
    for (const id of ['person-sergey-lavrov', 'place-syria', 'event-astana-process']) {
      const { count } = facets.entity.find(({ value }: { value: string }) => value === id);
      await visit(site(), `/entities/${id}`, async ({ page, settled }) => {
        const name = await page.locator('h1').innerText();
        await page.locator('.entity-head a').click();
        await page.locator('.card h2', { hasText: name }).waitFor();
        await settled();
        expect(await page.locator('[role="status"]').innerText()).toBe(`${count} articles`);
        expect(await page.locator('#q').inputValue()).toBe(name);
        expect(await page.title()).toBe(`${name} · ${name} - lisan`);
        const marked = page.locator('.hits article', { has: page.locator('mark') });
        expect(await marked.count()).toBeGreaterThanOrEqual(count - 1);
      });
    }
  });

  test('a list of nothing but an entity has its card, and marks it in the hits', async () => {
    await visit(site(), '/?entity=place-syria', async ({ page }) => {
      await page.locator('.card h2', { hasText: 'Syria' }).waitFor();
      const marks = await page.locator('.hits mark[data-kind="entity"]').allInnerTexts();
      expect(marks).toContain('Сирии');
    });
  });

  test('the histogram of a search keeps its words, and there is one of it', async () => {
    await visit(site(), '/?q=Lavrov+Astana', async ({ page, settled }) => {
      await page.locator('.card').waitFor();
      expect(await page.locator('.timeline').count()).toBe(1);
      const area = (await page.locator('.timeline-area').boundingBox())!;
      await page.mouse.click(area.x + area.width - 3, area.y + 30);
      await settled();
      expect(new URL(page.url()).searchParams.get('q')).toBe('Lavrov Astana');
      expect(new URL(page.url()).searchParams.get('from')).not.toBe(null);
    });
  });

  test('a period in the histogram of an entity searches for its name', async () => {
    await visit(site(), '/entities/place-syria', async ({ page, settled }) => {
      await page.locator('.entity-view .column').first().waitFor();
      const area = (await page.locator('.timeline-area').boundingBox())!;
      await page.mouse.click(area.x + area.width - 3, area.y + 30);
      await settled();
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('q'), searchParams.get('entity')]).toEqual(['Syria', 'place-syria']);
    });
  });

  test('few months fill the width like a whole year', async () => {
    await visit(site(), '/?q=Feribot', async ({ page }) => {
      const bars = page.locator('.filters .column');
      expect(await bars.count()).toBe(12);
      const area = (await page.locator('.timeline-area').boundingBox())!;
      const legend = (await page.locator('.filters legend').first().boundingBox())!;
      expect(Math.abs(area.width - legend.width)).toBeLessThan(2);
      const last = (await bars.last().boundingBox())!;
      expect(last.width).toBeLessThan(area.width / 10);
    });
  });

  test('the colours of names have a legend, and do not stand alone', async () => {
    await visit(site(), '/?q=Lavrov', async ({ page }) => {
      const legend = page.getByRole('list', { name: 'Colours of names' }).getByRole('listitem');
      expect(await legend.allInnerTexts()).toEqual(['Person', 'Place', 'Organisation', 'Event']);
      for (const type of ['person', 'place']) {
        const [sign, colour] = await page.evaluate((name) => {
          const look = (selector: string) => {
            const element = document.querySelector(selector)!;
            return [getComputedStyle(element, '::before').content, getComputedStyle(element).color];
          };
          const [chip, explained] = [look(`.hits .chip.${name}`), look(`.legend .type.${name}`)];
          return [chip[0] === explained[0] && chip[0], chip[1] === explained[1]];
        }, type);
        expect(sign).toMatch(/●|▲/);
        expect(colour).toBe(true);
      }
    });
  });

  test('"Why this result?" is shown only with a query', async () => {
    await visit(site(), '/?lang=ar', async ({ page }) => {
      expect(await page.locator('.hits article').count()).toBeGreaterThan(0);
      expect(await page.locator('.why').count()).toBe(0);
    });
  });

  test('why: the box has the direction of the page in a hit of the other, and its parts give the total', async () => {
    for (const [locale, dir] of [
      ['ar', 'rtl'],
      ['en-US', 'ltr'],
    ] as const) {
      await visit(
        site(),
        '/?q=Lavrov+Astana',
        async ({ page }) => {
          const other = page.locator(`.hit[dir="${dir === 'rtl' ? 'ltr' : 'rtl'}"]`).first();
          await other.locator('.why summary').click();
          const box = other.locator('.why');
          expect(await box.evaluate((element) => getComputedStyle(element).direction)).toBe(dir);
          const labels = await box
            .locator('dt')
            .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
          const [first, second] = labels as [number, number];
          expect(dir === 'rtl' ? first > second : first < second).toBe(true);
          const [words, near, best, sum, share, recent, short, total] = (
            await box.locator('dd').allInnerTexts()
          ).map((text) => Number(text.replace(/[^\d.]/g, ''))) as [
            number,
            number,
            number,
            number,
            number,
            number,
            number,
            number,
          ];
          expect(words + near + best).toBeCloseTo(sum, 5);
          expect(sum * share * recent * short).toBeCloseTo(total, 1);
        },
        { locale },
      );
    }
  });

  test('a phone: periods and dates are within the width in every language', async () => {
    for (const locale of ['ar', 'fa', 'tr-TR', 'en-US', 'ru-RU']) {
      await visit(
        site(),
        '/?q=Suriye&from=2024-09-30&to=2024-12-31',
        async ({ page }) => {
          await page.locator('.filters-fold summary').click();
          const cut = await page
            .locator('.days input')
            .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
          expect(cut, locale).toBe(0);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), locale).toBeLessThanOrEqual(
            360,
          );
        },
        { ...PHONE, locale },
      );
    }
  });
}
