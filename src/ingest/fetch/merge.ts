/** The item of a feed and the page behind it as one article. */
import type { Article } from '../../common/types.ts';

/** What the item says counts, and the longer text; the page adds what the item lacks, and says its canonical address. */
export function merged(item: Article, page: Article): Article {
  const dated = item.publishedAt !== undefined || page.publishedAt === undefined ? item : page;
  const { publishedAt: _, publishedText: __, ...itemRest } = item;
  const { publishedAt: ___, publishedText: ____, ...pageRest } = page;
  const url = page.url ?? item.url;
  return {
    ...pageRest,
    ...itemRest,
    title: item.title || page.title,
    body: page.body.length >= item.body.length ? page.body : item.body,
    ...(url !== undefined && { url }),
    ...(dated.publishedAt !== undefined && { publishedAt: dated.publishedAt }),
    ...(dated.publishedText !== undefined && { publishedText: dated.publishedText }),
    keywords: item.keywords.length > 0 ? item.keywords : page.keywords,
    ...((item.fields ?? page.fields) && { fields: { ...page.fields, ...item.fields } }),
  };
}
