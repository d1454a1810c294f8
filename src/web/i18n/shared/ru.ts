import type { SharedTexts } from '../plural.ts';

export const shared: SharedTexts = {
  search: 'Поиск по архиву',
  articles: { one: '{n} статья', few: '{n} статьи', many: '{n} статей', other: '{n} статьи' },
  keyMissing: 'Для этого архива нужен ключ доступа.',
};
