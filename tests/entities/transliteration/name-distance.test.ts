/** Names across scripts: equal names, different names, and properties of any two words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzerFor } from '../../../src/analysis/languages/registry.ts';
import { nameWords } from '../../../src/entities/discovery/name-candidates.ts';
import { readLetters } from '../../../src/entities/transliteration/letters.ts';
import { ARABIC_LETTERS } from '../../../src/entities/transliteration/letters-arabic.ts';
import { CYRILLIC_LETTERS } from '../../../src/entities/transliteration/letters-cyrillic.ts';
import { nameDistance } from '../../../src/entities/transliteration/name-distance.ts';
import { NameIndex } from '../../../src/entities/transliteration/name-index.ts';
import { keptNameKeys, soughtNameKeys } from '../../../src/entities/transliteration/phonetic-keys.ts';
import { spellingOf } from '../../../src/entities/transliteration/spelling.ts';

/** Two spellings of one name, and why they differ from a letter-by-letter transcription. */
const SAME: readonly [string, string, string][] = [
  ['Tsahkna', 'تساخكنا', 'ts is two letters, h before a consonant is a hard breath'],
  ['Nebenzya', 'نيبينزيا', 'short vowels written long'],
  ['Nebenzya', 'Небензя', 'ya is one letter'],
  ['Небензя', 'نيبينزيا', 'Cyrillic against Arabic, by way of Latin'],
  ['Kallas', 'كالاس', 'a doubled letter is written once'],
  ['Zakharova', 'زاخاروفا', 'kh, and v written with ف'],
  ['Zakharova', 'Захарова', 'kh is one letter'],
  ['Zaharova', 'Захарова', 'the Turkish spelling of the same'],
  ['Şoygu', 'Шойгу', 'ş'],
  ['Shoigu', 'شويغو', 'sh'],
  ['Erdoğan', 'Эрдоган', 'ğ is written though nobody hears it'],
  ['Çavuşoğlu', 'Чавушоглу', 'ç, ş, ğ'],
  ['Cavusoglu', 'Чавушоглу', 'the same without marks'],
  ['Pedersen', 'بيدرسن', 'p is ب'],
  ['Guterres', 'جوتيريس', 'g as ج, the Egyptian way'],
  ['Macron', 'ماكرون', 'c before a consonant is k'],
  ['Cicilline', 'سيسيليني', 'c before i is s'],
  ['Qassem', 'قاسم', 'a short vowel is not written'],
  ['Pezeshkian', 'بزشكيان', 'vowels left out'],
  ['Otaibi', 'العتيبي', 'the article is not part of the Latin name'],
  ['Johnson', 'Джонсон', 'a silent h'],
  ['Washington', 'Вашингтон', 'w as в'],
  ['Huang', 'Хуан', 'ng as н'],
  ['Ōshima', 'Осима', 'shi as си (Polivanov)'],
  ['Lavrov', 'Лаврову', 'a Russian case'],
  ['Lavrov', 'ولافروف', 'a conjunction before the Arabic name'],
  ['Joly', 'جولي', 'j as ج'],
];

/** Spellings of one name that are farther apart than a search allows: two letters have a rare reading. */
const FAR: readonly [string, string, string][] = [
  ['Guterres', 'غوتيريش', 'a Portuguese s, and g as غ'],
  ['Araghchi', 'عراقچی', 'Persian letters'],
];

/** Words that do not sound alike. */
const DIFFERENT: readonly [string, string, string][] = [
  ['Lavrov', 'لبنان', 'they share l'],
  ['Kallas', 'كتاب', 'they share k'],
  ['Merkel', 'مركز', 'centre: the last consonant differs'],
  ['government', 'حكومة', 'the same meaning, not the same word'],
  ['Moscow', 'Москва', 'translated, not transcribed: Moskva'],
  ['Germany', 'ألمانيا', 'a name of its own in each language'],
  ['Fidan', 'Федерация', 'a beginning in common'],
  ['haber', 'خبر عاجل', 'more than one word'],
];

/** Maximum distance of one name here: the widest that a search allows for the shorter spelling. */
const within = (a: string, b: string): number =>
  1.75 * (Math.min(spellingOf(a)!.letters.length, spellingOf(b)!.letters.length) - 3);

describe('distance', () => {
  test.each(SAME)('%s = %s: %s', (a, b) => {
    expect(nameDistance(a, b)).toBeLessThanOrEqual(Math.max(5.5, within(a, b)));
  });

  test.each(FAR)('%s = %s: %s', (a, b) => {
    const index = new NameIndex(
      [...SAME.filter(([same]) => same !== a), ...DIFFERENT, ...FAR].map(([, name]) => name),
    );
    const script = spellingOf(b)!.script;
    const near = index.nearest(a, 20).filter(({ name }) => spellingOf(name)!.script === script);
    expect(near[0]?.name).toBe(b);
    expect(nameDistance(a, b)).toBeGreaterThan(within(a, b));
  });

  test.each(DIFFERENT)('%s is not %s: %s', (a, b) => {
    expect(nameDistance(a, b)).toBeGreaterThan(within(a, b));
  });

  test('is smallest for the right one of the names in its script', () => {
    for (const script of ['Latn', 'Cyrl', 'Arab']) {
      const index = new NameIndex(
        SAME.map(([, name]) => name).filter((name) => spellingOf(name)!.script === script),
      );
      for (const [name, other, why] of SAME) {
        if (spellingOf(other)!.script !== script) continue;
        const right = SAME.filter(([same]) => same === name).map(([, spelling]) => spelling);
        expect(right, `${name}: ${why}`).toContain(index.nearest(name, 1)[0]?.name);
      }
    }
  });
});

describe('the distance of any two words', () => {
  const letters = (alphabet: string) =>
    fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 14 }).map((list) => list.join(''));
  const latin = letters('abcçdefgğhıijklmnoöprsştuüvyzqwxéñ');
  const arabic = letters('ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىءئؤ');
  const cyrillic = letters('абвгдеёжзийклмнопрстуфхцчшщъыьэюя');
  const word = fc.oneof(latin, arabic, cyrillic);

  test('is symmetric, never negative, and 0 for a word and itself', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = nameDistance(a, b);
        expect(nameDistance(b, a)).toBe(distance);
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(nameDistance(a, a)).toBe(0);
      }),
    );
  });

  test('is at most the cost of deleting one word and inserting the other', () => {
    fc.assert(
      fc.property(latin, fc.oneof(arabic, cyrillic), (a, b) => {
        const most = 6 * (spellingOf(a)!.letters.length + spellingOf(b)!.letters.length);
        expect(nameDistance(a, b)).toBeLessThanOrEqual(most + 1e-9);
      }),
    );
  });

  test('is not changed by a higher bound', () => {
    fc.assert(
      fc.property(word, word, fc.double({ min: 0, max: 60, noNaN: true }), (a, b, bound) => {
        const distance = nameDistance(a, b);
        expect(nameDistance(a, b, bound)).toBe(distance <= bound ? distance : Number.POSITIVE_INFINITY);
      }),
    );
  });

  test('exists for any text, with keys and without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(keptNameKeys(a).length).toBeLessThan(200);
        expect(nameDistance(a, b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test.each(SAME)('%s and %s meet at a key: %s', (a, b) => {
  const kept = new Set(keptNameKeys(b));
  expect(soughtNameKeys(spellingOf(a)!).some((key) => kept.has(key))).toBe(true);
});

test('every line of the letter tables is valid: each letter and position once, cheapest first', () => {
  for (const table of [ARABIC_LETTERS, CYRILLIC_LETTERS]) {
    const seen = new Set<string>();
    for (const { letters, place, answers } of readLetters(table)) {
      const key = `${letters} ${place}`;
      expect(seen, key).not.toContain(key);
      seen.add(key);
      expect(answers.length, key).toBeGreaterThan(0);
      expect(
        answers.map(([, cost]) => cost),
        key,
      ).toEqual(answers.map(([, cost]) => cost).sort((x, y) => x - y));
    }
  }
});

describe('words used as names', () => {
  test.each([
    [
      'en',
      'Yesterday the envoy Margus Tsahkna met reporters.',
      ['margus', 'tsahkna'],
      'capitals in mid-sentence',
    ],
    ['en', 'Reporters left. Officials stayed.', [], 'a sentence begins with a capital anyway'],
    ['en', 'Energy Talks Resume After Long Pause', [], 'a headline capitalises everything'],
    ['tr', "Dün Lavrov'dan mesaj geldi.", ['lavrov'], 'the apostrophe ends the name'],
    ['tr', 'Bakan AÇIKLAMA yaptı.', [], 'all in capitals is no name'],
    ['ru', 'Вчера министр Небензя прибыл.', ['небензя'], 'Cyrillic capitals'],
    ['ar', 'قال وزير الخارجية مرغس تسخكن', ['مرغس', 'تسخكن'], 'after a title'],
    ['ar', 'زار تساخكنا دمشق', ['تساخكنا'], 'two long vowels look foreign'],
  ])('%s: %s', (language, text, expected, why) => {
    expect([...nameWords(analyzerFor(language).tokens(text), text)].sort(), why).toEqual(
      [...expected].sort(),
    );
  });
});
