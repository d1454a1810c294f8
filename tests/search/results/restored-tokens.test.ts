/** Tokens restored from the forward index give the same hit as a full annotation. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { termHash } from '../../../src/analysis/hash.ts';
import { UTC } from '../../../src/common/time-zone.ts';
import type { Article } from '../../../src/common/types.ts';
import { annotate, languagesOf } from '../../../src/document/annotate.ts';
import { ForwardIndex } from '../../../src/document/forward-index.ts';
import { encodeForwardIndex } from '../../../src/document/forward-index-writer.ts';
import { loadGazetteer } from '../../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../../src/entities/tagger/tagger.ts';
import { parseQuery } from '../../../src/search/query/parser.ts';
import { queryOf } from '../../../src/search/query/query-builder.ts';
import { hashesOf } from '../../../src/search/ranking/matches.ts';
import { mentionedIn } from '../../../src/search/results/entity-names.ts';
import { highlight } from '../../../src/search/results/highlighter.ts';
import { TokenRestorer } from '../../../src/search/results/restored-tokens.ts';
import { GAZETTEER_FOLDER } from '../../../src/service/service.ts';
import { type TestService, testService } from '../../support/service.ts';

const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
const tagger = new Tagger(gazetteer);
const ids = new Map([...gazetteer.entities.keys()].map((id) => [termHash(id, 'entity'), id]));

const clausesOf = (q: string) =>
  queryOf(parseQuery(q), { gazetteer, tagger, zone: UTC }, { exact: false }).clauses;
const again = (article: Article, q: string, indexed = article) =>
  new TokenRestorer(hashesOf(clausesOf(q)), (key) => ids.get(key)).passages(
    article,
    new ForwardIndex(encodeForwardIndex(annotate(indexed, tagger))),
  );
/** Everything that a hit shows of its passages. */
function shown(article: Article, passages: ReturnType<typeof annotate>, q: string): unknown {
  return {
    highlights: highlight(article, passages, clausesOf(q)),
    languages: languagesOf(passages),
    entities: mentionedIn(article, passages, gazetteer.entities, 'en'),
  };
}

const article: Article = {
  title: 'لافروف في أستانا',
  body: 'بحث سيرغي لافروف الأوضاع.\n\nSergey Lavrov’dan Suriye mesajı geldi.\n…\nМинистр Лавров прибыл в Астану.',
  keywords: ['Lavrov', ''],
};

test.each(['Lavrov', 'suriye mesaj', 'الاوضاع', 'Министры', 'the', 'nothing of it', '"Suriye mesajı"'])(
  'a hit for %s',
  (q) => {
    const annotated = annotate(article, tagger);
    expect(shown(article, again(article, q)!, q)).toEqual(shown(article, annotated, q));
    expect(again(article, q)!.map(({ mentions }) => mentions)).toEqual(
      annotated.map(({ mentions }) => mentions),
    );
  },
);

test('words that do not match are not analysed again', () => {
  const [title] = again(article, 'Suriye')!;
  expect(title!.tokens).toEqual([]);
  const found = again(article, 'Suriye')!.flatMap(({ tokens }) => tokens);
  expect(found.map(({ forms }) => forms.exact)).toEqual(['suriye']);
});

test('any text and any query give the same hit as a full annotation', () => {
  const words = fc
    .array(fc.constantFrom('Lavrov', 'لافروف', '\n', 'Астану', 'Астана', "'dan", 'the', '…', 'Lavrova'), {
      maxLength: 12,
    })
    .map((some) => some.join(' '));
  const text = fc.oneof(fc.string({ unit: 'binary' }), words);
  fc.assert(
    fc.property(text, text, fc.array(text, { maxLength: 3 }), text, (title, body, keywords, q) => {
      const one = { title, body, keywords };
      // Half of the queries are the text itself, so that every word matches.
      for (const asked of [q, `${title} ${body}`.slice(0, 100)]) {
        expect(shown(one, again(one, asked)!, asked)).toEqual(shown(one, annotate(one, tagger), asked));
      }
    }),
    { numRuns: 100 },
  );
});

test.each<[string, Partial<Article>]>([
  ['another word that answers', { body: article.body.replace('Suriye', 'Irak') }],
  ['a word more', { body: article.body.replace('Suriye', 'Suriye x') }],
  ['a passage more', { body: `${article.body}\nx` }],
  ['a passage less', { body: 'بحث سيرغي لافروف الأوضاع.' }],
])('a forward index of different text is detected: %s', (_, change) => {
  expect(again({ ...article, ...change }, 'Suriye', article)).toBeUndefined();
});

let service: TestService;
beforeAll(() => {
  service = testService();
});
afterAll(() => service.remove());

test('an article that changed since it was indexed is shown in its current form', async () => {
  const before = { id: 'a', title: 'Okapi', body: 'Lavrov saw an okapi.', keywords: [] };
  await service.fill([before]);
  // The same number of words, with the matches at the same positions: the forward index alone cannot tell.
  service.archive.put([{ ...before, body: 'Nobody saw an okapi.' }]);
  const [stale] = (await service.ask('okapi')).hits;
  expect(stale!.entities).toEqual([]);
  expect(stale!.highlights.body[0]!.text).toBe('Nobody saw an okapi.');
  await service.level();
  expect((await service.ask('okapi')).hits[0]!.entities).toEqual([]);
});
