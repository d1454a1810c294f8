/** What only the embedded engine can get wrong. */
import { expect, test } from 'vitest';
import { testService } from '../../support/service.ts';

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
