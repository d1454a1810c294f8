/** The words of the search element in every interface language. `{n}` is a number, `{words}` a list of words. */
import type { InterfaceLanguage } from '../i18n/languages.ts';

type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface EmbedTexts {
  search: string;
  label: string;
  articles: Plural;
  none: string;
  relaxed: string;
  missing: string;
  more: string;
  failed: string;
  wantsKey: string;
}

export const TEXTS: Readonly<Record<InterfaceLanguage, EmbedTexts>> = {
  ar: {
    search: 'بحث',
    label: 'البحث في الأرشيف',
    articles: {
      zero: 'لا مقالات',
      one: 'مقال واحد',
      two: 'مقالان',
      few: '{n} مقالات',
      many: '{n} مقالًا',
      other: '{n} مقال',
    },
    none: 'لم يُعثر على شيء.',
    relaxed: 'المقالات المطابقة قليلة، فتُعرض أيضًا مقالات قريبة.',
    missing: 'غير موجود: {words}',
    more: 'المزيد',
    failed: 'تعذّر البحث. أعد المحاولة بعد قليل.',
    wantsKey: 'يتطلب هذا الأرشيف مفتاح دخول.',
  },
  fa: {
    search: 'جست‌وجو',
    label: 'جست‌وجو در بایگانی',
    articles: { one: '{n} مقاله', other: '{n} مقاله' },
    none: 'چیزی پیدا نشد.',
    relaxed: 'مقاله‌های مطابق کم‌اند؛ مقاله‌های نزدیک هم نشان داده می‌شوند.',
    missing: 'یافت نشد: {words}',
    more: 'بیشتر',
    failed: 'جست‌وجو انجام نشد. کمی بعد دوباره امتحان کنید.',
    wantsKey: 'این بایگانی کلید دسترسی می‌خواهد.',
  },
  tr: {
    search: 'Ara',
    label: 'Arşivde ara',
    articles: { one: '{n} haber', other: '{n} haber' },
    none: 'Hiçbir şey bulunamadı.',
    relaxed: 'Tam eşleşen haber az olduğundan yakın sonuçlar da gösteriliyor.',
    missing: 'Geçmeyen: {words}',
    more: 'Daha fazla',
    failed: 'Arama yapılamadı. Biraz sonra yeniden deneyin.',
    wantsKey: 'Bu arşiv bir erişim anahtarı istiyor.',
  },
  en: {
    search: 'Search',
    label: 'Search the archive',
    articles: { one: '{n} article', other: '{n} articles' },
    none: 'Nothing found.',
    relaxed: 'Few articles match, so close matches are shown too.',
    missing: 'Missing: {words}',
    more: 'More',
    failed: 'The search did not work. Try again in a moment.',
    wantsKey: 'This archive asks for an access key.',
  },
  ru: {
    search: 'Искать',
    label: 'Поиск по архиву',
    articles: { one: '{n} статья', few: '{n} статьи', many: '{n} статей', other: '{n} статьи' },
    none: 'Ничего не найдено.',
    relaxed: 'Точных совпадений мало, поэтому показаны и близкие.',
    missing: 'Нет слов: {words}',
    more: 'Ещё',
    failed: 'Поиск не удался. Попробуйте чуть позже.',
    wantsKey: 'Для этого архива нужен ключ доступа.',
  },
};

/** A text with its number in the digits and the plural of the language. */
export function counted(plural: Plural, n: number, language: InterfaceLanguage): string {
  const text = plural[new Intl.PluralRules(language).select(n)] ?? plural.other;
  return text.replace('{n}', new Intl.NumberFormat(language).format(n));
}
