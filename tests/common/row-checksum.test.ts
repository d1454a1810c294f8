/** Checksums of texts that are computed without zlib are those that rows are stored with. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  checksumWith,
  checksumWithText,
  checksumWithUtf8,
  rowChecksum,
} from '../../src/common/row-checksum.ts';

test('the checksum of two texts within longer ones is that of a row of them', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  fc.assert(
    fc.property(text, text, text, (before, one, two) => {
      const first = checksumWithText(0, `${before}${one}${two}`, before.length, before.length + one.length);
      expect(checksumWithText(first, two, 0, two.length)).toBe(rowChecksum(one, two));
    }),
  );
});

test('the checksum of a text given as UTF-8 is that of the text', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  fc.assert(
    fc.property(text, text, fc.option(text), (before, content, after) => {
      const first = checksumWithUtf8(rowChecksum(before, 1), Buffer.from(content), content.length);
      expect(checksumWith(first, after)).toBe(rowChecksum(before, 1, content, after));
    }),
  );
});
