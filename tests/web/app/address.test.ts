/** Addresses of the page: whatever is searched for can be shared and comes back the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byFacet, DECLARABLE } from '../../../src/engines/facets.ts';
import {
  type Address,
  filterCount,
  formatAddress,
  NO_SEARCH,
  parseAddress,
  type Search,
  toggled,
} from '../../../src/web/app/address.ts';

const parse = (href: string): Address => {
  const { pathname, search } = new URL(href, 'http://localhost');
  return parseAddress(pathname, search);
};

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const day = fc.constantFrom('', '2023-10-01', '1999-12-31');
const search: fc.Arbitrary<Search> = fc.record({
  q: fc.string({ unit: 'grapheme' }),
  chosen: fc.record({
    lang: fc.uniqueArray(fc.constantFrom('ar', 'tr', 'en', 'ru')),
    entity: fc.uniqueArray(text),
    source: fc.uniqueArray(text),
    author: fc.uniqueArray(text),
    section: fc.uniqueArray(text),
    keywords: fc.uniqueArray(text),
    ...(byFacet(() => fc.constant([]), DECLARABLE) as object),
  }) as unknown as fc.Arbitrary<Search['chosen']>,
  from: day,
  to: day,
  sort: fc.constantFrom(undefined, 'relevance' as const, 'newest' as const, 'oldest' as const),
  exact: fc.boolean(),
  listed: fc.boolean(),
  copies: fc.boolean(),
  across: fc.constantFrom(undefined, true, false),
  strict: fc.boolean(),
  page: fc.integer({ min: 1, max: 500 }),
});

test('every search comes back from its address', () => {
  fc.assert(
    fc.property(search, (wanted) => {
      expect(parse(formatAddress({ view: 'search', search: wanted }))).toEqual({
        view: 'search',
        search: wanted,
      });
    }),
  );
});

test('every article and entity comes back from its address', () => {
  const id = fc.oneof(text, fc.constantFrom('.', '..', '~.'));
  fc.assert(
    fc.property(
      id,
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(undefined, true, false),
      (value, q, across) => {
        const article: Address = { view: 'article', id: value, q, across };
        expect(parse(formatAddress(article))).toEqual(article);
        const entity: Address = { view: 'entity', id: value };
        expect(parse(formatAddress(entity))).toEqual(entity);
      },
    ),
  );
});

test.each([
  ['/', NO_SEARCH, 'nothing'],
  ['/?page=-3&sort=best&from=yesterday', NO_SEARCH, 'what is not understood is left out'],
  ['/?q=%D9%84&q=b', { ...NO_SEARCH, q: 'ل' }, 'the first of two'],
  [
    '/?source=A&source=B,+C',
    { ...NO_SEARCH, chosen: { ...NO_SEARCH.chosen, source: ['A', 'B, C'] } },
    'a comma in a name',
  ],
])('%s', (href, expected, why) => {
  const { pathname, search: query } = new URL(href, 'http://localhost');
  expect(parseAddress(pathname, query), why).toEqual({ view: 'search', search: expected });
});

test('a place in an article and a version of it have addresses', () => {
  const place: Address = { view: 'article', id: 'a', q: 'Syria', at: 120 };
  expect(formatAddress(place)).toBe('/articles/a?q=Syria&at=120');
  expect(parse(formatAddress(place))).toEqual(place);
  expect(parse('/articles/a?at=x')).toEqual({ view: 'article', id: 'a', q: '' });
  const version: Address = { view: 'versions', id: 'a/b', revision: 3 };
  expect(formatAddress(version)).toBe('/articles/a%2Fb/versions?version=3');
  expect(parse(formatAddress(version))).toEqual(version);
  expect(parse('/articles/a/versions?version=0')).toEqual({ view: 'versions', id: 'a' });
});

test('who appears with whom has the search, an entity and types in its address', () => {
  const address: Address = {
    view: 'together',
    search: { ...NO_SEARCH, q: 'Syria', from: '2024-01-01' },
    around: 'place-syria',
    types: ['person', 'event'],
  };
  expect(formatAddress(address)).toBe(
    '/together?q=Syria&from=2024-01-01&around=place-syria&types=person&types=event',
  );
  expect(parse(formatAddress(address))).toEqual(address);
  expect(formatAddress({ view: 'together', search: NO_SEARCH, around: '', types: [] })).toBe('/together');
});

test.each([
  ['/somewhere?lang=ar', 'an unknown path'],
  ['/articles/%E0%A4%A', 'a broken escape'],
])('%s has no page', (href) => {
  const { pathname, search: query } = new URL(href, 'http://localhost');
  expect(parseAddress(pathname, query)).toEqual({ view: 'none', path: pathname });
});

test('an address is as short as it can be', () => {
  expect(formatAddress({ view: 'search', search: NO_SEARCH })).toBe('/');
  expect(formatAddress({ view: 'search', search: { ...NO_SEARCH, q: 'a b', page: 2 } })).toBe(
    '/?q=a+b&page=2',
  );
});

test('filters are counted and toggled', () => {
  expect(filterCount(NO_SEARCH)).toBe(0);
  expect(
    filterCount({
      ...NO_SEARCH,
      chosen: { ...NO_SEARCH.chosen, lang: ['ar', 'tr'] },
      from: '2023-01-01',
      to: '2023-02-01',
    }),
  ).toBe(3);
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});
