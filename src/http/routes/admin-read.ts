/** A route that tells what only those who run the archive may know: it needs a key, and nobody keeps its answer. */
import type { z } from 'zod';
import { type ReadRoute, type Route, readRoute } from './route.ts';

/** As `readRoute`; a key with the scope `admin` is needed even where the service has none. */
export function adminRead<Parameters extends z.ZodObject, ReadRequest, Answer>(
  route: ReadRoute<Parameters, ReadRequest, Answer>,
): Route {
  const { cacheable: _, handler, ...rest } = readRoute(route);
  return {
    ...rest,
    scope: 'admin',
    changes: true,
    handler(context) {
      const answer = handler(context);
      return (request, response, next) => {
        response.setHeader('Cache-Control', 'no-store');
        return answer(request, response, next);
      };
    },
  };
}
