/** Checks the query parameters of a request. */
import type { Request } from 'express';
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

/** What the query of a request was found to be, and by which parameters. */
const checkedRequests = new WeakMap<Request, { schema: z.ZodObject; checked: unknown }>();

/** The checked parameters of a request, which its middleware and its handler both ask for. @throws as `checkParameters`. */
export function parametersOf<T extends z.ZodObject>(
  request: Request,
  schema: T,
  declared?: DeclaredFacets,
): z.output<T> {
  const known = checkedRequests.get(request);
  if (known?.schema === schema) return known.checked as z.output<T>;
  const checked = checkParameters(schema, request.query, declared);
  checkedRequests.set(request, { schema, checked });
  return checked;
}

/**
 * `declared`: the facets beside those that every archive has; their names become those that the schema knows.
 * Unknown parameters are refused, so that a misspelt one is noticed. `schema`: a strict one.
 * @throws LisanError `invalid_parameter`, naming the first parameter that is wrong.
 */
export function checkParameters<T extends z.ZodObject>(
  schema: T,
  query: unknown,
  declared: DeclaredFacets = [],
): z.output<T> {
  const given = DECLARABLE[0]! in schema.shape ? withInnerNames(query as Query, declared) : (query as Query);
  const checked: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    const isGiven = Object.hasOwn(given, name);
    const result = isGiven ? parameter.safeParse(given[name]) : ofNothing(parameter);
    if (!result.success) throw wrongParameter(name, given[name], result.error.issues[0]);
    if (result.data !== undefined) checked[name] = result.data;
  }
  for (const name of Object.keys(given))
    if (!Object.hasOwn(schema.shape, name)) throw unknownParameter(name, schema, declared);
  return checked as z.output<T>;
}

/** What each parameter is that is not given: of some thirty, a request has a few. */
const notGiven = new WeakMap<z.ZodType, z.ZodSafeParseResult<unknown>>();

function ofNothing(parameter: z.ZodType): z.ZodSafeParseResult<unknown> {
  let result = notGiven.get(parameter);
  if (result === undefined) {
    result = parameter.safeParse(undefined);
    // All requests share it.
    Object.freeze(result.data);
    notGiven.set(parameter, result);
  }
  return result;
}

function wrongParameter(name: string, value: unknown, issue: z.core.$ZodIssue | undefined): LisanError {
  if (Array.isArray(value) && issue?.path.length === 0 && issue.code !== 'too_big')
    return invalidParameter(`${name} is given ${value.length} times.`, `Give ${name} once.`);
  return invalidParameter(
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
