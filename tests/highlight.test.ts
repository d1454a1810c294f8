import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate } from '../src/annotate.ts';
import { Tagger } from '../src/entities/tagger.ts';
import { type HighlightedPassage, highlight, markUp } from '../src/highlight.ts';
import { ideasOf } from '../src/ideas.ts';
import { parseQuery } from '../src/query.ts';
import type { Article } from '../src/types.ts';

const tagger = new Tagger({ entities: new Map(), warnings: [] });

/** The text under the HTML: tags out, character references back. */
function source(html: string): string {
  const references: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html
    .replaceAll(/<mark data-kind="[a-z]+">|<\/mark>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name) => references[name]!);
}

function highlights(article: Article, query: string) {
  const { ideas } = ideasOf(parseQuery(query), { tagger, exact: false });
  return highlight(article, annotate(article, tagger), ideas);
}

/** Text from all of Unicode in which the words of the query are likely to be. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'Lavrov',
        "Lavrov'dan",
        'ولافروف',
        'لافروف',
        'DIŞİŞLERİ',
        'disisleri',
        '<b>',
        '&amp;',
        '\n',
        '\u202E',
        '😀',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

test('marks taken out give the source, byte for byte, whatever the text and the query', () => {
  fc.assert(
    fc.property(
      text,
      text,
      fc.oneof(text, fc.constantFrom('lavrov', 'لافروف', 'dışişleri')),
      (title, body, query) => {
        const article: Article = { title, body, keywords: [] };
        const { title: inTitle, body: inBody } = highlights(article, query);
        const check = (passage: HighlightedPassage, field: string): void => {
          expect(passage.text).toBe(field.slice(passage.start, passage.start + passage.text.length));
          expect(source(passage.html)).toBe(passage.text);
          expect(passage.html.replaceAll(/<\/?mark[^>]*>/g, '')).not.toMatch(/[<>]/);
          for (const { start, end } of passage.marks) {
            expect(start).toBeGreaterThanOrEqual(passage.start);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(passage.start + passage.text.length);
          }
        };
        if (inTitle !== null) check(inTitle, title);
        for (const passage of inBody) check(passage, body);
      },
    ),
    { numRuns: 1000 },
  );
});

describe('what is marked', () => {
  test.each([
    [
      'Sergey Lavrov’dan mesaj',
      'lavrov',
      ['Lavrov:exact'],
      'the suffix after the apostrophe is not the name',
    ],
    ['DIŞİŞLERİ açıkladı', 'disisleri', ['DIŞİŞLERİ:variant'], 'typed without Turkish letters'],
    ['Dışişleri açıkladı', 'dışişleri', ['Dışişleri:exact'], 'case is no difference'],
    ['وزير الخارجية في موسكو', 'في موسكو', ['موسكو:exact'], 'stop words beside topic words are not marked'],
    ['ليس في البيت', 'في', ['في:exact'], 'a stop word alone is a query'],
    ['a <b>Lavrov</b> b', 'lavrov', ['Lavrov:exact'], 'markup in the text is text'],
  ])('%s', (body, query, expected, why) => {
    const { body: passages } = highlights({ title: 't', body, keywords: [] }, query);
    const marks = passages.flatMap((passage) =>
      passage.marks.map((mark) => `${body.slice(mark.start, mark.end)}:${mark.kind}`),
    );
    expect(marks, why).toEqual(expected);
  });

  test('a long passage is cut around its marks, at white space', () => {
    const body = `${'kelime '.repeat(200)}Lavrov ${'kelime '.repeat(200)}`;
    const [passage] = highlights({ title: 't', body, keywords: [] }, 'lavrov').body;
    expect(passage!.text).toContain('Lavrov');
    expect(passage!.text.length).toBeLessThanOrEqual(320);
    expect(body[passage!.start - 1]).toBe(' ');
  });

  test('the kind is an attribute of the mark', () => {
    const mark = { start: 0, end: 1, kind: 'exact', word: 'a' } as const;
    expect(markUp('a&b', 0, 3, [mark])).toBe('<mark data-kind="exact">a</mark>&amp;b');
  });
});
