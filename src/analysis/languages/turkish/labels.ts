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
  beside:
    'pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|pzt|sal|çar|per|cum|cmt|paz|saat|tarihinde|günü|yılı',
  halves: { am: 'öö', pm: 'ös' },
  zones: { TSİ: '+03:00', 'Türkiye saatiyle': '+03:00' },
};

export const pageLabels: PageLabels = {
  title: ['Başlık', 'Haber başlığı'],
  date: [
    'Yayın tarihi',
    'Yayınlanma tarihi',
    'Yayımlanma tarihi',
    'Yayınlanma',
    'Yayımlanma',
    'Giriş tarihi',
    'Giriş',
    'Oluşturulma tarihi',
    'Oluşturulma',
    'Eklenme tarihi',
    'Eklenme',
    'Haber tarihi',
    'Tarih',
  ],
  updated: [
    'Son güncelleme tarihi',
    'Son güncelleme',
    'Son güncellenme',
    'Güncelleme tarihi',
    'Güncellenme tarihi',
    'Güncelleme',
    'Güncellenme',
  ],
  source: ['Kaynak'],
  author: ['Yazar', 'Muhabir', 'Haber'],
  section: ['Kategori'],
  keywords: ['Anahtar kelimeler', 'Etiketler'],
  url: ['Bağlantı', 'Adres'],
  body: ['Metin', 'Haber metni', 'İçerik'],
  also: ['Ayrıca okuyun', 'İlgili haber'],
};

export const columnNames: ColumnNames = {
  id: ['kimlik', 'haber_id', 'haber_no'],
  title: ['başlık', 'haber başlığı', 'haberin başlığı', 'manşet', 'başlığı'],
  body: ['metin', 'haber metni', 'içerik', 'haber içeriği', 'haber', 'gövde', 'metni', 'içeriği'],
  summary: ['özet', 'spot', 'açıklama', 'özeti'],
  url: ['adres', 'bağlantı', 'haber linki', 'haber adresi', 'haber url', 'linki'],
  source: ['kaynak', 'gazete', 'haber kaynağı', 'yayıncı', 'ajans', 'site adı', 'kaynağı', 'yayın organı'],
  publishedAt: [
    'tarih',
    'yayın tarihi',
    'haber tarihi',
    'yayınlanma tarihi',
    'yayımlanma tarihi',
    'eklenme tarihi',
    'yayınlanma',
    'tarihi',
    'tarih saat',
  ],
  keywords: ['etiketler', 'etiket', 'anahtar kelimeler', 'anahtar sözcükler'],
  authors: ['yazar', 'yazarlar', 'muhabir', 'haberi yazan', 'yazar adı', 'yazarı'],
  section: ['kategori', 'bölüm', 'haber kategorisi', 'konu', 'kategorisi'],
  image: ['resim', 'görsel', 'fotoğraf', 'resim url', 'görsel url', 'resmi'],
  language: ['dil'],
};
