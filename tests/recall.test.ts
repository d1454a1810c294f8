/** What is recalled of an indexed article is what its annotation was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../src/annotate.ts';
import { loadGazetteer } from '../src/entities/gazetteer.ts';
import { Tagger } from '../src/entities/tagger.ts';
import { encodePostings } from '../src/postings.ts';
import { recall } from '../src/recall.ts';
import { GAZETTEER_FOLDER } from '../src/service.ts';
import { keyOf } from '../src/text/key.ts';
import type { Article } from '../src/types.ts';

const gazetteer = loadGazetteer(GAZETTEER_FOLDER);
const tagger = new Tagger(gazetteer);
const ids = new Map([...gazetteer.entities.keys()].map((id) => [keyOf(id, 'entity'), id]));
const again = (article: Article, indexed = article) =>
  recall(article, encodePostings(annotate(indexed, tagger)), (key) => ids.get(key));

const article: Article = {
  title: 'لافروف في أستانا',
  body: 'بحث سيرغي لافروف الأوضاع.\n\nSergey Lavrov’dan Suriye mesajı geldi.\n…\nМинистр Лавров прибыл в Астану.',
  keywords: ['Lavrov', ''],
};

test('languages, words and mentions', () => {
  const annotated = annotate(article, tagger);
  expect(annotated.some(({ mentions }) => mentions.length > 0)).toBe(true);
  expect(again(article)).toEqual(annotated);
});

test('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('Lavrov', 'لافروف', '\n', 'Астану', "'dan", 'the', '…'), { maxLength: 12 })
      .map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, text, fc.array(text, { maxLength: 3 }), (title, body, keywords) => {
      const one = { title, body, keywords };
      expect(again(one)).toEqual(annotate(one, tagger));
    }),
    { numRuns: 300 },
  );
});

test.each<[string, Partial<Article>]>([
  ['another word', { title: 'لافروف في دمشق' }],
  ['a word more', { title: `${article.title} x` }],
  ['a passage more', { body: `${article.body}\nx` }],
  ['a passage less', { body: 'بحث سيرغي لافروف الأوضاع.' }],
])('postings of another text are not taken: %s', (_, change) => {
  expect(again({ ...article, ...change }, article)).toBeUndefined();
});
