/** Words by which the parts of an article are recognised in Arabic files. */
import type { ColumnNames, DateWords, PageLabels } from '../../language.ts';

export const dates: DateWords = {
  months: [
    // Egypt and the Gulf
    [
      'يناير',
      'فبراير',
      'مارس',
      'أبريل|إبريل',
      'مايو',
      'يونيو|يونية',
      'يوليو|يولية',
      'أغسطس',
      'سبتمبر',
      'أكتوبر',
      'نوفمبر',
      'ديسمبر',
    ],
    // The Levant and Iraq
    [
      'كانون الثاني',
      'شباط',
      'آذار',
      'نيسان',
      'أيار',
      'حزيران',
      'تموز',
      'آب',
      'أيلول',
      'تشرين الأول',
      'تشرين الثاني',
      'كانون الأول',
    ],
    // The Maghreb
    [
      'جانفي',
      'فيفري',
      'مارس',
      'أفريل',
      'ماي',
      'جوان',
      'جويلية',
      'أوت|غشت',
      'شتنبر',
      'أكتوبر',
      'نونبر',
      'دجنبر',
    ],
  ],
  beside: 'الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|يوم|سنة|عام|م',
};

export const pageLabels: PageLabels = {
  date: ['تاريخ النشر'],
  source: ['المصدر'],
  keywords: ['كلمات دلالية', 'كلمات مفتاحية'],
  also: ['إقرأ أيضا', 'اقرأ أيضا'],
};

export const columnNames: ColumnNames = {
  title: ['العنوان', 'عنوان'],
  body: ['النص', 'نص'],
  url: ['الرابط', 'رابط'],
  source: ['المصدر', 'مصدر'],
  publishedAt: ['التاريخ', 'تاريخ'],
  keywords: ['وسوم'],
};
