/**
 * Articles as RIS, which reference managers read (Zotero, EndNote, Mendeley). Tags as in the RIS specification of
 * Research Information Systems (2011): a line each, `TY  - NEWS` to `ER  - `.
 */
import type { Edition, Reference } from './reference.ts';

export function risRecord({ article, link, day }: Reference, { today }: Edition): string {
  const { id, title, source, authors = [], publishedText, keywords, section, language } = article;
  const tags: [string, string | undefined][] = [
    ['TY', 'NEWS'],
    ['ID', id],
    ['TI', title || id],
    ...authors.map((author): [string, string] => ['AU', author]),
    ['T2', source],
    ['SE', section],
    ['PY', day?.slice(0, 4)],
    ['DA', day?.replaceAll('-', '/') ?? publishedText],
    ['LA', language],
    ...keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['UR', link],
    ['Y2', today.replaceAll('-', '/')],
    ['ER', ''],
  ];
  return `${tags
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${onOneLine(value)}\r\n`]))
    .join('')}\r\n`;
}

const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
