/** Combines the filters of a request with those typed into its query. */

import { detectLanguage } from '../../analysis/language-detection.ts';
import { analyzerFor, LANGUAGES } from '../../analysis/languages/registry.ts';
import { LisanError } from '../../common/errors.ts';
import type { TimeZone } from '../../common/time-zone.ts';
import {
  allOf,
  type Condition,
  EVERY_DOCUMENT,
  hasValues,
  type Period,
  publishedWithin,
} from '../../engines/conditions.ts';
import { kindOf } from '../../engines/facets.ts';
import type { Gazetteer } from '../../entities/gazetteer/gazetteer.ts';
import type { Tagger } from '../../entities/tagger/tagger.ts';
import type { Days } from '../request.ts';
import type { ParsedQuery } from './parser.ts';

/** What the filters of a query need. */
export interface FilterParts {
  gazetteer: Gazetteer;
  tagger: Tagger;
  zone: TimeZone;
}

/**
 * What a request and its query restrict: a document must pass every one of the filters. A missing filter is passed by
 * every document. @throws LisanError `invalid_query`.
 */
export function applyQueryFilters(
  filter: Condition = EVERY_DOCUMENT,
  { from = '', to = '' }: Days = {},
  restrictions: ParsedQuery['filters'],
  parts: FilterParts,
): Condition {
  const typed = restrictions.map((restriction) => conditionOf(restriction, parts));
  const days = from === '' && to === '' ? [] : [publishedWithin(dateRange(`${from}..${to}`, parts.zone))];
  return allOf(filter, ...days, ...typed);
}

function conditionOf(
  { facet, value }: ParsedQuery['filters'][number],
  { gazetteer, tagger, zone }: FilterParts,
): Condition {
  switch (kindOf(facet)) {
    case 'language':
      return hasValues(facet, value.split(',').map(languageFilter));
    case 'entity':
      return hasValues(facet, [entityFilter(value, gazetteer, tagger)]);
    case 'text':
      return hasValues(facet, [value]);
    case 'month':
      return publishedWithin(dateRange(value, zone));
  }
}

function languageFilter(code: string): string {
  const language = LANGUAGES.find((candidate) => candidate.code === code.toLowerCase());
  if (language !== undefined) return language.code;
  throw new LisanError({
    code: 'invalid_query',
    message: `lang:${code} is not a language that lisan knows.`,
    remedy: `Use one of ${LANGUAGES.map((candidate) => candidate.code).join(', ')}.`,
    status: 400,
  });
}

/** An entity by its id or by one of its names. */
function entityFilter(value: string, gazetteer: Gazetteer, tagger: Tagger): string {
  if (gazetteer.entities.has(value)) return value;
  const tokens = analyzerFor(detectLanguage(value)).tokens(value);
  const whole = tagger
    .recognise(tokens, value)
    .find(({ start, end }) => start === tokens[0]?.start && end === tokens.at(-1)?.end);
  return whole?.entity ?? value;
}

/**
 * The time that a date covers in a zone, in seconds since 1970, the end excluded: `2023`, `2023-10`, `2023-10-31`, or a range of
 * two of them with `..` between, open if one is missing.
 * @throws LisanError `invalid_query` for anything else.
 */
export function dateRange(value: string, zone: TimeZone): Period {
  const [first = '', last, more] = value.split('..');
  if (more !== undefined || (first === '' && !last)) throw wrongDate(value);
  if (last === undefined) return dayRange(first, value, zone);
  return {
    ...(first !== '' && { from: dayRange(first, value, zone).from }),
    ...(last !== '' && { before: dayRange(last, value, zone).before }),
  };
}

function dayRange(date: string, whole: string, zone: TimeZone): { from: number; before: number } {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (parts === null) throw wrongDate(whole);
  const [year, month, day] = [Number(parts[1]), parts[2] && Number(parts[2]), parts[3] && Number(parts[3])];
  const real = new Date(Date.UTC(year, (month || 1) - 1, day || 1));
  if ((month && real.getUTCMonth() !== month - 1) || (day && real.getUTCDate() !== day))
    throw wrongDate(whole);
  const from = zone.startOfDay(year, month || 1, day || 1);
  const before = day
    ? zone.startOfDay(year, Number(month), day + 1)
    : month
      ? zone.startOfDay(year, month + 1, 1)
      : zone.startOfDay(year + 1, 1, 1);
  return { from, before };
}

function wrongDate(value: string): LisanError {
  return new LisanError({
    code: 'invalid_query',
    message: `${JSON.stringify(value)} is not a date.`,
    remedy: 'Write 2023, 2023-10, 2023-10-31, or a range like 2023-01..2023-06.',
    status: 400,
  });
}
