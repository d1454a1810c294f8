/** An article as one line of a list of sources. Pure. */
import type { Article } from '../api/types.ts';
import type { Translator } from '../i18n/translator.ts';

/**
 * Authors, title, source, day, address and when it was read, in the words of the page's language. The title keeps its
 * own direction. `link`: where it is read here, which is given if the article has no address of its own.
 */
export function citation(article: Article, link: string, translator: Translator): string {
  const { title, source, publishedAt, publishedText, url, authors = [] } = article;
  const { undated, cite } = translator.messages;
  const parts = [
    ...(authors.length > 0 ? [translator.list(authors)] : []),
    cite.quoted.replace('{title}', () => title),
    ...(source === undefined ? [] : [source]),
    publishedAt === undefined ? (publishedText ?? undated) : translator.date(publishedAt),
    url !== undefined && /^https?:\/\//i.test(url) ? url : link,
  ].map((part) => `\u2068${part}\u2069${part.endsWith('.') ? '' : '.'}`);
  return `${parts.join(' ').replace(/\.$/, '')} (${translator.text(cite.accessed, { date: translator.date(translator.today()) })}).`;
}
