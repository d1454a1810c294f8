/** What the letters of two spellings rule out is farther apart than was asked for. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NAME_SCRIPTS } from '../../../src/entities/transliteration/letters.ts';
import { NameMatcher } from '../../../src/entities/transliteration/name-distance.ts';
import { spellingOf } from '../../../src/entities/transliteration/spelling.ts';

const LETTERS = {
  Latn: 'abcdefghijklmnopqrstuvwxyzçşğıöüä',
  Cyrl: 'абвгдежзийклмнопрстуфхцчшщъыьэюяё',
  Arab: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآؤئىةء',
};
const word = (script: (typeof NAME_SCRIPTS)[number]) =>
  fc.array(fc.constantFrom(...LETTERS[script]), { minLength: 1, maxLength: 8 }).map((list) => list.join(''));
const scripts = fc.constantFrom(...NAME_SCRIPTS);

test('no word within the bound is ruled out', () => {
  let ruledOut = 0;
  fc.assert(
    fc.property(
      scripts.chain((script) => word(script)),
      scripts.chain((script) => word(script)),
      fc.double({ min: 0, max: 30, noNaN: true }),
      (one, other, bound) => {
        const [own, its] = [spellingOf(one)!, spellingOf(other)!];
        const matcher = new NameMatcher(own);
        if (matcher.mayBeWithin(its.script, bound, `..${other}.`, 2, 2 + other.length)) return;
        ruledOut++;
        expect(matcher.distance(its)).toBeGreaterThan(bound);
      },
    ),
    { numRuns: 2000 },
  );
  expect(ruledOut).toBeGreaterThan(300);
});

test.each([
  ['Sarkisyan', 'саркисян', true, 'the same name'],
  ['sarkisyan', 'маркоян', false, 'letters that nothing answers'],
  ['sarkisyan', 'сарки1ян', true, 'what is no letter says nothing'],
])('%s, %s: %s, because %s', (one, other, expected, _why) => {
  expect(new NameMatcher(spellingOf(one)!).mayBeWithin('Cyrl', 5, other)).toBe(expected);
});
