/** Errors are told in the client's language; their code is the same in all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../../src/http/error-texts/english.ts';
import { textsIn } from '../../src/http/error-texts/translate.ts';
import { INTERFACE_LANGUAGES } from '../../src/web/i18n/languages.ts';
import { type Running, running } from '../support/running-service.ts';

const LANGUAGES = INTERFACE_LANGUAGES.map(({ code }) => code).filter((code) => code !== 'en');
const VALUES = ['ALPHA', 'BETA'];
const filled = (text: string): string => text.replace(/\{(\d)\}/g, (_, place) => VALUES[Number(place)]!);
const valuesIn = (text: string): string[] => VALUES.filter((value) => text.includes(value));

describe.each(LANGUAGES)('%s', (language) => {
  test('every text is translated, with its values', () => {
    for (const english of ENGLISH) {
      const text = filled(english);
      const { message } = textsIn(language, { code: 'x', message: text, remedy: '' });
      expect(message, english).not.toContain(text);
      expect(valuesIn(message), english).toEqual(valuesIn(text));
    }
  });

  test('an error about the operation has its English text within it', () => {
    const error = { code: 'engine_unreachable', message: 'It is down.', remedy: 'Start it.' };
    const { message, remedy } = textsIn(language, error);
    expect([message.endsWith(': It is down.'), remedy.endsWith(': Start it.')]).toEqual([true, true]);
  });
});

test('every text of the HTTP layer has its translations', () => {
  const files = readdirSync('src/http', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/^(?:meilisearch|description|error-texts)|^listening\.ts$/.test(file),
  );
  const missing = files.flatMap((file) =>
    [
      ...readFileSync(`src/http/${file}`, 'utf8').matchAll(
        /\b(?:message|remedy):\s+('(?:[^'\\]|\\.)*'|`[^`]*`)/g,
      ),
    ]
      .map(([, text]) => text!.slice(1, -1).replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, 'VALUE'))
      .filter((text) => !NOT_FOR_CLIENTS.test(text))
      .filter((text) => textsIn('tr', { code: 'x', message: text, remedy: '' }).message.endsWith(`: ${text}`))
      .map((text) => `${file}: ${text}`),
  );
  expect(missing).toEqual([]);
});

/** The start of the service, and connections that are gone. */
const NOT_FOR_CLIENTS =
  /^LISAN_HOST is|^Set LISAN_API_KEYS|^The client closed|^Nothing needs|^VALUE That failed|^Correct the/;

describe('over HTTP', () => {
  let api: Running;
  beforeAll(async () => {
    api = await running();
  });
  afterAll(() => api.end());

  test.each([
    ['/api/documents/none', 'ar', 'ar', 'document_unknown', 'لا توجد مقالة "none".'],
    ['/api/documents/none', 'en', 'en', 'document_unknown', 'There is no document "none".'],
    [
      '/api/search?limit=x',
      'tr',
      'tr',
      'invalid_parameter',
      'limit, 0 ile 100 arasında bir tam sayı olmalıdır.',
    ],
    ['/api/search?lnag=tr', 'ru', 'ru', 'invalid_parameter', 'Нет параметра lnag.'],
    ['/api/nothing', 'fa', 'fa', 'not_found', 'در GET /api/nothing چیزی نیست.'],
    ['/api/nothing', 'de', 'en', 'not_found', 'There is nothing at GET /api/nothing.'],
    ['/api/nothing', 'de, tr;q=0.5', 'tr', 'not_found', 'GET /api/nothing adresinde bir şey yok.'],
  ])('%s in %s', async (address, accepted, language, code, message) => {
    const { body, headers } = await api.ask(address, { headers: { 'Accept-Language': accepted } });
    expect([body.error.code, body.error.message]).toEqual([code, message]);
    expect(headers.get('vary')).toContain('Accept-Language');
    expect(headers.get('content-language')).toBe(language);
  });
});
