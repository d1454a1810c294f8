/** Rules of the languages, as pairs of words: at which form they meet, and why. One table a language. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FORMS, type Form } from '../../src/analysis/language.ts';
import { analyzerFor, LANGUAGES } from '../../src/analysis/languages/registry.ts';

const FOLDER = new URL('../cases/', import.meta.url);
/** English name of a language, as tables are called -> its code. */
const CODES = new Map(
  LANGUAGES.map(({ code }) => [
    new Intl.DisplayNames('en', { type: 'language' }).of(code)!.toLowerCase(),
    code,
  ]),
);

// Translations and names have tests of their own.
for (const file of readdirSync(FOLDER)
  .filter((name) => name.endsWith('.tsv') && name !== 'across.tsv')
  .sort()) {
  const name = file.replace('.tsv', '');
  const code = CODES.get(name);
  const [header, ...rows] = readFileSync(new URL(file, FOLDER), 'utf8').trim().split('\n');

  describe(name, () => {
    test('the table has its columns, and the name of a language', () => {
      expect(header).toBe('word\tother\tmeet\twhy');
      expect(code).toBeDefined();
    });

    test.each(rows.map((row) => row.split('\t')))('%s and %s: %s, because %s', (word, other, meet, why) => {
      const analyzer = analyzerFor(code!);
      const [first, second] = [analyzer.forms(word!), analyzer.forms(other!)];
      const meeting = FORMS.find((form: Form) => first[form] === second[form]) ?? 'apart';
      expect(why?.length, 'every case says why').toBeGreaterThan(5);
      expect(meeting).toBe(meet);
    });
  });
}
