/** Facets that the operator declared, in addresses of the page and in its requests. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { searchPath } from '../../../src/web/api/paths.ts';
import { formatAddress, NO_SEARCH, parseAddress } from '../../../src/web/app/address.ts';
import { rootTag } from '../../../src/web/app/page-shell.ts';

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { dataset: { facets: 'desk,geo.city' } } });
});
afterEach(() => vi.unstubAllGlobals());

test('they have the names of their fields', () => {
  const chosen = { ...NO_SEARCH.chosen, field2: ['Ankara, Çankaya'], author: ['Ayşe Işık'] };
  const search = { ...NO_SEARCH, q: 'su', chosen };
  const address = formatAddress({ view: 'search', search });
  expect(new URLSearchParams(address.slice(2)).getAll('fields.geo.city')).toEqual(['Ankara, Çankaya']);
  const [path, query] = address.split('?') as [string, string];
  expect(parseAddress(path, query)).toEqual({ view: 'search', search });
  const asked = new URLSearchParams(searchPath(search, ['author', 'field1', 'field2']).split('?')[1]);
  expect(asked.get('fields.geo.city')).toBe('Ankara\\, Çankaya');
  expect(asked.get('facets')).toBe('author,fields.desk,fields.geo.city');
});

test('what is not declared is no filter', () => {
  const parsed = parseAddress('/', 'q=su&fields.other=x&field3=y&field1=z');
  expect(parsed).toEqual({ view: 'search', search: { ...NO_SEARCH, q: 'su' } });
});

test('the service delivers their names as text', () => {
  expect(rootTag('tr', 'auto', 'UTC', '/', ['a"b<c'])).toContain('data-facets="a&quot;b&lt;c"');
});
