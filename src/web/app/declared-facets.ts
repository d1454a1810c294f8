/** The facets that the operator declared, as the service delivered them with the page. */
import { delivered } from './delivered.ts';

/** Names of the fields that are facets of the service; none where there is no page. */
export function declaredFacets(): string[] {
  const facets = delivered('facets') ?? '';
  return facets === '' ? [] : facets.split(',');
}
