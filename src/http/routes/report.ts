/** `GET /api/report`: searches of the last days, those without a hit, the slowest. What `lisan report` prints. */
import { z } from 'zod';
import { described } from '../../answers/passage.ts';
import { type Report, reportOf } from '../../service/query-log.ts';
import { queryLogFile } from '../../service/service.ts';
import { wholeNumber } from '../parameters/values.ts';
import { adminRead } from './admin-read.ts';

const MAX_DAYS = 365;
const MAX_QUERIES = 200;

const count = z.int().min(0);
const query = z
  .strictObject({
    query: z.string(),
    times: count.meta(described('How often it was searched.')),
    empty: count.meta(described('How often it found nothing.')),
    slowest: z.number().meta(described('Duration of the slowest search, in milliseconds.')),
  })
  .meta({ id: 'QueryCount' });
const queries = (description: string) => z.array(query).meta({ description });

const answer = z
  .strictObject({
    days: count,
    kept: z
      .boolean()
      .meta(
        described(
          'False if texts of queries are not kept (`LISAN_QUERIES=redacted`): then only the sums are known.',
        ),
      ),
    searches: count,
    empty: count.meta(described('Searches that found nothing.')),
    withoutHits: queries('Queries without a hit, the most frequent first.'),
    frequent: queries('The most frequent queries.'),
    slow: queries('The slowest queries.'),
  })
  .meta({ id: 'Report' });

export const report = adminRead({
  path: '/api/report',
  module: import.meta.url,
  summary: 'Report on the searches of the last days. Those of the last seconds may not be counted yet.',
  parameters: z.strictObject({
    days: wholeNumber(MAX_DAYS, 30, 'Days, today included.'),
    limit: wholeNumber(MAX_QUERIES, 20, 'Queries in each list.'),
  }),
  answer: { description: 'The report.', schema: answer },
  request: (parameters) => parameters,
  read: ({ config }, { days, limit }): Report & { kept: boolean } => ({
    kept: config.queries === 'kept',
    ...reportOf(queryLogFile(config), config.queriesDays, days, limit),
  }),
});
