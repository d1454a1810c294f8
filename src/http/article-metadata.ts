/** What an article's page tells reference managers and search engines: schema.org `NewsArticle` and citation tags. */
import { escapeHtml } from '../common/html.ts';
import type { StoredArticle } from '../common/types.ts';
import { defineRead } from './workers/read.ts';

/** An article without its text. */
export type DescribedArticle = Omit<StoredArticle, 'body'>;

/** Reads what the page of an article tells programs. */
export const pageRead = defineRead<string, DescribedArticle | undefined>({
  name: 'page',
  module: import.meta.url,
  run({ archive }, id) {
    const article = archive.get(id);
    if (article === undefined) return undefined;
    const { body: _, ...described } = article;
    return described;
  },
});

/**
 * Elements for the head of an article's page. `address` is that of the page; a link to the original is given only where
 * it is one of the web. The tags are those of Highwire Press, which Zotero and others read.
 */
export function articleMetadata(article: DescribedArticle, address: string): string {
  const { title, source, publishedAt, keywords, authors = [], section, language } = article;
  const [original, image] = [webAddress(article.url), webAddress(article.image)];
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    ...(publishedAt !== undefined && { datePublished: publishedAt }),
    ...(source !== undefined && { publisher: { '@type': 'Organization', name: source } }),
    ...(authors.length > 0 && { author: authors.map((name) => ({ '@type': 'Person', name })) }),
    ...(section !== undefined && { articleSection: section }),
    ...(language !== undefined && { inLanguage: language }),
    ...(image !== undefined && { image }),
    ...(keywords.length > 0 && { keywords }),
    mainEntityOfPage: address,
    ...(original !== undefined && { url: original }),
  };
  const tags: [string, string | undefined][] = [
    ['citation_title', title],
    ...authors.map((author): [string, string] => ['citation_author', author]),
    ['citation_publication_date', publishedAt?.slice(0, 10).replaceAll('-', '/')],
    ['citation_journal_title', source],
    ['citation_language', language],
    ['citation_fulltext_html_url', original ?? address],
    ...keywords.map((keyword): [string, string] => ['citation_keywords', keyword]),
  ];
  return [
    ...tags.flatMap(([name, content]) =>
      content === undefined ? [] : [`<meta name="${name}" content="${escapeHtml(content)}">`],
    ),
    // No text of an article may end the element.
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
  ].join('\n  ');
}

/** An address of the web as it is; undefined for any other, which a page must not link to. */
const webAddress = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
