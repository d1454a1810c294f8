/** Periods that end with the present, in the time zone of the service. */
import { afterEach, expect, test, vi } from 'vitest';
import { loadTranslator } from '../../../src/web/i18n/translator.ts';
import { periodOf } from '../../../src/web/search/periods.ts';

test.each([
  ['today', '2024-02-29', '2024-02-29', '2024-02-29'],
  ['week', '2024-03-03', '2024-02-26', '2024-03-03'],
  ['month', '2024-02-10', '2024-02-01', '2024-02-29'],
  ['month', '2023-12-31', '2023-12-01', '2023-12-31'],
  ['year', '2024-06-01', '2024-01-01', '2024-12-31'],
] as const)('%s on %s', (period, today, from, to) => expect(periodOf(period, today)).toEqual({ from, to }));

afterEach(() => void vi.useRealTimers());

test.each([
  ['UTC', '2024-12-31'],
  ['Europe/Istanbul', '2025-01-01'],
] as const)('the day in %s', async (timezone, today) => {
  vi.useFakeTimers({ now: new Date('2024-12-31T22:30:00Z') });
  expect((await loadTranslator('fa', timezone)).today()).toBe(today);
});
