/** The index record of an article. */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { UTC } from '../../src/common/time-zone.ts';
import type { StoredArticle } from '../../src/common/types.ts';
import { annotate } from '../../src/document/annotate.ts';
import { hashOfTerm } from '../../src/document/terms.ts';
import { recordOf } from '../../src/indexing/record.ts';
import { SAMPLE_FOLDER } from '../../src/service/service.ts';
import { testService } from '../support/service.ts';

const service = testService();
afterAll(() => service.remove());

/** An engine on a server is not asked for terms with a document frequency of 0, so every term must be counted. */
function uncounted(article: StoredArticle): string[] {
  const { terms, heading, hashes } = recordOf(article, annotate(article, service.tagger), UTC);
  const counted = new Set(hashes);
  return [...terms, ...heading].filter((term) => !counted.has(hashOfTerm(term)));
}

test('every term of an article is counted', async () => {
  await service.read(SAMPLE_FOLDER);
  const articles = service.archive.changesAfter(0, 100);
  expect(articles.length).toBeGreaterThan(10);
  for (const article of articles) expect(uncounted(article)).toEqual([]);
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(text, text, (title, body) => {
      expect(uncounted({ ...articles[0]!, title, body })).toEqual([]);
    }),
  );
});
