/** Words by which the parts of an article are recognised in Turkish files. */
import type { ColumnNames, DateWords, PageLabels } from '../../language.ts';

export const dates: DateWords = {
  months: [
    [
      'ocak|oca',
      'şubat|şub',
      'mart',
      'nisan|nis',
      'mayıs',
      'haziran|haz',
      'temmuz|tem',
      'ağustos|ağu',
      'eylül|eyl',
      'ekim|eki',
      'kasım|kas',
      'aralık|ara',
    ],
  ],
  beside: 'pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|saat|tarihinde',
};

export const pageLabels: PageLabels = {
  date: ['Yayın tarihi', 'Yayınlanma tarihi'],
  source: ['Kaynak'],
  keywords: ['Anahtar kelimeler', 'Etiketler'],
  also: ['Ayrıca okuyun', 'İlgili haber'],
};

export const columnNames: ColumnNames = {
  id: ['kimlik'],
  title: ['başlık'],
  body: ['metin', 'içerik'],
  url: ['adres'],
  source: ['kaynak'],
  publishedAt: ['tarih'],
  keywords: ['etiketler'],
};
