import type { SharedTexts } from '../plural.ts';

export const shared: SharedTexts = {
  search: 'Search the archive',
  articles: { one: '{n} article', other: '{n} articles' },
  keyMissing: 'This archive asks for an access key.',
};
