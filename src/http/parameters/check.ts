/** Checks the query parameters of a request. */
import type { z } from 'zod';
import { LisanError } from '../../common/errors.ts';

/**
 * Unknown parameters are refused, so that a misspelt one is noticed.
 * @throws LisanError `invalid_parameter`, naming the first parameter that is wrong.
 */
export function checkParameters<T extends z.ZodObject>(schema: T, given: unknown): z.output<T> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    throw invalidParameter(
      `There is no parameter ${issue.keys[0]}.`,
      `Use ${Object.keys(schema.shape).join(', ') || 'no parameters'}.`,
    );
  }
  const name = String(issue?.path[0] ?? '');
  const value = (given as Record<string, unknown>)[name];
  if (Array.isArray(value) && issue?.path.length === 1 && issue.code !== 'too_big') {
    throw invalidParameter(`${name} is given ${value.length} times.`, `Give ${name} once.`);
  }
  throw invalidParameter(
    `${name} ${reasonOf(issue)}.`,
    `Correct ${name}; /docs lists the values of each parameter.`,
  );
}

function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  const message = issue?.message ?? 'is invalid';
  return message.startsWith('must') ? message : `is invalid: ${message}`;
}

function invalidParameter(message: string, remedy: string): LisanError {
  return new LisanError({ code: 'invalid_parameter', message, remedy, status: 400 });
}
