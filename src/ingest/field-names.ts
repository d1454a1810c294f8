/**
 * What the fields of an article are called in records of every format (JSON, CSV, spreadsheets), in four languages.
 * Names are compared in lower case without diacritics, spaces, hyphens, underscores and dots.
 */
import { foldArabic } from '../analysis/folding/arabic.ts';
import { foldLatin } from '../analysis/folding/latin.ts';

/** The fields of an article that a record can fill. `summary` is the body where there is no other one. */
export const RECORD_FIELDS = [
  'id',
  'title',
  'body',
  'summary',
  'url',
  'source',
  'publishedAt',
  'keywords',
  'authors',
  'section',
  'image',
  'language',
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

/** Names by field. Of several names in one record the first in the list counts; of several bodies the longest one. */
const NAMES: Readonly<Record<RecordField, string>> = {
  id: `id, _id, guid, uuid, id_str, doc_id, document_id, article_id, news_id, post_id, docno, tweet_id, message_id,
    kimlik, haber_id, haber_no, المعرف, معرف, идентификатор`,
  title: `title, headline, hedline, heading, subject, news_title, article_title, post_title,
    başlık, haber başlığı, haberin başlığı, manşet, العنوان, عنوان, عنوان الخبر, عنوان المقال, العنوان الرئيسي,
    заголовок, название, заглавие`,
  body: `body, maintext, main_text, article_body, full_text, body_text, content_text, article_text, news_text, post_content,
    content, text, article, story, message, body_html, content_html, html, contents,
    metin, haber metni, içerik, haber içeriği, haber, gövde, النص, المحتوى, نص الخبر, محتوى الخبر, نص المقال, نص, متن, محتوى,
    الخبر, المقال, текст, текст статьи, содержание, контент, статья, тело`,
  summary: `description, summary, abstract, excerpt, lead, snippet, teaser, dek, özet, spot, açıklama,
    الملخص, ملخص, الوصف, وصف, краткое содержание, описание, аннотация, анонс, лид`,
  url: `url, link, permalink, canonical_url, article_url, news_url, source_url, original_url, page_url, web_url, href, loc,
    address, uri, adres, bağlantı, haber linki, haber adresi, haber url,
    الرابط, رابط, رابط الخبر, رابط المقال, ссылка, адрес, адрес страницы`,
  source: `source, publisher, source_name, publication, publisher_name, site_name, newspaper, outlet, media, medium, agency,
    provider, channel, site, website, source_domain, domain, feed, kaynak, gazete, haber kaynağı, yayıncı, ajans, site adı,
    المصدر, مصدر, الصحيفة, الجريدة, الناشر, الموقع, источник, издание, издатель, сми, газета`,
  publishedAt: `publishedAt, date_published, publish_date, published_date, date_publish, publication_date, pub_date, pubDate,
    published, published_on, publish_time, published_time, publication_time, date_of_publication, issued, date, date_time,
    news_date, article_date, post_date, release_date, date_unixtime, timestamp, created_at, date_created, created, time,
    tarih, yayın tarihi, haber tarihi, yayınlanma tarihi, yayımlanma tarihi, eklenme tarihi,
    تاريخ النشر, التاريخ, تاريخ, تاريخ الخبر, дата публикации, дата, опубликовано, дата и время, время публикации`,
  keywords: `keywords, tags, keyword, tag, news_keywords, hashtags, labels, topics, subjects,
    etiketler, etiket, anahtar kelimeler, anahtar sözcükler, الكلمات المفتاحية, كلمات مفتاحية, كلمات دلالية, الوسوم, وسوم,
    ключевые слова, теги, метки`,
  authors: `author, authors, author_name, byline, creator, dc:creator, writer, reporter, journalist, columnist, authored_by,
    yazar, yazarlar, muhabir, haberi yazan, الكاتب, كاتب, المؤلف, اسم الكاتب, المحرر, المراسل, автор, авторы, журналист`,
  section: `section, article_section, category, categories, rubric, desk, section_name, category_name, news_category,
    kategori, bölüm, haber kategorisi, القسم, قسم, التصنيف, تصنيف, الفئة, рубрика, раздел, категория`,
  image: `image, image_url, top_image, url_to_image, main_image, lead_image, og_image, thumbnail, thumbnail_url, picture, photo,
    resim, görsel, fotoğraf, الصورة, صورة, رابط الصورة, изображение, картинка, фото`,
  language: `language, lang, in_language, language_code, dil, اللغة, لغة, язык`,
};

const FIELD_OF = new Map<string, { field: RecordField; rank: number }>(
  RECORD_FIELDS.flatMap((field) =>
    NAMES[field]
      .split(',')
      .map((name, rank): [string, { field: RecordField; rank: number }] => [foldName(name), { field, rank }]),
  ),
);

/** The field that a name stands for, and its rank among the names of the field. */
export function fieldOf(name: string): { field: RecordField; rank: number } | undefined {
  return FIELD_OF.get(foldName(name));
}

/** Lower case, without diacritics, spaces, hyphens, underscores and dots. */
export function foldName(name: string): string {
  const lower = name.normalize('NFKC').replaceAll('İ', 'i').toLowerCase();
  const plain = foldLatin(lower.replace(/[\p{Cf}\u0640]/gu, ''));
  return (/\p{Script=Arabic}/u.test(plain) ? foldArabic(plain) : plain).replace(/[\s_.-]/g, '');
}
