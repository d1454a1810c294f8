/** Checks the JSON body of a request. */
import type { z } from 'zod';
import { LisanError } from '../../common/errors.ts';

/** `code`, `remedy`: of the error. @throws LisanError that names the first part that is wrong. */
export function checkBody<T extends z.ZodType>(
  schema: T,
  body: unknown,
  { code, remedy }: { code: string; remedy: string },
): z.output<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new LisanError({
    code,
    message: `The request body is invalid: ${place}${issue?.message}.`,
    remedy,
    status: 400,
  });
}
