/** The search of an alert: the parameters of the API as a text, checked when it is made and each time it is used. */
import { z } from 'zod';
import type { DeclaredFacets } from '../../engines/facets.ts';
import type { SearchRequest } from '../../search/request.ts';
import { checkParameters } from '../parameters/check.ts';
import { filterParameters, searchRequest } from '../parameters/search-request.ts';

const parameters = z.strictObject(filterParameters);
/** Parameters of addresses of the page and of pages of hits that say nothing of what is searched for. */
const IGNORED = ['sort', 'limit', 'offset', 'page', 'facets', 'explain', 'strict', 'key'];

/** The parameters that say what is searched for. @throws LisanError `invalid_parameter` for those that are wrong. */
export function searchOf(text: string, declared: DeclaredFacets): string {
  const given = new URLSearchParams(text);
  for (const name of IGNORED) given.delete(name);
  for (const [name, value] of [...given]) if (value === '') given.delete(name);
  parse(given, declared);
  return given.toString();
}

/** `language`: for names of entities. @throws LisanError `invalid_parameter`. */
export function requestOf(search: string, language: string, declared: DeclaredFacets): SearchRequest {
  const wanted = parse(new URLSearchParams(search), declared);
  return searchRequest({ ...wanted, sort: 'newest', limit: 0 }, language);
}

function parse(given: URLSearchParams, declared: DeclaredFacets): z.output<typeof parameters> {
  const names = [...new Set(given.keys())];
  const query = names.map((name) => {
    const values = given.getAll(name);
    return [name, values.length === 1 ? values[0] : values];
  });
  return checkParameters(parameters, Object.fromEntries(query), declared);
}
