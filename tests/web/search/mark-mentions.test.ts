/** Entities that a search is filtered by are marked in its hits. */
import { expect, test } from 'vitest';
import type { Hit } from '../../../src/web/api/types.ts';
import { withMentionsMarked } from '../../../src/web/search/mark-mentions.ts';

const text = 'Syria and Syrian Syria';
const passage = { html: '', text, lang: 'en', dir: 'ltr' as const, start: 100, marks: [] };
const mentionsAt = (...starts: number[]) =>
  starts.map((start) => ({ field: 'body' as const, start, end: start + 5 }));
const hit = (marks: Hit['highlights']['body'][number]['marks']): Hit =>
  ({
    entities: [
      { id: 'place-syria', type: 'place', name: 'Syria', mentions: mentionsAt(100, 117, 3, 119) },
      { id: 'place-russia', type: 'place', name: 'Russia', mentions: mentionsAt(110) },
    ],
    highlights: { title: null, body: [{ ...passage, marks }], more: null },
  }) as unknown as Hit;

test('mentions within the passage, in order, and nothing else', () => {
  const { highlights } = withMentionsMarked(hit([]), ['place-syria']);
  expect(highlights.body[0]!.marks).toEqual([
    { start: 100, end: 105, kind: 'entity', word: 'Syria' },
    { start: 117, end: 122, kind: 'entity', word: 'Syria' },
  ]);
});

test('a mark of the query is kept', () => {
  const mark = { start: 100, end: 105, kind: 'exact' as const, word: 'syria' };
  const { highlights } = withMentionsMarked(hit([mark]), ['place-syria']);
  expect(highlights.body[0]!.marks.map(({ kind }) => kind)).toEqual(['exact', 'entity']);
});

test('without such a filter the hit is the same', () => {
  const given = hit([]);
  expect(withMentionsMarked(given, [])).toBe(given);
});
