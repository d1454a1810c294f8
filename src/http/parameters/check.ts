/** Checks the query parameters of a request. */
import type { z } from 'zod';
import { LisanError } from '../../common/errors.ts';
import {
  DECLARABLE,
  type DeclaredFacets,
  FIELD_PREFIX,
  facetNamed,
  nameOfFacet,
} from '../../engines/facets.ts';

/** Parameters that are lists of facets. */
const LISTS_OF_FACETS = ['facets'];

/**
 * `declared`: the facets beside those that every archive has; their names become those that the schema knows.
 * Unknown parameters are refused, so that a misspelt one is noticed.
 * @throws LisanError `invalid_parameter`, naming the first parameter that is wrong.
 */
export function checkParameters<T extends z.ZodObject>(
  schema: T,
  query: unknown,
  declared: DeclaredFacets = [],
): z.output<T> {
  const given = DECLARABLE[0]! in schema.shape ? withInnerNames(query as Query, declared) : query;
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') throw unknownParameter(issue.keys[0]!, schema, declared);
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

type Query = Readonly<Record<string, unknown>>;

/** The parameters with `fields.desk` as `field1`, if that is the first facet that is declared. */
function withInnerNames(query: Query, declared: DeclaredFacets): Record<string, unknown> {
  const innerName = (name: string): string => {
    // The inner names are no names of parameters.
    if ((DECLARABLE as readonly string[]).includes(name)) return `${FIELD_PREFIX}${name}`;
    return name.startsWith(FIELD_PREFIX) ? (facetNamed(name, declared) ?? name) : name;
  };
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      innerName(name),
      LISTS_OF_FACETS.includes(name)
        ? [value]
            .flat()
            .map((text) => (typeof text === 'string' ? text.split(',').map(innerName).join(',') : text))
        : value,
    ]),
  );
}

function unknownParameter(name: string, schema: z.ZodObject, declared: DeclaredFacets): LisanError {
  const names = Object.keys(schema.shape).flatMap((key) => {
    const place = (DECLARABLE as readonly string[]).indexOf(key);
    if (place === -1) return [key];
    return place < declared.length ? [nameOfFacet(DECLARABLE[place]!, declared)] : [];
  });
  return invalidParameter(
    `There is no parameter ${name}.`,
    name.startsWith(FIELD_PREFIX)
      ? `List ${name} in LISAN_FACETS, or use ${names.join(', ')}.`
      : `Use ${names.join(', ') || 'no parameters'}.`,
  );
}

function invalidParameter(message: string, remedy: string): LisanError {
  return new LisanError({ code: 'invalid_parameter', message, remedy, status: 400 });
}
