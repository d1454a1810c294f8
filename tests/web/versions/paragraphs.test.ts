/** Differences as paragraphs. */
import { expect, test } from 'vitest';
import { isChanged, paragraphsOf } from '../../../src/web/versions/paragraphs.ts';

test('differences are cut where the paragraphs are, and empty lines are left out', () => {
  const paragraphs = paragraphsOf([
    { kind: 'same', text: 'one\ntwo ' },
    { kind: 'removed', text: 'old\n\nold paragraph\n' },
    { kind: 'added', text: 'new\n' },
    { kind: 'same', text: 'end' },
  ]);
  expect(paragraphs).toEqual([
    [{ kind: 'same', text: 'one' }],
    [
      { kind: 'same', text: 'two ' },
      { kind: 'removed', text: 'old' },
    ],
    [{ kind: 'removed', text: 'old paragraph' }],
    [{ kind: 'added', text: 'new' }],
    [{ kind: 'same', text: 'end' }],
  ]);
  expect(paragraphs.map(isChanged)).toEqual([false, true, true, true, false]);
});
