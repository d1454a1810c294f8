import type { SharedTexts } from '../plural.ts';

export const shared: SharedTexts = {
  search: 'جست‌وجو در بایگانی',
  articles: { one: '{n} مقاله', other: '{n} مقاله' },
  keyMissing: 'این بایگانی کلید دسترسی می‌خواهد.',
};
