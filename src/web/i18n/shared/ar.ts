import type { SharedTexts } from '../plural.ts';

export const shared: SharedTexts = {
  search: 'البحث في الأرشيف',
  articles: {
    zero: 'لا مقالات',
    one: 'مقال واحد',
    two: 'مقالان',
    few: '{n} مقالات',
    many: '{n} مقالًا',
    other: '{n} مقال',
  },
  keyMissing: 'يتطلب هذا الأرشيف مفتاح دخول.',
};
