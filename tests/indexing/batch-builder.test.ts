/** Batches built directly from articles equal those built from index records; and the parts they are built with. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UTC } from '../../src/common/time-zone.ts';
import type { StoredArticle } from '../../src/common/types.ts';
import { annotate } from '../../src/document/annotate.ts';
import { batchOfRecords, passing } from '../../src/engines/batch/batch.ts';
import { KeyCounter } from '../../src/engines/storage/key-counter.ts';
import { KeyIds } from '../../src/engines/storage/key-ids.ts';
import { KeySet } from '../../src/engines/storage/key-set.ts';
import { orderOf } from '../../src/engines/storage/radix-order.ts';
import { loadGazetteer } from '../../src/entities/gazetteer/gazetteer.ts';
import { Tagger } from '../../src/entities/tagger/tagger.ts';
import { batchOfArticles } from '../../src/indexing/batch-builder.ts';
import { recordOf } from '../../src/indexing/record.ts';
import { GAZETTEER_FOLDER } from '../../src/service/service.ts';

const tagger = new Tagger(loadGazetteer(GAZETTEER_FOLDER));
const WORDS =
  "Lavrov Лавров لافروف Astana'da وأستانا the ve и في Suriye’nin الوزير الإستوني minister's 10.000 ٢٥ Kitabı kitap 한국 \n … .".split(
    ' ',
  );
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(' ')),
);
const article = fc.record({
  title: text,
  body: text,
  keywords: fc.array(text, { maxLength: 2 }),
  source: fc.option(fc.constantFrom('Anadolu Ajansı', 'سبوتنيك'), { nil: undefined }),
  publishedAt: fc.option(fc.constantFrom('2023-10-31', '2014-01-01T08:00:00Z'), { nil: undefined }),
});
const articles = fc.array(article, { maxLength: 6 }).map((all) =>
  all.map(
    ({ source, publishedAt, ...rest }, number): StoredArticle => ({
      ...rest,
      ...(source !== undefined && { source }),
      ...(publishedAt !== undefined && { publishedAt }),
      id: `a${number}`,
      revision: 1,
      sequence: number,
      deleted: false,
    }),
  ),
);

test('a batch of articles equals the batch of their records', () => {
  fc.assert(
    fc.property(articles, (all) => {
      const records = all.map((one) => recordOf(one, annotate(one, tagger), UTC));
      expect(batchOfArticles(all, tagger, UTC)).toEqual(batchOfRecords(records));
    }),
    { numRuns: 150 },
  );
});

test('the words of a batch are returned with their keys', () => {
  fc.assert(
    fc.property(articles, (all) => {
      const records = all.map((one) => recordOf(one, annotate(one, tagger), UTC));
      const { words, names } = batchOfArticles(all, tagger, UTC);
      const expected = new Map<string, string>();
      for (const { words } of records)
        for (const [word, written] of words)
          if ((expected.get(word) ?? word) === word) expected.set(word, written);
      expect([...passing(words, () => true)].sort()).toEqual(
        [...expected].map(([word, written]) => `${word}\n${written}`).sort(),
      );
      expect(new Set(passing(names, () => true))).toEqual(
        new Set(records.flatMap(({ names }) => [...names])),
      );
      expect([...passing(words, () => false)]).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

const keys = fc.array(fc.oneof(fc.maxSafeNat(), fc.nat(50)), { maxLength: 5_000, size: 'max' });

test('keys are numbered as by a map and sorted in ascending order', () => {
  fc.assert(
    fc.property(keys, (all) => {
      const numbers = new KeyIds();
      const known = new KeySet();
      const model = new Map<number, number>();
      const found = all.map((key) => [known.add(key), numbers.of(key)]);
      const expected = all.map((key) => {
        const isNew = !model.has(key);
        if (isNew) model.set(key, model.size);
        return [isNew, model.get(key)];
      });
      expect(found).toEqual(expected);
      expect([...numbers.keys]).toEqual([...model.keys()]);
      const kept = numbers.keys;
      const sorted = [...orderOf(kept)].map((place) => kept[place]);
      expect(sorted).toEqual([...model.keys()].sort((a, b) => a - b));
    }),
    { numRuns: 20 },
  );
});

test('documents are counted once for each key', () => {
  const documents = fc.array(fc.array(fc.oneof(fc.integer(), fc.integer({ min: -5, max: 5 }))), {
    maxLength: 50,
  });
  fc.assert(
    fc.property(documents, (all) => {
      const tallies = new KeyCounter();
      for (const own of all) {
        tallies.begin();
        for (const key of own) tallies.note(tallies.number(key));
      }
      const model = new Map<number, number>();
      for (const own of all) for (const key of new Set(own)) model.set(key, (model.get(key) ?? 0) + 1);
      const { bytes, ends } = tallies.image();
      const found: [number, number][] = [];
      ends.forEach((end, page) => {
        const numbers = new Int32Array(bytes.slice(ends[page - 1] ?? 0, end).buffer);
        for (let i = 0; i < numbers.length / 2; i++)
          found.push([numbers[i]!, numbers[numbers.length / 2 + i]!]);
      });
      expect(found).toEqual([...model].sort((a, b) => a[0] - b[0]));
    }),
    { numRuns: 100 },
  );
});
