/** `GET /metrics`: metrics for Prometheus. */
import { z } from 'zod';
import { type Route, text } from './route.ts';

export const metrics: Route = {
  method: 'get',
  path: '/metrics',
  summary: 'Metrics for Prometheus.',
  scope: 'admin',
  parameters: z.strictObject({}),
  answer: text('Metrics in the Prometheus text format.', 'text/plain'),
  handler: ({ metrics }) => metrics.serve,
};
