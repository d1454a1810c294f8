/** Kinds of query parameters: how a text is read, and how it is described. */
import { z } from 'zod';

import { UTC } from '../../common/time-zone.ts';
import { dateRange } from '../../search/query/dates.ts';

/** Longest query, in UTF-16 code units. */
export const MAX_QUERY_LENGTH = 512;
/** Most values in one list. */
const MAX_LIST_LENGTH = 50;

/**
 * A list: `a,b,c`, or the parameter several times. An empty text is an empty list. A comma within a value has a
 * backslash before it.
 */
export function list<T extends string>(item: z.ZodType<T, string>, description: string) {
  const { $schema: _, ...items } = z.toJSONSchema(item);
  return z
    .union([z.string(), z.array(z.string())])
    .default('')
    .transform((given) => [given].flat().flatMap(valuesOf))
    .pipe(z.array(item).max(MAX_LIST_LENGTH, `must have at most ${MAX_LIST_LENGTH} values`))
    .meta({ description, type: 'array', items, maxItems: MAX_LIST_LENGTH, default: [] });
}

const valuesOf = (text: string): string[] =>
  text === '' ? [] : text.split(/(?<!\\),/).map((value) => value.replaceAll('\\,', ','));

/** A whole number from 0 to `most`. */
export function wholeNumber(most: number, fallback: number, description: string) {
  const range = `must be a whole number between 0 and ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, range)
    .transform(Number)
    .pipe(z.number().max(most, range))
    .default(fallback)
    .meta({ description, type: 'integer', minimum: 0, maximum: most, default: fallback });
}

export const yesOrNo = (fallback: boolean, description: string) =>
  z
    .enum(['true', 'false'])
    .default(fallback ? 'true' : 'false')
    .transform((text) => text === 'true')
    .meta({ description, type: 'boolean', default: fallback });

const SHARE = 'must be a number from 0 to 1';

/** A number from 0 to 1, or what a setting of the service says. */
export const shareAsSet = (description: string) =>
  z
    .string()
    .regex(/^(?:0|1|[01]?\.\d{1,6})$/, SHARE)
    .transform(Number)
    .pipe(z.number().max(1, SHARE))
    .optional()
    .meta({ description, type: 'number', minimum: 0, maximum: 1 });

/** Yes or no, or what a setting of the service says. */
export const yesOrNoAsSet = (description: string) =>
  z
    .enum(['true', 'false'])
    .optional()
    .transform((text) => (text === undefined ? undefined : text === 'true'))
    .meta({ description, type: 'boolean' });

/** A day of the calendar, or an empty text. */
const isDay = (text: string): boolean =>
  text === '' || (/^\d{4}-\d{2}-\d{2}$/.test(text) && dateRange(text, UTC) !== undefined);

export const date = (description: string) =>
  z
    .string()
    .refine(isDay, 'must be a date like 2023-10-31')
    .default('')
    .meta({ description: `${description} Like 2023-10-31.` });

/** Longest cursor, in UTF-16 code units. */
const MAX_CURSOR_LENGTH = 32;

/** Pages through one list of hits. */
export const cursor = z
  .string()
  .max(MAX_CURSOR_LENGTH, 'must be one that an answer had, or *')
  .default('')
  .meta({
    description:
      '`*` to page through up to 10,000 hits as they are now, whatever is written meanwhile; then the `cursor` of the last answer, with the same search. Kept for 10 minutes.',
  });

export const query = (description: string) =>
  z
    .string()
    .max(MAX_QUERY_LENGTH, `must have at most ${MAX_QUERY_LENGTH} characters`)
    .default('')
    .meta({ description });
