/** The facets under the names that they have as attributes of Meilisearch's documents. */
import {
  DECLARABLE,
  type DeclaredFacets,
  type Facet,
  FIXED_FACETS,
  facetsWith,
} from '../../engines/facets.ts';

/** The attribute of a facet: a declared one has the name of its field, `desk`. */
export function attributeOf(facet: Facet, declared: DeclaredFacets): string {
  return declared[(DECLARABLE as readonly Facet[]).indexOf(facet)] ?? facet;
}

/** The facet that an attribute is; those that every archive has come first. */
export function facetOfAttribute(attribute: string, declared: DeclaredFacets): Facet | undefined {
  return (
    FIXED_FACETS.find((facet) => facet === attribute) ??
    facetsWith(declared).find((facet) => attributeOf(facet, declared) === attribute)
  );
}
