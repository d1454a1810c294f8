/** The articles of a search as a list to print: a page of its own, in the language of the interface. */
import { createHash } from 'node:crypto';
import { directionOf } from '../../analysis/language-detection.ts';
import { escapeHtml } from '../../common/html.ts';
import { directionOfInterface, type InterfaceLanguage } from '../../web/i18n/languages.ts';
import type { Edition, Reference } from './reference.ts';

/** Text of an article that is shown, in UTF-16 code units, up to the end of a word. */
const SHOWN = 300;

const STYLE = `
body { color: #000; background: #fff; font: 11pt/1.45 Georgia, "Noto Naskh Arabic", serif; margin: 2rem auto; max-width: 45rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
.about { color: #444; margin: 0.2rem 0 1.5rem; }
ol { padding-inline-start: 2.2rem; }
li { break-inside: avoid; margin-block-end: 1rem; }
h2 { font-size: 1rem; margin: 0; }
p { margin: 0.15rem 0; }
.facts { color: #444; font-size: 0.9em; }
a { color: inherit; overflow-wrap: anywhere; }
@page { margin: 18mm; }
`;

/** The policy of the page: nothing but its own style. */
export const PRINTABLE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** What the list says. `{date}`: the day on which it was made. */
const TEXTS: Readonly<Record<InterfaceLanguage, { all: string; undated: string; made: string }>> = {
  ar: { all: 'كل المقالات', undated: 'بلا تاريخ', made: 'تاريخ الاطلاع: {date}' },
  en: { all: 'All articles', undated: 'No date', made: 'accessed {date}' },
  fa: { all: 'همهٔ مقاله‌ها', undated: 'بدون تاریخ', made: 'تاریخ دسترسی: {date}' },
  ru: { all: 'Все статьи', undated: 'Без даты', made: 'дата обращения: {date}' },
  tr: { all: 'Tüm haberler', undated: 'Tarihsiz', made: 'erişim: {date}' },
};

/** Everything before the first article. `q`: the query as typed. */
export function printableHead(q: string, { language, today }: Edition): string {
  const { all, made } = TEXTS[language];
  const title = escapeHtml(q.trim() === '' ? all : q);
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${directionOfInterface(language)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${title} - lisan</title>`,
    `<style>${STYLE}</style></head><body><main>`,
    `<h1><bdi>${title}</bdi></h1>`,
    `<p class="about">${made.replace('{date}', dateIn(language, today))}</p>`,
    '<ol>\n',
  ].join('\n');
}

export const PRINTABLE_END = '</ol></main></body></html>\n';

export function printableItem({ article, link, day }: Reference, { language }: Edition): string {
  const { id, title, body, source, authors = [], publishedText } = article;
  const date = day === undefined ? (publishedText ?? TEXTS[language].undated) : dateIn(language, day);
  const facts = [...authors, ...(source === undefined ? [] : [source]), date];
  return [
    '<li>',
    `<h2 dir="${directionOf(title)}">${escapeHtml(title || id)}</h2>`,
    `<p class="facts">${facts.map((fact) => `<bdi>${escapeHtml(fact)}</bdi>`).join(' · ')}</p>`,
    `<p dir="${directionOf(body)}">${escapeHtml(beginningOf(body))}</p>`,
    `<p class="facts" dir="ltr"><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`,
    '</li>\n',
  ].join('');
}

/** A day of the Gregorian calendar in words. */
function dateIn(language: InterfaceLanguage, day: string): string {
  const format = {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  } as const;
  return new Intl.DateTimeFormat(language, format).format(new Date(day));
}

function beginningOf(body: string): string {
  const text = body.replace(/\s+/gu, ' ').trim();
  if (text.length <= SHOWN) return text;
  const end = text.lastIndexOf(' ', SHOWN);
  return `${text.slice(0, end > 0 ? end : SHOWN).toWellFormed()}…`;
}
