/** What only the embedded engine can get wrong. */
import { expect, test } from 'vitest';
import { UTC } from '../../../src/common/time-zone.ts';
import { annotate } from '../../../src/document/annotate.ts';
import { SqliteEngine } from '../../../src/engines/embedded/sqlite.ts';
import { Tagger } from '../../../src/entities/tagger/tagger.ts';
import { recordOf } from '../../../src/indexing/record.ts';
import { testService, throwAwayFolder } from '../../support/service.ts';

test('several documents are deleted and changed in one run', async () => {
  // FTS5 notes deletions in rows whose numbers are no JavaScript numbers, and whatever is written next is told them.
  const service = testService();
  const article = (n: number, more = '') => ({
    id: `n-${n}`,
    title: `Number ${n}`,
    body: `word${n} ${more}`,
    keywords: [],
  });
  const all = Array.from({ length: 30 }, (_, n) => n);
  await service.fill(all.map((n) => article(n)));
  for (const n of all.slice(0, 10)) service.archive.delete(`n-${n}`);
  await service.fill(all.slice(10, 20).map((n) => article(n, 'changed')));
  const found = async (q: string) => (await service.ask(q, { limit: 100 })).hits.map(({ id }) => id).sort();
  expect(await found('')).toEqual(all.slice(10).map((n) => `n-${n}`));
  expect(await found('changed')).toEqual(all.slice(10, 20).map((n) => `n-${n}`));
  expect(await found('word3')).not.toContain('n-3');
  await service.remove();
});

test('the vocabulary has the words of each batch, also of one that failed before and after the index was opened again', async () => {
  const folder = throwAwayFolder();
  const engine = new SqliteEngine({ data: folder.path });
  const tagger = new Tagger({ entities: new Map(), warnings: [] });
  const record = (id: string, body: string) => {
    const article = { id, title: '', body, keywords: [], revision: 1, sequence: 1, deleted: false };
    return recordOf(article, annotate(article, tagger), UTC);
  };
  const elsewhere = { position: 9, digest: 'x' };
  let index = await engine.open('one', true);
  await index.apply([record('a', 'alpha Beta')], []);
  await expect(
    index.apply([record('b', 'beta gamma')], [], { from: elsewhere, to: elsewhere }),
  ).rejects.toThrow('holds the changes');
  await index.apply([record('b', 'beta gamma')], []);
  await index.close();
  index = await engine.open('one', false);
  await index.apply([record('c', 'gamma DELTA alpha')], []);
  expect([...index.metadata.vocabulary()]).toEqual(['alpha', 'beta', 'delta', 'gamma']);
  await index.close();
  folder.remove();
});
