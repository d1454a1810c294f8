/** Rules of the languages, as pairs of words: at which form they meet, and why. One table a language. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FORMS, type Form } from '../src/text/language.ts';
import { analyserFor } from '../src/text/languages.ts';

const FOLDER = new URL('cases/', import.meta.url);
const CODES: Readonly<Record<string, string>> = { arabic: 'ar', turkish: 'tr', english: 'en', russian: 'ru' };

for (const file of readdirSync(FOLDER).sort()) {
  const name = file.replace('.tsv', '');
  const [header, ...rows] = readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n');

  describe(name, () => {
    test('the table has its columns', () => expect(header).toBe('word\tother\tmeet\twhy'));

    test.each(rows.map((row) => row.split('\t')))('%s and %s: %s, because %s', (word, other, meet, why) => {
      const analyser = analyserFor(CODES[name]!);
      const [first, second] = [analyser.forms(word!), analyser.forms(other!)];
      const meeting = FORMS.find((form: Form) => first[form] === second[form]) ?? 'apart';
      expect(why?.length, 'every case says why').toBeGreaterThan(5);
      expect(meeting).toBe(meet);
    });
  });
}
