import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areApart, areOneWord } from '../../src/analysis/joined-words.ts';
import { tokenize } from '../../src/analysis/tokenizer.ts';

function words(text: string): string[] {
  const found: string[] = [];
  tokenize(text, (start, end) => found.push(text.slice(start, end)));
  return found;
}

describe('words of a text', () => {
  test.each([
    ["Lavrov'dan", ['Lavrov'], 'an apostrophe ends a Turkish name before its suffix'],
    ['Suriye’deki', ['Suriye'], 'the typographic one too'],
    ["NATO'NUN", ['NATO'], 'suffixes of headlines are in capitals'],
    ["Lavrov's", ['Lavrov'], 'English genitive'],
    ["Kur'an'ın", ["Kur'an"], 'only the last apostrophe of Kuran ends the name'],
    ["O'Neill", ["O'Neill"], 'Neill is no suffix'],
    ["l'Iran", ['Iran'], 'French elision begins a word'],
    ['الـ25', ['الـ', '25'], 'digits are no part of an Arabic word'],
    ['mp3 4K', ['mp3', '4K'], 'but of a Latin one they are'],
    ['10.000 kişi', ['10.000', 'kişi'], 'digit groups of three are one number'],
    ['26.11.2023', ['26', '11', '2023'], 'a date is three numbers'],
    ['3,5', ['3,5'], 'a decimal'],
    ['"حماس"،', ['حماس'], 'quotation marks and Arabic commas'],
    ['مَدْرَسَة', ['مَدْرَسَة'], 'marks belong to their letter'],
    ['LavrovЛавров', ['Lavrov', 'Лавров'], 'scripts do not mix in a word'],
    ['北京 2008', ['北', '京', '2008'], 'Han has no spaces'],
    ['#غزة_الآن', ['غزة', 'الآن'], 'a hashtag is made of words'],
    ["2023'te", ['2023'], 'a number has endings as a name has'],
    ['СУ27 4К', ['СУ27', '4К'], 'digits are part of a Cyrillic word, on either side'],
    ["об'єкт", ["об'єкт"], 'an apostrophe within a Cyrillic word'],
    ["Mu'in'in", ["Mu'in"], 'only the last apostrophe ends a name, though in is an ending'],
    ["'Ankara'da'", ['Ankara'], 'a quotation mark that looks like an apostrophe is none'],
    ["dogs' tail", ['dogs', 'tail'], 'nothing follows the apostrophe'],
    ["O''Neill", ['O', 'Neill'], 'two of them are a quotation mark'],
    ["l'o", ["l'o"], 'one letter is no word that an article would be elided before'],
    ['govern-\nment', ['govern-\nment'], 'print cuts a word at the end of a line'],
    ['прави\u00AD\nтельство', ['прави\u00AD\nтельство'], 'with a soft hyphen too'],
    ['Ankara-\nMoskova', ['Ankara', 'Moskova'], 'a capital begins a word'],
    ['olarak -\nbelki', ['olarak', 'belki'], 'a dash is no hyphen'],
    ['1990-\n2000', ['1990', '2000'], 'a span of years'],
    [
      'Abd al-Rahman, Abdel Rahman',
      ['Abd al-Rahman', 'Abdel Rahman'],
      'names of three parts are one word too',
    ],
    ['Abd al-Foo Abdul Ahmed', ['Abd al', 'Foo', 'Abdul', 'Ahmed'], 'what is not listed is another name'],
    ['إن شاء الله', ['إن شاء الله'], 'three words that are also written as one'],
    ['COVID 19 May 19', ['COVID 19', 'May', '19'], 'a listed name with its number'],
    ['αβγسلام', ['αβγ', 'سلام'], 'nor do scripts mix that have no rules of their own'],
    ['𞤀𞤣𞤤𞤢𞤥 𐀀𐀁', ['𞤀𞤣𞤤𞤢𞤥', '𐀀𐀁'], 'letters of two code units'],
    ['葛\ufe00城', ['葛\ufe00', '城'], 'a variation selector belongs to its ideograph'],
    ['か\u3099', ['か\u3099'], 'at the end of the text, too'],
    ['\u0301abc', ['abc'], 'a mark without a letter begins no word'],
    ['2023.100', ['2023', '100'], 'four digits do not begin a number with groups'],
    ['100.000', ['100.000'], 'three do'],
    ['1.000.000', ['1.000.000'], 'two groups'],
    ['1.000.00', ['1', '000', '00'], 'groups must all have three digits'],
    ['', [], 'nothing'],
    ["''' -- …", [], 'punctuation only'],
  ])('%s', (text, expected, why) => {
    expect(words(text), why).toEqual(expected);
  });

  test('offsets are in order, inside the text, and split no surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let before = 0;
        tokenize(text, (start, end) => {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          for (const at of [start, end]) {
            const split =
              /[\uD800-\uDBFF]$/.test(text.slice(0, at)) && /^[\uDC00-\uDFFF]/.test(text.slice(at));
            expect(split).toBe(false);
          }
          before = end;
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('every letter is in some word, or after the apostrophe that ends one', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abışЯёلاف25 .,-'), maxLength: 40 });
    fc.assert(
      fc.property(letters, (text) => {
        const covered = new Set<number>();
        tokenize(text, (start, end) => {
          for (let at = start; at < end; at++) covered.add(at);
        });
        for (let at = 0; at < text.length; at++)
          if (/[\p{L}\p{N}]/u.test(text[at]!)) expect(covered.has(at)).toBe(true);
      }),
    );
  });

  test('what is quickly known to be two words is not one', () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...'hava HAVA limanı Limanı عبد وعبد عَبد الله اللّٰه شاء ان إن أبو مازن abd Abdel al Rahman cease fire COVID of'.split(
          ' ',
        ),
      ),
      fc.string({ unit: fc.constantFrom(...'abBıİşçеЯёـاإأئءوهة9'), minLength: 1, maxLength: 5 }),
    );
    const gap = fc.constantFrom(' ', ' ', ' ', '-', '. ', ' -\n', '\u00a0');
    fc.assert(
      fc.property(word, gap, word, (first, between, second) => {
        const text = first + between + second;
        const [end, next] = [first.length, first.length + between.length];
        const units = Uint16Array.from(text.split(''), (unit) => unit.charCodeAt(0));
        if (areApart(units, 0, end, next)) expect(areOneWord(text, 0, end, next, text.length)).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });

  test('while one text is cut, others can be', () => {
    const found: string[][] = [];
    tokenize('bir iki üç', (start, end) => found.push([`${start}-${end}`, ...words('أول ثان ثالث')]));
    expect(found.map(([at]) => at)).toEqual(['0-3', '4-7', '8-10']);
    for (const [, ...inner] of found) expect(inner).toEqual(['أول', 'ثان', 'ثالث']);
  });

  test('a long text has the words of its parts', () => {
    const part = 'حملة Ankara’da 1.000 cease-fire ';
    const count = 2000;
    expect(words(part.repeat(count))).toEqual(new Array(count).fill(words(part)).flat());
    expect(words(part)).toEqual(['حملة', 'Ankara', '1.000', 'cease-fire']);
  });

  test('hostile input of 100,000 characters is read in one pass', () => {
    for (const unit of ['a', '\u0301', 'ال', "'", "a'", '1.', '\u200F']) {
      expect(() => words(unit.repeat(100_000 / unit.length))).not.toThrow();
    }
  });
});
