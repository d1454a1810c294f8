import { expect, test } from 'vitest';
import { SETTINGS } from '../../src/config/settings.ts';
import { unknownVariables } from '../../src/config/unknown-variables.ts';

test.each<[string, string | undefined, string]>([
  ['LISAN_PROT', 'LISAN_PORT', 'two letters swapped'],
  ['LISAN_API_KEY', 'LISAN_API_KEYS', 'a letter is missing'],
  ['LISAN_RATELIMIT', 'LISAN_RATE_LIMIT', 'an underscore is missing'],
  ['LISAN_MEILISEARCH_UR', 'LISAN_MEILISEARCH_URL', 'cut off'],
  ['LISAN_SOMETHING_ELSE', undefined, 'nothing is near'],
])('%s: %s (%s)', (variable, nearest) => {
  expect(unknownVariables({ [variable]: 'x' })).toEqual([{ variable, ...(nearest && { nearest }) }]);
});

test('settings, and the variables of tests and of development, are known', () => {
  const names = [
    ...Object.values(SETTINGS).map(({ variable }) => variable),
    'LISAN_TEST_MEILISEARCH_URL',
    'LISAN_REQUIRE_BROWSER',
    'LISAN_CHROMIUM',
    'PATH',
  ];
  expect(unknownVariables(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([]);
});
