/** The facets that the operator declared, as the service delivered them with the page. */

/** The part of a browser's document that is read; address and paths are also used where there is no page. */
interface Delivered {
  document?: { documentElement: { dataset: Readonly<Record<string, string | undefined>> } };
}

/** Names of the fields that are facets of the service; none where there is no page. */
export function declaredFacets(): string[] {
  const { facets = '' } = (globalThis as Delivered).document?.documentElement.dataset ?? {};
  return facets === '' ? [] : facets.split(',');
}
