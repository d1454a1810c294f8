/** The trie against a naive scan: the same names at the same positions, for any names and text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Token } from '../../../src/analysis/forms.ts';
import { withoutProclitics } from '../../../src/analysis/languages/arabic/proclitics.ts';
import { analyzerFor } from '../../../src/analysis/languages/registry.ts';
import { declined } from '../../../src/analysis/languages/russian/declension.ts';
import { wordsOf } from '../../../src/entities/gazetteer/gazetteer.ts';
import { withoutNameEndings } from '../../../src/entities/language-rules.ts';
import { NameTrie } from '../../../src/entities/tagger/name-trie.ts';

interface Name {
  words: string[];
  language: string;
}

/** Whether a word of a text matches a word of a name. */
function stands(token: string, word: string, language: string, first: boolean, last: boolean): boolean {
  if (token === word) return true;
  if (language === 'ru' && declined(word).includes(token)) return true;
  if (first && /^[\u0620-\u064A]/.test(word) && withoutProclitics(token).includes(word)) return true;
  return last && language === 'tr' && withoutNameEndings(token, (name) => name === word).length > 0;
}

/** The longest name at each position, from left to right. */
function naive(names: readonly Name[], tokens: readonly Token[]): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < tokens.length; ) {
    let longest = 0;
    for (const { words, language } of names) {
      const fits = words.every((word, index) => {
        const token = tokens[at + index]?.forms.folded;
        const last = index === words.length - 1;
        return token !== undefined && stands(token, word, language, index === 0, last);
      });
      if (fits) longest = Math.max(longest, words.length);
    }
    if (longest > 0) found.push([at, at + longest]);
    at += Math.max(1, longest);
  }
  return found;
}

function scanned(names: readonly Name[], tokens: readonly Token[], text: string): [number, number][] {
  const trie = new NameTrie<Name>();
  for (const name of names) trie.add(name.words, name.language, name);
  const found: [number, number][] = [];
  for (let at = 0; at < tokens.length; ) {
    const span = trie.longest(tokens, at, tokens.length, text, (values) => values);
    if (span !== undefined) found.push([span.tokenStart, span.tokenEnd]);
    at = span?.tokenEnd ?? at + 1;
  }
  return found;
}

/** Few stems and many endings, so that names, their forms and similar words are frequent. */
const STEMS: Readonly<Record<string, readonly string[]>> = {
  ar: ['لبنان', 'الناتو', 'كلاس', 'وارسو', 'مصر', 'بري', 'فارس'],
  tr: ['Roma', 'Irak', 'Bakanlığı', 'Kartal', 'Ege', 'Limanı', 'Van'],
  ru: ['Россия', 'Лавров', 'Восток', 'Ближний', 'Сочи', 'Казань', 'Афины'],
};
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  ar: ['', 'و', 'ف', 'ب', 'ك', 'ل', 'ال', 'وال', 'بال', 'لل', 'ولل', 'وب', 'س'],
  tr: [''],
  ru: ['', 'не'],
};
const AFTER: Readonly<Record<string, readonly string[]>> = {
  ar: ['', 'ي', 'ه', 'ها'],
  tr: ['', 'da', 'de', 'dan', 'nda', 'n', 'nın', 'ya', 'yla', 'lı', 'lar', 'a', 'in', 'tan', 'daki', 'ca'],
  ru: ['', 'а', 'у', 'ом', 'ым', 'е', 'и', 'ю', 'ей', 'его', 'ого', 'ских'],
};
const language = fc.constantFrom('ar', 'tr', 'ru');
const stem = (code: string) => fc.constantFrom(...STEMS[code]!);
const name = language.chain((code) =>
  fc.array(stem(code), { minLength: 1, maxLength: 3 }).map((words) => ({
    language: code,
    words: words.flatMap((word) => wordsOf(word)),
  })),
);
const word = language.chain((code) =>
  fc
    .tuple(fc.constantFrom(...BEFORE[code]!), stem(code), fc.nat(2), fc.constantFrom(...AFTER[code]!))
    .map(([before, middle, cut, after]) => before + middle.slice(0, middle.length - cut) + after),
);

test('finds what a naive scan finds', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), fc.array(word, { maxLength: 30 }), (names, words) => {
      const text = words.join(' ');
      const tokens = analyzerFor('und').tokens(text);
      expect(scanned(names, tokens, text)).toEqual(naive(names, tokens));
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['Güney. Kore', 0, 'a sentence ends between the words'],
  ['Güney, Kore', 0, 'a comma'],
  ['Güney (Kore)', 1, 'a bracket that opens within the name'],
  ['Güney-Kore', 1, 'a hyphen'],
  ['"Güney" Kore', 1, 'quotation marks'],
  ["Güney'nin Kore", 1, 'a possessive'],
])('%s holds the name of two words %i times: %s', (text, times) => {
  const names = [{ words: ['guney', 'kore'], language: 'tr' }];
  expect(scanned(names, analyzerFor('tr').tokens(text), text)).toHaveLength(times);
});
