/** What mails say, to whom they can be sent, and the tokens of their links. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { retryAfterMs } from '../../src/alerts/limits.ts';
import { mailAddress } from '../../src/alerts/mail-address.ts';
import { alertMail, confirmationMail, pageAddress } from '../../src/alerts/mail-text.ts';
import { counted, textsOf } from '../../src/alerts/texts.ts';
import { alertOfToken, tokenOf } from '../../src/alerts/tokens.ts';
import type { Hit } from '../../src/answers/search.ts';
import type { Alert } from '../../src/archive/alert.ts';
import { UTC } from '../../src/common/time-zone.ts';
import { INTERFACE_LANGUAGES } from '../../src/web/i18n/languages.ts';

const LINKS = { base: 'https://news.example', end: 'https://news.example/api/alerts/end?token=x' };
const ALERT: Alert = {
  ...{ id: 'abcdefghijklmnop', owner: '', channel: 'mail', target: 'a@news.example', name: 'أستانا' },
  ...{ search: 'q=Astana', language: 'ar', intervalMinutes: 60, secret: '', madeAt: '', confirmedAt: '' },
  ...{ position: 0, state: 'active', delivery: null, claimedAt: null, attempts: 0, nextAt: 0, sentAt: null },
  ...{ uncertain: 0, failure: null },
};
const HIT: Hit = {
  ...{
    id: 'a/b',
    title: 'Talks <1>',
    url: null,
    source: 'A\nB',
    publishedAt: '2024-11-12',
    languages: ['en'],
  },
  ...{ entities: [], score: null, duplicates: 0, missing: [], similar: [] },
  highlights: {
    title: {
      ...{ html: 'Talks &lt;1&gt;', text: 'Talks <1>', lang: 'en', dir: 'ltr', start: 0, marks: [] },
      ...{ cutStart: false, cutEnd: false },
    },
    body: [
      {
        ...{
          html: 'to <mark data-kind="exact">Astana</mark>',
          text: 'to Astana',
          lang: 'en',
          dir: 'ltr',
          start: 10,
        },
        ...{ cutStart: true, cutEnd: false, marks: [{ start: 13, end: 19, kind: 'exact', word: 'Astana' }] },
      },
    ],
    more: null,
  },
};

describe('a message', () => {
  test('in a language from right to left, with what is quoted in its own direction', () => {
    const { subject, text, html } = alertMail(ALERT, { hits: [HIT], total: 12 }, LINKS, UTC);
    expect(subject).toBe('١٢ مقالة جديدة: أستانا'.replace('١٢', new Intl.NumberFormat('ar').format(12)));
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<span lang="en" dir="ltr">Talks &lt;1&gt;</span>');
    expect(html).toContain('lang="en" dir="ltr">to <mark data-kind="exact">Astana</mark></p>');
    // Each quoted line of the plain text is isolated from ours.
    expect(text).toContain('\u2068Talks <1>\u2069');
    expect(text).toContain('\u2068…to *Astana*\u2069');
    expect(text).toContain('\u2068A B\u2069');
    expect(text).toContain('https://news.example/articles/a%2Fb?q=Astana');
    expect(text).toContain(counted('ar', textsOf('ar').more, 11));
  });

  test('takes no line breaks, marks of direction or endless names into its subject', () => {
    const name = `a\r\nBcc: x@y.example\u202E${'b'.repeat(300)}`;
    const { subject } = alertMail({ ...ALERT, name, language: 'en' }, { hits: [HIT], total: 1 }, LINKS, UTC);
    expect(subject).not.toMatch(/[\r\n\u202E]/);
    expect(subject.length).toBeLessThan(200);
  });
});

describe('a confirmation', () => {
  const until = new Date('2026-01-02T10:00:00Z');
  const confirmation = (search: string, language = 'en') =>
    confirmationMail(
      { ...ALERT, search, language, name: 'Buy at spam.example' },
      'https://news.example/c',
      until,
      UTC,
    );

  test('has nothing of who asked for it but the words of the query, short, escaped and without links', () => {
    const query = `<b>Win</b> http://spam.example/x mailto:a@spam.example\r\nBcc: b@c.example ${'x'.repeat(500)}`;
    const { subject, text, html } = confirmation(
      new URLSearchParams({ q: query, source: 'Spam' }).toString(),
    );
    expect(subject).toBe(textsOf('en').confirm.subject);
    for (const said of [text, html]) {
      expect(said).not.toMatch(/Buy at|Spam|spam\.example|http:\/\/|mailto:|@|x{250}/);
      expect(said).toContain('https://news.example/c');
    }
    expect(html).not.toContain('<b>Win');
    expect(html).toContain('&lt;b&gt;Win');
    expect(text.split('\n').filter((line) => line.includes('Win'))).toHaveLength(1);
  });

  test('says until when it is valid, and what a search without words is', () => {
    const { text } = confirmation('lang=tr', 'ru');
    expect(text).toContain('2 января 2026 г. в 10:00');
    expect(text).toContain(textsOf('ru').confirm.noWords);
  });
});

describe('addresses of mail', () => {
  test.each([
    ['reader@news.example', 'reader@news.example'],
    ['First.Last+tag@News.Example', 'First.Last+tag@news.example'],
    ["o'neil@news.example", "o'neil@news.example"],
    ['a@пример.example', 'a@xn--e1afmkfd.example'],
  ])('%s', (given, address) => {
    expect(mailAddress(given)).toBe(address);
  });

  test.each([
    ['', 'nothing'],
    ['reader', 'no domain'],
    ['reader@localhost', 'a name of this machine'],
    ['reader@[127.0.0.1]', 'an address in brackets'],
    ['reader@127.0.0.1', 'a number'],
    ['a@b.example, c@d.example', 'a list'],
    ['a@b.example\r\nBcc: c@d.example', 'a header'],
    ['a@b.example\nc', 'a line break'],
    ['"a b"@c.example', 'quoted'],
    ['<a@b.example>', 'in brackets'],
    ['A <a@b.example>', 'with a name'],
    ['a@b@c.example', 'two'],
    ['a..b@c.example', 'two dots'],
    ['a@b..example', 'two dots'],
    ['a@-b.example', 'no domain'],
    ['a@b.example?subject=x', 'more than an address'],
    ['a@b\u00ad.exa%6dple', 'escapes'],
    [`${'a'.repeat(65)}@b.example`, 'too long'],
    [`a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.example.org`, 'too long'],
  ])('%j is none: %s', (given) => {
    expect(mailAddress(given)).toBeUndefined();
  });
});

describe('tokens', () => {
  const ID = 'abcdefghijklmnop';
  const token = tokenOf('secret', 'confirm', ID, 2_000);

  test('are valid until they expire, for their purpose, with the secret that signed them', () => {
    expect(alertOfToken('secret', 'confirm', token, 1_999)).toEqual({ alert: ID });
    expect(alertOfToken('secret', 'confirm', token, 2_001)).toBe('expired');
    expect(alertOfToken('secret', 'end', token, 1_999)).toBeUndefined();
    expect(alertOfToken('other', 'confirm', token, 1_999)).toBeUndefined();
    expect(alertOfToken('secret', 'end', tokenOf('secret', 'end', ID, 0), 1e15)).toEqual({ alert: ID });
  });

  test.each([
    token.replace('abc', 'abd'),
    token.replace('.1jk.', '.zzz.'),
    `${token}x`,
    token.slice(0, -1),
    '',
    '.',
  ])('%s is none', (changed) => {
    expect(alertOfToken('secret', 'confirm', changed, 1_000)).toBeUndefined();
  });
});

test('the address of the page for a search', () => {
  const search = 'q=a+b&lang=ar%2Ctr&source=One%5C%2C+two&collapse=false&match=exact&from=2024-01-01';
  expect(pageAddress({ search }, 'https://news.example')).toBe(
    'https://news.example/?q=a+b&lang=ar&lang=tr&source=One%2C+two&copies=all&match=exact&from=2024-01-01&sort=newest',
  );
});

test('each language has a text for every number, and all of its texts', () => {
  const files = readdirSync(new URL('../../src/alerts/texts', import.meta.url));
  for (const { code } of INTERFACE_LANGUAGES) {
    expect(files).toContain(`${code}.ts`);
    const { subject, more, copies } = textsOf(code);
    for (const forms of [subject, more, copies])
      for (const category of new Intl.PluralRules(code).resolvedOptions().pluralCategories)
        expect(forms[category], `${code} ${category}`).toBeTruthy();
  }
});

test('tries come at twice the time each, up to six hours, spread by half', () => {
  expect([1, 2, 3, 20].map((attempts) => retryAfterMs(attempts, 1))).toEqual([
    60_000, 120_000, 240_000, 21_600_000,
  ]);
  expect(retryAfterMs(3, 0)).toBe(120_000);
});
