import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HighlightedPassage } from '../../../src/answers/passage.ts';
import { UTC } from '../../../src/common/time-zone.ts';
import type { Article } from '../../../src/common/types.ts';
import { annotate } from '../../../src/document/annotate.ts';
import { loadGazetteer } from '../../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../../src/entities/tagger/tagger.ts';
import { parseQuery } from '../../../src/search/query/parser.ts';
import type { WordAlternative } from '../../../src/search/query/query.ts';
import { queryOf } from '../../../src/search/query/query-builder.ts';
import { formsOf } from '../../../src/search/query/query-words.ts';
import { markUp } from '../../../src/search/results/excerpts.ts';
import { highlight } from '../../../src/search/results/highlighter.ts';
import { marksOf } from '../../../src/search/results/marks.ts';
import { GAZETTEER_FOLDER } from '../../../src/service/service.ts';

const gazetteer = { entities: new Map(), warnings: [] };
const tagger = new Tagger(gazetteer);

/** The text of the HTML: tags removed, character references decoded. */
function source(html: string): string {
  const references: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html
    .replaceAll(/<mark data-kind="[a-z]+">|<\/mark>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name) => references[name]!);
}

function highlights(article: Article, query: string) {
  const { clauses } = queryOf(parseQuery(query), { gazetteer, tagger, zone: UTC }, { exact: false });
  return highlight(article, annotate(article, tagger), clauses);
}

/** Text from all of Unicode that probably contains words of the query. */
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

test('stripping the tags gives the source text, byte for byte, for any text and query', () => {
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

describe('marks', () => {
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

describe('the passages shown', () => {
  const shown = (body: string, query: string): string[] =>
    highlights({ title: 't', body, keywords: [] }, query).body.map((passage) => passage.text);

  test('are the three that match most of the query, in the order of the text', () => {
    const lines = [
      'gas one',
      'nothing',
      'gas pipeline two',
      'pipelines three',
      'gas pipeline four',
      'gas five',
    ];
    expect(shown(lines.join('\n'), 'gas pipeline')).toEqual([
      'gas one',
      'gas pipeline two',
      'gas pipeline four',
    ]);
  });

  test('prefer, of two equal ones, the one with the closer form, then the earlier one', () => {
    const lines = ['pipelines', 'pipelines again', 'the pipeline', 'a pipeline', 'one pipeline'];
    expect(shown(lines.join('\n'), 'pipeline')).toEqual(['the pipeline', 'a pipeline', 'one pipeline']);
    expect(
      shown(
        ['pipelines', 'the pipelines', 'all of the pipelines', 'where the pipelines'].join('\n'),
        'pipeline',
      ),
    ).toEqual(['pipelines', 'the pipelines', 'all of the pipelines']);
  });

  test('are the first one if none matches, and none if there is no body', () => {
    expect(shown('\nfirst\nsecond', 'pipeline')).toEqual(['first']);
    const { title, body } = highlights({ title: '', body: '', keywords: ['pipeline'] }, 'pipeline');
    expect([title, body]).toEqual([null, []]);
  });

  test('include the uncut title', () => {
    const title = 'word '.repeat(200).trim();
    expect(highlights({ title, body: '', keywords: [] }, 'pipeline').title).toMatchObject({
      text: title,
      start: 0,
      marks: [],
    });
  });
});

describe('marks of roots', () => {
  const marked = (body: string): string[] =>
    highlights({ title: 't', body, keywords: [] }, 'Bakanlık').body.flatMap(({ marks }) =>
      marks.map(({ start, end, kind }) => `${body.slice(start, end)}:${kind}`),
    );

  test('exist only if the document has no closer form', () => {
    expect(marked('Yeni bakan geldi.')).toEqual(['bakan:similar']);
    expect(marked('Yeni bakan geldi. Bakanlık açıkladı.')).toEqual(['Bakanlık:exact']);
    expect(marked('Yeni bakan geldi.\nBakanlık açıkladı.'), 'in whatever passage').toEqual([
      'Bakanlık:exact',
    ]);
  });
});

describe('words that replace a word of the query', () => {
  const body = 'Gasprom baut. Die pipelines. Газпром строит.';
  const marked = (...added: [kind: WordAlternative['kind'], replacement: string][]): string[] => {
    const article: Article = { title: 't', body, keywords: [] };
    const [clause] = queryOf(
      parseQuery('zirconium'),
      { gazetteer, tagger, zone: UTC },
      { exact: false },
    ).clauses;
    const { word } = clause!.alternatives[0]!;
    const alternatives = [
      ...clause!.alternatives,
      ...added.map(([kind, replacement]) => ({ kind, word, forms: formsOf(replacement) })),
    ];
    return marksOf(article, annotate(article, tagger), [{ ...clause!, alternatives }], 'body').map(
      ({ start, end, kind, word: asked }) => `${body.slice(start, end)}:${kind}:${asked}`,
    );
  };

  test('are marked with the kind of the replacement and the word of the query', () => {
    expect(marked()).toEqual([]);
    expect(marked(['completion', 'pipelines'])).toEqual(['pipelines:completion:zirconium']);
    expect(marked(['correction', 'pipelines'])).toEqual(['pipelines:typo:zirconium']);
    expect(marked(['name', 'Газпром'])).toEqual(['Газпром:name:zirconium']);
  });
});

describe('marks of entities', () => {
  const names = new Tagger(loadGazetteer(GAZETTEER_FOLDER));
  const marked = (body: string, query: string): string[] => {
    const article: Article = { title: 't', body, keywords: [] };
    const { clauses } = queryOf(parseQuery(query), { gazetteer, tagger: names, zone: UTC }, { exact: false });
    return marksOf(article, annotate(article, names), clauses, 'body').map(
      ({ start, end, kind, word }) => `${body.slice(start, end)}:${kind}:${word}`,
    );
  };

  test('cover their names in other scripts, with the word of the query', () => {
    expect(marked('Министр Сергей Лавров прибыл.', 'Lavrov')).toEqual(['Сергей Лавров:entity:Lavrov']);
  });

  test('are not set on a mention that contains a marked word', () => {
    expect(marked('Sergey Lavrov geldi.', 'Lavrov')).toEqual(['Lavrov:exact:Lavrov']);
  });

  test('are in the order of the text together with other marks', () => {
    expect(marked('Сергей Лавров и Lavrov', 'Lavrov')).toEqual([
      'Сергей Лавров:entity:Lavrov',
      'Lavrov:exact:Lavrov',
    ]);
  });

  test('count for their passage as words do', () => {
    const body = 'first\nСергей Лавров прибыл\nlast';
    const article: Article = { title: 't', body, keywords: [] };
    const { clauses } = queryOf(
      parseQuery('Lavrov'),
      { gazetteer, tagger: names, zone: UTC },
      { exact: false },
    );
    const { body: shown } = highlight(article, annotate(article, names), clauses);
    expect(shown.map((passage) => passage.text)).toEqual(['Сергей Лавров прибыл']);
  });

  test('of a field come from all its passages and no others', () => {
    const article: Article = { title: 'Lavrov', body: 'Lavrov\nno\nLavrov', keywords: ['Lavrov'] };
    const { clauses } = queryOf(
      parseQuery('Lavrov'),
      { gazetteer, tagger: names, zone: UTC },
      { exact: false },
    );
    const passages = annotate(article, names);
    expect(marksOf(article, passages, clauses, 'title').map(({ start }) => start)).toEqual([0]);
    expect(marksOf(article, passages, clauses, 'body').map(({ start }) => start)).toEqual([0, 10]);
  });
});

describe('a long passage is cut', () => {
  const piece = (body: string, query: string): { start: number; end: number; marks: string[] } => {
    const [shown] = highlights({ title: 't', body, keywords: [] }, query).body;
    const { start, text, marks } = shown!;
    return { start, end: start + text.length, marks: marks.map((mark) => body.slice(mark.start, mark.end)) };
  };
  const word = (times: number): string => 'kelime '.repeat(times);

  test('80 code units before its first mark and 320 after that, each at the next white space inside', () => {
    // Every word takes seven code units, so white space is at 7n + 6.
    expect(piece(`${word(200)}Lavrov ${word(200)}`, 'lavrov')).toEqual({
      start: 1323,
      end: 1637,
      marks: ['Lavrov'],
    });
  });

  test('not at all if it is short enough', () => {
    const body = `${word(45)}abcde`;
    expect(body).toHaveLength(320);
    expect(piece(body, 'lavrov')).toEqual({ start: 0, end: 320, marks: [] });
    expect(piece(`${body}f`, 'lavrov')).toEqual({ start: 0, end: 314, marks: [] });
  });

  test('at its own beginning and end if these are near', () => {
    expect(piece(`Lavrov ${word(100)}`, 'lavrov')).toEqual({ start: 0, end: 314, marks: ['Lavrov'] });
    const body = `${word(100)}Lavrov`;
    expect(piece(body, 'lavrov')).toEqual({ start: 392, end: body.length, marks: ['Lavrov'] });
  });

  test('at the first position with the most different words of the query', () => {
    const gap = word(60);
    const body = `${gap}Lavrov Lavrov ${gap}Lavrov Astana ${gap}Lavrov Astana ${gap}`;
    const { start, marks } = piece(body, 'lavrov astana');
    expect(marks).toEqual(['Lavrov', 'Astana']);
    expect(start).toBeLessThan(body.indexOf('Astana'));
  });

  test('never inside a character', () => {
    expect(piece(`a${'😀'.repeat(300)}`, 'lavrov')).toEqual({ start: 0, end: 319, marks: [] });
    expect(piece('😀'.repeat(300), 'lavrov')).toEqual({ start: 0, end: 320, marks: [] });
  });

  test('never inside a mark: without white space, after it', () => {
    const body = `Lavrov${'-x'.repeat(155)}-Lavrov${'-x'.repeat(100)}`;
    expect(body.lastIndexOf('Lavrov')).toBe(317);
    expect(piece(body, 'lavrov')).toEqual({ start: 0, end: 323, marks: ['Lavrov', 'Lavrov'] });
  });
});

test('characters with a meaning in HTML are escaped', () => {
  expect(markUp(`a<b>&"'c`, 0, 8, [])).toBe('a&lt;b&gt;&amp;&quot;&#39;c');
  const marks = [
    { start: 1, end: 2, kind: 'stem', word: 'a' },
    { start: 3, end: 4, kind: 'entity', word: 'b' },
  ] as const;
  expect(markUp('xaybz', 1, 5, marks)).toBe(
    '<mark data-kind="stem">a</mark>y<mark data-kind="entity">b</mark>z',
  );
});

describe('invisible characters after a word', () => {
  test.each([
    ['Lavrov\u2069 geldi', 'a pop directional isolate'],
    ['Lavrov\u202C geldi', 'a pop directional formatting'],
    ['Lavrov\u200F geldi', 'a right-to-left mark'],
    ['Lavrov\u200B geldi', 'a zero-width space'],
    ['Lavrov\u200F\u2069\u200B, geldi', 'several of them'],
    ['\u2068Lavrov\u2069', 'an isolate around it'],
  ])('%j: the mark ends before %s', (body) => {
    const { body: passages } = highlights({ title: 't', body, keywords: [] }, 'lavrov');
    const [mark] = passages[0]!.marks;
    expect(body.slice(mark!.start, mark!.end)).toBe('Lavrov');
  });

  test('end the mark of an entity, too', () => {
    const names = new Tagger(loadGazetteer(GAZETTEER_FOLDER));
    const article: Article = { title: 't', body: 'Министр Сергей Лавров\u2069 прибыл', keywords: [] };
    const { clauses } = queryOf(
      parseQuery('Lavrov'),
      { gazetteer, tagger: names, zone: UTC },
      { exact: false },
    );
    const marks = marksOf(article, annotate(article, names), clauses, 'body');
    expect(marks.map(({ start, end }) => article.body.slice(start, end))).toEqual(['Сергей Лавров']);
  });

  test('belong to it where letters follow', () => {
    const body = 'Lav\u200Crov geldi';
    const { body: passages } = highlights({ title: 't', body, keywords: [] }, 'lavrov');
    expect(passages[0]!.marks.map(({ start, end }) => body.slice(start, end))).toEqual(['Lav\u200Crov']);
  });
});

test('an excerpt says on which sides it is cut', () => {
  const word = (times: number): string => 'kelime '.repeat(times);
  const cuts = (body: string): [boolean, boolean] => {
    const [{ cutStart, cutEnd }] = highlights({ title: 't', body, keywords: [] }, 'lavrov').body as [
      HighlightedPassage,
    ];
    return [cutStart, cutEnd];
  };
  expect(cuts('Lavrov geldi.')).toEqual([false, false]);
  expect(cuts(`Lavrov ${word(100)}`)).toEqual([false, true]);
  expect(cuts(`${word(100)}Lavrov`)).toEqual([true, false]);
  expect(cuts(`${word(100)}Lavrov ${word(100)}`)).toEqual([true, true]);
  expect(cuts(`Lavrov geldi.\n${word(100)}`), 'other passages').toEqual([false, false]);
});

describe('a field in the query', () => {
  test('is where its words are marked', () => {
    const { title, body } = highlights(
      { title: 'Lavrov', body: 'Lavrov geldi', keywords: [] },
      'title:lavrov',
    );
    expect([title!.marks.length, body[0]!.marks.length]).toEqual([1, 0]);
  });
});

test('passages in the languages of a filter are shown before others', () => {
  const body = [
    'Министр Лавров прибыл.',
    'Лавров сказал.',
    'Лавров уехал.',
    'Rus bakan Lavrov dün akşam geldi.',
  ].join('\n');
  const article: Article = { title: 't', body, keywords: [] };
  const names = new Tagger(loadGazetteer(GAZETTEER_FOLDER));
  const { clauses } = queryOf(
    parseQuery('Лавров'),
    { gazetteer, tagger: names, zone: UTC },
    { exact: false },
  );
  const shown = (languages: string[]): string[] =>
    highlight(article, annotate(article, names), clauses, languages).body.map(({ lang }) => lang);
  expect(shown([])).toEqual(['ru', 'ru', 'ru']);
  expect(shown(['tr'])).toContain('tr');
});

test('marks that no passage shows are counted, and the first of them is told', () => {
  const paragraph = (n: number): string => `${n}: ${'Nobody said a word about it. '.repeat(20)}Lavrov spoke.`;
  const body = [1, 2, 3, 4, 5].map(paragraph).join('\n');
  const article: Article = { title: 'Lavrov', body, keywords: [] };
  const { body: shown, more } = highlights(article, 'Lavrov');
  expect(shown).toHaveLength(3);
  expect(more).toEqual({ count: 2, start: body.indexOf('Lavrov', body.indexOf('4: ')) });
  const long = `Lavrov. ${'Nobody said a word. '.repeat(40)} Lavrov.`;
  expect(highlights({ ...article, body: long }, 'Lavrov').more).toEqual({
    count: 1,
    start: long.lastIndexOf('Lavrov'),
  });
  expect(highlights({ ...article, body: 'Lavrov.' }, 'Lavrov').more).toBeNull();
  expect(highlights({ ...article, body: 'Nothing.' }, 'zebra').more).toBeNull();
});
