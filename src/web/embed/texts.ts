/** The words of the search element in every interface language, beside those that it shares with the page. `{words}` is a list of words. */
import type { InterfaceLanguage } from '../i18n/languages.ts';
import { counted, type SharedTexts } from '../i18n/plural.ts';
import { shared as ar } from '../i18n/shared/ar.ts';
import { shared as en } from '../i18n/shared/en.ts';
import { shared as fa } from '../i18n/shared/fa.ts';
import { shared as ru } from '../i18n/shared/ru.ts';
import { shared as tr } from '../i18n/shared/tr.ts';

export const SHARED: Readonly<Record<InterfaceLanguage, SharedTexts>> = { ar, en, fa, ru, tr };

export interface EmbedTexts {
  search: string;
  none: string;
  relaxed: string;
  missing: string;
  more: string;
  failed: string;
}

export const TEXTS: Readonly<Record<InterfaceLanguage, EmbedTexts>> = {
  ar: {
    search: 'بحث',
    none: 'لم يُعثر على شيء.',
    relaxed: 'المقالات المطابقة قليلة، فتُعرض أيضًا مقالات قريبة.',
    missing: 'غير موجود: {words}',
    more: 'المزيد',
    failed: 'تعذّر البحث. أعد المحاولة بعد قليل.',
  },
  fa: {
    search: 'جست‌وجو',
    none: 'چیزی پیدا نشد.',
    relaxed: 'مقاله‌های مطابق کم‌اند؛ مقاله‌های نزدیک هم نشان داده می‌شوند.',
    missing: 'یافت نشد: {words}',
    more: 'بیشتر',
    failed: 'جست‌وجو انجام نشد. کمی بعد دوباره امتحان کنید.',
  },
  tr: {
    search: 'Ara',
    none: 'Hiçbir şey bulunamadı.',
    relaxed: 'Tam eşleşen haber az olduğundan yakın sonuçlar da gösteriliyor.',
    missing: 'Geçmeyen: {words}',
    more: 'Daha fazla',
    failed: 'Arama yapılamadı. Biraz sonra yeniden deneyin.',
  },
  en: {
    search: 'Search',
    none: 'Nothing found.',
    relaxed: 'Few articles match, so close matches are shown too.',
    missing: 'Missing: {words}',
    more: 'More',
    failed: 'The search did not work. Try again in a moment.',
  },
  ru: {
    search: 'Искать',
    none: 'Ничего не найдено.',
    relaxed: 'Точных совпадений мало, поэтому показаны и близкие.',
    missing: 'Нет слов: {words}',
    more: 'Ещё',
    failed: 'Поиск не удался. Попробуйте чуть позже.',
  },
};

/** The number of articles in the digits and the plural of a language. */
export function articlesCounted(n: number, language: InterfaceLanguage): string {
  const numbers = new Intl.NumberFormat(language);
  return counted(SHARED[language].articles, n, new Intl.PluralRules(language), (value) =>
    numbers.format(value),
  );
}
