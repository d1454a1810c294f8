/** Articles as BibTeX entries in UTF-8: `@misc`, which every style knows, with the fields of biblatex for addresses. */
import type { Edition, Reference } from './reference.ts';

/** Characters that TeX would execute. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

export function bibtexEntry({ article, link, day }: Reference, { today }: Edition): string {
  const { id, title, source, authors = [], publishedText, keywords, language } = article;
  const fields: [string, string | undefined][] = [
    // Doubled braces keep the capitals.
    ['title', `{${escaped(title || id)}}`],
    ['author', authors.length === 0 ? undefined : authors.map(authorOf).join(' and ')],
    ['howpublished', source && escaped(source)],
    ['year', day?.slice(0, 4)],
    ['date', day],
    ['note', day === undefined && publishedText !== undefined ? escaped(publishedText) : undefined],
    ['language', language],
    ['keywords', keywords.length === 0 ? undefined : escaped(keywords.join(', '))],
    // Styles set addresses as they are.
    ['url', link.replace(/[{}\\\s]/gu, encodeURIComponent)],
    ['urldate', today],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`  ${name} = {${value}},\n`],
  );
  return `@misc{${keyOf(id)},\n${lines.join('')}}\n\n`;
}

/** A name of one word, or with a word that joins names, is taken as a whole. */
function authorOf(name: string): string {
  const text = escaped(name);
  return /\s/u.test(text) && !/\band\b|,/iu.test(text) ? text : `{${text}}`;
}

const escaped = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\{}~^]/gu, (character) => ESCAPES[character]!)
    .replace(/[%$#&_]/gu, '\\$&');

/** Keys are ASCII without syntax; what differs in an id stays different. */
const keyOf = (id: string): string =>
  `lisan-${id.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}`)}`;
