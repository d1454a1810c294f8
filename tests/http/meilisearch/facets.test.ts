/** Facets under the names that they have as attributes of Meilisearch's documents. */
import { expect, test } from 'vitest';
import { UTC } from '../../../src/common/time-zone.ts';
import { attributeOf, facetOfAttribute } from '../../../src/http/meilisearch/facets.ts';
import { conditionOf } from '../../../src/http/meilisearch/filter.ts';
import { facetsOf } from '../../../src/http/meilisearch/parameters.ts';

const DECLARED = ['desk', 'author'];

test.each([
  ['desk', 'field1'],
  ['lang', 'lang'],
  // A field with the name of a facet does not hide it.
  ['author', 'author'],
  ['field1', undefined],
  ['other', undefined],
])('%s is the facet %s', (attribute, facet) => {
  expect(facetOfAttribute(attribute, DECLARED)).toBe(facet);
});

test('a declared facet in filters and in counts', () => {
  expect(conditionOf('desk = "foreign"', UTC, DECLARED)).toEqual({ facet: 'field1', values: ['foreign'] });
  expect(() => conditionOf('desk = "foreign"', UTC)).toThrow(/is not filterable/);
  expect(facetsOf(['desk'], DECLARED)).toEqual(['field1']);
  expect(facetsOf(['*'], ['desk']).map((facet) => attributeOf(facet, ['desk']))).toEqual([
    ...['lang', 'entity', 'source', 'author', 'section', 'keywords', 'date', 'desk'],
  ]);
  expect(() => facetsOf(['field1'], DECLARED)).toThrow(/is not a facet/);
});
