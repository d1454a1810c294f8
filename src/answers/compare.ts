/** The shape of a comparison: how often queries match, by month, language or source. */
import { z } from 'zod';
import { described } from './passage.ts';
import { notice, total } from './search.ts';

export const COMPARED_BY = ['date', 'lang', 'source'] as const;
export type ComparedBy = (typeof COMPARED_BY)[number];

const count = z.int().min(0);

export const compareAnswer = z
  .strictObject({
    by: z.enum(COMPARED_BY),
    queries: z.array(
      z.strictObject({ query: z.string(), total, notices: z.array(notice) }).meta({ id: 'ComparedQuery' }),
    ),
    values: z
      .array(
        z.strictObject({
          value: z.string(),
          all: count.meta(described('Documents with this value, whatever they say: for shares.')),
          counts: z
            .array(count)
            .meta(described('Documents that match each query, in the order of `queries`.')),
        }),
      )
      .meta(
        described('Every month from the first to the last one with a match, or the most frequent values.'),
      ),
  })
  .meta({ id: 'CompareAnswer' });
export type CompareAnswer = z.infer<typeof compareAnswer>;
