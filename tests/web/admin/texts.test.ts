/** The pages for those who run the archive say everything in every language of the interface. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadAdminTexts } from '../../../src/web/admin/texts.ts';
import { INTERFACE_LANGUAGES } from '../../../src/web/i18n/languages.ts';

/** Texts by their path. */
function* entries(texts: object, path = ''): Generator<[path: string, text: string]> {
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else yield* entries(value, `${path}${key}.`);
  }
}

const gaps = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
/** A unit that several languages write alike. */
const SAME = /^searches\.milliseconds$/;

let english: Map<string, string>;
beforeAll(async () => {
  english = new Map(entries(await loadAdminTexts('en')));
});

describe.each(INTERFACE_LANGUAGES.map(({ code }) => code))('%s', (code) => {
  test('has every text, with the same gaps, and none in English', async () => {
    const own = new Map(entries(await loadAdminTexts(code)));
    expect([...own.keys()]).toEqual([...english.keys()]);
    for (const [path, text] of own) {
      expect(text.trim(), path).not.toBe('');
      expect(gaps(text), path).toEqual(gaps(english.get(path)!));
      if (code !== 'en' && !SAME.test(path)) expect(text, path).not.toBe(english.get(path));
    }
  });
});
