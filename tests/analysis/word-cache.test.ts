/** Words remembered, and the tables that rules ask. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AsciiTrie, NO_WORD } from '../../src/analysis/ascii-trie.ts';
import { CodeUnitSet, characterwise, forWordsWith } from '../../src/analysis/code-unit-set.ts';
import { cutting, replacing } from '../../src/analysis/suffix-rules.ts';
import { wordAt, wordsIn } from '../../src/analysis/word-cache.ts';
import { hashOf, isAt, WordMap, WordSet } from '../../src/analysis/word-map.ts';

const text = fc.string({ unit: 'binary', maxLength: 40 });

describe('a word of a text', () => {
  test('equals the text at its position, however many words were cached before', () => {
    for (let n = 0; n < 300_000; n++) {
      const word = `w${n % 70_000}ü`;
      if (wordAt(`<${word}>`, 1, 1 + word.length).text !== word) expect.unreachable(word);
    }
  });

  test.each([
    ['', 'x', 'the empty one is none of the others'],
    ['a'.repeat(15), 'a'.repeat(16), 'of the length that is kept beside'],
    ['a'.repeat(16), 'a'.repeat(17), 'longer, with the same beginning'],
    ['كتاب', 'كتابه', 'one is the beginning of the other'],
    ['\uffff', '\uffff\uffff', 'the unit that stands for nothing'],
  ])('differs from another: %j %j (%s)', (one, other) => {
    for (const word of [one, other, one]) {
      if (word !== '') expect(wordAt(word, 0, word.length).text).toBe(word);
    }
  });

  test('is the same object while it is remembered, so that its forms are made once', () => {
    const [first] = wordsIn('Cumhurbaşkanlığı').words;
    expect(wordsIn('… Cumhurbaşkanlığı …').words[0]).toBe(first);
  });

  test('stays when others come that are met once', () => {
    const frequent = wordAt('وزير', 0, 4);
    for (let n = 0; n < 400_000; n++) {
      wordAt(`once${n}`, 0, `once${n}`.length);
      if (n % 100 === 0) wordAt('وزير', 0, 4);
    }
    expect(wordAt('وزير', 0, 4)).toBe(frequent);
  });

  test('keeps no long text in memory: it is cut out of it', () => {
    fc.assert(
      fc.property(text, (around) => {
        const { words, starts, ends } = wordsIn(around);
        expect(words.map((word) => word.text)).toEqual(
          starts.map((start, n) => around.slice(start, ends[n])),
        );
      }),
    );
  });
});

describe('WordMap', () => {
  test('answers as a Map does, for any words', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.nat())), fc.array(text), (entries, asked) => {
        const ours = new WordMap(entries);
        const native = new Map(entries);
        expect(ours.size).toBe(native.size);
        for (const word of [...native.keys(), ...asked]) expect(ours.get(word)).toBe(native.get(word));
      }),
    );
  });

  test('a set has what was put in and nothing else', () => {
    const set = new WordSet(['لبنان', 'برلمان']);
    expect(['لبنان', 'برلمان', 'لبنا', 'برلمانا', ''].map((word) => set.has(word))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('hashes and compares a word within a text like the word itself', () => {
    fc.assert(
      fc.property(text, text, text, (before, word, after) => {
        const whole = before + word + after;
        const end = before.length + word.length;
        expect(hashOf(whole, before.length, end)).toBe(hashOf(word, 0, word.length));
        expect(isAt(word, whole, before.length, end)).toBe(true);
        expect(isAt(`${word}x`, whole, before.length, end)).toBe(false);
      }),
    );
  });
});

describe('rules over code units', () => {
  test('a rule is run on the words it concerns', () => {
    const rule = forWordsWith(
      (letter) => letter === 'e',
      (word) => word.toUpperCase(),
    );
    expect(['tree', 'wood', 'a𝐞'].map(rule)).toEqual(['TREE', 'wood', 'A𝐞']);
  });

  test('a set asks once for each unit', () => {
    const asked: string[] = [];
    const set = new CodeUnitSet((letter) => asked.push(letter) > 0 && letter === 'b');
    expect([set.meets('abab'), set.meets('aaaa'), set.has(0xd83d)]).toEqual([true, false, true]);
    expect(asked).toEqual(['a', 'b']);
  });

  test('characters that are changed, dropped or spelt out, at every place of a word', () => {
    const rule = (word: string): string =>
      word.replaceAll('ß', 'ss').replaceAll('-', '').replaceAll('😀', 'x');
    const fast = characterwise(rule);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ß', '-', '😀', 'ü') }), (word) => {
        expect(fast(word)).toBe(rule(word));
      }),
    );
  });
});

describe('endings', () => {
  test.each([
    ['كتابات', 'كتاب', 'the longest one that leaves three letters'],
    ['بنات', 'بنا', 'a shorter one where the longest would leave too little'],
    ['باب', 'باب', 'none'],
    ['', '', 'the empty word'],
  ])('%s is cut to %s: %s', (word, cut) => {
    expect(cutting(['ات', 'ت', 'ه'], 3)(word)).toBe(cut);
  });

  test.each([
    ['relational', 3, 'relate', 'the first rule that fits'],
    ['relational', 4, 'relational', 'no other is tried where it would leave too little'],
    ['al', 0, '', 'a word may be all ending'],
    ['stone', 0, 'stone', 'none fits'],
  ])('%s with %i letters before is %s: %s', (word, least, replaced) => {
    const rule = replacing([
      ['ational', 'ate'],
      ['al', ''],
    ]);
    expect(rule(word, least)).toBe(replaced);
  });
});

/** The value of a word, walked to letter by letter; `NO_WORD` if none leads on. */
function valueIn(tree: AsciiTrie, word: string): number {
  let node = 0;
  for (const letter of word) {
    node = tree.after(node, letter.charCodeAt(0));
    if (node === 0) return NO_WORD;
  }
  return tree.valueAt(node);
}

test('the trie is walked letter by letter and ends where no word continues', () => {
  const tree = new AsciiTrie();
  const words = [
    'ev',
    'evet',
    'at',
    ...Array.from({ length: 500 }, (_, n) => `z${n.toString(26).replace(/\d/g, 'q')}`),
  ];
  for (const word of words) tree.add(word, words.indexOf(word));
  for (const word of words) expect(valueIn(tree, word)).toBe(words.indexOf(word));
  for (const none of ['', 'e', 'eve', 'evets', 'ç', 'A', '{'])
    expect(valueIn(tree, none), none).toBe(NO_WORD);
});

test('a trie of patterns has every word that they may be, with the greater of two values', () => {
  const tree = AsciiTrie.ofPatterns([
    [['l', 'ae', 'r'], 1],
    [['l', 'e', 'r', 'iu'], 0],
    [['l', 'e', 'r'], 2],
    [['d', 'ae'], 0],
  ]);
  const words = { lar: 1, ler: 2, leri: 0, leru: 0, da: 0, de: 0 };
  for (const [word, value] of Object.entries(words)) expect(valueIn(tree, word), word).toBe(value);
  for (const none of ['', 'l', 'le', 'lari', 'd', 'dae']) expect(valueIn(tree, none), none).toBe(NO_WORD);
});
