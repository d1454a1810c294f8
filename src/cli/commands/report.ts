/** `lisan report`: searches and those without a hit, which show names and spellings that are missing. */

import { onTerminal } from '../../common/bidi.ts';
import { readConfig } from '../../config/settings.ts';
import { type QueryCount, type Report, reportOf } from '../../service/query-log.ts';
import { queryLogFile } from '../../service/service.ts';
import { styled } from '../styled.ts';

export interface ReportOptions {
  days: number;
  limit: number;
  json?: boolean;
}

export function printReport({ days, limit, json = false }: ReportOptions): void {
  const config = readConfig();
  const report = reportOf(queryLogFile(config), config.queriesDays, days, limit);
  console.log(json ? JSON.stringify(report, null, 2) : written(report));
}

function written({ days, searches, empty, withoutHits, frequent, slow }: Report): string {
  if (searches === 0)
    return `No searches in the last ${days} days. They are counted while \`lisan serve\` runs.`;
  const share = ((empty / searches) * 100).toFixed(1);
  return [
    `${searches} searches in the last ${days} days, ${empty} without a hit (${share} %)`,
    ...list('Without a hit', withoutHits, ({ empty: times }) => `${times}`),
    ...list('Most frequent', frequent, ({ times }) => `${times}`),
    ...list('Slowest', slow, ({ slowest }) => `${Math.round(slowest)} ms`),
  ].join('\n');
}

function list(title: string, counts: readonly QueryCount[], figure: (count: QueryCount) => string): string[] {
  if (counts.length === 0) return [];
  return [
    '',
    styled('bold', title),
    ...counts.map((count) => `${figure(count).padStart(10)}  ${onTerminal(count.query)}`),
  ];
}
