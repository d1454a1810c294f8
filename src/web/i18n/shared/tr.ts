import type { SharedTexts } from '../plural.ts';

export const shared: SharedTexts = {
  search: 'Arşivde ara',
  articles: { one: '{n} haber', other: '{n} haber' },
  keyMissing: 'Bu arşiv bir erişim anahtarı istiyor.',
};
