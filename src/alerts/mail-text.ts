/** Mails as plain text and as HTML, in the language of the reader; what is quoted has its own language and direction. */
import type { Hit } from '../answers/search.ts';
import type { Alert } from '../archive/alert.ts';
import { isolated, withoutControls } from '../common/bidi.ts';
import { addressOfId } from '../common/document-address.ts';
import { escapeHtml } from '../common/html.ts';
import type { TimeZone } from '../common/time-zone.ts';
import { directionOfInterface, type InterfaceLanguage, interfaceLanguageOf } from '../web/i18n/languages.ts';
import type { Mail } from './mailer.ts';
import { counted, textsOf } from './texts.ts';

/** Longest subject, query in a confirmation, and excerpt in plain text, in UTF-16 code units. */
const SUBJECT_UNITS = 150;
const QUERY_UNITS = 200;

/** What was found for a message. */
export interface AlertHits {
  hits: Hit[];
  /** Articles that match, those that are shown and their copies included. */
  total: number;
}

/** Addresses in a mail. */
export interface Links {
  /** Of the service, without a slash at the end. */
  base: string;
  /** Ends the alert, after a question. */
  end: string;
}

export type Written = Pick<Mail, 'subject' | 'text' | 'html'>;

export const languageOfAlert = ({ language }: Pick<Alert, 'language'>): InterfaceLanguage =>
  interfaceLanguageOf(language) ?? 'en';

/** The search of an alert as an address of the page, the newest articles first. */
export function pageAddress({ search }: Pick<Alert, 'search'>, base: string): string {
  const address = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(search)) {
    if (name === 'collapse') {
      if (value === 'false') address.set('copies', 'all');
    } else if (name === 'q' || name === 'from' || name === 'to') address.set(name, value);
    else for (const one of value.split(/(?<!\\),/)) address.append(name, one.replaceAll('\\,', ','));
  }
  address.set('sort', 'newest');
  return `${base}/?${address}`;
}

export const queryOf = ({ search }: Pick<Alert, 'search'>): string =>
  new URLSearchParams(search).get('q') ?? '';

export function alertMail(alert: Alert, { hits, total }: AlertHits, links: Links, zone: TimeZone): Written {
  const language = languageOfAlert(alert);
  const texts = textsOf(language);
  const name = oneLine(alert.name);
  const left = total - hits.reduce((sum, { duplicates }) => sum + 1 + duplicates, 0);
  const more = left > 0 ? [counted(language, texts.more, left)] : [];
  const all = pageAddress(alert, links.base);
  const shown = hits.map((hit) => ({
    hit,
    link: `${links.base}/articles/${addressOfId(hit.id)}?${new URLSearchParams({ q: queryOf(alert) })}`,
    facts: [
      ...(hit.source === null ? [] : [oneLine(hit.source)]),
      dateOf(hit, language, zone) ?? texts.undated,
      ...(hit.duplicates > 0 ? [counted(language, texts.copies, hit.duplicates)] : []),
    ],
  }));
  const text = [
    `${texts.intro} ${isolated(name)}`,
    '',
    ...shown.flatMap(({ hit, link, facts }) => [
      isolated(oneLine(hit.title) || hit.id),
      facts.map(isolated).join(' · '),
      ...hit.highlights.body.map((passage) => isolated(oneLine(starred(passage)))),
      link,
      '',
    ]),
    ...more,
    texts.all,
    all,
    '',
    '-- ',
    texts.why,
    `${texts.end}: ${links.end}`,
  ];
  const html = [
    `<p>${escapeHtml(texts.intro)} <b><bdi>${escapeHtml(name)}</bdi></b></p>`,
    ...shown.map(({ hit, link, facts }) => {
      const { title } = hit.highlights;
      const heading =
        title === null || title.text.trim() === ''
          ? `<bdi>${escapeHtml(hit.id)}</bdi>`
          : `<span lang="${title.lang}" dir="${title.dir}">${title.html}</span>`;
      return [
        '<div style="margin:0 0 18px">',
        `<p style="margin:0;font-size:17px" dir="${title?.dir ?? 'ltr'}"><a href="${escapeHtml(link)}">${heading}</a></p>`,
        `<p style="margin:0;color:#555">${facts.map((fact) => `<bdi>${escapeHtml(fact)}</bdi>`).join(' · ')}</p>`,
        ...hit.highlights.body.map(
          ({ lang, dir, html }) => `<p style="margin:4px 0 0" lang="${lang}" dir="${dir}">${html}</p>`,
        ),
        '</div>',
      ].join('');
    }),
    `<p>${[...more.map(escapeHtml), linked(texts.all, all)].join('<br>')}</p>`,
    `<p style="color:#555;font-size:13px">${escapeHtml(texts.why)}<br>${linked(texts.end, links.end)}</p>`,
  ];
  return {
    subject: subjectOf(counted(language, texts.subject, total), name),
    text: text.join('\n'),
    html: page(language, html),
  };
}

/** Asks whether the address may be written to. Nothing of it is the requester's but the words of the query. */
export function confirmationMail(alert: Alert, link: string, until: Date, zone: TimeZone): Written {
  const language = languageOfAlert(alert);
  const { confirm } = textsOf(language);
  const query = harmless(queryOf(alert)) || confirm.noWords;
  const date = new Intl.DateTimeFormat(language, {
    ...{ dateStyle: 'long', timeStyle: 'short', calendar: 'gregory', timeZone: zone.name },
  }).format(until);
  const valid = confirm.until.replace('{date}', () => date);
  return {
    subject: confirm.subject,
    text: [confirm.intro, '', isolated(query), '', confirm.ask, link, '', valid, confirm.ignore].join('\n'),
    html: page(language, [
      `<p>${escapeHtml(confirm.intro)}</p>`,
      `<p><b><bdi>${escapeHtml(query)}</bdi></b></p>`,
      `<p>${escapeHtml(confirm.ask)}<br>${linked(link, link, 'ltr')}</p>`,
      `<p>${escapeHtml(valid)} ${escapeHtml(confirm.ignore)}</p>`,
    ]),
  };
}

export function testMail(alert: Alert, links: Links): Written {
  const language = languageOfAlert(alert);
  const { test, end } = textsOf(language);
  return {
    subject: subjectOf(test.subject, oneLine(alert.name)),
    text: [test.text, '', `${end}: ${links.end}`].join('\n'),
    html: page(language, [`<p>${escapeHtml(test.text)}</p>`, `<p>${linked(end, links.end)}</p>`]),
  };
}

function page(language: InterfaceLanguage, parts: readonly string[]): string {
  const dir = directionOfInterface(language);
  return `<!doctype html><html lang="${language}" dir="${dir}"><head><meta charset="utf-8"></head><body lang="${language}" dir="${dir}" style="font:15px/1.5 sans-serif;max-width:640px">${parts.join('\n')}</body></html>`;
}

const linked = (text: string, address: string, dir = 'auto'): string =>
  `<a href="${escapeHtml(address)}" dir="${dir}">${escapeHtml(text)}</a>`;

/** One line without characters that a header or a terminal would take for more than text. */
const oneLine = (text: string): string => withoutControls(text).trim().toWellFormed();

function subjectOf(template: string, name: string): string {
  const shown = name.length > SUBJECT_UNITS ? `${name.slice(0, SUBJECT_UNITS).toWellFormed()}…` : name;
  return template.replace('{name}', () => shown);
}

/**
 * The words of a query in a mail to somebody who may not have typed them: cut to a length, and without what mail
 * programs make a link of.
 */
function harmless(query: string): string {
  const plain = oneLine(query)
    .replaceAll(/[:/@\\]+(?=\S)/gu, ' ')
    .replaceAll(/\.(?=[\p{L}\p{N}])/gu, '. ');
  return plain.length > QUERY_UNITS ? `${plain.slice(0, QUERY_UNITS).toWellFormed()}…` : plain;
}

/** A passage as plain text, its marks between asterisks. */
function starred({ text, start, marks, cutStart, cutEnd }: Hit['highlights']['body'][number]): string {
  let written = cutStart ? '…' : '';
  let at = 0;
  for (const mark of marks) {
    const [from, to] = [mark.start - start, mark.end - start];
    written += `${text.slice(at, from)}*${text.slice(from, to)}*`;
    at = to;
  }
  return `${written}${text.slice(at)}${cutEnd ? '…' : ''}`;
}

function dateOf({ publishedAt }: Hit, language: InterfaceLanguage, zone: TimeZone): string | undefined {
  if (publishedAt === null) return undefined;
  const seconds = zone.secondsOf(publishedAt);
  if (Number.isNaN(seconds)) return publishedAt;
  return new Intl.DateTimeFormat(language, {
    ...{ dateStyle: 'long', calendar: 'gregory', timeZone: zone.name },
  }).format(new Date(seconds * 1000));
}
