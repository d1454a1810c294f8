/** Words in memory are found as a look at every word finds them, in whatever order they are asked for. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordRange } from '../../../src/engines/docstore/word-range.ts';

const inBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

test('the first word that is not before another one', () => {
  const letters = fc.constantFrom(...'abü\u0000اи\ufb50😀');
  const word = fc.array(letters, { minLength: 1, maxLength: 5 }).map((list) => list.join(''));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 80 }), fc.array(word, { maxLength: 20 }), (some, asked) => {
      const words = [...new Set(some)].sort(inBytes);
      const range = new WordRange(words.join('\n'));
      for (const from of asked) expect(range.seek(from)).toBe(words.find((each) => inBytes(each, from) >= 0));
    }),
  );
});
